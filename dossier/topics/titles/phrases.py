"""Phrases: the noun phrases of the dossier that make a frame's title its own.

"La mobilisation" is any story's; "La mobilisation des gilets jaunes" is this one's.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from functools import cache
from pathlib import Path

from dossier.language import fold, word_list
from dossier.topics.frames import Frame, singular
from dossier.topics.headings import bare
from dossier.topics.sentences import Sentence
from dossier.topics.words import LANGUAGES, silent_words, terms_of
from dossier.values import dataclass

TIMES, ARTICLES = 3, 2
"""How often, and in how many articles, a noun phrase has to be written to make a title."""
OWN = 3
"""A phrase is a topic's own when one in so many of its places stands there."""
FILLED = 0.3
"""The share of a topic's sentences that have to have all the words of what is joined to a title."""
COVERED = 0.25
"""The share of a topic's sentences that have to have a word of a phrase for it to be the title."""
WHOLE = 0.6
"""A longer phrase is the whole of a shorter one when it is this share of it."""
_ADJECTIVE = re.compile(
    r"\w+(?:ien|ienne|yen|yenne|ain|aine|ais|aise|ois|oise|al|ale|aux|el|elle|ique|aire|if|ive|iste|een|eenne|"
    r"eux|euse|ier|iere|and|ande|ole|ile|gene)s?"
    r"|(?:jaune|rouge|vert|verte|bleu|bleue|noir|noire|blanc|blanche|rose|orange|public|publique"
    r"|etranger|etrangere)s?"
)
_LINK = r"(?:de la|de l['’]|du|des|de|d['’]|à la|à l['’]|aux?|à|contre|sur|entre)\s?"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){0,2}"
_TWO = rf"(?<=entre ){_NAME} et {_NAME}"
_QUOTED = r"[«“\"]\s?[\w’'-]+(?: [\w’'-]+){0,2}\s?[»”\"]"
_BEHIND = re.compile(
    rf" (?:({_LINK})({_QUOTED}|{_TWO}|{_NAME}|[\w-]{{4,}})"
    rf"(?: ({_LINK}(?:{_NAME}|[\w-]{{4,}})|[\w-]{{4,}}))?|([\w-]{{4,}}))"
)
"""What is joined to a French noun: a link, what it links and what follows; or an adjective."""
_COMPLEMENT = re.compile(
    r"\b(des |du |de la |de l['’])(?:[«“\"]\s?([\w’'-]+(?: [\w’'-]+){1,2})\s?[»”\"]"
    r"|([\w-]{4,})(?: ([\w-]{4,}))?)"
)
_MARKS = re.compile(r"[«“\"]\s?|\s?[»”]")
VAGUE = Path(__file__).parent / "vague"
"""Lists of words that say little, by language."""


def phrase_of(
    frame: Frame, own: Sequence[Sentence], every: Sequence[Sentence], language: str | None
) -> str | None:
    """The noun phrase that the dossier keeps joining to one of the frame's nouns.

    "Le plan de paix" in three articles makes "Le plan de paix"; what is joined to several nouns of
    a frame, "le mouvement des gilets jaunes", "la crise des gilets jaunes", counts for all. It has
    to be the topic's own: at least a third of what is written so stands in it, and a quarter of its
    sentences have a word of the phrase.
    """
    if not frame.heads:
        return None
    find = (_french if language == "fr" else _english)(frame.heads)
    inside = _joined(find, own)
    often = [told for told in _joined(find, every).values() if told.is_often]
    holders = holders_of([sentence.text for sentence in own], language)
    fitting = [
        told
        for told in often
        if told.key in inside
        and OWN * inside[told.key].times >= told.times
        and share_having(told.written(), holders, len(own), language) >= COVERED
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda told: (-told.times, told.written()))
    least = max(TIMES, WHOLE * best.times)
    longer = [told for told in fitting if best.key in told.key and told.times >= least]
    return max(longer, key=lambda told: len(told.key)).written(frame.heads)


def complemented(
    title: str, own: Sequence[Sentence], every: Sequence[Sentence], language: str | None
) -> str | None:
    """The title with what its topic keeps speaking of: "La mobilisation des gilets jaunes".

    Any noun may stand before it in the text, but before a name the title's has to: "ministre des
    Comptes publics" makes no "mobilisation des Comptes publics". Three in ten of the topic's
    sentences, in half of its articles, have to have its words.
    """
    if language != "fr":
        return None
    articles = {sentence.article for sentence in own}
    holders = holders_of([sentence.text for sentence in own], language)
    fitting = []
    for told in _joined(_complements, every).values():
        words = set(terms_of(told.key, language)) if told.times >= TIMES else set()
        having = set.intersection(*(holders.get(word, set()) for word in words)) if words else ()
        if not having or len(having) < FILLED * len(own):
            continue
        among = {own[at].article for at in having}
        if len(among) >= max(ARTICLES, len(articles) / 2):
            fitting.append((len(having), len(words), told))
    if not fitting:
        return None
    best = max(fitting, key=lambda one: (one[0] * one[1], one[2].key))[2]
    phrase = f"{title} {best.written()}"
    is_name = any(map(str.isupper, best.written()))
    return phrase if not is_name or _is_met(phrase, every) else None


def _is_met(phrase: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence has the words of a phrase as it has them, article and marks aside."""
    written = fold(bare(phrase))
    return any(written in fold(_MARKS.sub("", sentence.text)) for sentence in sentences)


def _complements(text: str) -> Iterator[tuple[str, str]]:
    """What stands after "des", "du", "de la": a name, or two words in quotes or of one kind."""
    for link, quoted, name, more in _COMPLEMENT.findall(text):
        bare = quoted or (f"{name} {more}" if is_adjective(more) else "")
        if bare and " " in bare:
            yield bare, f"{link.replace('’', chr(39))}{bare}"


def covered(phrase: str, own: Sequence[Sentence], language: str | None) -> float:
    """The share of the sentences that have a word of the phrase."""
    return share_having(
        phrase, holders_of([sentence.text for sentence in own], language), len(own), language
    )


Holders = dict[str, set[int]]
"""By a term, the sentences that have it: each is read once, however many phrases are asked for."""


def holders_of(texts: Iterable[str], language: str | None) -> Holders:
    """Which of the sentences have each term."""
    holders: Holders = {}
    for at, text in enumerate(texts):
        for term in terms_of(text, language):
            holders.setdefault(term, set()).add(at)
    return holders


def share_having(phrase: str, holders: Holders, many: int, language: str | None) -> float:
    """The share of so many sentences that have a word of the phrase."""
    having = (holders.get(term, set()) for term in terms_of(phrase, language))
    return len(set[int]().union(*having)) / max(1, many)


@dataclass(slots=True)
class _Joined:
    """What is joined to a frame's nouns, and how it is written."""

    key: str
    times: int = 0
    articles: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def is_often(self) -> bool:
        """Whether it is written often enough to make a title."""
        return self.times >= TIMES and len(self.articles) >= ARTICLES

    def written(self, heads: Sequence[str] = ()) -> str:
        """The whole phrase as it is written most; of those as frequent, with the first noun."""

        def order(form: str) -> tuple[int, int, str]:
            folded = fold(form)
            rank = (i for i, head in enumerate(heads) if fold(head).split()[-1] in folded)
            return -self.forms[form], next(rank, len(heads)), form

        return min(self.forms, key=order)


def _joined(find: "Finder", sentences: Sequence[Sentence]) -> dict[str, _Joined]:
    found: dict[str, _Joined] = {}
    for sentence in sentences:
        for joined, phrase in find(sentence.text):
            told = found.setdefault(fold(joined), _Joined(fold(joined)))
            told.times += 1
            told.articles.add(sentence.article)
            told.forms[phrase] += 1
    return found


Finder = Callable[[str], Iterator[tuple[str, str]]]
"""Finds what is joined to a noun, and the whole phrase."""


@cache
def _french(heads: tuple[str, ...]) -> Finder:
    """Finds "Le plan de paix", "La rencontre de Moscou", "Le plan américain"."""
    article = dict(_split_article(head) for head in heads)
    pattern = re.compile(rf"\b({_any_of(article)})(?= )")

    def find(text: str) -> Iterator[tuple[str, str]]:
        end = 0
        for noun in pattern.finditer(text):
            behind = _BEHIND.match(text, noun.end()) if noun.start() >= end else None
            if behind:
                end = behind.end()
                for joined, phrase in _joined_to(*behind.groups("")):
                    yield joined, f"{article[noun[1]]}{noun[1]} {phrase}"

    return find


def _joined_to(link: str, of: str, more: str, adjective: str) -> Iterator[tuple[str, str]]:
    """What is joined to a French noun, bare and as it is written behind it."""
    bare = adjective or of.strip('«»“”" \u00a0\u202f')
    if link.startswith("entre") and bare[0].isupper() and " et " not in bare:
        return  # "entre Paris" and nobody else
    says = fold(bare) not in silent_words("fr") and not bare.isdigit()
    if is_adjective(bare) if adjective else says:
        yield bare, f"{link}{bare}"
        if more and " " not in bare and (" " in more or is_adjective(more)):
            yield f"{bare} {more}", f"{link}{bare} {more}"


def is_adjective(word: str) -> bool:
    """Whether a French word may be an adjective that says something."""
    plain = fold(word)
    return bool(_ADJECTIVE.fullmatch(plain)) and plain not in silent_words("fr") | _vague("fr")


def goes_before(word: str) -> bool:
    """Whether a French adjective stands before its noun: no phrase ends with it."""
    return fold(word) in _prenominal()


@cache
def _prenominal() -> frozenset[str]:
    return frozenset(fold(word) for line in word_list("fr-before", VAGUE) for word in line.split())


def says_little(word: str, language: str) -> bool:
    """Whether the word is of those that say little in any story."""
    return fold(word) in _vague(language)


def stands_alone(noun: str, language: str | None) -> bool:
    """Whether a noun may be a title alone: "L'accord", and not "Le bras" nor "La française"."""
    return singular(fold(noun)) not in _bound(language)


@cache
def _bound(language: str | None) -> frozenset[str]:
    """The nouns that say nothing without a complement, folded, without their plural's ending."""
    lines = word_list(f"{language}-alone", VAGUE) if language in LANGUAGES else ()
    return frozenset(singular(fold(word)) for line in lines for word in line.split())


@cache
def _vague(language: str) -> frozenset[str]:
    """The adjectives that say little, folded."""
    return frozenset(fold(word) for line in word_list(language, VAGUE) for word in line.split())


@cache
def _english(heads: tuple[str, ...]) -> Finder:
    """Finds "The peace plan", "The yellow vest protests"."""
    nouns = _any_of(dict(_split_article(head) for head in heads))
    word = r"[A-Z][\w-]+|[a-z][\w-]{3,}"
    pattern = re.compile(rf"\b(?:({word}) )?({word}) ({nouns})\b")
    silent = silent_words("en")

    def says(word: str) -> bool:
        return bool(word) and fold(word) not in silent and not word.endswith(("ed", "ly", "ing"))

    def find(text: str) -> Iterator[tuple[str, str]]:
        for before, modifier, noun in pattern.findall(text):
            if says(modifier) and fold(modifier) not in _vague("en"):
                yield modifier, f"The {modifier} {noun}"
                if says(before):
                    yield f"{before} {modifier}", f"The {before} {modifier} {noun}"

    return find


def _any_of(nouns: Iterable[str]) -> str:
    """Any of the nouns, as a regular expression, the longest first."""
    return "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))


def _split_article(head: str) -> tuple[str, str]:
    """The noun, and its article as a title begins with it: "La ", "L'"."""
    if head.startswith(("l'", "l’")):
        return head[2:], "L'"
    article, _, noun = head.partition(" ")
    return noun, f"{article.capitalize()} " if article else ""
