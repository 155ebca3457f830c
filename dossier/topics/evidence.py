"""Evidence: how far the frames of news account for each sentence.

A frame's score for a sentence is Σ count · (1 + ln tf) · ln((n + 1) / df) over the terms met,
divided by √(5 + words), so that long sentences do not win by length; three tenths of that of the
heading above it and a quarter of those of its neighbours in the passage are added.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np

from dossier.topics.frames import STRONG, Frame, Hit, Lexicon, frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, Flags
from dossier.topics.words import LANGUAGES, READ_ONCE
from dossier.values import dataclass

HEADING, NEIGHBOUR, SHRINK = 0.3, 0.25, 5
VARIED = 1.8
"""Terms a frame has to be told by, on the whole: one alone ("the wind of change") is a figure of
speech."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the frames say of the sentences."""

    frames: tuple[Frame, ...]
    scores: Array
    """A row a sentence, a column a frame."""
    backed: Flags
    """The same shape: whether a strong term of the frame is in the sentence."""


Keys = frozenset[str] | None
"""Of the frames that are looked for; None for all."""


@cache
def lexicon_of(language: str | None, keys: Keys = None) -> Lexicon:
    """The terms of the language's frames, indexed."""
    return Lexicon([frame.terms for frame in _frames(language, keys)])


def _frames(language: str | None, keys: Keys) -> tuple[Frame, ...]:
    return tuple(frame for frame in frames_of(language) if keys is None or frame.key in keys)


def gather(
    sentences: Sequence[Sentence],
    languages: Sequence[str | None],
    language: str | None,
    keys: Keys = None,
) -> Evidence:
    """The evidence, each article searched for the terms of its own language.

    ``languages`` has one for each article; ``language`` is that of the titles. Frames have the same
    keys in all languages, so a dossier in two languages is sorted as one. ``keys`` are those of the
    frames a dossier was found to bear out.
    """
    frames = _frames(language if language in LANGUAGES else LANGUAGES[0], keys)
    place = {frame.key: i for i, frame in enumerate(frames)}
    met: list[tuple[_Met, ...]] = [
        tuple(_counts(hits_in(s.text, languages[s.article], place, keys)).items())
        for s in sentences
    ]
    frequency = Counter(term for found in met for term in {term for (_, term), _ in found})
    rarity = {term: math.log((len(met) + 1) / n) for term, n in frequency.items()}
    bare = np.zeros((len(sentences), len(frames)), dtype=np.float32)
    backed = np.zeros(bare.shape, dtype=np.bool_)
    for row, strong, sentence, found in zip(bare, backed, sentences, met, strict=True):
        _score(row, found, rarity, sentence.text)
        strong[[frame for (frame, _), (_, count) in found if count >= STRONG]] = True
    if keys is None:
        bare[:, _variety(bare, met) < VARIED] = 0
    scores = bare + NEIGHBOUR * _beside(sentences, bare)
    _add_headings(scores, sentences, languages, place, rarity, keys)
    return Evidence(frames, scores, backed)


def hits_of(key: str, text: str, spoken: str | None) -> list[Hit]:
    """The terms of one frame met in a text of that language."""
    frames = frames_of(spoken)
    return [hit for hit in hits_once(text, spoken) if frames[hit.frame].key == key]


@lru_cache(maxsize=READ_ONCE)
def hits_once(text: str, spoken: str | None) -> list[Hit]:
    """The terms of all frames met in a text: the titles ask for what the sorting has read."""
    return lexicon_of(spoken).hits(text)


def hits_in(
    text: str, spoken: str | None, place: Mapping[str, int], keys: Keys = None
) -> list[Hit]:
    """The terms met in a text of that language; ``place`` has the number of each frame's key."""
    own = _frames(spoken, keys)
    hits = hits_once(text, spoken) if keys is None else lexicon_of(spoken, keys).hits(text)
    if len(own) == len(place):
        return hits  # the same keys in one order
    known = [(hit, place.get(own[hit.frame].key)) for hit in hits]
    return [Hit(at, h.term, h.count, h.start, h.end) for h, at in known if at is not None]


_Met = tuple[tuple[int, str], tuple[int, float]]
Counts = dict[tuple[int, str], tuple[int, float]]
"""For each frame and term, how often it was met and what it counts."""


def _counts(hits: Sequence[Hit]) -> Counts:
    counts: Counts = {}
    for hit in hits:
        times, _ = counts.get((hit.frame, hit.term), (0, 0.0))
        counts[hit.frame, hit.term] = (times + 1, hit.count)
    return counts


def _variety(bare: Array, met: Sequence[tuple[_Met, ...]]) -> Array:
    """How many different terms, by the exponential of their entropy, put each frame first."""
    times: dict[int, Counter[str]] = {}
    for frame, found in zip(bare.argmax(axis=1).tolist(), met, strict=True):
        terms = times.setdefault(frame, Counter())
        terms.update(term for (number, term), _ in found if number == frame)
    variety = np.zeros(bare.shape[1])
    for frame, terms in times.items():
        whole = terms.total()
        shares = [count / whole for count in terms.values()]
        variety[frame] = math.exp(-sum(p * math.log(p) for p in shares)) if whole else 0
    return variety


def _score(row: Array, found: Iterable[_Met], rarity: Mapping[str, float], text: str) -> None:
    length = math.sqrt(SHRINK + len(text.split()))
    for (frame, term), (times, count) in found:
        row[frame] += count * rarity.get(term, 1.0) * (1 + math.log(times)) / length


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
    keys: Keys,
) -> None:
    rows: dict[int, Array] = {}
    for score, sentence in zip(scores, sentences, strict=True):
        if not sentence.heading:
            continue
        if sentence.section not in rows:
            row = rows[sentence.section] = np.zeros_like(score)
            spoken = languages[sentence.article]
            found = _counts(hits_in(sentence.heading, spoken, place, keys))
            _score(row, found.items(), rarity, sentence.heading)
        score += HEADING * rows[sentence.section]
