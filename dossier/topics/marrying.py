"""Marrying: the frames of news and the groups of the dossier itself, weighed by how they agree.

Where the frames know the story, a few of them account for it; where they do not, they part what
belongs together, and the dossier's own groups are worth more. Which it is, is told without knowing
the right answer: by how well a few frames do for all. On fifteen of sixteen annotated stories that
nobody had in view when frames were written, none of them above .96, groups were worth more. That
the dossier's clusterings put together two sentences of one frame more often than two of different
ones, on the whole and inside an article, says less: where it was a sign that frames should lead,
they were worth .1 to .2 less than the groups. It gives them a quarter of a say (2026-11-23).
"""

from collections.abc import Sequence

import numpy as np

from dossier.topics.choosing import LONG, thinnest
from dossier.topics.consensus import Labels, average_linkage
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, Flags, unit
from dossier.values import dataclass

UNKNOWN, KNOWN = 0.96, 0.98
"""How well a few frames do for all where frames do not know the story, and where they do."""
BARELY, FULLY = 0.6, 0.8
"""How far the clusterings bear the frames out, both figures together, where they are not listened
to for it, and where they are as much as they can be."""
HEARD = 0.25
"""The most that frames have a say for being borne out."""
HELD = (0.5, 0.45, 0.05)
"""Weights of one frame, of like scores and of the clusterings, where the frames know the story."""
LOOSE = (0.0, 0.55, 0.45)
"""The same where they do not."""
FEWEST, MOST, ROOT = 6, 12, 1.2
"""Groups of a story that the frames do not know, at first: so many times the root of the sentences,
between the two."""
LEADS, MORE = 0.4, 1.5
"""Share of a group's sentences that have to be of a frame for it to be the group's, and how much
larger that share has to be than on the whole."""
NARROW = 8
"""Sentences that a group of one article has to have if no frame leads it."""


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a dossier's sentences."""

    labels: Labels
    """For each sentence its group, from 0."""
    leads: tuple[int | None, ...]
    """For each group the frame that leads it, as a column of the scores; None where none does."""
    ties: Array
    """How close each sentence is to each other, 0..1."""


def marry(scores: Array, agreed: Array, sentences: Sequence[Sentence], fitting: float) -> Groups:
    """The groups that the frames' scores and the clusterings' agreement make together.

    ``scores`` has a row a sentence and a column a frame; ``agreed`` the share of clusterings that
    put two sentences together; ``fitting`` is how well a few frames do for all, 0..1. In a short
    dossier, which has too little to tell, the frames lead.
    """
    first = scores.argmax(axis=1)
    articles = np.array([sentence.article for sentence in sentences])
    share = known(first, agreed, articles, fitting) if len(scores) >= LONG else 1.0
    ties = ties_of(scores, agreed, share)
    most = min(MOST, max(FEWEST, ROOT * len(ties) ** 0.5))
    wanted = round(share * scores.shape[1] + (1 - share) * most)
    labels = without_small(next(average_linkage(ties, [min(len(ties), wanted)])), ties)
    labels = _without_narrow(labels, first, ties, sentences)
    return Groups(labels, leading(labels, first, scores.shape[1]), ties)


def known(first: Labels, agreed: Array, articles: Labels, fitting: float) -> float:
    """How far the frames know the story, 0..1; ``first`` has the frame of each sentence."""
    inside = articles[:, None] == articles[None, :]
    anywhere = np.ones_like(inside)
    borne = borne_out(first, agreed, inside) + borne_out(first, agreed, anywhere)
    return max(_between(UNKNOWN, fitting, KNOWN), HEARD * _between(BARELY, borne, FULLY))


def _between(low: float, value: float, high: float) -> float:
    """How far the value is on its way from the one to the other, 0..1."""
    return min(1.0, max(0.0, (value - low) / (high - low)))


def borne_out(first: Labels, agreed: Array, among: Flags) -> float:
    """How much more the clusterings agree on pairs of one frame than on pairs of two, -1..1.

    ``among`` says which pairs are looked at; 1 where they are all of one kind.
    """
    among = among & ~np.eye(len(first), dtype=np.bool_)
    one = among & (first[:, None] == first[None, :])
    two = among & ~one
    if not one.any() or not two.any():
        return 1.0
    return float(agreed[one].mean() - agreed[two].mean())


def ties_of(scores: Array, agreed: Array, share: float) -> Array:
    """How close each sentence is to each other; ``share`` is how far the frames know the story."""
    first, rows = scores.argmax(axis=1), unit(scores)
    one, like, words = (share * h + (1 - share) * w for h, w in zip(HELD, LOOSE, strict=True))
    ties: Array = one * (first[:, None] == first[None, :]) + like * (rows @ rows.T) + words * agreed
    return ties


def leading(labels: Labels, first: Labels, frames: int) -> tuple[int | None, ...]:
    """For each group the frame that most of its sentences are of; None where too few are.

    A frame leads one group, the one that has most of it.
    """
    held = np.zeros((int(labels.max()) + 1, frames))
    np.add.at(held, (labels, first), 1)
    size, whole, most = held.sum(axis=1), held.sum(axis=0), held.argmax(axis=1)
    leads: list[int | None] = []
    for group, frame in enumerate(most.tolist()):
        share = held[group, frame] / size[group]
        enough = share >= max(LEADS, min(1.0, MORE * whole[frame] / len(labels)))
        leads.append(frame if enough and held[:, frame].argmax() == group else None)
    return tuple(leads)


def without_small(labels: Labels, ties: Array) -> Labels:
    """The groups, those of one or two sentences given to the nearest."""
    while True:
        ids, sizes = np.unique(labels, return_counts=True)
        if len(ids) <= 2 or sizes.min() >= thinnest(len(labels)):
            return np.unique(labels, return_inverse=True)[1]
        labels = _given(labels, int(ids[sizes.argmin()]), ties)


def _without_narrow(
    labels: Labels, first: Labels, ties: Array, sentences: Sequence[Sentence]
) -> Labels:
    """The groups, those that no frame leads given to the nearest if one source has them.

    A reader jumps from source to source along a topic: what one article alone says in a few
    sentences is no topic for that.
    """
    articles = np.array([sentence.article for sentence in sentences])
    if not _are_several(articles):
        return labels
    while labels.max() >= FEWEST - 1:
        leads = leading(labels, first, int(first.max()) + 1)
        sizes = np.bincount(labels)
        narrow = [
            (int(sizes[group]), group)
            for group, lead in enumerate(leads)
            if lead is None
            and sizes[group] < NARROW
            and not _are_several(articles[labels == group])
        ]
        if not narrow:
            break
        labels = np.unique(_given(labels, min(narrow)[1], ties), return_inverse=True)[1]
    return labels


def _are_several(numbers: Labels) -> bool:
    """Whether not all of the numbers are one."""
    return bool(numbers.min() < numbers.max())


def _given(labels: Labels, group: int, ties: Array) -> Labels:
    """The labels, those of one group given to the one it is closest to."""
    labels, own = labels.copy(), labels == group
    others = sorted({*labels.tolist()} - {group})
    near = [float(ties[np.ix_(own, labels == other)].mean()) for other in others]
    labels[own] = others[int(np.argmax(near))]
    return labels
