"""An export to a file: whole, or not at all, and never over another without being asked."""

import os
from collections.abc import Iterable
from pathlib import Path

from dossier.export.escaping import writable
from dossier.problems import DossierError
from dossier.writing import write_whole


def write_file(path: Path, text: str | Iterable[str], *, replace: bool = False) -> None:
    """Write the text to a file, in UTF-8; after it there is the whole of it, or what there was.

    A text may be given in pieces, which are not held together.

    Raises FileExistsError when there is a file and ``replace`` is not set, DossierError when it
    cannot be written.
    """
    if path.is_dir():
        raise DossierError(f"{path} is a folder: name a file in it.")
    pieces = (text,) if isinstance(text, str) else text
    if _is_stream(path):
        _write_through(path, pieces)
        return
    if os.path.lexists(path) and not replace:
        raise FileExistsError(path)
    if not path.parent.is_dir():
        raise DossierError(f"There is no folder {path.parent}: {path.name} was not written.")
    try:
        write_whole(Path(os.path.realpath(path)), (writable(piece).encode() for piece in pieces))
    except OSError as error:
        raise DossierError(f"{path} was not written: {error.strerror}.") from error


def _is_stream(path: Path) -> bool:
    """Whether it is a device or a pipe: there is nothing to replace, and no neighbour to make."""
    return path.exists() and not path.is_file()


def _write_through(path: Path, pieces: Iterable[str]) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(writable(piece).encode() for piece in pieces)
    except OSError as error:
        raise DossierError(f"{path} was not written: {error.strerror}.") from error
