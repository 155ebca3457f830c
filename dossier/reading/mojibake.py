"""Garbled accents: UTF-8 that a program took for windows-1252 and saved again ("Ã©" for "é").

Mended only where it is certain: runs that lead back to valid UTF-8, in a text that has several
of them and hardly an accent that is right.
"""

import re

GARBLED = "Ã©"
"""An accent as it looks when garbled."""
_GARBLED = re.compile(
    "[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™˜œ\u009d“”¦¢]"
)
"""What the bytes of the commonest letters and marks look like in windows-1252."""
_OPENS = ("Â", "Ã", "â€")
"""How they open: hardly a text has one, and that is quickly seen."""
_LOST_QUOTE = "â€\ufffd"
"""A closing quotation mark whose last byte windows-1252 has no letter for."""
_FAR = re.compile("[^\x00-\x7f]+")
_LEAST = 3


def find_garbled(text: str) -> int:
    """How many letters look garbled."""
    if not any(map(text.__contains__, _OPENS)):
        return 0
    return len(_GARBLED.findall(text))


def mend(text: str) -> tuple[str, int]:
    """The text with its garbled letters put right, and how many; as it was when not certain."""
    original, text = text, text.replace(_LOST_QUOTE, "â€\x9d")
    count = find_garbled(text)
    runs = _FAR.findall(text) if count >= _LEAST else []
    mended = {run: right for run in set(runs) if (right := _mend_run(run)) is not None}
    if count < _LEAST or sum(run in mended for run in runs) < 0.9 * len(runs):
        return original, 0
    return _FAR.sub(lambda match: mended.get(match[0], match[0]), text), count


def _mend_run(run: str) -> str | None:
    """What a run of garbled letters was; None when it leads to no UTF-8."""
    try:
        return b"".join(map(_byte, run)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(character: str) -> bytes:
    """The byte a character was; windows-1252 leaves five bytes to their own code points."""
    if character in "\x81\x8d\x8f\x90\x9d":
        return character.encode("latin-1")
    return character.encode("cp1252")
