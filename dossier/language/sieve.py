"""The sieve: which blocks may have what is looked for, told by the words of each, in order.

The words are those of the folded text (``searchable``), cut wherever a term may begin, so that a
block that has a term has its words next to each other, the last one at least as a beginning.
Whether it really has the term is then looked at in its text: the sieve loses nothing, and may let
through what is no hit. Words are told in ASCII, so that no two editions of Unicode take them
otherwise.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


class Sieved(NamedTuple):
    """Words that a block must have, next to each other."""

    words: tuple[str, ...]
    whole: bool
    """Whether the last is a whole word; otherwise it may be the beginning of one."""


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
    """The words a block must have that has the terms: each term folded, and whether it is whole."""
    sieved: dict[Sieved, None] = {}
    for text, whole in terms:
        if words := tuple(words_of(text)):
            ends = whole or not _WORD.match(text[-1])
            sieved[Sieved(words, ends)] = None
    return tuple(sieved)
