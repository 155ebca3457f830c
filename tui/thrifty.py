"""The driver: Textual's own for a terminal, that writes what changed and nothing else."""

import os
import select
import signal
import sys
from threading import Event
from typing import TYPE_CHECKING

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.canvas import Canvas
from tui.glyphs import visible
from tui.painting import Painting

if TYPE_CHECKING:
    from tui.first_frame import FirstFrame

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Around what a terminal is to show at once."""
_KEEP_TITLE, _GIVE_TITLE_BACK = "\x1b[22;2t", "\x1b[23;2t"
"""The title that stands there is put by, and taken back."""
_UNTITLED = ("dumb", "linux", "vt", "ansi", "cons")
"""How terminals are called that have no title, and may show what would set it."""
_ALTERNATE, _BACK = "\x1b[?1049h", "\x1b[?1049l"


class UntilGone(Event):
    """Set when no more keys are to be read; then as well when the terminal is gone.

    Who leaves a terminal is told by a signal if the terminal is theirs; a program that was parted
    from it is not, and would ask for keys for ever.
    """

    def __init__(self, terminal: int) -> None:
        super().__init__()
        self._poll = select.poll()
        self._poll.register(terminal, 0)

    def is_set(self) -> bool:
        """Whether it is; a terminal found gone is told as the signal would have."""
        if super().is_set():
            return True
        gone = any(state & select.POLLHUP for _, state in self._poll.poll(0))
        if gone:
            self.set()
            os.kill(os.getpid(), signal.SIGHUP)
        return gone


class ThriftyDriver(LinuxDriver):
    """Paints on a canvas, and writes what the canvas asks for."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stderr__ is None or not sys.__stderr__.isatty():
            self._file = sys.__stdout__  # what goes wrong is written elsewhere; the page is not
        if os.isatty(self.fileno):
            self.exit_event = UntilGone(self.fileno)
        self._canvas: Canvas = getattr(app, "canvas", None) or Canvas()
        painting: Painting | None = getattr(app, "painting", None)
        if painting is not None:
            painting.canvas, painting.write = self._canvas, self.write_due
            painting.hush = self.exit_event.set
        self._first: FirstFrame | None = getattr(getattr(app, "standing", None), "first", None)
        self._shows_at_once = False
        """Whether the terminal shows at once what it is told to."""
        self._has_terminal = False
        """Whether the terminal is ours now."""
        self._title = visible(getattr(app, "terminal_title", ""))
        self._titled = not os.environ.get("TERM", "dumb").startswith(_UNTITLED)
        """Whether it has a title, for all that is known."""

    def start_application_mode(self) -> None:
        """Take the terminal over, from a frame that stands there as well.

        Or again: who was stopped and taken up by signals from elsewhere never gave it back.
        """
        if self._has_terminal:
            self.suspend_application_mode()
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
        self._has_terminal = self._writer_thread is not None
        if self._has_terminal and self._titled:
            super().write(f"{_KEEP_TITLE}\x1b]2;{self._title}\x1b\\")
        if self._first is not None and self._first.before is not None:
            self.attrs_before, self._first.before = self._first.before, None
        self.write_due()  # taken up again: the page that was set aside stands again

    def stop_application_mode(self) -> None:
        """Give the terminal back, with the title it had."""
        if self._has_terminal and self._titled:
            super().write(_GIVE_TITLE_BACK)
        self._has_terminal = False
        super().stop_application_mode()

    def _sigtstp_application(self, *_: object) -> None:
        """Set aside, but not in the middle of a write."""
        if self._auto_restart and self._has_terminal and self._loop.is_running():
            self._loop.call_soon_threadsafe(super()._sigtstp_application)
        else:
            super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Taken up again; who was never set aside may be in the middle of a write.

        It holds the queue of what is to be written, which would be waited for for ever.
        """
        if self._auto_restart and self._has_terminal and self._loop.is_running():
            self._loop.call_soon_threadsafe(super()._sigcont_application)
        else:
            super()._sigcont_application()

    def send_message(self, message: Message) -> None:
        """Give the app what was typed: a key takes no task of its own."""
        self._loop.call_soon_threadsafe(self._app.post_message, message)

    def disable_input(self) -> None:
        """Hear no keys any more, whether or not that was begun."""
        self.exit_event.clear()
        super().disable_input()

    def write(self, data: str) -> None:
        """Write what is not there yet."""
        if data in {_BEGIN, _END}:
            self._shows_at_once = True  # each piece says so itself
        elif data.startswith("\x1b[") and data[2:3].isdigit():
            self._write(self._canvas.paint(data))
        else:
            if data == _ALTERNATE and self._canvas.held:
                return  # a frame stands there: to go there again would clear it
            super().write(data)
            if data in {_ALTERNATE, _BACK}:
                self._canvas.lose()

    def write_due(self) -> None:
        """Write what was put on the canvas."""
        self._write(self._canvas.due())

    def _write(self, due: str) -> None:
        if due:
            super().write(f"{_BEGIN}{due}{_END}" if self._shows_at_once else due)
