"""The word lists of each language, kept as data beside the code and read when first asked for.

A list is a text file of ``words/``: one entry a line, ``#`` opens a comment. The lists are small
and general; what one room needs alone, it keeps in its own place.
"""

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


@lru_cache(maxsize=16)
def stop_words(language: str) -> frozenset[str]:
    """Words too common to say what a text is about, folded; empty for a language without a list."""
    if language not in STOP_WORD_LANGUAGES:
        return frozenset()
    return frozenset(word for line in word_list(f"stop.{language}") for word in line.split())


STOP_WORD_LANGUAGES = ("fr", "en", "es", "de", "it", "pt", "nl")
"""The languages with a list of stop words; the first two have long ones."""
