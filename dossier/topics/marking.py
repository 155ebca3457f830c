"""Marking: the noun phrases and names that mark a group of the dossier's own off from the others.

A group that no frame of news leads has to be called by what it is about. A noun phrase is told by
the small word before it ("la détention provisoire", "her private email server"), counts by how much
more of it is written in the group than elsewhere, and makes a title as the articles write it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from dossier.entities import Found
from dossier.language import fold
from dossier.topics.phrases import holders_of, is_adjective, says_little, share_having
from dossier.topics.sentences import Sentence
from dossier.topics.words import silent_words, terms_of

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
PEOPLE = 0.3
"""Share of the group's sentences that have to name one of the people a title names."""
_NOUN = r"[a-zà-ÿœ][\w-]{3,}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?"
_FRENCH = re.compile(
    r"\b((?i:les|des|aux|ces|ses|leurs|la|de la|à la|cette|une|le|du|au|ce|un|sa|son|leur"
    r"|[ld]['’]))"
    rf"[  ]?({_NOUN})"
    rf"(?: (?:({_NOUN})|((?:de la |des |du |de l['’]|de |d['’])(?:{_NOUN}|{_NAME}))))?"
)
_MANY, _SHE = {"les", "des", "aux", "ces", "ses", "leurs"}, {"la", "de la", "à la", "cette", "une"}
_HE = {"le", "du", "au", "ce", "un"}
_ENGLISH = re.compile(
    r"\b(the|a|an|this|that|these|those|his|her|their|its|our|of|in|on|for|with|by|from|and|to) "
    rf"((?:[a-z][\w-]{{2,}} ){{0,2}}{_NOUN})(?![\w-])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Phrase:
    """A noun phrase, and where it is written."""

    key: str
    inside: int = 0
    whole: int = 0
    articles: set[int] = field(default_factory=set)
    forms: Counter[str] = field(default_factory=Counter)


def marking_phrases(
    own: Sequence[int], sentences: Sequence[Sentence], language: str | None, *, few: bool = False
) -> list[str]:
    """The noun phrases that mark off the sentences ``own``, as titles, the most telling first.

    With ``few``, phrases that fewer of the sentences bear out will do.
    """
    ease = EASE if few else 1.0
    find = {"fr": _french, "en": _english}.get(language or "")
    if find is None:
        return []
    phrases: dict[str, _Phrase] = {}
    mine = set(own)
    for i, sentence in enumerate(sentences):
        for key, form in dict(find(sentence.text)).items():
            phrase = phrases.setdefault(key, _Phrase(key))
            phrase.whole += 1
            if i in mine:
                phrase.inside += 1
                phrase.articles.add(sentence.article)
                phrase.forms[form] += 1
    holders = holders_of([sentences[i] for i in own], language)
    usual = len(own) / max(1, len(sentences))

    def tells(phrase: _Phrase) -> float:
        words = set(terms_of(phrase.key, language))
        having = share_having(phrase.key, holders, len(own), language)
        more = phrase.inside / (phrase.whole * usual)
        alone = len(words) == 1 and (having < ALONE * ease or more < MORE * ease)
        if not words or having < TOLD * ease or alone:
            return 0.0
        return (FULLER if len(words) > 1 else 1.0) * phrase.inside * log(more) * having

    fitting = [
        phrase
        for phrase in phrases.values()
        if (phrase.inside >= TIMES or (phrase.inside > 1 and len(phrase.articles) > 1))
        and phrase.inside >= max(INSIDE, usual) * phrase.whole
    ]
    ranked = sorted((-told, phrase.key) for phrase in fitting if (told := tells(phrase)) > 0)
    return [_most(phrases[key].forms) for _, key in ranked]


def _most(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))


def marking_people(
    own: Sequence[int], named: Sequence[tuple[int, ...]], found: Found, both: str
) -> list[str]:
    """One or two people or bodies who mark off the sentences ``own``: "Alexis Kohler".

    ``both`` is what joins two.
    """
    inside = Counter(number for i in own for number in named[i])
    whole = Counter(number for numbers in named for number in numbers)
    standing = [
        number
        for number, times in inside.items()
        if found.entities[number].kind in ("person", "organisation")
        and times >= max(2, INSIDE * whole[number])
    ]
    standing.sort(key=lambda number: (-inside[number], number))
    for first in (standing[:1], standing[:2]):
        held = sum(not set(first).isdisjoint(named[i]) for i in own)
        if first and held >= PEOPLE * len(own):
            return [both.join(found.entities[number].name for number in first)]
    return []


def _french(text: str) -> Iterator[tuple[str, str]]:
    """What is written behind an article, and the title it makes: "Les passeports diplomatiques"."""
    silent = silent_words("fr")
    for small, noun, after, of in _FRENCH.findall(text):
        small = small.lower()
        if fold(noun) in silent or says_little(noun, "fr") or not _is_noun(small):
            continue
        head = f"{_article(small, noun)}{noun}"
        yield fold(noun), head
        if after and is_adjective(after):
            yield f"{fold(noun)} {fold(after)}", f"{head} {after}"
        elif of and fold(of.split()[-1]) not in silent:
            yield f"{fold(noun)} {fold(of)}", f"{head} {of}"


def _is_noun(small: str) -> bool:
    return small in _MANY or small in _SHE or small in _HE or small[0] in "ld"


def _article(small: str, noun: str) -> str:
    if small in _MANY:
        return "Les "
    if fold(noun)[0] in "aeiou" or small[-1] in "'’":
        return "L'"
    return "La " if small in _SHE else "Le "


def _english(text: str) -> Iterator[tuple[str, str]]:
    """What is written behind a small word, and the title it makes: "The email server"."""
    silent = silent_words("en")
    for small, run in _ENGLISH.findall(text):
        words = run.split()
        for size in range(1, len(words) + 1):
            part = words[:size]
            if any(fold(word) in silent or not _may_be(word) for word in part):
                break
            phrase = " ".join(part)
            the = small.lower() in ("the", "this", "that", "these", "those")
            yield fold(phrase), f"The {phrase}" if the else phrase[0].upper() + phrase[1:]


def _may_be(word: str) -> bool:
    """Whether the word may be of a noun phrase; no adverb, nor a form of a verb."""
    return not word.endswith(("ly", "ed", "ing")) and not says_little(word, "en")
