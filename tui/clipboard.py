"""The clipboard: the desktop's own tool, else tmux's buffer, else the terminal (OSC 52).

Each is tried in turn until one takes the words, and the reader is told which one did. Commands
run without a shell, get the words on their standard input, and may take ``PATIENCE`` seconds.
Nothing is asked of the clipboard, and nothing leaves the machine but through the terminal itself.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.wording import say

PATIENCE = 2.0
"""Seconds a command may take; a desktop that hangs must not hold the reader up."""

OSC_52_BYTES = 74_994
"""What fits in an OSC 52 of 100,000 bytes, base64 included: xterm takes no longer one."""

Run = Callable[[Sequence[str], bytes], bool]
"""Runs a command with bytes on its standard input; whether it took them."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of the words."""

    by: str | None
    """What took them: a command, "tmux", "terminal"; None when nothing did."""
    said: str
    """One sentence for the reader."""


def copy(
    text: str,
    *,
    terminal: Callable[[str], None] | None = None,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    run: Run | None = None,
) -> Copied:
    """Put the text on the clipboard, by the first way that takes it.

    ``terminal`` sends an OSC 52 (``App.copy_to_clipboard``); None when there is no terminal.
    """
    words = text.encode("utf-8", "replace")
    run = run or run_command
    for command in _native(environment, platform):
        if run(command, words):
            return Copied(command[0], say("Copied by {command}.", command=command[0]))
    if environment.get("TMUX") and run(("tmux", "load-buffer", "-w", "-"), words):
        return Copied("tmux", say("Copied to tmux's buffer, and on to the terminal if it allows."))
    if terminal is not None and len(words) <= OSC_52_BYTES:
        terminal(words.decode("utf-8"))
        return Copied("terminal", say("Sent to the terminal's clipboard (OSC 52)."))
    if terminal is not None:
        return Copied(None, say("Not copied: too long for the terminal; export it to a file."))
    return Copied(None, say("Not copied: there is no clipboard here; export it to a file."))


def _native(environment: Mapping[str, str], platform: str) -> Iterator[Sequence[str]]:
    """The desktop's commands, for a desktop that is there."""
    if platform == "darwin":
        yield ("pbcopy",)
    if environment.get("WAYLAND_DISPLAY"):
        yield ("wl-copy", "--type", "text/plain;charset=utf-8")
    if environment.get("DISPLAY"):
        yield ("xclip", "-selection", "clipboard", "-in")
        yield ("xsel", "--clipboard", "--input")


def run_command(command: Sequence[str], words: bytes) -> bool:
    """Run a command with the words on its standard input; whether it took them.

    Its output goes nowhere: what stays behind to serve the clipboard would keep a pipe open.
    """
    path = shutil.which(command[0])
    if path is None:
        return False
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell, words on standard input
            [path, *command[1:]],
            input=words,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
