"""The reading: what of a dossier stands in the panes, without the panes.

Three choices decide everything: a topic, a source of it, and what is narrowed or folded. What
follows from them is worked out here, once, and kept until they change.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from dossier.dossier import Dossier, Source, place_in, sources_count
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.on_demand import OnDemand
from dossier.spans import Span
from dossier.topics import Extract, Topic
from dossier.topics.on_demand import ExtractsOnDemand
from tui.following import same_topic, titled
from tui.inks import KINDS
from tui.marks import Marks
from tui.pages import Page, anthology_page, article_page
from tui.places import Place

if TYPE_CHECKING:
    from dossier.search import Hit
    from tui.copied import Copied


_ANTHOLOGIES = 16
"""Anthologies that are kept: of topics one goes to and fro between."""


class Reading:
    """A dossier, and what of it is chosen."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.topic: Topic | None = None
        """None for all articles."""
        self.file: str | None = None
        """The source chosen; None for the topic's anthology."""
        self.folded = True
        """Whether furniture is folded away."""
        self.hits: tuple[Hit, ...] = ()
        """What was looked for, in the dossier's order."""
        self.more = False
        """Whether there are more hits, which were not looked for, or not yet."""
        self.stood_on: Hit | None = None
        """The hit the reader was led to last; None before the first."""
        self.refining: tuple[int, int] | None = None
        """How many articles a language model has read, of how many; None when none reads."""
        self.narrowed = False
        """Whether what has no hit is greyed out and passed over."""
        self.copied: Copied | None = None
        """What the articles share; None before they were compared."""
        self._clippings: dict[str, tuple[Span, ...]] = {}
        self._hit_spans: dict[str, tuple[Span, ...]] = {}
        self._hit_starts: dict[str, tuple[int, ...]] = {}
        self._tally: Mapping[str, int] | None = None
        self._marks: dict[str, Marks] = {}
        self._sources: dict[str | None, tuple[Source, ...]] = {}
        self._anthologies: dict[str, Page] = {}
        self._counted: tuple[Page, Dossier, tuple[int, ...]] | None = None
        """What was counted last: in a large dossier a page may have ten thousand mentions."""

    @property
    def is_known(self) -> bool:
        """Whether every file was read, and names and topics worked out of all of them together."""
        dossier = self.dossier
        return dossier.whole and dossier.analysed and dossier.unsorted is None

    # -- choosing

    def take(self, dossier: Dossier) -> None:
        """Go on with the same articles, now that more is known of them; the choices stay."""
        before, self.dossier = self.dossier, dossier
        self.topic = same_topic(self.topic, before, dossier)
        self._sources.clear()
        self._anthologies.clear()
        self._marks.clear()
        self._tally = None

    def choose(self, topic: Topic | None, file: str | None) -> None:
        """Choose a topic, and a source of it or its anthology."""
        if topic != self.topic or (file is None) != (self.file is None):
            self._marks.clear()
        self.topic, self.file = topic, file
        if topic is None and file is None:
            self.file = self.first_file()

    def topic_of(self, title: str | None) -> Topic | None:
        """The topic of that title, or that was retitled from it; None when there is none."""
        return titled(title, self.dossier)

    def mark(self, clippings: Sequence[tuple[str, Span]]) -> None:
        """Show these spans as clipped."""
        by_file: dict[str, list[Span]] = {}
        for file, span in clippings:
            by_file.setdefault(file, []).append(span)
        self._clippings = {file: _apart(spans) for file, spans in by_file.items()}
        self._marks.clear()

    def mark_in(self, file: str, spans: Sequence[Span]) -> None:
        """Show these spans of a file as clipped; those of other files stay."""
        self._clippings[file] = _apart(list(spans))
        self._marks.pop(file, None)

    def find(
        self,
        hits: "Sequence[Hit]",
        *,
        narrowed: bool,
        tally: Mapping[str, int] | None = None,
    ) -> None:
        """Show these hits; grey out what has none if ``narrowed``.

        ``tally`` says how many stand in each topic, by its title; None counts them here.
        """
        self.hits, self.narrowed, self._tally = tuple(hits), narrowed, tally
        by_file: dict[str, list[Span]] = {}
        for hit in self.hits:
            by_file.setdefault(hit.file, []).append(hit.span)
        self._hit_spans = {file: _apart(spans) for file, spans in by_file.items()}
        starts = ((file, sorted(span.start for span in spans)) for file, spans in by_file.items())
        self._hit_starts = {file: tuple(sorted_starts) for file, sorted_starts in starts}
        self._marks.clear()

    def stand_on(self, hit: "Hit") -> None:
        """Mark this hit, and no other, as the one the reader was led to."""
        for one in (self.stood_on, hit):
            if one is not None:
                self._marks.pop(one.file, None)
        self.stood_on = hit

    # -- what stands in the panes

    def topics(self) -> tuple[Topic | None, ...]:
        """All articles, then every topic."""
        return (None, *self.dossier.topics)

    def counts(self) -> tuple[int, ...]:
        """How many sources each of ``topics`` has; how many hits, when narrowed."""
        if not self.narrowed:
            return tuple(self.sources_count(topic) for topic in self.topics())
        return tuple(self.hits_in(topic) for topic in self.topics())

    def sources_count(self, topic: Topic | None) -> int:
        """How many articles have extracts on the topic."""
        if topic is None:
            return len(self.dossier.articles)
        return sources_count(topic)

    def hits_in(self, topic: Topic | None) -> int:
        """How many hits stand in the topic's extracts."""
        if topic is None:
            return len(self.hits)
        if self._tally is None and isinstance(topic.extracts, ExtractsOnDemand):
            from tui.sifting import hits_by_topic

            self._tally = hits_by_topic(self.dossier, self.hits)
        if self._tally is not None:
            return self._tally.get(topic.title, 0)
        return sum(len(self._held(extract)) for extract in topic.extracts)

    def _held(self, extract: Extract) -> range:
        """Which of its article's hits begin in an extract."""
        starts = self._hit_starts.get(extract.file, ())
        span = extract.span
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    def _hits_of(self, source: Source) -> int:
        """How many hits a source has: on its topic, or in all of it where it is of none."""
        if source.extracts and source.article.file in self._hit_starts:
            return sum(len(self._held(extract)) for extract in source.extracts)
        return len(self._hit_starts.get(source.article.file, ()))

    def sources(self) -> tuple[Source, ...]:
        """The sources of the topic chosen."""
        key = self.topic.title if self.topic else None
        if key not in self._sources:
            self._sources[key] = self.dossier.sources(self.topic)
        return self._sources[key]

    def hit_counts(self) -> "Sequence[int] | None":
        """How many hits each of ``sources`` has on its topic; None when nothing is narrowed."""
        if not self.narrowed:
            return None
        return HitCounts(self.sources(), self._hits_of)

    def first_file(self) -> str | None:
        """The file of the first source; None when there is none."""
        return self.source_after(None, 1)

    def source(self, file: str) -> Source | None:
        """The source of that file on the topic chosen; None when it has nothing on it."""
        at = place_in(self.sources(), file)
        return None if at is None else self.sources()[at]

    def page(self) -> Page:
        """What the text pane shows."""
        if self.file is None:
            return self._anthology(self.topic.title if self.topic else "")
        return article_page(self.dossier.article(self.file), folded=self.folded)

    def _anthology(self, title: str) -> Page:
        page = self._anthologies.get(title)
        if page is None:
            if len(self._anthologies) >= _ANTHOLOGIES:
                self._anthologies.clear()
            page = self._anthologies[title] = anthology_page(self.sources())
        return page

    def marks_of(self, file: str) -> Marks:
        """What is painted over an article."""
        marks = self._marks.get(file)
        if marks is None:
            extracts = self.dossier.extracts(self.topic, file) if self.topic is not None else ()
            topic = None
            if self.topic is not None and self.file is not None:
                topic = tuple(sorted(extract.span for extract in extracts))
            marks = self._marks[file] = Marks(
                topic,
                self.dossier.mentions(file),
                self._hit_spans.get(file, ()),
                self._clippings.get(file, ()),
                tuple(sorted(extract.span for extract in extracts if extract.only_here)),
                hit.span if (hit := self.stood_on) and hit.file == file and self.hits else None,
            )
        return marks

    def landing(self, file: str) -> int:
        """Where to start reading a source: at its first hit on the topic, else its first words."""
        source = self.source(file)
        if self.narrowed and (starts := self._hit_starts.get(file)):
            if source is None or not source.extracts:
                return starts[0]
            held = (self._held(extract) for extract in source.extracts)
            if (first := min((one.start for one in held if one), default=None)) is not None:
                return starts[first]
        return source.extracts[0].span.start if source and source.extracts else 0

    def mention_counts(self, page: Page) -> tuple[int, ...]:
        """How many mentions of each kind stand on a page; nothing while that is worked out."""
        if not self.dossier.analysed:
            return ()
        counted = self._counted
        if counted is None or counted[0] is not page or counted[1] is not self.dossier:
            counted = self._counted = page, self.dossier, self._count(page)
        return counted[2]

    def _counts_at_hand(self) -> bool:
        """Whether it was counted what the topic's extracts mention, of all that is found now."""
        on_demand = self.topic is not None and isinstance(self.topic.extracts, ExtractsOnDemand)
        return on_demand and isinstance(self.dossier.found.entities, EntitiesOnDemand)

    def _count(self, page: Page) -> tuple[int, ...]:
        counts = dict.fromkeys(KINDS, 0)
        if self.file is not None:
            for mention, _ in self.marks_of(self.file).mentions:
                counts[mention.kind] += 1
        elif self._counts_at_hand() and self.topic is not None:
            counts |= self.topic.extracts.kinds()  # type: ignore[attr-defined]  # on demand
        else:
            for piece in page.pieces:
                if piece.read and piece.article:
                    marks = self.marks_of(piece.article.file)
                    for mention, _ in marks.mentions_in(piece.start, piece.end):
                        counts[mention.kind] += 1
        return tuple(counts[kind] for kind in KINDS)

    # -- stepping

    def source_after(self, file: str | None, step: int) -> str | None:
        """The source so many further on the topic, or the last one; None when there is none."""
        sources = self.sources()
        at = place_in(sources, file)
        index = at if at is not None else -1 if step > 0 else len(sources)
        if not self.narrowed:
            further = max(0, min(index + step, len(sources) - 1))
            return None if further == index or not sources else sources[further].article.file
        ahead = self._with_hits(sources, index, step)
        return ahead[min(abs(step), len(ahead)) - 1] if ahead else None

    def _with_hits(self, sources: Sequence[Source], index: int, step: int) -> list[str]:
        """The sources with hits that are looked at for a step, the nearest first.

        Hits are in the dossier's order, and so are sources: no more are placed than are passed.
        """
        if not self.hits_in(self.topic):
            return []
        files = list(self._hit_starts)
        from_here = sources[index].article.file if 0 <= index < len(sources) else None
        here = self._place(from_here)
        if here is None:
            ahead = files if step > 0 else files[::-1]
        else:
            way = bisect_right if step > 0 else bisect_left
            at = way(files, here, key=lambda file: -1 if (at := self._place(file)) is None else at)
            ahead = files[at:] if step > 0 else files[:at][::-1]
        there = (file for file in ahead if place_in(sources, file) is not None)
        return list(islice(filter(self._has_hit, there), abs(step)))

    def _has_hit(self, file: str) -> bool:
        """Whether an article with hits has one on the topic chosen; its own words are not read."""
        topic = self.topic
        return topic is None or any(map(self._held, self.dossier.extracts(topic, file)))

    def topic_after(self, step: int) -> Topic | None:
        """The topic so many further, or the last one there is. None for all articles."""
        topics = self.topics()
        index = topics.index(self.topic) + step
        return topics[max(0, min(index, len(topics) - 1))]

    def hit_after(self, place: Place, step: int) -> "Hit | None":
        """The hit so many after a place, in any article, round the end; None without hits."""
        if not self.hits:
            return None
        here = (-1 if (at := self._place(place.file)) is None else at, place.offset)
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
        return self.dossier.place(hit.file), hit.span.start

    def _place(self, file: str | None) -> int | None:
        """Where the article of that file stands; None when nowhere."""
        return self.dossier.place(file) if file and self.dossier.has(file) else None

    def place(self, offset: int, file: str | None) -> Place:
        """Where one is, given what one reads: on a source's page, or in an anthology."""
        title = self.topic.title if self.topic else None
        if self.file is None:
            return Place(title, None, offset, file)
        return Place(title, self.file if file is None else file, offset)

    def moved_to(self, place: Place) -> Place:
        """The place as far as it still exists: a topic or file that is gone is left out."""
        topic = self.topic_of(place.topic)
        file = place.file if self.dossier.has(place.file) else None
        within = place.within if self.dossier.has(place.within) else None
        return replace(place, topic=topic.title if topic else None, file=file, within=within)


class HitCounts(OnDemand[int]):
    """How many hits each source has, counted when it is shown."""

    def __init__(self, sources: Sequence[Source], counted: Callable[[Source], int]) -> None:
        self._sources, self._counted = sources, counted

    def __len__(self) -> int:
        return len(self._sources)

    def _make(self, index: int) -> int:
        return self._counted(self._sources[index])


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap or touch joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        elif len(span):
            joined.append(span)
    return tuple(joined)
