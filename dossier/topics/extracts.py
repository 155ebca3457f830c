"""Extracts: sentences of one passage and one topic, run together."""

from collections.abc import Iterator, Sequence

import numpy as np

from dossier.spans import Span
from dossier.topics.sentences import Sentence
from dossier.topics.sorting import Sorted
from dossier.topics.vectors import Array, Flags
from dossier.values import dataclass

ALSO = 0.88
"""A sentence also belongs to a topic that scores this share of its best and has a strong term in
it. Of such, half stood right on twenty-six annotated dossiers; of those without a term, three in
ten (2026-11-22)."""
MAIN = 0.5
"""Least weight of a sentence in the topic it mainly belongs to; it has less in others."""
BESIDE = 2
"""Topics a sentence may belong to beside its main one."""
REST = -1
"""The side of sentences that fit nowhere."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """A sentence's belonging to one side of the story."""

    side: int
    weight: float
    """.5 to .88 for the main side, less than .5 for the others; what is put by hand is above."""
    confidence: float = 0.0
    """0..1; how sure it is."""
    runner_up: int = REST
    """The side that scores next, for the main side; ``REST`` when none does."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring sentences of one passage that share a side, as indices of sentences."""

    first: int
    last: int
    side: int
    weight: float
    confidence: float
    """0..1; about how often what is as clear as this stood right."""
    runner_up: int = REST
    """The side that scores next; ``REST`` when none does."""

    def span(self, sentences: Sequence[Sentence]) -> Span:
        """From the first sentence's start to the last one's end."""
        return Span(sentences[self.first].span.start, sentences[self.last].span.end)


def belongings(done: Sorted) -> list[tuple[Belonging, ...]]:
    """For each sentence the sides it belongs to, the main one first."""
    ties = [0.5] * len(done.scores) if done.ties is None else done.ties.tolist()
    told = np.zeros(done.scores.shape, dtype=np.bool_) if done.told is None else done.told
    return [
        (Belonging(REST, MAIN),) if lost else _sides(row, tie, strong)
        for row, lost, tie, strong in zip(done.scores, done.lost.tolist(), ties, told, strict=True)
    ]


def _sides(row: Array, tie: float, told: Flags) -> tuple[Belonging, ...]:
    order = np.argsort(-row, kind="stable")[: BESIDE + 1].tolist()
    best = float(row[order[0]])
    second = float(row[order[1]]) if len(order) > 1 else 0.0
    lead = (best - second) / (best + second) if best > 0 else 0.0
    following = order[1] if second > 0 else REST
    found = [Belonging(order[0], MAIN + 0.38 * lead, _sure(lead, tie), following)]
    for side in order[1:]:
        score = float(row[side])
        if told[side] and score > 0 and score >= ALSO * best:
            also = min(0.49, score / (best + score))
            found.append(Belonging(side, also, also))
    return tuple(found)


def _sure(lead: float, tie: float) -> float:
    """How often sentences of that lead and those ties stood right, 0..1.

    Measured on three annotated dossiers (459 sentences, 2026-11-22): .58 at the lowest tenth of
    the mean of lead and ties, .84 in the middle, 1.0 at the highest.
    """
    return min(1.0, 0.55 + 0.55 * (lead + tie) / 2)


def runs_of(sentences: Sequence[Sentence], sides: Sequence[tuple[Belonging, ...]]) -> list[Run]:
    """The runs, by side, then in reading order.

    A run ends where the passage does, where its side does, and where what the sentences are mainly
    about changes, so that the heaviest extract over a sentence is always its main topic's.
    """
    runs = [
        run for first, last in _stretches(sentences, sides) for run in _runs(first, last, sides)
    ]
    return sorted(runs, key=lambda run: (run.side == REST, run.side, run.first))


def _stretches(
    sentences: Sequence[Sentence], sides: Sequence[tuple[Belonging, ...]]
) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of one passage and one main side."""
    first = 0
    for i in range(1, len(sentences) + 1):
        ends = (
            i == len(sentences)
            or sentences[i].passage != sentences[first].passage
            or sides[i][0].side != sides[first][0].side
        )
        if ends and i > first:
            yield first, i - 1
            first = i


def _runs(first: int, last: int, sides: Sequence[tuple[Belonging, ...]]) -> Iterator[Run]:
    """The runs of one stretch: one of its main side, and those of the sides beside."""
    held: dict[int, list[tuple[int, Belonging]]] = {}
    for i in range(first, last + 1):
        for belonging in sides[i]:
            held.setdefault(belonging.side, []).append((i, belonging))
    for side, members in held.items():
        run = [members[0]]
        for member in members[1:]:
            if member[0] != run[-1][0] + 1:
                yield _run(run, side)
                run = []
            run.append(member)
        yield _run(run, side)


def _run(members: Sequence[tuple[int, Belonging]], side: int) -> Run:
    weight = sum(belonging.weight for _, belonging in members) / len(members)
    sure = sum(belonging.confidence for _, belonging in members) / len(members)
    following = members[0][1].runner_up
    ends = members[0][0], members[-1][0]
    return Run(*ends, side, round(weight, 3), round(min(1.0, sure), 2), following)
