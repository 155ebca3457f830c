"""What stands on the screen for a code point, and how many cells it takes.

A source's text goes to the terminal only through ``visible``: nothing in it can move the cursor,
turn a line round or tear the frame. Code points that would are shown by a neutral glyph; those that
draw nothing (soft hyphen, joiners, variation selectors) are left out of the picture, and stay in
the text.
"""

import re

from rich.cells import cell_len

_ODD = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180b-\u180f\u200b\u200d-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""Code points that are not drawn as they are."""

_WHITE = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What embeds, overrides or isolates a direction; the frame's order would not survive it."""

_PLAIN = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u2010-\u2027\u202f-\u2057"
    "\u20a0-\u20bf\u2190-\u2199\u25a0-\u25cf]*"
)
"""One cell a code point, drawn as it is."""


def _glyph(match: re.Match[str]) -> str:
    char = match[0]
    code = ord(char)
    if char in _WHITE:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if char in _TURNING:
        return "·"
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF or 0xFFF9 <= code <= 0xFFFB:
        return "\N{REPLACEMENT CHARACTER}"
    return ""


def visible(words: str) -> str:
    """The words as the screen may show them: one line, nothing that is not drawn."""
    return words if words.isascii() and words.isprintable() else _ODD.sub(_glyph, words)


def plain(words: str) -> bool:
    """Whether every code point is drawn as it is, in one cell."""
    return _PLAIN.fullmatch(words) is not None


def cells(words: str) -> int:
    """The cells that the words take on the screen."""
    return len(words) if plain(words) else cell_len(visible(words))


def cut(words: str, width: int) -> str:
    """The words on the screen, in at most so many cells, with an ellipsis where they are cut."""
    words = visible(" ".join(words[: 4 * width + 8].split()))
    if plain(words) and len(words) <= width:
        return words
    taken, used = "", 0
    for index, char in enumerate(words):
        used += cell_len(char)
        if used > width or (used == width and cells(words[index + 1 :])):
            return (taken.rstrip() + "…") if width > 0 else ""
        taken += char
    return taken


PARTED = " · "
"""Stands between the parts of a line."""


def shed(words: str, width: int) -> str:
    """The words in at most so many cells: the last parts go whole, and the first one is cut."""
    while cells(words) > width and PARTED in words:
        words = words.rpartition(PARTED)[0]
    return cut(words, width)


def offset_at(words: str, cell: int) -> int:
    """How many code points of the words stand before that cell; all of them past the end."""
    if plain(words):
        return max(0, min(cell, len(words)))
    used = 0
    for index, char in enumerate(words):
        wide = cells(char)
        if wide and used + wide > cell:
            return index
        used += wide
    return len(words)
