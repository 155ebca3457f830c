"""Candidates: what a topic might be called.

A noun phrase or a noun that marks it off, two of them, a person or body, what frames of news are
called that it speaks of, a clause of a headline, and that it is people's words. Each is weighed
alike (``weighing.py``); here they are only found.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Literal

from dossier.entities import Entity
from dossier.language import fold
from dossier.topics.frames import Frame, singular
from dossier.topics.headings import LONGEST, bare, is_several
from dossier.topics.titles.bearing import Bearing, belonging, in_speech, is_role, speaking
from dossier.topics.titles.clauses import clauses_of, in_small_letters, is_told
from dossier.topics.titles.framed import from_frame, in_a_title
from dossier.topics.titles.kin import Kin
from dossier.topics.titles.marking import may_head, phrases_once
from dossier.topics.titles.material import Material
from dossier.topics.titles.phrases import stands_alone
from dossier.topics.titles.whole import whole
from dossier.topics.wording import wording_of
from dossier.topics.words import terms_of
from dossier.values import dataclass

Kind = Literal["phrase", "noun", "pair", "name", "frame", "clause", "voices"]
PHRASES, NOUNS, CLAUSES, FRAMES = 3, 3, 2, 4
"""How many of a kind are weighed, those that tell the topic best."""
TRIED = 40
"""Phrases and nouns that are looked at, those that tell the topic best."""
OF_A_FRAME, OF_ITS_OWN = 2, 3
"""Titles that are weighed of a frame; and of the one that leads the topic."""
FEWEST, BODY = 2, 3
"""Sentences of the topic that a noun, or a person, has to be in; and a body, which may be a
speaker's paper."""
OWN = 0.5
"""Share of the sentences naming somebody that have to be the topic's."""
JOINED = 14
"""Phrases and nouns of which two are joined."""
LEAST = 0.02
"""How much more of a clause the topic has than the others, for it to be weighed."""
VOICES = 0.5
"""Share of a topic's sentences that have to be people's words for it to be called so."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title that a topic might have."""

    title: str
    kinds: frozenset[Kind]
    """All that it is: a phrase may be what a frame is called as well."""
    kin: Kin | None = None
    """The frame of news it is the title of, and how far the topic speaks of it."""
    leads: bool = False
    """Whether that frame leads the topic."""
    first: bool = False
    """Whether it is the most telling of its titles there."""
    article: int | None = None
    """The article that has it in its headline."""


def candidates_of(
    bearing: Bearing, material: Material, kinship: Sequence[Kin], frame: Frame | None = None
) -> list[Candidate]:
    """What the topic might be called, none twice; ``frame`` is the one that leads it."""
    found: dict[str, Candidate] = {}
    for one in _every(bearing, material, kinship, frame):
        if one.title and len(one.title) <= LONGEST:
            key = fold(one.title)
            found[key] = _joined(found[key], one) if key in found else one
    return list(found.values())


def _every(
    bearing: Bearing, material: Material, kinship: Sequence[Kin], frame: Frame | None
) -> Iterator[Candidate]:
    nouns = [title for title in _nouns(bearing, material) if _may_stand(title, bearing)]
    several = [title for title in nouns if is_several(title)]
    alone = [title for title in nouns if not is_several(title) and _is_kept(title, bearing)]
    yield from (Candidate(title, frozenset(["phrase"])) for title in several[:PHRASES])
    yield from (Candidate(title, frozenset(["noun"])) for title in alone[:NOUNS])
    yield from _pairs([t for t in nouns if _inside(t, bearing)][:JOINED], bearing)
    yield from _people(bearing, material)
    yield from _frames(bearing, material, kinship, frame)
    yield from _clauses(bearing, material)
    if in_speech(bearing.own, material.sentences) >= VOICES:
        yield Candidate(wording_of(material.language).voices, frozenset(["voices"]))


def _joined(one: Candidate, other: Candidate) -> Candidate:
    """One title that is found twice, with all that it is."""
    return replace(
        one,
        kinds=one.kinds | other.kinds,
        kin=one.kin or other.kin,
        leads=one.leads or other.leads,
        first=one.first or other.first,
        article=other.article if one.article is None else one.article,
    )


def _inside(title: str, bearing: Bearing) -> bool:
    """Whether so many sentences of the topic have it that it may stand alone."""
    return sum(i in bearing.first for i in bearing.having(title)) >= FEWEST


def _may_stand(title: str, bearing: Bearing) -> bool:
    """Whether a phrase, or a noun that says something by itself."""
    return is_several(title) or stands_alone(bare(title), bearing.language)


def _is_kept(noun: str, bearing: Bearing) -> bool:
    """Whether so many of the sentences have a noun itself, and not only one of its family."""
    written = bare(noun).lower()
    texts = (bearing.sentences[i].text.lower() for i in bearing.own)
    return sum(written in text for text in texts) >= FEWEST


def _nouns(bearing: Bearing, material: Material) -> list[str]:
    """The nouns and noun phrases of the topic that tell it, as titles, the most telling first.

    Not what one person is: "Le secrétaire d'État"; nor what an article in another language writes.
    """
    own = [bearing.sentences[i] for i in bearing.own]
    texts = [sentence.text for sentence in own if material.is_spoken(sentence.article)]
    forms: dict[frozenset[str], Counter[str]] = {}
    for text in texts:
        for _, form in phrases_once(text, bearing.language or ""):
            if terms := frozenset(terms_of(form, bearing.language)):
                forms.setdefault(terms, Counter())[form] += 1
    written = [min(told, key=lambda form: (-told[form], form)) for told in forms.values()]
    told = {title: bearing.told(bearing.having(title)) for title in written}
    ranked = sorted((title for title in told if told[title] > 0), key=lambda t: (-told[t], t))
    tried = dict.fromkeys(_whole(title, bearing) for title in ranked[:TRIED])
    return [title for title in tried if not is_role(title, texts, bearing.language)]


def _whole(title: str, bearing: Bearing) -> str:
    """A phrase with what the articles hardly ever part from it."""
    having = sorted(bearing.having(title))
    return whole(title, (bearing.sentences[i].text for i in having), bearing.language)


def _pairs(nouns: Sequence[str], bearing: Bearing) -> Iterator[Candidate]:
    """The two that tell the topic best together, each of sentences of its own.

    Not one noun and its plural: "Le match et les matchs".
    """
    joined = wording_of(bearing.language).joined
    best, told = "", 0.0
    having = {noun: bearing.having(noun) for noun in nouns}
    terms = {noun: {singular(word) for word in fold(bare(noun)).split()} for noun in nouns}
    families = {noun: set(terms_of(noun, bearing.language)) for noun in nouns}
    for one, other in combinations(nouns, 2):
        title = f"{one}{joined}{_small(other, bearing)}"
        apart = having[one] - having[other], having[other] - having[one]
        fit = min(sum(i in bearing.first for i in side) for side in apart) >= FEWEST
        is_one = terms[one] & terms[other] or families[one] & families[other]
        if len(title) > LONGEST or is_one or not fit:
            continue
        if (both := bearing.told(having[one] | having[other])) > told:
            best, told = title, both
    if best:
        yield Candidate(best, frozenset(["pair"]))


def _small(noun: str, bearing: Bearing) -> str:
    """A noun as it stands within a title: with a capital where it is a name's."""
    small = f"{noun[0].lower()}{noun[1:]}"
    is_opened = bare(noun) != noun
    written = is_opened or any(small in bearing.sentences[i].text for i in bearing.own)
    return small if written else noun


def _people(bearing: Bearing, material: Material) -> Iterator[Candidate]:
    """The person or body that the topic is about; who only speaks counts less.

    None that is written as a network's tag: "#GiletsJaunes" is no body.
    """
    own = [material.sentences[i] for i in bearing.own]
    best: tuple[float, str] = 0.0, ""
    for entity, having in _named(bearing, material):
        inside = sum(i in bearing.first for i in having)
        few = inside < (FEWEST if entity.kind == "person" else BODY)
        tag = any(f"#{entity.name}" in sentence.text for sentence in own)
        if may_head(entity) and not (few or tag) and inside >= OWN * len(having):
            beside = speaking if entity.kind == "person" else belonging
            told = bearing.told(having, beside(having, entity, material.sentences))
            name = in_a_title(entity, own, among_others=False)
            best = max(best, (told, f"{name[0].upper()}{name[1:]}"))
    if best[0] > 0:
        yield Candidate(best[1], frozenset(["name"]))


def _named(bearing: Bearing, material: Material) -> Iterator[tuple[Entity, set[int]]]:
    """Whom the topic names, and all the sentences that do."""
    naming: dict[int, set[int]] = {n: set() for i in bearing.own for n in material.named[i]}
    for i, numbers in enumerate(material.named):
        for number in numbers:
            if number in naming:
                naming[number].add(i)
    for number in sorted(naming):
        entity = material.found.entities[number]
        if entity.kind in ("person", "organisation"):
            yield entity, naming[number]


def _frames(
    bearing: Bearing, material: Material, kinship: Sequence[Kin], frame: Frame | None
) -> Iterator[Candidate]:
    """What the frames are called that the topic speaks of, and the one that leads it."""
    leading = next((kin for kin in kinship if frame and kin.frame.key == frame.key), None)
    for kin in sorted(kinship, key=lambda kin: -kin.told)[:FRAMES]:
        if kin is not leading:
            for title in from_frame(kin.frame, bearing.own, material)[:OF_A_FRAME]:
                yield Candidate(_whole(title, bearing), frozenset(["frame"]), kin)
    own = from_frame(frame, bearing.own, material)[:OF_ITS_OWN] if leading else []
    for at, title in enumerate(own):
        told = _whole(title, bearing)
        yield Candidate(told, frozenset(["frame"]), leading, leads=True, first=at == 0)


def _clauses(bearing: Bearing, material: Material) -> Iterator[Candidate]:
    """What the headlines say that the topic has more of than the others have.

    Of a first sentence that stands for a headline, nothing that opens as no editor's does.
    """
    told: dict[str, tuple[float, Candidate]] = {}
    first: dict[int, str] = {}
    for sentence in material.sentences:
        first.setdefault(sentence.article, sentence.text)
    for article, headline in enumerate(material.names):
        spoken = material.is_spoken(article)
        written = not first.get(article, "").startswith(headline.rstrip("… "))
        for clause in clauses_of(headline, material.language) if spoken else ():
            if not written and is_told(clause, material.language):
                continue
            if (marked := bearing.marked(clause)) > LEAST:
                one = Candidate(clause, frozenset(["clause"]), article=article)
                told.setdefault(fold(clause), (marked, one))
    ranked = sorted(told.values(), key=lambda each: (-each[0], each[1].title))
    chosen = _apart([one for _, one in ranked])
    if chosen:
        text = "\n".join(sentence.text for sentence in material.sentences)
        yield from (replace(one, title=in_small_letters(one.title, text)) for one in chosen)


def _apart(clauses: Iterable[Candidate]) -> list[Candidate]:
    """The first of the clauses, none of them a part of another."""
    chosen: list[Candidate] = []
    for one in clauses:
        title = fold(one.title)
        if not any(title in fold(c.title) or fold(c.title) in title for c in chosen):
            chosen.append(one)
    return chosen[:CLAUSES]
