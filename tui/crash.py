"""A crash: what went wrong is written down, and one line tells where; the terminal gets no more."""

from contextlib import suppress
from datetime import UTC, datetime
from io import TextIOBase
from pathlib import Path

from rich.console import Console

from tui.wording import say

LOG = "crash.log"
"""The name of the file; it has the last crash alone."""


class CrashLog(TextIOBase):
    """Takes what the toolkit says of an exception nothing has caught, and writes it to a file."""

    def __init__(self, folder: Path | None) -> None:
        """``folder`` is made when there is something to write; None writes nothing."""
        super().__init__()
        self._file = folder / LOG if folder is not None else None
        self._said: list[str] = []

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

    def told(self) -> str | None:
        """One sentence on the crash, for the terminal the reader is back on; None without one."""
        said = "".join(self._said).strip()
        if not said:
            return None
        wrong = said.splitlines()[-1].strip()
        kept = say("Your place and your clippings are kept.")
        if self._file is not None:
            with suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC\n{said}\n", "utf-8")
                where = say("All of it is in {file}.", file=self._file)
                return say("The reader failed ({wrong}).", wrong=wrong) + f" {kept} {where}"
        return say("The reader failed ({wrong}).", wrong=wrong) + f" {kept}"
