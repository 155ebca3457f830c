"""What reading gives: the articles, and beside them what could not be read."""

from pathlib import Path

from dossier.article import Article
from dossier.problems import Problem
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what could not be."""

    articles: tuple[Article, ...] = ()
    """By file name."""
    problems: tuple[Problem, ...] = ()
    folder: Path | None = None
    """The folder the files' paths are relative to; None for standard input alone."""
    whole: bool = True
    """False when there are more files, which were not looked at."""
