"""Words: what a text is cut into before anything is counted.

Words are compared folded: in lower case, without accents, without the elided article before them.
Scripts that put no space between words are cut into pairs of letters, which group nearly as well.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.language import fold, stop_words, word_list

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_JOINED = "\u0900-\u0963\u0966-\u0dff\u0f00-\u0f0a\u1200-\u135f"
_UNSPACED = "\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(
    rf"[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[\w{_MARKS}{_JOINED}])+"
    rf"(?:-(?:(?![{_UNSPACED}])[\w{_MARKS}{_JOINED}])+)*|%"
)
"""A word as written, or a run of a script that puts no space between words."""
_RUN = re.compile(f"[{_UNSPACED}]")
_ELIDED = re.compile(r"\b(?:[ldjmtnsc]|qu|jusqu|lorsqu|puisqu|quelqu)['’ʼ](?=\w)", re.IGNORECASE)
STEM = 6
"""Letters of a word that tell its family, "victime" from "victoire"; lemmas did no better."""


def words_of(text: str) -> list[tuple[str, int, int]]:
    """The words, folded, each with where it stands in the text; elided articles are words too."""
    return [(_fold_once(m[0]), m.start(), m.end()) for m in WORD.finditer(text)]


def terms_of(text: str, language: str | None) -> list[str]:
    """What the text is counted by: families of words that say something, or pairs of letters."""
    silent = silent_words(language)
    return [term for match in _written(text) for term in _terms(match[0], silent)]


def terms_in(text: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The same, each with the word it was made from as the text writes it."""
    silent = silent_words(language)
    for match in _written(text):
        for term in _terms(match[0], silent):
            yield term, match[0]


def _written(text: str) -> Iterator[re.Match[str]]:
    return WORD.finditer(_ELIDED.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def is_unspaced(word: str) -> bool:
    """Whether the word is a run of a script that puts no space between words."""
    return bool(_RUN.match(word))


@cache
def silent_words(language: str | None) -> frozenset[str]:
    """The words of the language that say nothing of a sentence's subject, folded."""
    if language is None:
        return frozenset()
    own = word_list(language, LISTS) if language in LANGUAGES else ()
    return stop_words(language) | {fold(word) for line in own for word in line.split()}


LANGUAGES = ("fr", "en")
LISTS = Path(__file__).parent / "words"
"""Languages whose frames of news are known."""


@cache
def _fold_once(word: str) -> str:
    return fold(word)


@cache
def _terms(word: str, silent: frozenset[str]) -> tuple[str, ...]:
    if _RUN.match(word):
        return tuple(word[i : i + 2] for i in range(len(word) - 1)) or (word,)
    folded = fold(word)
    if len(folded) < 3 or folded in silent or folded.isdigit():
        return ()
    return (folded[:STEM],)
