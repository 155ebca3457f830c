"""Leaving: what is exported, however much it is; some of it shown, all of it written meanwhile."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import sleep
from typing import Any, TypeVar

from textual.app import App

from dossier.dossier import Dossier
from dossier.evidence import changed_since
from dossier.export import FORMS, Document, Form, Group
from dossier.export.document import Section
from dossier.language.folding import fold
from dossier.search import find_hits, mentions_meant
from dossier.spans import Span
from tui.glyphs import cells, visible
from tui.wording import say, say_many

T = TypeVar("T")

_FOLDER = 36
"""Cells that the folder may take beside the file's name."""

_AT_A_TIME, _AT_ONCE = 20, 200
"""Steps after which a key may go first, and after which the reader is told how far it is."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and the choices to propose the next time."""

    file: Path
    said: str
    """One sentence: how much, and where."""
    group: Group
    form: str = FORMS[0].name
    speakers: bool = True
    """Whether who speaks in a quotation is named."""


class StoppedError(Exception):
    """The reader stopped what was being made."""


class Going:
    """Asked at each step of what takes long: lets keys go first, tells how far it is, or stops."""

    def __init__(self, go_on: Callable[[], bool], tell: Callable[[int], object]) -> None:
        self._go_on, self._tell = go_on, tell
        self._steps = 0

    def __call__(self) -> None:
        """A step was made; StoppedError when none is to follow."""
        if not self._go_on():
            raise StoppedError
        self._steps += 1
        if not self._steps % _AT_A_TIME:
            sleep(0.0005)  # without it the thread hardly lets go of the interpreter
        if not self._steps % _AT_ONCE:
            self._tell(self._steps)


def at_each(values: Iterable[T], step: Callable[[], object]) -> Iterator[T]:
    """The values, a step made at each."""
    for value in values:
        step()
        yield value


def first_of(document: Document, most: int) -> Document:
    """The document with its first quotes alone; the very same when it has no more."""
    sections: list[Section] = []
    left = most
    for section in document.sections:
        if left <= 0:
            return replace(document, sections=tuple(sections))
        quotes = section.quotations[:left]
        sections.append(replace(section, quotations=quotes))
        left -= len(section.quotations)
    return document if left >= 0 else replace(document, sections=tuple(sections))


class AllHits(Iterable[tuple[str, Span]]):
    """The places of words, looked for again: of a search that stopped before the last."""

    def __init__(self, dossier: Dossier, words: str) -> None:
        self._dossier, self._words = dossier, words

    def __iter__(self) -> Iterator[tuple[str, Span]]:
        meant = mentions_meant(self._dossier.found.entities, self._words)
        hits = find_hits(self._dossier.articles, self._words, meant=meant)
        return ((hit.file, hit.span) for hit in hits)


def changed_now(dossier: Dossier, files: Iterable[str], key: str = "") -> str:
    """What to say where files say something else than was read, for it shall not leave; or "".

    Files are read again while the text is on top; ``key`` leads back there from another screen.
    """
    changed = list(changed_since(dossier, files))
    if not changed:
        return ""
    if key:
        return say_many(
            "Back to the text ({key}), then again in a moment: {first} was changed since it was "
            "read.",
            "Back to the text ({key}), then again in a moment: {n} files were changed since they "
            "were read, {first} first.",
            len(changed),
            first=changed[0],
            key=key,
        )
    return say_many(
        "{first} was changed since it was read: nothing leaves before it is shown as it is.",
        "{n} files were changed since they were read, {first} first: nothing leaves before they "
        "are shown as they are.",
        len(changed),
        first=changed[0],
    )


def copied(
    app: App[Any],  # Any: whatever it gives when it is left
    dossier: Dossier,
    file: str,
    span: Span,
    key: str = "",
) -> tuple[str, bool]:
    """Copy words of an article with their citation; what to say, and whether it was done.

    ``key`` leads back to the text from another screen.
    """
    from dossier.export import cite
    from tui.clipboard import copy

    if changed := changed_now(dossier, [file], key):
        return changed, False
    return copy(cite(dossier.article(file), span), terminal=app.copy_to_clipboard).said, True


def elsewhere(folder: Path) -> str:
    """The folder as it is shown, cut at its start; "" for the one the program was called from."""
    with suppress(OSError):  # either may be gone
        if folder.samefile("."):
            return ""
    with suppress(RuntimeError, ValueError):  # there is no home; it is not in there
        folder = "~" / folder.relative_to(Path("~").expanduser())
    shown = visible(str(folder).rstrip("/") + "/")
    if cells(shown) > _FOLDER:
        while cells(shown) >= _FOLDER:
            shown = shown[1:]
        shown = "…" + shown
    return shown


def outside(folder: Path, dossier: Path | None) -> Path:
    """The folder, or the one above a dossier it lies in: an export there would be an article."""
    if dossier is None:
        return folder
    inside = dossier.resolve()
    return inside.parent if folder.resolve().is_relative_to(inside) else folder


def files_of(form: Form, file: Path) -> tuple[Path, ...]:
    """The files that are written."""
    return (file, file.with_name(form.beside)) if form.beside else (file,)


def texts_of(form: Form, document: Document, file: Path) -> Iterator[tuple[Path, Iterator[str]]]:
    """The files and their texts, the one that was named last: it is written with all it needs."""
    if form.beside and form.write_beside:
        yield file.with_name(form.beside), iter((form.write_beside(document),))
    yield file, form.written(document)


def proposed(title: str, suffix: str) -> str:
    """A name for the file, made of the dossier's title."""
    words = re.findall(r"\w+", fold(title))
    return ("-".join(words)[:60] or "dossier") + suffix


def count_of(document: Document) -> str:
    """How much leaves: "5 quotes of 3 sources"; and how many clippings are not found any more."""
    quotes = say_many("{n} quote", "{n} quotes", len(document.quotations))
    sources = say_many("{n} source", "{n} sources", len(document.articles))
    said = say("{quotes} of {sources}", quotes=quotes, sources=sources)
    if not document.lost:
        return said
    lost = say_many("{n} clipping not found", "{n} clippings not found", len(document.lost))
    return f"{said} ({lost})"
