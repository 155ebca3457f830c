"""A Markdown text as it will read once rendered: what its own parser makes of it."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.glyphs import visible
from tui.rendering import line
from tui.screens.detail_pane import Paragraph, ink_of
from tui.typesetting import leaves, wrap
from tui.widgets.pane import Pane
from tui.widgets.row_pane import Parts
from tui.wording import say

if TYPE_CHECKING:
    from markdown_it.token import Token

_LOOKED_AT = 60_000
"""Characters that are rendered: pages enough to see; a longer text goes on beside, as source."""


def rendered(markdown: str) -> Iterator[Paragraph]:
    """What a Markdown text reads as, paragraph by paragraph."""
    from markdown_it import MarkdownIt

    end = markdown.rfind("\n\n", 0, _LOOKED_AT) if len(markdown) > _LOOKED_AT else len(markdown)
    quoted, ink = 0, "text"
    for token in MarkdownIt("commonmark").parse(_without_front_matter(markdown[:end])):
        match token.type:
            case "blockquote_open":
                quoted += 1
            case "blockquote_close":
                quoted -= 1
                yield Paragraph("")
            case "heading_open":
                ink = "bold"
            case "heading_close":
                ink = "text"
                yield Paragraph("")
            case "inline":
                words = _words(token)
                plain = "dim" if words.startswith(("[^", "—")) else ink
                yield Paragraph(words, ink if quoted else plain, "▎ " * min(quoted, 1))
                if not quoted and ink == "text":
                    yield Paragraph("")
    if end < len(markdown):
        yield Paragraph(say("… and so on: the source shows all of it."), "dim")


def _without_front_matter(markdown: str) -> str:
    """The text without the YAML block above it, which is not shown."""
    if markdown.startswith("---\n") and (end := markdown.find("\n---\n", 3)) > 0:
        return markdown[end + 5 :]
    return markdown


def _words(token: "Token") -> str:
    """What an inline token reads as."""
    said = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(said.get(child.type, child.content) for child in token.children or [])


class RenderedText(Pane):
    """Paragraphs to page through, right of a rule; set as far as they are looked at."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._first = 0
        self._rows: list[Parts] = []
        self._further: Iterator[Parts] = iter(())

    def show(self, markdown: str) -> None:
        """Show another text, from its start."""
        self._paragraphs, self._first = tuple(rendered(markdown)), 0
        self._set()

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self._set()

    def _set(self) -> None:
        self._rows, self._further = [], self._lines(max(4, self.size.width - 3))
        self._first = max(0, min(self._first, self._set_up_to(self._first + 1) - 1))
        self.redraw()

    def _lines(self, width: int) -> Iterator[Parts]:
        for paragraph in self._paragraphs:
            words, ink = paragraph.words, ink_of(self.inks, paragraph.ink)
            mark = (paragraph.mark, self.inks.clipping)
            if not words:
                yield ()
            for part in words.split("\n") if words else ():
                for first, last in leaves(part, 0, len(part)):
                    for start, end in wrap(part, first, last, width - len(paragraph.mark)):
                        yield mark, (visible(part[start:end]), ink)

    def _set_up_to(self, rows: int) -> int:
        """Set so many rows, or all there are; how many are set."""
        self._rows += islice(self._further, max(0, rows - len(self._rows)))
        return len(self._rows)

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        row, inks = self._first + y, self.inks
        parts = self._rows[row] if row < self._set_up_to(row + 1) else ()
        return line(self.size.width, ("│ ", inks.rule), *parts, fill=inks.ground)

    def move(self, rows: int) -> None:
        """Scroll by so many rows."""
        height = max(1, self.size.height)
        there = self._set_up_to(self._first + rows + height)
        first = max(0, min(self._first + rows, there - height))
        if first != self._first:
            self._first = first
            self.redraw()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by so many rows."""
        self.move(rows)

    def go_to_end(self, *, bottom: bool) -> None:
        """Scroll to the start or to the end."""
        self.move(self._set_up_to(1 << 60) if bottom else -self._first)
