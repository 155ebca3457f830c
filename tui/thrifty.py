"""The driver: Textual's own for a terminal, that writes what changed and nothing else."""

import codecs
import os
import select
import signal
import sys
from codecs import IncrementalDecoder
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import StringIO, TextIOWrapper
from threading import Event
from typing import TYPE_CHECKING, TextIO, cast

from textual.app import App
from textual.drivers import linux_driver
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
_MOST = 1 << 13
"""Characters that are put by at most to be written at once."""
_ALTERNATE, _BACK = "\x1b[?1049h", "\x1b[?1049l"


def _lenient(encoding: str) -> partial[IncrementalDecoder]:
    """A decoder that fails on nothing: what is no letter in UTF-8 is one that cannot be read.

    A terminal set to Latin-1, a paste from it or an old report of the mouse ended the program.
    """
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


vars(linux_driver)["getincrementaldecoder"] = _lenient  # the toolkit's own fails, and offers none


class UntilTorn(StringIO):
    """What is written to a terminal, as far as it is there to be written to.

    Textual's thread that writes ends with the first error; the program would then wait for ever
    for it to take up what is to be written next, and not hear that its terminal is gone.
    """

    def __init__(self, terminal: TextIO) -> None:
        super().__init__()
        self._terminal: int | None = terminal.fileno()
        self._encoding = terminal.encoding

    def fileno(self) -> int:
        """The terminal's."""
        return -1 if self._terminal is None else self._terminal

    def write(self, said: str) -> int:
        """Put it with what is to be written, or write that if it is much."""
        done = super().write(said)
        if self.tell() > _MOST:
            self.flush()
        return done

    def flush(self) -> None:
        """Write all of it; a terminal that takes no more at once is waited for."""
        left = self.getvalue().encode(self._encoding, "backslashreplace")
        self.seek(0)
        self.truncate()
        while left and self._terminal is not None:
            try:
                left = left[os.write(self._terminal, left) :]
            except BlockingIOError:  # another program set it so, for all that share it
                select.select([], [self._terminal], [])
            except OSError:
                self._terminal = None


class UntilGone(Event):
    """Set when no more keys are to be read; then as well when the terminal is gone.

    Who leaves a terminal is told by a signal if the terminal is theirs; a program that was parted
    from it is not, and would ask for keys for ever.
    """

    def __init__(self, terminal: int) -> None:
        super().__init__()
        self._terminal = terminal

    def is_set(self) -> bool:
        """Whether it is; a terminal found gone is told as the signal would have.

        Who reads the keys asks, and who ends that: one poll for both, and one of them fails.
        """
        if super().is_set():
            return True
        poll = select.poll()
        poll.register(self._terminal, 0)
        gone = any(state & select.POLLHUP for _, state in poll.poll(0))
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
        self._file = cast("TextIOWrapper", UntilTorn(cast("TextIO", self._file)))
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
        self._left = False
        """Whether it was given back for good."""
        self._turns = 0
        """How deep one is in taking the terminal over or giving it back."""
        self._told: deque[int] = deque()
        """The signals that are to be done, no two alike in a row."""
        self._title = visible(getattr(app, "terminal_title", ""))
        self._titled = not os.environ.get("TERM", "dumb").startswith(_UNTITLED)
        """Whether it has a title, for all that is known."""

    def start_application_mode(self) -> None:
        """Take the terminal over, from a frame that stands there as well.

        Or again: who was stopped and taken up by signals from elsewhere never gave it back.
        """
        with self._undisturbed():
            if self._has_terminal:
                self.suspend_application_mode()
            before = self._writer_thread
            super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's own
            self._has_terminal = self._writer_thread is not before
            if self._has_terminal and self._titled:
                super().write(f"{_KEEP_TITLE}\x1b]2;{self._title}\x1b\\")
            if self._first is not None and self._first.before is not None:
                self.attrs_before, self._first.before = self._first.before, None
            self.write_due()  # taken up again: the page that was set aside stands again
        self._heed()

    def suspend_application_mode(self) -> None:
        """Give the terminal away for a while; no signal that came meanwhile takes it back."""
        with self._undisturbed():
            self._give_back()
            self.close()
        if not self._turns:
            self._told.clear()

    def stop_application_mode(self) -> None:
        """Give the terminal back for good: no signal has it taken over again."""
        self._left = True
        self._give_back()

    def _give_back(self) -> None:
        """Give the terminal back as it was, with the title it had."""
        if self._has_terminal and self._titled:
            super().write(_GIVE_TITLE_BACK)
        self._has_terminal = False
        super().stop_application_mode()

    @contextmanager
    def _undisturbed(self) -> Iterator[None]:
        """Meanwhile a signal waits: what is half given back would be taken for what was there."""
        self._turns += 1
        try:
            yield
        finally:
            self._turns -= 1

    def _sigtstp_application(self, *_: object) -> None:
        """Set aside."""
        self._hear(signal.SIGTSTP)

    def _sigcont_application(self, *_: object) -> None:
        """Taken up again, whether or not it was set aside."""
        self._hear(signal.SIGCONT)

    def _hear(self, told: int) -> None:
        """Do what a signal says, but not in the middle of a write.

        That holds the queue of what is to be written, which would be waited for for ever. Who was
        set aside writes nothing, and takes the terminal over before anything else does.
        """
        if self._left or not self._auto_restart:  # the terminal is another's
            if told == signal.SIGTSTP:
                os.kill(os.getpid(), signal.SIGSTOP)
            return
        if not self._told or self._told[-1] != told:
            self._told.append(told)
        if self._has_terminal and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._heed)
        else:
            self._heed()

    def _heed(self) -> None:
        """Do what the signals said, in order, each when what the one before asked for is done."""
        if self._turns:
            return
        with self._undisturbed():
            while self._told and not self._left:
                if self._told.popleft() == signal.SIGTSTP:
                    self._set_aside()
                else:
                    self.resume_application_mode()

    def _set_aside(self) -> None:
        """Give the terminal back and stop, unless one is to go on by now."""
        self.suspend_application_mode()
        self._must_signal_resume = True
        if signal.SIGCONT not in self._told:
            self._told.clear()  # set aside twice is set aside
            os.kill(os.getpid(), signal.SIGSTOP)

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
