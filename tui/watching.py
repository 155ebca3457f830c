"""Watching: what is put into the folder, changed or taken out while one reads appears.

A thread looks at the files every few seconds and opens none. What is otherwise is read and worked
out there; it is shown when the reader's screen is, and no one types in it. Of a large dossier it is
shown before all is worked out again, and once more then. A title, a day or a language that the
reader put right is no news, but topics are called by titles: they are worked out again as quietly.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from dossier.decisions import Decisions
from dossier.dossier import Dossier
from dossier.index import LARGE, sorts_itself
from dossier.index.watching import EVERY, Change, Watch
from dossier.problems import DossierError
from dossier.reading.files import name_of
from tui.messages import Renewed
from tui.telling import failure_told
from tui.wording import say

if TYPE_CHECKING:
    from tui.screens.reader import ReaderScreen


class Watching:
    """Looks at the files of the dossier on a reader's screen."""

    def __init__(
        self,
        watch: Watch,
        again: Callable[[], Dossier],
        is_worked_out: Callable[[], bool] = bool,
    ) -> None:
        """``again`` reads the dossier as its files are now, and works it out.

        It may leave that to another process; ``is_worked_out`` tells that this has ended.
        """
        self._watch, self._again, self._is_worked_out = watch, again, is_worked_out
        self._ended = Event()
        self._is_gone = False
        self._sent: Renewed | None = None
        """What was told last that is to be shown."""
        self._screen: ReaderScreen | None = None
        self._grounds: object = None
        """What names and topics were worked out from, of what is said by hand."""

    def start(self, screen: "ReaderScreen") -> None:
        """Begin to look, now and then, until ``stop``."""
        self.on(screen)
        Thread(target=self._go_on, name="watching", daemon=True).start()

    def on(self, screen: "ReaderScreen") -> None:
        """Tell that screen what is otherwise."""
        self._screen = screen
        self._grounds = screen.reading.dossier.decisions.grounds

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()

    def is_true(self) -> bool:
        """Whether what is shown is what the files say."""
        return (self._sent is None or self._sent.shown) and self._watch.is_true()

    def _go_on(self) -> None:
        while not self._ended.wait(EVERY):
            with suppress(RuntimeError):  # work begins as one looks, or the screen goes: next time
                self.look()

    def look(self) -> None:
        """Look at the files once; tell the screen if they are others and it can take that."""
        screen = self._screen
        if screen is None or not screen.at_rest:
            return
        change = self._watch.look()
        if change.gone:
            self._tell_gone(screen)
        elif change and self._is_ours(screen.reading.dossier, change):
            self._watch.accept()
        elif change and screen.models.is_quiet():
            self._is_gone = False
            self._watch.accept()
            self._read(screen, change)
        elif self._is_worked_out() and screen.models.is_quiet():
            self._show(screen, Change())

    def _tell_gone(self, screen: "ReaderScreen") -> None:
        if not self._is_gone:
            self._is_gone = True
            said = say("The folder or file one reads is gone; what was read stays.")
            screen.post_message(Renewed(None, said))

    def _is_ours(self, before: Dossier, change: Change) -> bool:
        """Whether all that changed is what we wrote ourselves, and nothing is to be made of it."""
        from tui.deciding import decided_now, wrong_as_before

        if change.articles or before.folder is None:
            return False
        decisions, unclear = decided_now(before.folder, before)
        same = decisions == before.decisions and wrong_as_before(before, decisions, unclear)
        return same and not self._makes_others(before, decisions)

    def _makes_others(self, before: Dossier, decisions: Decisions) -> bool:
        """Whether other names and topics would be worked out, once that is decided."""
        return sorts_itself(before) and decisions.grounds != self._grounds

    def _read(self, screen: "ReaderScreen", change: Change) -> None:
        from tui.deciding import decided_now

        before, is_told = screen.reading.dossier, True
        self._sent = Renewed(None)
        if not change.articles and before.folder is not None:
            decisions, _ = decided_now(before.folder, before)
            about = (decisions.title, decisions.language)
            is_told = decisions != before.decisions
            same = about == (before.decisions.title, before.decisions.language)
            if same and not self._makes_others(before, decisions):
                self._send(screen, Renewed(before))
                return
        if is_told and len(before.articles) >= LARGE:
            said = say("Files were changed; they are read and worked out …")
            screen.post_message(Renewed(None, said))
        self._show(screen, change)

    def _show(self, screen: "ReaderScreen", change: Change) -> None:
        """Read the dossier as its files are now, and have it shown."""
        from tui.renewing import told

        before = screen.reading.dossier
        try:
            after = self._again()
        except DossierError as error:
            self._send(screen, Renewed(None, failure_told(error)))
            return
        except Exception as error:  # noqa: BLE001 - a thread's edge: what was read can be read on
            wrong = say("The topics could not be worked out: {error}.", error=error)
            self._send(screen, Renewed(None, wrong))
            return
        self._grounds = after.decisions.grounds
        written = tuple(_name(path, before.folder) for path in change.changed)
        self._send(screen, Renewed(after, told(before, after, written)))

    def _send(self, screen: "ReaderScreen", message: Renewed) -> None:
        self._sent = message
        screen.post_message(message)


def _name(path: str, folder: Path | None) -> str:
    """What a file is called in the dossier."""
    return name_of(os.path.relpath(path, folder or "."))
