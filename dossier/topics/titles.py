"""Titles: what a desk editor would call a topic.

A heading of the dossier where it fits one topic alone; otherwise the frame's own title, or the
variant of it that the topic's terms ask for. Never a list of words, never two alike.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.language import fold
from dossier.topics.frames import Frame, Lexicon
from dossier.topics.sentences import Sentence
from dossier.topics.words import terms_in

LONGEST = 45
"""Code points of a title."""
OWN = 0.6
"""Share of a heading's sentences that have to be of the topic for it to speak for the topic."""
MUCH = 0.3
"""Share of the topic's sentences that have to stand under the heading."""
FILLS = 0.3
"""Share of a topic's sentences that a variant's terms have to meet."""
_GENERIC = re.compile(
    r"introduction|conclusion|contexte.*|context.*|background|resume|summary|en bref|sommaire|"
    r"the latest|analyse|analysis|a lire.*|lire aussi.*|read more.*|a retenir.*|l essentiel"
)
_EDGES = " \t:;.,–—-•*#«»“”\"'‘’"


@dataclass(frozen=True, slots=True)
class Material:
    """What the titles of a dossier are made from."""

    sentences: Sequence[Sentence]
    main: Sequence[int]
    """For each sentence the side it is mainly about."""
    spoken: Sequence[str | None]
    """For each article its language."""
    marks: Mapping[int, Mapping[str, float]]
    """For each side the terms that mark it off, and how strongly."""

    def of(self, side: int) -> list[Sentence]:
        """The sentences mainly of that side."""
        return [s for s, own in zip(self.sentences, self.main, strict=True) if own == side]


def titles_of(frames: Sequence[Frame | None], material: Material) -> list[str]:
    """A title for each side, at most 45 characters, no two alike."""
    headings = _headings(material)
    titles: list[str] = []
    for side, frame in enumerate(frames):
        own = material.of(side)
        candidates = [*headings.get(side, ()), *_from_frame(frame, own)]
        if frame is None:
            candidates.extend(_outstanding(own, material, side))
        titles.append(_first_free(candidates, titles))
    return titles


def _first_free(candidates: Sequence[str], taken: Sequence[str]) -> str:
    known = {fold(title) for title in taken}
    for title in candidates:
        if title and fold(title) not in known:
            return title
    number = 2
    base = candidates[-1] if candidates else "…"
    while fold(f"{base} ({number})") in known:
        number += 1
    return f"{shorten(base, LONGEST - 5)} ({number})"


def _from_frame(frame: Frame | None, own: Sequence[Sentence]) -> list[str]:
    """The frame's titles, the one the sentences ask for first."""
    if frame is None:
        return []
    met: Counter[str] = Counter()
    lexicon = Lexicon([[(term, 1.0) for term in terms] for _, terms in frame.titles])
    for sentence in own:
        for number in {hit.frame for hit in lexicon.hits(sentence.text)}:
            met[frame.titles[number][0]] += 1
    fitting = [title for title, count in met.most_common(1) if count >= FILLS * len(own)]
    return [*fitting, frame.title]


def _outstanding(own: Sequence[Sentence], material: Material, side: int) -> list[str]:
    """The words that mark a group off, each alone, as they are most often written."""
    marks = material.marks.get(side, {})
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in own:
        for term, word in terms_in(sentence.text, material.spoken[sentence.article]):
            if term in marks:
                written[term][word] += 1
    strongest = sorted(written, key=lambda term: (-marks[term], term))
    words = [
        min(written[term].items(), key=lambda item: (-item[1], item[0]))[0] for term in strongest
    ]
    return [shorten(word[0].upper() + word[1:]) for word in words]


def _headings(material: Material) -> dict[int, list[str]]:
    """For each side, the headings that speak for it and for no other, the fullest first."""
    held: dict[str, Counter[int]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for sentence, side in zip(material.sentences, material.main, strict=True):
        if sentence.heading and is_title(sentence.heading):
            title = tidy(sentence.heading)
            held[fold(title)][side] += 1
            written.setdefault(fold(title), title)
    size = Counter(material.main)
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for folded, sides in held.items():
        side, count = min(sides.items(), key=lambda item: (-item[1], item[0]))
        fits = count >= max(2, OWN * sides.total()) and count >= MUCH * size[side]
        if fits and len(written[folded]) <= LONGEST:
            found[side].append((-count, written[folded]))
    return {side: [title for _, title in sorted(titles)] for side, titles in found.items()}


def is_title(heading: str) -> bool:
    """Whether a heading says what its section is about, in the length of a title."""
    plain = re.sub(r"[^\w]+", " ", fold(heading)).strip()
    return (
        4 <= len(heading) <= LONGEST + 10
        and not _GENERIC.fullmatch(plain)
        and not re.search(r"[«»“”\"?!…]", heading)
    )


def tidy(heading: str) -> str:
    """The heading without numbering, quote marks or stop, its first letter a capital."""
    bare = re.sub(r"^(?:\(?\d{1,2}[.)°]|[IVX]{1,4}[.)]|[A-Za-z][.)])\s+", "", heading.strip())
    bare = bare.strip(_EDGES) or heading.strip()
    if bare.isupper() and len(bare) > 5:
        bare = bare.lower()
    return bare[0].upper() + bare[1:]


def shorten(text: str, longest: int = LONGEST) -> str:
    """The text cut at a word, with an ellipsis, when it is longer."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    words = cut.rsplit(maxsplit=1)[0] if " " in cut[longest // 3 :] else cut
    return words.rstrip(" ,;:–—-") + "…"
