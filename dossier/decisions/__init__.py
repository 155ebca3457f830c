"""What the reader put right: read from ``dossier.toml``, applied over what was derived.

Decisions are small frozen records. They are never mixed into the derived values: a better rule
tomorrow cannot destroy them. What is wrong in the file is a problem that names its line; the rest
of the file counts.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.decisions.articles import apply_particulars
from dossier.decisions.decided import DECISIONS_FILE, Decisions
from dossier.problems import Problem

if TYPE_CHECKING:
    from dossier.decisions.records import (
        ArticleDecision,
        DossierDecision,
        EntityDecision,
        Mark,
        Place,
        TopicDecision,
    )

__all__ = [
    "DECISIONS_FILE",
    "ArticleDecision",
    "Decisions",
    "DossierDecision",
    "EntityDecision",
    "Mark",
    "Place",
    "TopicDecision",
    "apply_particulars",
    "read_decisions",
]


def __getattr__(name: str) -> object:
    """A record, loaded when it is asked for: a dossier of which nothing was said has none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dossier.decisions import records

    return getattr(records, name)


def read_decisions(folder: Path) -> tuple[Decisions, tuple[Problem, ...]]:
    """What the folder's ``dossier.toml`` says, and what in it is not understood."""
    if not os.path.lexists(folder / DECISIONS_FILE):
        return Decisions(), ()
    from dossier.decisions.reading import read_decisions as read

    return read(folder)
