"""Reading ahead: many files at once, by the workers of whatever executor is given.

Files go out in chunks of about one size, no more of them at a time than asked for, and what was
read comes back in the order of the files. A worker that was killed, or is not there, hinders
nothing: what it did not bring is left out, and read by who asked, as without any worker.

A worker imports this module, and with the first file what reading needs; nothing else.
"""

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TextIO, cast

from dossier.reading import Loaded, read_article

File = tuple[str, bytes]
"""What a file is called in the dossier, and its bytes."""

CHUNK_BYTES = 1 << 17
"""A chunk is sent once it has so many: some 35 articles, a tenth of a second (2026-11)."""

_UNTOLD = "ignore::UserWarning:multiprocessing.resource_tracker"

CHUNKS_A_WORKER = 2
"""One that is read, and one that waits to be."""


def read_ahead(
    files: Iterable[File], executor: Executor, at_once: int, missed: list[str]
) -> Iterator[tuple[str, Loaded]]:
    """What the files hold, in their order; at most ``at_once`` chunks are out at a time.

    Files that were not read are left out, and ``missed`` is told why.
    """
    sent: deque[tuple[list[str], Future[list[Loaded]]]] = deque()
    try:
        for chunk in chunks_of(files):
            if len(sent) >= at_once:
                yield from _brought(*sent.popleft(), missed)
            try:
                future = executor.submit(read_chunk, chunk)
            except (RuntimeError, OSError, ValueError) as error:  # its workers are gone, or none
                missed.append(str(error))
                break
            sent.append(([file for file, _ in chunk], future))
        while sent:
            yield from _brought(*sent.popleft(), missed)
    finally:
        for _, future in sent:
            future.cancel()


def chunks_of(files: Iterable[File]) -> Iterator[list[File]]:
    """The files, so many together that a worker is worth asking."""
    chunk: list[File] = []
    size = 0
    for file, raw in files:
        chunk.append((file, raw))
        size += len(raw)
        if size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def read_chunk(chunk: list[File]) -> list[Loaded]:
    """What the files of a chunk hold; runs in a worker."""
    return [read_article(file, raw) for file, raw in chunk]


def _brought(
    files: list[str], future: "Future[list[Loaded]]", missed: list[str]
) -> Iterator[tuple[str, Loaded]]:
    """What a worker read, waited for; nothing if it did not."""
    try:
        error = future.exception()
    except CancelledError:
        missed.append("it was called off")
        return
    if error is not None:
        missed.append(str(error) or type(error).__name__)
        return
    yield from zip(files, future.result(), strict=True)


def cores() -> int:
    """How many processes may run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def workers(many: int, nice: int = 5) -> Iterator[Executor]:
    """So many processes to read with; they end with the block, and with this process.

    ``nice`` is how much they let others go first: the page that is being read.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    if sys.platform != "win32":
        _untold()
    # Not forked: a fork has our threads' locks, and none of the threads.
    spawned = get_context("spawn")
    pool = ProcessPoolExecutor(many, mp_context=spawned, initializer=_begin, initargs=(nice,))
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _untold() -> None:
    """Begin what cleans up behind who leaves in the middle, and have it tell nobody.

    A screen that takes what is printed puts a stream in the place of stderr whose number is -1,
    which no process can be given: while it begins, stderr has none.
    """
    from multiprocessing.resource_tracker import ensure_running

    before, numberless = sys.stderr, cast("TextIO", _Numberless(sys.stderr))
    sys.warnoptions.append(_UNTOLD)
    sys.stderr = numberless
    try:
        with suppress(OSError, ValueError):  # without it, files are read by this process alone
            ensure_running()
    finally:
        if sys.stderr is numberless:
            sys.stderr = before
        sys.warnoptions.remove(_UNTOLD)


class _Numberless:
    """A stream that is what another is, but for the number of its file."""

    def __init__(self, stream: object) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def fileno(self) -> int:
        """There is none."""
        raise OSError


def _begin(nice: int) -> None:
    """Begin a worker; Ctrl+c is its parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(nice)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End when the process that asked does, however that was."""
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(0)
