"""A file that has another name now: what was decided of it is decided of that one."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from dossier.decisions.decided import Decisions
from dossier.decisions.recording import Change, Decision, record, take_back
from dossier.decisions.records import Mark, Place
from dossier.problems import DossierError
from dossier.values import dataclass

_Spot = TypeVar("_Spot", Place, Mark)


@dataclass(frozen=True, slots=True)
class Renamed:
    """What is to be written down."""

    decisions: tuple[Decision, ...]
    replacing: str | None
    """The name of the one that the first takes the place of."""


def renamed(decisions: Decisions, old: str, new: str) -> Renamed:
    """What speaks of one file, speaking of another."""

    def moved(spots: tuple[_Spot, ...]) -> tuple[_Spot, ...]:
        return tuple(replace(one, file=new) if one.file == old else one for one in spots)

    articles = [replace(one, file=new) for one in decisions.articles if one.file == old]
    topics = [
        replace(one, added=moved(one.added), removed=moved(one.removed), about=moved(one.about))
        for one in decisions.topics
    ]
    entities = [replace(one, at=moved(one.at)) for one in decisions.entities]
    others: tuple[Decision, ...] = (*topics, *entities)
    known = {*decisions.topics, *decisions.entities}
    changed = (one for one in others if one not in known)
    return Renamed((*articles[:1], *changed), old if articles else None)


def write_renamed(folder: Path, decisions: Decisions, old: str, new: str) -> None:
    """Write down that a file has another name; raises as ``record``, and then nothing is."""
    wanted = renamed(decisions, old, new)
    changes: list[Change] = []
    try:
        for number, decision in enumerate(wanted.decisions):
            replacing = wanted.replacing if number == 0 else None
            changes.append(record(folder, decision, replacing=replacing, known=decisions))
    except DossierError:
        for change in reversed(changes):
            take_back(folder, change)
        raise
