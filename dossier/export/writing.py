"""An export to its files: all of them whole, or none, and never over others without being asked.

Over an article of the dossier it is never written, asked or not: what is quoted would be gone.
"""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from dossier.decisions import DECISIONS_FILE
from dossier.dossier import Dossier
from dossier.export.escaping import writable
from dossier.export.references import key_of
from dossier.problems import DossierError
from dossier.reading.files import DATA, name_of
from dossier.writing import write_all_whole

Text = tuple[Path, str | Iterable[str]]
"""A file and what is to stand in it; in pieces, they are not held together."""


def write_files(
    texts: Sequence[Text], *, dossier: Dossier | None = None, replace: Collection[Path] = ()
) -> None:
    """Write the texts to their files, in UTF-8; after it they have all of it, or what there was.

    They take their places in the order given. Raises as ``check_files``.
    """
    check_files([path for path, _ in texts], dossier=dossier, replace=replace)
    wholes = []
    for path, text in texts:
        pieces = (text,) if isinstance(text, str) else text
        encoded = (writable(piece).encode() for piece in pieces)
        if _is_stream(path):
            _write_through(path, encoded)
        else:
            wholes.append((path, encoded))
    try:
        write_all_whole(wholes)
    except OSError as error:
        raise DossierError(f"{texts[-1][0]} was not written: {error.strerror}.") from error


def check_files(
    paths: Sequence[Path], *, dossier: Dossier | None = None, replace: Collection[Path] = ()
) -> None:
    """Whether texts may be written there.

    Raises FileExistsError, with the path, for a file that is there and not to be replaced;
    DossierError for a folder, an article of the dossier, or what cannot be written.
    """
    for number, path in enumerate(paths):
        if _is_folder(path):
            raise DossierError(f"{path} is a folder: name a file in it.")
        named = _names_in(path, dossier) if dossier is not None else set()
        if dossier is not None and any(map(dossier.has, named)):
            raise DossierError(f"{path.name} is an article of this dossier: name another file.")
        if dossier is not None and _is_its(path, named, dossier):
            raise DossierError(f"{path.name} is a file of this dossier: name another.")
        if path in paths[:number]:
            raise DossierError(f"{path.name} is written beside this export: name another file.")
    for path in standing(paths):
        if path not in replace:
            raise FileExistsError(path)
    for path in paths:
        if not path.parent.is_dir():
            raise DossierError(f"There is no folder {path.parent}: {path.name} was not written.")


def standing(paths: Iterable[Path]) -> list[Path]:
    """Those where something stands that would be replaced."""
    return [path for path in paths if os.path.lexists(path) and not _is_stream(path)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # a name too long
        raise DossierError(f"{path} was not written: {error.strerror}.") from error


def _names_in(path: Path, dossier: Dossier) -> set[str]:
    """What the file is called in the dossier, and what it leads to; empty outside its folder."""
    if dossier.folder is None:
        return set()
    folder = os.path.realpath(dossier.folder)
    named = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 - as below
    files = {os.path.relpath(file, folder) for file in (named, os.path.realpath(path))}
    return {name_of(file) for file in files if not file.startswith(os.pardir)}


def _is_its(path: Path, named: Collection[str], dossier: Dossier) -> bool:
    """Whether it is what could not be read, or what is decided of the dossier.

    Of one that is not wholly read yet, whatever stands in its folder may be an article; of one of
    which some files alone were opened, what an export of them did not write.
    """
    others = {DECISIONS_FILE, *(problem.file for problem in dossier.problems)}
    if not others.isdisjoint(named):
        return True
    if not named or not os.path.lexists(path):
        return False
    return not dossier.whole or _may_be_article(path, dossier)


def _may_be_article(path: Path, dossier: Dossier) -> bool:
    """Whether a file is a text that cites no article of the dossier, as each export does."""
    if path.suffix.lower() in DATA or not path.is_file():
        return False
    try:
        held = path.read_text(encoding="utf-8", errors="ignore")
    except OSError:
        return True
    letters = _letters(held)
    return bool(letters) and not any(
        one.file in held or key_of(one) in held or _letters(one.name) in letters
        for one in dossier.articles
    )


def _letters(text: str) -> str:
    """The text without what a form escapes or sets otherwise."""
    return re.sub(r"[\W_]+", "", text)


def _is_stream(path: Path) -> bool:
    """Whether it is a device or a pipe: there is nothing to replace, and no neighbour to make."""
    return path.exists() and not path.is_file()


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    try:
        with path.open("wb") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise DossierError(f"{path} was not written: {error.strerror}.") from error
