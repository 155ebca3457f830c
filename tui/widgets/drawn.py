"""What draws its own lines: no border, no padding, nothing for Textual to compose around them.

The compositor asks every widget in the rectangle around what changed for all its lines. A widget
of Textual's own sends each of them through its styles; what stands here hands over lines that were
finished once (a rule, a title and two lines below: 2 ms of a key's 12 before, 2026-11).
"""

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.inks import Inks, inks_of

if TYPE_CHECKING:
    from tui.painting import Painting


class Drawn(Widget):
    """A widget of finished lines, each kept until it changes."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._drawn: dict[int, Strip] = {}
        """What each row showed when it was last asked for."""
        self.room = Size(0, 0)
        """The size drawn for. Textual's own ``size`` is looked up in the layout each time it is
        asked for: a quarter of a key's cost when every row asked (2026-11)."""
        self._inks: Inks | None = None
        self._filters: tuple[tuple[LineFilter, Color], ...] | None = None
        self._blank: Strip | None = None
        self._stale = False
        """Whether what was drawn may not be what it should show."""
        self._due: set[int] = set()
        """Rows that are to be drawn again though the others stand."""

    @property
    def inks(self) -> Inks:
        """The theme's inks."""
        if self._inks is None:
            self._inks = inks_of(self.app.theme_variables, colours=not self.app.no_color)
        return self._inks

    def restyle(self) -> None:
        """Draw everything again in the theme's inks."""
        self._inks = self._filters = None
        self._drawn.clear()
        self.refresh()

    def on_mount(self) -> None:
        """Take every theme that is chosen."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.restyle())

    def on_unmount(self) -> None:
        """Take no more: what is still to be told of a theme is kept for as long as the app is."""
        self.app.theme_changed_signal.unsubscribe(self)

    @property
    def alone(self) -> bool:
        """Whether nothing else is seen where it stands, and nothing of it lies beyond the edge.

        A terminal puts a row below its last one over that.
        """
        if not self.room or not self.is_on_screen:
            return False
        placed = self.screen.find_widget(self)
        return placed.visible_region == placed.region

    def redraw(self) -> None:
        """Draw the rows again that look different now; the others are not sent again."""
        if not self._stale:
            self._stale = True
            self._wait()

    def redraw_rows(self, first: int, count: int = 1) -> None:
        """Draw some rows again, counted from the top; those outside are left out."""
        rows = range(max(0, first), min(first + count, self.room.height))
        if rows and not self._stale:
            self._due.update(rows)
            self._wait()

    def _wait(self) -> None:
        painting: Painting | None = getattr(self.app, "painting", None)
        if painting is not None:
            painting.later(self)
        else:
            self.call_later(self._refresh_changed)

    def _refresh_changed(self) -> None:
        if rows := self.changed_rows():
            self.refresh(*(Region(0, y, self.room.width, 1) for y, _ in rows))

    def changed_rows(self) -> list[tuple[int, Strip]]:
        """The rows that look different from when they were last asked for, drawn."""
        if not self.is_attached:
            return []
        self.room = self.size
        rows = range(self.room.height) if self._stale else sorted(self._due)
        drawn, changed = self._drawn, []
        if self._stale and not rows:  # hidden: what it showed is not what it is to show again
            drawn.clear()
        self._stale = False
        self._due.clear()
        for y in rows:
            strip, before = self.finished(y), drawn.get(y)
            if strip is not before and (before is None or not alike(strip, before)):
                drawn[y] = strip
                changed.append((y, strip))
        return changed

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows asked for. There is no border or padding, so nothing is left to compose."""
        self.room = room = self.size
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.column_span != (0, room.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """The row ``y``: drawn once, then kept until it changes.

        One that may have changed is drawn, but not yet taken for shown.
        """
        strip = self._drawn.get(y)
        if strip is None or strip.cell_length != self.room.width:
            strip = self._drawn[y] = self.finished(y)
        elif self._stale or y in self._due:
            return self.finished(y)
        return strip

    def finished(self, y: int) -> Strip:
        """The row drawn, and seen through the terminal's limits: no colour, sixteen colours."""
        strip = self.draw(y)
        if self._filters is None:
            self._filters = self._needed_filters()
        for line_filter, ground in self._filters:
            strip = strip.apply_filter(line_filter, ground)
        return strip

    def _needed_filters(self) -> tuple[tuple[LineFilter, Color], ...]:
        """The terminal's limits that change anything: our inks are seldom of the terminal's.

        Without colours (NO_COLOR) ours are greys; of the terminal's own, whose grey no one knows,
        nothing is left but its ink and its ground.
        """
        ground, native = self.background_colors[1], self.inks.native
        return tuple(
            (NoColor() if native and isinstance(line_filter, Monochrome) else line_filter, ground)
            for line_filter in self.get_line_filters()
            if native or not isinstance(line_filter, ANSIToTruecolor)
        )

    def draw(self, y: int) -> Strip:
        """The row ``y``, ``room.width`` cells wide."""
        raise NotImplementedError

    def blank(self) -> Strip:
        """An empty row."""
        blank, width, ink = self._blank, self.room.width, self.inks.ground
        if blank is None or blank.cell_length != width or next(iter(blank)).style is not ink:
            blank = self._blank = Strip([Segment(" " * width, ink)], width)
        return blank


def alike(one: Strip, other: Strip) -> bool:
    """Whether two rows look the same. Styles are compared last: that is not done in C."""
    if one.cell_length != other.cell_length or one.text != other.text:
        return False
    return one == other
