"""The dossier: the parts joined, and the questions asked of it.

A dossier is opened in two steps, so that a page stands at once: ``open_dossier`` reads the
articles; ``analyse`` adds what was worked out (entities, topics), and may run in another thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dossier.article import Article
from dossier.decisions import Decisions
from dossier.entities import Entity, Found, Mention, find_entities
from dossier.problems import Problem
from dossier.reading import read_paths
from dossier.topics import Extract, Topic, sort_topics


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it bears on one topic."""

    article: Article
    extracts: tuple[Extract, ...]
    """Its extracts in the topic, in reading order; never empty for a source of a topic."""
    coverage: float
    """0..1: the share of the topic's words that stand in this article."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """Articles about one story, what they say by topic, and whom they name."""

    title: str
    articles: tuple[Article, ...]
    """In reading order: by date where known, then by file."""
    folder: Path | None = None
    problems: tuple[Problem, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    language: str | None = None
    found: Found = field(default_factory=Found)
    topics: tuple[Topic, ...] = ()
    analysed: bool = False
    """Whether ``found`` and ``topics`` have been worked out; False right after opening."""

    def article(self, file: str) -> Article:
        """The article of that file; KeyError when there is none."""
        for article in self.articles:
            if article.file == file:
                return article
        raise KeyError(file)

    def sources(self, topic: Topic | None) -> tuple[Source, ...]:
        """The articles with extracts in the topic, in the dossier's order; all of them for None."""
        if topic is None:
            return tuple(Source(article, (), 1.0) for article in self.articles)
        total = sum(len(extract.span) for extract in topic.extracts) or 1
        sources = []
        for article in self.articles:
            extracts = tuple(e for e in topic.extracts if e.file == article.file)
            if extracts:
                share = sum(len(e.span) for e in extracts) / total
                sources.append(Source(article, extracts, share))
        return tuple(sources)

    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
        pairs = [(m, e) for e in self.found.entities for m in e.mentions if m.file == file]
        return tuple(sorted(pairs, key=lambda pair: pair[0].span))

    def topics_of(self, extract_file: str, offset: int) -> tuple[Topic, ...]:
        """The topics whose extracts hold the offset, the main one first."""
        holding = [
            (extract.weight, topic)
            for topic in self.topics
            for extract in topic.extracts
            if extract.file == extract_file and extract.span.start <= offset < extract.span.end
        ]
        return tuple(topic for _, topic in sorted(holding, key=lambda pair: -pair[0]))


def open_dossier(paths: Sequence[Path]) -> Dossier:
    """The articles of the paths, read and cut into passages; nothing worked out yet.

    Raises DossierError when nothing can be read.
    """
    loaded = read_paths(paths)
    title = loaded.folder.resolve().name if loaded.folder else "-"
    return Dossier(title, loaded.articles, loaded.folder, loaded.problems)


def analyse(dossier: Dossier) -> Dossier:
    """The same dossier with its entities and topics worked out; pure: any thread may run it."""
    found = find_entities(dossier.articles)
    topics = sort_topics(dossier.articles, found, language=dossier.language)
    return replace(dossier, found=found, topics=topics, analysed=True)
