"""The application: keys and the first screen; little else."""

import asyncio
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen

from dossier.dossier import Dossier, analyse
from dossier.problems import DossierError
from dossier.reading.files import exists, is_file
from tui.commands import COMMANDS, bindings
from tui.crash import CrashLog
from tui.inks import KINDS
from tui.keying import Keying
from tui.marks import Dress
from tui.opening import Opening
from tui.painting import Painting
from tui.screens.reader import Analyse, ReaderScreen
from tui.settings import Settings
from tui.standing import Standing
from tui.telling import wrong_told
from tui.terminal import keys_of
from tui.wearing import Wearing

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.actions import ActionParseResult

    from dossier.clippings import ClippingStore
    from tui.refining import Refining
    from tui.watching import Watching


class DossierApp(Wearing):
    """Reads a dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("quit"),
        Binding("ctrl+c", "quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    TITLE = "dossier"

    def __init__(
        self,
        dossier: Dossier,
        *,
        settings: Settings | None = None,
        store: "ClippingStore | None" = None,
        analyse: Analyse = analyse,
        complete: Analyse = lambda dossier: dossier,
        opening: Opening | None = None,
        ready: Callable[[], object] = lambda: None,
        refiner: "Callable[[Settings], Refining] | None" = None,
        standing: Standing | None = None,
        watch: "Callable[[], Watching] | None" = None,
    ) -> None:
        opening = opening or Opening(settings or Settings())
        super().__init__(opening)
        self.terminal_title = dossier.title
        memory = opening.memory
        self.crash = CrashLog(memory.parents[1] if memory else None)
        """What went wrong, if anything that nothing caught did."""
        self.error_console = self.crash.console()
        self.standing = standing or Standing()
        self.canvas = self.standing.canvas
        self.painting = Painting(self)
        self._keying = Keying(self)
        self._early: list[events.Key] | None = []
        """The keys that came before the page took any; None once it does."""
        self._dossier = dossier
        self._analyse = analyse
        self._complete = complete
        self._store = store
        self._when_ready = ready
        self._refiner = refiner
        self._watch = watch
        self.watching: Watching | None = None
        """Who looks at the files, from the first page on."""
        keymap = opening.keymap
        self.commands = keymap.applied(COMMANDS) if keymap else COMMANDS
        self.problems = (*opening.problems, *(keymap.problems if keymap else ()), *self.problems)

    def get_driver_class(self) -> type[Driver]:
        """Our own driver of a terminal, or of a page, where Textual takes one of these."""
        usual = super().get_driver_class()
        if usual.__module__ == "textual.drivers.web_driver":
            from tui.page_driver import PageDriver

            return PageDriver
        if usual.__module__ != "textual.drivers.linux_driver":
            return usual
        from tui.thrifty import ThriftyDriver

        return ThriftyDriver

    def on_resize(self, event: events.Resize) -> None:
        """Know nothing any more of a terminal that set its lines anew."""
        self.canvas.fit(*event.size)

    def get_default_screen(self) -> Screen[None]:
        """The reader's screen."""
        refiner = self._refiner(self.settings) if self._refiner else None
        self._reader = self._reader_of(self._dossier, refiner)
        return self._reader

    def _reader_of(
        self, dossier: Dossier, refiner: "Refining | None", *, still: bool = False
    ) -> ReaderScreen:
        """A reader's screen on a dossier, where one left off."""
        settings = self.settings
        dress = Dress(overlay=settings.overlay, dim=settings.dim, numbers=settings.numbers)
        dress = dress.painting(dress.kinds - set(settings.hidden_kinds))
        reader = ReaderScreen(
            dossier, self._analyse, self._clippings, dress, self._complete, refiner, still=still
        )
        reader.reading.folded = not settings.furniture
        reader.desk.wished = (settings.topics_width, settings.sources_width)
        memory = self._opening.memory
        if memory is not None and exists(memory):
            from tui.memory import remember

            reader.guide.remembered = remember(memory)
        return reader

    def _clippings(self) -> "ClippingStore":
        """Where the clippings are kept; what keeps them is imported when it is asked for."""
        from dossier.clippings import store_of

        return self._store or store_of(self._dossier.folder)

    @property
    def export_template(self) -> Path | None:
        """The reader's own template for exports; None when there is none."""
        from tui.exporting import TEMPLATE

        file = self._opening.config / TEMPLATE if self._opening.config else None
        return file if file and is_file(file) else None

    async def on_event(self, event: events.Event) -> None:
        """Answer a key on the screen as it is now, not on the frame that stood before.

        What comes before the page has the keys is kept until it has: a ``/`` was lost, and the
        letters after it were commands.
        """
        if self._early is not None and isinstance(event, events.Key) and event.key != "ctrl+c":
            self._early.append(event)
            return
        if self.canvas.held:
            self.standing.heed(event, self.painting)
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if typed and self._keying.holds(event):
            return
        if typed:
            await self._keying.settle()
            event = self._out_of_a_line(event)
        key = event if typed and isinstance(event, events.Key) else None
        if key is None or not await self._keying.press(self.screen, key):
            await super().on_event(event)
            if typed:
                self._keying.follow(self.screen)

    def _out_of_a_line(self, event: events.Event) -> events.Event:
        """Ctrl+c leaves the line one types in, as Escape does, before what is typed next."""
        if not (isinstance(event, events.Key) and event.key == "ctrl+c"):
            return event
        from tui.screens.chrome import TypeLine

        return events.Key("escape", None) if isinstance(self.focused, TypeLine) else event

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do it, and know that it may ask something: what is typed next is the answer."""
        doing = super().run_action(action, default_namespace, namespaces)
        return await self._keying.keep_in_mind(doing)

    def on_ready(self) -> None:
        """Say that the first page stands."""
        self._when_ready()
        if self._watch is not None and self._reader is not None:
            self.watching = self._watch()
            self.watching.start(self._reader)
        if self.canvas.held and self._reader is not None:
            self.run_worker(self.standing.hold(self._reader, self.painting))

    def on_mount(self) -> None:
        """Take the reader's keys, and what was typed before the screen stood."""
        self._heed_the_system()  # again: who serves a page has heeded it meanwhile
        if self._opening.keymap is not None:
            self.set_keymap(self._opening.keymap.keymap())
        self.call_after_refresh(self._catch_up)

    def on_load(self) -> None:
        """Heed the system before the terminal is taken over: amid that nothing gives it back."""
        self._heed_the_system()

    def _heed_the_system(self) -> None:
        """Leave in order when the system ends the program or the terminal goes away.

        Not by the loop's own way: held up, with 300 events waiting, it loses what it is told.
        """
        loop = asyncio.get_running_loop()

        def leave(told: int, _frame: FrameType | None) -> None:
            if not loop.is_running():
                raise SystemExit(128 + told)
            loop.call_soon_threadsafe(self._end, 128 + told)

        for told in ("SIGTERM", "SIGHUP", "SIGINT"):
            with suppress(AttributeError, ValueError):  # Windows, a thread
                signal.signal(getattr(signal, told), leave)

    def _end(self, status: int) -> None:
        """Leave because the system says so; a note that is being written is kept."""
        self._keep_typed()
        self.exit(None, status)

    def _keep_typed(self) -> None:
        from tui.screens.chrome import LeftOnce

        for screen in reversed(self.screen_stack):
            if isinstance(screen, LeftOnce):
                screen.keep_typed()

    def _catch_up(self) -> None:
        soon = self.app_focus and bool(self.screen.focus_chain)  # a page out of sight has no keys
        if self.focused is None and soon:
            self.call_after_refresh(self._catch_up)
            return
        if self.problems and self.guide is not None:
            self.guide.hints.tell(wrong_told(self.problems, self.commands))
        for key in keys_of(self._opening.typed):
            self.simulate_key(key)
        early, self._early = self._early or [], None
        for event in early:
            self.post_message(event)

    async def action_quit(self) -> None:
        """Leave; what the next opening will show is drawn before, unseen."""
        reader, standing = self._reader, self.standing
        true = self.painting.canvas is not None and standing.may_leave(reader)
        if true and (self.watching is None or self.watching.is_true()):
            self.painting.hush()
            self._keep_all()
            standing.leaving = self.canvas.held = True
            unseen = self._reader_of(reader.reading.dossier, None, still=True)
            unseen.reading.copied = reader.reading.copied
            await self.push_screen(unseen)
            await standing.leave(unseen, *self.size)
        self.exit()

    def _fatal_error(self) -> None:
        """End after an exception that nothing has caught.

        The toolkit's own way lists all that stood in every call: a minute's work, and megabytes.
        """
        if (error := sys.exception()) is not None:
            self.crash.take(error)
        self.panic()

    def panic(self, *renderables: "RenderableType") -> None:
        """End after a failure, wherever it was; a note that is being written is kept."""
        with suppress(Exception):  # whatever failed, what fails now is told no more
            self._keep_typed()
        super().panic(*renderables)

    def on_unmount(self) -> None:
        """Keep what was chosen."""
        if self.watching is not None:
            self.watching.stop()
        if not self.standing.leaving:
            self._keep_all()

    def _keep_all(self) -> None:
        for what in (self._remember, self._keep):
            with suppress(DossierError, OSError):  # the reader is leaving: nothing hangs on it
                what()

    def _remember(self) -> None:
        """Write where one leaves off."""
        if self._opening.memory is not None and self._reader is not None:
            from tui.memory import keep

            self._reader.guide.resuming.leave_off()
            keep(self._opening.memory, self._reader.guide.remembered)

    def on_app_focus(self) -> None:
        """Give the keys to a pane, if none had them before one looked away."""
        self.call_later(self._give_keys)
        self._look_at_theme()

    def _give_keys(self) -> None:
        reader = self._reader
        if self.focused is None and self.screen is reader:
            reader.set_focus(reader.desk.current, scroll_visible=False)

    def _keep(self) -> None:
        """Write what was chosen, if anything was; DossierError when it cannot be written."""
        if self._reader is not None:
            dress = self._reader.desk.dress
            hidden = tuple(kind for kind in KINDS if kind not in dress.kinds)
            topics, sources = self._reader.desk.wished
            self.settings = replace(
                self.settings,
                overlay=dress.overlay,
                hidden_kinds=hidden,
                dim=dress.dim,
                furniture=not self._reader.reading.folded,
                numbers=dress.numbers,
                topics_width=topics,
                sources_width=sources,
            )
        super()._keep()
