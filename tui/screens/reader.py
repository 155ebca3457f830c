"""The reader's screen: topics, sources, text, and what is worked out meanwhile.

The guide knows the way; the screen gives it the panes, runs what takes time in threads, and turns
keys into what the guide is asked for.
"""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from dossier.dossier import Dossier, without_topics
from dossier.index import sorts_itself
from tui.commands import bindings
from tui.guide import Guide
from tui.marks import Dress
from tui.messages import Analysed, Arranged, Compared, Renewed
from tui.noticing import Noticing
from tui.reading import Reading
from tui.widgets.cuttings import Cuttings
from tui.widgets.desk import Desk
from tui.widgets.finding import Finding
from tui.widgets.going import Going
from tui.widgets.sorting import Sorting

if TYPE_CHECKING:
    from dossier.clippings import ClippingStore
    from tui.refining import Refining
    from tui.widgets.models import Models

_LATER = 1.0
"""Seconds until it is asked again whether what changed can be shown."""

Analyse = Callable[[Dossier], Dossier]
"""Gives the same dossier, more of it worked out or read; any thread may run it."""


class ReaderScreen(Screen[None]):
    """Three panes on a dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("enter", "escape", "why", "furniture"),
    ]
    CSS_PATH = "reader.tcss"
    AUTO_FOCUS = "#topics"

    focused: var[Widget | None] = var(None)  # the panes draw what the focus changes, no one else

    def __init__(
        self,
        dossier: Dossier,
        analyse: Analyse,
        store: Callable[[], "ClippingStore"],
        dress: Dress | None = None,
        complete: Analyse = lambda dossier: dossier,
        refiner: "Refining | None" = None,
        *,
        still: bool = False,
    ) -> None:
        """``still`` works nothing out: the screen is drawn for what it looks like."""
        super().__init__()
        self.reading = Reading(dossier)
        self.desk = Desk(dress or Dress())
        self.guide = Guide(self.reading, self.desk)
        self.cuttings = Cuttings(self.guide, store)
        self._noticing = Noticing(self.guide, self.cuttings)
        sorting = Sorting(self.guide, self.cuttings)
        self.going = Going(self.guide, sorting)
        self.finding = Finding(self.guide, self.going)
        self._analyse = analyse
        self._complete = complete
        self._refiner = refiner
        self._still = still
        self._renewed: Renewed | None = None
        """What changed and is not shown yet."""
        self.settled = asyncio.Event()
        """Set when all stands that a dossier shows at once: clippings and copies too."""

    @cached_property
    def models(self) -> "Models":
        """The language models; none is thought of before the first paint."""
        from tui.widgets.models import Models

        return Models(self.guide, self._refiner)

    def compose(self) -> ComposeResult:
        """A title, the panes, two lines; laid out once, for the height there is."""
        self.guide.fit(self.app.size.height)
        yield self.guide.title
        yield self.finding

    def on_mount(self) -> None:
        """Show what was read; the rest is worked out meanwhile."""
        self.guide.resuming.start()
        self.call_after_refresh(self._begin if self._still else self._once_answered)

    def on_resize(self, event: events.Resize) -> None:
        """Leave lines out of a low screen."""
        self.guide.fit(event.size.height, typing=self.finding.typing)

    def _once_answered(self) -> None:
        """Begin behind the keys that were typed before the page stood, and what they paint."""
        self.app.call_later(self.app.call_later, self._begin)

    def _begin(self) -> None:
        """Do what no one waits for to see a page."""
        if not self.is_attached:  # left before the page stood
            return
        self.mount(self.models)
        self.cuttings.open()
        if self._still and self.reading.copied is not None:
            self.guide.compared(self.reading.copied)
        elif not self.reading.dossier.analysed:
            self._work_out()
        elif not self._still:
            if not self.reading.dossier.checked:
                self._work_out()
            else:
                self.models.hear()
            self._compare()
        self.finding.open()
        if not self._still:
            self._noticing.tell()
        if self._still or not self.reading.dossier.analysed:
            self.call_after_refresh(self.settled.set)

    @on(Arranged)
    def _arranged(self, message: Arranged) -> None:
        self.guide.heard(message)

    def on_key(self) -> None:
        """What was said stands until the next key."""
        self.guide.hints.tell("")

    # -- topics and entities, worked out meanwhile

    @work(thread=True, exclusive=True, group="analyse", exit_on_error=False)
    def _work_out(self) -> None:
        dossier = self.reading.dossier
        if not (dossier.whole and dossier.checked):
            before, dossier = dossier, self._complete(dossier)
            if dossier is before:
                self.call_later(self._check)
            elif dossier.unsorted is not None:
                self._tell_changed(before, dossier, dossier.unsorted)
            else:
                self._tell_more(dossier)
        if not dossier.analysed and (done := self._analyse(dossier)) is not dossier:
            self._tell_more(done)

    def _check(self) -> None:
        """Note that the files were looked at, and are those that the dossier was kept of.

        One may have put something right meanwhile.
        """
        self.reading.dossier = replace(self.reading.dossier, checked=True)
        if self.reading.dossier.analysed:
            self.models.hear()

    def _tell_more(self, dossier: Dossier) -> None:
        if not get_current_worker().is_cancelled:
            self.post_message(Analysed(dossier))

    def _tell_changed(self, before: Dossier, after: Dossier, written: Collection[str]) -> None:
        from tui.renewing import told

        message = Renewed(after, told(before, after, written))
        if not get_current_worker().is_cancelled:
            self.post_message(message)

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def _compare(self) -> None:
        """Find what the articles share."""
        from tui.copied import compare

        copied = compare(self.reading.dossier.articles)
        if not get_current_worker().is_cancelled:
            self.post_message(Compared(copied))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self.guide.compared(message.copied)
        self.call_after_refresh(self.settled.set)

    # -- files changed while one reads

    @property
    def at_rest(self) -> bool:
        """Whether nothing but names is worked out, and all is shown; any thread may ask."""
        dossier = self.reading.dossier
        done = (
            self.is_attached
            and (dossier.analysed or not sorts_itself(dossier))
            and dossier.whole
            and dossier.checked
            and self._renewed is None
        )
        running = (worker for worker in self.workers if worker.is_running)
        return done and all(worker.group == "refine" for worker in running)

    @on(Renewed)
    def _renew(self, message: Renewed) -> None:
        """Show what changed; not under another screen, and not while one types."""
        if not self.is_attached:
            return
        self._renewed = message
        if not self.is_current or self.finding.typing:
            self.set_timer(_LATER, lambda: self._renew(message))
            return
        self._renewed = None
        if message.dossier is not None:
            from tui.deciding import as_decided
            from tui.renewing import renew

            before, lost = self.reading.dossier, self.cuttings.keeping.lost()
            dossier = as_decided(message.dossier, before)
            renew(self.guide, dossier, self.finding.words)
            self.reading.refining = None
            self.cuttings.open()
            self.models.hear()
            self._compare()
            message.shown = True
            clippings = self._noticing.clippings(lost) if before.whole else ""
            told = (clippings, message.said, self._noticing.wrong(before))
            message.said = " · ".join(filter(None, told))
        if message.said or message.shown:  # what was said of the files as they were is so no more
            self.guide.hints.tell(message.said)

    @on(Cuttings.Sought)
    def _sought(self) -> None:
        if lost := self._noticing.lost_meanwhile():
            self.guide.hints.tell(lost)

    @on(Worker.StateChanged)
    def _failed(self, event: Worker.StateChanged) -> None:
        """The articles can be read without topics: say why there are none, and go on.

        That there are no topics is listed with what else is wrong.
        """
        if event.state is not WorkerState.ERROR:
            return
        self.log.error(error := event.worker.error)
        if event.worker.group == "analyse":
            from tui.problems import problem_told

            dossier = self.reading.dossier = without_topics(self.reading.dossier, error)
            self.guide.hints.tell(problem_told(dossier.problems[-1].message))
        self.guide.tell()

    @on(Analysed)
    def _analysed(self, message: Analysed) -> None:
        before, dossier = self.reading.dossier, message.dossier
        more = len(dossier.articles) != len(before.articles)
        self.reading.refining = None
        if dossier.decisions != before.decisions:  # put right while it was worked out
            from tui.deciding import as_decided

            dossier = as_decided(dossier, before)
        self.guide.take(dossier)
        if message.said:
            self.guide.hints.tell(message.said)
        if more:
            self.cuttings.open()
        if message.dossier.analysed and not before.analysed:
            self._noticing.tell(before)
            self.models.hear()
            self._compare()

    # -- what the reader does

    def action_enter(self) -> None:
        """Go into what is chosen; from the anthology, into the article at this place."""
        if self.desk.current is not self.desk.text:
            self.desk.action_pane_right()
        else:
            self.guide.into_article()

    def action_escape(self) -> None:
        """Let go what is selected, open the lens, else go out of the pane."""
        if self.desk.text.close():
            return
        if self.reading.lens.narrowed:
            self.finding.widen()
        elif self.desk.alone:
            self.desk.action_only_text()
        else:
            self.desk.action_pane_left()

    @on(events.Click, "#title")
    def _out(self) -> None:
        """A click on the way to here goes out, where the pane that it leads to is not in sight."""
        if not self.desk.joints():
            self.action_escape()

    def action_why(self) -> None:
        """Show why what one reads is in the topic."""
        if (found := self.guide.why()) is not None:
            from tui.screens.why import why_screen

            self.app.push_screen(why_screen(self.reading.dossier, *found))

    def action_furniture(self) -> None:
        """Show what the site put around the article, or fold it."""
        self.guide.refold()
