"""Copies: articles that share most of their words, and passages that stand in several articles.

Agency pieces are reprinted, sites mirror each other, a page is saved twice. Copies are found by the
runs of words that articles share (Broder, "On the resemblance and containment of documents", 1997);
nothing is hidden for it, the reader is told. A pure function of the articles.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dossier.article import Article, Passage
from dossier.language.folding import fold

RUN = 6
"""Words of a run: long enough that two writers do not share one by chance."""
ENOUGH = 0.5
"""Share of the shorter article's runs that makes it a copy; others share under .2."""
LEAST_WORDS = 12
"""Words of a passage worth saying that it stands elsewhere: shorter ones are formulas."""
COMMON = 50
"""Articles. A run that stands in more of them is a site's formula, and joins nobody."""

_WORD = re.compile(r"\w+")


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


def find_copies(articles: Sequence[Article]) -> Copies:
    """The copies among the articles, and the passages they share."""
    return Copies(tuple(_copies(articles)), tuple(_shared_passages(articles)))


def _copies(articles: Sequence[Article]) -> list[Copy]:
    runs = [_runs(article) for article in articles]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(runs):
        for run in own:
            holders[run].append(index)
    shared = Counter(
        pair
        for held in holders.values()
        if 1 < len(held) <= COMMON
        for pair in combinations(held, 2)
    )
    found = []
    for (first, second), count in sorted(shared.items()):
        shorter, longer = sorted((first, second), key=lambda n: (len(runs[n]), -n))
        share = count / len(runs[shorter])
        if share >= ENOUGH:
            found.append(Copy(articles[shorter].file, articles[longer].file, round(share, 3)))
    return found


def _runs(article: Article) -> set[int]:
    """The runs of words of an article's passages, as numbers that hold for this process."""
    words = _WORD.findall(fold(" ".join(p.span.of(article.text) for p in article.passages)))
    return {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}


def _shared_passages(articles: Sequence[Article]) -> list[SharedPassage]:
    places: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for article in articles:
        for passage in article.passages:
            if words := _words(article, passage):
                places[words].setdefault(article.file, passage.number)
    return [SharedPassage(tuple(held.items())) for held in places.values() if len(held) > 1]


def _words(article: Article, passage: Passage) -> str | None:
    """A passage's words, folded and without marks; None when they are too few."""
    words = _WORD.findall(fold(passage.span.of(article.text)))
    return " ".join(words) if len(words) >= LEAST_WORDS else None
