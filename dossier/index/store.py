"""The file that keeps what was derived: one a dossier, under the user's caches.

It may be deleted at any time. It is passed over when the rules that made it are not those of today,
whose mark its first line bears; a line that is damaged is as one that is not there. A home that
cannot be written is no hindrance: everything is then worked out each time.

One line is one article, one entity or one topic, so that no more is read at a time than is asked
for: ``kind``, ``name``, then a digest of the rest and the rest, in JSON.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

FORM = 2
"""The form of the file; whoever changes it adds one."""

Line = tuple[str, str, Any]
"""Kind, name, and what is kept: what ``json`` takes and gives."""


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
    """What tells the rules of today from others: the program's files, their sizes and dates."""
    package = Path(__file__).parent.parent
    return digest(repr((FORM, sys.version_info[:2], sorted(_stamps(str(package))))).encode())


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _stamps(entry.path)
        else:
            stat = entry.stat()
            yield entry.path, stat.st_size, stat.st_mtime_ns


def load(file: Path, mark: str) -> dict[str, dict[str, list[bytes]]]:
    """The lines kept under that mark, by kind and name; nothing when there are none of it."""
    kept: dict[str, dict[str, list[bytes]]] = {}
    with suppress(OSError), file.open("rb") as lines:
        if next(lines, b"").decode("ascii", "replace").strip() == mark:
            for line in lines:
                kind, _, rest = line.partition(b"\t")
                name, _, content = rest.partition(b"\t")
                of_kind = kept.setdefault(kind.decode("ascii", "replace"), {})
                of_kind.setdefault(name.decode("ascii", "replace"), []).append(content)
    return kept


def content_of(line: bytes) -> Any:  # Any: what json gives
    """What a line keeps; ValueError when it is damaged."""
    said, _, content = line.rstrip(b"\n").partition(b"\t")
    if said.decode("ascii", "replace") != digest(content):
        raise ValueError("the line is not as it was written")
    return json.loads(content)


def may_save(file: Path) -> bool:
    """Whether something can be kept there, as far as can be told before it is tried."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    return os.access(file.parent, os.W_OK)


def save(file: Path, mark: str, lines: Iterable[Line]) -> bool:
    """Keep the lines under that mark, all or none of them; whether that could be done."""
    neighbour = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with neighbour.open("wb") as stream:
            stream.write(mark.encode() + b"\n")
            for kind, name, kept in lines:
                content = json.dumps(kept, separators=(",", ":")).encode("ascii")
                stream.write(f"{kind}\t{name}\t{digest(content)}\t".encode() + content + b"\n")
        neighbour.replace(file)
    except OSError:
        return False
    finally:
        with suppress(OSError):
            neighbour.unlink(missing_ok=True)
    return True
