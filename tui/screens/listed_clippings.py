"""The clippings of a store, listed: read, found again, made ready for keys, all in a thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import sleep
from typing import ClassVar

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from dossier.clippings import Anchored, ClippingStore, clippings_of, find_all_again
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.screens.clipping_list import ClippingList, Row
from tui.screens.clipping_pane import ClippingPane
from tui.telling import failure_told


class ListedClippings(ClippingPane):
    """What stands in the store; what is asked of it before it is ready waits until it is."""

    AT_ONCE: ClassVar[int] = 50
    """So many clippings are made ready before they are listed; of more, the rest after."""
    AT_A_TIME: ClassVar[int] = 20
    """Clippings made ready before a key may go first."""

    @dataclass
    class Listed(Message):
        """Other clippings are listed, or in another order."""

    @dataclass
    class Failed(Message):
        """The store could not be read."""

        said: str

    @dataclass
    class Found(Message):
        """Where the clippings stand today was worked out."""

        anchored: tuple[Anchored, ...]
        ready: bool
        """Whether they are ready for words and orders as well."""

    def __init__(self, dossier: Dossier, store: ClippingStore) -> None:
        super().__init__(dossier, id="clippings")
        self._store = store
        self.listed = ClippingList(dossier)
        self.ready = False
        """Whether they were read, and may be asked for by words and in other orders."""
        self.found = False
        """Whether they are listed, or could not be read."""
        self._asked: list[Callable[[], None]] = []

    @property
    def by_source(self) -> bool:
        """Whether they stand under their sources."""
        return self.listed.order == "source"

    @work(thread=True, exclusive=True, group="anchors")
    def read(self) -> None:
        """Read the store, find each clipping in the articles of today, list and make ready."""
        worker = get_current_worker()
        try:
            dossier, kept = self._dossier, self._store.load()
            here = clippings_of(kept, dossier.articles, dossier.folder, dossier.problems)
            anchored = find_all_again(here, dossier.articles)
        except DossierError as error:
            self.found = True
            self.post_message(self.Failed(failure_told(error)))
            return
        self.listed.weigh(anchored)
        asked = len(anchored) <= self.AT_ONCE or self.listed.asks
        if not asked:
            self.post_message(self.Found(anchored, ready=False))
        for at, _ in enumerate(self.listed.learn(anchored)):
            if worker.is_cancelled:
                return
            if not at % self.AT_A_TIME:
                sleep(0.0005)  # without it the thread hardly lets go of the interpreter
        if not worker.is_cancelled:
            self.post_message(self.Found(anchored, ready=True))

    @on(Found)
    def _found(self, message: Found) -> None:
        message.stop()
        self.ready = message.ready or self.ready
        if self.listed.standing is not message.anchored:
            self.listed.take(message.anchored)
            self._list()
        elif self._asked or not message.anchored:
            self._list()
        self.found = True

    def ask(self, does: Callable[[], None]) -> None:
        """Do something to the list, and show it: once it is ready."""
        self._asked.append(does)
        if self.ready:
            self._list()

    def _list(self) -> None:
        """Show the clippings asked for, the one that was chosen chosen still."""
        asked, self._asked = (self._asked, []) if self.ready else ([], self._asked)
        for does in asked:
            does()
        rows, current = self.listed.rows(), self.current
        name = current.clipping.id if current is not None else ""
        among = (row for row in rows if isinstance(row, Anchored))
        same = next((row for row in among if row.clipping.id == name), None)
        self.show_rows(rows, same or self._neighbour(rows))
        self.post_message(self.Listed())

    def _neighbour(self, rows: Sequence[Row]) -> Anchored | None:
        """The row that now stands where the chosen one stood."""
        at = min(self.selected, len(rows) - 1)
        around = (*rows[at:], *reversed(rows[:at]))
        return next((row for row in around if isinstance(row, Anchored)), None)
