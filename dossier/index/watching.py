"""Watching: whether the files of a dossier are others than those that are shown.

Honest polling, for it is the same on a disk, a share and a mounted archive: what stands in the
folders is noted, nothing is opened, and notes are compared. A file that is still being written has
another size or date at each look: it counts once two looks in a row see the same.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import thread_time

from dossier.decisions import DECISIONS_FILE
from dossier.index.store import stamp_of
from dossier.reading import STDIN
from dossier.reading.files import DATA, OURS, common_folder, is_paper

EVERY = 2.0
"""Seconds between two looks."""

_SHARE = 0.005
"""0..1: how much of one core's time the looks may take; a large folder is looked at less often."""

Notes = Mapping[str, int]
"""By the path of a file: what changes when it does."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise than what is shown, by the paths of the files."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    decisions: bool = False
    """Whether ``dossier.toml`` was written, by whomever."""
    gone: bool = False
    """Whether one of the paths of the dossier is not there any more."""
    unknown: bool = False
    """Whether the files are others than those that were read, before the first look at them."""

    def __bool__(self) -> bool:
        said = self.added, self.changed, self.removed, self.decisions, self.gone, self.unknown
        return any(said)

    @property
    def articles(self) -> bool:
        """Whether it is one of the articles' files."""
        return bool(self.added or self.changed or self.removed or self.unknown)


def compared(shown: Notes, now: Notes) -> Change:
    """What is otherwise now than in what is shown."""
    return Change(
        tuple(path for path in now if path not in shown),
        tuple(path for path in now if path in shown and shown[path] != now[path]),
        tuple(path for path in shown if path not in now),
    )


class Watch:
    """Looks at the files of a dossier; one thread at a time may."""

    def __init__(self, paths: Sequence[Path], stamp: Callable[[], str] = str) -> None:
        """``stamp`` tells what ``stamp_of`` said of the files that were read; "" for not known."""
        self._paths = tuple(path for path in paths if path != STDIN)
        folder = common_folder(paths)
        self._decided = None if folder is None else str(folder / DECISIONS_FILE)
        self._stamp = stamp
        self._shown: Notes | None = None
        self._shown_decisions = self._noted_decisions()
        self._last: Notes = {}
        self._still = False
        """Whether the last two looks at the files saw the same."""
        self._last_decisions = self._shown_decisions
        self._folders: Mapping[str, int] = {}
        self._rests = 0.0
        """Seconds until all files are to be looked at again, where no folder changed."""

    def look(self) -> Change:
        """What is otherwise than what is shown, and was so at the look before."""
        if not all(os.path.exists(path) for path in self._paths):  # noqa: PTH110 - bytes or text
            return Change(gone=True)
        decided = self._noted_decisions()
        same, self._last_decisions = decided == self._last_decisions, decided
        decisions = same and decided != self._shown_decisions
        change = self._look_at_files() if self._is_due() else Change()
        if decisions and not change:
            return Change(decisions=True)
        return change

    def accept(self) -> None:
        """Take what the last look told as what is shown; not files it saw for the first time."""
        self._shown_decisions = self._last_decisions
        if self._still:
            self._shown = self._last

    def is_true(self) -> bool:
        """Whether the files are those that are shown."""
        if self._shown is None:
            return self._is_as_read()
        seen = _noted(self._paths).files, self._noted_decisions()
        return seen == (self._shown, self._shown_decisions)

    def _is_due(self) -> bool:
        """Whether to look at every file: some time went by, or a folder has others in it."""
        self._rests -= EVERY
        return self._rests <= 0 or any(_listed(one) != at for one, at in self._folders.items())

    def _look_at_files(self) -> Change:
        began = thread_time()
        noted = _noted(self._paths)
        self._still = noted.files == self._last
        self._last, self._folders = noted.files, noted.folders
        self._rests = (thread_time() - began) / _SHARE if self._still else 0.0
        if not self._still:
            return Change()
        if self._shown is None and self._is_as_read():
            self._shown = self._last
        known = self._shown is not None
        change = compared(self._shown or {}, self._last) if known else Change(unknown=True)
        if change:
            self._rests = 0.0
        return change

    def _is_as_read(self) -> bool:
        """Whether the files are those that were read, as far as that can be told."""
        stamp = self._stamp()
        return not stamp or stamp == stamp_of(self._paths)

    def _noted_decisions(self) -> int:
        return _note(self._decided) if self._decided else 0


@dataclass(frozen=True, slots=True)
class _Noted:
    """What a look saw: files with their notes, folders with the dates of their lists."""

    files: dict[str, int]
    folders: dict[str, int]


def _noted(paths: Sequence[Path]) -> _Noted:
    """The files of the paths; what is hidden, data, a folder's paper or ours is passed over."""
    noted = _Noted({}, {})
    for path in paths:
        if path.is_dir():
            _note_in(str(path), noted)
        else:
            noted.files[str(path)] = _note(str(path))
    return noted


def _note_in(folder: str, noted: _Noted) -> None:
    noted.folders[folder] = _listed(folder)
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name in OURS:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    _note_in(entry.path, noted)
                elif is_paper(entry.name):
                    continue
                elif os.path.splitext(entry.name)[1].lower() not in DATA:  # noqa: PTH122 - quick
                    noted.files[entry.path] = _note(entry.path)
    except OSError:  # it may not be listed, or went away a moment ago
        return


def _note(path: str) -> int:
    """What changes when a file does: its size, its dates, its place on the disk; 0 for none."""
    try:
        stat = os.stat(path)  # noqa: PTH116 - quick
    except (OSError, ValueError):
        return 0
    return hash((stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino))


def _listed(folder: str) -> int:
    """When a file was put into a folder or taken out of it last; 0 when it is not there."""
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - quick
    except OSError:
        return 0
