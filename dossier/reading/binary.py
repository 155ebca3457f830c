"""Telling a text from a picture, an archive or a program.

What a file is known by is told to the last byte: "RIFF" and "ID3" open a sound, and the name of a
mayor or of a car as well.
"""

import re

_SIGNATURES = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (rb"GIF8[79]a", "picture"),
    (rb"RIFF.{4}(?:WAVE|WEBP|AVI )", "picture or sound"),
    (b"\x00\x00\x01\x00", "picture"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "archive or office file"),
    (b"\xd0\xcf\x11\xe0", "office file"),
    (rb"\{\\rtf", "RTF file"),
    (b"\x1f\x8b", "compressed file"),
    (rb"BZh[1-9]", "compressed file"),
    (b"\xfd7zXZ", "compressed file"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!\x1a", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"OggS", "sound"),
    (b"ID3[\x02-\x04]", "sound"),
    (b"SQLite format 3\x00", "database"),
)
"""What the first bytes of a format match, and what it is called."""
DOCUMENTS = frozenset({"PDF", "RTF file", "office file", "archive or office file"})
"""What holds words that its program can save as a text."""
NOT_MEANT = frozenset({"picture", "picture or sound", "sound", "program", "database"})
"""What nobody puts into a folder to read it as an article."""
_TEXT_BYTES = bytes(set(range(256)) - (set(range(32)) - {9, 10, 12, 13, 27}) - {127})
"""Every byte but the control bytes that texts do not have."""
_MOST_CONTROLS = 0.05


def is_binary(raw: bytes) -> bool:
    """Whether the bytes are no text."""
    head = raw[:8192]
    if name_format(head) is not None:
        return True
    return len(head.translate(None, _TEXT_BYTES)) > _MOST_CONTROLS * len(head)


def name_format(raw: bytes) -> str | None:
    """What a file is by its first bytes, as "PDF"; None when they say nothing."""
    return next(
        (name for signature, name in _SIGNATURES if re.match(signature, raw, re.DOTALL)), None
    )
