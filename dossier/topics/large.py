"""Large dossiers: the sides of the story from a sample, every sentence sorted by them.

What compares each sentence with each other grows with the square of the dossier. Beyond a thousand
sentences or so the sides are found in passages taken from the whole; a sentence then goes to the
side that it is most like in its frames and, with its neighbours, in its words. Time and memory grow
with the text.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import PurePath
from zlib import crc32

import numpy as np

from dossier.topics.evidence import Evidence, Keys
from dossier.topics.frames import Frame
from dossier.topics.sentences import Sentence
from dossier.topics.sorting import Sorted, lost, shares_in
from dossier.topics.vectors import HEADING_CROSSED, Array, Flags, unit, weighed_terms

DENSE = 900
"""Sentences up to which each is compared with each other."""
WORDS = 2.0
"""Weight of the words a sentence shares with a side, beside that of its frames."""
DECAY, BORDER, REACH = 0.4, 0.8, 3
"""What a sentence takes on of the words of its neighbours; see ``vectors``."""


TITLED = 4000
"""Sentences up to which titles are looked for in all: what a part keeps writing, the whole does."""


def sampled(sentences: Sequence[Sentence], most: int) -> list[int]:
    """Whole passages, about as many sentences as can be compared.

    Chosen by a checksum of the file's name and the passage's number in it: an article more changes
    few of those of the others, and the same folder has the same sample everywhere. Where passages
    are too long for that, sentences at even distance.
    """
    opening: dict[int, int] = {}
    share = most / max(1, len(sentences))
    taken = []
    for i, sentence in enumerate(sentences):
        number = sentence.passage - opening.setdefault(sentence.article, sentence.passage)
        name = f"{PurePath(sentence.file).name} {number}"
        if crc32(name.encode(errors="surrogateescape")) < share * 2**32:
            taken.append(i)
    if not most / 2 <= len(taken) <= 2 * most:
        return list(range(0, len(sentences), -(-len(sentences) // most)))
    return taken


def sort_large(
    sentences: Sequence[Sentence],
    terms: Sequence[Sequence[str]],
    gather: Callable[[Sequence[Sentence], Keys], Evidence | None],
    sort_sample: Callable[[Sequence[Sentence], Evidence | None, Sequence[Sequence[str]]], Sorted],
) -> Sorted:
    """The sentences of a large dossier, by the sides that ``sort_sample`` finds in a part of it.

    ``gather`` gives the evidence of sentences: of a part for every frame, of all for those found.
    """
    taken = sampled(sentences, DENSE)
    part, spoken = [sentences[i] for i in taken], [terms[i] for i in taken]
    first = gather(part, None)
    done = sort_sample(part, first, spoken)
    members = shares_in(done.scores.argmax(axis=1), len(done.sides))
    words = spread(_shared(terms, _centres(spoken, members), len(done.sides)), sentences)
    keys = {frame.key for frame in done.frames}
    parts = {frame.key for frame in first.frames if frame.part_of in keys} if first else set()
    evidence = gather(sentences, frozenset(keys | parts))
    if evidence is None:
        return Sorted(done.sides, words, np.zeros(len(sentences), dtype=np.bool_))
    told, _ = _folded(evidence, done.frames)
    _, backed = _folded(evidence, done.sides)
    told = unit(told)
    like = told @ (told[taken].T @ members)
    scores = like / _range(like[taken]) + WORDS * words / _range(words[taken])
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


def _range(scores: Array) -> float:
    """How far the scores lie from each other."""
    return float(scores.std()) or 1.0


def _centres(terms: Sequence[Sequence[str]], members: Array) -> dict[str, Array]:
    """For each term what it has in the mean sentence of each side, that of length one."""
    rows, columns = weighed_terms(terms)
    centres = rows.T @ members
    centres /= np.maximum(np.linalg.norm(centres, axis=0), 1e-9)
    return {term: centres[column] for term, column in columns.items()}


def _shared(terms: Sequence[Sequence[str]], centres: dict[str, Array], sides: int) -> Array:
    """How far each sentence shares the words of each of so many sides."""
    shared = np.zeros((len(terms), sides), dtype=np.float32)
    for row, own in zip(shared, terms, strict=True):
        known = [centres[term] for term in own if term in centres]
        if known:
            row += np.sum(known, axis=0) / len(own) ** 0.5
    return shared


def spread(scores: Array, sentences: Sequence[Sentence]) -> Array:
    """The scores, each with a share of those of the sentences around it in the article."""
    whole = scores.copy()
    tie = np.array([_tie(*two) for two in pairwise(sentences)], dtype=scores.dtype)
    share = np.ones(len(scores), dtype=scores.dtype)
    for apart in range(1, min(REACH, len(scores) - 1) + 1):
        share = share[:-1] * tie[apart - 1 :]
        whole[:-apart] += share[:, None] * scores[apart:]
        whole[apart:] += share[:, None] * scores[:-apart]
    return whole


def _tie(before: Sentence, here: Sentence) -> float:
    """What a sentence takes on of the next."""
    if before.article != here.article:
        return 0.0
    border = BORDER if before.passage != here.passage else 1.0
    return DECAY * border * (HEADING_CROSSED if before.section != here.section else 1.0)
