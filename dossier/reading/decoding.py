"""From bytes to text: which encoding, and one kind of newline.

The order: a byte order mark; UTF-16 told by its NULs; UTF-8 if the bytes are UTF-8; the charset the
file declares, if its bytes bear it out; then whichever legacy encoding gives the likeliest words.
What was assumed is told in a sentence, so that the reader can judge it.
"""

import codecs
import re
from dataclasses import dataclass

from dossier.reading.binary import is_binary
from dossier.reading.mojibake import mend


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was read."""

    text: str
    """With a line feed for every line end, without a byte order mark, nothing else touched."""
    assumed: str = ""
    """What had to be assumed, as a sentence; empty when nothing had."""
    lost: int = 0
    """Places where bytes made no character; each stands as U+FFFD in the text."""
    mended: int = 0
    """Letters that had been garbled by a wrong encoding before, and were put right."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_LIKELY = 0.3
_READ = 200_000
"""Bytes by which encodings are judged."""
_HEAD = 4096
"""Bytes in which a file declares its encoding, and in which we look for what it is."""
_ODD = re.compile("[\u0080-\u009f¡-¦¨ª¬®-¶¸º¼-¾×÷ðþýÐÝÞŽˆ‰Š‹›‡†Õ]|[À-ÖØ-öø-ÿ]{3,}")
"""Letters and runs of letters that Western texts do not have: signs of a wrong encoding."""
_USUAL = re.compile("[éèêëàâçîïôöùûüœÉÈÀÇÊÔæäßñáíóú’‘“”«»…–—€°]")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The letters that bytes which are no UTF-8 are in windows-1252, as a codec's error handler."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows-1252", _as_windows)
_WESTERN = {
    "windows-1252": ("cp1252", "replace"),
    "Mac Roman": ("mac-roman", "replace"),
    "UTF-8 + windows-1252": ("utf-8", "windows-1252"),
}
"""Encodings of Western Europe, and what becomes of bytes they do not have; text pasted below text
of another program makes the last."""


def decode(raw: bytes) -> Decoded | None:
    """The text of a file's bytes; None when they are no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], encoding)
    if wide := _wide(raw):
        return _replacing(raw, wide, f"Read as {wide.upper()}, told by its bytes.")
    if is_binary(raw):
        return None
    try:
        return _mended(one_newline(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        if (halves := _joined(raw)) is not None:
            return halves
        if _is_mostly_utf8(raw, error):
            return _replacing(raw, "utf-8")
    return _legacy(raw)


def _joined(raw: bytes) -> Decoded | None:
    """UTF-8 but for characters written as two halves, as some programs write an emoji (CESU-8).

    A half that stands alone is lost. None when the bytes are anything else.
    """
    try:
        halves = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    text = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return Decoded(one_newline(text), lost=text.count("\ufffd"))


def one_newline(text: str) -> str:
    """The text with a line feed for CR LF and for CR."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _replacing(raw: bytes, encoding: str, assumed: str = "") -> Decoded:
    """The text, with U+FFFD where the bytes make no character."""
    text = one_newline(raw.decode(encoding, "replace"))
    return Decoded(text, assumed, text.count("\ufffd"))


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: text in which every second byte is mostly NUL."""
    head = raw[:_HEAD]
    if len(head) < 8 or len(raw) % 2 or not head.strip(b"\0 \t\r\n"):
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _is_mostly_utf8(raw: bytes, error: UnicodeDecodeError) -> bool:
    """Whether the bytes are UTF-8 but for a few places, as a cut at the end of the file."""
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    far = sum(character > "\x7f" for character in text) - lost
    return lost <= 0.05 * far or (error.end >= len(raw) - 3 and lost == 1)


def _legacy(raw: bytes) -> Decoded:
    """The text of bytes that are not UTF-8, by their declaration or by what reads best."""
    if (found := _DECLARED.search(raw[:_HEAD])) and (text := _declared(raw, found[1].decode())):
        return Decoded(one_newline(text), f"Read as {found[1].decode().lower()}, as it declares.")
    likely = {name: _likelihood(raw[:_READ].decode(*how)) for name, how in _WESTERN.items()}
    best = max(likely, key=likely.__getitem__)
    if likely[best] < _LIKELY and (guessed := _guess(raw)):
        text, encoding = guessed
        return Decoded(one_newline(text), f"Read as {encoding}, which fits its bytes best.")
    text = one_newline(raw.decode(*_WESTERN[best]))
    told = f"Read as {best}, as it is not UTF-8 and this fits best."
    return Decoded(text, told, text.count("\ufffd"))


def _declared(raw: bytes, charset: str) -> str | None:
    """The text in the charset the file declares; None when it does not bear it out."""
    encoding = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "gb2312": "gb18030"}.get(
        charset.lower(), charset
    )
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _likelihood(text: str) -> float:
    """How well the far letters fit the languages of Western Europe; 1 when all do, below 0 none."""
    far = sum(character > "\x7f" for character in text)
    wrong = 3 * len(_ODD.findall(text)) + 5 * text.count("\ufffd")
    return (len(_USUAL.findall(text)) - wrong) / max(1, far)


def _guess(raw: bytes) -> tuple[str, str] | None:
    """The text by statistics of many encodings, and the encoding; None when none fits."""
    from charset_normalizer import from_bytes  # seldom wanted, and slow to load

    best = from_bytes(raw[:_READ]).best()
    if best is None:
        return None
    try:
        return raw.decode(best.encoding, "replace"), best.encoding.replace("_", "-")
    except LookupError:
        return None


def _mended(text: str) -> Decoded:
    mended, count = mend(text)
    if not count:
        return Decoded(text)
    return Decoded(mended, "Read as UTF-8 that had been taken for windows-1252.", mended=count)
