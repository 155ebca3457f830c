"""What the reader put right: read from ``dossier.toml``, applied over what was derived.

Decisions are small frozen records. They are never mixed into the derived values: a better rule
tomorrow cannot destroy them. What is wrong in the file is a problem that names its line; the rest
of the file counts.
"""

from dossier.decisions.articles import apply_particulars
from dossier.decisions.reading import DECISIONS_FILE, read_decisions
from dossier.decisions.records import (
    ArticleDecision,
    Decisions,
    EntityDecision,
    Place,
    TopicDecision,
)

__all__ = [
    "DECISIONS_FILE",
    "ArticleDecision",
    "Decisions",
    "EntityDecision",
    "Place",
    "TopicDecision",
    "apply_particulars",
    "read_decisions",
]
