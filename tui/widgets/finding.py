"""Finding: what is looked for in the whole dossier as one types, under everything that is read."""

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import AwaitMount, Widget
from textual.worker import get_current_worker

from tui.commands import bindings, keys_now, pick
from tui.guide import Guide
from tui.messages import Found
from tui.places import Place
from tui.wording import say, say_many

if TYPE_CHECKING:
    from tui.screens.find import FindBar


_REST = 0.15
"""Seconds without a key after which all hits are looked for, of a dossier made on demand."""


def _rest() -> None:
    Event().wait(_REST)


def _counted(found: Found) -> str:
    """How much was found, and how much of it by another spelling of a name."""
    many, variants = len(found.hits), sum(hit.variant for hit in found.hits)
    said = say_many("{n} hit", "{n} hits", many)
    if found.more:
        said = say("{n} hits and more", n=many)
    if variants:
        said += say_many(", {n} by another spelling", ", {n} by other spellings", variants)
    return said if found.whole else f"{said} …"


class Finding(Widget):
    """Holds what is read, the legend and the bottom line, in whose place one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # before the panes: what is typed right after it is typed into the bar
        *(replace(command.binding(), priority=True) for command in pick("find")),
        *bindings("next_hit", "previous_hit"),
    ]
    BLANK = True
    DEFAULT_CSS = """
    Finding { layout: vertical; width: 1fr; height: 1fr; }
    """

    def __init__(self, guide: Guide, held: Widget) -> None:
        super().__init__(id="finding")
        self._guide, self._held = guide, held
        self._words = ""
        self._origin = Place(None, None)
        self._bar: FindBar | None = None
        self._mounting: AwaitMount | None = None

    def compose(self) -> ComposeResult:
        """What is read, and the two lines at the bottom."""
        yield self._held
        yield self._guide.legend
        yield self._guide.hints

    def open(self) -> None:
        """Have the bar to type in ready, so that ``/`` opens it at once and loses no key."""
        from tui.screens.find import FindBar

        if self._bar is not None:
            return
        self._bar = FindBar()
        self._bar.history = list(self._guide.remembered.searches)
        self._mounting = self.mount(self._bar, before=self._guide.hints)

    @property
    def words(self) -> str:
        """What was looked for last; "" for nothing."""
        return self._words

    @property
    def typing(self) -> bool:
        """Whether one types what is looked for."""
        return self._bar is not None and self._bar.is_open

    def look_for(self, words: str) -> None:
        """Find words in the whole dossier, and show the first place that has them."""
        self._words = words
        self._search(words)

    def widen(self) -> None:
        """Look for nothing: everything counts again."""
        self._words = ""
        self._guide.hits.widen()

    @work(thread=True, exclusive=True, group="search")
    def _search(self, words: str) -> None:
        from tui.sifting import sift

        worker = get_current_worker()
        dossier = self._guide.reading.dossier
        here = self._origin.file
        for found in sift(dossier, words, here, lambda: not worker.is_cancelled, _rest):
            self.post_message(found)

    @work(thread=True, exclusive=True, group="ready")
    def _make_ready(self) -> None:
        """Do, while a hand goes from ``/`` to the first letter, what that one would wait for."""
        from tui.sifting import make_ready

        make_ready(self._guide.reading.dossier)

    @on(Found)
    def _found(self, message: Found) -> None:
        message.stop()
        if message.words == self._words:
            self._guide.hits.found(message, self._origin)
            if self._bar is not None and message.words.strip():
                self._bar.tell(_counted(message))
            if not self.typing:
                self._tell_nothing()

    def _tell_nothing(self) -> None:
        """Say what to do where nothing was found."""
        reading = self._guide.reading
        if reading.lens.narrowed and not reading.lens.hits:
            (key,) = keys_now(self.app, "escape")
            said = say("Nothing has “{words}”; {key} shows everything.", words=self._words, key=key)
            self._guide.hints.tell(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In the bar, ``/`` is a character."""
        del parameters
        return not (action == "find" and self.typing)

    async def action_find(self) -> None:
        """Find words, as one types; who is quick waits for the bar, so that no letter acts."""
        if self._bar is None:
            self.open()
        if self._mounting is not None:
            await self._mounting
            self._mounting = None
        if self._bar is None:
            return
        self._origin = self._guide.sight()
        self._guide.desk.counting.drop()
        self._guide.hits.begin()
        self._bar.open(self._words)
        self._guide.fit(self.screen.size.height, typing=True)
        self.screen.set_focus(self._bar.query_one("TypeLine"), scroll_visible=False)
        self.call_after_refresh(self._make_ready)

    def on_find_bar_typed(self, message: "FindBar.Typed") -> None:
        """Look for what is typed."""
        message.stop()
        self.look_for(message.words)

    def on_find_bar_kept(self, message: "FindBar.Kept") -> None:
        """Keep what was found narrowed, and go on reading."""
        message.stop()
        self._guide.remembered.searches = list(message.bar.history)
        self._guide.fit(self.screen.size.height)
        if not message.words:
            self.widen()
        self._guide.desk.enter_pane(self._guide.desk.text)
        self._tell_nothing()

    def on_find_bar_left(self, message: "FindBar.Left") -> None:
        """Look for nothing, and go back to where one began to type."""
        message.stop()
        self._guide.fit(self.screen.size.height)
        self._words = ""
        self._guide.hits.give_up()

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._guide.hits.go(self._guide.desk.counting.times())

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._guide.hits.go(-self._guide.desk.counting.times())
