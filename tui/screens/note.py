"""One line to write a note in, over the reader."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.commands import bindings
from tui.screens.chrome import LeftOnce, TypeLine
from tui.wording import say


class NoteScreen(ModalScreen[str | None], LeftOnce[str | None]):
    """Gives the note as it is left; None when it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape")
    CSS = """
    NoteScreen { background: transparent; }
    NoteScreen Horizontal { dock: bottom; height: 1; background: $background; }
    NoteScreen Static { width: auto; padding: 0 0 0 1; color: $accent; text-style: bold; }
    NoteScreen TypeLine { width: 1fr; }
    """

    def __init__(self, note: str, asked: str | None = None, *, sign: str = "") -> None:
        """``asked`` is what to write; None asks for a note. ``sign`` stands before it."""
        super().__init__()
        self._sign = sign
        self._line = TypeLine(asked or say("a note; Enter keeps it"), id="note")
        self._line.value = note

    def compose(self) -> ComposeResult:
        """The line, after its sign."""
        with Horizontal():
            if self._sign:
                yield Static(self._sign, markup=False)
            yield self._line

    def leaves_on(self, key: str) -> bool:
        """Enter does, with what stands in the line."""
        return key == "enter"

    @on(Input.Submitted)
    def _kept(self, message: Input.Submitted) -> None:
        self.dismiss(message.value.strip())

    def action_escape(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)
