"""Whether two writings are of the same words: typography, encoding and white space apart."""

import unicodedata
from difflib import SequenceMatcher

_SAME = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛`´", "'"),
        **dict.fromkeys("«»“”„‟‹›", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "œ": "oe",
        "Œ": "OE",
        "æ": "ae",
        "Æ": "AE",
    }
)
"""What an editor or a poorer encoding writes otherwise, without changing a word."""


def same_words(kept: str, found: str) -> bool:
    """Whether ``found`` says what ``kept`` says, letter by letter and figure by figure.

    Case and accents count; where ``found`` has no accent at all, it is taken to have lost them.
    """
    if kept == found:
        return True
    kept, found = _plain(kept), _plain(found)
    return kept == found or (len(kept) == len(found) and _lost_in_encoding(kept, found))


def _plain(words: str) -> str:
    """The words without what typography and white space may change."""
    words = unicodedata.normalize("NFKC", words.translate(_SAME)).translate(_SAME)
    visible = "".join(c for c in words if unicodedata.category(c) != "Cf")
    spaced = " ".join(visible.split())
    for mark in '"!?;:':
        spaced = spaced.replace(f" {mark}", mark).replace(f'{mark} "', f'{mark}"')
    return spaced.replace('" ', '"')


def _lost_in_encoding(kept: str, found: str) -> bool:
    """Whether the two differ by accents alone, and ``found`` has none."""
    letters = zip(kept, found, strict=True)
    return found.isascii() and all(b == unicodedata.normalize("NFD", a)[0] for a, b in letters)


def similarity(one: str, other: str) -> float:
    """0..1: how alike two short texts are, white space apart; 1 when both are empty."""
    one, other = " ".join(one.split()), " ".join(other.split())
    if one == other:
        return 1.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
