"""The whole of what is chosen in a list: paragraphs, set at the width there is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from rich.style import Style
from textual.strip import Strip

from dossier.spans import Span
from tui.glyphs import cut, visible
from tui.inks import BOLD, Inks
from tui.layout import MEASURE
from tui.rendering import line
from tui.typesetting import leaves, wrap
from tui.widgets.pane import Pane
from tui.widgets.row_pane import Parts


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one ink, with a mark before each line."""

    words: str
    ink: str = "text"
    """"text", "bold", "dim", "accent", or a kind of entity."""
    mark: str = ""
    marks: tuple[Span, ...] = ()
    """Parts of the words that are painted as hits are; ascending."""


class DetailPane(Pane, can_focus=False):
    """Paragraphs, as far as there is room; an ellipsis where there is more below."""

    def __init__(self, *, id: str, brief_below: int = 0) -> None:  # noqa: A002 - Textual's own name for it
        """In fewer rows than ``brief_below`` a paragraph has one line, and an empty one none."""
        super().__init__(id=id)
        self._brief_below = brief_below
        self._first = 0
        """The line that stands at the top."""
        self._paragraphs: list[Paragraph] = []
        self._more: Iterator[Paragraph] = iter(())
        """What there was no room for yet: an entity may stand in thousands of articles."""
        self._lines: list[Parts] = []

    def show(self, paragraphs: Iterable[Paragraph]) -> None:
        """Show other paragraphs."""
        self._paragraphs = []
        self._more = iter(paragraphs)
        self._first = 0
        self._set()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by so many rows."""
        self._first = max(0, self._first + rows)
        self._set()

    def turn(self, pages: int) -> None:
        """Scroll by so many pages; a row of the one before stays in sight."""
        self.scroll_rows(pages * max(1, self.size.height - 1))

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self._set()

    def _set(self) -> None:
        height = self.size.height
        lines = list(islice(self._parts(), self._first + height + 1))
        self._first = max(0, min(self._first, len(lines) - height))
        self._lines = lines[self._first :]
        if len(self._lines) > height > 0:
            self._lines[height - 1 :] = [(("…", self.inks.dim),)]
        self.redraw()

    def _parts(self) -> Iterator[Parts]:
        brief = self.size.height < self._brief_below
        for paragraph in self._held():
            if brief and not paragraph.words:
                continue
            width = max(1, min(MEASURE, self.size.width - 2) - len(paragraph.mark))
            words, ink = paragraph.words, ink_of(self.inks, paragraph.ink)
            if brief:
                words = cut(words, width)
            if not words:
                yield ()
            for first, last in leaves(words, 0, len(words)):
                for start, end in wrap(words, first, last, width):
                    parted = _marked(Span(start, end), paragraph.marks)
                    inks = (
                        (visible(part.of(words)), self.inks.hit if hit else ink)
                        for part, hit in parted
                    )
                    yield (paragraph.mark, self.inks.clipping), *inks

    def _held(self) -> Iterator[Paragraph]:
        """The paragraphs, each made when there is room for it."""
        yield from self._paragraphs
        for paragraph in self._more:
            self._paragraphs.append(paragraph)
            yield paragraph

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        parts = self._lines[y] if y < len(self._lines) else ()
        return line(self.size.width, (" ", self.inks.ground), *parts, fill=self.inks.ground)


def _marked(line: Span, marks: tuple[Span, ...]) -> Iterator[tuple[Span, bool]]:
    """The line in parts, each with whether it is marked."""
    at = line.start
    for mark in marks:
        start, end = max(at, mark.start), min(line.end, mark.end)
        if start < end:
            yield Span(at, start), False
            yield Span(start, end), True
            at = end
    yield Span(at, line.end), False


def ink_of(inks: Inks, name: str) -> Style:
    """The style of a paragraph's ink."""
    match name:
        case "bold":
            return inks.text + BOLD
        case "text" | "dim" | "accent":
            style: Style = getattr(inks, name)
            return style
        case "person" | "place" | "organisation" | "date" | "figure" | "other":
            return inks.ground + inks.kind(name)
        case _:
            raise ValueError(f"there is no ink {name}")
