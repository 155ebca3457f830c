"""The reading: what of a dossier stands in the panes, without the panes.

Three choices decide everything: a topic, a source of it, and what is narrowed or folded. What
follows from them is worked out here, once, and kept until they change.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dossier.dossier import Dossier, Source, place_in, sources_count
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.spans import Span
from dossier.topics import Topic
from tui.following import same_topic, titled
from tui.inks import KINDS
from tui.lens import Lens
from tui.marks import Marks, apart
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
        self.lens = Lens(dossier)
        """What was looked for; it narrows nothing at first."""
        self.stood_on: Hit | None = None
        """The hit the reader was led to last; None before the first."""
        self.refining: tuple[int, int] | None = None
        """How many articles a language model has read, of how many; None when none reads."""
        self.copied: Copied | None = None
        """What the articles share; None before they were compared."""
        self._clippings: dict[str, tuple[Span, ...]] = {}
        self._marks: dict[str, Marks] = {}
        self._sources: dict[str | None, tuple[Source, ...]] = {}
        self._anthologies: dict[str, Page] = {}
        self._counted: list[tuple[Page, Dossier, tuple[int, ...]]] = []
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
        self._counted.clear()
        self.lens.take(dossier)

    def titles_since(self, before: Dossier) -> Callable[[str], str]:
        """What a topic is called now that had this title before; as then where it is gone."""

        @cache
        def title_now(title: str) -> str:
            if self.topic_of(title) is not None:
                return title
            now = same_topic(titled(title, before), before, self.dossier)
            return now.title if now is not None else title

        return title_now

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
        self._clippings = {file: apart(spans) for file, spans in by_file.items()}
        self._marks.clear()

    def mark_in(self, file: str, spans: Sequence[Span]) -> None:
        """Show these spans of a file as clipped; those of other files stay."""
        self._clippings[file] = apart(spans)
        self._marks.pop(file, None)

    def look(self, lens: Lens) -> None:
        """Show its hits; grey out what has none if it narrows."""
        self.lens = lens
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
        count = self.lens.in_topic if self.lens.narrowed else self.sources_count
        return tuple(map(count, self.topics()))

    def sources_count(self, topic: Topic | None) -> int:
        """How many articles have extracts on the topic."""
        if topic is None:
            return len(self.dossier.articles)
        return sources_count(topic)

    def sources(self) -> tuple[Source, ...]:
        """The sources of the topic chosen."""
        key = self.topic.title if self.topic else None
        if key not in self._sources:
            self._sources[key] = self.dossier.sources(self.topic)
        return self._sources[key]

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
                self.lens.spans_in(file),
                self._clippings.get(file, ()),
                tuple(sorted(extract.span for extract in extracts if extract.only_here)),
                hit.span
                if (hit := self.stood_on) and hit.file == file and self.lens.hits
                else None,
            )
        return marks

    def landing(self, file: str) -> int:
        """Where to start reading a source: at its first hit on the topic, else its first words."""
        source = self.source(file)
        extracts = source.extracts if source is not None else ()
        hit = self.lens.first_in(file, extracts)
        if hit is not None:
            return hit
        return extracts[0].span.start if extracts else 0

    def mention_counts(self, page: Page) -> tuple[int, ...]:
        """How many mentions of each kind stand on a page; nothing while that is worked out."""
        if not self.dossier.analysed:
            return ()
        for of, dossier, counts in self._counted:
            if of is page and dossier is self.dossier:
                return counts
        counts = self._count(page)
        self._counted = [(page, self.dossier, counts), *self._counted[:_ANTHOLOGIES]]
        return counts

    def _count(self, page: Page) -> tuple[int, ...]:
        counts = dict.fromkeys(KINDS, 0)
        extracts = self.topic.extracts if self.topic is not None else ()
        entities = self.dossier.found.entities
        if self.file is not None:
            for mention, _ in self.marks_of(self.file).mentions:
                counts[mention.kind] += 1
        elif self.topic is not None and isinstance(entities, EntitiesOnDemand):
            from tui.mentioned import kinds_in  # not for a page

            counts |= kinds_in(extracts, entities)
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
        if not self.lens.narrowed:
            further = max(0, min(index + step, len(sources) - 1))
            return None if further == index or not sources else sources[further].article.file
        here = sources[index].article.file if 0 <= index < len(sources) else None
        ahead = self.lens.files_after(here, step, self.topic, sources)
        return ahead[min(abs(step), len(ahead)) - 1] if ahead else None

    def topic_after(self, step: int) -> Topic | None:
        """The topic so many further, or the last one there is. None for all articles.

        When narrowed, those without a hit are passed over.
        """
        topics = self.topics()
        at = topics.index(self.topic)
        ahead = topics[at + 1 :] if step > 0 else topics[:at][::-1]
        if self.lens.narrowed:
            ahead = tuple(filter(self.lens.in_topic, ahead))
        return ahead[min(abs(step), len(ahead)) - 1] if ahead else self.topic

    def holds(self, file: str) -> bool:
        """Whether the file is a source of the topic chosen; with a hit there, when narrowed."""
        source = self.source(file)
        if source is None or not self.lens.narrowed:
            return source is not None
        return self.lens.first_in(file, source.extracts) is not None

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
