"""The sieve: which articles may have what is looked for, told by the words each has.

The words are those of the folded text (``searchable``), cut wherever a term may begin, so that an
article that has a term has each of its words, the last one at least as a beginning. Whether it
really has the term is then looked at in its text: the sieve loses nothing, and may let through what
is no hit. Words are told in ASCII, so that no two editions of Unicode take them otherwise.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Sieved(NamedTuple):
    """A word that an article must have."""

    word: str
    whole: bool
    """Whether it is a whole word; otherwise it may be the beginning of one."""


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in its order."""
    if folded.isascii():
        return _WORD.findall(folded)
    for letter in {c for c in folded if c > "\x7f" and c.upper() == c and not c.isdigit()}:
        folded = folded.replace(letter, f" {letter} ")  # written together, it may begin anywhere
    return [word if word.isascii() else _told(word) for word in _WORD.findall(folded)]


def _told(word: str) -> str:
    return "".join(c if c.isascii() else f"u{ord(c):x}z" for c in word)


def sieve(terms: Iterable[tuple[str, bool]]) -> tuple[Sieved, ...]:
    """The words an article must have that has the terms: each folded, and whether it is whole."""
    sieved: dict[Sieved, None] = {}
    for text, whole in terms:
        *first, last = words_of(text) or [""]
        sieved |= dict.fromkeys(Sieved(word, whole=True) for word in first)
        sieved[Sieved(last, whole)] = None
    return tuple(one for one in sieved if one.word)
