"""The lens: what was looked for in a dossier. How much of it stands where, and what comes next.

It knows nothing of what is chosen: a topic, a source or a place is asked about.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from dossier.dossier import Dossier, Source, place_in
from dossier.on_demand import OnDemand
from dossier.spans import Span
from dossier.topics import Extract, Topic
from dossier.topics.on_demand import ExtractsOnDemand
from tui.marks import apart
from tui.places import Place

if TYPE_CHECKING:
    from dossier.search import Hit


class Lens:
    """The hits that narrow a dossier; without ``narrowed`` they narrow nothing."""

    def __init__(
        self,
        dossier: Dossier,
        hits: "Sequence[Hit]" = (),
        *,
        narrowed: bool = False,
        tally: Mapping[str, int] | None = None,
        more: bool = False,
    ) -> None:
        """``tally`` says how many stand in each topic, by its title; None counts them here."""
        self.narrowed = narrowed
        """Whether what has no hit is greyed out and passed over."""
        self.more = more
        """Whether there are more hits, which were not looked for, or not yet."""
        self._dossier, self._tally = dossier, tally
        self._hold(hits)

    def _hold(self, hits: "Sequence[Hit]") -> None:
        self.hits = tuple(hits)
        """What was looked for, in the dossier's order."""
        by_file: dict[str, list[Span]] = {}
        for hit in self.hits:
            by_file.setdefault(hit.file, []).append(hit.span)
        self._spans = {file: apart(spans) for file, spans in by_file.items()}
        self._starts = {file: sorted(s.start for s in spans) for file, spans in by_file.items()}

    def take(self, dossier: Dossier) -> None:
        """Count in a dossier of which more is known, or whose articles have another order."""
        self._dossier, self._tally = dossier, None
        if not isinstance(dossier.articles, OnDemand) and all(map(dossier.has, self._starts)):
            places = [dossier.place(file) for file in self._starts]
            if places != sorted(places):
                self._hold(sorted(self.hits, key=self._order))

    # -- where they stand

    def spans_in(self, file: str) -> tuple[Span, ...]:
        """What is marked of an article."""
        return self._spans.get(file, ())

    def in_topic(self, topic: Topic | None) -> int:
        """How many hits stand in the topic's extracts; in all articles without one."""
        if topic is None:
            return len(self.hits)
        if self._tally is None and isinstance(topic.extracts, ExtractsOnDemand):
            from tui.sifting import hits_by_topic

            self._tally = hits_by_topic(self._dossier, self.hits)
        if self._tally is not None:
            return self._tally.get(topic.title, 0)
        return sum(len(self._held(extract)) for extract in topic.extracts)

    def in_sources(self, sources: Sequence[Source]) -> Sequence[int] | None:
        """How many hits each source has on its topic; None when nothing is narrowed."""
        return _Counts(sources, self._in_source) if self.narrowed else None

    def _in_source(self, source: Source) -> int:
        """How many hits a source has: on its topic, or in all of it where it is of none."""
        starts = self._starts.get(source.article.file, ())
        if source.extracts and starts:
            return sum(len(self._held(extract)) for extract in source.extracts)
        return len(starts)

    def first_in(self, file: str, extracts: Sequence[Extract]) -> int | None:
        """The offset of the first hit in an article's extracts, or in it all where it has none.

        None when nothing is narrowed, or nothing was found there.
        """
        starts = self._starts.get(file)
        if not self.narrowed or not starts:
            return None
        if not extracts:
            return starts[0]
        held = (self._held(extract) for extract in extracts)
        first = min((one.start for one in held if one), default=None)
        return None if first is None else starts[first]

    def _held(self, extract: Extract) -> range:
        """Which of its article's hits begin in an extract."""
        starts, span = self._starts.get(extract.file, ()), extract.span
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    # -- from one to the next

    def files_after(
        self, file: str | None, step: int, topic: Topic | None, sources: Sequence[Source]
    ) -> list[str]:
        """The sources of a topic with hits that are passed in a step from one, the nearest first.

        Hits are in the dossier's order, and so are sources: no more are placed than are passed.
        """
        if not self.in_topic(topic):
            return []
        files, here = list(self._starts), self._place(file)
        if here is None:
            ahead = files if step > 0 else files[::-1]
        else:
            way = bisect_right if step > 0 else bisect_left
            at = way(files, here, key=lambda file: -1 if (at := self._place(file)) is None else at)
            ahead = files[at:] if step > 0 else files[:at][::-1]
        there = (file for file in ahead if place_in(sources, file) is not None)
        return list(islice((file for file in there if self._is_in(file, topic)), abs(step)))

    def _is_in(self, file: str, topic: Topic | None) -> bool:
        """Whether an article with hits has one on the topic; its own words are not read."""
        return topic is None or any(map(self._held, self._dossier.extracts(topic, file)))

    def hit_after(self, place: Place, step: int) -> "Hit | None":
        """The hit so many after a place, in any article, round the end; None without hits."""
        if not self.hits:
            return None
        at = self._place(place.file)
        here = (-1 if at is None else at, place.offset)
        if step > 0:
            index = bisect_left(self.hits, (here[0], here[1] + 1), key=self._order) - 1
        else:
            index = bisect_left(self.hits, here, key=self._order)
        return self.hits[(index + step) % len(self.hits)]

    def number_of(self, hit: "Hit") -> int | None:
        """Which of the hits it is, from 1; None when it is none of them."""
        at = bisect_left(self.hits, self._order(hit), key=self._order)
        return at + 1 if at < len(self.hits) and self.hits[at] == hit else None

    def _order(self, hit: "Hit") -> tuple[int, int]:
        """Where a hit stands in the dossier."""
        return self._dossier.place(hit.file), hit.span.start

    def _place(self, file: str | None) -> int | None:
        """Where the article of that file stands; None when nowhere."""
        return self._dossier.place(file) if file and self._dossier.has(file) else None


class _Counts(OnDemand[int]):
    """How many hits each source has, counted when it is shown."""

    def __init__(self, sources: Sequence[Source], counted: Callable[[Source], int]) -> None:
        self._sources, self._counted = sources, counted

    def __len__(self) -> int:
        return len(self._sources)

    def _make(self, index: int) -> int:
        return self._counted(self._sources[index])
