"""The word lists of each language, kept as data beside the code and read when first asked for.

A list is a text file of ``words/``: one entry a line, ``#`` opens a comment. The lists are small
and general; what one room needs alone, it keeps in its own place.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

LISTS = Path(__file__).parent / "words"
"""The lists of this room. Read as files: ``importlib.resources`` costs ten times the reading."""


@lru_cache(maxsize=64)
def word_list(name: str, folder: Path = LISTS) -> tuple[str, ...]:
    """The entries of a list, in the file's order; FileNotFoundError when there is no such list."""
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    entries = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(entry for entry in entries if entry)


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """Words too common to say what a text is about, folded; empty for a language without a list."""
    if language not in STOP_WORD_LANGUAGES:
        return commonest_words().get(language, frozenset())
    return frozenset(word for line in word_list(f"stop.{language}") for word in line.split())


@lru_cache(maxsize=1)
def commonest_words() -> Mapping[str, frozenset[str]]:
    """The stop words of languages that have no file of their own."""
    lines = (line.partition(": ") for line in word_list("commonest"))
    return {language: frozenset(words.split()) for language, _, words in lines}


STOP_WORD_LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
"""The languages with a file of stop words; the first two have long ones."""

UNSPACED = "\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""The letters of scripts that put no space between words, as a class of a regular expression."""
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
UNSPACED_LETTER = re.compile(f"[{UNSPACED}]")
_LETTERS_A_WORD = 2
"""Letters of such a script that say about what a word does."""
_IDEOGRAPH = 2.5
"""How many Latin letters one ideograph, kana or syllable of Korean says as much as."""


def count_words(text: str) -> int:
    """How many words a line has; where no space parts them, about how many."""
    count = len(text.split())
    if text.isascii() or not (letters := len(UNSPACED_LETTER.findall(text))):
        return count
    return max(count, letters // _LETTERS_A_WORD)


def told_length(text: str) -> int:
    """The length of a line, in letters of an alphabet that would say as much."""
    if text.isascii():
        return len(text)
    return len(text) + int((_IDEOGRAPH - 1) * len(_IDEOGRAPHS.findall(text)))
