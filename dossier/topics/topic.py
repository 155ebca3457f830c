"""Topics and extracts: the sections of a dossier, and what belongs to each."""

from dossier.spans import Span
from dossier.values import dataclass

REST_KEY = "rest"
"""The key of what fits nowhere."""


@dataclass(frozen=True, slots=True)
class Extract:
    """A run of whole sentences of one passage that belongs to a topic."""

    file: str
    span: Span
    """From the first sentence's start to the last one's end."""
    weight: float
    """0..1; orders the topics of one sentence, the highest is what it is mainly about."""
    confidence: float = 1.0
    """0..1; how sure it is that it belongs here; below .7 the tie is weak."""
    why: str = ""
    """What put it here, one sentence in the reader's words."""
    only_here: bool = False
    """Whether no passage of another article has enough of its names and rarer words: ``only``."""
    runner_up: str | None = None
    """Title of the topic it would stand in if not here; None when there was no other."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of the dossier: a title, and extracts from its articles."""

    title: str
    """At most 45 characters, no two alike in a dossier."""
    extracts: tuple[Extract, ...]
    """By file in the dossier's order, then in reading order; none overlaps another."""
    subtitle: str | None = None
    rest: bool = False
    """True for "Autres points", where what fits nowhere stands; last."""
    key: str = ""
    """What it is known by when its title or its extracts change: a frame's key, a heading."""
    rough: bool = False
    """True when nothing but the dossier's own words made the topic, in a language whose frames are
    not known: it groups, and its title may be no more than what stands out."""
    by_hand: bool = False
    """Whether the reader made it or gave it its title."""
    was: tuple[str, ...] = ()
    """What was put right by hand: the titles of what is this topic now, as they were before."""

    @property
    def frame_key(self) -> str:
        """Its key without the mark of its story: a frame's, if a frame leads it."""
        return "" if self.rough else self.key.rpartition(":")[2]
