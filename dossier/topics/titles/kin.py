"""Kin: the frames of news that a group of the dossier's own is nearest to.

What a desk editor calls a part of a story is mostly what such parts are called, whether the frame
leads the group or not.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from dossier.topics.evidence import hits_once
from dossier.topics.frames import STRONG, Frame, frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.words import READ_ONCE
from dossier.values import dataclass

SHARE, LIFT = 0.3, 1.5
"""Share of the group's sentences that have to have a strong term of the frame, and how much more
frequent that has to be there than on the whole."""
FEWEST = 2
"""Sentences of the group that have to have one, and terms that have to be met in them."""
READ = 300
"""Sentences of the group, and of the dossier, that are read at most."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A frame, and how far a group speaks of it."""

    frame: Frame
    share: float
    """Of the group's sentences, those that have a strong term of the frame."""
    lift: float
    """How much more of them have one than on the whole."""
    varied: bool
    """Whether two terms are met, in two sentences: one alone may mean something else."""
    alone: float
    """Share of the group's sentences that have one, that have the term most of them have."""

    def is_near(self, least: float, lift: float) -> bool:
        """Whether it is met in so many of the sentences, and so much more than on the whole."""
        return self.varied and self.share >= least and self.lift >= lift

    @property
    def told(self) -> float:
        """How well the frame tells the group."""
        return self.share * log(self.lift)


def kinship(
    own: Sequence[int],
    sentences: Sequence[Sentence],
    spoken: Sequence[str | None],
    language: str | None,
) -> list[Kin]:
    """The frames that the sentences ``own`` have strong terms of, in the order of the frames."""
    inside, terms, read = strong_in(_texts([sentences[i] for i in own], spoken, language))
    whole, _, all_read = strong_in(_texts(sentences, spoken, language))
    found = []
    for frame in frames_of(language):
        if times := inside[frame.key]:
            varied = times >= FEWEST and len(terms[frame.key]) >= FEWEST
            share, usual = times / read, max(whole[frame.key], 1) / all_read
            alone = max(terms[frame.key].values()) / times
            found.append(Kin(frame, share, share / usual, varied, alone))
    return found


def kin_of(
    own: Sequence[int],
    sentences: Sequence[Sentence],
    spoken: Sequence[str | None],
    language: str | None,
) -> list[Frame]:
    """The frames that mark the sentences ``own`` off, the most telling first.

    ``spoken`` has the language of each article, ``language`` is that of the titles.
    """
    ranked = sorted(kinship(own, sentences, spoken, language), key=lambda kin: -kin.told)
    return [kin.frame for kin in ranked if kin.is_near(SHARE, LIFT)]


def _texts(
    sentences: Sequence[Sentence], spoken: Sequence[str | None], language: str | None
) -> tuple[tuple[str, str | None], ...]:
    """The texts that are read of the sentences, each with its language."""
    step = -(-len(sentences) // READ) or 1
    return tuple(_text(sentence, spoken, language) for sentence in sentences[::step])


@lru_cache(maxsize=2)
def strong_in(
    texts: tuple[tuple[str, str | None], ...],
) -> tuple[Mapping[str, int], Mapping[str, Mapping[str, int]], int]:
    """In how many of the texts each frame has a strong term, and each term; how many there are."""
    counts: Counter[str] = Counter()
    terms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, language in texts:
        hits = strong_once(text, language)
        counts.update({key for key, _ in hits})
        for key, term in hits:
            terms[key][term] += 1
    return counts, terms, max(1, len(texts))


def _text(
    sentence: Sentence, spoken: Sequence[str | None], language: str | None
) -> tuple[str, str | None]:
    return sentence.text, (spoken[sentence.article] if spoken else None) or language


@lru_cache(maxsize=READ_ONCE)
def strong_once(text: str, language: str | None) -> tuple[tuple[str, str], ...]:
    """The keys of the frames whose strong terms are in a sentence, each with the term, once."""
    frames = frames_of(language)
    hits = (hit for hit in hits_once(text, language) if hit.count >= STRONG)
    return tuple(sorted({(frames[hit.frame].key, hit.term) for hit in hits}))
