"""Large dossiers: the sides of the story from a sample, every sentence sorted by them.

What compares each sentence with each other grows with the square of the dossier. Beyond a thousand
sentences or so the sides are found in passages taken evenly from the whole; a sentence is then
drawn to the side whose words it shares. Time and memory grow with the text.
"""

from collections.abc import Callable, Sequence

import numpy as np

from dossier.topics.evidence import Evidence, Keys
from dossier.topics.frames import Frame
from dossier.topics.sentences import Sentence
from dossier.topics.sorting import Sorted, lost
from dossier.topics.vectors import Array, Flags, weighed_terms

DENSE = 900
"""Sentences up to which each is compared with each other."""
DRAWN = 0.5
"""Weight of shared words beside that of frames."""


TITLED = 4000
"""Sentences up to which titles are looked for in all: what a part keeps writing, the whole does."""


def sampled(sentences: Sequence[Sentence], most: int = DENSE) -> list[int]:
    """Whole passages at even distance, about as many sentences as can be compared."""
    step = -(-len(sentences) // most)
    return [i for i, sentence in enumerate(sentences) if sentence.passage % step == 0][: 2 * most]


def sort_large(
    sentences: Sequence[Sentence],
    terms: Sequence[Sequence[str]],
    gather: Callable[[Sequence[Sentence], Keys], Evidence | None],
    sort_sample: Callable[[Sequence[Sentence], Evidence | None, Sequence[Sequence[str]]], Sorted],
) -> Sorted:
    """The sentences of a large dossier, by the sides that ``sort_sample`` finds in a part of it.

    ``gather`` gives the evidence of sentences: of a part for every frame, of all for those found.
    """
    taken = sampled(sentences)
    spoken = [terms[i] for i in taken]
    part = [sentences[i] for i in taken]
    first = gather(part, None)
    done = sort_sample(part, first, spoken)
    rows, columns = weighed_terms(spoken)
    shared = _shared(terms, _centres(rows, done), columns)
    keys = {side.key for side in done.sides if side}
    parts = {frame.key for frame in first.frames if frame.part_of in keys} if first else set()
    evidence = gather(sentences, frozenset(keys | parts))
    if evidence is None:
        return Sorted(done.sides, shared, np.zeros(len(sentences), dtype=np.bool_))
    told, backed = _folded(evidence, done.sides)
    scores = told / _level(told) + DRAWN * shared / _level(shared)
    return Sorted(done.sides, scores, lost(scores), told=backed)


def _folded(evidence: Evidence, sides: Sequence[Frame | None]) -> tuple[Array, Flags]:
    """How far each side accounts for each sentence, with its parts that are no sides.

    Nothing does for a group of the dossier's own: it is known by its words alone.
    """
    place = {frame.key: i for i, frame in enumerate(evidence.frames)}
    scores = np.zeros((len(evidence.scores), len(sides)), dtype=evidence.scores.dtype)
    backed = np.zeros(scores.shape, dtype=np.bool_)
    own = {side.key for side in sides if side}
    for n, side in enumerate(sides):
        if side is None:
            continue
        parts = [
            i for f, i in place.items() if evidence.frames[i].part_of == side.key and f not in own
        ]
        held = [place[side.key], *parts]
        scores[:, n], backed[:, n] = (
            evidence.scores[:, held].max(axis=1),
            evidence.backed[:, held].any(axis=1),
        )
    return scores, backed


def _level(scores: Array) -> float:
    return float(np.median(scores.max(axis=1))) or 1.0


def _centres(rows: Array, done: Sorted) -> Array:
    """A column a side: the mean of its sentences, of length one."""
    first = done.scores.argmax(axis=1)
    members = np.eye(done.scores.shape[1], dtype=np.float32)[first]
    centres = rows.T @ members
    scaled: Array = centres / np.maximum(np.linalg.norm(centres, axis=0), 1e-9)
    return scaled


def _shared(terms: Sequence[Sequence[str]], centres: Array, columns: dict[str, int]) -> Array:
    """How far each sentence shares the words of each side."""
    shared = np.zeros((len(terms), centres.shape[1]), dtype=np.float32)
    for row, own in zip(shared, terms, strict=True):
        known = [columns[term] for term in own if term in columns]
        if known:
            row += centres[known].sum(axis=0) / len(own) ** 0.5
    return shared
