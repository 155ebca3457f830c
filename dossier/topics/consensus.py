"""Consensus: how often many light clusterings put two sentences together.

One clustering of sentences is unsure; what many agree on, under different smoothings and by
different methods, holds on stories nobody has seen: pairs of sentences of different articles
that nine in ten put together were right 83 to 93 times in 100.

Sources: A. Strehl and J. Ghosh, "Cluster ensembles", 2002; V. D. Blondel et al., "Fast unfolding of
communities in large networks", 2008. Both made deterministic: sentences in order, ties to the
first.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, likeness, neighbours, unit, weighed_terms

Labels = npt.NDArray[np.int64]
Smoothing = tuple[float, float, int]
SMOOTHINGS = ((0.2, 0.5, 3), (0.3, 0.8, 3), (0.4, 0.5, 3), (0.4, 0.8, 1))
"""Decay, border and reach of each smoothing; twelve gain a hundredth, at four times the cost."""
MANY = tuple((d, b, r) for d in (0.2, 0.3, 0.4) for b in (0.5, 0.8) for r in (1, 3))
"""The same for groups: what twelve agree on, an article more moves less."""
LETTERS = 4
"""Letters of a word's opening, and of the runs of letters it is cut into."""
LINKED = (8, 10, 12)
"""Numbers of clusters at which the average linkage is cut."""
NEAREST = 8
RESOLUTIONS = (1.0, 1.2)


def shared(terms: Sequence[Sequence[str]]) -> Array:
    """How alike the sentences are by their terms, the openings of these and their letters in fours.

    "manifestant" and "manifestation" are two terms with one opening, and "anticasseurs" has the
    letters of "casseurs": what one form of the words misses another has (-.02 without the two).
    """
    openings = [[term[:LETTERS] for term in own] for own in terms]
    fours = [[four for term in own for four in _fours(f" {term} ")] for own in terms]
    alike: Array = (_cosines(terms) + _cosines(openings) + _cosines(fours)) / 3
    return alike


def _fours(word: str) -> list[str]:
    return [word[i : i + LETTERS] for i in range(max(1, len(word) - LETTERS + 1))]


def _cosines(terms: Sequence[Sequence[str]]) -> Array:
    """Cosines of the sentences by the terms that two of them at least have.

    A term that one sentence alone has ties it to none, and made it less like all others.
    """
    rows, _ = weighed_terms(terms)
    held = unit(rows[:, (rows > 0).sum(axis=0) > 1])
    alike: Array = held @ held.T
    return alike


def smoothings(
    sentences: Sequence[Sentence], alike: Array, by: Sequence[Smoothing] = SMOOTHINGS
) -> list[Array]:
    """How alike the sentences are under each smoothing, from how alike they are bare."""
    return [likeness(alike, neighbours(sentences, *smoothing)) for smoothing in by]


def agreement(smoothed: Sequence[Array]) -> Array:
    """The share of clusterings that put two sentences together, 0..1."""
    together = np.zeros_like(smoothed[0])
    runs = 0
    for smooth in smoothed:
        for labels in _members(smooth):
            together += labels[:, None] == labels[None, :]
            runs += 1
    shares: Array = together / max(1, runs)
    return shares


def _members(alike: Array) -> Iterator[Labels]:
    edges = nearest_edges(alike, NEAREST)
    for resolution in RESOLUTIONS:
        yield communities(edges, resolution)
    yield from average_linkage(alike, LINKED)


Edges = list[dict[int, float]]
"""For each node, its neighbours and the weight of the edge."""


def nearest_edges(alike: Array, nearest: int) -> Edges:
    """Each sentence tied to its nearest, by what they are nearer than sentences are on average."""
    count = len(alike)
    edges: Edges = [{} for _ in range(count)]
    if count < 2:
        return edges
    bare = alike.astype(np.float64)
    np.fill_diagonal(bare, -9)
    mean = float((bare.sum() + 9 * count) / (count * (count - 1)))
    order = np.argsort(-bare, axis=1, kind="stable")[:, : min(nearest, count - 1)]
    for i, row in enumerate(order.tolist()):
        for j in row:
            over = float(bare[i, j]) - mean
            if over > 0:
                edges[i][j] = edges[j][i] = over
    return edges


def communities(edges: Edges, resolution: float) -> Labels:
    """Louvain communities: nodes in order, ties to the community it is in."""
    member = np.arange(len(edges))
    while True:
        labels = _moved(edges, resolution)
        ids, labels_in_order = np.unique(labels, return_inverse=True)
        if len(ids) == len(edges):
            return member
        member = labels_in_order[member]
        edges = _joined(edges, labels_in_order.tolist(), len(ids))


def _moved(edges: Edges, resolution: float) -> list[int]:
    """Nodes moved to the neighbouring community that gains most, until none gains."""
    degree = [sum(near.values()) for near in edges]
    two = sum(degree) or 1.0
    labels, total = list(range(len(edges))), list(degree)
    again = True
    while again:
        again = False
        for i, near in enumerate(edges):
            own = labels[i]
            total[own] -= degree[i]
            links: dict[int, float] = {own: 0.0}
            for j, weight in near.items():
                if j != i:
                    links[labels[j]] = links.get(labels[j], 0.0) + weight
            pull = resolution * degree[i] / two
            best, gain = own, links[own] - pull * total[own]
            for label in sorted(links):
                here = links[label] - pull * total[label]
                if here > gain + 1e-9:
                    best, gain = label, here
            total[best] += degree[i]
            if best != own:
                labels[i], again = best, True
    return labels


def _joined(edges: Edges, labels: list[int], count: int) -> Edges:
    joined: Edges = [{} for _ in range(count)]
    for i, near in enumerate(edges):
        row = joined[labels[i]]
        for j, weight in near.items():
            row[labels[j]] = row.get(labels[j], 0.0) + weight
    return joined


def average_linkage(alike: Array, cuts: Sequence[int]) -> Iterator[Labels]:
    """The clusters of an average linkage, cut at each number of them."""
    merges = _merges(alike)
    for cut in cuts:
        yield _labels(merges[: max(0, len(alike) - cut)], len(alike))


def linked(alike: Array, floor: float) -> Labels:
    """The clusters of an average linkage, cut where what is left is less alike than ``floor``."""
    return _labels([merge for merge in _merges(alike) if merge[0] >= floor], len(alike))


Merge = tuple[float, int, int]
"""How alike two clusters are that are merged, and a sentence of either."""


def _labels(merges: Sequence[Merge], count: int) -> Labels:
    """The clusters that are left after the merges, numbered from 0."""
    labels = np.arange(count)
    for _, one, other in merges:
        labels[labels == labels[other]] = labels[one]
    return np.unique(labels, return_inverse=True)[1]


def _merges(alike: Array) -> list[Merge]:
    """The merges of an average linkage, the likest first, each named by a sentence of either side.

    Found along chains of nearest neighbours (F. Murtagh, 1983): n² steps where n³ would be plain.
    """
    count = len(alike)
    links = (alike.astype(np.float64) + alike.T) / 2  # alike to the last bit: else chains go round
    np.fill_diagonal(links, -np.inf)
    size = [1.0] * count
    merges: list[Merge] = []
    chain: list[int] = []
    alive = dict.fromkeys(range(count))
    while len(alive) > 1:
        if not chain:
            chain.append(next(iter(alive)))
        row = links[chain[-1]]
        near = int(row.argmax())
        if len(chain) > 1 and row[near] <= row[chain[-2]]:
            near = chain[-2]
        if len(chain) < 2 or near != chain[-2]:
            chain.append(near)
            continue
        one, other = sorted((chain.pop(), chain.pop()))
        merges.append((float(links[one, other]), one, other))
        _merge(links, size, one, other)
        del alive[other]
    return sorted(merges, key=lambda merge: -merge[0])


def _merge(links: Array, size: list[float], one: int, other: int) -> None:
    """Join two clusters under the name of the first."""
    whole = size[one] + size[other]
    joined = (size[one] * links[one] + size[other] * links[other]) / whole
    joined[one] = joined[other] = -np.inf
    links[one], links[:, one] = joined, joined
    links[other], links[:, other] = -np.inf, -np.inf
    size[one] = whole
