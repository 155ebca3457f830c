"""The kinds of entity, as the reader's language calls them."""

import re

from dossier.entities import Entity, EntityKind
from dossier.language.folding import fold
from tui.dates import told_date
from tui.wording import say, say_many

_PLAIN = re.compile(r"(\d+)(?:\.(\d+))?")
"""A number, as the model has it: "1200.5"."""

_RANKED = re.compile(r"^(\d+)\.(?= [^\W\d])")
"""A rank, as the model has it: "6. voyage"."""

_LASTS = re.compile(r"(?P<number>[\d.,– ]*[\d.]) (?P<unit>d|wk|mo|y|decades|centuries)")
"""A duration, as the model has it: "1.5 mo"."""

_WORD = re.compile(r"[^\W\d]+")


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
    """What a date or a figure amounts to, as the reader's language writes it.

    "" for a name, and for a figure that says so itself.
    """
    if entity.kind == "date" and entity.value:
        return told_date(entity.value)
    if lasts := _LASTS.fullmatch(entity.value or ""):
        told = _duration(lasts["number"], lasts["unit"])
    else:
        ranked = _RANKED.sub(lambda match: _ordinal(int(match[1])), entity.value or "")
        written = {fold(word): word for word in _WORD.findall(entity.name)}
        told = told_number(_WORD.sub(lambda word: written.get(word[0], word[0]), ranked))
    return "" if told.split() == entity.name.split() else told


def _duration(number: str, unit: str) -> str:
    """A duration as the language writes it; the number as the model has it."""
    many = 1 if number == "1" else 2
    match unit:
        case "d":
            said = say_many("{number} day", "{number} days", many, number=number)
        case "wk":
            said = say_many("{number} week", "{number} weeks", many, number=number)
        case "mo":
            said = say_many("{number} month", "{number} months", many, number=number)
        case "y":
            said = say_many("{number} year", "{number} years", many, number=number)
        case "decades":
            said = say_many("{number} decade", "{number} decades", many, number=number)
        case _:
            said = say_many("{number} century", "{number} centuries", many, number=number)
    return said


def told_number(number: str) -> str:
    """A number as the language writes it, of a span both: "1,200–1,500", "0.5"."""
    return _PLAIN.sub(lambda match: _grouped(*match.groups()), number)


def _grouped(whole: str, part: str | None) -> str:
    sample = say("1,000.5")
    grouped = f"{int(whole):,}".replace(",", sample[1])
    return f"{grouped}{sample[5]}{part}" if part else grouped


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
