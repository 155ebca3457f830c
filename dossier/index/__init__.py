"""What was derived, kept in a cache that may be deleted: a second opening works nothing out.

An article is known by the digest of its file's bytes; entities and topics by those of all files and
what ``dossier.toml`` says of them. What changed is worked out again, and nothing else is.

A large dossier is opened in three steps, so that a page stands at once: ``open`` reads articles for
as long as a reader waits, ``complete`` reads the others, ``analyse`` works the rest out in another
process, which leaves the keys alone and takes its memory with it.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from time import monotonic

from dossier.article import Article
from dossier.dossier import Derived, Dossier, analyse, decide, open_dossier
from dossier.entities.entity import Entity, Found, Suggestion
from dossier.index.records import maker, plain
from dossier.index.store import (
    Line,
    content_of,
    digest,
    file_for,
    load,
    may_save,
    rules_mark,
    save,
)
from dossier.problems import Problem
from dossier.reading import STDIN, Enough, Loaded
from dossier.topics import Topic

__all__ = ["LARGE", "PATIENCE", "Index"]

PATIENCE = 0.2
"""Seconds that reading on may take before the first page stands, once there is an article."""

LARGE = 100
"""Articles from which entities and topics are worked out in another process."""

_DAMAGED = (TypeError, ValueError, AttributeError)
"""What making values again raises when what was kept is not what we keep."""


class Index:
    """What is kept of one dossier: its articles as they were read, its entities and topics."""

    def __init__(self, paths: Sequence[Path], folder: Path | None = None) -> None:
        """``folder`` is where such things are kept; None takes the user's caches."""
        self._paths = tuple(paths)
        self._folder = folder
        self._file = file_for(paths, folder)
        self._mark = rules_mark()
        self._kept: dict[str, dict[str, list[bytes]]] = {}
        self._read: dict[str, tuple[str, Loaded]] = {}
        self._child: subprocess.Popen[bytes] | None = None

    def open(self, patience: float | None = None) -> Dossier:
        """The dossier, with entities and topics if they are known; raises as ``open_dossier``.

        ``patience`` is how many seconds reading may take; None waits for every file.
        """
        waits = patience is None or STDIN in self._paths  # which cannot be read twice
        self._kept = load(self._file, self._mark)
        dossier = open_dossier(
            self._paths,
            read=self._article,
            enough=None if waits else _passed(patience or 0.0),
        )
        if not dossier.whole:
            return dossier
        return self._known(dossier) or dossier

    def complete(self, dossier: Dossier) -> Dossier:
        """The dossier with every file read; any thread may ask."""
        if dossier.whole:
            return dossier
        whole = open_dossier(self._paths, read=self._article)
        return self._known(whole) or whole

    def begin(self, dossier: Dossier) -> None:
        """Have another process begin what ``analyse`` will be asked for, if it is not known.

        A page is drawn meanwhile, and the reader's own process loads nothing of it: the other one
        reads the articles itself, for writing them down would keep the page waiting.
        """
        known = dossier.analysed or not dossier.whole or STDIN in self._paths
        if not known and may_save(self._file):
            self._analyse_elsewhere()

    def analyse(self, dossier: Dossier) -> Dossier:
        """The dossier with its entities and topics, kept for the next time; any thread may ask."""
        if self._child is None and self._is_large(dossier):
            self._analyse_elsewhere()
        if (child := self._child) is not None:
            child.wait()
            self._child = None
            self._kept = load(self._file, self._mark)
            if (known := self._known(dossier)) is not None:
                return known
        done = analyse(dossier)
        self.keep(done)
        return done

    def _is_large(self, dossier: Dossier) -> bool:
        """Whether another process is to work it out, with the articles as this one read them."""
        large = len(dossier.articles) >= LARGE
        return large and save(self._file, self._mark, self._articles())

    def keep(self, dossier: Dossier) -> bool:
        """Keep what was worked out; whether that could be done."""
        return save(self._file, self._mark, chain(self._articles(), self._derived(dossier)))

    def close(self) -> None:
        """Stop what is still worked out in another process."""
        if self._child is not None:
            self._child.kill()

    def _analyse_elsewhere(self) -> None:
        """Have another process work out and keep what ``_known`` then finds.

        ``-P``: nothing that lies in the folder one stands in is run.
        """
        asked = json.dumps([[str(path) for path in self._paths], str(self._folder or "")])
        command = [sys.executable, "-P", "-m", "dossier.index", asked]
        with suppress(OSError):
            self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    # -- articles

    def _article(self, file: str, raw: bytes) -> Loaded:
        """What a file holds: as it was kept, if its bytes are those of then."""
        mark = digest(raw)
        then = self._read.get(file)
        if then is not None and then[0] == mark:
            return then[1]
        loaded = self._kept_article(file, mark)
        if loaded is None:
            from dossier.reading import read_article

            loaded = read_article(file, raw)
        self._read[file] = mark, loaded
        return loaded

    def _kept_article(self, file: str, mark: str) -> Loaded | None:
        for line in self._kept.get("article", {}).get(mark, ()):
            with suppress(*_DAMAGED):
                name, articles, problems = content_of(line)
                if name == file:
                    return Loaded(_ARTICLES(articles), _PROBLEMS(problems))
        return None

    def _articles(self) -> Iterator[Line]:
        for file, (mark, loaded) in self._read.items():
            yield "article", mark, [file, plain(loaded.articles), plain(loaded.problems)]

    # -- entities and topics

    def _known(self, dossier: Dossier) -> Dossier | None:
        """The dossier with what was worked out then; None when that was from something else."""
        key, kept = self._key(dossier), self._kept
        self._kept = {}
        try:
            (counts,) = kept["counts"][key]
            found = [
                tuple(map(make, map(content_of, kept.get(kind, {}).get(key, ()))))
                for kind, make in _DERIVED
            ]
            *numbers, heard = content_of(counts)
            if [len(values) for values in found] != numbers or not isinstance(heard, str):
                return None
        except (KeyError, *_DAMAGED):
            return None
        entities, suggestions, topics = found
        derived = Derived(Found(entities, suggestions), topics)
        return decide(replace(dossier, derived=derived, analysed=True, heard=heard))

    def _derived(self, dossier: Dossier) -> Iterator[Line]:
        key = self._key(dossier)
        undecided = dossier.derived or Derived(dossier.found, dossier.topics)
        found = undecided.found
        derived = found.entities, found.suggestions, undecided.topics
        yield "counts", key, [*(len(values) for values in derived), dossier.heard]
        for (kind, _), values in zip(_DERIVED, derived, strict=True):
            for value in values:
                yield kind, key, plain(value)

    def _key(self, dossier: Dossier) -> str:
        """What entities and topics follow from: every article, and what was said of them by hand.

        What the reader decided of entities and topics is played over them at each opening.
        """
        said = dossier.decisions.articles, dossier.decisions.language
        marks = sorted((file, mark) for file, (mark, _) in self._read.items())
        return digest(repr((marks, said)).encode("utf-8", "surrogatepass"))


def _passed(seconds: float) -> Enough:
    """Whether so many seconds have passed since it was asked first: after the first article."""
    until: float | None = None

    def passed() -> bool:
        nonlocal until
        if until is None:
            until = monotonic() + seconds
        return monotonic() >= until

    return passed


_ARTICLES, _PROBLEMS = maker(tuple[Article, ...]), maker(tuple[Problem, ...])
_DERIVED = (("entity", maker(Entity)), ("suggestion", maker(Suggestion)), ("topic", maker(Topic)))
