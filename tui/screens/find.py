"""The find bar: one line at the bottom, looked for as one types.

The bar knows no dossier. It says what is typed; whoever shows it searches, and tells it how much
was found.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.commands import bindings
from tui.glyphs import visible
from tui.screens.chrome import TypeLine
from tui.wording import say

MOST_KEPT = 100
"""Searches that are remembered."""


class FindBar(Horizontal):
    """A line to type what is looked for; hidden until ``open``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("escape", "up", "down"),
        Binding("tab,shift+tab", "keep", show=False),
    ]
    DEFAULT_CSS = """
    FindBar { height: 1; width: 1fr; background: $background; display: none; }
    FindBar.-open { display: block; }
    FindBar #find-sign { width: 2; padding: 0 0 0 1; color: $accent; text-style: bold; }
    FindBar TypeLine { width: 1fr; }
    FindBar #find-count { width: auto; height: 1; max-width: 60%; padding: 0 1; color: $dim; }
    """

    @dataclass
    class Typed(Message):
        """Other words are looked for."""

        bar: "FindBar"
        words: str

        @property
        def control(self) -> "FindBar":
            """The bar they were typed in."""
            return self.bar

    @dataclass
    class Kept(Typed):
        """The reader goes on with what was found; the bar is closed."""

    @dataclass
    class Left(Typed):
        """The reader gives the search up; the bar is closed."""

    def __init__(self) -> None:
        super().__init__(id="find")
        self.history: list[str] = []
        """What was looked for and kept, the last one last."""
        self._line = TypeLine(say('words, "a phrase", -without'), id="find-words")
        self._count = Static("", id="find-count", markup=False)
        self._at = 0
        self._typed = ""

    def compose(self) -> ComposeResult:
        """The sign, the words, how much was found."""
        yield Static("/", id="find-sign", markup=False)
        yield self._line
        yield self._count

    @property
    def is_open(self) -> bool:
        """Whether one types in it."""
        return self.has_class("-open")

    def open(self, words: str = "") -> None:
        """Show the bar with some words in it, all of them selected, and take the keys."""
        self._at, self._typed = len(self.history), words
        self._line.value = words
        self._line.action_select_all()
        self._count.update("")
        self.add_class("-open")
        self._line.focus()

    def close(self) -> None:
        """Hide the bar; the keys go where the screen sends them."""
        self.remove_class("-open")

    def tell(self, said: str) -> None:
        """Say how much was found."""
        self._count.update(visible(said))

    @on(Input.Changed)
    def _say_words(self, message: Input.Changed) -> None:
        message.stop()
        if self.is_open:
            self.post_message(self.Typed(self, message.value))

    @on(Input.Submitted)
    def _keep(self, message: Input.Submitted) -> None:
        message.stop()
        words = message.value.strip()
        if words:
            others = [one for one in self.history if one != words]
            self.history = [*others[1 - MOST_KEPT :], words]
        self.close()
        self.post_message(self.Kept(self, words))

    def action_escape(self) -> None:
        """Give the search up."""
        self.close()
        self.post_message(self.Left(self, ""))

    async def action_keep(self) -> None:
        """Go on with what was found, as Enter does: Tab left the bar open behind."""
        await self._line.action_submit()

    def action_up(self) -> None:
        """Take what was looked for before."""
        self._recall(self._at - 1)

    def action_down(self) -> None:
        """Take what was looked for after, and at last what was being typed."""
        self._recall(self._at + 1)

    def _recall(self, at: int) -> None:
        if self._at == len(self.history):
            self._typed = self._line.value
        self._at = max(0, min(at, len(self.history)))
        recalled = [*self.history, self._typed][self._at]
        self._line.value = recalled
        self._line.cursor_position = len(recalled)
