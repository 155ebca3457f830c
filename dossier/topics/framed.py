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
from dossier.topics.material import Material
from dossier.topics.naming import one_outstanding, place_phrase, places_of, sharing
from dossier.topics.phrases import complemented, phrase_of
from dossier.topics.sentences import Sentence
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
    sentences = [material.sentences[i] for i in own]
    variant = variant_of(frame, sentences)
    titles = [variant] if variant and frame.name == "place" else []
    if frame.named and frame.name:
        entity = one_outstanding(frame.name, own, material.named, material.found)
        if entity and _is_written(frame.named, entity, sentences):
            titles.append(_with_name(frame.named, entity.name))
    phrase = phrase_of(frame, sentences, material.sentences, material.language)
    if phrase is None and fold(frame.title) in map(fold, frame.heads):
        phrase = complemented(frame.title, sentences, material.sentences, material.language)
    place, is_its_own = _place(frame, own, material) if frame.placed else (None, False)
    plain = [variant or "", frame.title]
    placed = [f"{title} {place}" for title in plain if title and place]
    if is_its_own:
        titles.extend(placed)
    if phrase:
        titles.append(phrase)
    if frame.sides:
        articles = [sentence.article for sentence in material.sentences]
        sharers = sharing(own, articles, material.named, material.found)
        names = [in_a_title(entity, sentences, len(sharers) > 1) for entity in sharers]
        told = wording_of(material.language).told(frame.sides, names)
        titles.append(told if names else "")
    if frame.places:
        names = [place.name for place in places_of(own, material.named, material.found)]
        told = wording_of(material.language).told(frame.places, names)
        titles.append(told if len(names) > 1 else "")
    return [t for t in (*titles, *placed, *plain) if t and len(t) <= LONGEST]


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
    surely = Lexicon([[pair for pair in frame.terms if pair[1] >= STRONG]])
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
