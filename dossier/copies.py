"""Copies: articles that share most of their words, and passages that stand in several articles.

Agency pieces are reprinted, sites mirror each other, a page is saved twice. Copies are found by the
runs of words that articles share (Broder, "On the resemblance and containment of documents", 1997,
section 2). Where articles are many, those that may be copies are told by some of their runs, the
ones that open with a chosen word (the anchors of Manber, "Finding similar files in a large file
system", 1994, section 2), and only those are compared whole: the cost grows as the text does.
Nothing is hidden for it, the reader is told. A pure function of the articles.
"""

import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby, product
from zlib import crc32

from dossier.article import Article

RUN = 6
"""Words of a run: long enough that two writers do not share one by chance."""
ENOUGH = 0.5
"""Share of the shorter article's runs that makes it a copy; others share under .2."""
LIKELY = 0.25
"""Share of the runs looked at that makes two articles worth comparing whole."""
LEAST_WORDS = 12
"""Words of a passage worth saying that it stands elsewhere: shorter ones are formulas."""
COMMON = 50
"""Articles. A run that stands in more of them is a site's formula, and joins nobody."""
ALL_RUNS = 500
"""Articles. Up to here every run is looked at; of more, those that open with an anchor."""
EVERY = 4
"""One word in so many is an anchor, whatever article it stands in."""

_MARKS = "'\"’‘.,;:!?…()[]«»“”–—-/|•،؛؟。、"
_BETWEEN = "\0"
"""Stands between passages, as a word of its own."""
_PLACE = 24
"""Bits of an article's number; 40 of a run's hash stand before them."""
_HASH = (1 << 40) - 1


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share most of their words."""

    file: str
    """The shorter of the two, or the later by name."""
    of: str
    share: float
    """0..1: how much of ``file`` stands in ``of``."""


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage that stands, word for word, in several articles."""

    places: tuple[tuple[str, int], ...]
    """File and passage number, in the articles' order; two or more."""


@dataclass(frozen=True, slots=True)
class Copies:
    """What the articles of a dossier share."""

    articles: tuple[Copy, ...] = ()
    passages: tuple[SharedPassage, ...] = ()

    def of(self, file: str) -> tuple[str, ...]:
        """The files that an article is a copy of, or that are copies of it."""
        return tuple(
            copy.of if copy.file == file else copy.file
            for copy in self.articles
            if file in {copy.file, copy.of}
        )

    def without(self, files: frozenset[str]) -> "Copies":
        """What the articles share but those of these files."""
        there = (
            tuple(place for place in shared.places if place[0] not in files)
            for shared in self.passages
        )
        return Copies(
            tuple(copy for copy in self.articles if files.isdisjoint((copy.file, copy.of))),
            tuple(SharedPassage(places) for places in there if len(places) > 1),
        )


def find_copies(articles: Sequence[Article]) -> Copies:
    """The copies among the articles, and the passages they share."""
    alike: defaultdict[int, list[int]] = defaultdict(list)
    passages = _Passages()
    sketch = _Sketch(1 if len(articles) <= ALL_RUNS else EVERY)
    for index, article in enumerate(articles):
        words = passages.add(article)
        if len(words) >= RUN:
            held = alike[hash(tuple(words))]
            held.append(index)
            if len(held) == 1:
                sketch.add(index, words)
    found = _copies(articles, sketch, {held[0]: held for held in alike.values()})
    return Copies(tuple(found), passages.shared())


class _Passages:
    """Where each passage stands, known by the hash of its words."""

    def __init__(self) -> None:
        self._first: dict[int, tuple[str, int]] = {}
        self._all: dict[int, dict[str, int]] = {}

    def add(self, article: Article) -> list[str]:
        """Note the article's passages; the words of them all."""
        words: list[str] = []
        for passage, said in zip(article.passages, _words(article), strict=True):
            words += said
            if len(said) < LEAST_WORDS:
                continue
            key = hash(tuple(said))
            first = self._first.setdefault(key, (article.file, passage.number))
            if first[0] != article.file:
                held = self._all.setdefault(key, {first[0]: first[1]})
                held.setdefault(article.file, passage.number)
        return words

    def shared(self) -> tuple[SharedPassage, ...]:
        """The passages that stand in several articles, in the order they are met."""
        keys = filter(self._all.__contains__, self._first)
        return tuple(SharedPassage(tuple(self._all[key].items())) for key in keys)


class _Sketch:
    """The runs that are looked at of each article, and which articles they join."""

    def __init__(self, every: int) -> None:
        self._every = every
        self._anchors: dict[str, bool] = {}
        self._marks = array("Q")
        self._sizes: dict[int, int] = {}

    def add(self, index: int, words: list[str]) -> None:
        """Look at the runs of an article, all or those that open with an anchor."""
        runs = {
            hash(tuple(words[at : at + RUN]))
            for at in range(len(words) - RUN + 1)
            if self._every == 1 or self._is_anchor(words[at])
        }
        self._sizes[index] = len(runs)
        self._marks.extend((run & _HASH) << _PLACE | index for run in runs)

    def _is_anchor(self, word: str) -> bool:
        """Whether a word is an anchor: by its letters alone, so that it is one in every article."""
        known = self._anchors.get(word)
        if known is None:
            number = crc32(word.encode("utf-8", "replace"))
            known = self._anchors[word] = number % self._every == 0
        return known

    def likely(self) -> list[tuple[int, int]]:
        """The pairs of articles that share enough of what was looked at, in order."""
        shared: Counter[tuple[int, int]] = Counter()
        for _, marks in groupby(sorted(self._marks), key=lambda mark: mark >> _PLACE):
            held = [mark & (1 << _PLACE) - 1 for mark in marks]
            if 1 < len(held) <= COMMON:
                shared.update(combinations(held, 2))
        return sorted(
            (first, second)
            for (first, second), count in shared.items()
            if count >= LIKELY * min(self._sizes[first], self._sizes[second])
        )


def _copies(
    articles: Sequence[Article], sketch: _Sketch, alike: dict[int, list[int]]
) -> list[Copy]:
    """The pairs of copies in the articles' order; ``alike`` are those of the same words."""

    @lru_cache(maxsize=COMMON)
    def runs(index: int) -> frozenset[int]:
        words = [word for said in _words(articles[index]) for word in said]
        return frozenset(hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1))

    found: dict[tuple[int, int], tuple[int, int, float]] = {}
    for held in alike.values():
        for first, second in _pairs(held):
            found[first, second] = second, first, 1.0
    for pair in sketch.likely():
        shorter, longer = sorted(pair, key=lambda n: (len(runs(n)), -n))
        share = round(len(runs(shorter) & runs(longer)) / len(runs(shorter)), 3)
        if share >= ENOUGH:
            for one, other in _across(alike[shorter], alike[longer]):
                found[min(one, other), max(one, other)] = one, other, share
    return [
        Copy(articles[one].file, articles[other].file, share)
        for _, (one, other, share) in sorted(found.items())
    ]


def _pairs(alike: list[int]) -> Iterator[tuple[int, int]]:
    """Every two of the articles; with the first alone where they are too many."""
    if len(alike) <= COMMON:
        return combinations(alike, 2)
    return product(alike[:1], alike[1:])


def _across(some: list[int], others: list[int]) -> Iterator[tuple[int, int]]:
    """Each of the one with each of the others; the first alone where they are too many."""
    if len(some) * len(others) <= COMMON**2:
        return product(some, others)
    return product(some[:1], others[:1])


def _words(article: Article) -> list[list[str]]:
    """The words of each passage, in lower case and without marks."""
    said = f" {_BETWEEN} ".join(
        passage.span.of(article.text).replace(_BETWEEN, " ") for passage in article.passages
    )
    said = unicodedata.normalize("NFC", said).lower()
    for mark in _MARKS:
        said = said.replace(mark, " ")
    return [part.split() for part in said.split(_BETWEEN)] if article.passages else []
