"""A few things that may be done, one a row, each by its letter: over what they are done to."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import ModalScreen

from tui.commands import bindings
from tui.glyphs import cells, cut
from tui.screens.chrome import LeftOnce
from tui.widgets.row_pane import Parts, RowPane

LETTERS = "abcdefghijklmnopqrstuvwxyz"
"""What stands before a row that has no letter of its own."""


class WishPane(RowPane):
    """Letters, and what each does."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("enter")

    class Opened(Message):
        """The row chosen is wished."""

    def __init__(self, asked: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__(id="wishes")
        self._asked = asked
        self._rows = rows
        self.count = len(rows)
        self.styles.height = len(rows) + 1
        self.styles.max_height = "100%"

    @property
    def heading_rows(self) -> int:
        """One: what is asked."""
        return 1

    def heading(self) -> Parts:
        """What is asked."""
        return ((" " + cut(self._asked, max(0, self.room.width - 2)), self.title_style()),)

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The letter, and what it does."""
        del sub
        letter, said = self._rows[index]
        key = f"{letter}  "
        return ((key, self.inks.accent), (cut(said, max(0, width - cells(key))), self.inks.text))

    def action_enter(self) -> None:
        """Wish the row chosen."""
        self.post_message(self.Opened())

    def entered(self) -> None:
        """Wish the row clicked twice."""
        self.action_enter()


class WishScreen(ModalScreen[str | None], LeftOnce[str | None]):
    """Gives the letter of what is wished; None when nothing is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape")
    CSS = """
    WishScreen { background: transparent; align: center bottom; }
    WishScreen WishPane { width: 100%; border-top: solid $rule; }
    """

    def __init__(
        self,
        asked: str,
        rows: Sequence[tuple[str, str]],
        also: Mapping[str, str] | None = None,
    ) -> None:
        """``rows`` are letters with what they do, in order; ``also``, letters for those letters."""
        super().__init__()
        self._rows = tuple(rows)
        self._meant = {letter: letter for letter, _ in self._rows}
        self._meant |= also or {}
        self._pane = WishPane(asked, self._rows)

    def compose(self) -> ComposeResult:
        """The rows."""
        yield self._pane

    def on_key(self, event: events.Key) -> None:
        """A letter wishes its row, before it means anything else."""
        if event.character in self._meant:
            event.stop()
            event.prevent_default()
            self.dismiss(self._meant[event.character])

    def on_wish_pane_opened(self) -> None:
        """Enter wishes the row chosen."""
        if self._rows:
            self.dismiss(self._rows[self._pane.selected][0])

    def action_escape(self) -> None:
        """Wish nothing."""
        self.dismiss(None)
