"""A pane: a widget that draws its own lines, keeps its own place and caches what it drew.

Textual's scrolling views lay the whole screen out when their size changes; a pane never does. It
moves by a number of rows, redraws the rows that changed, and says in a message where it came to.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from tui.commands import bindings
from tui.counting import Count
from tui.widgets.drawn import Drawn, alike

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
        self._stale = False
        """Whether what was drawn may not be what it should show."""
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

    def redraw(self) -> None:
        """Draw the rows again that look different now; the others are not sent again."""
        if not self._stale:
            self._stale = True
            self.call_later(self._redraw_changed)

    def _redraw_changed(self) -> None:
        if not self._stale:
            return
        self._stale = False
        self.room = self.size
        width, drawn = self.room.width, self._drawn
        changed = []
        for y in range(self.room.height):
            strip, before = self.finished(y), drawn.get(y)
            if strip is not before and (before is None or not alike(strip, before)):
                drawn[y] = strip
                changed.append(Region(0, y, width, 1))
        if changed:
            self.refresh(*changed)

    def redraw_rows(self, first: int, count: int = 1) -> None:
        """Draw some rows of the pane again, counted from its top; those outside are left out."""
        last = min(first + count, self.room.height)
        first = max(0, first)
        for row in range(first, last):
            self._drawn.pop(row, None)
        if first < last:
            self.refresh(Region(0, first, self.room.width, last - first))

    def render_line(self, y: int) -> Strip:
        """The row ``y``; one that may have changed is drawn, but not yet taken for shown."""
        kept = self._drawn.get(y)
        if self._stale and kept is not None and kept.cell_length == self.room.width:
            return self.finished(y)
        return super().render_line(y)

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
