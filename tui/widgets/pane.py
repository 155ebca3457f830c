"""A pane: a widget that draws its own lines, keeps its own place and caches what it drew.

Textual's scrolling views lay the whole screen out when their size changes; a pane never does. It
moves by a number of rows, redraws the rows that changed, and says in a message where it came to.
"""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import bindings
from tui.inks import Inks, inks_of

WHEEL = 3
"""Rows that one notch of the wheel moves."""


class Pane(Widget, can_focus=True):
    """What the three panes share: movement, the focus, and a cache of finished lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "page_down", "page_up", "top", "bottom"
    )
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; background: $background; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._drawn: dict[int, Strip] = {}
        self._inks: Inks | None = None
        self.listener: Callable[[Message], object] | None = None
        """Hears what happens here at once; None for a message in the usual way."""

    @property
    def inks(self) -> Inks:
        """The theme's inks."""
        if self._inks is None:
            self._inks = inks_of(self.app.theme_variables)
        return self._inks

    def tell(self, message: Message) -> None:
        """Say what happened.

        A message takes a turn of the screen's queue, and the screen paints between two turns: a
        key that moved a row and changed the text was two paints, 40 ms in place of 10 (2026-11).
        """
        if self.listener is not None:
            self.listener(message)
        else:
            self.post_message(message)

    def restyle(self) -> None:
        """Draw everything again in the theme's inks."""
        self._inks = None
        self.redraw()

    def redraw(self) -> None:
        """Draw every row again."""
        self._drawn.clear()
        self.refresh()

    def redraw_rows(self, first: int, count: int = 1) -> None:
        """Draw some rows of the pane again, counted from its top; those outside are left out."""
        last = min(first + count, self.size.height)
        first = max(0, first)
        for row in range(first, last):
            self._drawn.pop(row, None)
        if first < last:
            self.refresh(Region(0, first, self.size.width, last - first))

    def render_line(self, y: int) -> Strip:
        """The row ``y``: drawn once, then kept until it changes."""
        strip = self._drawn.get(y)
        if strip is None or strip.cell_length != self.size.width:
            strip = self._drawn[y] = self.draw(y)
        return strip

    def draw(self, y: int) -> Strip:
        """The row ``y`` of the pane, ``size.width`` cells wide."""
        raise NotImplementedError

    def blank(self) -> Strip:
        """An empty row."""
        return Strip([Segment(" " * self.size.width, self.inks.ground)], self.size.width)

    def move(self, rows: int) -> None:
        """Move down by so many rows; up when negative."""

    def page(self) -> int:
        """How many rows a page is."""
        return max(1, self.size.height - 2)

    def go_to_end(self, *, bottom: bool) -> None:
        """Move to the first row, or to the last."""

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.redraw()

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self.redraw()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll_rows(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll_rows(-WHEEL)

    def scroll_rows(self, rows: int) -> None:
        """Scroll without choosing anything."""

    def action_down(self) -> None:
        """Move down one row."""
        self.move(1)

    def action_up(self) -> None:
        """Move up one row."""
        self.move(-1)

    def action_page_down(self) -> None:
        """Move down one page."""
        self.move(self.page())

    def action_page_up(self) -> None:
        """Move up one page."""
        self.move(-self.page())

    def action_top(self) -> None:
        """Go to the first row."""
        self.go_to_end(bottom=False)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.go_to_end(bottom=True)
