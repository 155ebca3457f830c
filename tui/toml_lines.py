"""Lines of a TOML text: which one gives a key, so that what is wrong can be told with its place."""

import re

from dossier.spans import Span


def line_of(text: str, key: str) -> Span | None:
    """The line of a TOML text that gives the key; None when it cannot be told."""
    quoted = re.escape(key)
    pattern = rf"""^[ \t]*(?:["']?{quoted}["']?[ \t]*=|\[+[ \t]*["']?{quoted}["']?[ \t]*\]).*$"""
    match = re.search(pattern, text, re.MULTILINE)
    return Span(*match.span()) if match else None


def at_line(text: str, span: Span | None) -> str:
    """``"line 3: "``, to open a sentence with; empty when the place cannot be told."""
    return f"line {text.count(chr(10), 0, span.start) + 1}: " if span else ""
