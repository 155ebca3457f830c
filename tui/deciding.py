"""Deciding: what ``dossier.toml`` says this moment, played over the dossier that is read."""

from collections.abc import Sequence
from pathlib import Path

from dossier.decisions import Decisions, read_decisions
from dossier.dossier import Dossier, decide
from dossier.problems import Problem


def decided_now(folder: Path, before: Dossier) -> tuple[Decisions, tuple[Problem, ...]]:
    """What is decided this moment, and what is wrong with how it is written.

    While nothing in it counts, for it is no TOML, what was decided before does: it may be half
    written.
    """
    decisions, unclear = read_decisions(folder)
    if unclear and decisions == Decisions():
        decisions = before.decisions
    return decisions, unclear


def wrong_as_before(before: Dossier, decisions: Decisions, unclear: Sequence[Problem]) -> bool:
    """Whether what is wrong with ``dossier.toml`` is what is listed already."""
    if not (unclear or before.problems):
        return True
    from dossier.astray import with_unclear

    return set(with_unclear(before, decisions, unclear).problems) == set(before.problems)


def told_now(folder: Path, dossier: Dossier, before: Dossier) -> tuple[Dossier, Decisions]:
    """The dossier with what is wrong in its ``dossier.toml`` now, and what that decides."""
    decisions, unclear = decided_now(folder, before)
    if unclear or dossier.problems:
        from dossier.astray import with_unclear

        dossier = with_unclear(dossier, decisions, unclear)
    return dossier, decisions


def as_decided(dossier: Dossier, before: Dossier) -> Dossier:
    """The dossier with what ``dossier.toml`` says this moment, and what in it is wrong."""
    if dossier.folder is None:
        return dossier
    dossier, decisions = told_now(dossier.folder, dossier, before)
    if decisions == dossier.decisions:
        return dossier
    decided = decide(dossier, decisions)
    said = set(dossier.decisions.articles) ^ set(decisions.articles)
    if files := frozenset(one.file for one in said if decided.has(one.file)):
        from dossier.mending import retell

        decided = retell(decided, files)
    return decided
