"""Bearing: how far the sentences of a topic bear out what it might be called.

A title is good when much of the topic has it and little else of the dossier does. What several
articles have from one hand counts once, and a person who merely speaks counts less than one who is
spoken of: whoever comments on a wedding is not what the wedding is called.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from math import log

from dossier.entities import Entity
from dossier.entities.lexicon import cues, gazetteer, key
from dossier.language import fold, word_list
from dossier.topics.headings import bare
from dossier.topics.sentences import Sentence
from dossier.topics.titles.material import Material
from dossier.topics.titles.phrases import VAGUE, Holders, holders_of
from dossier.topics.words import LANGUAGES, terms_of, whole
from dossier.values import dataclass

COPIED, SHORT, MANY = 0.6, 5, 150
"""Share of the shorter sentence's terms that the other has when they are from one hand; terms of
one that can be told to be; sentences of a topic beyond which they are not compared."""
SPREAD, ITS_OWN = 0.35, 0.8
"""Power of the share of the articles that have it; share of a topic's sentences that one article
has for the topic to be its own."""
SPEAKS = 0.4
"""What a sentence counts for a person who speaks in it."""
LITTLE = 0.01
"""Share of a title that a sentence may have by chance."""
BEFORE, AROUND = 4, 60
"""Words before a body's name that may tell who is of it, and letters where they are looked for."""
NEAR = 25
"""Letters between a name and the verb that says it speaks."""
_SPEECH = re.compile(r"[«“\"]\s?(?:[^\s»”\"]+\s+){4}[^»”\"]*(?:[»”\"]|$)")
"""A quotation of five words or more: fewer are a word that an article keeps at a distance."""
_SAID = (
    r"selon|d['’]après|dit|dixit|(?:a|ont|avait) (?:ainsi |également |aussi )?(?:affirm|déclar|"
    r"estim|assur|indiqu|expliqu|précis|soulign|ajout|jug|dénonc|rappel|confi|lanc|insist|regrett|"
    r"observ|racont|témoign|rétorqu|répond|prévenu|réag)\w*|affirme|déclare|estime|assure|indique|"
    r"explique|précise|souligne|ajoute|juge|dénonce|rappelle|confie|lance|insiste|regrette|observe|"
    r"raconte|témoigne|rétorque|répond|prévient|résume|note|"
    r"said|says?|told|tweeted|wrote|according to|added|adds|argued|argues|insisted|warned|asked"
)
_WORDS = re.compile(r"[a-z]+")
_BEHIND = re.compile(r"\w, (?:une? |l['’]|la |le |an? |the )?$", re.IGNORECASE)
_SEVERAL = re.compile(r"^The .*[^isu]s$")
"""An English plural; "The press", "The crisis" and "The virus" are none."""
_SINGULAR = re.compile(r"^(?:L['’]|Le |La |The )")


@dataclass(frozen=True, slots=True)
class Bearing:
    """A topic among the sentences of a dossier."""

    own: Sequence[int]
    sentences: Sequence[Sentence]
    language: str | None
    holders: Holders
    """By a term, all the sentences that have it."""
    first: dict[int, int]
    """For each sentence of the topic the first one that is from the same hand."""

    def having(self, phrase: str) -> set[int]:
        """The sentences that have all the words of a phrase, its article aside."""
        terms = set(terms_of(bare(phrase), self.language))
        held = [self.holders.get(term, set()) for term in terms]
        return set.intersection(*held) if held else set()

    def met(self, title: str) -> dict[int, float]:
        """For each sentence that has a word of a title, the share of the title it has, 0..1.

        Rare words count more.
        """
        terms = sorted({*terms_of(title, self.language)})
        held = {term: self.holders.get(term, set[int]()) for term in terms}
        rarity = {t: log((1 + len(self.sentences)) / max(1, len(held[t]))) for t in terms}
        whole = sum(rarity.values()) or 1.0
        met: dict[int, float] = {}
        for term in terms:
            for i in held[term]:
                met[i] = met.get(i, 0.0) + rarity[term] / whole
        return met

    @property
    def others(self) -> int:
        """How many sentences are of other topics; 1 if none is."""
        return max(1, len(self.sentences) - len(self.own))

    def marked(self, title: str) -> float:
        """How much more of a title the topic has than the others, times how much it has."""
        met = self.met(title)
        inside = sum(share for i, share in met.items() if i in self.first) / len(self.own)
        outside = sum(share for i, share in met.items() if i not in self.first) / self.others
        return inside * max(0.0, log((inside + LITTLE) / (outside + LITTLE)))

    def share(self, having: Collection[int], lesser: Collection[int] = ()) -> float:
        """The share of the topic that has something; ``lesser`` are those that count less.

        Nothing if it is the words of one hand, in a topic that has several.
        """
        inside = {self.first[i] for i in having if i in self.first}
        less = {self.first[i] for i in lesser if i in self.first}
        many = len(set(self.first.values()))
        if len(inside) < 2 and 2 * len(inside) < many:
            return 0.0
        told = len(inside) - (1 - SPEAKS) * len(inside & less)
        return told / max(1, many) * self._spread(having)

    def _spread(self, having: Collection[int]) -> float:
        """What counts for how many of its articles have it, unless the topic is one article's."""
        articles = Counter(self.sentences[i].article for i in self.own)
        if max(articles.values()) >= ITS_OWN * len(self.own):
            return 1.0
        among = {self.sentences[i].article for i in having if i in self.first}
        return float((len(among) / len(articles)) ** SPREAD)

    def apart(self, having: Collection[int]) -> float:
        """How far something is the topic's own: from 0, any topic's, to 1, no other's."""
        inside = sum(i in self.first for i in having)
        total, many = len(self.sentences), len(self.own)
        if not inside or many >= total:
            return float(bool(inside))
        lift = inside * total / (many * len(having))
        return max(0.0, log(lift) / log(total / many))

    def told(self, having: Collection[int], lesser: Collection[int] = ()) -> float:
        """How well something tells the topic: how much of it has it, and how much it is its own."""
        return self.share(having, lesser) * self.apart(having)


def bearing_of(own: Sequence[int], material: Material) -> Bearing:
    """The topic of those sentences."""
    language, sentences = material.language, material.sentences
    first = _from_one_hand(own, sentences, language)
    holders = holders_once(tuple(sentence.text for sentence in sentences), language)
    return Bearing(own, sentences, language, holders, first)


@lru_cache(maxsize=1)
def holders_once(texts: tuple[str, ...], language: str | None) -> Holders:
    """By a term, the sentences that have it: each topic asks for those of all."""
    return holders_of(texts, language)


def _from_one_hand(
    own: Sequence[int], sentences: Sequence[Sentence], language: str | None
) -> dict[int, int]:
    first = {i: i for i in own}
    if len(own) > MANY:
        return first
    terms = {i: set(terms_of(sentences[i].text, language)) for i in own}
    for at, i in enumerate(own):
        for k in own[:at]:
            least = min(len(terms[i]), len(terms[k]))
            alike = len(terms[i] & terms[k]) >= COPIED * least
            if least >= SHORT and alike:
                first[i] = first[k]
                break
    return first


def speaking(having: Iterable[int], entity: Entity, sentences: Sequence[Sentence]) -> set[int]:
    """Those of the sentences in which a person speaks, or is asked, and is not spoken of."""
    named = _names_of(entity)

    def is_beside_speech(text: str) -> bool:
        outside = _SPEECH.sub(" ", text)
        return outside != text and bool(named.search(outside))

    having = set(having)
    beside = {i for i in having if is_beside_speech(sentences[i].text)}
    return beside | saying(having, entity, sentences)


def saying(having: Iterable[int], entity: Entity, sentences: Sequence[Sentence]) -> set[int]:
    """Those of the sentences in which a verb beside the name says that the person speaks."""
    before, after = _said()

    def is_said(named: re.Match[str]) -> bool:
        start, end = named.span()
        first = max(0, start - AROUND)
        return bool(before.search(named.string, first, start) or after.match(named.string, end))

    named = _names_of(entity)
    return {i for i in having if any(map(is_said, named.finditer(sentences[i].text)))}


def _names_of(entity: Entity) -> re.Pattern[str]:
    """Any of its names, whole: "May" is in no "mayor"."""
    names = sorted(entity.aliases, key=len, reverse=True)
    return re.compile("|".join(whole(name).pattern for name in names))


@cache
def _said() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A verb of saying as it stands before a name, and behind it."""
    verb = rf"\b(?:{_SAID})\b"
    before = re.compile(rf"{verb}.{{0,{NEAR}}}$", re.IGNORECASE)
    return before, re.compile(rf"(?:,[^,.]{{3,90}},)?.{{0,{NEAR}}}{verb}", re.IGNORECASE)


def belonging(having: Iterable[int], body: Entity, sentences: Sequence[Sentence]) -> set[int]:
    """Those of the sentences in which a body only says where somebody is from.

    "Anna Vidal (PS)", "the chairman of the trust", "tells a newspaper": such a body is seldom what
    is told.
    """
    if any(_is_paper(name) for name in body.aliases):
        return set(having)
    found = _names_of(body)
    roles = frozenset[str]().union(*(_roles(language) for language in LANGUAGES))

    def is_free(match: re.Match[str]) -> bool:
        before = _before(match)
        after = match.string[match.end() : match.end() + AROUND]
        words = [*_WORDS.findall(fold(before))[-BEFORE:], *_WORDS.findall(fold(after))[:1]]
        return not before.endswith("(") and roles.isdisjoint(words)

    return {i for i in having if not any(map(is_free, found.finditer(sentences[i].text)))}


def _is_paper(name: str) -> bool:
    entry = gazetteer().entries.get(key(name))
    return entry is not None and entry.list == "media"


def in_speech(some: Sequence[int], sentences: Sequence[Sentence]) -> float:
    """The share of the sentences that are, or have in them, somebody's words."""
    return sum(bool(_SPEECH.search(sentences[i].text)) for i in some) / max(1, len(some))


def is_plural(title: str) -> bool:
    """Whether a phrase with its article tells of several: "Les étudiants", "The couples"."""
    return title.startswith("Les ") or bool(_SEVERAL.search(title))


def is_role(phrase: str, texts: Sequence[str], language: str | None) -> bool:
    """Whether a phrase tells what one person is and not who: "Le secrétaire d'État".

    It has a word for what people are, or it mostly stands behind a name: "Anna, élève de seconde".
    """
    words = re.split(r"[ -]", bare(phrase))
    if not _SINGULAR.match(phrase) or any(word[:1].isupper() for word in words[1:]):
        return False
    heads = words[-1:] if language == "en" else [*words[:2], bare(phrase).split(" ")[0]]
    if any(fold(word) in _roles(language) for word in heads):
        return True
    there = [m for text in texts for m in re.finditer(re.escape(bare(phrase)), text, re.IGNORECASE)]
    behind = sum(bool(_BEHIND.search(_before(match))) for match in there)
    return 2 * behind > len(there)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - AROUND) : match.start()]


@cache
def _roles(language: str | None) -> frozenset[str]:
    """What people are by office or trade, and among many."""
    titles = cues(language or "en")["title"]
    among = word_list(f"{language}-people", VAGUE) if language in LANGUAGES else ()
    return frozenset(fold(word) for line in (*titles, *among) for word in line.split())
