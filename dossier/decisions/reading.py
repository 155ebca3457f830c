"""``dossier.toml`` into decisions: what is understood counts, what is not is a problem."""

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, get_args

from dossier.decisions.decided import DECISIONS_FILE, Decisions
from dossier.decisions.lines import Line, find_lines
from dossier.decisions.places import places_in
from dossier.decisions.records import ArticleDecision, EntityDecision, Mark, Place, TopicDecision
from dossier.entities import EntityKind
from dossier.language.folding import fold
from dossier.problems import Problem
from dossier.reading.files import is_no_file
from dossier.spans import Span

_Record = TypeVar("_Record")

MARK = re.compile(r"(?P<file>.+)@(?P<offset>\d{1,9})", re.DOTALL)
_ENTITY = ("name", "kind", "aliases", "distinct_from", "hidden", "at")
_WHERE_WRONG = re.compile(r"\(at line (\d+), column \d+\)")


def read_decisions(folder: Path) -> tuple[Decisions, tuple[Problem, ...]]:
    """What the folder's ``dossier.toml`` says, and what in it is not understood."""
    path = folder / DECISIONS_FILE
    if is_no_file(path):
        return Decisions(), (Problem(DECISIONS_FILE, "It is not a file; it was left out."),)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Decisions(), ()
    except OSError as error:
        return Decisions(), (Problem(DECISIONS_FILE, f"It cannot be read: {error.strerror}."),)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"Line {line} is not UTF-8; nothing in the file counts until it is saved as such."
        return Decisions(), (Problem(DECISIONS_FILE, message),)
    return parse_decisions(text)


def parse_decisions(text: str) -> tuple[Decisions, tuple[Problem, ...]]:
    """What the text of a ``dossier.toml`` says, and what in it is not understood."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Decisions(), (_not_toml(text, why_not_toml(error)),)
    reader = _Reader(text)
    reader.expect(tables, "", 0, ("dossier", "article", "topic", "entity"))
    about = reader.table(tables, "dossier")
    reader.expect(about, "dossier", 0, ("title", "language", "order"))
    decisions = Decisions(
        title=reader.words(about, "dossier", 0, "title"),
        language=reader.language(about, "dossier", 0),
        order=reader.list(about, "dossier", 0, "order"),
        articles=reader.each(tables, "article", reader.article),
        topics=reader.each(tables, "topic", reader.topic),
        entities=reader.each(tables, "entity", reader.entity),
    )
    by_line = sorted(reader.problems, key=lambda wrong: wrong.span.start if wrong.span else 0)
    return decisions, tuple(by_line)


def why_not_toml(error: Exception) -> str:
    """What ``tomllib`` did not take; what Python itself did not is no matter of the file's form."""
    if isinstance(error, tomllib.TOMLDecodeError):
        return str(error)
    return "a number is too long or a list too deep to be read"


def _not_toml(text: str, message: str) -> Problem:
    """What is wrong with a file that is no TOML, and where."""
    what = _WHERE_WRONG.sub("", message).strip().rstrip(".")
    found = _WHERE_WRONG.search(message)
    line = int(found[1]) if found else text.count("\n") + 1
    lines = text.split("\n")
    start = sum(len(before) + 1 for before in lines[: line - 1])
    span = Span(start, min(len(text), start + len(lines[min(line, len(lines)) - 1])))
    message = f"Line {line}: {what}. Nothing in the file counts until this is put right."
    return Problem(DECISIONS_FILE, message, span)


class _Reader:
    """Takes values out of tables, and notes what is wrong with its line."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._told: set[tuple[str, str]] = set()
        """The topics, names and articles that were read: the table, and what it speaks of."""
        self._lines = {(line.table, line.index, line.key): line for line in find_lines(text)}

    def tell(self, table: str, index: int, key: str | None, message: str) -> None:
        """Note a problem at the line of a key, or of its table."""
        line = self._line(table, index, key)
        where = f"Line {line.number}: " if line else ""
        self.problems.append(Problem(DECISIONS_FILE, where + message, line.span if line else None))

    def _line(self, table: str, index: int, key: str | None) -> Line | None:
        """The line of a key, else of its table, else of the table that a top-level key is."""
        nearest = ((table, index, key), (table, index, None), (key or "", 0, None))
        return next((self._lines[place] for place in nearest if place in self._lines), None)

    def expect(
        self, given: Mapping[str, Any], table: str, index: int, known: Sequence[str]
    ) -> None:
        """Note the keys that are not known, with the one that may be meant."""
        for key in given:
            if key not in known:
                alike = difflib.get_close_matches(key, known, 1)
                meant = f" Is it {alike[0]!r} that is meant?" if alike else ""
                where = f"[{table}]" if table == "dossier" else f"[[{table}]]" if table else "here"
                self.tell(table, index, key, f"{key!r} means nothing in {where}.{meant}")

    def table(self, tables: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """The table of that name; an empty one when there is none."""
        value = tables.get(name, {})
        if isinstance(value, Mapping):
            return value
        self.tell("", 0, name, f"{name!r} is to be a table: [{name}].")
        return {}

    def each(
        self,
        tables: Mapping[str, Any],
        name: str,
        read: Callable[[Mapping[str, Any], int], _Record | None],
    ) -> tuple[_Record, ...]:
        """What each of the tables of that name says."""
        values = tables.get(name, [])
        if not isinstance(values, list) or not all(isinstance(v, Mapping) for v in values):
            self.tell("", 0, name, f"{name!r} is to be written [[{name}]], a table each.")
            return ()
        records = (read(value, index) for index, value in enumerate(values))
        return tuple(record for record in records if record is not None)

    def article(self, given: Mapping[str, Any], index: int) -> ArticleDecision | None:
        """An ``[[article]]``; None when it does not say which."""
        where = ("article", index)
        known = ("file", "title", "outlet", "byline", "published", "updated", "url", "language")
        self.expect(given, *where, known)
        file = self.words(given, *where, "file")
        if file is None:
            self.tell(*where, None, "This [[article]] does not say which: give its file.")
            return None
        self.tell_twice(*where, "file", file)
        return ArticleDecision(
            file=file,
            title=self.words(given, *where, "title"),
            outlet=self.words(given, *where, "outlet"),
            byline=self.words(given, *where, "byline"),
            published=self.day(given, *where, "published"),
            updated=self.day(given, *where, "updated"),
            url=self.words(given, *where, "url"),
            language=self.language(given, *where),
        )

    def topic(self, given: Mapping[str, Any], index: int) -> TopicDecision | None:
        """A ``[[topic]]``; None when it has no title."""
        where = ("topic", index)
        self.expect(given, *where, ("title", "terms", "with", "without", "was", "split", "about"))
        title = self.words(given, *where, "title")
        if title is None:
            self.tell(*where, None, "This [[topic]] has no title.")
            return None
        self.tell_twice(*where, "title", title)
        return TopicDecision(
            title=title,
            terms=self.list(given, *where, "terms"),
            added=self.places(given, *where, "with"),
            removed=self.places(given, *where, "without"),
            was=self.list(given, *where, "was"),
            split=self.words(given, *where, "split"),
            about=self.runs(given, *where, "about"),
        )

    def entity(self, given: Mapping[str, Any], index: int) -> EntityDecision | None:
        """An ``[[entity]]``; None when it has no name."""
        where = ("entity", index)
        self.expect(given, *where, _ENTITY)
        name = self.words(given, *where, "name")
        if name is None:
            self.tell(*where, None, "This [[entity]] has no name.")
            return None
        self.tell_twice(*where, "name", name)
        hidden = given.get("hidden", False)
        if not isinstance(hidden, bool):
            self.tell(*where, "hidden", "'hidden' is to be true or false.")
        return EntityDecision(
            name=name,
            kind=self.kind(given, *where),
            aliases=self.list(given, *where, "aliases"),
            distinct_from=self.list(given, *where, "distinct_from"),
            hidden=hidden is True,
            at=self.marks(given, *where, "at"),
        )

    def tell_twice(self, table: str, index: int, key: str, said: str) -> None:
        """Note that a table above speaks of the same: of two on an article or name, that counts."""
        same = table, fold(said) if table == "topic" else said
        if same in self._told:
            a = "a" if table == "topic" else "an"
            message = f"“{said}” is the {key} of {a} [[{table}]] above: put the two together."
            self.tell(table, index, key, message)
        self._told.add(same)

    def words(self, given: Mapping[str, Any], table: str, index: int, key: str) -> str | None:
        """The words under a key; None when there are none."""
        value = given.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self.tell(table, index, key, f"{key!r} is to be words between quotation marks.")
            return None
        if not value.strip():
            self.tell(table, index, key, f"{key!r} is empty.")
            return None
        return value.strip()

    def list(self, given: Mapping[str, Any], table: str, index: int, key: str) -> tuple[str, ...]:
        """The words in the list under a key."""
        value = given.get(key, [])
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.tell(table, index, key, f'{key!r} is to be a list: ["…", "…"].')
            return ()
        if not all(isinstance(part, str) for part in value):
            self.tell(table, index, key, f"What {key!r} lists is to be between quotation marks.")
        return tuple(part for part in value if isinstance(part, str) and part.strip())

    def places(
        self, given: Mapping[str, Any], table: str, index: int, key: str
    ) -> tuple[Place, ...]:
        """The passages under a key; those of an article may be in one: "003.txt#p2-4,7"."""
        places: list[Place] = []
        for written in self.list(given, table, index, key):
            if (some := places_in(written)) is not None:
                places.extend(some)
            else:
                message = f'{written!r} is no passage: write it as in "003.txt#p14".'
                self.tell(table, index, key, message)
        return tuple(places)

    def runs(self, given: Mapping[str, Any], table: str, index: int, key: str) -> tuple[Place, ...]:
        """The passages under a key that is written with those of an article in one."""
        places: list[Place] = []
        for written in self.list(given, table, index, key):
            if (some := places_in(written)) is not None:
                places.extend(some)
            else:
                message = f'{written!r} is no passages: write them as in "003.txt#p2-4,7".'
                self.tell(table, index, key, message)
        return tuple(places)

    def marks(self, given: Mapping[str, Any], table: str, index: int, key: str) -> tuple[Mark, ...]:
        """The offsets under a key."""
        marks = []
        for written in self.list(given, table, index, key):
            found = MARK.fullmatch(written)
            if found:
                marks.append(Mark(found["file"], int(found["offset"])))
            else:
                message = f'{written!r} is no place: write it as in "003.txt@1204".'
                self.tell(table, index, key, message)
        return tuple(marks)

    def day(self, given: Mapping[str, Any], table: str, index: int, key: str) -> date | None:
        """The date under a key, written as TOML or as text."""
        value = given.get(key)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date) or value is None:
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.tell(table, index, key, f"{key!r} is no date: write it as in 2025-12-03.")
            return None

    def language(self, given: Mapping[str, Any], table: str, index: int) -> str | None:
        """The language given."""
        code = self.words(given, table, index, "language")
        if code is None or (code.isascii() and code.isalpha() and len(code) in {2, 3}):
            return code.lower() if code else None
        self.tell(table, index, "language", f'{code!r} is no language: write it as in "fr".')
        return None

    def kind(self, given: Mapping[str, Any], table: str, index: int) -> EntityKind | None:
        """The kind of an entity."""
        said = self.words(given, table, index, "kind")
        for kind in get_args(EntityKind):
            if said == {"other": "event"}.get(kind, kind) or said == kind:
                known: EntityKind = kind
                return known
        if said is not None:
            kinds = "person, place, organisation, event or other"
            self.tell(table, index, "kind", f"{said!r} is no kind: it is {kinds}.")
        return None
