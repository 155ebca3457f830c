"""Writing decisions into ``dossier.toml``: what stands there keeps its comments and its order.

The file is the reader's, and under version control: a decision changes the lines it must and no
other. What is done can be taken back; the folder gets no other file.
"""

import contextlib
import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from dossier.decisions.decided import DECISIONS_FILE
from dossier.decisions.editing import KEYS, Values, edited, table_values
from dossier.decisions.places import in_runs
from dossier.decisions.records import (
    ArticleDecision,
    DossierDecision,
    EntityDecision,
    TopicDecision,
)
from dossier.problems import DossierError
from dossier.writing import wait_for_lock, write_whole

Decision = ArticleDecision | TopicDecision | EntityDecision | DossierDecision
"""What may be recorded; each is a table, known by its first field."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was written, with what stood there: enough to take it back."""

    kind: str
    """The table's name: "article", "topic", "entity" or "dossier"."""
    key: str
    """Which of them, after the change."""
    before: str | None
    """The file's text before; None when there was no file."""
    after: str | None
    """The file's text after; None when it was taken away."""
    stood: tuple[tuple[str, object], ...] | None
    """What the table held before, key by key; None when there was none."""


def record(folder: Path, decision: Decision, *, replacing: str | None = None) -> Change:
    """Write a decision down, in the place of the one of its name, or at the end.

    ``replacing`` is the name of the one it takes the place of, when the name itself changes.
    Raises DossierError, and writes nothing, when the file cannot be read or written.
    """
    kind, key, values = _as_table(decision)
    return _change(folder, kind, replacing or key, values)


def forget(folder: Path, decision: Decision) -> Change:
    """Take a decision out of the file; raises as ``record``."""
    kind, key, _ = _as_table(decision)
    return _change(folder, kind, key, None)


def take_back(folder: Path, change: Change) -> Change:
    """Undo a change; taking that back does it again. Raises as ``record``.

    When nobody wrote in the file since, it is as it was, to the byte; otherwise only the table
    that was changed is.
    """
    with _locked(folder):
        text = _read(folder)
        if text == change.after:
            _write(folder, change.before)
            stood = table_values(text, change.kind, change.key) if text else None
            key = change.key
            if change.stood is not None:
                key = str(dict(change.stood).get(KEYS[change.kind], key))
            return Change(change.kind, key, text, change.before, _frozen(stood))
    if change.stood is None:
        return _change(folder, change.kind, change.key, None)
    values = dict.fromkeys(_KEYS_OF[change.kind]) | dict(change.stood)
    return _change(folder, change.kind, change.key, values)


def _change(folder: Path, kind: str, key: str, values: Values | None) -> Change:
    """Have one table of the file hold the values; take it out for None."""
    with _locked(folder):
        text = _read(folder)
        stood = table_values(text, kind, key)
        after = edited(text or "", kind, key, values, new=stood is None)
        if values is not None:
            key = str(values.get(KEYS[kind], key))
        if after != (text or ""):
            _write(folder, after)
        return Change(kind, key, text, after, _frozen(stood))


_FIELDS = {"added": "with", "removed": "without"}
"""Fields whose names in the file Python keeps for itself."""


_KINDS: dict[type[Decision], str] = {
    ArticleDecision: "article",
    TopicDecision: "topic",
    EntityDecision: "entity",
    DossierDecision: "dossier",
}
"""The table each decision is."""

_KEYS_OF = {
    kind: tuple(_FIELDS.get(field.name, field.name) for field in fields(made))
    for made, kind in _KINDS.items()
}
"""What each table may hold, in the file's order."""


def _as_table(decision: Decision) -> tuple[str, str, Values]:
    """The table a decision is: its kind, its name, and what it holds."""
    kind = _KINDS[type(decision)]
    given = (getattr(decision, field.name) for field in fields(decision))
    said = ([str(part) for part in one] if isinstance(one, tuple) else one for one in given)
    values: Values = dict(zip(_KEYS_OF[kind], said, strict=True))
    if isinstance(decision, TopicDecision):
        values["about"] = list(in_runs(decision.about))
    if kind == "entity" and values["kind"] == "other":
        values["kind"] = "event"
    return kind, str(values.get(KEYS[kind], "")), values


def _read(folder: Path) -> str | None:
    """The file's text; None when there is none."""
    try:
        return (folder / DECISIONS_FILE).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise DossierError(_not_written(folder, "it is not UTF-8")) from error
    except OSError as error:
        raise DossierError(_not_written(folder, str(error.strerror))) from error


def _write(folder: Path, text: str | None) -> None:
    """Have the file hold the text; take it away for None."""
    path = folder / DECISIONS_FILE
    try:
        if text is None:
            path.unlink(missing_ok=True)
        else:
            write_whole(path, _mark_of(path) + text.encode("utf-8"))
    except OSError as error:
        raise DossierError(_not_written(folder, str(error.strerror))) from error


def _mark_of(path: Path) -> bytes:
    """What some editors put before a text; it stays where it is."""
    try:
        with path.open("rb") as file:
            return BOM_UTF8 if file.read(len(BOM_UTF8)) == BOM_UTF8 else b""
    except FileNotFoundError:
        return b""


def _not_written(folder: Path, why: str) -> str:
    """What to tell the reader."""
    return f"{folder / DECISIONS_FILE} was not written: {why}."


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """While no other reader writes; the lock is the folder's own, no file is made for it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise DossierError(_not_written(folder, str(error.strerror))) from error
    try:
        wait_for_lock(handle)
        yield
    except BlockingIOError as error:
        raise DossierError(_not_written(folder, "another program holds it; try again")) from error
    finally:
        os.close(handle)


def _frozen(values: Values | None) -> tuple[tuple[str, object], ...] | None:
    """What a table held, as a value."""
    if values is None:
        return None
    return tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in values.items())
