"""Memory: where the reader was in each dossier, and what they read of it.

One small JSON file a dossier, known by its folder's resolved path. Nothing hangs on it: a file
that is missing, damaged or of a later version is as good as none, and is written anew.
"""

import errno
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from dossier.reading.files import exists, is_no_file
from tui.places import Place, Remembered

_FORMAT = 1


def memory_file(folder: Path | None, *, kept_in: Path | None = None) -> Path:
    """The file of the dossier of a folder; None is that of standard input."""
    from dossier.index.store import digest

    if kept_in is None:
        from platformdirs import user_state_path

        kept_in = user_state_path("dossier-reader", appauthor=False)
    where = str(folder.resolve()) if folder else "-"
    known = digest(where.encode("utf-8", "surrogateescape"))[:16]
    return kept_in / "places" / f"{known}.json"


def remember(file: Path) -> Remembered:
    """What a file says; nothing when it cannot be understood."""
    if is_no_file(file):  # a pipe would be waited for without end
        return Remembered()
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Remembered()
    if not isinstance(said, dict) or said.get("format") != _FORMAT:
        return Remembered()
    with suppress(TypeError, ValueError, KeyError, AttributeError):
        return Remembered(
            _place(said["place"]) if said["place"] else None,
            {str(name): max(0, int(offset)) for name, offset in said["offsets"].items()},
            {str(name) for name in said["read"]},
            {str(letter): _place(place) for letter, place in said["marks"].items()},
            [str(words) for words in said["searches"]],
            {str(name) for name in said.get("lost", ())},
            min(2, max(0, int(said.get("pane", 2)))),
        )
    return Remembered()


def keep(file: Path, remembered: Remembered) -> None:
    """Write what is remembered, whole or not at all; OSError when it cannot be, or is no file.

    The marks of another who reads the folder stay, beside those of this one.
    """
    from dossier.writing import write_whole

    if is_no_file(file):
        raise OSError(errno.EINVAL, "it is not a file")
    marks = remember(file).marks | remembered.marks
    said = {
        "format": _FORMAT,
        "place": _said(remembered.place) if remembered.place else None,
        "offsets": remembered.offsets,
        "read": sorted(remembered.read),
        "marks": {letter: _said(place) for letter, place in sorted(marks.items())},
        "searches": remembered.searches,
        "lost": sorted(remembered.lost),
        "pane": remembered.pane,
    }
    written = (json.dumps(said, indent=1) + "\n").encode("ascii")
    if not (exists(file) and file.read_bytes() == written):
        write_whole(file, written)  # a file of the same date: the frame that was kept is still true


def _said(place: Place) -> list[str | int | None]:
    said = [place.topic, place.file, place.offset]
    return said if place.within is None else [*said, place.within]


def _place(said: Any) -> Place:  # Any: whatever stands in the file; what is no place is refused
    topic, file, offset, within = said if len(said) == 4 else (*said, None)
    if any(not isinstance(one, str | None) for one in (topic, file, within)):
        raise TypeError("a place is a title, a file, an offset, and a file in an anthology")
    return Place(topic, file, max(0, int(offset)), within)
