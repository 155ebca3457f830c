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

    @property
    def grounds(self) -> tuple[object, ...]:
        """What in it names and topics follow from, and are not only corrected by.

        Titles, days and languages. Nothing follows from an outlet, an author or an address.
        """
        told = (
            (one.file, one.title, one.published, one.updated, one.language) for one in self.articles
        )
        return self.language, *(one for one in told if any(one[1:]))
