"""The models: language models at work on the names while one reads, and what is told of them.

It draws nothing: the legend says that one is at work, and what could not be heard.
"""

from typing import TYPE_CHECKING

from textual import on, work
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from tui.guide import Guide
from tui.messages import Analysed, Refined, Refining
from tui.refining import model_failed
from tui.wording import say

if TYPE_CHECKING:
    from tui.refining import Refining as Refiner


class Models(Widget):
    """Has the models hear the articles, in a thread; stops them when they are in the way."""

    DEFAULT_CSS = """
    Models { display: none; }
    """

    def __init__(self, guide: Guide, refiner: "Refiner | None") -> None:
        super().__init__(id="models")
        self._guide, self._reading, self._refiner = guide, guide.reading, refiner
        self._hears = False
        """Whether one is at work."""

    @work(thread=True, exclusive=True, group="refine", exit_on_error=False)
    def hear(self) -> None:
        """Have them refine the names, where there are any."""
        self._hears = True
        try:
            self._hear()
        finally:
            self._hears = False

    def _hear(self) -> None:
        worker, dossier = get_current_worker(), self._reading.dossier

        def progress(done: int, many: int) -> bool:
            self.post_message(Refining(done, many))
            return not worker.is_cancelled

        if self._refiner is not None and self._reading.is_known:
            refined, said = self._refiner.refine(dossier, progress)
            if refined is not dossier and not worker.is_cancelled:
                self.post_message(Analysed(refined, said))
            if not worker.is_cancelled:
                self.post_message(Refined(self._refiner.note(dossier)))

    def is_quiet(self) -> bool:
        """Whether none is at work; if one is, it is stopped: what it heard is kept.

        Any thread may ask.
        """
        if self._hears:
            self.call_later(self._hush)
        return not self._hears

    def _hush(self) -> None:
        self.workers.cancel_group(self, "refine")
        if self._refiner is not None:
            self._refiner.pause()
        self._reading.refining = None

    @on(Refining)
    def _told_progress(self, message: Refining) -> None:
        message.stop()
        if not self._hears:  # it was stopped meanwhile
            return
        self._reading.refining = (message.done, message.many)
        self._guide.legend.note(say("model at work"))
        self._guide.tell()

    @on(Refined)
    def _refined(self, message: Refined) -> None:
        message.stop()
        self._guide.legend.note(message.note)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """The names of the rules stand: say why no model added to them, and go on."""
        if event.state is WorkerState.ERROR:
            self.log.error(error := event.worker.error)
            self._reading.refining = None
            self._guide.legend.note(say("rules only"))
            self._guide.hints.tell(model_failed(error))
            self._guide.tell()

    def on_unmount(self) -> None:
        """Ask no model any more."""
        if self._refiner is not None:
            self._refiner.stop()
