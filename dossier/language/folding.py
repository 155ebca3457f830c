"""Folding: one spelling for words that differ in case, accents or ligatures alone.

Folded text is for comparing and finding, never for showing. Where offsets matter, ``Folded``
leads from the folded text back to the one the reader sees.
"""

import re
import unicodedata
from dataclasses import dataclass

from dossier.spans import Span

_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "‑": "-",
    "‐": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}
"""Marks that a keyboard does not tell apart."""

_WHOLE = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
"""Letters that no Unicode decomposition takes apart."""

_HIDDEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphens, zero-width marks: there for the typesetter, not for the reader."""


class _Folding(dict[int, str]):
    """What each code point folds to: nothing, one letter or several; worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _HIDDEN:
            folded = ""
        elif character in _SAME:
            folded = _SAME[character]
        else:
            plain = unicodedata.normalize("NFKD", character)
            bare = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
            folded = "".join(_WHOLE.get(c) or _SAME.get(c, c) for c in bare)
        self[code] = folded
        return folded


_FOLDING = _Folding()


_FAR = re.compile("[^\x00-\x7f]")
_LONG = 200
"""Code points. From here on it is quicker to replace one far letter after the other, while they
are few: 27 us for 1,000 code points of French where looking each up took 39 (2026-11)."""
_FEW = 100
"""Different far letters of a text."""


def fold(text: str) -> str:
    """The text in lower case, without accents, ligatures or typographic marks."""
    if text.isascii():
        return text.lower()
    if len(text) < _LONG:
        return text.translate(_FOLDING)
    lower = text.lower()
    letters = set(_FAR.findall(lower))
    if len(letters) > _FEW:
        return text.translate(_FOLDING)
    for letter in letters:
        lower = lower.replace(letter, _FOLDING[ord(letter)])
    return lower


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as ``fold`` gives it, and the way back to the text it was made from."""

    text: str
    offsets: tuple[int, ...] | None
    """For each folded code point, where it stood; one more for the end. None when nothing moved."""

    def span(self, start: int, end: int) -> Span:
        """The place in the original of a half-open range of the folded text."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end])


def fold_places(text: str) -> Folded:
    """The folded text, and where each of its code points stood in ``text``."""
    if text.isascii():
        return Folded(text.lower(), None)
    pieces = [_FOLDING[ord(character)] for character in text]
    if all(len(piece) == 1 for piece in pieces):
        return Folded("".join(pieces), None)
    offsets = [at for at, piece in enumerate(pieces) for _ in piece]
    return Folded("".join(pieces), (*offsets, len(text)))
