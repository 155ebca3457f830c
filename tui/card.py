"""The card of an entity: its names, where it is mentioned, and why a mention is one of it."""

from dossier.entities import Entity, Mention
from tui.glyphs import cells, cut
from tui.inks import BOLD, Inks
from tui.reasons import reason
from tui.widgets.row_pane import Parts
from tui.wording import say, say_many

ROWS = 4
"""Rows of a card, its rule counted."""


def card_rows(mention: Mention, entity: Entity, inks: Inks, width: int, rows: int) -> list[Parts]:
    """The card in at most so many rows; what matters least goes first."""
    from tui.screens.entities import kind_name

    room = max(0, width - 2)
    files = len({one.file for one in entity.mentions})
    known = [
        kind_name(entity.kind),
        entity.value or "",
        say_many("{n} mention", "{n} mentions", len(entity.mentions)),
        say_many("in {n} source", "in {n} sources", files),
    ]
    name = cut(entity.name, room)
    head = ((" ", inks.ground), (name, inks.ground + inks.kind(entity.kind) + BOLD))
    about = "  " + _fitting(known, max(0, room - cells(name) - 2))
    others = [alias for alias in entity.aliases if alias != entity.name]
    also = say("also {names}", names=", ".join(others)) if others else reason(mention.why)
    keys = say(
        "{next} next · {previous} before · {lens} narrow to it", next=".", previous=",", lens="*"
    )
    card: list[Parts] = [
        (("─" * width, inks.rule),),
        (*head, (about, inks.dim)),
        ((" ", inks.ground), (cut(also, room), inks.dim)),
        ((" ", inks.ground), (cut(keys, room), inks.dim)),
    ]
    return card if rows >= ROWS else card[1 : 1 + max(0, rows)]


def _fitting(parts: list[str], room: int) -> str:
    """The first of the parts, as many as fit whole."""
    fitting = [part for part in parts if part]
    while len(fitting) > 1 and cells(" · ".join(fitting)) > room:
        fitting.pop()
    return cut(" · ".join(fitting), room)
