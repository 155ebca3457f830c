"""The file that keeps what was derived: one a dossier, under the user's caches.

It may be deleted at any time. It is thrown away by itself when it is damaged, or when the rules
that made it are not those of today: it bears their mark, and a digest of what it holds. A home that
cannot be written is no hindrance: everything is then worked out each time.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

FORM = 1
"""The form of the file; whoever changes it adds one."""


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
    return hashlib.blake2b(content, digest_size=16).hexdigest()


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


def load(file: Path, mark: str) -> Any:  # Any: what json gives
    """What was kept under that mark; None when there is nothing, or nothing that can be used."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    head, _, body = content.partition(b"\n")
    if head.decode("ascii", "replace") != f"{mark} {digest(body)}":
        return None
    with suppress(ValueError, RecursionError):
        return json.loads(body)
    return None


def save(file: Path, mark: str, kept: object) -> bool:
    """Keep it under that mark, whole or not at all; whether that could be done."""
    body = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    content = body.encode("utf-8", "surrogatepass")
    neighbour = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        neighbour.write_bytes(f"{mark} {digest(content)}\n".encode() + content)
        neighbour.replace(file)
    except OSError:
        with suppress(OSError):
            neighbour.unlink(missing_ok=True)
        return False
    return True
