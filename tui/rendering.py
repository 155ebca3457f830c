"""Rendering: words and marks to strips. Pure: no widget, no search, no file."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.glyphs import cells, cut, visible
from tui.inks import BOLD, ITALIC, VALUES, Inks
from tui.marks import Dress, Marks, touching
from tui.pages import Piece

Layer = tuple[int, int, Style]
"""From, to (code points of the text), and what is added to the style there."""

GUTTER = 3
"""Cells left of the text: where one reads, what is on topic, what is clipped."""

READING, ON_TOPIC, CLIPPED = "▌", "▎", "◆"


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
    return Strip(segments, max(width, used))


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
        if not part.text:
            continue
        if held and _alike(held[-1], part):
            style = part.style if held[-1].text.isspace() else held[-1].style
            held[-1] = Segment(held[-1].text + part.text, style)
        else:
            held.append(part)
    return held


def _alike(one: Segment, other: Segment) -> bool:
    if one.style == other.style:
        return True
    a, b = one.style, other.style
    if not (a and b and (one.text.isspace() or other.text.isspace())):
        return False
    plain_spaces = not (a.underline or b.underline or a.reverse or b.reverse)
    return plain_spaces and a.bgcolor == b.bgcolor


__all__ = [
    "CLIPPED",
    "GUTTER",
    "ON_TOPIC",
    "READING",
    "VALUES",
    "base_style",
    "joined",
    "line",
    "runs",
    "segments",
    "words_layers",
]
