"""The driver of a reader in a web page: Textual's own, that leaves when nobody is there."""

from contextlib import suppress

from textual.app import App
from textual.drivers.web_driver import WebDriver

MOST_COLUMNS, MOST_LINES = 1000, 400
"""The largest page that is drawn: what a wire says beyond that would take all of the memory."""


class PageDriver(WebDriver):
    """Takes no size that cannot be drawn, and outlives no server."""

    def __init__(
        self,
        app: App[object],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._size = fitted(*(self._size or (80, 24)))

    def write(self, data: str) -> None:
        """Write to the page; when there is none, the reader leaves."""
        with suppress(BrokenPipeError):
            super().write(data)

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server; nobody hears it when that is gone."""
        with suppress(BrokenPipeError):
            super().write_meta(data)

    def run_input_thread(self) -> None:
        """Hear what the page says; that it can say no more is the reader's end."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            with suppress(RuntimeError):  # the program ended meanwhile
                self._loop.call_soon_threadsafe(self._app.exit)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Heed what the server says of the page."""
        if packet_type == "resize":
            width, height = payload.get("width"), payload.get("height")
            if not isinstance(width, int) or not isinstance(height, int):
                return
            columns, lines = fitted(width, height)
            payload = {"width": columns, "height": lines}
        super().on_meta(packet_type, payload)


def fitted(columns: int, lines: int) -> tuple[int, int]:
    """A size that can be drawn."""
    return max(1, min(columns, MOST_COLUMNS)), max(1, min(lines, MOST_LINES))
