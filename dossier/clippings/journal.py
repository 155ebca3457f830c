"""The file the clippings of one dossier stand in: a line a change, only ever added to.

A change counts once its line, with its line end, has reached the disk. So a crash at any instant
leaves every change that was confirmed and none by half; two readers who have the dossier open
each add their lines, one at a time (a lock stands in a file of its own), and see the other's.
"""

import contextlib
import errno
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dossier.problems import DossierError
from dossier.reading.files import is_no_file
from dossier.writing import wait_for_lock, write_whole


@dataclass(frozen=True, slots=True)
class Lines:
    """What was read of a journal."""

    changes: tuple[object, ...] = ()
    """The JSON values, in the order written."""
    damaged: int = 0
    """Lines that hold no JSON."""
    end: int = 0
    """Bytes read: where reading goes on."""
    whole: bool = True
    """Whether reading began at the start of the file."""


class Journal:
    """One journal."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._header = b""

    def read(self, since: int) -> Lines:
        """The changes after byte ``since``; all of them when the file was written anew.

        Raises DossierError when there is a file and it cannot be read.
        """
        try:
            with _opened(self.path) as file:
                header = file.readline()
                if header != self._header or os.fstat(file.fileno()).st_size < since:
                    since = 0  # written anew since
                self._header = header
                file.seek(since)
                content = file.read()
        except FileNotFoundError:
            self._header = b""
            return Lines()
        except OSError as error:
            raise DossierError(f"{self.path} cannot be read: {error.strerror}.") from error
        content = content[: content.rfind(b"\n") + 1]
        return _parsed(content, since)

    def append(self, changes: Sequence[object]) -> None:
        """Add changes; they are on the disk when this returns. Call it inside ``locked``.

        Raises DossierError, and leaves the file as it was, when there is no room for them.
        """
        content = b"".join(_line(change) for change in changes)
        try:
            with self.path.open("ab", buffering=0) as file:
                size = _whole_lines(self.path, file.seek(0, os.SEEK_END))
                file.truncate(size)
                try:
                    _write_all(file.fileno(), content)
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(size)
                    raise
        except OSError as error:
            raise DossierError(_not_kept(self.path, error)) from error

    def rewrite(self, changes: Sequence[object]) -> None:
        """Write the journal anew, whole or not at all. Call it inside ``locked``.

        Raises DossierError when it cannot be written.
        """
        try:
            write_whole(self.path, b"".join(_line(change) for change in changes))
        except OSError as error:
            raise DossierError(_not_kept(self.path, error)) from error

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """While no other reader writes; DossierError when nothing may be written there."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = self.path.with_suffix(".lock").open("ab")
        except OSError as error:
            raise DossierError(_not_kept(self.path, error)) from error
        with lock:
            try:
                wait_for_lock(lock.fileno())
            except BlockingIOError as error:
                raise DossierError(
                    f"Not kept: another program holds {self.path}; try again when it is done."
                ) from error
            yield


def _opened(path: Path) -> BinaryIO:
    """The file, to be read; OSError for a pipe, which would be waited for without end."""
    if is_no_file(path):
        raise OSError(errno.EINVAL, "it is not a file")
    return path.open("rb")


def _parsed(content: bytes, since: int) -> Lines:
    """The changes in whole lines."""
    changes: list[object] = []
    damaged = 0
    for line in content.split(b"\n"):
        if not line.strip():
            continue
        try:
            changes.append(json.loads(line))
        except (ValueError, RecursionError):  # brackets by the thousand
            damaged += 1
    return Lines(tuple(changes), damaged, since + len(content), since == 0)


def _line(change: object) -> bytes:
    """A change as one line."""
    return json.dumps(change, separators=(",", ":")).encode() + b"\n"


def _whole_lines(path: Path, size: int) -> int:
    """The size of the file without a line that was never finished."""
    with path.open("rb") as file:
        end = size
        while end > 0:
            start = max(0, end - 65536)
            file.seek(start)
            at = file.read(end - start).rfind(b"\n")
            if at >= 0:
                return start + at + 1
            end = start
    return 0


def _write_all(handle: int, content: bytes) -> None:
    """Write every byte; a full disk may take some of them first."""
    while content:
        content = content[os.write(handle, content) :]


def _not_kept(path: Path, error: OSError) -> str:
    """What to tell the reader when something could not be written."""
    return (
        f"Not kept: {path} cannot be written ({error.strerror}); make room or set {DATA_VARIABLE}."
    )


DATA_VARIABLE = "DOSSIER_DATA_DIR"
"""The environment variable that names another folder for what the program keeps."""
