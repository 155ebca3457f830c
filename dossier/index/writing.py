"""Writing: a dossier as the rows of a shelf.

An article is known by its number in reading order, before anything the reader said of it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from dossier.article import Article, main_language, reading_order
from dossier.copies import find_copies
from dossier.dossier import Derived, Dossier
from dossier.entities.entity import EntityKind
from dossier.entities.on_demand import called_all
from dossier.index.articles import HEAD
from dossier.index.opening import DERIVED, GROUND, NAMES, Read, ground_of
from dossier.index.records import plain
from dossier.index.shelf import SHARE, Row, packed
from dossier.index.stock import BLOCKS, CALLED, COPIES, LANGUAGES
from dossier.language.sieve import words_of
from dossier.on_demand import ArticlesOnDemand
from dossier.problems import Problem
from dossier.search.searched import Searched
from dossier.spans import Span
from dossier.topics.topic import Extract, Topic

Named = tuple[Span, int, EntityKind, Any]
"""A mention: its span, the number of its entity, its kind, and what is kept of it, for ``json``."""


def article_rows(read: Read, mark: str, stamp: str, told: Sequence[Problem] = ()) -> Iterator[Row]:
    """The files, the articles that were read of them, and what is ``told`` of other files."""
    problems: list[Problem] = []
    for number, (file, (of_file, loaded)) in enumerate(sorted(read.items())):
        files = [article.file for article in loaded.articles]
        yield "file", number, file, packed([file, of_file, files, plain(loaded.problems)])
        problems += loaded.problems
    problems += told
    articles = _in_order(read)
    yield "about", NAMES, "", packed([article.file for article in articles])
    language, ground = main_language(articles), ground_of(read)
    said = [mark, stamp, ground, len(articles), language, plain(tuple(problems))]
    yield "about", GROUND, "", packed(said)
    spoken = Counter(article.language for article in articles)
    yield "about", LANGUAGES, "", packed(list(spoken.items()))
    blocks, firsts = 0, array("I", [0])
    for number, article in enumerate(articles):
        head = [plain(getattr(article, name)) for name in HEAD]
        parts = packed([plain(article.blocks), plain(article.passages)])
        yield "article", number, article.file, packed([article.name, *head])
        searched = Searched(article)
        for start, end in searched.blocks():
            words = " ".join(words_of(searched.folded.text[start:end]))
            yield "words", blocks, str(number // SHARE), words.encode("ascii")
            blocks += 1
        firsts.append(blocks)
        yield "searched", number, "", searched.kept()
        yield "parts", number, "", parts
        yield "text", number, "", article.text.encode("utf-8", "surrogatepass")
    yield "about", BLOCKS, "", firsts.tobytes()


def _in_order(read: Read) -> list[Article]:
    """The articles of the files, in reading order."""
    return sorted((a for _, loaded in read.values() for a in loaded.articles), key=reading_order)


def files_of(read: Read) -> list[str]:
    """The files of the articles, in the order they have on the shelf."""
    return [article.file for article in _in_order(read)]


def derived_rows(dossier: Dossier, key: str, files: Sequence[str], *, share: bool) -> Iterator[Row]:
    """What was worked out, before anything the reader decided of it; what they share, if ``share``.

    ``files`` are those of the articles on the shelf, in their order there.
    """
    numbers = {file: number for number, file in enumerate(files)}
    derived = dossier.derived or Derived(dossier.found, dossier.topics)
    entities, suggestions = derived.found.entities, derived.found.suggestions
    counts = len(entities), len(suggestions), len(derived.topics)
    if isinstance(dossier.articles, ArticlesOnDemand):
        copies = dossier.articles.copies()
    else:
        copies = find_copies(dossier.articles) if share else None
    if copies is not None:
        yield "about", COPIES, "", packed(plain(copies))
    yield "about", DERIVED, "", packed([key, *counts, dossier.heard])
    yield "about", CALLED, "", packed(plain(tuple(called_all(entities))))
    named: defaultdict[str, list[Named]] = defaultdict(list)
    for number, entity in enumerate(entities):
        grouped = []
        for file, mentions in groupby(entity.mentions, key=lambda mention: mention.file):
            said = [
                (mention.span, number, mention.kind, plain(mention)[1:]) for mention in mentions
            ]
            named[file] += said
            grouped.append([numbers[file], [one[-1] for one in said]])
        sources = len({file for file, _ in grouped})
        kept = plain(replace(entity, mentions=()))
        yield "entity", number, "", packed([len(entity.mentions), sources, kept])
        yield "mentions", number, "", packed(grouped)
    for number, suggestion in enumerate(suggestions):
        yield "suggestion", number, "", packed(plain(suggestion))
    for file, there in named.items():
        there.sort(key=lambda one: one[:2])
        yield "named", numbers[file], "", packed([[number, said] for _, number, _, said in there])
    places = {article.file: place for place, article in enumerate(dossier.articles)}
    yield from _topic_rows(derived.topics, numbers, places, named)


def _topic_rows(
    topics: Sequence[Topic],
    numbers: Mapping[str, int],
    places: Mapping[str, int],
    named: Mapping[str, Sequence[Named]],
) -> Iterator[Row]:
    of_article: defaultdict[str, list[Any]] = defaultdict(list)  # Any: what json takes
    for topic_number, topic in enumerate(topics):
        by_file: defaultdict[str, list[Extract]] = defaultdict(list)
        for extract in topic.extracts:
            by_file[extract.file].append(extract)
        shares = array("I")
        kinds: Counter[str] = Counter()
        for file in sorted(by_file, key=lambda file: places[file]):
            extracts = by_file[file]
            of_article[file].append([topic_number, [plain(one)[1:] for one in extracts]])
            shares.extend((numbers[file], len(extracts), sum(len(one.span) for one in extracts)))
            kinds.update(_kinds_in(extracts, named.get(file, ())))
        said = plain(replace(topic, extracts=()))
        yield "topic", topic_number, "", packed([kinds, len(by_file), said])
        yield "shares", topic_number, "", shares.tobytes()
    for file, kept in of_article.items():
        yield "extracts", numbers[file], "", packed(kept)


def _kinds_in(extracts: Iterable[Extract], named: Sequence[Named]) -> Iterator[str]:
    """The kinds of the mentions in the extracts, each as often as it is met."""
    for extract in extracts:
        first = bisect_right(named, extract.span.start, key=lambda one: one[0].end)
        last = bisect_left(named, extract.span.end, key=lambda one: one[0].start)
        yield from (kind for _, _, kind, _ in named[first:last])
