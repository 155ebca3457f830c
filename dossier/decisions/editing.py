"""One table of a TOML text changed, added or taken out, and nothing else in it.

Values are changed through tomlkit, which keeps comments and the writing of every other value;
whole tables are lines, put in and taken out as such. A text in which tables stand in another way
(``entity = [{…}]``, a lone ``[entity]``) is refused rather than spoilt.
"""

import tomllib
from typing import Any

from tomlkit import TOMLDocument, array, dumps, parse, table
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Table

from dossier.decisions.decided import DECISIONS_FILE
from dossier.decisions.lines import find_lines
from dossier.problems import DossierError

Values = dict[str, Any]
"""What a table holds; Any: what TOML can hold."""

KEYS = {"article": "file", "topic": "title", "entity": "name", "dossier": ""}
"""What each table is known by; there is one ``[dossier]``."""


def table_values(text: str | None, kind: str, key: str) -> Values | None:
    """What a table of a text holds; None when there is no such table."""
    return _values(_find(_parse(text), kind, key))


def edited(text: str, kind: str, key: str, values: Values | None, *, new: bool) -> str:
    """The file's text with one table changed, added or taken out.

    DossierError where that would leave a text that says nothing any more.
    """
    if values is None:
        return text if new else _without(text, kind, key)
    if new:
        made = _with(text, kind, {k: v for k, v in values.items() if not _empty(v)})
        try:
            tomllib.loads(made)
        except tomllib.TOMLDecodeError as error:
            raise _otherwise(kind) from error
        return made
    tables = _parse(text)
    found = _find(tables, kind, key)
    assert found is not None
    for name, value in values.items():
        if _empty(value):
            found.pop(name, None)
        elif found.get(name) != value:
            found[name] = _item(found.get(name), value)
    return dumps(tables)


def _empty(value: object) -> bool:
    """Whether a value says nothing, and is left out of the file."""
    return value is None or value is False or value in ("", [], ())


def _with(text: str, kind: str, values: Values) -> str:
    """The text with a table more: ``[dossier]`` first, any other after the last of its kind."""
    made = table()
    for name, value in values.items():
        made[name] = _item(None, value)
    header = "[dossier]" if kind == "dossier" else f"[[{kind}]]"
    lines = f"{header}\n{dumps(made)}"
    at = 0 if kind == "dossier" else _end_of_last(text, kind)
    before, after = text[:at].rstrip("\n"), text[at:].lstrip("\n")
    return "\n\n".join(part for part in (before, lines.rstrip("\n"), after) if part).rstrip(
        "\n"
    ) + ("\n" if not after else _line_ends(after))


def _line_ends(text: str) -> str:
    """The line ends a text closes with."""
    return text[len(text.rstrip("\n")) :]


def _end_of_last(text: str, kind: str) -> int:
    """Where the last table of a kind ends: above the next and its comments, or at the end."""
    headers = [line for line in find_lines(text) if line.key is None]
    ours = [number for number, line in enumerate(headers) if line.table == kind]
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


def _without(text: str, kind: str, key: str) -> str:
    """The text without a table; the comments above the next one stay."""
    tables = _parse(text)
    headers = [line for line in find_lines(text) if line.key is None]
    ours = [number for number, line in enumerate(headers) if line.table == kind]
    found = tables.get(kind)
    which = 0
    if isinstance(found, AoT):
        which = next(n for n, one in enumerate(found) if one.get(KEYS[kind]) == key)
    if which >= len(ours):
        raise _otherwise(kind)
    at = ours[which]
    start = headers[at].span.start
    end = _above(text, headers[at + 1].span.start) if at + 1 < len(headers) else len(text)
    left = text[:start].rstrip("\n"), text[end:].lstrip("\n")
    return "\n\n".join(part for part in left if part).rstrip("\n") + ("\n" if any(left) else "")


def _find(tables: TOMLDocument, kind: str, key: str) -> Table | None:
    """The table of a kind and a name."""
    found = tables.get(kind)
    if isinstance(found, AoT):
        named: list[Table] = [one for one in found if one.get(KEYS[kind]) == key]
        return named[0] if named else None
    return found if isinstance(found, Table) and kind == "dossier" else None


def _values(found: Table | None) -> Values | None:
    """What a table holds."""
    return dict(found.unwrap()) if found is not None else None


def _parse(text: str | None) -> TOMLDocument:
    """The file's tables; DossierError when it is no TOML."""
    try:
        return parse(text or "")
    except (TOMLKitError, RecursionError) as error:
        what = f"it has to be put right first ({error})"
        raise DossierError(f"{DECISIONS_FILE} was not written: {what}.") from error


def _otherwise(kind: str) -> DossierError:
    """What is told of tables that are written in a way we do not write."""
    what = f"each {kind} has to stand below a line [[{kind}]] there first"
    return DossierError(f"{DECISIONS_FILE} was not written: {what}.")


def _item(before: Any, value: Any) -> Any:
    """A value as it is written; a list keeps to the lines or to the line it had."""
    if not isinstance(value, list | tuple):
        return value
    made = array()
    made.extend(list(value))
    several = isinstance(before, Array) and "\n" in before.as_string()
    return made.multiline(several or len(made.as_string()) > 80)
