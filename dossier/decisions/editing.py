"""One table of a TOML text changed, added or taken out, and nothing else in it.

The lines of that table alone are changed, through tomlkit, which keeps comments and the writing of
every other value. What was made is read again: a text in which tables stand in another way
(``entity = [{…}]``, a lone ``[entity]``) is refused rather than spoilt.
"""

import tomllib
from collections.abc import Callable, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any

from tomlkit import array, dumps, parse, table
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from dossier.decisions.decided import DECISIONS_FILE
from dossier.decisions.lines import Line, find_lines
from dossier.decisions.reading import why_not_toml
from dossier.language.folding import fold
from dossier.problems import DossierError
from dossier.spans import Span

Values = dict[str, Any]
"""What a table holds; Any: what TOML can hold."""

KEYS = {"article": "file", "topic": "title", "entity": "name", "dossier": ""}
"""What each table is known by; there is one ``[dossier]``."""


def all_tables(text: str) -> Values:
    """What a text holds; DossierError when it is no TOML."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        what = f"it has to be put right first ({why_not_toml(error)})"
        raise DossierError(f"{DECISIONS_FILE} was not written: {what}.") from error


def place_of(tables: Values, kind: str, name: str) -> int | None:
    """Which table of a kind has the name, as it is read; None for none.

    A topic's is the same in any case, where none has it as it is written.
    """
    found = tables.get(kind)
    if kind == "dossier":
        return 0 if isinstance(found, dict) else None
    names = [str(one.get(KEYS[kind], "")).strip() for one in _each(found)]
    ways: list[Callable[[str], str]] = [str.strip, *([fold] if kind == "topic" else [])]
    for way in ways:
        for at, one in enumerate(names):
            if one and way(one) == way(name):
                return at
    return None


def values_at(tables: Values, kind: str, at: int | None) -> Values | None:
    """What a table holds; None when there is no such table."""
    if at is None:
        return None
    found = tables[kind]
    return dict(found if kind == "dossier" else found[at])


def edited(text: str, kind: str, at: int | None, values: Values | None) -> str:
    """The text with values of a table changed; None for the table takes it out, or adds one.

    A value that is empty is taken out. DossierError where the text cannot be written so.
    """
    tables = all_tables(text)
    if values is None:
        if at is None:
            return text
        made = _without(text, kind, at)
    elif at is None:
        made = _with(text, kind, {k: v for k, v in values.items() if not is_empty(v)})
    else:
        made = _changed(text, kind, at, values)
    if text.count("\r\n") == text.count("\n") > 0:  # what was added ends its lines as the others
        made = made.replace("\r\n", "\n").replace("\n", "\r\n")
    try:
        if _said(tomllib.loads(made)) == _said(_expected(tables, kind, at, values)):
            return made
    except tomllib.TOMLDecodeError:
        pass
    raise _otherwise(kind)


def lines_of(text: str, kind: str, at: int) -> str:
    """The lines of a table, and of the tables in it; DossierError when it is written otherwise."""
    if (found := _lines(text, kind, at, whole=True)) is None:
        raise _otherwise(kind)
    return found.of(text)


def is_empty(value: object) -> bool:
    """Whether a value says nothing, and is left out of the file."""
    return value is None or value is False or value in ("", [], ())


def _each(found: object) -> list[Values]:
    """The tables of a kind, where they stand each for itself."""
    tables = found if isinstance(found, list) else []
    return [one if isinstance(one, dict) else {} for one in tables]


def _expected(tables: Values, kind: str, at: int | None, values: Values | None) -> Values:
    """What the text is to hold once it is changed."""
    wanted = deepcopy(tables)
    if kind == "dossier" and not isinstance(wanted.get(kind, {}), dict):
        raise _otherwise(kind)
    if kind == "dossier":
        wanted[kind] = {} if values is None else wanted.get(kind, {}) | values
    elif values is None:
        del wanted[kind][at]
    elif at is None:
        wanted[kind] = [*_each(wanted.get(kind)), values]
    else:
        wanted[kind][at] |= values
    return wanted


def _said(tables: Values) -> Values:
    """What tables say, without what is empty."""
    said: Values = {}
    for name, value in tables.items():
        kept = value
        if isinstance(value, dict):
            kept = _said(value)
        elif isinstance(value, list):
            kept = [_said(one) if isinstance(one, dict) else one for one in value]
        if not is_empty(kept) and kept != {}:
            said[name] = kept
    return said


def _changed(text: str, kind: str, at: int, values: Values) -> str:
    """The text with values of a table changed; where it has no lines of its own, in all of it."""
    found = _lines(text, kind, at)
    span = found or Span(0, len(text))
    try:
        tables = parse(span.of(text))
        one: Any = tables[kind]  # Any: a table, or several, of tomlkit
        if isinstance(one, AoT):
            one = one[0 if found else at]
        elif kind != "dossier":
            raise _otherwise(kind)
        for name, value in values.items():
            _put(one, name, value)
        made = dumps(tables)
    except (TOMLKitError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise _otherwise(kind) from error
    if found:
        made = made.rstrip("\n")
    return text[: span.start] + made + text[span.end :]


def _put(one: Any, name: str, value: Any) -> None:
    """Have a table hold a value; the comments in a list stay."""
    there = one.get(name)
    if isinstance(there, Array) and "\n" in there.as_string() and isinstance(value, list):
        _fit(there, value)
        if value or "#" in there.as_string():  # a comment: no words are left
            return
    if is_empty(value):
        one.pop(name, None)
    else:
        one[name] = _item(value)


def _fit(there: Array, wanted: Sequence[Any]) -> None:
    """Have a list over several lines hold what is wanted, line for line."""
    before = [repr(one) for one in there.unwrap()]
    after = [repr(one) for one in wanted]
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for what, start, end, first, last in reversed(steps):
        if what == "equal":
            continue
        same = min(end - start, last - first)
        for step in range(same):
            there[start + step] = wanted[first + step]
        for _ in range(start + same, end):
            del there[start + same]
        for step, value in enumerate(wanted[first + same : last]):
            there.insert(start + same + step, value)


def _item(value: Any) -> Any:
    """A value as it is written; a list that is long, a line each."""
    if not isinstance(value, list | tuple):
        return value
    made = array()
    made.extend(list(value))
    return made.multiline(len(made.as_string()) > 80)


def _with(text: str, kind: str, values: Values) -> str:
    """The text with a table more: ``[dossier]`` first, any other after the last of its kind."""
    made = table()
    for name, value in values.items():
        made[name] = _item(value)
    header = "[dossier]" if kind == "dossier" else f"[[{kind}]]"
    lines = f"{header}\n{dumps(made)}"
    at = 0 if kind == "dossier" else _end_of_last(text, kind)
    before, after = text[:at].rstrip("\r\n"), text[at:].lstrip("\r\n")
    return "\n\n".join(part for part in (before, lines.rstrip("\n"), after) if part).rstrip(
        "\n"
    ) + ("\n" if not after else _line_ends(after))


def _line_ends(text: str) -> str:
    """The line ends a text closes with."""
    return text[len(text.rstrip("\n")) :]


def _end_of_last(text: str, kind: str) -> int:
    """Where the last table of a kind ends: above the next and its comments, or at the end."""
    headers = [line for line in find_lines(text) if line.key is None]
    ours = [n for n, line in enumerate(headers) if _is_in(line, kind)]
    if not ours or ours[-1] + 1 == len(headers):
        return len(text)
    return _above(text, headers[ours[-1] + 1].span.start)


def _above(text: str, at: int) -> int:
    """The start of the comments that stand right above a line."""
    while at > 0:
        start = text.rfind("\n", 0, at - 1) + 1
        if not text[start:at].lstrip().startswith("#"):
            return at
        at = start
    return at


def _without(text: str, kind: str, at: int) -> str:
    """The text without a table; the comments above the next one stay."""
    if (found := _lines(text, kind, at, whole=True)) is None:
        raise _otherwise(kind)
    left = text[: found.start].rstrip("\r\n"), text[found.end :].lstrip("\r\n")
    return "\n\n".join(part for part in left if part).rstrip("\n") + ("\n" if any(left) else "")


def _lines(text: str, kind: str, at: int, *, whole: bool = False) -> Span | None:
    """From a table's header to its last line; None when it has no lines of its own.

    What stands below a blank line, and is no more than comments, is not its own. The ``whole`` of
    it has the tables in it.
    """
    headers = [line for line in find_lines(text) if line.key is None]
    ours = [n for n, line in enumerate(headers) if line.table == kind]
    if at >= len(ours):
        return None
    begin = ours[at]
    after = begin + 1
    while whole and after < len(headers) and _is_in(headers[after], kind, inside=True):
        after += 1
    end = _above(text, headers[after].span.start) if after < len(headers) else len(text)
    start = headers[begin].span.start
    return Span(start, start + _length(text[start:end]))


def _is_in(line: Line, kind: str, *, inside: bool = False) -> bool:
    """Whether a header opens a table of a kind, or one in it."""
    return line.table.startswith(f"{kind}.") or (line.table == kind and not inside)


def _length(text: str) -> int:
    """How much of a table's lines is its own: down to the first blank one below what it says."""
    lines = text.split("\n")
    last = len(lines)
    while last > 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
        last -= 1
    while last < len(lines) and lines[last].strip():
        last += 1
    return len("\n".join(lines[:last]).rstrip("\r"))


def _otherwise(kind: str) -> DossierError:
    """What is told of tables that are written in a way we do not write."""
    what = f"each {kind} has to stand below a line [[{kind}]] there first"
    if kind == "dossier":
        what = "what it says of the dossier has to stand below a line [dossier] there first"
    return DossierError(f"{DECISIONS_FILE} was not written: {what}.")
