"""Vectors: sentences as weighed terms, smoothed over their neighbours, and how alike they are.

Terms are weighed (1 + ln tf) · ln((n + 1) / df) and scaled to length one. A sentence alone says too
little, so each takes on a share of its neighbours: ``decay`` a sentence, times ``border`` for each
border of a paragraph and .3 for each heading crossed. At a decay of .7 topics would become
articles.
"""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt

from dossier.topics.sentences import Sentence

Flags = npt.NDArray[np.bool_]
Array = npt.NDArray[np.floating[Any]]  # Any: of either width
HEADING_CROSSED = 0.3


def weighed_terms(terms: Sequence[Sequence[str]]) -> tuple[Array, dict[str, int]]:
    """A row a sentence, of length one or nothing, a column a term; and the column of each term."""
    frequency = Counter(term for sentence in terms for term in set(sentence))
    columns = {term: i for i, term in enumerate(sorted(frequency))}
    rows = np.zeros((len(terms), max(1, len(columns))), dtype=np.float32)
    for i, sentence in enumerate(terms):
        for term, count in Counter(sentence).items():
            rarity = log((1 + len(terms)) / frequency[term])
            rows[i, columns[term]] = (1 + log(count)) * rarity
    return unit(rows), columns


def unit(rows: Array) -> Array:
    """The rows scaled to length one; a row of nothing stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    scaled: Array = rows / np.maximum(lengths, 1e-9)
    return scaled


def middle(values: Array) -> float:
    """The median; that of numpy loads its masked arrays, a fortieth of the time to topics."""
    ordered, half = np.sort(values), len(values) // 2
    return float((ordered[-1 - half] + ordered[half]) / 2)


def neighbours(sentences: Sequence[Sentence], decay: float, border: float, reach: int) -> Array:
    """The share each sentence takes of each other; rows add up to one."""
    count = len(sentences)
    shares = np.eye(count, dtype=np.float32)
    for i, first in enumerate(sentences):
        share = 1.0
        for j in range(i + 1, min(count, i + 1 + reach)):
            before, here = sentences[j - 1], sentences[j]
            if here.article != first.article:
                break
            share *= decay
            share *= border if here.passage != before.passage else 1
            share *= HEADING_CROSSED if here.section != before.section else 1
            shares[i, j] = shares[j, i] = share
    summed: Array = shares / shares.sum(axis=1, keepdims=True)
    return summed


def likeness(alike: Array, shares: Array) -> Array:
    """Cosines of the smoothed sentences, from those of the bare ones and the smoothing."""
    smooth = shares @ alike @ shares.T
    scale = 1 / np.sqrt(np.maximum(np.diagonal(smooth), 1e-9))
    cosines: Array = smooth * scale[:, None] * scale[None, :]
    return cosines


def marked_off(alike: Array) -> Array:
    """Cosines of the sentences once what they all have in common is taken off them.

    Every sentence of a story shares some of its words; what is left tells its parts from each
    other. Source: B. Schölkopf, A. Smola and K.-R. Müller, "Nonlinear component analysis as a
    kernel eigenvalue problem", 1998, appendix A: from the products alone.
    """
    usual = alike.mean(axis=0)
    left = alike - usual[None, :] - usual[:, None] + usual.mean()
    scale = 1 / np.sqrt(np.maximum(np.diagonal(left), 1e-9))
    cosines: Array = left * scale[:, None] * scale[None, :]
    return cosines
