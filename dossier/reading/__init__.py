"""From files to articles: looks at each file, decodes it, and hands its text to the rules.

``read_paths`` is the one door. Reading does not fail: what could not be read is a ``Problem``.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dossier.article import Article
from dossier.problems import DossierError, Problem
from dossier.reading.binary import name_format
from dossier.reading.decoding import Decoded, decode
from dossier.reading.files import STDIN, common_folder, find_files
from dossier.reading.formats import is_markdown, is_page, unpack
from dossier.structure import structure_article

__all__ = ["STDIN", "Loaded", "read_paths"]


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
    if not paths:
        raise DossierError("Nothing to read: give a folder, files, or - for standard input.")
    problems: list[Problem] = []
    articles: list[Article] = []
    folder = common_folder(paths)
    for path in find_files(paths, problems):
        file = _name(path, folder)
        try:
            raw = _bytes(path)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            problems.append(Problem(file, f"This file cannot be read ({reason}); it was left out."))
            continue
        read = read_article(file, raw)
        problems += read.problems
        articles += read.articles
    if not articles:
        raise DossierError(_nothing(paths, problems))
    return Loaded(tuple(sorted(articles, key=lambda a: a.file)), tuple(problems), folder)


def read_article(file: str, raw: bytes) -> Loaded:
    """The article that a file's bytes are, and what the reader should know of them."""
    if (unpacked := unpack(raw)) is not None:
        raw = unpacked
    decoded = decode(raw)
    if decoded is None:
        what = name_format(raw)
        told = f"This file is not a text ({what})" if what else "This file is not a text"
        return Loaded(problems=(Problem(file, f"{told}; it was left out."),))
    if not decoded.text.strip():
        return Loaded(problems=(Problem(file, "This file is empty; it was left out."),))
    article, problems = _by_format(file, decoded.text)
    problems = (*_remarks(file, decoded), *problems)
    if article is None:
        return Loaded(problems=problems)
    if decoded.assumed:
        article = replace(article, assumed=(decoded.assumed, *article.assumed))
    return Loaded((article,), problems)


def _by_format(file: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a text by what it is written in: a page, Markdown, or plain text."""
    if is_page(text):
        from dossier.reading.html import read_html  # with what it needs, not before a page is met

        return read_html(file, text)
    if is_markdown(file, text):
        from dossier.reading.markdown import read_markdown  # as above

        return read_markdown(file, text)
    return structure_article(file, text), ()


def _remarks(file: str, decoded: Decoded) -> Iterator[Problem]:
    """What the reader should know of how a file was decoded."""
    if decoded.lost:
        lost = f"{decoded.lost} characters could not be decoded; they are shown as \ufffd."
        yield Problem(file, lost)
    if decoded.mended:
        yield Problem(
            file, f"{decoded.mended} garbled letters (as “Ã©” for “é”) were put right here."
        )


def _bytes(path: Path) -> bytes:
    return sys.stdin.buffer.read() if path == STDIN else path.read_bytes()


def _name(path: Path, folder: Path | None) -> str:
    """What a file is called in the dossier: its path in the folder, with ``/``."""
    if path == STDIN or folder is None:
        return str(path)
    return Path(os.path.relpath(path, folder)).as_posix()


def _nothing(paths: Sequence[Path], problems: Sequence[Problem]) -> str:
    """One sentence for when there is nothing to show."""
    named = ", ".join(f"“{path}”" for path in paths[:3])
    if len(problems) == 1:
        return f"Nothing to read in {named}: {problems[0].file}: {problems[0].message}"
    if problems:
        return (
            f"Nothing to read in {named}: none of its {len(problems)} files could be read "
            f"({problems[0].file}: {problems[0].message})"
        )
    return f"Nothing to read in {named}: put articles there, as .txt, .md or .html files."
