"""All that was decided of a dossier; the records it is made of are loaded where there are any."""

from typing import TYPE_CHECKING

from dossier.values import dataclass

if TYPE_CHECKING:
    from dossier.decisions.records import ArticleDecision, EntityDecision, TopicDecision

DECISIONS_FILE = "dossier.toml"
"""Where the decisions of a folder stand."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything ``dossier.toml`` says, in its order."""

    title: str | None = None
    language: str | None = None
    order: tuple[str, ...] = ()
    """Titles of topics, in the order the reader put them; those not named follow."""
    articles: "tuple[ArticleDecision, ...]" = ()
    topics: "tuple[TopicDecision, ...]" = ()
    entities: "tuple[EntityDecision, ...]" = ()
