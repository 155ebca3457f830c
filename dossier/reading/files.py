"""Which files a dossier is made of: what a folder holds, or what was named."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.problems import DossierError, Problem

STDIN = Path("-")
"""The path that means standard input."""

OURS = frozenset({"dossier.toml"})
"""Files of a folder that say how to read it; they are not articles."""

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ""})
"""How the names of articles end. Other files of a folder are looked at, and told when not read."""


def common_folder(paths: Sequence[Path]) -> Path | None:
    """The folder that the articles' names are relative to; None for standard input alone."""
    real = [path for path in paths if path != STDIN]
    if not real:
        return None
    if len(real) == 1 and real[0].is_dir():
        return real[0]
    parents = [path if path.is_dir() else path.parent for path in real]
    if len({str(parent.absolute()) for parent in parents}) == 1:
        return parents[0]
    try:
        return Path(os.path.commonpath([str(parent.absolute()) for parent in parents]))
    except ValueError:  # two drives
        return parents[0]


def find_files(paths: Sequence[Path], problems: list[Problem]) -> Iterator[Path]:
    """The files to read, each once: named ones in the order given, a folder's by name.

    Raises DossierError for a path that is not there. A folder that cannot be listed is a problem.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _expand(path, problems):
            if (real := os.path.realpath(file)) not in seen:
                seen.add(real)
                yield file


def _expand(path: Path, problems: list[Problem]) -> Iterator[Path]:
    if path == STDIN:
        yield path
        return
    try:
        is_folder = path.is_dir()
        exists = is_folder or os.path.lexists(path)
    except (OSError, ValueError) as error:
        raise DossierError(f"“{path}” cannot be opened: {_reason(error)}.") from error
    if not exists:
        raise DossierError(f"There is no “{path}”: give a folder, or the files to read.")
    if is_folder:
        yield from walk(path, problems)
    else:
        yield path


def walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of a folder and of its sub-folders, by name; hidden ones are left out."""

    def note(error: OSError) -> None:
        problems.append(
            Problem(
                error.filename or str(folder), f"This folder cannot be listed: {_reason(error)}."
            )
        )

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(root, name)
            if name.startswith(".") or name in OURS:
                continue
            if file.exists() and not file.is_file():
                named = file.relative_to(folder).as_posix()
                problems.append(Problem(named, "This is not a file to read; it was left out."))
            else:
                yield file


def _reason(error: Exception) -> str:
    """What the system says is wrong, as the end of a sentence."""
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return said[:1].lower() + said[1:]
