"""An export to a file: whole, or not at all, and never over another without being asked."""

from pathlib import Path

from dossier.clippings.journal import write_whole
from dossier.problems import DossierError


def write_file(path: Path, text: str, *, replace: bool = False) -> None:
    """Write the text to a file, in UTF-8; after it there is the whole of it, or what there was.

    Raises FileExistsError when there is a file and ``replace`` is not set, DossierError when it
    cannot be written.
    """
    if path.exists() and not replace:
        raise FileExistsError(path)
    if not path.parent.is_dir():
        raise DossierError(f"There is no folder {path.parent}: {path.name} was not written.")
    try:
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise DossierError(f"{path} was not written: {error.strerror}.") from error
