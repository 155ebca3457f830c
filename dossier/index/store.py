"""Where what was derived is kept: one shelf a dossier, under the user's caches.

It may be deleted at any time. It is passed over when the rules that made it are not those of today,
whose mark it bears. A home that cannot be written is no hindrance: everything is then worked out
each time.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from stat import S_ISDIR

from dossier.index.seal import blake2b
from dossier.reading.files import OURS

FORM = 8
"""The form of the shelf; whoever changes it adds one."""

_LIBRARIES = frozenset(
    {
        *("charset_normalizer", "lxml", "lxml_html_clean", "markdown_it_py", "numpy", "rapidfuzz"),
        *("trafilatura", "courlan", "htmldate", "justext"),
    }
)
"""What articles are read and sorted with; language models are told apart where they are heard."""


def cache_folder() -> Path:
    """Where caches stand on this system."""
    from platformdirs import user_cache_path

    return user_cache_path("dossier-reader", appauthor=False)


def file_for(paths: Sequence[Path], folder: Path | None = None) -> Path:
    """The file for a dossier of these paths; ``folder`` is where such files stand."""
    where = "\0".join(os.path.realpath(path) for path in paths)
    folder = cache_folder() if folder is None else folder
    return folder / f"{digest(where.encode('utf-8', 'surrogateescape'))}.derived"


def digest(content: bytes) -> str:
    """What tells two contents apart."""
    return blake2b(content, digest_size=16).hexdigest()


def rules_mark() -> str:
    """What tells the rules of today from others: the program's files, their sizes and dates.

    And the versions of what articles are read with.
    """
    package = Path(__file__).parent.parent
    versions = FORM, sys.byteorder, sys.version_info[:2], sqlite3.sqlite_version_info
    installed = sorted(chain.from_iterable(map(_installed, sys.path)))
    return digest(repr((versions, installed, sorted(_stamps(str(package))))).encode())


def _installed(folder: str) -> Iterator[str]:
    """The libraries of a folder that articles are read with: names that tell their versions.

    ``importlib.metadata`` tells them as well, and is itself 15 ms to load.
    """
    if folder.endswith("-packages"):
        with suppress(OSError), os.scandir(folder) as entries:
            for entry in entries:
                name, _, version = entry.name.partition("-")
                if version.endswith("-info") and name.lower() in _LIBRARIES:
                    yield entry.name


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _stamps(entry.path)
        else:
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns


def stamp_of(paths: Sequence[Path], most: int | None = None) -> str:
    """What changes with any file of the paths: their names, sizes, dates and places on the disk.

    "" when that cannot be told, or there are more than ``most`` files. None is opened. It is the
    same from whatever folder one names them.
    """
    seen: list[tuple[object, ...]] = []
    try:
        for path in (one.absolute() for one in paths):
            inside = _noted_in(str(path)) if path.is_dir() else ()
            for one in chain([_noted(str(path), path.stat())], inside):
                seen.append(one)
                if most is not None and len(seen) > most:
                    return ""
    except OSError:
        return ""
    return digest(repr(sorted(seen)).encode("utf-8", "surrogateescape"))


def has_more(paths: Sequence[Path], most: int) -> bool:
    """Whether more files than that stand there; none is opened, and the first so many counted."""
    files = chain.from_iterable(_names_in(path) if path.is_dir() else [path] for path in paths)
    return next(islice(files, most, None), None) is not None


def _names_in(folder: str | Path) -> Iterator[str]:
    """The files of a folder and its sub-folders, but what is hidden, or ours."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name in OURS:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _names_in(entry.path)
            else:
                yield entry.path


def _noted_in(folder: str) -> Iterator[tuple[object, ...]]:
    """What stands in a folder and its sub-folders, but what is hidden, or ours."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name in OURS:
                continue
            yield _noted(entry.path, entry.stat(follow_symlinks=not _leads_nowhere(entry)))
            if entry.is_dir(follow_symlinks=False):
                yield from _noted_in(entry.path)


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and not os.path.exists(entry.path)  # noqa: PTH110 - quick


def _noted(path: str, stat: os.stat_result) -> tuple[object, ...]:
    """A file as it looks from outside; the date of a folder tells nothing its files do not."""
    if S_ISDIR(stat.st_mode):
        return (path,)
    return path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def may_save(file: Path) -> bool:
    """Whether something can be kept there, as far as can be told before it is tried."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    return os.access(file.parent, os.W_OK)
