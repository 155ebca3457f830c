"""Decisions as values, one class a table of ``dossier.toml``."""

from dataclasses import fields
from datetime import date

from dossier.entities import EntityKind
from dossier.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A passage, as ``dossier.toml`` names it: ``003.txt#p14``."""

    file: str
    passage: int
    """Its number, from 1."""

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.file}#p{self.passage}"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """An offset in an article, as ``dossier.toml`` names it: ``003.txt@1204``."""

    file: str
    offset: int
    """In code points of the article's text."""

    def __str__(self) -> str:
        """As it is written."""
        return f"{self.file}@{self.offset}"


@dataclass(frozen=True, slots=True)
class DossierDecision:
    """What is said of the dossier as a whole."""

    title: str | None = None
    language: str | None = None
    order: tuple[str, ...] = ()
    """Titles of topics, in the order the reader put them."""


@dataclass(frozen=True, slots=True)
class ArticleDecision:
    """Particulars of an article that its text does not give; None for what is left as read."""

    file: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None
    language: str | None = None


PARTICULARS = tuple(field.name for field in fields(ArticleDecision) if field.name != "file")
"""What may be said of an article by hand."""


@dataclass(frozen=True, slots=True)
class TopicDecision:
    """A topic the reader made, renamed or filled."""

    title: str
    terms: tuple[str, ...] = ()
    """What draws extracts to it."""
    added: tuple[Place, ...] = ()
    """``with``: passages put there by hand."""
    removed: tuple[Place, ...] = ()
    """``without``: passages taken out by hand."""
    was: tuple[str, ...] = ()
    """Titles of the topics it takes the place of: one when it was renamed, several when merged."""
    split: str | None = None
    """Title or key of the topic it is parted from: its terms draw from that one alone, and what
    they draw leaves it."""
    about: tuple[Place, ...] = ()
    """The passages that those topics had when that was said: by these they are found again."""


@dataclass(frozen=True, slots=True)
class EntityDecision:
    """An entity the reader named, gathered, told apart or hid."""

    name: str
    kind: EntityKind | None = None
    """None leaves the kind as recognised."""
    aliases: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    """Names that are not this entity's, whatever the rules say."""
    hidden: bool = False
    """Whether it is no entity at all."""
    at: tuple[Mark, ...] = ()
    """Single mentions that are its own, whatever their spelling."""
