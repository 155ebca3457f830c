"""The driver: Textual's own for a terminal, that writes what changed and nothing else."""

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.canvas import Canvas
from tui.painting import Painting

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Around what a terminal is to show at once."""
_ALTERNATE, _BACK = "\x1b[?1049h", "\x1b[?1049l"


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
        self._canvas: Canvas = getattr(app, "canvas", None) or Canvas()
        painting: Painting | None = getattr(app, "painting", None)
        if painting is not None:
            painting.canvas, painting.write = self._canvas, self.write_due
        self._shows_at_once = False
        """Whether the terminal shows at once what it is told to."""

    def write(self, data: str) -> None:
        """Write what is not there yet."""
        if data in {_BEGIN, _END}:
            self._shows_at_once = True  # each piece says so itself
        elif data.startswith("\x1b[") and data[2:3].isdigit():
            self._write(self._canvas.paint(data))
        else:
            if data in {_ALTERNATE, _BACK}:
                self._canvas.forget()
            super().write(data)

    def write_due(self) -> None:
        """Write what was put on the canvas."""
        self._write(self._canvas.due())

    def _write(self, due: str) -> None:
        if due:
            super().write(f"{_BEGIN}{due}{_END}" if self._shows_at_once else due)
