"""Marks: what is painted over an article's words. Spans of the text, whatever the page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from operator import attrgetter

from dossier.entities import Entity, EntityKind, Mention
from dossier.spans import Span
from dossier.values import dataclass

_start = attrgetter("start")


def touching(spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """Those of the spans (ascending, apart) that share a code point with ``start..end``."""
    index = max(0, bisect_right(spans, start, key=_start) - 1)
    while index < len(spans) and spans[index].start < end:
        if spans[index].end > start:
            yield spans[index]
        index += 1


def apart(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap joined; the empty ones left out."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return tuple(joined)


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one article, each kind ascending and apart."""

    topic: tuple[Span, ...] | None = None
    """Its extracts on the topic; None when there is no topic, and all of it counts."""
    mentions: tuple[tuple[Mention, Entity], ...] = ()
    hits: tuple[Span, ...] = ()
    clippings: tuple[Span, ...] = ()
    alone: tuple[Span, ...] = ()
    """Those of its extracts that no passage of another article says anything like."""
    stood_on: Span | None = None
    """The hit one was led to; None when it is in another article, or there is none."""

    def on_topic(self, start: int, end: int) -> bool:
        """Whether any of it is in the topic; True when there is no topic."""
        return self.topic is None or any(True for _ in touching(self.topic, start, end))

    def says_alone(self, start: int, end: int) -> bool:
        """Whether any of it stands in this source of the topic alone."""
        return any(True for _ in touching(self.alone, start, end))

    def clipped(self, start: int, end: int) -> bool:
        """Whether any of it was clipped."""
        return any(True for _ in touching(self.clippings, start, end))

    def mentions_in(self, start: int, end: int) -> Sequence[tuple[Mention, Entity]]:
        """The mentions that share a code point with ``start..end``."""
        first = bisect_right(self.mentions, start, key=_mention_end)
        return self.mentions[first : bisect_left(self.mentions, end, key=_mention_start)]


def _mention_start(pair: tuple[Mention, Entity]) -> int:
    return pair[0].span.start


def _mention_end(pair: tuple[Mention, Entity]) -> int:
    return pair[0].span.end


@dataclass(frozen=True, slots=True)
class Dress:
    """How the reader wants marks shown."""

    overlay: bool = True
    """Whether mentions are painted."""
    kinds: frozenset[EntityKind] = frozenset(
        ("person", "place", "organisation", "date", "figure", "other")
    )
    """The kinds that are."""
    dim: bool = True
    """Whether what is off topic is dimmed."""
    numbers: bool = False
    """Whether each passage has its number beside it."""

    def painting(self, kinds: AbstractSet[EntityKind]) -> "Dress":
        """With mentions of these kinds painted.

        Where none of them has a key, the overlay is off and holds all: a key paints them again.
        """
        if kinds <= {"other"}:
            return replace(self, overlay=False, kinds=Dress().kinds)
        return replace(self, kinds=frozenset(kinds))
