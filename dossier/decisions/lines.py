"""Where in a TOML file its tables and keys stand; ``tomllib`` does not say."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.spans import Span

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.\"' -]+?)\s*\]")
_KEY = re.compile(r"""\s*(["']?)([\w-]+)\1\s*=""")
_LONG = ('"""', "'''")
"""The quotation marks of a string of several lines."""
_QUOTED = re.compile(r'''"""|\'{3}|"(?:[^"\\]|\\.)*"|'[^']*'|#.*''')
"""What may hold such marks, or what looks like them: the marks, a string of one line, a comment."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that opens a table or gives a key its value."""

    table: str
    """"" above the first table."""
    index: int
    """Which of the tables of that name, from 0."""
    key: str | None
    number: int
    """Of the line, from 1."""
    span: Span
    """In the file's text, without its line end."""


def find_lines(text: str) -> Iterator[Line]:
    """The lines that open a table or give a key its value, in order."""
    table, seen = "", Counter[str]()
    start = 0
    in_string = ""
    for number, line in enumerate(text.split("\n"), 1):
        span = Span(start, start + len(line))
        start += len(line) + 1
        if not in_string:
            if opened := _TABLE.match(line):
                table = opened[2]
                seen[table] += 1
                yield Line(table, seen[table] - 1, None, number, span)
            elif given := _KEY.match(line):
                yield Line(table, max(0, seen[table] - 1), given[2], number, span)
        in_string = _string_left_open(line, in_string)


def _string_left_open(line: str, mark: str) -> str:
    """The quotation marks of the multi-line string a line leaves open; "" for none."""
    at = 0
    while True:
        if mark:
            at = line.find(mark, at)
            if at < 0:
                return mark
            at, mark = at + 3, ""
        opening = next((m for m in _QUOTED.finditer(line, at) if m[0] in _LONG), None)
        if opening is None:
            return ""
        at, mark = opening.end(), opening[0]
