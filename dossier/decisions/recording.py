"""Writing decisions into ``dossier.toml``: what stands there keeps its comments and its order.

The file is the reader's, and under version control: a decision changes the lines it must and no
other. What is done can be taken back; the folder gets no other file.
"""

import contextlib
import os
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from dossier.decisions.decided import DECISIONS_FILE, Decisions
from dossier.decisions.editing import (
    KEYS,
    Values,
    all_tables,
    edited,
    is_empty,
    lines_of,
    place_of,
    values_at,
)
from dossier.decisions.meanwhile import ClashError, changes
from dossier.decisions.places import in_runs
from dossier.decisions.reading import parse_decisions
from dossier.decisions.records import (
    ArticleDecision,
    DossierDecision,
    EntityDecision,
    TopicDecision,
)
from dossier.problems import DossierError
from dossier.reading.files import is_no_file
from dossier.writing import wait_for_lock, write_whole

Held = tuple[tuple[str, object], ...] | None
"""What a table holds, key by key, as a value; None for no table."""

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
    stood: Held
    """What the table held before, key by key; None when there was none."""
    made: Held
    """What it held after."""


def record(
    folder: Path,
    decision: Decision,
    *,
    replacing: str | None = None,
    known: Decisions | None = None,
) -> Change:
    """Write a decision down, in the place of the one of its name, or at the end.

    ``replacing`` is the name of the one it takes the place of, when the name itself changes;
    ``known`` what was decided when this was: what another hand wrote since stays. Raises
    DossierError, and writes nothing, when the file cannot be read or written, or speaks of another
    thing now.
    """
    kind, key, wanted = _as_table(decision)
    name = replacing or key
    with _locked(folder):
        text = _read(folder)
        tables, (now, _) = all_tables(text or ""), parse_decisions(text or "")
        at = place_of(tables, kind, name)
        base = _held(now, kind, name)
        if known is not None and kind != "article":  # what is said of those is read just before
            base = _held(known, kind, name)
            if why := _is_another(now, known, decision, name, is_there=at is not None):
                raise DossierError(_not_written(folder, why))
        before = _as_table(base)[2] if base else {}
        if base is None and at is not None and name == key:
            before[KEYS[kind]] = key
        try:
            values = dict(changes(before, wanted, values_at(tables, kind, at) or {}))
        except ClashError as clash:
            raise DossierError(_not_written(folder, _why(clash, name))) from clash
        if at is None and kind != "dossier":
            values = {KEYS[kind]: key} | values
        return _change(folder, text, kind, at, values, key)


def _why(clash: ClashError, name: str) -> str:
    """What to tell of what cannot be made of both."""
    if str(clash) == "order":
        return "the order of the topics is another there now"
    return f"{clash} of “{name}” has to be put right first"


def forget(folder: Path, decision: Decision, *, known: Decisions | None = None) -> Change:
    """Take a decision out of the file; raises as ``record``."""
    kind, key, _ = _as_table(decision)
    with _locked(folder):
        text = _read(folder)
        at = place_of(all_tables(text or ""), kind, key)
        if text is not None and at is not None:
            now, _ = parse_decisions(text)
            is_known = known is None or _held(now, kind, key) == _held(known, kind, key)
            if not is_known and kind != "article":
                raise DossierError(_not_written(folder, f"“{key}” was changed there meanwhile"))
            if parse_decisions(lines_of(text, kind, at))[1]:
                why = f"what is not understood under “{key}” has to be put right first"
                raise DossierError(_not_written(folder, why))
        return _change(folder, text, kind, at, None, key)


def take_back(folder: Path, change: Change) -> Change:
    """Undo a change; taking that back does it again. Raises as ``record``.

    When nobody wrote in the file since, it is as it was, to the byte; otherwise what was changed
    is put back where it still stands. Nothing may be left to put back: then nothing is written.
    """
    with _locked(folder):
        text = _read(folder)
        if text == change.after:
            if change.before != text:
                _write(folder, change.before)
            key = _name(change.kind, _thawed(change.stood), change.key)
            return Change(change.kind, key, text, change.before, change.made, change.stood)
        tables = all_tables(text or "")
        at = place_of(tables, change.kind, change.key)
        values = _turned(change, values_at(tables, change.kind, at))
        return _change(folder, text, change.kind, at, values, change.key)


def _turned(change: Change, there: Values | None) -> Values | None:
    """What takes a change back where the table holds something else by now; None takes it out.

    A table that was made, and stays for what another hand put into it, goes on saying what it is.
    """
    stood, made, key = _thawed(change.stood), _thawed(change.made), KEYS[change.kind]
    if stood is None and made is not None and there is not None:
        values = _put_back(made, {key: made.get(key)}, there)
        left = (name for name, value in (there | values).items() if not is_empty(value))
        if not set(left) - {key}:
            return None
        return {name: value for name, value in values.items() if name not in {"was", "about"}}
    if stood is None or (there is None and made is not None):
        return {}
    return _put_back(made or {}, stood, there or {})


def _put_back(made: Values, stood: Values, now: Values) -> Values:
    """What is to be put back of a table; what another hand changed since is left to it."""
    values: Values = {}
    for key in dict.fromkeys((*made, *stood)):
        before, after = {key: made.get(key)}, {key: stood.get(key)}
        is_list = isinstance(made.get(key), list) or isinstance(stood.get(key), list)
        if is_list or now.get(key) == made.get(key):
            with contextlib.suppress(ClashError):
                values |= changes(before, after, now)
    return values


def _is_another(
    now: Decisions, known: Decisions, decision: Decision, name: str, *, is_there: bool
) -> str | None:
    """Why a decision cannot be written: what it speaks of is another now; None when it can."""
    kind, key, _ = _as_table(decision)
    if kind == "dossier":
        return None
    if _held(known, kind, name) is not None and not is_there:
        return f"“{name}” is not there any more"
    if name != key and _held(now, kind, key) and not _held(known, kind, key):
        return f"“{key}” is there already"
    for topic in now.topics if kind == "topic" else ():
        before = _held(known, kind, topic.title)
        was = before.was if isinstance(before, TopicDecision) else ()
        if topic.title != name and name in topic.was and name not in was:
            return f"“{name}” is “{topic.title}” there now"
    return None


def _held(decisions: Decisions, kind: str, name: str) -> Decision | None:
    """What is decided of the one of that name; None when nothing is."""
    if kind == "dossier":
        return DossierDecision(decisions.title, decisions.language, decisions.order)
    by_kind: dict[str, Sequence[Decision]] = {
        "article": decisions.articles,
        "topic": decisions.topics,
        "entity": decisions.entities,
    }
    held = by_kind[kind]
    named = [{KEYS[kind]: getattr(one, KEYS[kind])} for one in held]
    at = place_of({kind: named}, kind, name)
    return None if at is None else held[at]


def _name(kind: str, values: Values | None, otherwise: str) -> str:
    """What a table is known by."""
    return str((values or {}).get(KEYS[kind], otherwise))


def _change(
    folder: Path, text: str | None, kind: str, at: int | None, values: Values | None, key: str
) -> Change:
    """Have one table of the file hold the values too; take it out for None."""
    after = edited(text or "", kind, at, values) if values != {} else text or ""
    tables, made = all_tables(text or ""), all_tables(after)
    key = _name(kind, values, key)
    stood, held = values_at(tables, kind, at), None
    if values is not None:
        held = values_at(made, kind, place_of(made, kind, key))
    if after == (text or ""):
        return Change(kind, key, text, text, _frozen(stood), _frozen(held))
    _write(folder, after)
    return Change(kind, key, text, after, _frozen(stood), _frozen(held))


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
    if is_no_file(folder / DECISIONS_FILE):
        raise DossierError(_not_written(folder, "it is not a file"))
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
        try:
            wait_for_lock(handle)
        except BlockingIOError as error:
            why = "another program holds it; try again"
            raise DossierError(_not_written(folder, why)) from error
        yield
    finally:
        os.close(handle)


def _frozen(values: Values | None) -> Held:
    """What a table held, as a value."""
    if values is None:
        return None
    return tuple((k, tuple(v) if isinstance(v, list) else v) for k, v in values.items())


def _thawed(held: Held) -> Values | None:
    """What a value says that a table held."""
    if held is None:
        return None
    return {k: list(v) if isinstance(v, tuple) else v for k, v in held}
