"""What was derived, kept in a cache that may be deleted: a second opening works nothing out.

An article is known by the digest of its file's bytes; entities and topics by those of all files and
of ``dossier.toml``. What changed is worked out again, and nothing else is.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dossier.article import Article
from dossier.decisions import DECISIONS_FILE
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.entities import Found
from dossier.index.records import Plain, maker, plain
from dossier.index.store import digest, file_for, load, rules_mark, save
from dossier.problems import Problem
from dossier.reading import Loaded
from dossier.topics import Topic

__all__ = ["Index"]

_NOT_OURS = (TypeError, ValueError, AttributeError)
"""What making values again raises when what was kept is not what we keep."""


class Index:
    """What is kept of one dossier: its articles as they were read, its entities and topics."""

    def __init__(self, paths: Sequence[Path], folder: Path | None = None) -> None:
        """``folder`` is where such things are kept; None takes the user's caches."""
        self._paths = tuple(paths)
        self._file = file_for(paths, folder)
        self._mark = rules_mark()
        self._kept: dict[str, Plain] = {}
        self._read: dict[str, tuple[str, Loaded]] = {}
        self._stale = False
        """Whether what is kept is not what was read."""

    def open(self) -> Dossier:
        """The dossier, with entities and topics if they are known; raises as ``open_dossier``."""
        kept = load(self._file, self._mark)
        articles, worked_out = kept if isinstance(kept, list) and len(kept) == 2 else ({}, None)
        self._kept = articles if isinstance(articles, dict) else {}
        dossier = open_dossier(self._paths, read=self._article)
        self._stale = self._stale or len(self._kept) != len(self._read)
        self._kept = {}
        return self._known(dossier, worked_out) or dossier

    def analyse(self, dossier: Dossier) -> Dossier:
        """The dossier with its entities and topics, kept for the next time; any thread may ask."""
        done = analyse(dossier)
        self._save(done)
        return done

    def _article(self, file: str, raw: bytes) -> Loaded:
        """What a file holds: as it was kept, if its bytes are those of then."""
        mark = digest(raw)
        loaded = self._kept_article(file, mark)
        if loaded is None:
            from dossier.reading import read_article

            loaded = read_article(file, raw)
            self._stale = True
        self._read[file] = mark, loaded
        return loaded

    def _kept_article(self, file: str, mark: str) -> Loaded | None:
        try:
            then, articles, problems = self._kept[file]
            if then != mark:
                return None
            return Loaded(
                maker(tuple[Article, ...])(articles), maker(tuple[Problem, ...])(problems)
            )
        except (KeyError, *_NOT_OURS):
            return None

    def _known(self, dossier: Dossier, worked_out: Plain) -> Dossier | None:
        """The dossier with what was worked out then; None when that was from something else."""
        try:
            key, found, topics = worked_out
            if key != self._key(dossier):
                return None
            return replace(
                dossier,
                found=maker(Found)(found),
                topics=maker(tuple[Topic, ...])(topics),
                analysed=True,
            )
        except _NOT_OURS:
            return None

    def _key(self, dossier: Dossier) -> str:
        """What entities and topics follow from: every article, and what the reader decided."""
        decided = b""
        if dossier.folder is not None and (dossier.folder / DECISIONS_FILE).is_file():
            decided = (dossier.folder / DECISIONS_FILE).read_bytes()
        marks = sorted((file, mark) for file, (mark, _) in self._read.items())
        return digest(repr((marks, decided)).encode("utf-8", "surrogatepass"))

    def _save(self, dossier: Dossier) -> None:
        articles = {
            file: [mark, plain(loaded.articles), plain(loaded.problems)]
            for file, (mark, loaded) in self._read.items()
        }
        worked_out = [self._key(dossier), plain(dossier.found), plain(dossier.topics)]
        save(self._file, self._mark, [articles, worked_out])
