"""The kinds of entity, as the reader's language calls them."""

import re

from dossier.entities import Entity, EntityKind
from tui.dates import told_date
from tui.wording import say

_RANKED = re.compile(r"^(\d+)\.(?= [^\W\d])")
"""A rank, as the model has it: "6. voyage"."""


def kind_name(kind: EntityKind) -> str:
    """What one entity of the kind is called."""
    match kind:
        case "person":
            return say("person")
        case "place":
            return say("place")
        case "organisation":
            return say("organisation")
        case "date":
            return say("date")
        case "figure":
            return say("figure")
        case "other":
            return say("event or work")


def kinds_name(kind: EntityKind) -> str:
    """What the entities of the kind are called."""
    match kind:
        case "person":
            return say("persons")
        case "place":
            return say("places")
        case "organisation":
            return say("organisations")
        case "date":
            return say("dates")
        case "figure":
            return say("figures")
        case "other":
            return say("events and works")


def value_of(entity: Entity) -> str:
    """What a date or a figure amounts to, as the reader's language writes it; "" for a name."""
    if entity.kind == "date" and entity.value:
        return told_date(entity.value)
    return _RANKED.sub(lambda match: _ordinal(int(match[1])), entity.value or "")


def _ordinal(rank: int) -> str:
    """A rank as the language writes it: 1st, 22nd, 6th."""
    if rank == 1:
        return say("1st")
    teen = rank // 10 % 10 == 1
    match 0 if teen else rank % 10:
        case 1:
            return say("{n}st", n=rank)
        case 2:
            return say("{n}nd", n=rank)
        case 3:
            return say("{n}rd", n=rank)
    return say("{n}th", n=rank)
