"""The original of an article: its address in the browser, or its file where it has none.

Opened by what the system opens things with, without a shell, and only an address of the web or the
article's own file. Where no window can be shown (over SSH, on a console) nothing is started: a
browser made for terminals would take the screen away.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

from dossier.article import Article
from dossier.reading.files import is_file, path_of
from tui.wording import say

Start = Callable[[Sequence[str]], bool]
"""Starts a command; whether that went well, as far as can be told soon."""

PATIENCE = 2.0
"""Seconds in which a command that fails says so; one that runs on has gone well."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where an article's original is."""

    where: str
    """An address of the web, or the path of a file."""
    is_file: bool = False


def original_of(article: Article, folder: Path | None) -> Original | None:
    """The article's address, else its file; None where it has neither, as from a pipe."""
    if article.url and urlsplit(article.url).scheme.lower() in {"http", "https"}:
        return Original(article.url)
    file = path_of(folder, article.file) if folder is not None else None
    return Original(str(file.resolve()), is_file=True) if file and is_file(file) else None


def open_original(
    original: Original,
    *,
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    start: Start | None = None,
) -> str:
    """Open it; one sentence on what was opened, or why nothing was."""
    opener = _opener(environment, platform)
    shown = Path(original.where).name if original.is_file else original.where
    if opener is None:
        return say("No window can be opened from here: {where}", where=shown)
    if not (start or start_command)([*opener, original.where]):
        return say("{opener} does not open it: {where}", opener=opener[0], where=shown)
    if original.is_file:
        return say("Opened the file, for there is no address: {where}", where=shown)
    return say("Opened in the browser: {where}", where=shown)


def _opener(environment: Mapping[str, str], platform: str) -> tuple[str, ...] | None:
    """The command that opens things on this system; None where no window can be shown."""
    if platform == "darwin":
        return None if environment.get("SSH_CONNECTION") else ("open",)
    if platform == "win32":
        return ("explorer",)
    if environment.get("WSL_DISTRO_NAME"):
        return ("wslview",)
    shown = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return ("xdg-open",) if shown else None


def start_command(command: Sequence[str]) -> bool:
    """Start a command apart from this terminal; it runs on when the reader leaves."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        started = subprocess.Popen(  # noqa: S603 - no shell, and what it gets is checked above
            [program, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return started.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        Thread(target=started.wait, daemon=True).start()
        return True
