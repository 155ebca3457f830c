"""From files to articles: looks at each file, decodes it, and hands its text to the rules.

``read_paths`` is the one door. Reading does not fail: what could not be read is a ``Problem``.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dossier.article import Article
from dossier.problems import DossierError, Problem
from dossier.reading.files import STDIN, common_folder, find_files, name_of
from dossier.reading.loaded import Loaded

__all__ = ["STDIN", "Enough", "Loaded", "Read", "contents", "read_article", "read_paths"]

MOST_BYTES = 64 << 20
"""What is larger is no article: a device that never ends, a log, a disk image named by mistake."""

Read = Callable[[str, bytes], Loaded]
"""Reads a file, given what it is called in the dossier and its bytes."""

Enough = Callable[[], bool]
"""Whether to leave the files that are left for later; asked once there is an article."""


def read_paths(
    paths: Sequence[Path], read: Read | None = None, enough: Enough | None = None
) -> Loaded:
    """The articles of a folder, of several files, or of standard input (``-``).

    ``read`` reads each file; None takes ``read_article``. ``enough`` may stop before the last.
    Raises DossierError when a path is missing or nothing at all can be read.
    """
    if not paths:
        raise DossierError("Nothing to read: give a folder, files, or - for standard input.")
    problems: list[Problem] = []
    articles: list[Article] = []
    whole = True
    for file, raw in contents(paths, problems):
        if articles and enough and enough():
            whole = False
            break
        loaded = (read or read_article)(file, raw)
        problems += loaded.problems
        articles += loaded.articles
    if not articles:
        raise DossierError(_nothing(paths, problems))
    articles.sort(key=lambda article: article.file)
    return Loaded(tuple(articles), tuple(problems), common_folder(paths), whole)


def contents(paths: Sequence[Path], problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    """What each file is called in the dossier, and its bytes; raises as ``find_files``.

    A file that cannot be read is a problem.
    """
    folder = common_folder(paths)
    for path in find_files(paths, problems):
        file = _name(path, folder)
        try:
            raw = _bytes(path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            told = f"This file cannot be read ({reason}); it was left out."
            problems.append(Problem(file, told, missed=True))
        else:
            yield file, raw


def read_article(file: str, raw: bytes) -> Loaded:
    """The article that a file's bytes are, and what the reader should know of them."""
    from dossier.reading.one import read_article as read  # with the rules it needs

    return read(file, raw)


def _bytes(path: Path) -> bytes:
    """A file's bytes; OSError when it cannot be read, or has more of them than an article can."""
    if path == STDIN:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1)
    elif path.is_fifo():
        raw = _piped(path)
    else:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise OSError(errno.EFBIG, f"more than {MOST_BYTES >> 20} megabytes")
    return raw


def _piped(path: Path) -> bytes:
    """What is written into a pipe, if someone writes; who opens one usually waits for that."""
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with open(pipe, "rb", buffering=0) as file:  # noqa: PTH123 - it is open
        begun = file.read(1)
        if begun == b"":
            raise OSError(errno.EPIPE, "nothing is written into this pipe")
        os.set_blocking(pipe, True)
        parts = [begun or b""]
        while sum(map(len, parts)) <= MOST_BYTES and (part := file.read(1 << 20)):
            parts.append(part)
    return b"".join(parts)


def _name(path: Path, folder: Path | None) -> str:
    """What a file is called in the dossier: its path in the folder, with ``/``."""
    if path == STDIN or folder is None:
        return name_of(path)
    return name_of(os.path.relpath(path, folder))


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    """One sentence for when there is nothing to show."""
    named = ", ".join(f"“{path}”" for path in paths[:3])
    if len(problems) == 1:
        return f"Nothing to read in {named}: {problems[0].file}: {problems[0].message}"
    if problems:
        return (
            f"Nothing to read in {named}: none of its {len(problems)} files could be read "
            f"({problems[0].file}: {problems[0].message})"
        )
    return f"Nothing to read in {named}: put articles there, as .txt, .md or .html files."
