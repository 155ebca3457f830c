"""One line to write a note in, over the reader."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.commands import bindings
from tui.screens.chrome import LeftOnce, TypeLine
from tui.wording import say


class NoteScreen(ModalScreen[str | None], LeftOnce[str | None]):
    """Gives the note as it is left; None when it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape")
    CSS = """
    NoteScreen { background: transparent; }
    NoteScreen TypeLine { dock: bottom; }
    """

    def __init__(self, note: str, asked: str | None = None) -> None:
        """``asked`` is what to write; None asks for a note."""
        super().__init__()
        self._line = TypeLine(asked or say("a note; Enter keeps it"), id="note")
        self._line.value = note

    def compose(self) -> ComposeResult:
        """The line."""
        yield self._line

    @on(Input.Submitted)
    def _kept(self, message: Input.Submitted) -> None:
        self.dismiss(message.value.strip())

    def action_escape(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)
