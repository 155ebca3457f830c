"""The shelf: the one SQLite file that keeps what was derived from a dossier, row by row.

A shelf is written beside its place, whole, and moved there: whoever has the one before open goes on
reading that. It is never changed, so that any number of readers need no lock and no second file,
and a home that cannot be written is read all the same.

Every row bears a digest of its kind, its number and what it keeps. One that is damaged is as one
that is not there, and the shelf it stands on is taken away, to be made again.
"""

import json
import os
import sqlite3
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cached_property
from pathlib import Path
from shutil import copyfile
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, Literal, get_args

from dossier.index.seal import blake2b

if TYPE_CHECKING:
    from dossier.language.sieve import Sieved

Kind = Literal[
    "about", "file", "article", "text", "parts", "searched", "entity", "mentions", "named",
    "suggestion", "topic", "shares", "extracts",
]  # fmt: skip
"""What a row is about; each kind has a table of its own, its rows numbered from 0."""

Row = tuple[Kind | Literal["words"], int, str, bytes]
"""Kind, number, the name it is found by ("" for none), and what it keeps.

Of ``words`` the number is that of a block, counted through all articles, the name is the number of
the share of them that it is in, and they are kept to find it by.
"""

AT_ONCE = 64
"""Rows fetched at a time where one goes through all of them."""

SHARE = 4096
"""Articles whose words stand in one table. To look for the beginning of a word, all words that
begin so are put together first: in so many articles that takes about a millisecond."""

PRAGMAS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8192")
"""How a shelf is written: what goes wrong leaves a neighbour, which is thrown away."""

_SEAL = 8
"""Bytes of a row's digest."""


class DamagedError(Exception):
    """A row, or the shelf, is not as it was written."""


WRONG = (DamagedError, TypeError, ValueError, IndexError, AttributeError)
"""What making a value raises when its row is damaged, or not what we keep."""


class Shelf:
    """A shelf that is open; any thread may ask."""

    def __init__(self, file: Path) -> None:
        """Raises DamagedError when there is none, or it cannot be read at all."""
        self._file = file
        self._lock = RLock()
        self.fetched = 0
        """Rows read so far."""
        self.is_damaged = False
        try:
            if not file.is_file():
                raise DamagedError(f"{file} is not there")
            self._inode = file.stat().st_ino
            uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
            self._rows = sqlite3.connect(uri, uri=True, check_same_thread=False)
            weakref.finalize(self, self._rows.close)
            self._rows.execute("PRAGMA cache_size = -1024")
        except (sqlite3.Error, OSError, ValueError) as error:
            raise DamagedError(str(error)) from error

    def row(self, kind: Kind, number: int) -> bytes:
        """What the row keeps; raises DamagedError when it is not as it was written."""
        found = self._ask(f"SELECT said FROM {kind} WHERE number = ?", number)  # noqa: S608 - ours
        if not found:
            raise self.damaged(f"{kind} {number} is gone")
        return self._opened(kind, number, found[0][0])

    def value(self, kind: Kind, number: int) -> Any:  # Any: what json gives
        """What the row keeps, as JSON; raises DamagedError."""
        return self.read(self.row(kind, number))

    def read(self, said: bytes) -> Any:  # Any: as above
        """What was written as JSON; raises DamagedError."""
        try:
            return json.loads(said)
        except ValueError as error:
            raise self.damaged(str(error)) from error

    def holds(self, kind: Kind, number: int) -> bool:
        """Whether there is such a row."""
        return bool(self._ask(f"SELECT 1 FROM {kind} WHERE number = ?", number))  # noqa: S608 - ours

    def rows(self, kind: Kind) -> Iterator[bytes]:
        """What the rows of a kind keep, in their order, none missing; raises DamagedError."""
        number = 0
        while found := self._ask(
            f"SELECT number, said FROM {kind} WHERE number >= ? ORDER BY number LIMIT {AT_ONCE}",  # noqa: S608 - ours
            number,
        ):
            for at, said in found:
                if at != number:
                    raise self.damaged(f"{kind} {number} is gone")
                yield self._opened(kind, number, said)
                number += 1

    @cached_property
    def has_words(self) -> bool:
        """Whether it can tell which blocks have a word; not every SQLite can."""
        with suppress(DamagedError):
            return bool(self._ask("SELECT 1 FROM sqlite_master WHERE name = 'words0'"))
        return False

    def having(self, words: "Sequence[Sieved]", share: int, start: int, stop: int) -> Iterator[int]:
        """The blocks of a share that have all the words, from ``start`` until ``stop``, ascending.

        Raises DamagedError.
        """
        asked = " AND ".join(f'"{" ".join(one)}"{"" if whole else "*"}' for one, whole in words)
        sql = (
            f"SELECT rowid FROM words{share} "  # noqa: S608 - ours
            f"WHERE words{share} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
        )
        with self._fetching(sql, asked, start, stop) as fetch:
            while found := fetch():
                yield from (number for (number,) in found)

    @contextmanager
    def _fetching(self, sql: str, *said: object) -> Iterator[Callable[[], list[tuple[Any, ...]]]]:
        """What gives the next rows, some at a time: none are made that nobody waits for."""
        rows = self._rows.cursor()

        def fetch() -> list[tuple[Any, ...]]:  # Any: what SQLite keeps
            with self._lock:
                try:
                    found = rows.fetchmany(AT_ONCE)
                except sqlite3.Error as error:
                    raise self.damaged(str(error)) from error
            self.fetched += len(found)
            return found

        with closing(rows):
            with self._lock:
                try:
                    rows.execute(sql, said)
                except sqlite3.Error as error:
                    raise self.damaged(str(error)) from error
            yield fetch

    def numbers(self, kind: Kind, name: str) -> list[int]:
        """The rows of that name."""
        found = self._ask(f"SELECT number FROM {kind} WHERE name = ? ORDER BY number", name)  # noqa: S608 - ours
        return [number for (number,) in found]

    def damaged(self, why: str) -> DamagedError:
        """Take the shelf away, if it is still the one that was opened, for it is damaged."""
        self.is_damaged = True
        with suppress(OSError):
            if self._file.stat().st_ino == self._inode:
                self._file.unlink()
        return DamagedError(why)

    def _ask(self, sql: str, *said: object) -> list[tuple[Any, ...]]:  # Any: what SQLite keeps
        with self._lock:
            try:
                found = self._rows.execute(sql, said).fetchall()
            except sqlite3.Error as error:
                raise self.damaged(str(error)) from error
        self.fetched += len(found)
        return found

    def _opened(self, kind: Kind, number: int, said: object) -> bytes:
        if isinstance(said, bytes):
            with suppress(zlib.error):
                kept = zlib.decompress(said[_SEAL:])
                if _seal(kind, number, said[_SEAL:]) == said[:_SEAL]:
                    return kept
        raise self.damaged(f"{kind} {number} is not as it was written")


def packed(value: object) -> bytes:
    """A value as a row keeps it: JSON, in ASCII."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


DERIVED: tuple[Kind, ...] = (
    "entity", "mentions", "named", "suggestion", "topic", "shares", "extracts",
)  # fmt: skip
"""The kinds that are worked out together, and put in the place of those of before."""


_WRITING = Lock()
"""Held by the thread of this process that writes; the neighbour bears the process's number."""


def write_shelf(file: Path, rows: Iterable[Row], *, anew: bool = True) -> bool:
    """Put a shelf with these rows in its place, all or none of them; whether that could be done.

    Not ``anew`` leaves what stands there, and puts these in the place of those they are instead of.
    """
    from dossier.writing import clear_away  # not for a page

    neighbour = file.with_name(f".{file.name}.{os.getpid()}.new")
    with _WRITING:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            clear_away(file)
            neighbour.unlink(missing_ok=True)
            if not anew:
                copyfile(file, neighbour)
            with closing(sqlite3.connect(neighbour, isolation_level=None)) as shelf:
                _fill(shelf, rows, anew=anew)
            neighbour.replace(file)
        except (OSError, sqlite3.Error):
            return False
        finally:
            with suppress(OSError):
                neighbour.unlink(missing_ok=True)
    return True


def _fill(shelf: sqlite3.Connection, rows: Iterable[Row], *, anew: bool) -> None:
    for setting in PRAGMAS:
        shelf.execute(f"PRAGMA {setting}")
    shelf.execute("BEGIN")
    if anew:
        for kind in get_args(Kind):
            shelf.execute(f"CREATE TABLE {kind} (number INTEGER PRIMARY KEY, name TEXT, said BLOB)")
        for kind in ("article", "file"):
            shelf.execute(f"CREATE INDEX {kind}_by_name ON {kind} (name)")
    words = _Words(shelf)
    emptied = anew
    for kind, number, name, said in rows:
        if kind == "words":
            words.put(int(name), number, said)
            continue
        if kind in DERIVED and not emptied:
            for other in DERIVED:
                shelf.execute(f"DELETE FROM {other}")  # noqa: S608 - ours
            emptied = True
        content = zlib.compress(said, 1)
        sealed = _seal(kind, number, content) + content
        shelf.execute(
            f"INSERT OR REPLACE INTO {kind} VALUES (?, ?, ?)",  # noqa: S608 - ours
            (number, name or None, sealed),
        )
    words.close()
    shelf.execute("COMMIT")


class _Words:
    """The words of blocks, a table a share; of an SQLite that cannot, none."""

    def __init__(self, shelf: sqlite3.Connection) -> None:
        self._shelf = shelf
        self._share = -1
        self._can = True

    def put(self, share: int, block: int, words: bytes) -> None:
        """Have a block found by its words; the shares ascend."""
        if share != self._share and self._can:
            self.close()
            self._begin(share)
        if self._can:
            sql = f"INSERT INTO words{share} (rowid, said) VALUES (?, ?)"  # noqa: S608 - ours
            self._shelf.execute(sql, (block, words.decode("ascii")))

    def _begin(self, share: int) -> None:
        try:
            self._shelf.execute(
                f"CREATE VIRTUAL TABLE words{share} USING fts5(said, content='', "
                "columnsize=0, prefix='1 2', tokenize='ascii')"
            )
            self._share = share
        except sqlite3.OperationalError as error:
            if "no such module" not in str(error):  # a full disk, and the like
                raise
            self._can = False

    def close(self) -> None:
        """Put the words of the last share in order: they are found sooner."""
        if self._share >= 0:
            name = f"words{self._share}"
            self._shelf.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")  # noqa: S608 - ours


def _seal(kind: Kind, number: int, content: bytes) -> bytes:
    """What tells a row as it was written from any other."""
    return blake2b(content, digest_size=_SEAL, key=f"{kind} {number}".encode()).digest()
