"""A pane: a widget that draws its own lines, keeps its own place and caches what it drew.

Textual's scrolling views lay the whole screen out when their size changes; a pane never does. It
moves by a number of rows, redraws the rows that changed, and says in a message where it came to.
"""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands import bindings
from tui.counting import Count
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
        """What each row showed when it was last asked for."""
        self._stale = False
        """Whether that may not be what it should show."""
        self.room = Size(0, 0)
        """The size drawn for. Textual's own ``size`` is looked up in the layout each time it is
        asked for: a quarter of a key's cost when every row asked (2026-11)."""
        self._inks: Inks | None = None
        self._filters: tuple[tuple[LineFilter, Color], ...] | None = None
        self.counting = Count()
        """How often a movement is made; the desk's own once it holds the pane."""
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
        self._inks = self._filters = None
        self._drawn.clear()
        self.refresh()

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
        width = self.room.width
        changed = []
        for y in range(self.room.height):
            strip = self._finished(y)
            if strip != self._drawn.get(y):
                self._drawn[y] = strip
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

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows asked for. There is no border or padding, so nothing is left to compose."""
        self.room = self.size
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.column_span != (0, self.room.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The row ``y``: drawn once, then kept until it changes."""
        strip = self._drawn.get(y)
        if strip is None or self._stale or strip.cell_length != self.room.width:
            strip = self._drawn[y] = self._finished(y)
        return strip

    def _finished(self, y: int) -> Strip:
        """The row drawn, and seen through the terminal's limits: no colour, sixteen colours."""
        strip = self.draw(y)
        if self._filters is None:
            self._filters = self._needed_filters()
        for line_filter, ground in self._filters:
            strip = strip.apply_filter(line_filter, ground)
        return strip

    def _needed_filters(self) -> tuple[tuple[LineFilter, Color], ...]:
        """The terminal's limits that change anything: our inks are seldom of the terminal's."""
        ground = self.background_colors[1]
        return tuple(
            (line_filter, ground)
            for line_filter in self.get_line_filters()
            if self.inks.native or not isinstance(line_filter, ANSIToTruecolor)
        )

    def draw(self, y: int) -> Strip:
        """The row ``y`` of the pane, ``room.width`` cells wide."""
        raise NotImplementedError

    def blank(self) -> Strip:
        """An empty row."""
        return Strip([Segment(" " * self.room.width, self.inks.ground)], self.room.width)

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
