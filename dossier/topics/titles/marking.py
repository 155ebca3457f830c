"""Marking: the noun phrases and names that mark a group of the dossier's own off from the others.

A group that no frame of news leads has to be called by what it is about. A noun phrase is told by
the small word before it ("la détention provisoire", "her private email server"), and makes a title
as the articles write it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from dossier.entities import Entity
from dossier.language import fold
from dossier.topics.sentences import Sentence
from dossier.topics.titles.phrases import (
    Holders,
    goes_before,
    holders_of,
    is_adjective,
    says_little,
    share_having,
)
from dossier.topics.words import LANGUAGES, READ_ONCE, silent_words, terms_of
from dossier.values import dataclass

TIMES = 3
"""Sentences that a phrase has to be in; two of two articles do as well."""
INSIDE = 0.5
"""Share of the sentences with a phrase that have to be the group's."""
TOLD = 0.12
"""Share of the group's sentences that have to have a word of the phrase."""
ALONE, MORE = 0.18, 1.5
"""Share of the group's sentences that have to have a phrase of which one word alone says something,
and how much more of it has to be there than on the whole."""
COMMON = 0.15
"""Share of the dossier's sentences beyond which a word tells nothing of a group."""
MIXED = 3
"""Words of a phrase that may end in a name: "FBI director James Comey"."""
_NOUN = r"[a-zà-ÿœ][\w-]{3,}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
_FRENCH = re.compile(
    r"\b((?i:(?:les|des|aux|ces|ses|leurs|la|de la|à la|cette|une|le|du|au|ce|un|sa|son|leur)"
    r"(?=[ \u00a0])|[ld]['’]))"
    rf"[ \u00a0]?({_NOUN})"
    rf"(?: (?:({_NOUN})|((?:de la |des |du |de l['’]|de |d['’])(?:{_NOUN}|{_NAME}))))?"
)
_BOUND = {"du", "de la", "d'", "d’"}
"""French words before a noun that belongs to the one before it: "dépositaire de l'autorité"."""
_OBJECT = re.compile(r"\b(?:je|tu|ils?|elles?|on|nous|vous|ne|y|me|te|se|qui) $", re.IGNORECASE)
"""What stands before a French verb and its object: "je ne l'entends plus" tells of no "entends"."""
_CLITICS = {"le", "la", "les", "l'", "l’"}
_VERB = re.compile(
    r"(?:aient|èrent|ennent|issent|[iou]isent|[io]vent|(?<!\bl)(?<!tr)(?<!ouh)(?<!f)ait|ettrait)$"
)
"""The end of a French verb that no noun has: "certains le prennent pour", "comme le confirmait"."""
_INFINITIVE = re.compile(r"(?:de |d['’])\w+(?:er|[eo]?ir|[eo]ndre|ettre|aire|ire)$")
_ASKED = {"au", "à la"}
_MORE = re.compile(
    r" (?:((?:de |d['’])(?!\w+(?:er|[eo]?ir|[eo]ndre|ettre|aire|ire)\b)[a-zà-ÿœ][\w-]{2,}"
    r"|(?:des |du |de l['’])[A-ZÀ-Þ][\w-]+)"
    r"|([a-zà-ÿœ][\w-]{3,}))"
)
"""What a French phrase may go on with, and be cut without: "des Affaires étrangères", "les propos
du chef de l'État"; no verb."""
_OF = re.compile(r"[ '’]")
_MANY, _SHE = (
    {"les", "des", "aux", "ces", "ses", "leurs"},
    {"la", "de la", "à la", "cette", "une", "sa"},
)
_ENGLISH = re.compile(
    r"\b(the|a|an|this|these|those|his|her|their|its|our|of|in|on|for|with|by|from) "
    rf"((?:[a-z][\w-]{{2,}} ){{0,2}}{_NOUN})(?![\w-])((?-i: [A-Z][\w’'-]+)*)( of )?",
    re.IGNORECASE,
)
_QUALITY = re.compile(r"(?:ous|ful|able|ible|est)$")
"""The end of an English word that tells of a quality: no noun."""
_BEFORE_ONE = frozenset(["the", "a", "an", "this", "his", "her", "their", "its", "our"])
"""English words before a noun that a title writes with "The"; one in the plural has it as often
as the articles write so."""


def is_marked_off(own: Sequence[int], sentences: Sequence[Sentence], language: str | None) -> bool:
    """Whether a noun phrase marks the sentences ``own`` off, and not a noun alone."""
    if language not in LANGUAGES:
        return False
    written: dict[str, list[int]] = {}
    for i, sentence in enumerate(sentences):
        for key, _ in phrases_once(sentence.text, language):
            if " " in key:
                written.setdefault(key, []).append(i)
    group = _Group.of(own, sentences, language)
    return any(group.is_marked_by(key, at) for key, at in written.items())


@dataclass(frozen=True, slots=True)
class _Group:
    """Some sentences of a dossier, and what is asked of each phrase."""

    own: frozenset[int]
    sentences: Sequence[Sentence]
    language: str
    holders: Holders
    """By a term, those of its sentences that have it."""
    everywhere: set[str]
    """The terms that tell nothing of it."""

    @classmethod
    def of(cls, own: Sequence[int], sentences: Sequence[Sentence], language: str) -> "_Group":
        """The group of those sentences."""
        holders = holders_of([sentences[i].text for i in own], language)
        return cls(frozenset(own), sentences, language, holders, common_in(sentences, language))

    def is_marked_by(self, phrase: str, written: Sequence[int]) -> bool:
        """Whether a phrase that is written in those sentences tells the group."""
        inside = [i for i in written if i in self.own]
        articles = {self.sentences[i].article for i in inside}
        usual = len(self.own) / len(self.sentences)
        often = len(inside) >= TIMES or (len(inside) > 1 and len(articles) > 1)
        if not often or len(inside) < max(INSIDE, usual) * len(written):
            return False
        words = set(terms_of(phrase, self.language))
        having = share_having(phrase, self.holders, len(self.own), self.language)
        more = len(inside) / (len(written) * usual)
        thin = len(words) == 1 and (having < ALONE or more < MORE)
        return having >= TOLD and more > 1 and not thin and not words <= self.everywhere


@lru_cache(maxsize=READ_ONCE)
def phrases_once(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The noun phrases of a sentence, each with the title it makes: each topic asks for all."""
    find = _french if language == "fr" else _english
    found: dict[str, str] = {}
    for key, title in find(text):
        found[key] = found.get(key) or title
    return tuple(found.items())


def common_in(sentences: Sequence[Sentence], language: str | None) -> set[str]:
    """The terms that so many of the sentences have that they tell nothing of a few."""
    most = max(TIMES, COMMON * len(sentences))
    held = holders_of([sentence.text for sentence in sentences], language)
    return {term for term, having in held.items() if len(having) > most}


def may_head(entity: Entity) -> bool:
    """Whether the name is told in a title by itself: a person's whole, no letters or figures."""
    if entity.kind == "person":
        return " " in entity.name
    lettered = len(entity.name) > TIMES and not any(map(str.isdigit, entity.name))
    return entity.kind == "organisation" and lettered


def _french(text: str) -> Iterator[tuple[str, str]]:
    """What is written behind an article, and the title it makes: "Les passeports diplomatiques"."""
    silent = silent_words("fr")
    for match in _FRENCH.finditer(text):
        noun, after, of = match[2], match[3], match[4]
        small = match[1].lower()
        says = fold(noun) not in silent and not says_little(noun, "fr")
        if _is_verb(small, noun, text[max(0, match.start() - 8) : match.start()]):
            continue
        if not says or goes_before(noun) or _is_unsure(small, noun):
            continue
        bound = small in _BOUND or text[max(0, match.start() - 3) : match.start()].lower() == "de "
        head = "" if bound else f"{_article(small, noun)}{noun}"
        yield fold(noun), head
        if of and _INFINITIVE.match(of) and small in _MANY | _ASKED:
            continue  # "demande aux camions d'éviter", "empêcher les camions de passer"
        if after and is_adjective(after) and (small not in _MANY or after[-1] in "sx"):
            yield f"{fold(noun)} {fold(after)}", head and f"{head} {after}"
        elif of and not goes_before(_OF.split(of)[-1]) and _OF.split(fold(of))[-1] not in silent:
            more = _more(text, match.end(), many=of.startswith("des "))
            yield f"{fold(noun)} {fold(of)}", "" if more else head and f"{head} {of}"
            if more:
                yield f"{fold(noun)} {fold(of)}{fold(more)}", head and f"{head} {of}{more}"


def _is_verb(small: str, noun: str, before: str) -> bool:
    """Whether a French word is a verb behind its object: "pour les condamner", "de le dire".

    No noun in the singular stands behind "les", none at all behind "de le".
    """
    if small in _MANY and noun[-1] not in "sxz":
        return True
    if small not in _CLITICS:
        return False
    return bool(
        _OBJECT.search(before)
        or _VERB.search(noun)
        or (small == "le" and before.lower().endswith((" de ", " à ")))
    )


def _more(text: str, end: int, *, many: bool) -> str:
    """What goes on with a French phrase that ends there, inseparable: an adjective, "de balles".

    Behind ``many``, no adjective of one: "des polices française et belge".
    """
    whole = ""
    while found := _MORE.match(text, end):
        if found[2] and (not is_adjective(found[2]) or goes_before(found[2])):
            break
        if found[2] and many and not whole and found[2][-1] not in "sx":
            break
        whole, end = whole + found[0], found.end()
    return whole


def _is_unsure(small: str, noun: str) -> bool:
    """Whether the word before does not tell the article.

    Neither do "une" or "son" before an h, that may be elided, nor "leur" before anything: it may
    be "le" or "la".
    """
    before_h = noun[0] in "hH" and small in ("une", "un", "cette", "sa", "son")
    return before_h or (small == "leur" and fold(noun)[0] not in "aeiou")


def _article(small: str, noun: str) -> str:
    if small in _MANY:
        return "Les "
    if fold(noun)[0] in "aeiou" or small[-1] in "'’":
        return "L'"
    return "La " if small in _SHE else "Le "


def _english(text: str) -> Iterator[tuple[str, str]]:
    """What is written behind a small word, and the title it makes: "The email server".

    None where it ends within a name.
    """
    silent = silent_words("en")
    for small, run, name, of in _ENGLISH.findall(text):
        words = run.split()
        for size in range(1, len(words) + 1):
            part = words[:size]
            if any(fold(word) in silent or not _may_be(word) for word in part):
                break
            whole = size == len(words)
            phrase = " ".join(part) + (name if whole and part[-1].istitle() else "")
            ends = whole and not of and not _QUALITY.search(part[-1])
            yield fold(phrase), _english_title(small, phrase) if ends else ""


def _english_title(small: str, phrase: str) -> str:
    """The phrase as a title; nothing for a name alone, or a part of one."""
    words = phrase.split()
    if words[-1][0].isupper() and (len(words) < MIXED or not any(map(str.islower, words))):
        return ""
    if len(words) == 1 and small.lower() not in _BEFORE_ONE and not phrase.endswith("s"):
        return ""
    whole = f"The {phrase}" if small.lower() in _BEFORE_ONE else phrase
    return whole[0].upper() + whole[1:]


def _may_be(word: str) -> bool:
    """Whether the word may be of a noun phrase; no adverb, nor a form of a verb."""
    return not word.endswith(("ly", "ed", "ing")) and not says_little(word, "en")
