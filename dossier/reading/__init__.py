"""From files to articles: looks at each file, decodes it, and hands its text to the rules.

``read_paths`` is the one door. Reading does not fail: what could not be read is a ``Problem``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.article import Article
from dossier.problems import DossierError, Problem
from dossier.structure import structure_article

__all__ = ["Loaded", "read_paths"]

STDIN = Path("-")
"""The path that means standard input."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what could not be."""

    articles: tuple[Article, ...] = ()
    """By file name."""
    problems: tuple[Problem, ...] = ()
    folder: Path | None = None
    """The folder the files' paths are relative to; None for standard input alone."""


def read_paths(paths: Sequence[Path]) -> Loaded:
    """The articles of a folder, of several files, or of standard input (``-``).

    Raises DossierError when a path is missing or nothing at all can be read.
    """
    folder = paths[0] if paths[0].is_dir() else paths[0].parent
    if not paths[0].exists():
        raise DossierError(f"There is no {paths[0]}: give a folder or the files to read.")
    files = sorted(folder.rglob("*.txt")) if paths[0].is_dir() else sorted(paths)
    return Loaded(
        tuple(
            structure_article(f.relative_to(folder).as_posix(), f.read_text(encoding="utf-8"))
            for f in files
        ),
        (),
        folder,
    )
