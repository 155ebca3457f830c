"""The dossier: the parts joined, and the questions asked of it.

A dossier is opened in two steps, so that a page stands at once: ``open_dossier`` reads the
articles; ``analyse`` adds what was worked out (entities, topics), and may run in another thread.

What makes the questions quick (which article a file is, which mentions an article has) is kept
outside the value, made when first asked for, and let go with the dossier.
"""

import weakref
from abc import abstractmethod
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path
from typing import cast

from dossier.article import Article, main_language, reading_order
from dossier.decisions import Decisions, apply_particulars, read_decisions
from dossier.entities import Entity, Found, Mention, find_entities
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.on_demand import ArticlesOnDemand, OnDemand
from dossier.problems import Problem
from dossier.reading import Enough, Read, read_paths
from dossier.reading.files import name_of
from dossier.topics import Extract, Topic, sort_topics
from dossier.topics.on_demand import ExtractsOnDemand, HeldExtracts, MendedExtracts
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it bears on one topic."""

    article: Article
    extracts: tuple[Extract, ...]
    """Its extracts in the topic, in reading order; never empty for a source of a topic."""
    coverage: float
    """0..1: the share of the topic's words that stand in this article."""


@dataclass(frozen=True, slots=True)
class Derived:
    """What was worked out of the articles alone, before anything the reader put right."""

    found: Found = field(default_factory=Found)
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Dossier:
    """Articles about one story, what they say by topic, and whom they name."""

    title: str
    articles: tuple[Article, ...]
    """In reading order: by date where known, then by file."""
    folder: Path | None = None
    problems: tuple[Problem, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    language: str | None = None
    """ISO 639-1 code: decided on, else that of most articles; None if unknown."""
    derived: Derived | None = None
    """What the reader's decisions are played over; None takes ``found`` and ``topics``."""
    found: Found = field(default_factory=Found)
    topics: tuple[Topic, ...] = ()
    analysed: bool = False
    """Whether ``found`` and ``topics`` have been worked out; False right after opening."""
    whole: bool = True
    """Whether every file was read; False while the rest of a large folder still is."""
    checked: bool = field(default=True, compare=False)
    """Whether the files were looked at since this was kept; False right after opening it again."""
    unsorted: frozenset[str] | None = None
    """Files whose names and topics are to come, while those of the others stand as they were
    before files changed; None where all were worked out together."""
    heard: str = ""
    """The language models that refined ``found``; "" where the rules speak alone."""

    def article(self, file: str) -> Article:
        """The article of that file; KeyError when there is none."""
        return self.articles[self.place(file)]

    def place(self, file: str) -> int:
        """Where the article of that file stands among ``articles``; KeyError when nowhere."""
        if isinstance(self.articles, ArticlesOnDemand):
            return self.articles.place(file)
        return _lookup(self).places[file]

    def has(self, file: str | None) -> bool:
        """Whether there is an article of that file; there is none of None."""
        try:
            self.place(file or "")
        except KeyError:
            return False
        return True

    def sources(self, topic: Topic | None) -> tuple[Source, ...]:
        """The articles with extracts in the topic, in the dossier's order; all of them for None."""
        if topic is None and isinstance(self.articles, ArticlesOnDemand):
            return cast("Sources", AllSources(self.articles))
        if topic is None:
            return tuple(Source(article, (), 1.0) for article in self.articles)
        if isinstance(topic.extracts, ExtractsOnDemand):
            return cast("Sources", TopicSources(self, topic.extracts))
        total = sum(len(extract.span) for extract in topic.extracts) or 1
        by_file: defaultdict[str, list[Extract]] = defaultdict(list)
        for extract in topic.extracts:
            by_file[extract.file].append(extract)
        return tuple(
            Source(
                self.article(file),
                tuple(by_file[file]),
                sum(len(extract.span) for extract in by_file[file]) / total,
            )
            for file in sorted(by_file, key=self.place)
        )

    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
        if isinstance(self.found.entities, EntitiesOnDemand):
            return self.found.entities.mentions(file)
        return _lookup(self).mentions.get(file, ())

    def mention_at(self, file: str, offset: int) -> tuple[Mention, Entity] | None:
        """The mention that holds the offset, with its entity; None where nothing is named."""
        mentions = self.mentions(file)
        at = bisect_left(mentions, offset, key=lambda pair: pair[0].span.end - 1)
        if at < len(mentions) and mentions[at][0].span.start <= offset:
            return mentions[at]
        return None

    def topics_of(self, extract_file: str, offset: int) -> tuple[Topic, ...]:
        """The topics whose extracts hold the offset, the main one first."""
        holding = [
            (extract.weight, topic)
            for topic in self.topics
            for extract in self.extracts(topic, extract_file)
            if extract.span.start <= offset < extract.span.end
        ]
        return tuple(topic for _, topic in sorted(holding, key=lambda pair: -pair[0]))

    def extracts(self, topic: Topic, file: str) -> tuple[Extract, ...]:
        """The extracts of an article in one of the dossier's topics, in reading order."""
        if isinstance(topic.extracts, ExtractsOnDemand):
            return topic.extracts.of(file)
        return tuple(_lookup(self).extracts.get((topic.title, file), ()))


class SourcesOnDemand(OnDemand[Source]):
    """The sources of a topic, found by their file without making them all."""

    __slots__ = ()

    most = 0.0
    """The highest coverage among them."""

    @abstractmethod
    def place(self, file: str) -> int | None:
        """Where the source of that file stands; None when it is none."""

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files, all of the dossier, that are sources."""
        return files


class AllSources(SourcesOnDemand):
    """Every article, as a source of no topic."""

    __slots__ = ("_articles",)

    def __init__(self, articles: ArticlesOnDemand) -> None:
        self._articles = articles

    def place(self, file: str) -> int | None:
        """Where the article of that file stands; None when nowhere."""
        try:
            return self._articles.place(file)
        except KeyError:
            return None

    def __len__(self) -> int:
        return len(self._articles)

    def _make(self, index: int) -> Source:
        return Source(self._articles[index], (), 1.0)


class TopicSources(SourcesOnDemand):
    """The sources of a topic whose extracts are made on demand."""

    __slots__ = ("_dossier", "_extracts", "_total", "most")

    def __init__(self, dossier: Dossier, extracts: ExtractsOnDemand) -> None:
        self._dossier, self._extracts = dossier, extracts
        self._total = sum(extracts.sizes()) or 1
        self.most = max(extracts.sizes(), default=0) / self._total

    def place(self, file: str) -> int | None:
        """Where the source of that file stands; None when it is none."""
        return self._extracts.place(file)

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files, all of the dossier, that are sources."""
        return self._extracts.those_of(files)

    def counts(self) -> Sequence[int]:
        """How many extracts each source has."""
        return self._extracts.counts()

    def sizes(self) -> Sequence[int]:
        """How many code points of extracts each source has."""
        return self._extracts.sizes()

    def __len__(self) -> int:
        return self._extracts.sources

    def _make(self, index: int) -> Source:
        file = self._extracts.file(index)
        extracts = self._extracts.of(file)  # first: damaged ones are not counted from then on
        share = self._extracts.sizes()[index] / self._total
        return Source(self._dossier.article(file), extracts, share)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, TopicSources) and self._extracts is other._extracts:
            return True
        by_hand = isinstance(self._extracts, HeldExtracts | MendedExtracts)
        if isinstance(other, TopicSources) and by_hand:
            return self._extracts == other._extracts  # no article is made to tell
        return super().__eq__(other)

    __hash__ = SourcesOnDemand.__hash__


Sources = tuple[Source, ...]
"""What a topic's sources are to who reads them, on demand or not."""


def place_in(sources: Sequence[Source], file: str | None) -> int | None:
    """Where among the sources the one of that file stands; None when it is none of them."""
    if isinstance(sources, SourcesOnDemand):
        return sources.place(file) if file is not None else None
    return next((at for at, one in enumerate(sources) if one.article.file == file), None)


def those_of(sources: Sequence[Source], files: frozenset[str]) -> frozenset[str]:
    """Those of the files that the sources are of."""
    if isinstance(sources, SourcesOnDemand):
        return sources.those_of(files)
    return files.intersection(source.article.file for source in sources)


def sources_count(topic: Topic) -> int:
    """How many articles have extracts on the topic."""
    if isinstance(topic.extracts, ExtractsOnDemand):
        return topic.extracts.sources
    return len({extract.file for extract in topic.extracts})


def extracts_in(topic: Topic, file: str | None) -> tuple[Extract, ...]:
    """The extracts of an article in the topic, in reading order."""
    if isinstance(topic.extracts, ExtractsOnDemand):
        return topic.extracts.of(file) if file is not None else ()
    return tuple(extract for extract in topic.extracts if extract.file == file)


def by_article(dossier: Dossier, entity: Entity) -> Iterator[tuple[Article, tuple[Mention, ...]]]:
    """The articles that mention an entity, in the dossier's order, each with its mentions."""
    for file, mentions in by_file(dossier, entity):
        yield dossier.article(file), mentions


def by_file(dossier: Dossier, entity: Entity) -> Iterator[tuple[str, tuple[Mention, ...]]]:
    """The same by the articles' files, so that none of them is made."""
    there: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        there[mention.file].append(mention)
    for file in sorted(filter(dossier.has, there), key=dossier.place):
        yield file, tuple(there[file])


class _Lookup:
    """What a dossier's questions are answered from; each part is made when first asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._articles, self._found, self._topics = dossier.articles, dossier.found, dossier.topics

    @cached_property
    def places(self) -> dict[str, int]:
        return {article.file: number for number, article in enumerate(self._articles)}

    @cached_property
    def mentions(self) -> dict[str, tuple[tuple[Mention, Entity], ...]]:
        by_file: defaultdict[str, list[tuple[Mention, Entity]]] = defaultdict(list)
        for entity in self._found.entities:
            for mention in entity.mentions:
                by_file[mention.file].append((mention, entity))
        return {
            file: tuple(sorted(pairs, key=lambda pair: pair[0].span.start))
            for file, pairs in by_file.items()
        }

    @cached_property
    def extracts(self) -> dict[tuple[str, str], list[Extract]]:
        """By the title of a topic and the file of an article."""
        held: defaultdict[tuple[str, str], list[Extract]] = defaultdict(list)
        for topic in self._topics:
            if not isinstance(topic.extracts, ExtractsOnDemand):
                for extract in topic.extracts:
                    held[topic.title, extract.file].append(extract)
        return held


_LOOKUPS: dict[int, _Lookup] = {}
"""By the identity of the dossier, for as long as it lives."""


def _lookup(dossier: Dossier) -> _Lookup:
    """What the dossier's questions are answered from."""
    lookup = _LOOKUPS.get(id(dossier))
    if lookup is None:
        lookup = _LOOKUPS[id(dossier)] = _Lookup(dossier)
        weakref.finalize(dossier, _LOOKUPS.pop, id(dossier), None)
    return lookup


def open_dossier(
    paths: Sequence[Path], read: Read | None = None, enough: Enough | None = None
) -> Dossier:
    """The articles of the paths, read and cut into passages; nothing worked out yet.

    A path is a folder, a file, or ``-`` for standard input. ``read`` reads each file, in place of
    ``dossier.reading.read_article``; ``enough`` may stop before the last file. Raises DossierError
    when nothing can be read.
    """
    loaded = read_paths(paths, read, enough)
    decisions, unclear = read_decisions(loaded.folder) if loaded.folder else (Decisions(), ())
    articles, unmet = apply_particulars(loaded.articles, decisions)
    whole = any(path.is_dir() for path in paths)
    return Dossier(
        title_of(articles, loaded.folder, decisions, whole=whole),
        tuple(sorted(articles, key=reading_order)),
        loaded.folder,
        (*loaded.problems, *unclear, *(unmet if whole and loaded.whole else ())),
        decisions,
        decisions.language or main_language(articles),
        whole=loaded.whole,
    )


def title_of(
    articles: Sequence[Article], folder: Path | None, decisions: Decisions, *, whole: bool
) -> str:
    """What to call the dossier: as decided, as its folder, or as the one article it is."""
    if len(articles) == 1 and not whole:
        return articles[0].name
    if decisions.title:
        return decisions.title
    name = folder.resolve().name if folder else ""
    return name_of(name) if name else "-"


def analyse(dossier: Dossier) -> Dossier:
    """The same dossier with its entities and topics worked out; pure: any thread may run it."""
    found = find_entities(dossier.articles)
    topics = sort_topics(dossier.articles, found, language=dossier.language)
    return decide(replace(dossier, derived=Derived(found, topics), analysed=True))


def without_topics(dossier: Dossier, error: object) -> Dossier:
    """The same dossier as it is, to be read without topics; why stands with what is wrong in it."""
    wrong = Problem(dossier.title, f"The topics could not be worked out: {error}.")
    return replace(dossier, analysed=True, problems=(*dossier.problems, wrong))


def decide(dossier: Dossier, decisions: Decisions | None = None) -> Dossier:
    """The same dossier with what the reader decided of entities and topics played over it.

    ``decisions`` take the place of those it has; what they say of articles is not looked at: that
    takes opening it again. Quick: nothing is worked out anew.
    """
    decisions = dossier.decisions if decisions is None else decisions
    derived = dossier.derived or Derived(dossier.found, dossier.topics)
    found, topics = derived.found, derived.topics
    if decisions.entities:
        from dossier.decisions.derived import apply_to_entities

        found = apply_to_entities(found, dossier.articles, decisions)
    if decisions.topics or decisions.order:
        from dossier.decisions.derived import apply_to_topics

        unsorted, language = dossier.unsorted or (), dossier.language
        topics = apply_to_topics(topics, dossier.articles, decisions, unsorted, language)
    return replace(dossier, decisions=decisions, derived=derived, found=found, topics=topics)
