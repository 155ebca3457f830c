"""Candidates: what a group might be called, each with how well its sentences bear it out.

A noun phrase, a person, a frame of news, and a frame of news that a topic has already, told apart
by a phrase. What is borne out best is the title, whatever its kind; a word alone has to be borne
out better than a phrase, and what a person is less well tells a topic than who.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from dossier.entities import Entity
from dossier.language import fold
from dossier.topics.bearing import Bearing, belonging, is_country, is_plural, is_role, speaking
from dossier.topics.framed import from_frame, in_a_title, variant_of
from dossier.topics.headings import LONGEST, in_a_sentence, is_several
from dossier.topics.kin import LIFT, SHARE, Kin
from dossier.topics.marking import marking_phrases, may_head, with_article
from dossier.topics.material import Material
from dossier.topics.naming import places_of
from dossier.topics.runs import is_nounlike, repeated
from dossier.topics.sentences import Sentence
from dossier.topics.wording import wording_of

ALONE, COMMON, ROLE, RUN, FRAME, BROAD, TOLD_APART = 0.2, 0.45, 0.4, 0.5, 0.6, 0.15, 0.4
"""What counts, beside a phrase, a word alone; one in the plural that half of the group has; what a
person is; words that are often written together; a frame; a frame that a topic has already; and
the phrase that tells it apart."""
OWN, TOGETHER, ENOUGH = 0.5, 0.25, 0.3
"""Share of the sentences naming somebody that have to be the group's; of the group's, that have to
name one of two; and that name one so often that no other is told."""
FEWEST, BODY = 2, 3
"""Sentences of the group that have to name a person; and a body, which may be a speaker's paper, or
have a word that stands behind a frame's title."""
OF_SOMEBODY, OF_A_BODY, LETTERS = 0.9, 0.8, 0.5
"""What a person counts, beside a phrase; a body; and its initials, which say little alone."""
PAIR, MATTER = 0.65, 0.8
"""What two names count; and two of whom neither speaks."""
PASSING = 0.2
"""Share of the group that has to name somebody who is not named in passing."""
ELSEWHERE = 0.5
"""What a place counts: things happen there that have nothing to do with each other."""
WHOLLY = 0.5
"""Share of the group that a frame tells wholly: its terms are many, and some mean other things."""
MOSTLY, ONE_TERM = 0.85, 0.25
"""Share of these sentences that have one and the same term, and what the frame then counts."""
BESIDE = 0.6
"""What a word alone counts behind a frame's title."""
SOMEBODY = 0.1
"""How well a name has to be borne out to stand behind a frame's title."""
FAINT = 0.05
"""How well a frame, or what stands behind its title, has to be borne out to be told at all."""
MARKS = 4
"""Phrases that are tried behind a frame's title."""
_OPEN = re.compile(r"(?:^|\s)['‘\"“]")
BOUND = re.compile(r"\bde (?:la |l['’])")
"""What stands before a noun that belongs to the one before it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title, and how well the sentences bear it out, from 0 to 1."""

    title: str
    told: float
    wide: bool = False
    """Whether it, or its first part, is a frame that much of the group speaks of: it is true of
    most, whatever marks them off."""
    aside: bool = False
    """Whether it is somebody named in passing, or who speaks, in a small part of the group."""
    framed: bool = False
    """Whether it is what a frame of news is called, or begins with it."""


def candidates_of(
    bearing: Bearing, material: Material, kinship: Sequence[Kin], led: Sequence[str]
) -> list[Candidate]:
    """What the group might be called, the best borne out first.

    ``led`` are the keys of the frames that have a topic.
    """
    phrases = [*_phrases(bearing), *_repeated(bearing)]
    people = list(_people(bearing, material))
    about = places_of(bearing.own, material.named, material.found)[:1]
    about = [place for place in about if not is_country(place.name)]
    places = [
        Candidate(place.name, ELSEWHERE * bearing.told(having))
        for place, having in _named(bearing, material)
        if place in about
    ]
    several = [one for one in phrases if is_several(one.title)]
    several += [
        Candidate(one.title, BESIDE * one.told)
        for one in phrases
        if is_plural(one.title) and not is_several(one.title) and _is_frequent(one.title, bearing)
    ]
    marked = [one for one in people if one.told >= SOMEBODY]
    marks = sorted((*several, *marked, *places), key=lambda mark: -mark.told)[:MARKS]
    plain = [Candidate(one.title, one.told * _worth(one.title, bearing)) for one in phrases]
    framed = [
        replace(one, framed=True)
        for one in (
            *_frames(bearing, material, kinship, led),
            *_apart(bearing, kinship, led, marks),
        )
    ]
    every = [one for one in (*plain, *people, *framed) if _is_whole(one.title)]
    return sorted(every, key=lambda one: -one.told)


def _is_whole(title: str) -> bool:
    """Whether it has the length of a title, and no mark that opens a quotation and is left open."""
    return len(title) <= LONGEST and not _OPEN.search(title)


def _worth(title: str, bearing: Bearing) -> float:
    """What a phrase counts as a title: a word alone little, unless half of the group has it."""
    if is_several(title):
        return 1.0
    common = bearing.share(bearing.having(title)) >= WHOLLY
    return COMMON if common and is_plural(title) else ALONE


def _is_frequent(word: str, bearing: Bearing) -> bool:
    return sum(i in bearing.first for i in bearing.having(word)) >= BODY


def _phrases(bearing: Bearing) -> Iterator[Candidate]:
    """The noun phrases that mark the group off."""
    texts = [bearing.sentences[i].text for i in bearing.own]
    marked = marking_phrases(bearing.own, bearing.sentences, bearing.language, few=True)
    for phrase in marked:
        told = bearing.told(bearing.having(phrase))
        role = is_role(phrase, texts, bearing.language)
        yield Candidate(phrase, told * (ROLE if role else 1.0))


def _repeated(bearing: Bearing) -> Iterator[Candidate]:
    """What the group keeps writing, if it is a noun phrase: "The battleground states"."""
    texts = [bearing.sentences[i].text for i in bearing.own]
    language = bearing.language
    whole = BOUND.sub("de ", "\n".join(texts))
    for run in repeated(texts, [sentence.text for sentence in bearing.sentences], language):
        title = with_article(run, whole, language)
        fits = is_several(title) or _is_frequent(title, bearing)
        if title and fits and title.split()[-1].islower() and is_nounlike(run, language, whole):
            told = bearing.told(bearing.having(title))
            worth = ROLE if is_role(title, texts, language) else 1.0
            yield Candidate(title, told * worth * (RUN if is_several(title) else 1.0))


@dataclass(frozen=True, slots=True)
class _Named:
    """Somebody, the sentences that name them, and those of which they are not the matter."""

    entity: Entity
    having: set[int]
    aside: set[int]


def _people(bearing: Bearing, material: Material) -> Iterator[Candidate]:
    """The people and bodies that the group is about, by one or by two."""
    own = [material.sentences[i] for i in bearing.own]
    named: list[_Named] = []
    for entity, having in _named(bearing, material):
        inside = sum(i in bearing.first for i in having)
        few = inside < (FEWEST if entity.kind == "person" else BODY)
        if may_head(entity) and not few and inside >= OWN * len(having):
            beside = speaking if entity.kind == "person" else belonging
            named.append(_Named(entity, having, beside(having, entity, material.sentences)))
    for one in named:
        title = _written([one.entity], own, material)
        among = [i for i in one.having if i in bearing.first]
        speaks = 2 * sum(i in one.aside for i in among) > len(among)
        told = bearing.told(one.having, one.aside) * _standing(one.entity)
        least = (ENOUGH if speaks else PASSING) * len(bearing.own)
        yield Candidate(title, told, aside=len(among) < least)
    named.sort(key=lambda one: -bearing.share(one.having))
    for other in named[1:]:
        yield from _pair(named[0], other, own, bearing, material)


def _pair(
    first: _Named, other: _Named, own: Sequence[Sentence], bearing: Bearing, material: Material
) -> Iterator[Candidate]:
    """The two that the group is about, if neither is named enough alone."""
    every = first.having | other.having
    free = (first.having - first.aside) | (other.having - other.aside)
    if bearing.share(first.having) < ENOUGH and bearing.share(every) >= TOGETHER:
        title = _written([first.entity, other.entity], own, material)
        people = first.entity.kind == other.entity.kind == "person"
        worth = MATTER if people and free == every else PAIR
        yield Candidate(title, worth * bearing.told(every, every - free), aside=True)


def _standing(entity: Entity) -> float:
    """What a name counts: less than what is done; a body's less than a person's, letters least."""
    if entity.kind == "person":
        return OF_SOMEBODY
    return LETTERS if entity.name.isupper() else OF_A_BODY


def _named(bearing: Bearing, material: Material) -> Iterator[tuple[Entity, set[int]]]:
    """Whom the group names, and all the sentences that do."""
    naming: dict[int, set[int]] = {n: set() for i in bearing.own for n in material.named[i]}
    for i, numbers in enumerate(material.named):
        for number in numbers:
            if number in naming:
                naming[number].add(i)
    for number in sorted(naming):
        entity = material.found.entities[number]
        if entity.kind in ("person", "place", "organisation"):
            yield entity, naming[number]


def _written(entities: Sequence[Entity], own: Sequence[Sentence], material: Material) -> str:
    names = [in_a_title(entity, own, among_others=False) for entity in entities]
    joined = wording_of(material.language).joined.join(names)
    return joined[0].upper() + joined[1:]


def _frames(
    bearing: Bearing, material: Material, kinship: Sequence[Kin], led: Sequence[str]
) -> Iterator[Candidate]:
    """What the frames that the group is nearest to are called, if no topic is."""
    for kin in kinship:
        enough = kin.is_near(SHARE, LIFT) and len(kin.met) >= min(BODY, len(bearing.own) - 1)
        if kin.frame.key not in led and enough:
            told = FRAME * told_by(kin, bearing)
            for title in from_frame(kin.frame, bearing.own, material)[:1]:
                yield Candidate(title, told, wide=told >= FAINT)


def _apart(
    bearing: Bearing, kinship: Sequence[Kin], led: Sequence[str], marks: Sequence[Candidate]
) -> Iterator[Candidate]:
    """What a topic is called already, told apart by what marks the group off."""
    wording = wording_of(bearing.language)
    own = [bearing.sentences[i] for i in bearing.own]
    for kin in kinship:
        if kin.frame.key in led and kin.share >= SHARE:
            broad = variant_of(kin.frame, own) or kin.frame.title
            for mark in marks:
                if mark.told > 0 and fold(mark.title) not in fold(broad):
                    title = wording.told(broad, [_small(mark.title, own)])
                    told = TOLD_APART * mark.told + BROAD * told_by(kin, bearing)
                    wide = kin.share >= WHOLLY and mark.told >= FAINT
                    yield Candidate(title, told, wide=wide)


def _small(mark: str, own: Sequence[Sentence]) -> str:
    """What stands behind a colon, with a small letter if it is no name."""
    written = in_a_sentence(mark)
    small = written[0].lower() + written[1:]
    pattern = re.compile(rf"\b{re.escape(small)}\b")
    return small if any(pattern.search(sentence.text) for sentence in own) else written


def told_by(kin: Kin, bearing: Bearing) -> float:
    """How well a frame tells the group, as a phrase is measured."""
    usual = len(bearing.sentences) / max(1, len(bearing.own))
    if kin.lift <= 1 or usual <= 1:
        return 0.0
    share = bearing.share(kin.met)
    wholly = min(1.0, share / WHOLLY)
    apart = min(1.0, log(kin.lift) / log(usual))
    return share * wholly * apart * (ONE_TERM if kin.alone >= MOSTLY else 1.0)
