"""What a file is written in, by how it opens; its name decides only where the bytes do not."""

import re
import zlib

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"\s*<(?:head|body|article|main|section|header|div|meta|title|link|base|style|script|nav|table"
    r"|h[1-6]|p)\b[^<>]*>.*?</[a-z]",
    re.IGNORECASE | re.DOTALL,
)
"""A page that was saved without its outermost tags."""
_FRONT = re.compile(r"---[ \t]*\n(?:[\w -]{1,40}:.*\n|[ \t#-].*\n|\n){1,200}?---[ \t]*(?:\n|\Z)")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
MOST = 64 * 1024 * 1024
"""Bytes that a compressed file may unpack to."""


_HEADER = re.compile(rb"(?:From |[!-9;-~]{1,60}:(?:[ \t]|\r?\n[ \t]))")
_TELLING = re.compile(
    rb"^(from|subject|date|to|message-id|received|mime-version):", re.IGNORECASE | re.MULTILINE
)
LEAST_HEADERS = 2
"""Headers a mail has; a text that opens with "Date: …" alone is none."""


def is_page(text: str) -> bool:
    """Whether a text is a web page."""
    return "<" in text[:200] and _PAGE.match(text[:20_000]) is not None


def is_fragment(text: str) -> bool:
    """Whether a text opens as what stands in a web page does, and ends a tag; so may Markdown."""
    return "<" in text[:200] and _FRAGMENT.match(text[:20_000]) is not None


def is_markdown(file: str, text: str) -> bool:
    """Whether a text is Markdown: its name says so, or it has front matter."""
    return file.lower().endswith(_MARKDOWN) or (
        text.startswith("---") and _FRONT.match(text[:20_000]) is not None
    )


def unpack(raw: bytes) -> bytes | None:
    """What a gzip file holds; None for another file, and for one that is broken or too large."""
    if not raw.startswith(b"\x1f\x8b"):
        return None
    try:
        unzip = zlib.decompressobj(31)
        held = unzip.decompress(raw, MOST)
    except zlib.error:
        return None
    return held if unzip.eof else None


def is_mail(raw: bytes) -> bool:
    """Whether the bytes open with the headers of a mail, an empty line after them."""
    if not _HEADER.match(raw):
        return False
    head = re.split(rb"\r?\n\r?\n|\r\r", raw[:20_000], maxsplit=1)[0]
    lines = [line for line in re.split(rb"[\r\n]+", head) if line and line[:1] not in b" \t"]
    if not all(_HEADER.match(line) or line.endswith(b":") for line in lines):
        return False
    found = {match[1].lower() for match in _TELLING.finditer(head)}
    return len(found) >= LEAST_HEADERS and bool(found & {b"from", b"subject"})
