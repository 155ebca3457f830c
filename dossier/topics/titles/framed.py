"""Framed: what a topic is called that a frame of news leads.

By the frame's own title, with a name, a place or a phrase the dossier keeps writing, or by the
variant of it that the topic's terms ask for.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from dossier.entities import Entity
from dossier.language import fold
from dossier.topics.frames import STRONG, Frame, Lexicon
from dossier.topics.headings import LONGEST
from dossier.topics.sentences import Sentence
from dossier.topics.titles.material import Material
from dossier.topics.titles.naming import one_outstanding, place_phrase, places_of, sharing
from dossier.topics.titles.phrases import complemented, phrase_of
from dossier.topics.wording import wording_of

FILLS, AHEAD = 0.15, 1.2
"""Share of a topic's sentences that a variant's terms have to meet, and how far it has to be ahead
of the next."""
LEAST = 4
"""Sentences that have to: three collapsed bridges do not make a topic "The collapse"."""
COPIED = 30
"""Last code points of a sentence that are those of its copies in other articles."""
_PLAIN = {"du ": "le ", "au ": "le ", "des ": "les ", "aux ": "les "}


def from_frame(frame: Frame | None, own: Sequence[int], material: Material) -> list[str]:
    """The frame's titles, the most telling first.

    With a name, with a phrase the dossier keeps writing, with places, as the terms ask, plain. What
    fills the topic goes before a place: evacuated people are not the life of their village.
    """
    if frame is None:
        return []
    variant = variant_of(frame, [material.sentences[i] for i in own])
    place, is_its_own = _place(frame, own, material) if frame.placed else (None, False)
    plain = [variant, frame.title]
    placed = [f"{title} {place}" for title in plain if title and place]
    every = (
        variant if frame.name == "place" else None,
        _named(frame, own, material),
        *(placed if is_its_own else ()),
        _joined(frame, own, material),
        _shared(frame, own, material),
        _between(frame, own, material),
        *placed,
        *plain,
    )
    return [title for title in every if title and len(title) <= LONGEST]


def _named(frame: Frame, own: Sequence[int], material: Material) -> str | None:
    """The title with the name that marks the topic: "La rencontre avec Xi Jinping"."""
    if not (frame.named and frame.name):
        return None
    entity = one_outstanding(frame.name, own, material.named, material.found)
    sentences = [material.sentences[i] for i in own]
    is_told = entity and _is_written(frame.named, entity, sentences)
    return _with_name(frame.named, entity.name) if entity and is_told else None


def _joined(frame: Frame, own: Sequence[int], material: Material) -> str | None:
    """What the dossier joins to one of the frame's nouns: "Le plan de paix"."""
    among = [material.sentences[i] for i in own], material.sentences, material.language
    phrase = phrase_of(frame, *among)
    if phrase is None and fold(frame.title) in map(fold, frame.heads):
        phrase = complemented(frame.title, *among)
    return phrase


def _shared(frame: Frame, own: Sequence[int], material: Material) -> str | None:
    """The title with those who share the topic: "Politique : Le Pen et Mélenchon"."""
    if not frame.sides:
        return None
    articles = [sentence.article for sentence in material.sentences]
    sharers = sharing(own, articles, material.named, material.found)
    sentences = [material.sentences[i] for i in own]
    names = [in_a_title(entity, sentences, len(sharers) > 1) for entity in sharers]
    return wording_of(material.language).told(frame.sides, names) if names else None


def _between(frame: Frame, own: Sequence[int], material: Material) -> str | None:
    """The title with the two places that stand out: "Réactions : Berlin et Varsovie"."""
    if not frame.places:
        return None
    names = [place.name for place in places_of(own, material.named, material.found)]
    return wording_of(material.language).told(frame.places, names) if len(names) > 1 else None


def _is_written(pattern: str, entity: Entity, own: Sequence[Sentence]) -> bool:
    """Whether the articles write the name after the preposition of the pattern, "avec" or "with".

    A meeting is not with everybody whom it has made speak.
    """
    link = re.search(r"\b(avec|with) \{name\}", pattern)
    if link is None:
        return True
    names = "|".join(re.escape(name) for name in sorted(entity.aliases, key=len, reverse=True))
    near = re.compile(rf"\b{link[1]} (?:[^\s.;:,]+ ){{0,6}}(?:{names})\b")
    return sum(bool(near.search(sentence.text)) for sentence in own) > 1


def in_a_title(entity: Entity, own: Sequence[Sentence], among_others: bool) -> str:
    """A name as a title has it.

    Of several people without the first name, if the articles write it so; a body with the article
    that mostly stands before it: "les Républicains".
    """
    if entity.kind == "person":
        shorter = [a for a in entity.aliases if entity.name.endswith(f" {a}")]
        return max(shorter, key=len) if among_others and shorter else entity.name
    before = re.compile(
        rf"\b(?:(l['’]|les? |la |the |du |des |aux? ))?{re.escape(entity.name)}", re.IGNORECASE
    )
    articles = Counter(m[1].lower() for s in own for m in before.finditer(s.text) if m[1])
    bare = sum(not m[1] for s in own for m in before.finditer(s.text))
    plain: Counter[str] = Counter()
    for article, times in articles.items():
        plain[_PLAIN.get(article, article).replace("’", "'")] += times
    article, times = plain.most_common(1)[0] if plain else ("", 0)
    return f"{article}{entity.name}" if times > bare else entity.name


def _place(frame: Frame, own: Sequence[int], material: Material) -> tuple[str | None, bool]:
    """The place that the surest sentences are about, with the word before it; copies count once.

    And whether it is the topic's own: named there more than in all the others.
    """
    surely = _strong_terms(frame)
    own = [i for i in own if surely.hits(material.sentences[i].text)]
    numbers = {number for i in own for number in material.named[i]}
    entities = [material.found.entities[number] for number in sorted(numbers)]
    places = [entity.name for entity in entities if entity.kind == "place"]
    once = {material.sentences[i].text[-COPIED:]: material.sentences[i] for i in own}
    phrase = place_phrase(list(once.values()), places, material.language)
    if phrase is None:
        return None, False
    inside = sum(phrase in sentence.text for sentence in once.values())
    return phrase, 2 * inside > sum(phrase in s.text for s in material.sentences)


@cache
def _strong_terms(frame: Frame) -> Lexicon:
    return Lexicon([[pair for pair in frame.terms if pair[1] >= STRONG]])


@cache
def _variants(titles: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    """The terms that ask for each of the titles."""
    return Lexicon([[(term, 1.0) for term in terms] for _, terms in titles])


def variant_of(frame: Frame, own: Sequence[Sentence]) -> str | None:
    """The title whose terms fill the topic; None when none do."""
    met: Counter[str] = Counter()
    lexicon = _variants(frame.titles)
    for sentence in own:
        for number in {hit.frame for hit in lexicon.hits(sentence.text)}:
            met[frame.titles[number][0]] += 1
    (best, times), (_, others) = (*met.most_common(2), ("", 0), ("", 0))[:2]
    told = times >= max(LEAST, FILLS * len(own)) and times >= AHEAD * others
    return best if told else None


def _with_name(pattern: str, name: str) -> str:
    """The name in its place, "de" elided before a vowel."""
    if name[:1] in "AEIOUÉÈÊÂÎÔÛYaeiouéèêâîôû":
        pattern = pattern.replace(" de {name}", " d'{name}")
    return pattern.replace("{name}", name)
