"""``index``: makes what a first opening would, so that the next one is a second opening."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from dossier.cli.listing import counted
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain, progress, say
from dossier.dossier import Dossier, analyse
from dossier.index import Index
from dossier.index.ahead import Bring, bring, bring_by
from dossier.index.store import file_for
from dossier.problems import DossierError
from dossier.reading import STDIN


def index(asked: Namespace) -> int:
    """Read, sort and keep a dossier; say what of it, and where."""
    if STDIN in asked.paths:
        raise Misuse("Standard input cannot be kept: give a folder, or files.")
    missed: list[str] = []
    with _bringing(asked.scheduler, missed) as brings:
        made = Index(asked.paths, at_hand=True, bring=brings)
        with progress("Reading …"):
            dossier = made.open()
    if missed:
        complain(f"Some files were not read by the cluster, but here: {missed[0].rstrip('.')}.")
    if not dossier.analysed:
        with progress(f"Sorting {counted(len(dossier.articles), 'article')} …"):
            dossier = analyse(dossier)
            if not made.keep(dossier):
                where = file_for(asked.paths).parent
                raise DossierError(f"What was worked out cannot be kept in “{where}”.")
    say(_said(dossier, asked.paths))
    return 0


@contextmanager
def _bringing(scheduler: str | None, missed: list[str]) -> Iterator[Bring]:
    """What brings the files in: the processors of this machine, or a cluster."""
    told = _told if sys.stderr.isatty() else None
    if scheduler is None:
        yield partial(bring, told=told, nice=0)
        return
    from dossier.index.cluster import cluster

    with cluster(scheduler) as (executor, at_once):
        yield bring_by(executor, at_once, told=told, missed=missed)


def _told(files: int) -> None:
    """Say on a terminal how many files were read."""
    if files % 100 == 0:
        sys.stderr.write(f"Reading … {files}\r")
        sys.stderr.flush()


def _said(dossier: Dossier, paths: Sequence[Path]) -> str:
    """What was read, what was not, and where it is kept, in a sentence."""
    read = counted(len(dossier.articles), "article")
    topics = counted(len(dossier.topics), "topic")
    problems = counted(len(dossier.problems), "problem")
    told = f" ({problems}; `dossier check` says which)" if dossier.problems else ""
    return f"{read}{told} and {topics} are kept in {file_for(paths)}."
