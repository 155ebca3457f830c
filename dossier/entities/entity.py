"""Mentions and entities: the spans that name, and what they name."""

from typing import Literal

from dossier.spans import Span
from dossier.values import dataclass

EntityKind = Literal["person", "place", "organisation", "date", "figure", "other"]
"""``date`` and ``figure`` are values; ``other`` is an event or a work."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of an article that names an entity or gives a value."""

    file: str
    span: Span
    kind: EntityKind
    why: str
    """What gave it away, in the reader's words: "after « président »"."""
    bound: str | None = None
    """The words before a date or figure that bound it, as written: "près de"; None without any."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, body or value, with every way the articles write it."""

    name: str
    """The fullest or most frequent of its aliases, as the articles write it."""
    kind: EntityKind
    aliases: tuple[str, ...]
    """Every spelling met, the name among them; most frequent first."""
    mentions: tuple[Mention, ...]
    """By file, then in reading order; they do not overlap."""
    value: str | None = None
    """Of a date, ISO 8601, as exact as the words ("2025-12"); of a figure, number and unit
    ("20 %", "5 h"); None for names, and when it could not be worked out."""
    why: tuple[str, ...] = ()
    """The evidence for each joining of spellings: "Iouri = Youri, same surname"."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two or more entities that may be one, and are left apart."""

    names: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the recogniser found in a dossier: entities by weight, and what it would not decide."""

    entities: tuple[Entity, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
