"""What was derived, kept in a cache that may be deleted: a second opening works nothing out.

A file is known by the digest of its bytes; entities and topics by those of all files and what
``dossier.toml`` says of them. What changed is worked out again, and nothing else is. Where no file
has another size, date or place on the disk than then, none is opened.

A small dossier is taken from its shelf whole. Of a large one nothing is, before it is shown: its
articles, names and extracts are made on demand (``kept``).

A large dossier is opened in three steps, so that a page stands at once: ``open`` reads articles for
as long as a reader waits, ``complete`` reads the others, ``analyse`` works the rest out in another
process, which leaves the keys alone and takes its memory with it.

A very large one is read by another process as well, and not analysed unless that is asked for.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from dossier.dossier import Dossier, analyse, open_dossier
from dossier.index.opening import Opened, ground_of, key_of, left_out
from dossier.index.shelf import DamagedError, write_shelf
from dossier.index.store import digest, file_for, has_more, may_save, rules_mark, stamp_of
from dossier.problems import DossierError, Problem
from dossier.reading import STDIN, Enough, Loaded

if TYPE_CHECKING:
    from dossier.entities.hearing import Hearing, Leash, Progress
    from dossier.index.ahead import Bring

__all__ = ["LARGE", "PATIENCE", "VERY_LARGE", "Index", "sorts_itself"]

PATIENCE = 0.2
"""Seconds that reading on may take before the first page stands, once there is an article."""

LARGE = 100
"""Articles from which a dossier is worked out in another process, and made on demand."""

VERY_LARGE = 20_000
"""Articles from which on another process reads a folder alone, and names and topics are worked out
only when they are asked for (``dossier index``): that takes an hour and more."""

_SOON = 1000
"""Files whose dates are looked at before a page stands that is not known."""


class Index:
    """What is kept of one dossier: its articles as they were read, its entities and topics."""

    def __init__(
        self,
        paths: Sequence[Path],
        folder: Path | None = None,
        *,
        at_hand: bool = False,
        bring: "Bring | None" = None,
    ) -> None:
        """``folder`` is where such things are kept; None takes the user's caches.

        ``at_hand`` takes a large dossier whole, too: to work on, not to look at. ``bring`` brings
        in many files of which nothing is kept; None has several processes read them.
        """
        self._paths = tuple(paths)
        self._folder = folder
        self._at_hand = at_hand
        self._bring = bring
        self._file = file_for(paths, folder)
        self._mark = rules_mark()
        self._kept: Opened | None = None
        self._stamp = ""
        self._read: dict[str, tuple[str, Loaded]] = {}
        self._before: dict[str, tuple[str, Loaded]] = {}
        """What was read before the files are read again, or by others."""
        self._told: tuple[Problem, ...] = ()
        """What is told of files that were not read."""
        self._child: subprocess.Popen[bytes] | None = None
        self._asked = ""
        """The stamp of the files when another process was last asked to work them out again."""

    def open(self, patience: float | None = None) -> Dossier:
        """The dossier, with entities and topics if they are known; raises as ``open_dossier``.

        ``patience`` is how many seconds reading may take; None waits for every file.
        """
        self._kept = self._shelf()
        if patience is not None and (at_once := self._unchecked()) is not None:
            return at_once
        if (kept := self._unchanged()) is not None:
            return kept
        waits = patience is None or STDIN in self._paths  # which cannot be read twice
        self._stamp = self._stamp_now() if waits else self._stamp_now(_SOON)
        dossier = self._opened() if waits else self._opened(_passed(patience or 0.0))
        return self._known(dossier) if dossier.whole else dossier

    def unchanged(self) -> Dossier | None:
        """The dossier as it was kept, if no file changed since; nothing is read otherwise."""
        self._kept = self._shelf()
        return self._unchanged()

    def complete(self, dossier: Dossier) -> Dossier:
        """The dossier with every file read; any thread may ask.

        The very same when its files are those it was kept of. Where they are others, and names and
        topics are known, those of the others stand meanwhile (``standing``).
        """
        if dossier.whole and dossier.checked:
            return dossier
        self._stamp, kept = self._stamp_now(), self._kept
        if kept is not None and dossier.whole and self._stamp == kept.stamp:
            return dossier
        if (read := self._read_elsewhere()) is not None:
            return read
        known = self._known(self._opened())
        same = kept is not None and kept is self._kept and known.analysed and not dossier.checked
        return dossier if same else self._standing(known) or known

    def _read_elsewhere(self) -> Dossier | None:
        """A very large dossier as another process read and kept it; None where that is not done."""
        if STDIN in self._paths or not has_more(self._paths, VERY_LARGE):
            return None
        if not may_save(self._file):
            return None
        self._ask_another(sort=False)
        if self._child is not None:
            self._child.wait()
            self._child = None
        self._read.clear()
        self._kept = self._shelf()
        return self._unchanged()

    def _opened(self, enough: Enough | None = None) -> Dossier:
        """The articles of the paths; raises as ``open_dossier``."""
        if enough is None and self._kept is None and STDIN not in self._paths:
            from dossier.index.ahead import bring  # not for a page

            self._before = (self._bring or bring)(self._paths, self._read)
        try:
            dossier = open_dossier(self._paths, read=self._article, enough=enough)
        finally:
            self._before = {}
        self._told = left_out(dossier.problems, self._read)
        return dossier

    def again(self) -> Dossier:
        """The dossier as its files are now, worked out; what did not change is not cut again.

        A large one has the names and topics of what did not change (``standing``), and all of them
        when ``again`` is asked for once ``is_worked_out``.
        Any thread may ask, while nothing else is asked for. Raises as ``open_dossier``.
        """
        if self.is_worked_out():
            self._child, self._kept = None, self._shelf()
            if (known := self._unchanged()) is not None and known.analysed:
                self._stamp = ""
                self._read.clear()
                return known
        if (read := self._read_elsewhere()) is not None:
            return read
        on_shelf = self._kept is not None and self._kept.on_demand
        self._before, self._read = {} if on_shelf else self._read, {}
        self._stamp = self._stamp_now()
        try:
            dossier = open_dossier(self._paths, read=self._article)
            self._told = left_out(dossier.problems, self._read)
            dossier = self._known(dossier)
        except DossierError:
            self._read = self._before
            raise
        finally:
            self._before = {}
        if not dossier.analysed:
            if (stands := self._standing(dossier)) is not None:
                return stands
            dossier = self.analyse(dossier)
        if self._kept is None or self._kept.ground != self._ground():
            self._kept = self._shelf()
        return dossier

    def is_worked_out(self) -> bool:
        """Whether another process that was asked to work out the whole again has ended."""
        return self._child is not None and self._child.poll() is not None

    def _standing(self, dossier: Dossier) -> Dossier | None:
        """The dossier with what is known of the files that did not change; the rest is asked for.

        None where nothing is known, or the same files were asked for already: that failed.
        """
        kept, failed = self._kept, self._child is None and self._stamp == self._asked
        if kept is None or dossier.analysed or failed or not may_save(self._file):
            return None
        from dossier.index.standing import standing  # not for a page

        stands = standing(kept, dossier)
        if stands is not None and self._child is None:
            self._asked = self._stamp
            self._ask_another(sort=True)
        return stands if self._child is not None else None

    @property
    def stamp(self) -> str:
        """What ``stamp_of`` said of the files that were read; "" when that is not known."""
        return self._stamp or (self._kept.stamp if self._kept is not None else "")

    def begin(self, dossier: Dossier) -> None:
        """Have another process begin what ``analyse`` will be asked for, if it is not known.

        A page is drawn meanwhile, and the reader's own process loads nothing of it: the other one
        reads the articles itself, for writing them down would keep the page waiting.
        """
        known = dossier.analysed or not dossier.whole or STDIN in self._paths
        if not known and sorts_itself(dossier) and may_save(self._file):
            self._ask_another(sort=True)

    def analyse(self, dossier: Dossier) -> Dossier:
        """The dossier with its entities and topics, kept for the next time; any thread may ask.

        The very same when it is very large.
        """
        if not sorts_itself(dossier):
            return dossier
        if (known := self._when_ended(dossier)).analysed:
            return known
        if self._is_large(dossier):  # or files changed after the other process had begun
            self._ask_another(sort=True)
            if (known := self._when_ended(dossier)).analysed:
                return known
        done = analyse(dossier)
        self.keep(done)
        return done

    def _when_ended(self, dossier: Dossier) -> Dossier:
        """The dossier with what another process works out of it, if one does."""
        if self._child is None:
            return dossier
        self._child.wait()
        self._child, self._kept = None, self._shelf()
        return self._known(dossier)

    def _is_large(self, dossier: Dossier) -> bool:
        """Whether another process is to work it out, with the articles as this one read them."""
        return len(dossier.articles) >= LARGE and self._save(None)

    def keep(self, dossier: Dossier) -> bool:
        """Keep what was worked out; whether that could be done."""
        return self._save(dossier)

    def keep_articles(self) -> bool:
        """Keep the articles as they were read; whether that could be done."""
        return self._save(None)

    def refine(
        self,
        dossier: Dossier,
        cache: Path | None,
        *,
        pipelines: Mapping[str, str] | None = None,
        progress: "Progress | None" = None,
        leash: "Leash | None" = None,
    ) -> "tuple[Dossier, Hearing]":
        """As ``refine_dossier``, of what is kept and by another process, which keeps it; blocks."""
        from dossier.index.refining import ask_another  # not for a page

        then = self._ground()
        hearing = ask_another(self._paths, self._folder, cache, pipelines, progress, leash)
        kept = self._shelf()
        with suppress(DamagedError):
            if kept is not None and kept.ground == then and not hearing.failed:
                refined = replace(kept.dossier(), checked=dossier.checked)
                if refined.analysed and refined.heard != dossier.heard:
                    self._kept = kept
                    return refined, hearing
        return dossier, hearing

    def close(self) -> None:
        """Stop what is still worked out in another process."""
        if self._child is not None:
            self._child.kill()

    def _ask_another(self, *, sort: bool) -> None:
        """Have another process keep what ``_known`` then finds: the articles, sorted if asked.

        ``-P``: nothing that lies in the folder one stands in is run.
        """
        paths = [str(path) for path in self._paths]
        asked = json.dumps([paths, str(self._folder or ""), sort])
        command = [sys.executable, "-P", "-m", "dossier.index", asked]
        with suppress(OSError):
            self._child = subprocess.Popen(  # noqa: S603 - our own module, by our own interpreter
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    # -- what is kept

    def _shelf(self) -> Opened | None:
        """What was kept, by the rules of today; None when there is nothing of it."""
        with suppress(DamagedError):
            return Opened(self._file, self._mark, self._paths, LARGE if not self._at_hand else None)
        return None

    def _stamp_now(self, most: int | None = None) -> str:
        """What changes with any file; "" when that cannot be told, or there are more than that."""
        return "" if STDIN in self._paths else stamp_of(self._paths, most)

    def _unchanged(self) -> Dossier | None:
        """The dossier as it was kept, if no file changed since."""
        kept = self._kept
        if kept is None or not kept.stamp or self._stamp_now() != kept.stamp:
            return None
        with suppress(DamagedError):
            return kept.dossier()
        self._kept = None
        return None

    def _unchecked(self) -> Dossier | None:
        """A large dossier as it was kept, its files still to be looked at; None when not known."""
        kept = self._kept
        if kept is None or not kept.on_demand or not kept.stamp:
            return None
        with suppress(DamagedError):
            dossier = kept.dossier()
            if all(path.exists() for path in self._paths):
                return replace(dossier, checked=False)
        return None

    def _known(self, dossier: Dossier) -> Dossier:
        """The dossier, with what was worked out then if it was from the same files."""
        kept = self._kept
        if kept is None or kept.ground != self._ground():
            return dossier
        if self._stamp and self._stamp != kept.stamp:  # the same bytes, written anew
            kept.restamp(self._stamp)
        with suppress(DamagedError):
            if kept.on_demand:
                self._read.clear()
                return kept.dossier()
            return kept.known(dossier) or dossier
        self._kept = None
        return dossier

    def _ground(self) -> str:
        """What tells the files from others."""
        if not self._read and self._kept is not None:
            return self._kept.ground
        return ground_of(self._read)

    def _save(self, dossier: Dossier | None) -> bool:
        """Keep the articles, and what was worked out of them if that is given."""
        from dossier.index.writing import article_rows, derived_rows, files_of  # not for a page

        kept, ground = self._shelf(), self._ground()
        files: list[str] | None = None
        with suppress(DamagedError):
            files = kept.files() if kept is not None and kept.ground == ground else None
        anew = files is None
        if anew and not self._read:  # nothing was read here, or what was kept is damaged
            return False
        if not anew and dossier is None:
            return True
        files = files_of(self._read) if files is None else files
        rows = article_rows(self._read, self._mark, self._stamp, self._told) if anew else ()
        key = key_of(ground, dossier.decisions) if dossier else ""
        derived = derived_rows(dossier, key, files, share=len(files) >= LARGE) if dossier else ()
        return write_shelf(self._file, chain(rows, derived), anew=anew)

    # -- articles

    def _article(self, file: str, raw: bytes) -> Loaded:
        """What a file holds: as it was kept, if its bytes are those of then."""
        mark = digest(raw)
        then = self._read.get(file) or self._before.get(file)
        if then is not None and then[0] == mark:
            self._read[file] = then
            return then[1]
        loaded = self._kept.loaded(file, mark) if self._kept is not None else None
        if loaded is None:
            from dossier.reading import read_article

            loaded = read_article(file, raw)
        self._read[file] = mark, loaded
        return loaded


def sorts_itself(dossier: Dossier) -> bool:
    """Whether names and topics are worked out unasked: not of a very large dossier."""
    return len(dossier.articles) <= VERY_LARGE


def _passed(seconds: float) -> Enough:
    """Whether so many seconds have passed since it was asked first: after the first article."""
    until: float | None = None

    def passed() -> bool:
        nonlocal until
        if until is None:
            until = monotonic() + seconds
        return monotonic() >= until

    return passed
