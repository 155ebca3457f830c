"""The process that refines a large dossier: it has the models hear what is kept, and keeps it.

The reader's own process is told how far it is, and makes none of it: no page is read there, and no
name is recognised. The models run in a process of their own beside this one.
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import monotonic

from dossier.entities.hearing import Hearing, Leash, Progress

EVERY = 1.0
"""Seconds between two words on how far it is: each is painted."""

COMMAND = (sys.executable, "-P", "-m", "dossier.index.refining")
"""The command that refines what is kept; ``-P``: nothing that lies where one stands is run."""

_ENDED = "its process ended"


def ask_another(
    paths: Sequence[Path],
    folder: Path | None,
    cache: Path | None,
    pipelines: Mapping[str, str] | None,
    progress: Progress | None,
    leash: Leash | None,
) -> Hearing:
    """What another process says of having refined the dossier; what was heard stands on its shelf.

    ``leash`` lets another thread end it at once.
    """
    leash = leash or Leash()
    asked = [[str(path) for path in paths], str(folder or ""), str(cache or ""), pipelines]
    try:
        process = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
            [*COMMAND, json.dumps(asked)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    except OSError as error:
        return Hearing(failed=str(error))
    leash.hold(process)
    with process:
        try:
            return _followed(process.stdout or (), progress, leash)
        finally:
            leash.hold(None)
            process.kill()


def _followed(lines: Iterable[str], progress: Progress | None, leash: Leash) -> Hearing:
    """What it says in the end; ``progress`` is told how far it is."""
    for line in lines:
        try:
            said, *others = json.loads(line)
            if said == "done":
                missing, failed = others
                return Hearing(missing=tuple(missing), failed=failed)
            if progress and not progress(*others):
                leash.pull()
        except (ValueError, TypeError):
            break
    return Hearing(failed=_ENDED)


def main() -> None:
    """Refine the names of the dossier that the first argument says, and keep it."""
    if hasattr(os, "nice"):
        os.nice(5)  # the page that is being read goes first
    gc.set_threshold(100_000, 20, 100)  # as where a dossier is worked out
    paths, folder, cache, pipelines = json.loads(sys.argv[1])
    shelves, words = (Path(one) if one else None for one in (folder, cache))
    hearing = refine_kept([Path(path) for path in paths], shelves, words, pipelines, _told())
    _say("done", hearing.missing, hearing.failed)


def refine_kept(
    paths: Sequence[Path],
    folder: Path | None,
    cache: Path | None,
    pipelines: Mapping[str, str] | None,
    progress: Progress,
) -> Hearing:
    """Refine the names of what is kept of the paths, if it is of the files as they are."""
    from dossier.index import Index
    from dossier.refining import refine_dossier

    index = Index(paths, folder)
    dossier = index.unchanged()
    if dossier is None or not dossier.analysed:
        return Hearing()
    refined, hearing = refine_dossier(dossier, cache, pipelines=pipelines, progress=progress)
    if not hearing.failed:
        index.keep(refined)
    return hearing


def _told() -> Callable[[int, int], bool]:
    """What tells how many articles are done, of how many, now and then."""
    before = 0.0

    def told(done: int, many: int) -> bool:
        nonlocal before
        if done == many or monotonic() >= before + EVERY:
            before = monotonic()
            _say("heard", done, many)
        return True

    return told


def _say(*said: object) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
