"""Bringing files in: a large folder is read by several processes, before it is opened.

What they read is known by the digest of its bytes, and taken for a file that still has them. So the
dossier is the same whoever read it: what was not brought is read where it is needed.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import chain
from pathlib import Path

from dossier.index.store import digest
from dossier.problems import Problem
from dossier.reading import Loaded, contents
from dossier.reading.ahead import CHUNKS_A_WORKER, File, cores, read_ahead, workers

Brought = dict[str, tuple[str, Loaded]]
"""By the name of each file: the digest of its bytes, and what was read of it."""

Bring = Callable[[Sequence[Path], Container[str]], Brought]
"""Brings in the files of the paths, but those that were read."""

Told = Callable[[int], object]
"""Is told how many files were brought so far."""

WORTH = 4 << 20
"""Bytes from which several processes are quicker than one: each takes 0.3 s to begin (2026-11)."""


def bring(
    paths: Sequence[Path], read: Container[str], told: Told | None = None, nice: int = 5
) -> Brought:
    """What the files hold, if they are so many that this is quicker than to read them one by one.

    Raises DossierError as ``find_files`` does.
    """
    marks: dict[str, str] = {}
    files = _unread(paths, read, marks)
    first = list(_worth(files))
    if cores() < 2 or sum(len(raw) for _, raw in first) < WORTH:
        return {}
    with workers(cores(), nice) as executor:
        at_once = CHUNKS_A_WORKER * cores()
        return _gathered(chain(first, files), marks, executor, at_once, told)


def bring_by(
    executor: Executor,
    at_once: int,
    *,
    told: Told | None = None,
    missed: list[str] | None = None,
) -> Bring:
    """What brings files in by an executor, a cluster's as well; ``missed`` is told why it did not.

    At most ``at_once`` chunks of files are out at a time.
    """

    def by_executor(paths: Sequence[Path], read: Container[str]) -> Brought:
        marks: dict[str, str] = {}
        return _gathered(_unread(paths, read, marks), marks, executor, at_once, told, missed)

    return by_executor


def _gathered(
    files: Iterable[File],
    marks: dict[str, str],
    executor: Executor,
    at_once: int,
    told: Told | None = None,
    missed: list[str] | None = None,
) -> Brought:
    brought: Brought = {}
    for file, loaded in read_ahead(files, executor, at_once, [] if missed is None else missed):
        brought[file] = marks[file], loaded
        if told is not None:
            told(len(brought))
    return brought


def _unread(
    paths: Sequence[Path], read: Container[str], marks: dict[str, str]
) -> Iterator[tuple[str, bytes]]:
    """The files that were not read, whose digests are noted; what cannot be is told later."""
    problems: list[Problem] = []
    for file, raw in contents(paths, problems):
        if file not in read:
            marks[file] = digest(raw)
            yield file, raw


def _worth(files: Iterator[File]) -> Iterator[File]:
    """The first files, as many as make it worth asking others."""
    size = 0
    for file, raw in files:
        yield file, raw
        size += len(raw)
        if size >= WORTH:
            return
