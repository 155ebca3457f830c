"""A text as it is searched: folded, with every break between words one space.

Made for whole dossiers: the few characters that fold to another one are replaced throughout the
text at once, and only the places where the length changes are remembered. Measured 2026-11-21 on
5,502 French articles (18 MB), Python 3.11: 0.6 s, against 2.4 s a character at a time.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from dossier.language.folding import fold
from dossier.spans import Span

_UNPLAIN = re.compile(r"[^\x00-\x7f]|[\x00-\x1f\"*_`-]")
"""What may need folding beyond its case."""

_QUOTE_MARKS = frozenset('"«»“”„‟‹›*_`')
"""Quotation marks, and those of Markdown's emphasis: they part words and are never looked for."""


class Searchable:
    """A folded text, and the way back from it to the text it was made from."""

    __slots__ = ("_from", "_shift_end", "_shift_start", "_to", "text")

    def __init__(self, text: str) -> None:
        letters = _Changing([], [], [])
        for character in set(_UNPLAIN.findall(text)):
            folded = _folded(character)
            if len(folded) == 1:
                text = text.replace(character, folded)
            else:
                letters.add(character, folded)
        self._from, self._to = array("I"), array("I")
        self._shift_start, self._shift_end = array("I"), array("I")
        self.text = self._changed(text, letters).lower()

    @classmethod
    def of(cls, text: str, moved: "Sequence[array[int]]") -> "Searchable":
        """The one that had this folded text, and these places where the length changes."""
        made = object.__new__(cls)
        made.text = text
        made._from, made._to, made._shift_start, made._shift_end = moved
        return made

    @property
    def moved(self) -> "tuple[array[int], ...]":
        """The places where the length changes: their ends in the folded text, and in its own."""
        return self._from, self._to, self._shift_start, self._shift_end

    def _changed(self, text: str, letters: "_Changing") -> str:
        """The text with what folds to another length folded, each place remembered."""
        if not any(letters) and "  " not in text:
            return text
        pieces: list[str] = []
        source = size = 0
        for match in letters.pattern().finditer(text):
            start, end = match.span()
            pieces.append(text[source:start])
            size += start - source
            piece = " " if text[start] == " " else "".join(map(_folded, match[0]))
            pieces.append(piece)
            self._from.append(size)
            size += len(piece)
            self._to.append(size)
            self._shift_start.append(start)
            self._shift_end.append(end)
            source = end
        pieces.append(text[source:])
        return "".join(pieces)

    def span(self, start: int, end: int) -> Span:
        """The place in the original of ``text[start:end]``; a letter is never cut in two."""
        return Span(self.source_start(start), max(self.source_start(start), self._end(end)))

    def source_start(self, start: int) -> int:
        """Where in the original the folded character at ``start`` begins."""
        at = bisect_right(self._from, start) - 1
        if at < 0:
            return start
        if start < self._to[at]:
            return self._shift_start[at]
        return start - self._to[at] + self._shift_end[at]

    def place(self, offset: int) -> int:
        """Where in ``text`` the character that stands at ``offset`` in the original begins."""
        at = bisect_right(self._shift_start, offset) - 1
        if at < 0:
            return offset
        if offset < self._shift_end[at]:
            return self._from[at]
        return offset - self._shift_end[at] + self._to[at]

    def _end(self, end: int) -> int:
        """Where in the original the folded character before ``end`` ends."""
        at = bisect_right(self._from, end - 1) - 1
        if at < 0:
            return end
        if end <= self._to[at]:
            return self._shift_end[at]
        return end - self._to[at] + self._shift_end[at]


class _Changing(NamedTuple):
    """The characters of a text that fold to none or to several."""

    marks: list[str]
    """Accents and the like, that stand on the letter before them."""
    hidden: list[str]
    """What is never seen: joiners, marks of direction, control characters."""
    long: list[str]
    """Ligatures and the like."""

    def add(self, character: str, folded: str) -> None:
        """Put a character where it belongs."""
        if folded:
            self.long.append(character)
        else:
            (self.marks if unicodedata.combining(character) else self.hidden).append(character)

    def pattern(self) -> re.Pattern[str]:
        """Every place where the length changes: a letter with its marks, a run of spaces ..."""
        hidden = re.escape("".join(self.hidden))
        kinds = [rf" [ {hidden}]+"]
        if self.marks:
            kinds.append(rf"[^ ]?[{re.escape(''.join(self.marks))}]+")
        if self.long or self.hidden:
            kinds.append(rf"[{re.escape(''.join(self.long))}{hidden}]")
        return re.compile("|".join(kinds))


def _folded(character: str) -> str:
    """What a character is searched as: a break between words is a space."""
    if character in _QUOTE_MARKS or character.isspace() or unicodedata.category(character) == "Pd":
        return " "
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if unicodedata.category(character) in {"Cf", "Cc"} or character == "\N{ARABIC TATWEEL}":
        return ""
    folded = fold(character)
    return folded.replace("-", " ") if folded.strip() == folded else " "
