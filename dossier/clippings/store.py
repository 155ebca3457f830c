"""Where the clippings of a dossier are kept, and what may be done with them.

A dossier is known by its folder's resolved path. Nothing is written in the folder itself, which
may be read-only.
"""

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from dossier.clippings.clipping import Clipping
from dossier.clippings.journal import DATA_VARIABLE, Journal, Lines
from dossier.clippings.records import clipping_of, record_of
from dossier.problems import DossierError, Problem
from dossier.writing import write_whole

_FORMAT = 1
"""The form of the journal; a later program that changes it adds one."""

_SPARE = 200
"""Changes that may be superseded before the journal is written anew."""


def data_folder() -> Path:
    """Where what the reader made is kept: clippings, notes, places."""
    if named := os.environ.get(DATA_VARIABLE):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("dossier-reader", appauthor=False)


def store_of(folder: Path | None, *, kept_in: Path | None = None) -> "ClippingStore":
    """The store of the dossier of a folder; None is that of standard input.

    ``kept_in`` is the folder of all the stores; None takes the user's.
    """
    where = str(folder.resolve()) if folder else "-"
    name = re.sub(r"[^\w.-]+", "-", folder.resolve().name)[:40] if folder else "stdin"
    digest = hashlib.sha256(where.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    root = data_folder() if kept_in is None else kept_in
    return ClippingStore(root / "clippings" / f"{name}-{digest}.jsonl", where)


class ClippingStore:
    """The clippings of one dossier, in the reader's order; every change is on disk at once."""

    def __init__(self, path: Path, dossier: str) -> None:
        self.path = path
        """The file they stand in."""
        self.problems: tuple[Problem, ...] = ()
        """What was wrong with the file, told once."""
        self._dossier = dossier
        self._journal = Journal(path)
        self._clippings: dict[str, Clipping] = {}
        self._end = 0
        self._changes = 0
        self._damaged = 0
        self._touched: set[str] | None = None

    def load(self) -> tuple[Clipping, ...]:
        """The clippings, with what other running readers kept or let go.

        Raises DossierError when the file is there and cannot be read, or is of a later program.
        """
        self._catch_up()
        if self._damaged or self._changes > 2 * len(self._clippings) + _SPARE:
            self._tidy()
        return self._all()

    def add(self, *clippings: Clipping) -> tuple[Clipping, ...]:
        """Keep clippings, after the others; all of them.

        Raises DossierError, here and below, when it cannot be written: nothing is changed then.
        """
        return self._change({"do": "keep", "clipping": record_of(c)} for c in clippings)

    def replace(self, *clippings: Clipping) -> tuple[Clipping, ...]:
        """Put clippings in the place of those of the same id: another note, other tags."""
        return self.add(*clippings)

    def remove(self, *ids: str) -> tuple[Clipping, ...]:
        """Let clippings go."""
        return self._change({"do": "let go", "id": name} for name in ids)

    def reorder(self, ids: Iterable[str]) -> tuple[Clipping, ...]:
        """Put the clippings in this order; those not named follow as they stood."""
        return self._change([{"do": "order", "ids": list(ids)}])

    def _change(self, changes: Iterable[object]) -> tuple[Clipping, ...]:
        """Write changes down, then apply them."""
        changes = list(changes)
        if not changes:
            return self.load()
        with self._journal.locked():
            self._catch_up()
            header = [] if self._end else [self._header()]
            self._journal.append([*header, *changes])
            self._catch_up()
        return self._all()

    def touched(self) -> frozenset[str] | None:
        """Ids of what was kept, changed or let go since this was asked last, by any reader.

        None when that is not known: at first, or when the journal was written anew.
        """
        touched = self._touched
        self._touched = set()
        return None if touched is None else frozenset(touched)

    def clipping(self, name: str) -> Clipping | None:
        """The clipping of that id, as it was read last; None when it was let go."""
        return self._clippings.get(name)

    def _all(self) -> tuple[Clipping, ...]:
        return tuple(self._clippings.values())

    def _header(self) -> object:
        """The journal's first line; no two writings of a journal have the same."""
        return {"format": _FORMAT, "dossier": self._dossier, "writing": os.urandom(8).hex()}

    def _catch_up(self) -> None:
        """Apply what stands in the journal and was not applied yet."""
        lines = self._journal.read(self._end)
        if lines.whole:
            if self._clippings:
                self._touched = None
            self._clippings, self._changes, self._damaged = {}, 0, 0
        self._apply(lines)
        self._end = lines.end

    def _apply(self, lines: Lines) -> None:
        """Apply the journal's lines, counting those that are not understood."""
        self._damaged += lines.damaged
        self._changes += len(lines.changes)
        for change in lines.changes:
            try:
                self._apply_one(change)
            except (ValueError, TypeError, KeyError):
                self._damaged += 1

    def _apply_one(self, change: object) -> None:
        """Apply one line; ValueError, TypeError or KeyError when it is not one."""
        match change:
            case {"format": int(number)}:
                if number > _FORMAT:
                    raise DossierError(
                        f"{self.path} was written by a later version of dossier: update this one."
                    )
            case {"do": "keep", "clipping": record}:
                clipping = clipping_of(record)
                self._clippings[clipping.id] = clipping
                self._touch(clipping.id)
            case {"do": "let go", "id": str(name)}:
                self._clippings.pop(name, None)
                self._touch(name)
            case {"do": "order", "ids": list(ids)}:
                named = [name for name in dict.fromkeys(ids) if name in self._clippings]
                names = dict.fromkeys((*named, *self._clippings))
                self._clippings = {name: self._clippings[name] for name in names}
            case _:
                raise ValueError("not a change")

    def _touch(self, name: str) -> None:
        """Remember that something was done to a clipping."""
        if self._touched is not None:
            self._touched.add(name)

    def _tidy(self) -> None:
        """Write the journal anew without what counts no more; keep a damaged one aside first."""
        damaged = self._damaged
        aside: Path | None = None
        try:
            with self._journal.locked():
                self._catch_up()
                if self._damaged:
                    aside = self._keep_aside()
                kept = [{"do": "keep", "clipping": record_of(c)} for c in self._all()]
                self._journal.rewrite([self._header(), *kept])
                self._catch_up()
        except DossierError:  # nothing may be written: what was read stands
            pass
        if damaged:
            where = f"; the file as it was is kept as {aside.name}" if aside else ""
            many = "a line was" if damaged == 1 else f"{damaged} lines were"
            self.problems = (
                Problem(str(self.path), f"Of the clippings, {many} damaged and left out{where}."),
            )

    def _keep_aside(self) -> Path:
        """Copy the journal beside itself, under a name of its own."""
        content = self.path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:8]
        aside = self.path.with_name(f"{self.path.stem}.damaged-{digest}")
        try:
            write_whole(aside, content)
        except OSError as error:
            raise DossierError(f"{aside} cannot be written: {error.strerror}.") from error
        return aside
