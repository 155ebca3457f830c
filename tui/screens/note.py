"""One line to write in, over the reader: a note, a title, words."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static

from dossier.language.folding import fold
from tui.commands import bindings
from tui.glyphs import visible
from tui.screens.chrome import LeftOnce, TypeLine
from tui.wording import say


class NoteScreen(ModalScreen[str | None], LeftOnce[str | None]):
    """Gives the note as it is left; None when it is given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("escape"),
        Binding("tab", "take", show=False),
    ]
    CSS = """
    NoteScreen { background: transparent; }
    NoteScreen Horizontal { dock: bottom; height: 1; background: $background; }
    NoteScreen Static {
        width: auto; max-width: 60%; height: 1; padding: 0 0 0 1; color: $accent; text-style: bold;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    NoteScreen TypeLine { width: 1fr; }
    """

    def __init__(
        self,
        note: str,
        asked: str | None = None,
        *,
        sign: "str | Callable[[str], str]" = "",
        known: Sequence[str] = (),
        keep: Callable[[str], object] = bool,
        over: bool = False,
    ) -> None:
        """``asked`` is what to write; None asks for a note.

        ``keep`` takes what is typed where the program ends before it was kept or given up.

        ``sign`` stands before it, or says what does, given what is typed; Tab completes what is
        typed by one of the ``known``. What is typed first is written ``over`` what stands there, or
        after it; the arrows keep it.
        """
        super().__init__()
        self._keep = keep
        self._sign = sign if callable(sign) else lambda _: sign
        self._line = TypeLine(asked or say("a note; Enter keeps it"), id="note")
        self._line.suggester = Beginning(known) if known else None
        self._line.value = note
        if over:
            self._line.action_select_all()

    def compose(self) -> ComposeResult:
        """The line, after its sign."""
        with Horizontal():
            if sign := self._sign(self._line.value):
                yield Static(sign, markup=False)
            yield self._line

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        for sign in self.query(Static):
            sign.update(self._sign(message.value))

    def action_take(self) -> None:
        """Take what is proposed."""
        self._line.action_cursor_right()

    @on(Input.Submitted)
    def _kept(self, message: Input.Submitted) -> None:
        self.dismiss(message.value.strip())

    def keep_typed(self) -> None:
        """Give it to whoever would keep it."""
        self._keep(self._line.value.strip())

    def action_escape(self) -> None:
        """Leave the note as it was."""
        self.dismiss(None)


class Beginning(Suggester):
    """Proposes the first of some lines that begins as what is typed; case and accents aside.

    One that would not be drawn as it is written is not proposed.
    """

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = tuple(one for one in known if visible(one) == one)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole of it; nothing where one of them stands there already."""
        begun = [one for one in self._known if fold(one[: len(value)]) == fold(value)]
        is_one = any(len(one) == len(value) for one in begun)
        return begun[0] if value and begun and not is_one else None
