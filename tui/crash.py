"""A crash: what went wrong is written down, and one line tells where; the terminal gets no more.

What is written is where it went wrong, without what stood there: that would be the whole dossier.
"""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOBase
from pathlib import Path

from rich.console import Console

from tui.glyphs import cut
from tui.wording import say

LOG = "crash.log"
"""The name of the file; it has the last crash alone."""

FRAMES, LONGEST, SAID = 40, 100_000, 200
"""Calls that are told of each exception, characters that the file has, and those of the line."""


class CrashLog(TextIOBase):
    """Takes what the toolkit says of an exception nothing has caught, and writes it to a file."""

    def __init__(self, folder: Path | None) -> None:
        """``folder`` is made when there is something to write; None writes nothing."""
        super().__init__()
        self._file = folder / LOG if folder is not None else None
        self._said: list[str] = []
        self._wrong = ""
        """What the exception says of itself."""
        self._stands = False
        """Whether the file is written."""

    def console(self) -> Console:
        """What is printed on it goes to the file, without colours."""
        return Console(file=self, width=100, color_system=None, markup=False, highlight=False)  # type: ignore[arg-type]  # it writes, and that is all a console asks

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, words: str) -> int:
        """Take some words."""
        self._said.append(words)
        return len(words)

    def take(self, error: BaseException) -> None:
        """Write down an exception that nothing has caught, at once; what fails after it is left."""
        if self._said:
            return
        said = "".join(traceback.format_exception(error, limit=-FRAMES))
        self._wrong = traceback.format_exception_only(error)[0].strip()
        self.write(said if len(said) <= LONGEST else f"…{said[-LONGEST:]}")
        self._kept()

    def told(self) -> str | None:
        """What is said of the crash on the terminal the reader is back on; None without one.

        That place and clippings are kept is said where the file beside the places could be written.
        """
        said = "".join(self._said).strip()
        if not said:
            return None
        wrong = cut(self._wrong or said.splitlines()[-1].strip(), SAID)
        failed = say("The reader failed ({wrong}).", wrong=wrong)
        if not self._kept():
            return failed
        kept = say("Your place and your clippings are kept.")
        return f"{failed} {kept} {say('All of it is in {file}.', file=self._file)}"

    def _kept(self) -> bool:
        """Write the file, if it is not written; whether it stands."""
        if self._file is not None and not self._stands:
            said = "".join(self._said).strip()
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                words = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n{said}\n"
                self._file.write_text(words, "utf-8", errors="replace")
                self._stands = True
        return self._stands
