"""Titles: what a desk editor would call a topic.

A heading of the dossier where it fits one topic alone; otherwise what the frame that leads it is
called, or, where none does, what marks it off. Never a list of words, never two alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.language import fold, stop_words
from dossier.topics.evidence import hits_of
from dossier.topics.framed import from_frame
from dossier.topics.frames import STRONG, Frame
from dossier.topics.headings import LONGEST, first_free, is_title, tidy
from dossier.topics.material import Material
from dossier.topics.phrases import covered
from dossier.topics.sentences import Sentence
from dossier.topics.unframed import of_group
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES

OWN = 0.6
"""Share of a heading's sentences that have to be of the topic for it to speak for the topic."""
MUCH = 0.3
"""Share of the topic's sentences that have to stand under the heading."""
TOLD = 0.25
"""Share of a topic's sentences that have to have a word of a heading for it to speak for them."""


@dataclass(frozen=True, slots=True)
class Heads:
    """A title, and what is said below it."""

    title: str
    subtitle: str | None = None


def titles_of(frames: Sequence[Frame | None], material: Material) -> list[Heads]:
    """A title for each side, at most 45 characters, no two alike; a subtitle if a heading adds one.

    Where two sides want the same title, the one with more sentences has it.
    """
    headings = _headings(material)
    size = Counter(material.main)
    titles: dict[int, Heads] = {}
    for side in sorted(range(len(frames)), key=lambda side: (-size[side], side)):
        frame, own = frames[side], material.of(side)
        headed = headings.get(side, [])
        fitting = [h for share, h in headed if share >= MUCH and _tells(h, own, material)]
        candidates = [*fitting, *from_frame(frame, own, material)]
        if frame is None:
            candidates += of_group(own, material, [side.key for side in frames if side])
        taken = [heads.title for heads in titles.values()]
        title = first_free(candidates, taken, wording_of(material.language).unnamed)
        words = set(fold(title).split())
        others = [
            heading
            for _, heading in headed
            if not words.issuperset(fold(heading).split())
            and (_is_of(heading, frame, material) or _tells(heading, own, material))
        ]
        titles[side] = Heads(title, others[0] if others else None)
    return [titles[side] for side in range(len(frames))]


def _tells(heading: str, own: Sequence[int], material: Material) -> bool:
    """Whether the sentences speak of what the heading says, and not one section alone."""
    sentences = [material.sentences[i] for i in own]
    return covered(heading, sentences, material.language) >= TOLD


def _is_of(heading: str, frame: Frame | None, material: Material) -> bool:
    """Whether the heading has a strong term of the frame, and no figure that one article gives."""
    if frame is None or re.search(r"\d", heading):
        return False
    hits = hits_of(frame.key, heading, material.language)
    return any(hit.count >= STRONG for hit in hits)


def _headings(material: Material) -> dict[int, list[tuple[float, str]]]:
    """For each side, the headings that speak for it alone, with the share of it they head."""
    held: dict[str, Counter[int]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for sentence, side in zip(material.sentences, material.main, strict=True):
        if sentence.heading and is_title(sentence.heading) and _is_spoken(sentence, material):
            title = tidy(sentence.heading)
            held[fold(title)][side] += 1
            written.setdefault(fold(title), title)
    size = Counter(material.main)
    found: dict[int, list[tuple[float, str]]] = defaultdict(list)
    for folded, sides in held.items():
        side, count = min(sides.items(), key=lambda item: (-item[1], item[0]))
        if count >= max(2, OWN * sides.total()) and len(written[folded]) <= LONGEST:
            found[side].append((count / size[side], written[folded]))
    return {
        side: sorted(titles, key=lambda title: (-title[0], title[1]))
        for side, titles in found.items()
    }


def _is_spoken(sentence: Sentence, material: Material) -> bool:
    """Whether the heading is in the language of the titles.

    Its article is, and no more of its small words are another language's.
    """
    if material.spoken and material.spoken[sentence.article] != material.language:
        return False
    words = set(fold(sentence.heading or "").replace("'", " ").replace("’", " ").split())
    own = len(words & stop_words(material.language)) if material.language else 0
    others = (code for code in LANGUAGES if code != material.language)
    return all(len(words & stop_words(code)) <= own for code in others)
