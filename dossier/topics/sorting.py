"""Sorting: which sides the story has, and how far each sentence belongs to each.

Frames of news are married to what the dossier itself puts together. Where the frames fit the story
they lead; the worse they fit, the more weight goes to the agreement of the dossier's own
clusterings, so that a story no list foresaw still falls into groups that hold across articles.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dossier.topics.choosing import Sides, chosen
from dossier.topics.consensus import MANY, Labels, agreement, average_linkage, shared, smoothings
from dossier.topics.evidence import Evidence
from dossier.topics.frames import Frame
from dossier.topics.learning import learned
from dossier.topics.marrying import Groups, marry, without_small
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, Flags, marked_off, middle, weighed_terms
from dossier.values import dataclass

FEWEST = 6
"""Groups that a dossier is cut into at least, where no frames are known."""
NEAR, NEAR_SHARE = 15, 0.4
"""How many of the likest sentences lend their scores, and how much weight they have together."""
DOUBT = 10.0
"""Weight of the clusterings' agreement for each part of the evidence the frames do not explain."""
LITTLE_DOUBT = 0.2
"""Doubt below which the clusterings are not asked."""
TAUGHT, TAUGHT_IN_DOUBT = 0.05, 0.2
"""Weight of the dossier's own words where the frames fit, and what doubt adds to it."""
SURE, PULL = 0.6, 0.05
"""The share of a topic's sentences that draw others to it, and how far on the whole."""
LOST = 0.3
"""A sentence fits nowhere when its best score is below this share of the middle one."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """How far each sentence belongs to each side of the story."""

    sides: tuple[Frame | None, ...]
    """For each column its frame; None for a group the dossier itself makes."""
    scores: Array
    """A row a sentence, a column a side; 0 and more."""
    lost: Flags
    """Which sentences fit nowhere."""
    ties: Array | None = None
    """For each sentence, the share of its ties that are to sentences of its side, 0..1; None where
    they were not compared."""
    told: Flags | None = None
    """The shape of ``scores``: whether a strong term of the side is in the sentence; None where
    sides have no terms."""
    frames: tuple[Frame, ...] = ()
    """All that the dossier bears out, whether they lead a side or not."""

    def only(self, left: Sequence[int]) -> "Sorted":
        """The same with those sides alone."""
        told = self.told[:, left] if self.told is not None else None
        sides = tuple(self.sides[side] for side in left)
        return replace(self, sides=sides, scores=self.scores[:, left], told=told)


def sort_by_frames(
    sentences: Sequence[Sentence], evidence: Evidence, terms: Sequence[Sequence[str]]
) -> Sorted:
    """The sentences by the frames the dossier bears out, helped by what is like them.

    ``terms`` has those of each sentence.
    """
    alike = shared(terms)
    smoothed = smoothings(sentences, alike)
    lent = NEAR_SHARE * shares_of(nearest(np.sum(smoothed, axis=0)))
    whole = Sides.of(evidence)
    fitting = fit(whole, sentences)
    doubt = min(1.0, max(0.0, DOUBT * (1 - fitting) - LITTLE_DOUBT))
    if doubt > 0:
        lent += doubt * shares_of(agreement(smoothed))
    sides = chosen(whole.scored(whole.scores + lent @ whole.scores), sentences)
    scores = drawn(sides.scores, alike)
    scores = scores / (middle(scores.max(axis=1)) or 1.0)
    taught = TAUGHT + TAUGHT_IN_DOUBT * doubt
    scores = np.maximum(scores + taught * learned(scores, sentences, weighed_terms(terms)[0]), 0)
    sides = chosen(sides.scored(scores), sentences)
    many = agreement(smoothings(sentences, marked_off(alike), MANY))
    return married(sides, marry(sides.scores, many, sentences, fitting), lent)


def married(sides: Sides, groups: Groups, lent: Array) -> Sorted:
    """The groups that frames and clusterings make together, each with the frame that leads it.

    ``lent`` has the ties of each sentence to those that lent it their scores. To file a sentence
    under the topic of its frame as well, where its group is another, was right two times in ten.
    """
    labels, leads = groups.labels, groups.leads
    scores = groups.ties @ shares_in(labels)
    told = np.zeros(scores.shape, dtype=np.bool_)
    scores[np.arange(len(labels)), labels] = scores.max(axis=1)
    for group, frame in enumerate(leads):
        if frame is not None:
            told[:, group] = sides.backed[:, frame]
    frames = tuple(None if frame is None else sides.frames[frame] for frame in leads)
    ties = (lent * (labels[:, None] == labels[None, :])).sum(axis=1) / lent.sum(axis=1).clip(1e-9)
    return Sorted(frames, scores, lost(sides.scores), ties, told, sides.frames)


def shares_in(labels: Labels, groups: int | None = None) -> Array:
    """A column a group: the share that each sentence has in its mean; as many as there are."""
    members = np.eye(groups or int(labels.max()) + 1, dtype=np.float32)[labels]
    shares: Array = members / np.maximum(members.sum(axis=0), 1)
    return shares


def drawn(scores: Array, alike: Array) -> Array:
    """The scores, each sentence drawn a little to the topic whose surest sentences it is like.

    One round: a second one, or more weight, made topics into articles.
    """
    level = middle(scores.max(axis=1)) or 1.0
    scores = scores / level
    ordered = np.sort(scores, axis=1)
    gap = ordered[:, -1] - (ordered[:, -2] if scores.shape[1] > 1 else 0)
    first = scores.argmax(axis=1)
    sure = np.zeros_like(scores)
    for side in range(scores.shape[1]):
        members = np.flatnonzero(first == side)
        surest = members[np.argsort(-gap[members], kind="stable")]
        surest = surest[: max(2, int(SURE * len(surest)))]
        sure[surest, side] = gap[surest]
    pull = alike @ sure - np.diagonal(alike)[:, None] * sure
    lengths = np.sqrt(np.maximum(np.einsum("ik,ik->k", sure, alike @ sure), 1e-9))
    pull = pull / lengths
    pull *= PULL / max(float(pull.mean()), 1e-9)
    moved: Array = np.maximum(scores + pull - pull.mean(axis=1, keepdims=True), 0)
    return moved


def fit(sides: Sides, sentences: Sequence[Sentence]) -> float:
    """How well a few frames account for what all do, 0..1; .97 where the lists know the story."""
    held = chosen(sides, sentences).scores
    every = sides.scores.max(axis=1)
    told = every > 0
    if not told.any():
        return 0.0
    return float((held.max(axis=1)[told] / every[told]).mean())


def lost(scores: Array) -> Flags:
    """Which sentences fit nowhere: the best score is far below what is usual."""
    best = scores.max(axis=1)
    flags: Flags = best <= LOST * middle(best)
    return flags


def nearest(alike: Array) -> Array:
    """The likeness of each sentence to its nearest; nothing to the others."""
    others = alike.copy()
    np.fill_diagonal(others, 0)
    if len(others) > NEAR:
        least = np.partition(others, -NEAR, axis=1)[:, -NEAR]
        others[others < least[:, None]] = 0
    return others


def shares_of(ties: Array) -> Array:
    """The ties to others, each row adding up to one."""
    others = ties.copy()
    np.fill_diagonal(others, 0)
    shares: Array = others / np.maximum(others.sum(axis=1, keepdims=True), 1e-9)
    return shares


def sort_by_groups(sentences: Sequence[Sentence], terms: Sequence[Sequence[str]]) -> Sorted:
    """The sentences by the groups that the dossier's own clusterings agree on."""
    together = agreement(smoothings(sentences, marked_off(shared(terms)), MANY))
    count = round(0.9 * len(sentences) ** 0.5)
    wanted = min(len(sentences), 12, max(FEWEST, count))
    labels = without_small(next(average_linkage(together, [wanted])), together)
    scores = together @ shares_in(labels)
    none = np.zeros(len(sentences), dtype=np.bool_)
    return Sorted((None,) * scores.shape[1], scores, none)
