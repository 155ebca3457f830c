"""Marking: the noun phrases and names that mark a group of the dossier's own off from the others.

A group that no frame of news leads has to be called by what it is about. A noun phrase is told by
the small word before it ("la détention provisoire", "her private email server"), counts by how much
more of it is written in the group than elsewhere, and makes a title as the articles write it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from dossier.entities import Entity
from dossier.language import fold
from dossier.topics.phrases import (
    goes_before,
    holders_of,
    is_adjective,
    says_little,
    share_having,
)
from dossier.topics.sentences import Sentence
from dossier.topics.words import LANGUAGES, READ_ONCE, silent_words, terms_of

TIMES = 3
"""Sentences that a phrase has to be in; two of two articles do as well."""
INSIDE = 0.5
"""Share of the sentences with a phrase that have to be the group's."""
TOLD = 0.2
"""Share of the group's sentences that have to have a word of the phrase."""
FULLER = 2.0
"""What a phrase of two words counts, beside a word alone."""
ALONE, MORE = 0.3, 2.5
"""Share of the group's sentences that have to have a word that makes a title alone, and how much
more of it has to be there than on the whole."""
EASE = 0.6
"""What these shares are multiplied by when nothing better marks the group off."""
COMMON = 0.15
"""Share of the dossier's sentences beyond which a word tells nothing of a group."""
NEAR = 25
"""Letters before a phrase that are those of one quotation."""
MIXED = 3
"""Words of a phrase that may end in a name: "FBI director James Comey"."""
_NOUN = r"[a-zà-ÿœ][\w-]{3,}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}"
_FRENCH = re.compile(
    r"\b((?i:les|des|aux|ces|ses|leurs|la|de la|à la|cette|une|le|du|au|ce|un|sa|son|leur"
    r"|[ld]['’]))"
    rf"[  ]?({_NOUN})"
    rf"(?: (?:({_NOUN})|((?:de la |des |du |de l['’]|de |d['’])(?:{_NOUN}|{_NAME}))))?"
)
_BOUND = {"du", "de la", "d'", "d’"}
"""French words before a noun that belongs to the one before it: "dépositaire de l'autorité"."""
_OF = re.compile(r"[ '’]")
_MANY, _SHE = (
    {"les", "des", "aux", "ces", "ses", "leurs"},
    {"la", "de la", "à la", "cette", "une", "sa"},
)
_ENGLISH = re.compile(
    r"\b(the|a|an|this|that|these|those|his|her|their|its|our|of|in|on|for|with|by|from) "
    rf"((?:[a-z][\w-]{{2,}} ){{0,2}}{_NOUN})(?![\w-])((?-i: [A-Z][\w’'-]+)*)( of )?",
    re.IGNORECASE,
)
_QUALITY = re.compile(r"(?:ous|ful|able|ible|est)$")
"""The end of an English word that tells of a quality: no noun."""
_BEFORE_ONE = frozenset(["the", "a", "an", "this", "that", "his", "her", "their", "its", "our"])
"""English words before a noun that a title writes with "The"; one in the plural has it as often
as the articles write so."""


@dataclass(slots=True)
class _Phrase:
    """A noun phrase, and where it is written."""

    key: str
    inside: int = 0
    whole: int = 0
    articles: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)
    around: set[str] = field(default_factory=set)
    """What stands before it: a quotation that two articles have counts once."""


def marking_phrases(
    own: Sequence[int],
    sentences: Sequence[Sentence],
    language: str | None,
    *,
    few: bool = False,
    quoted: bool = False,
) -> list[str]:
    """The noun phrases that mark off the sentences ``own``, as titles, the most telling first.

    With ``few``, phrases that fewer of the sentences bear out will do; with ``quoted``, what
    two articles have in one quotation, and what is only a part of a longer phrase or name.
    """
    ease = EASE if few else 1.0
    if language not in LANGUAGES:
        return []
    phrases: dict[str, _Phrase] = {}
    mine = set(own)
    for i, sentence in enumerate(sentences):
        for key, form in phrases_once(sentence.text, language):
            phrase = phrases.setdefault(key, _Phrase(key))
            phrase.whole += 1
            if i in mine:
                phrase.inside += 1
                phrase.articles.add(sentence.article)
                phrase.forms.update([form] if form else ())
                phrase.around.add(_around(form, sentence.text))
    holders = holders_of([sentences[i].text for i in own], language)
    everywhere = common_in(sentences, language)
    usual = len(own) / max(1, len(sentences))

    def tells(phrase: _Phrase) -> float:
        words = set(terms_of(phrase.key, language))
        having = share_having(phrase.key, holders, len(own), language)
        more = phrase.inside / (phrase.whole * usual)
        alone = len(words) == 1 and (having < ALONE * ease or more < MORE * ease)
        if words <= everywhere or having < TOLD * ease or alone:
            return 0.0
        return (FULLER if len(words) > 1 else 1.0) * phrase.inside * log(more) * having

    fitting = [
        phrase
        for phrase in phrases.values()
        if (quoted or phrase.forms)
        and (quoted or len(phrase.around) > 1)
        and (phrase.inside >= TIMES or (phrase.inside > 1 and len(phrase.articles) > 1))
        and phrase.inside >= max(INSIDE, usual) * phrase.whole
    ]
    ranked = sorted((-told, phrase.key) for phrase in fitting if (told := tells(phrase)) > 0)
    return [_most(phrases[key].forms) if phrases[key].forms else key for _, key in ranked]


@lru_cache(maxsize=READ_ONCE)
def phrases_once(text: str, language: str) -> tuple[tuple[str, str], ...]:
    """The noun phrases of a sentence, each with the title it makes: each topic asks for all."""
    find = _french if language == "fr" else _english
    found: dict[str, str] = {}
    for key, title in find(text):
        found[key] = found.get(key) or title
    return tuple(found.items())


def _around(form: str, text: str) -> str:
    """The last letters before a phrase, its article aside; where it opens, those after it."""
    at = text.find(form.rsplit(maxsplit=1)[-1] if form else "")
    before = text[max(0, at - NEAR - len(form)) : max(0, at - len(form))]
    return before or text[at : at + NEAR + len(form)]


def common_in(sentences: Sequence[Sentence], language: str | None) -> set[str]:
    """The terms that so many of the sentences have that they tell nothing of a few."""
    most = max(TIMES, COMMON * len(sentences))
    held = holders_of([sentence.text for sentence in sentences], language)
    return {term for term, having in held.items() if len(having) > most}


def _most(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


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
        if not says or goes_before(noun) or _is_unsure(small, noun):
            continue
        bound = small in _BOUND or text[max(0, match.start() - 3) : match.start()].lower() == "de "
        head = "" if bound else f"{_article(small, noun)}{noun}"
        yield fold(noun), head
        if after and is_adjective(after):
            yield f"{fold(noun)} {fold(after)}", head and f"{head} {after}"
        elif of and not goes_before(_OF.split(of)[-1]) and _OF.split(fold(of))[-1] not in silent:
            yield f"{fold(noun)} {fold(of)}", head and f"{head} {of}"


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
