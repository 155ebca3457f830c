"""Rendering: words and marks to strips. Pure: no widget, no search, no file."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from dossier.spans import Span
from dossier.values import dataclass
from tui.glyphs import cells, cut, visible
from tui.inks import BOLD, ITALIC, REVERSE, STOOD_ON, Inks
from tui.layout import Layout, Row
from tui.marks import Dress, Marks, touching
from tui.pages import Piece

Layer = tuple[int, int, Style]
"""From, to (code points of the text), and what is added to the style there."""

GUTTER = 3
"""Cells left of the text: where one reads, what is on topic, what is clipped."""

READING, ON_TOPIC, CLIPPED, CLIPPED_ON = "▌", "▎", "◆", "┊"
"""The marks in the gutter; a clipping's first line, and its others."""
ALONE = "║"
"""In the place of ``ON_TOPIC``: no passage of another article says anything like it."""


def line(width: int, *parts: tuple[str, Style], fill: Style) -> Strip:
    """One line of exactly ``width`` cells; parts are cut where it ends."""
    segments, used = [], 0
    for words, style in parts:
        shown = words if used + cells(words) <= width else cut(words, width - used)
        if shown:
            segments.append(Segment(visible(shown), style))
            used += cells(shown)
    if used < width:
        segments.append(Segment(" " * (width - used), fill))
    return Strip(joined(segments), max(width, used))


def runs(start: int, end: int, base: Style, layers: Iterable[Layer]) -> Iterator[Layer]:
    """``start..end`` in runs of one style, later layers over earlier ones."""
    held = [(a, b, style) for a, b, style in layers if a < end and b > start]
    if not held:
        yield start, end, base
        return
    edges = {start, end}
    for a, b, _ in held:
        edges.update((max(a, start), min(b, end)))
    cuts = sorted(edges)
    for a, b in pairwise(cuts):
        style = base
        for first, last, added in held:
            if first <= a and b <= last:
                style += added
        yield a, b, style


def words_layers(start: int, end: int, marks: Marks, dress: Dress, inks: Inks) -> list[Layer]:
    """What is painted over a line of an article, from the ground up."""
    layers: list[Layer] = []
    dimmed = dress.dim and marks.topic is not None
    if dimmed and marks.topic is not None:
        layers += [(s.start, s.end, inks.text) for s in touching(marks.topic, start, end)]
    if dress.overlay:
        for mention, _ in marks.mentions_in(start, end):
            if mention.kind in dress.kinds:
                span = mention.span
                off = dimmed and not marks.on_topic(span.start, span.end)
                layers.append((span.start, span.end, inks.kind(mention.kind, dimmed=off)))
    layers += [(s.start, s.end, inks.hit) for s in touching(marks.hits, start, end)]
    return layers


def base_style(piece: Piece, inks: Inks, *, dimmed: bool) -> Style:
    """The style of a piece before anything is painted over it."""
    if piece.words is not None:
        return inks.text + BOLD if piece.kind == "name" else inks.dim
    match piece.kind:
        case "headline" | "heading":
            return inks.text + BOLD
        case "standfirst":
            return (inks.dim if dimmed else inks.text) + BOLD
        case "paragraph" | "item" | "quote":
            return inks.dim if dimmed else inks.text
        case "caption":
            return inks.dim + ITALIC
        case _:
            return inks.dim


def segments(
    start: int, end: int, text: str, runs_of: Iterable[Layer]
) -> tuple[list[Segment], int]:
    """The runs as segments, and their cells; a soft hyphen at the end is a hyphen."""
    drawn, used = [], 0
    for a, b, style in runs_of:
        words = visible(text[a:b])
        if b == end and text[end - 1 : end] == "\xad" and end > start:
            words += "-"
        if words:
            drawn.append(Segment(words, style))
            used += cells(words)
    return drawn, used


def joined(parts: Iterable[Segment]) -> list[Segment]:
    """The segments, neighbours of one look joined: a terminal is told each look once.

    Spaces look alike in every ink on one ground, unless they are underlined.
    """
    held: list[Segment] = []
    for part in parts:
        words, style, _ = part
        if not words:
            continue
        if held:
            before, ink, _ = held[-1]
            if ink is style or ink == style:  # the same style is most often the same object
                held[-1] = Segment(before + words, style)
                continue
            if _alike(before, ink, words, style):
                held[-1] = Segment(before + words, style if before.isspace() else ink)
                continue
        held.append(part)
    return held


def _alike(before: str, ink: Style | None, words: str, style: Style | None) -> bool:
    """Whether one of two neighbours is space that the other's ink shows just so."""
    if not (ink and style and (before.isspace() or words.isspace())):
        return False
    plain_spaces = not (ink.underline or style.underline or ink.reverse or style.reverse)
    return plain_spaces and ink.bgcolor == style.bgcolor


NO_MARKS = Marks()
"""The marks of what is no article's."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how the rows of a page look."""

    layout: Layout
    marks_of: Callable[[str], Marks]
    dress: Dress
    inks: Inks
    width: int
    """Cells of a row."""
    gutter: int
    """Cells left of the text for marks; none in a pane too narrow for them."""
    reading: int | None
    """Index of the piece being read."""
    lit: bool
    """Whether keys go to the page."""
    chosen: tuple[str, Span] | None
    """The selection, or the mention one stands on: its file and span."""
    numbers: int = 0
    """Cells at the left for the passages' numbers; none when they are not shown."""

    @property
    def margin(self) -> int:
        """Cells left of the gutter: the measure stands in the middle of a wide pane."""
        middle = (self.width - self.gutter - self.layout.measure - 1) // 2
        return max(self.numbers, middle)


def text_row(row: Row, look: Look) -> Strip:
    """A row of a page, as wide as the look says."""
    piece = look.layout.page.pieces[row.piece]
    marks = look.marks_of(piece.article.file) if piece.article else NO_MARKS
    span = look.layout.span(row)
    drawn = [Segment(_margin(row, look), look.inks.dim)]
    if look.gutter:
        drawn += _gutter(row, piece, marks, span, look)
    used = look.margin + look.gutter
    if span is not None:
        words, taken = _words(row, piece, marks, span, look)
        drawn += words
        used += taken
    drawn.append(Segment(" " * max(0, look.width - used), look.inks.ground))
    strip = Strip(joined(drawn), max(look.width, used))
    return strip.adjust_cell_length(look.width, look.inks.ground)


def _margin(row: Row, look: Look) -> str:
    """What stands left of the gutter: nothing, or the number of the passage that begins here."""
    page = look.layout.page
    number = None
    if look.numbers and row.line == page.pieces[row.piece].above:
        number = page.number_at(row.piece)
    said = "" if number is None else f"{number} "
    return said.rjust(look.margin) if len(said) <= look.margin else " " * look.margin


def words_start(row: Row, look: Look) -> tuple[int, int]:
    """The cell at which a row's words start, and the cells of what the program sets before them."""
    piece = look.layout.page.pieces[row.piece]
    first = row.line == piece.above
    lead = len(look.layout.opening(piece)) if first else look.layout.hang(piece)
    return look.margin + look.gutter + look.layout.indent(piece) + lead, lead


def _words(
    row: Row, piece: Piece, marks: Marks, span: tuple[int, int], look: Look
) -> tuple[list[Segment], int]:
    start, end = span
    inks, layout = look.inks, look.layout
    first = row.line == piece.above
    before = " " * (layout.indent(piece) + (0 if first else layout.hang(piece)))
    before += layout.opening(piece) if first else ""
    drawn = [Segment(before, inks.dim)]
    if piece.words is not None:
        shown = visible(piece.words[start:end])
        if piece.kind == "fold":
            shown = cut(f"▸ {shown}", layout.measure)
        drawn.append(Segment(shown, base_style(piece, inks, dimmed=False)))
        return drawn, len(before) + cells(shown)
    dimmed = look.dress.dim and marks.topic is not None
    layers = words_layers(start, end, marks, look.dress, inks)
    if piece.lead and first:
        layers.insert(0, (piece.start, piece.start + piece.lead, inks.dim))
    if marks.stood_on:
        layers.append((marks.stood_on.start, marks.stood_on.end, STOOD_ON))
    if look.chosen and piece.article and piece.article.file == look.chosen[0]:
        layers.append((look.chosen[1].start, look.chosen[1].end, REVERSE))
    base = base_style(piece, inks, dimmed=dimmed)
    painted, used = segments(start, end, piece.text, runs(start, end, base, layers))
    return drawn + painted, len(before) + used


def _gutter(
    row: Row, piece: Piece, marks: Marks, span: tuple[int, int] | None, look: Look
) -> list[Segment]:
    inks = look.inks
    here = topic = clip = Segment(" ", inks.ground)
    if span is not None and piece.words is None:
        if row.piece == look.reading:
            here = Segment(READING, inks.accent if look.lit else inks.faint)
        if marks.says_alone(*span):
            topic = Segment(ALONE, inks.accent)
        elif marks.topic is not None and marks.on_topic(*span):
            topic = Segment(ON_TOPIC, inks.accent)
        if marks.clipped(*span):
            first = any(span[0] <= s.start < span[1] for s in marks.clippings)
            clip = Segment(CLIPPED if first else CLIPPED_ON, inks.clipping)
    return [here, topic, clip]
