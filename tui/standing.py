"""What stands before the app does, and is left for the next opening.

A frame that was shown at the start stands until everything does that a dossier shows at once, or a
key comes: then what differs is written. Who leaves has the reader's screen drawn anew, unseen, as
the next opening will find it: by the same code, from what is kept.
"""

import asyncio
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events

from dossier.decisions import DECISIONS_FILE
from dossier.on_demand import ArticlesOnDemand
from tui.canvas import Canvas

if TYPE_CHECKING:
    from tui.first_frame import FirstFrame
    from tui.opening import Opening
    from tui.painting import Painting
    from tui.screens.reader import ReaderScreen

_UNTIL_IT_STANDS, _UNTIL_IT_IS_DRAWN = 2.0, 0.5
"""Seconds that a frame is held at most, and that who leaves waits at most for the next one."""


class Standing:
    """The frame of one app: the one it found, and the one it leaves."""

    def __init__(
        self,
        first: "FirstFrame | None" = None,
        files: Callable[[], Sequence[os.PathLike[str]]] = tuple,
        ground: str = "known",
    ) -> None:
        """``files`` are those a frame depends on; ``ground`` is what the terminal said of its."""
        self.first, self._files, self._ground = first, files, ground
        self.canvas = Canvas()
        self.leaving = False
        if first is not None and first.frame:
            self.canvas.stand(first.frame, *first.size)
            self.canvas.held = True

    async def hold(self, screen: "ReaderScreen", painting: "Painting") -> None:
        """Let the frame stand until the screen does."""
        if self.canvas.held:
            with suppress(TimeoutError):
                await asyncio.wait_for(screen.settled.wait(), _UNTIL_IT_STANDS)
            self.release(painting)

    def heed(self, event: events.Event, painting: "Painting") -> None:
        """A key is answered on the screen as it is."""
        if isinstance(event, events.InputEvent):
            self.release(painting)

    def release(self, painting: "Painting") -> None:
        """Show what was painted meanwhile."""
        if self.canvas.held and not self.leaving:
            self.canvas.held = False
            painting.write()

    def may_leave(self, screen: "ReaderScreen") -> bool:
        """Whether what will be found at the next opening is known now."""
        reading = screen.reading
        known = reading.is_known and reading.refining is None
        return self.first is not None and known and reading.copied is not None and not self.leaving

    async def leave(self, screen: "ReaderScreen", columns: int, lines: int) -> None:
        """Keep what a screen that is drawn unseen looks like when it stands."""
        with suppress(TimeoutError, OSError):
            await asyncio.wait_for(screen.settled.wait(), _UNTIL_IT_IS_DRAWN)
            frame = self.canvas.frame(columns, lines)
            if frame is not None and self.first is not None:
                unseen = isinstance(screen.reading.dossier.articles, ArticlesOnDemand)
                size = columns, lines
                self.first.keep(frame, size, self._files(), self._ground, unseen=unseen)


def files_shown(opening: "Opening", index: Path, folder: Path | None) -> list[Path]:
    """The files beside the articles that a picture depends on."""
    import rich
    import textual

    from dossier.clippings import store_of

    files = [index, store_of(folder).path, Path(textual.__file__), Path(rich.__file__)]
    if folder is not None:
        files.append(folder / DECISIONS_FILE)
    if opening.memory is not None:
        files.append(opening.memory)
    if (config := opening.config) is not None:
        files += [config / "settings.toml", config / "keys.toml", config / "themes"]
    return files
