"""What the reader put right: read from ``dossier.toml``, applied over what was derived.

Decisions are small frozen records. They are never mixed into the derived values: a better rule
tomorrow cannot destroy them. What is wrong in the file is a problem that names its line; the rest
of the file counts.
"""

import os
from pathlib import Path

from dossier.decisions.articles import apply_particulars
from dossier.decisions.records import (
    DECISIONS_FILE,
    ArticleDecision,
    Decisions,
    DossierDecision,
    EntityDecision,
    Mark,
    Place,
    TopicDecision,
)
from dossier.problems import Problem

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


def read_decisions(folder: Path) -> tuple[Decisions, tuple[Problem, ...]]:
    """What the folder's ``dossier.toml`` says, and what in it is not understood."""
    if not os.path.lexists(folder / DECISIONS_FILE):
        return Decisions(), ()
    from dossier.decisions.reading import read_decisions as read

    return read(folder)
