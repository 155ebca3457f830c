"""Painting: what changed by one key is drawn and written at once, in one piece.

Textual tells a screen that a widget changed, waits for its next sixtieth of a second, asks every
widget in the rectangle around for all its lines and cuts them: half of a key's time (2026-11). What
draws its own lines and has them to itself can do without. It says that it changed; once the key is
done its rows are drawn and put on the canvas, and what is due is written.

Where something else may stand over it (another screen, a row it has not got to itself), and where
there is no terminal of ours, it is done Textual's way.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.geometry import Region
from textual.strip import Strip

from tui.canvas import Canvas

if TYPE_CHECKING:
    from tui.widgets.drawn import Drawn


class Painting:
    """Paints what changed since the last time, on one app's terminal."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: list[Drawn] = []
        self.canvas: Canvas | None = None
        """What is painted on; None where Textual paints."""
        self.write: Callable[[], None] = lambda: None
        """Writes what is due."""
        self.hush: Callable[[], None] = lambda: None
        """Begins to hear no more keys, which takes a tenth of a second."""

    def later(self, drawn: "Drawn") -> None:
        """Have a widget drawn again when what is done now is done."""
        if not self._waiting:
            self._app.call_later(self._paint)
        self._waiting.append(drawn)

    def _paint(self) -> None:
        waiting, self._waiting = self._waiting, []
        for drawn in dict.fromkeys(waiting):
            rows = drawn.changed_rows()
            if rows and not self._put(drawn, rows):
                width = drawn.room.width
                drawn.refresh(*(Region(0, y, width, 1) for y, _ in rows))
        self.write()

    def _put(self, drawn: "Drawn", rows: list[tuple[int, Strip]]) -> bool:
        """Put the rows on the canvas; whether they are all that is to be seen there."""
        canvas, screen = self.canvas, self._app.screen
        if canvas is None or drawn.screen is not screen or not drawn.alone:
            return False
        console = self._app.console
        x, top = drawn.region.offset
        return all(canvas.put(top + y, x, strip.render(console)) for y, strip in rows)
