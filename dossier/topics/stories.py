"""Stories: whether the articles of a folder tell one story, several, or each its own.

Two articles of one story share a quarter of their words' weight or more, two of different stories
a tenth or less (thirty dossiers, 2026-11-22: inside .19 to .50 on the mean, across .02 to .14).
"""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from dossier.article import Article
from dossier.topics.consensus import linked
from dossier.topics.vectors import Array
from dossier.topics.words import is_unspaced, terms_of

ALIKE = 0.13
"""Likeness down to which articles, and groups of them on the mean, are of one story."""
PAIRED = 0.25
"""The same where words are not parted: articles of any subject share pairs of letters (halves of a
Japanese article .38 to .71, of two .21 or less nine times in ten)."""
WHOLE = 0.6
"""Share of the articles that one story has to have for the folder to be that story."""
FEWEST, MOST = 3, 300
"""Articles below which, and beyond which, a folder is taken to tell one story."""
SAYING = 20
"""Terms an article has at least to be compared."""
LITTLE, UNLIKE = 4, 0.07
"""The same where most are clips of a line or two, and down to which likeness on the mean those may
be one story (first sentences of one story .08 to .25, clips of anything .00 to .06)."""


def stories_in(articles: Sequence[Article], language: str | None) -> list[list[int]]:
    """The articles of each story, as indices, those told by most first; one when it is one.

    What says too little to be compared stands alone.
    """
    every = [list(range(len(articles)))]
    if not FEWEST <= len(articles) <= MOST:
        return every
    terms = [_terms(article, language) for article in articles]
    saying = [i for i, counts in enumerate(terms) if counts.total() >= SAYING]
    little = len(saying) < max(FEWEST, len(articles) / 2)
    if little:
        saying = [i for i, counts in enumerate(terms) if counts.total() >= LITTLE]
    told = [terms[i] for i in saying]
    alike = _likeness(told)
    if len(saying) < FEWEST or (little and _mean(alike) > UNLIKE):
        return every
    pairs = sum(sum(map(is_unspaced, own)) > len(own) / 2 for own in told)
    floor = PAIRED if pairs > len(told) / 2 else ALIKE
    labels = linked(alike, floor).tolist()
    groups = [[i for i, own in zip(saying, labels, strict=True) if own == n] for n in set(labels)]
    if max(map(len, groups)) >= WHOLE * len(saying):
        return every
    alone = [[i] for i in range(len(articles)) if i not in set(saying)]
    return sorted([*groups, *alone], key=lambda group: (-len(group), group))


def _terms(article: Article, language: str | None) -> Counter[str]:
    spoken = article.language or language
    spans = (sentence for passage in article.passages for sentence in passage.sentences)
    return Counter(term for span in spans for term in terms_of(span.of(article.text), spoken))


def _likeness(terms: Sequence[Counter[str]]) -> Array:
    """The cosines of (1 + ln tf); no rarity is weighed, for what a story keeps saying is common."""
    held = Counter(term for own in terms for term in own)
    columns = {term: i for i, term in enumerate(sorted(t for t, n in held.items() if n > 1))}
    rows = np.zeros((len(terms), max(1, len(columns))), dtype=np.float32)
    for row, own in zip(rows, terms, strict=True):
        length = sum((1 + log(count)) ** 2 for count in own.values()) ** 0.5
        for term, count in own.items():
            if term in columns:
                row[columns[term]] = (1 + log(count)) / length
    alike: Array = rows @ rows.T
    return alike


def _mean(alike: Array) -> float:
    """How alike two articles are on the mean."""
    many = len(alike)
    return float((alike.sum() - np.trace(alike)) / max(1, many * many - many))
