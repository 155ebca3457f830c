"""Choosing: which of the frames of news a dossier bears out.

There are more frames than a story has sides. The one that is missed least is dropped, again and
again, until few enough are left and each holds sentences enough. What a narrow frame held goes to
the wider one it is part of: a verdict that takes three sentences is a part of the trial.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from dossier.topics.consensus import Labels
from dossier.topics.evidence import Evidence
from dossier.topics.frames import Frame
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, Flags
from dossier.values import dataclass

MOST = 11
"""Topics a dossier may have, apart from what fits nowhere; fewer when it is short."""
UNBACKED = 1
"""How many of the fewest sentences of a topic may be without a strong term of its frame."""
LONG = 50
"""Sentences from which on a dossier is long enough to ask for topics of several articles."""
ALONE = 0.7
"""How much a topic that one article alone has is missed, beside one that several have."""
THIN = 60
"""A frame stands alone when one sentence in so many is mainly its, three to six of them at least;
two in a short dossier."""
PRESENT = 0.08
"""The share of the sentences that have a strong term of a frame whose parts are looked for."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Frames, and how far they account for each sentence."""

    frames: tuple[Frame, ...]
    scores: Array
    """A row a sentence, a column a frame; 0 and more."""
    backed: Flags
    """The same shape: whether a strong term of the frame is in the sentence."""

    @classmethod
    def of(cls, evidence: Evidence) -> "Sides":
        """Every frame, as the evidence has it, but those that are out of place.

        A part is looked for where there is something of its whole: pride and disappointment are
        what players say after a match, in a dossier that has matches.
        """
        told = evidence.backed.sum(axis=0) >= max(2, PRESENT * len(evidence.scores))
        present = dict(zip((frame.key for frame in evidence.frames), told.tolist(), strict=True))
        out = [
            i
            for i, frame in enumerate(evidence.frames)
            if (frame.part_of is not None and not present.get(frame.part_of, True))
            or (frame.yields_to is not None and present.get(frame.yields_to, False))
        ]
        scores, backed = evidence.scores.copy(), evidence.backed.copy()
        scores[:, out], backed[:, out] = 0, False
        return cls(evidence.frames, scores, backed)

    def scored(self, scores: Array) -> "Sides":
        """The same frames with other scores."""
        return replace(self, scores=scores)

    def wider(self) -> dict[int, int]:
        """For each frame that is part of another here, that one."""
        place = {frame.key: i for i, frame in enumerate(self.frames)}
        parts = ((i, frame.part_of) for i, frame in enumerate(self.frames))
        return {i: place[whole] for i, whole in parts if whole in place}


def chosen(sides: Sides, sentences: Sequence[Sentence]) -> Sides:
    """The frames that are left, with what the narrower ones gave them.

    None is left that is first for but a few sentences, in one passage alone, or for sentences
    without a strong term of it; one more where one article has it.
    """
    articles = np.array([sentence.article for sentence in sentences])
    passages = np.array([sentence.passage for sentence in sentences])
    scores, backed, wider = sides.scores.copy(), sides.backed.copy(), sides.wider()
    most = min(MOST, max(4, round(math.sqrt(len(scores)))))
    left = list(range(scores.shape[1]))
    while len(left) > 1:
        missed, small = _missed(scores[:, left], backed[:, left], articles, passages)
        if len(left) <= most:
            if not small.any():
                break
            wholes = {wider.get(i) for i in left}
            parts = small & np.array([i not in wholes for i in left])
            missed = np.where(parts if parts.any() else small, missed, np.inf)
        gone = left.pop(int(missed.argmin()))
        if (whole := wider.get(gone)) in left:
            scores[:, whole] = np.maximum(scores[:, whole], scores[:, gone])
            backed[:, whole] |= backed[:, gone]
    return Sides(tuple(sides.frames[i] for i in left), scores[:, left], backed[:, left])


def _missed(
    scores: Array, backed: Flags, articles: Labels, passages: Labels
) -> tuple[Array, Flags]:
    """How much each frame would be missed, and which hold too little to stand alone."""
    count, thin = scores.shape[1], thinnest(len(scores))
    several = len(scores) >= LONG and bool(articles.min() < articles.max())
    rows, first = np.arange(len(scores)), scores.argmax(axis=1)
    others = scores.copy()
    others[rows, first] = -np.inf
    gap = scores[rows, first] - others.max(axis=1)
    told = backed[rows, first]
    size = np.bincount(first, minlength=count)
    sure = np.bincount(first[told], minlength=count)
    alone = _alone(first, articles, count) & several
    weight = np.where(alone, ALONE, 1.0)
    missed: Array = weight * np.bincount(first, weights=gap, minlength=count).astype(np.float64)
    small: Flags = (size < thin + alone) | (sure < thin - UNBACKED + alone)
    small |= _alone(first, passages, count) & several
    return missed, small


def _alone(first: Labels, places: Labels, count: int) -> Flags:
    """Which frames are first in sentences of one place alone: one article, or one passage."""
    lowest = np.full(count, np.iinfo(np.int64).max)
    highest = np.full(count, -1)
    np.minimum.at(lowest, first, places)
    np.maximum.at(highest, first, places)
    flags: Flags = lowest >= highest
    return flags


def thinnest(count: int) -> int:
    """The fewest sentences a topic has in a dossier of ``count``."""
    return min(6, max(3 if count >= LONG else 2, round(count / THIN)))
