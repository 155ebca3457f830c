"""Here: what stands where one reads, for the screens that begin there."""

from typing import TYPE_CHECKING

from dossier.entities import Entity
from dossier.spans import Span
from tui.guide import Guide

if TYPE_CHECKING:
    from tui.screens.gathering import Here, Keeper


def opened_from(guide: Guide) -> "Here":
    """Where one is, for a list that is gathered from the articles."""
    from tui.screens.gathering import Here

    return Here(part_read(guide), keeper_of(guide), guide.gathered)


def part_read(guide: Guide) -> tuple[str, Span] | None:
    """What is selected or named where one is, else the passage: its file, and where it stands."""
    text = guide.desk.text
    piece = text.read_piece()
    if text.chosen is not None or piece is None or piece.article is None:
        return text.chosen
    return piece.article.file, Span(piece.start, piece.end)


def keeper_of(guide: Guide) -> "Keeper | None":
    """Who keeps what is clipped of the dossier one reads: what the desk stands in."""
    from tui.widgets.cuttings import Cuttings

    return next((one for one in guide.desk.ancestors if isinstance(one, Cuttings)), None)


def entities_here(guide: Guide) -> tuple[Entity, ...]:
    """The entities named in the passage one reads, in reading order."""
    if guide.desk.text.mention is not None:
        return (guide.desk.text.mention[1],)
    piece = guide.desk.text.read_piece()
    if piece is None or piece.article is None:
        return ()
    marks = guide.reading.marks_of(piece.article.file)
    named = (entity for _, entity in marks.mentions_in(piece.start, piece.end))
    return tuple(dict.fromkeys(named))
