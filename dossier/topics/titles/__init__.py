"""Titles: what a desk editor would call a topic.

A heading of the dossier where it fits one topic alone; otherwise what is likeliest to be printed of
what frames, headlines and the topic's own words give. Never a list of words, never two alike.

``material`` is what titles are made from. ``candidates`` are what a topic might be called: noun
phrases (``marking``), clauses of headlines (``clauses``), people and bodies, and what frames of
news are called, the one that leads (``framed``, with ``phrases`` and ``naming``) and those it is
near (``kin``). ``bearing`` tells how far its sentences bear each of them out, ``weighing`` how
likely each is to be printed; ``office`` says what a person is. In a language without frames,
headlines and what is written again and again (``unframed``, ``runs``, ``shapes``) are all there is.
``vague/`` has the words that make no title.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from dossier.language import fold, stop_words
from dossier.topics.evidence import hits_of
from dossier.topics.frames import STRONG, Frame
from dossier.topics.headings import LONGEST, first_free, is_several, is_title, tidy
from dossier.topics.sentences import Sentence
from dossier.topics.titles.bearing import bearing_of
from dossier.topics.titles.candidates import candidates_of
from dossier.topics.titles.framed import from_frame
from dossier.topics.titles.kin import kinship
from dossier.topics.titles.material import Material
from dossier.topics.titles.office import with_office
from dossier.topics.titles.phrases import covered
from dossier.topics.titles.unframed import of_group, own_headlines
from dossier.topics.titles.weighing import weigh
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of
from dossier.values import dataclass

OWN = 0.6
"""Share of a heading's sentences that have to be of the topic for it to speak for the topic."""
MUCH = 0.3
"""Share of the topic's sentences that have to stand under the heading."""
TOLD = 0.25
"""Share of a topic's sentences that have to have a word of a heading for it to speak for them."""
BAD = 0.0
"""How likely a kind of news is to be printed below which its sentences are of something else."""
TELLING = 3
"""Words that say something, in a title of which no other is to be a longer form."""


@dataclass(frozen=True, slots=True)
class Heads:
    """A title, and what is said below it."""

    title: str
    subtitle: str | None = None


def titles_of(frames: Sequence[Frame | None], material: Material) -> list[Heads]:
    """A title for each side, at most 45 characters, no two alike; a subtitle if a heading adds one.

    Where two sides want the same title, the one has it that is likelier to be called so.
    """
    headings = _headings(material)
    size = Counter(material.main)
    titles: dict[int, Heads] = {}
    taken: list[str] = []
    wanted = {
        side: _wanted(side, frames, headings.get(side, []), material) for side in range(len(frames))
    }
    for side in sorted(wanted, key=lambda side: (-wanted[side].weight, -size[side], side)):
        frame, own = frames[side], material.of(side)
        headed = headings.get(side, [])
        candidates = _unlike(wanted[side].titles, taken, material.language)
        bare = first_free(candidates, taken, wording_of(material.language).unnamed)
        whole = with_office(bare, material)
        title = bare if whole in taken else whole
        taken += (bare, title)
        words = set(fold(title).split())
        others = [
            heading
            for _, heading in headed
            if not words.issuperset(fold(heading).split())
            and (_is_of(heading, frame, material) or _tells(heading, own, material))
        ]
        titles[side] = Heads(title, others[0] if others else None)
    return [titles[side] for side in range(len(frames))]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The titles a side might have, the most telling first."""

    titles: Sequence[str]
    weight: float = 1.0
    """How likely the first is to be printed: the likeliest side chooses before the others."""


def _wanted(
    side: int,
    frames: Sequence[Frame | None],
    headed: Sequence[tuple[float, str]],
    material: Material,
) -> _Wanted:
    frame, own = frames[side], material.of(side)
    fitting = [h for share, h in headed if share >= MUCH and _tells(h, own, material)]
    some, part = material.sampled(own)
    if material.language not in LANGUAGES:
        return _Wanted([*fitting, *of_group(some, part)])
    weighed = _weighed(frame, some, part)
    titles = [*fitting, *([title for _, title in weighed] or from_frame(frame, own, material))]
    weight = 1.0 if fitting or not weighed else weighed[0][0]
    return _Wanted([*titles, *own_headlines(some, part), wording_of(part.language).details], weight)


def _weighed(
    frame: Frame | None, own: Sequence[int], material: Material
) -> list[tuple[float, str]]:
    """What a topic might be called, each with how likely it is to be printed, likely ones first.

    Before a kind of news that its sentences do not speak of, that they are details.
    """
    if not own:
        return []
    bearing = bearing_of(own, material)
    kin = kinship(own, material.sentences, material.spoken, material.language)
    every = candidates_of(bearing, material, kin, frame)
    kinds = {one.title: one.kinds for one in every}
    weighed = [(round(weigh(one, bearing, material), 4), one.title) for one in every]
    weighed.sort(key=lambda each: (-each[0], each[1]))
    if weighed and weighed[0][0] < BAD and kinds[weighed[0][1]] == {"frame"}:
        return [(weighed[0][0], wording_of(material.language).details), *weighed]
    return weighed


def _unlike(candidates: Sequence[str], taken: Sequence[str], language: str | None) -> Sequence[str]:
    """The candidates whose words no other title has, in whatever number: all, if none is left."""
    known = [(title, frozenset(terms_of(title, language))) for title in taken]
    told = [frozenset(terms_of(one, language)) for one in candidates]
    joined = wording_of(language).joined
    free = [
        one
        for one, terms in zip(candidates, told, strict=True)
        if not any(
            terms == others or _is_more(terms, others) or _goes_on(one, other, joined)
            for other, others in known
        )
    ]
    return free or candidates


def _goes_on(one: str, other: str, joined: str) -> bool:
    """Whether one of the two is a noun that the other says more of: "La crue", "La crue du Lez".

    "La crue et les digues" is about two things.
    """
    short, long = sorted((one, other), key=len)
    if is_several(short) or not fold(long).startswith(f"{fold(short)} "):
        return False
    return not long[len(short) :].startswith(joined)


def _is_more(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one of the two says all that the other says at length, and more."""
    few, many = sorted((one, other), key=len)
    return len(few) >= TELLING and few <= many


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
    if not material.is_spoken(sentence.article):
        return False
    words = set(fold(sentence.heading or "").replace("'", " ").replace("’", " ").split())
    own = len(words & stop_words(material.language)) if material.language else 0
    others = (code for code in LANGUAGES if code != material.language)
    return all(len(words & stop_words(code)) <= own for code in others)
