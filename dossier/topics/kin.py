"""Kin: the frames of news that a group of the dossier's own is nearest to.

No frame leads the group, but what a desk editor calls it is mostly what such parts of a story are
called: a group that speaks of a lawyer, in a trial that has a topic already, is "Le procès : la
défense".
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

from dossier.topics.evidence import lexicon_of
from dossier.topics.frames import STRONG, Frame, frames_of
from dossier.topics.sentences import Sentence

SHARE, LIFT = 0.3, 1.5
"""Share of the group's sentences that have to have a strong term of the frame, and how much more
frequent that has to be there than on the whole."""
FAR = 0.2, 1.3
"""The same for a frame that is akin from afar."""
FEWEST = 2
"""Sentences of the group that have to have one, and terms that have to be met in them."""
READ = 300
"""Sentences of the group, and of the dossier, that are read at most."""


def kin_of(
    own: Sequence[int],
    sentences: Sequence[Sentence],
    spoken: Sequence[str | None],
    language: str | None,
) -> tuple[list[Frame], list[Frame]]:
    """The frames that mark the sentences ``own`` off, the most telling first: near ones, far ones.

    ``spoken`` has the language of each article, ``language`` is that of the titles.
    """
    inside, terms, read = _told([sentences[i] for i in own], spoken, language)
    whole, _, all_read = _told(sentences, spoken, language)

    def tells(frame: Frame, least: float, lift: float) -> float:
        share, usual = inside[frame.key] / read, max(whole[frame.key], 1) / all_read
        varied = inside[frame.key] >= FEWEST and len(terms[frame.key]) >= FEWEST
        if not varied or share < least or share < lift * usual:
            return 0.0
        return share * log(share / usual)

    frames = frames_of(language)
    near = [frame for frame in frames if tells(frame, SHARE, LIFT) > 0]
    far = [frame for frame in frames if tells(frame, *FAR) > 0 and frame not in near]
    for akin in (near, far):
        akin.sort(key=lambda frame: -tells(frame, *FAR))
    return near, far


def leaning(
    own: Sequence[int],
    sentences: Sequence[Sentence],
    spoken: Sequence[str | None],
    language: str | None,
) -> Frame | None:
    """The frame that most of the sentences ``own`` have a strong term of, if two have."""
    inside, _, _ = _told([sentences[i] for i in own], spoken, language)
    frames = [frame for frame in frames_of(language) if inside[frame.key] >= FEWEST]
    return max(frames, key=lambda frame: inside[frame.key], default=None)


def _told(
    sentences: Sequence[Sentence], spoken: Sequence[str | None], language: str | None
) -> tuple[Mapping[str, int], Mapping[str, set[str]], int]:
    """In how many of the sentences each frame has a strong term; which; how many were read."""
    step = -(-len(sentences) // READ) or 1
    counts: Counter[str] = Counter()
    terms: defaultdict[str, set[str]] = defaultdict(set)
    taken = sentences[::step]
    for sentence in taken:
        own = (spoken[sentence.article] if spoken else None) or language
        frames = frames_of(own)
        hits = [hit for hit in lexicon_of(own).hits(sentence.text) if hit.count >= STRONG]
        counts.update({frames[hit.frame].key for hit in hits})
        for hit in hits:
            terms[frames[hit.frame].key].add(hit.term)
    return counts, terms, max(1, len(taken))
