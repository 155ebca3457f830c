"""Words: what a text is cut into before anything is counted.

Words are compared folded: in lower case, without accents, without the elided article before them.
Scripts that put no space between words are cut into pairs of letters, which group nearly as well;
of Japanese, the letters of its endings are left out. Arabic loses the small words written onto a
word, and its endings.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from dossier.language import fold, stop_words, word_list
from dossier.language.words import STOP_WORD_LANGUAGES, UNSPACED, UNSPACED_LETTER

READ_ONCE = 4096
"""Sentences of which what was read in them is kept while the topics of a dossier are made."""
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_JOINED = "\u0900-\u0963\u0966-\u0dff\u0f00-\u0f0a\u1200-\u135f"
_LETTERS = rf"(?:[^\W{UNSPACED}]+|[{_MARKS}{_JOINED}])+"
WORD = re.compile(rf"{_LETTERS}(?:-{_LETTERS})*|[{UNSPACED}]+|%")
"""A word as written, or a run of a script that puts no space between words."""
_HIRAGANA, _KATAKANA = re.compile("[\u3040-\u309f]"), re.compile("[\u30a0-\u30ff]")
_PART = re.compile("[\u3040-\u309f]+|[\u30a0-\u30ff]+|[^\u3040-\u30ff]+")
_ARABIC = re.compile("[\u0621-\u064a]")
_BEFORE = re.compile(
    "^(?:\u0648?(?:[\u0628\u0643\u0641]?\u0627\u0644|\u0644\u0644)|\u0648(?=.{4}))"
)
"""The article, with "and", "by", "as", "so" or "to" before it; "and" alone before a long word."""
_AFTER = re.compile(
    "(?:\u0647\u0627|\u0627\u0646|\u0627\u062a|\u0648\u0646|\u064a\u0646|\u064a\u0647|\u064a\u0629|\u0647|\u0629|\u064a)$"
)
FEW, COMMON = 8, 0.2
"""Sentences, and share of them, beyond which a word of a language without a list says nothing."""
_ELIDED = re.compile(r"\b(?:[ldjmtnsc]|qu|jusqu|lorsqu|puisqu|quelqu)['’ʼ](?=\w)", re.IGNORECASE)
STEM = 6
"""Letters of a word that tell its family, "victime" from "victoire"; lemmas did no better."""


@lru_cache(maxsize=READ_ONCE // 4)
def words_of(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words, folded, each with where it stands in the text; elided articles are words too."""
    return tuple((_fold_once(m[0]), m.start(), m.end()) for m in WORD.finditer(text))


@lru_cache(maxsize=READ_ONCE)
def terms_of(text: str, language: str | None) -> tuple[str, ...]:
    """What the text is counted by: families of words that say something, or pairs of letters."""
    silent = silent_words(language)
    return tuple(term for match in _written(text) for term in _terms(match[0], silent))


def terms_in(text: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The same, each with the word it was made from as the text writes it."""
    silent = silent_words(language)
    for match in _written(text):
        for term in _terms(match[0], silent):
            yield term, term if is_unspaced(match[0]) else match[0]


def _written(text: str) -> Iterator[re.Match[str]]:
    return WORD.finditer(_ELIDED.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def is_unspaced(word: str) -> bool:
    """Whether the word is a run of a script that puts no space between words."""
    return bool(UNSPACED_LETTER.match(word))


def whole(words: str) -> re.Pattern[str]:
    """Where words stand, no part of a longer one; wherever written, if nothing parts the words."""
    before = "" if is_unspaced(words[:1]) else r"(?<!\w)"
    after = "" if is_unspaced(words[-1:]) else r"(?!\w)"
    return re.compile(f"{before}{re.escape(words)}{after}")


@cache
def silent_words(language: str | None) -> frozenset[str]:
    """The words of the language that say nothing of a sentence's subject, folded."""
    if language is None:
        return frozenset()
    own = word_list(language, LISTS) if language in LISTED else ()
    known = stop_words(language) or stop_words(_AMONG)
    return known | {fold(word) for line in own for word in line.split()}


LANGUAGES = ("fr", "en")
"""Languages whose frames of news are known."""
LISTS = Path(__file__).parent / "words"
_AMONG = "en"
"""The language whose small words stand among those of one that has no list."""
LISTED = (*LANGUAGES, "ar", "de", "es", "it", "ja", "nl", "pt", "ru", "zh")
"""Languages that have a list of words that say nothing."""


@cache
def _fold_once(word: str) -> str:
    return fold(word)


@cache
def _terms(word: str, silent: frozenset[str]) -> tuple[str, ...]:
    if UNSPACED_LETTER.match(word):
        return tuple(_pairs(word, silent))
    folded = stem_of_arabic(fold(word)) if _ARABIC.match(word) else fold(word)
    if len(folded) < 3 or folded in silent or folded.isdigit():
        return ()
    return (folded[:STEM],)


def _pairs(run: str, silent: frozenset[str]) -> Iterator[str]:
    """Pairs of letters, and words of katakana; none across or of what joins words."""
    for part in _PART.findall(run):
        if _KATAKANA.match(part):
            yield part[: STEM + 2]
        elif not _HIRAGANA.match(part):
            for first, second in pairwise(part):
                if silent.isdisjoint((first, second, first + second)):
                    yield first + second


@cache
def stem_of_arabic(folded: str) -> str:
    """An Arabic word without the conjunction, preposition and article before it, nor its ending.

    Source: L. Larkey, L. Ballesteros and M. Connell, "Light stemming for Arabic information
    retrieval", 2007.
    """
    word = _BEFORE.sub("", folded, count=1)
    word = word if len(word) > 2 else folded
    short = _AFTER.sub("", word, count=1)
    return short if len(short) > 2 else word


def without_common(
    terms: Sequence[tuple[str, ...]], languages: Sequence[str | None]
) -> Sequence[tuple[str, ...]]:
    """The terms of each sentence without those that its language, of no list, always has.

    ``languages`` has one for each sentence.
    """
    unlisted = {code for code in languages if code not in (*LISTED, *STOP_WORD_LANGUAGES)}
    done = list(terms)
    for code in unlisted:
        own = [i for i, language in enumerate(languages) if language == code]
        held = Counter(term for i in own for term in set(terms[i]))
        common = {term for term, times in held.items() if times > max(FEW, COMMON * len(own))}
        for i in own:
            done[i] = tuple(term for term in terms[i] if term not in common)
    return done
