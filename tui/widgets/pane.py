"""A pane: a widget that draws its own lines, keeps its own place and caches what it drew.

Textual's scrolling views lay the whole screen out when their size changes; a pane never does. It
moves by a number of rows, redraws the rows that changed, and says in a message where it came to.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from tui.commands import bindings
from tui.counting import Count
from tui.widgets.drawn import Drawn

WHEEL = 3
"""Rows that one notch of the wheel moves."""


class Pane(Drawn, can_focus=True):
    """What the three panes share: movement, the focus, and a cache of finished lines."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "down", "up", "page_down", "page_up", "top", "bottom"
    )
    DEFAULT_CSS = """
    Pane { width: 1fr; height: 1fr; background: $background; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.counting = Count()
        """How often a movement is made; the desk's own once it holds the pane."""
        self.listener: Callable[[Message], object] | None = None
        """Hears what happens here at once; None for a message in the usual way."""

    def tell(self, message: Message) -> None:
        """Say what happened.

        A message takes a turn of the screen's queue, and the screen paints between two turns: a
        key that moved a row and changed the text was two paints, 40 ms in place of 10 (2026-11).
        """
        if self.listener is not None:
            self.listener(message)
        else:
            self.post_message(message)

    def move(self, rows: int) -> None:
        """Move down by so many rows; up when negative."""

    def page(self) -> int:
        """How many rows a page is."""
        return max(1, self.room.height - 2)

    def go_to_end(self, *, bottom: bool) -> None:
        """Move to the first row, or to the last."""

    def go_to_number(self, number: int) -> None:
        """Move to the row of that number, from 1."""

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.redraw()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.redraw()

    def on_hide(self, event: events.Hide) -> None:
        """Let the keys stay where the desk sent them: the event may be older than that."""
        event.prevent_default()

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self.room = self.size
        self.resized()

    def resized(self) -> None:
        """Set the lines anew: ``room`` has changed."""
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
        self.move(self.counting.times())

    def action_up(self) -> None:
        """Move up one row."""
        self.move(-self.counting.times())

    def action_page_down(self) -> None:
        """Move down one page."""
        self.move(self.page() * self.counting.times())

    def action_page_up(self) -> None:
        """Move up one page."""
        self.move(-self.page() * self.counting.times())

    def action_top(self) -> None:
        """Go to the first row; to the one that a count says."""
        self._go_to(bottom=False)

    def action_bottom(self) -> None:
        """Go to the last row; to the one that a count says."""
        self._go_to(bottom=True)

    def _go_to(self, *, bottom: bool) -> None:
        number = self.counting.take()
        if number is None:
            self.go_to_end(bottom=bottom)
        else:
            self.go_to_number(number)
