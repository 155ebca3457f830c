"""Whether the terminal is dark or light: asked before the screen stands, at no one's expense.

The question (OSC 11, then DA1, which every terminal answers) goes out before the imports; the
answer is there when they are done. Keys typed meanwhile come with it and are kept. Nothing is asked
of what is no terminal.
"""

import os
import re
import select
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

ASKED = b"\x1b]11;?\x1b\\\x1b[c"

PATIENCE, FAR_PATIENCE = 0.15, 1.0
"""Seconds an answer may take from the asking: at hand, over SSH. A late one would be read as keys,
so a far terminal, whose answer is sure to come, is given longer."""

_GROUND = (
    rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*"
    rb"(?:\x07|\x1b\\)"
)
_DEVICE = rb"\x1b\[\?[0-9;]*c"


class Answer(NamedTuple):
    """What a terminal said; a tuple, for a page waits 10 ms for ``dataclasses`` (2026-11, 3.11)."""

    dark: bool | None = None
    """None when it did not say."""
    typed: str = ""
    """What the reader typed meanwhile."""


class Question:
    """Asks one terminal, once; the answer is taken later, and the terminal is as it was."""

    def __init__(self, terminal: int, environment: Mapping[str, str] = os.environ) -> None:
        """``terminal`` is a file descriptor to read from and write to."""
        self._terminal = terminal
        self._saved: list[Any] | None = None  # Any: what tcgetattr gives and tcsetattr takes
        self._said = b""
        self._until = time.monotonic() + (
            FAR_PATIENCE if "SSH_CONNECTION" in environment else PATIENCE
        )
        if sys.platform != "win32" and environment.get("TERM", "dumb") != "dumb":
            self._ask()

    def _ask(self) -> None:
        """Put the question, without an echo of its answer."""
        import termios
        import tty

        try:
            saved = termios.tcgetattr(self._terminal)
            tty.setcbreak(self._terminal, termios.TCSANOW)
            self._saved = saved
            os.write(self._terminal, ASKED)
        except (OSError, termios.error):  # no terminal, or gone
            return

    def answer(self) -> Answer:
        """What the terminal said; waits only as long as an answer may still come."""
        if self._saved is None:
            return Answer()
        import termios

        try:
            self._listen(self._until)
        finally:
            termios.tcsetattr(self._terminal, termios.TCSANOW, self._saved)
            self._saved = None
        return read_answer(self._said)

    def hand_over(self, settings: list[Any]) -> list[Any] | None:
        """Have the terminal set like this when it has answered, for settings that it has now.

        Gives those it had before it was asked, for whoever gives it back; None when it is not
        asked, or has answered.
        """
        before = self._saved
        if before is not None:
            self._saved = settings
        return before

    def is_answered(self, patience: float) -> bool:
        """Whether the answer is there, or comes in so many seconds."""
        if self._saved is not None:
            self._listen(min(self._until, time.monotonic() + patience))
        return self._saved is None or bool(re.search(_DEVICE, self._said))

    def _listen(self, until: float) -> None:
        """Hear what the terminal says, until it has answered or the time is up."""
        with suppress(OSError):
            while not re.search(_DEVICE, self._said) and self._more(until):
                if not (more := os.read(self._terminal, 4096)):
                    break  # the terminal is gone
                self._said += more

    def _more(self, until: float) -> bool:
        """Whether there is something to read, now or before the time is up."""
        left = max(0.0, until - time.monotonic())
        return bool(select.select([self._terminal], [], [], left)[0])


def read_answer(said: bytes) -> Answer:
    """The answer in what came from a terminal; the rest was typed."""
    ground = re.search(_GROUND, said)
    dark = None
    if ground:
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in ground.groups())
        dark = 0.299 * red + 0.587 * green + 0.114 * blue < 0.5  # ITU-R BT.601 luma
    typed = re.sub(_DEVICE, b"", re.sub(_GROUND, b"", said))
    return Answer(dark, typed.decode("utf-8", "ignore"))


def said_by(environment: Mapping[str, str]) -> bool | None:
    """Whether the terminal is dark, as far as COLORFGBG says ("15;0": white on black)."""
    last = environment.get("COLORFGBG", "").rpartition(";")[2]
    return int(last) not in (7, 15) if last.isdecimal() and int(last) < 16 else None


def keys_of(typed: str) -> Iterator[str]:
    """Textual's names of the keys that were typed; sequences it is not sure of are left out."""
    from textual.binding import Binding

    for match in re.finditer(r"\x1b\[[ABCD]|\x1b[\[O][^A-Za-z~]*[A-Za-z~]?|.", typed, re.DOTALL):
        key = match[0]
        if key in _NAMED:
            yield _NAMED[key]
        elif len(key) == 1 and key.isprintable():
            sign = "comma" if key == "," else "space" if key == " " else key
            yield from (binding.key for binding in Binding.make_bindings([Binding(sign, "")]))


_NAMED = {
    "\x1b[A": "up",
    "\x1b[B": "down",
    "\x1b[C": "right",
    "\x1b[D": "left",
    "\x1b": "escape",
    "\r": "enter",
    "\n": "enter",
    "\t": "tab",
}
