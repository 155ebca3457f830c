"""Lines of a TOML text: which one gives a key, so that what is wrong can be told with its place.

What stands before the first page reads our own files line by line: to load ``tomllib`` and have it
read one takes 5 ms (2026-11). A reader's file may be any TOML, and is read by ``tomllib``.
"""

import re
from pathlib import Path

from dossier.reading.files import is_no_file
from dossier.spans import Span


def own_text(file: Path) -> str:
    """The text of a TOML file of the reader's, without the mark at its head.

    Raises OSError when it cannot be read, and for what is no file: a folder, or a pipe, which
    would be waited for without end.
    """
    if is_no_file(file):
        raise OSError("it is not a file")
    return file.read_text(encoding="utf-8-sig")


def line_of(text: str, key: str) -> Span | None:
    """The line of a TOML text that gives the key; None when it cannot be told."""
    quoted = re.escape(key)
    pattern = rf"""^[ \t]*(?:["']?{quoted}["']?[ \t]*=|\[+[ \t]*["']?{quoted}["']?[ \t]*\]).*$"""
    match = re.search(pattern, text, re.MULTILINE)
    return Span(*match.span()) if match else None


def at_line(text: str, span: Span | None) -> str:
    """``"line 3: "``, to open a sentence with; empty when the place cannot be told."""
    return f"line {text.count(chr(10), 0, span.start) + 1}: " if span else ""


def plain_tables(text: str) -> dict[str, object]:
    """What a TOML text gives whose lines are ``[table]``, ``key = "words"`` or ``key = true``.

    Raises ValueError for any other line.
    """
    tables: dict[str, object] = {}
    table = tables
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("["):
            tables[line[1:-1]] = table = {}
        elif not line.startswith("#"):
            key, _, said = line.partition(" = ")
            table[key] = _plain(said)
    return tables


def _plain(said: str) -> str | bool:
    if said in {"true", "false"}:
        return said == "true"
    start, words, rest = said.split('"')
    if start or rest.strip()[:1] not in {"", "#"}:
        raise ValueError(f"{said} is neither words in quotes nor true nor false")
    return words
