"""From bytes to text: which encoding, and one kind of newline.

The order: a byte order mark; UTF-8 if the bytes are UTF-8; then the legacy encodings of the West.
What was assumed is told in a sentence, so that the reader can judge it.
"""

import codecs
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and how it was read."""

    text: str
    """With a line feed for every line end, without a byte order mark, nothing else touched."""
    assumed: str = ""
    """What had to be assumed, as a sentence; empty when nothing had."""
    lost: int = 0
    """Bytes that no encoding explains; each stands as U+FFFD in the text."""


def decode(raw: bytes) -> Decoded | None:
    """The text of a file's bytes; None when they are no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            text = raw[len(mark) :].decode(encoding, "replace")
            return Decoded(one_newline(text), lost=text.count("\ufffd"))
    try:
        return Decoded(one_newline(raw.decode("utf-8"))) if not is_binary(raw) else None
    except UnicodeDecodeError:
        pass
    text = raw.decode("cp1252", "replace")
    return Decoded(
        one_newline(text), "Read as windows-1252, as it is not UTF-8.", text.count("\ufffd")
    )


def one_newline(text: str) -> str:
    """The text with a line feed for CR LF and for CR."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n")


def is_binary(raw: bytes) -> bool:
    """Whether the bytes are a picture, an archive or a program rather than a text."""
    head = raw[:8192]
    if not head:
        return False
    if head.startswith(_SIGNATURES):
        return True
    controls = len(head.translate(None, _TEXT_BYTES))
    return controls > 0.05 * len(head)


_TEXT_BYTES = bytes(set(range(256)) - (set(range(32)) - {9, 10, 12, 13, 27}) - {127})
"""Every byte that is no control byte of the kind texts do not have."""

_SIGNATURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"%PDF",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"Rar!",
    b"OggS",
    b"ID3",
    b"SQLite format 3\x00",
    b"RIFF",
    b"\x00\x00\x01\x00",
    b"BZh9",
    b"\xfd7zXZ",
)
