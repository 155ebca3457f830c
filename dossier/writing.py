"""Writing files so that a crash at any instant leaves the whole of them, or what there was."""

import contextlib
import glob
import os
import time
from collections.abc import Iterable
from pathlib import Path

PATIENCE = 2.0
"""Seconds to wait for another reader's change; it takes thousandths of one."""


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Have the file hold the content, whole, at whatever instant a crash comes.

    Where a link stands for the file, the link stays, and what it leads to holds the content. Of
    content that is given piece by piece, no more is held than a piece.
    """
    write_all_whole([(path, content)])


def write_all_whole(contents: Iterable[tuple[Path, bytes | Iterable[bytes]]]) -> None:
    """Write several files as ``write_whole`` does; none takes its place before all are written."""
    ready: list[tuple[Path, Path]] = []
    try:
        for named, content in contents:
            path = Path(os.path.realpath(named))
            path.parent.mkdir(parents=True, exist_ok=True)
            clear_away(path)
            neighbour = path.with_name(f".{path.name}.{os.getpid()}.new")
            ready.append((neighbour, path))
            _write_neighbour(neighbour, path, content)
        for neighbour, path in ready:
            neighbour.replace(path)
    except BaseException:
        for neighbour, _ in ready:
            neighbour.unlink(missing_ok=True)
        raise
    for folder in {path.parent for _, path in ready}:
        _sync_folder(folder)


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, all of them or none: they are made elsewhere, then moved.

    A folder that is not there comes into its place at once; in one that is, each file takes its
    own, over one of its name.
    """
    sync = getattr(os, "sync", lambda: None)  # all at once: thousands, one by one, take minutes
    exists = folder.is_dir()
    home = folder / "files" if exists else folder
    clear_away(home)
    made = _beside(home)
    made.mkdir()
    try:
        names = [_written(made, name, content) for name, content in files]
        sync()
        if exists:
            for name in names:
                (made / name).replace(folder / name)
            made.rmdir()
        else:
            made.rename(folder)
    except BaseException:
        _remove_folder(made)
        raise
    _sync_folder(folder if exists else folder.parent)


def _beside(folder: Path) -> Path:
    """A hidden neighbour, by a name that nobody uses and ``clear_away`` knows."""
    return folder.parent / f".{folder.name[:200]}.{os.getpid()}.new"


def _written(folder: Path, name: str, content: bytes) -> str:
    """The name of a file of the folder, once it is written."""
    (folder / name).write_bytes(content)
    return name


def _write_neighbour(neighbour: Path, path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write the content beside its file, with the file's permissions."""
    with neighbour.open("wb") as file:
        file.writelines((content,) if isinstance(content, bytes) else content)
        file.flush()
        os.fsync(file.fileno())
    if path.exists():
        neighbour.chmod(path.stat().st_mode & 0o7777)


def clear_away(path: Path) -> None:
    """Remove what a program that was killed while writing the file or folder left beside it."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new"):
        pid = left.suffixes[-2][1:] if len(left.suffixes) > 1 else ""
        if not pid.isdecimal() or _running(int(pid)):
            continue
        if left.is_dir():
            _remove_folder(left)
        else:
            left.unlink(missing_ok=True)


def _remove_folder(folder: Path) -> None:
    from shutil import rmtree  # slow to load, and seldom wanted

    rmtree(folder, ignore_errors=True)


def _running(pid: int) -> bool:
    """Whether there is a process of that number."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Have the disk know of a renaming; where folders cannot be synced, it learns in time."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def wait_for_lock(handle: int) -> None:
    """Wait for the other readers, not for ever; where files cannot be locked, the reader is alone.

    Raises BlockingIOError when another program will not let go.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        except OSError:  # some network folders
            return
        else:
            return
