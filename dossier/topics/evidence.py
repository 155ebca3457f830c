"""Evidence: how far the frames of news account for each sentence.

A frame's score for a sentence is Σ count · (1 + ln tf) · ln((n + 1) / df) over the terms met,
divided by √(5 + words), so that long sentences do not win by length; three tenths of that of the
heading above it and a quarter of those of its neighbours in the passage are added.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from dossier.topics.frames import Frame, Hit, Lexicon, frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array
from dossier.topics.words import LANGUAGES

HEADING, NEIGHBOUR, SHRINK = 0.3, 0.25, 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the frames say of the sentences."""

    frames: tuple[Frame, ...]
    scores: Array
    """A row a sentence, a column a frame."""
    hits: tuple[tuple[Hit, ...], ...]
    """For each sentence, the terms met, at their place in the sentence."""


@cache
def lexicon_of(language: str | None) -> Lexicon:
    """The terms of the language's frames, indexed."""
    return Lexicon([frame.terms for frame in frames_of(language)])


def gather(
    sentences: Sequence[Sentence], languages: Sequence[str | None], language: str | None
) -> Evidence:
    """The evidence, each article searched for the terms of its own language.

    ``languages`` has one for each article; ``language`` is that of the titles. Frames have the same
    keys in all languages, so a dossier in two languages is sorted as one.
    """
    frames = frames_of(language) or frames_of(LANGUAGES[0])
    place = {frame.key: i for i, frame in enumerate(frames)}
    hits = []
    for sentence in sentences:
        spoken = languages[sentence.article]
        found = lexicon_of(spoken).hits(sentence.text)
        hits.append(_placed(found, frames_of(spoken), place))
    frequency = Counter(term for found in hits for term in {hit.term for hit in found})
    rarity = {term: math.log((len(hits) + 1) / n) for term, n in frequency.items()}
    bare = np.zeros((len(sentences), len(frames)), dtype=np.float32)
    for row, sentence, found in zip(bare, sentences, hits, strict=True):
        _score(row, found, rarity, sentence.text)
    scores = bare + NEIGHBOUR * _beside(sentences, bare)
    _add_headings(scores, sentences, languages, place, rarity)
    return Evidence(frames, scores, tuple(tuple(found) for found in hits))


def _placed(hits: list[Hit], own: tuple[Frame, ...], place: dict[str, int]) -> list[Hit]:
    """The hits with the frames numbered as the titles' language numbers them."""
    known = [(hit, place.get(own[hit.frame].key)) for hit in hits]
    return [Hit(at, h.term, h.count, h.start, h.end) for h, at in known if at is not None]


def _score(row: Array, hits: Sequence[Hit], rarity: dict[str, float], text: str) -> None:
    times: dict[tuple[int, str], int] = defaultdict(int)
    count: dict[tuple[int, str], float] = {}
    for hit in hits:
        times[hit.frame, hit.term] += 1
        count[hit.frame, hit.term] = hit.count
    length = math.sqrt(SHRINK + len(text.split()))
    for (frame, term), met in times.items():
        weight = count[frame, term] * rarity.get(term, 1.0)
        row[frame] += weight * (1 + math.log(met)) / length


def _beside(sentences: Sequence[Sentence], bare: Array) -> Array:
    """The scores of the sentences before and after in the passage."""
    beside = np.zeros_like(bare)
    passages = np.array([sentence.passage for sentence in sentences])
    if len(passages) > 1:
        same = (passages[1:] == passages[:-1])[:, None]
        beside[1:] += same * bare[:-1]
        beside[:-1] += same * bare[1:]
    return beside


def _add_headings(
    scores: Array,
    sentences: Sequence[Sentence],
    languages: Sequence[str | None],
    place: dict[str, int],
    rarity: dict[str, float],
) -> None:
    rows: dict[int, Array] = {}
    for score, sentence in zip(scores, sentences, strict=True):
        if not sentence.heading:
            continue
        if sentence.section not in rows:
            row = rows[sentence.section] = np.zeros_like(score)
            spoken = languages[sentence.article]
            found = lexicon_of(spoken).hits(sentence.heading)
            _score(row, _placed(found, frames_of(spoken), place), rarity, sentence.heading)
        score += HEADING * rows[sentence.section]
