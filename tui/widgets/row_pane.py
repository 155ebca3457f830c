"""A pane of rows, one of them selected: topics, sources.

Rows are drawn on demand, and of one height where not all stand in the pane, so that five and a
hundred thousand cost the same.
"""

from bisect import bisect_right
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from dossier.values import dataclass
from tui.inks import BOLD
from tui.rendering import line
from tui.typesetting import in_lines
from tui.widgets.pane import Pane

BAR = "▌"
"""Marks the selected row."""

Parts = tuple[tuple[str, Style], ...]
"""Words and their styles, from left to right."""


class RowPane(Pane):
    """Rows under a heading; the selected one has a bar and a tint."""

    @dataclass
    class Entered(Message):
        """The selected row was clicked twice."""

        pane: "RowPane"

        @property
        def control(self) -> "RowPane":
            """The pane that tells it."""
            return self.pane

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.count = 0
        self.selected = 0
        self._first = 0

    @property
    def heading_rows(self) -> int:
        """Rows that the heading takes: none in a pane too low for it."""
        height = self.room.height
        return 2 if height >= 12 else 1 if height >= 6 else 0

    @property
    def row_height(self) -> int:
        """Lines of one row, where all have as many."""
        return 1

    def tops(self) -> Sequence[int]:
        """The line each row begins on, and the one past them; empty where all are of one height."""
        return ()

    @property
    def lit(self) -> bool:
        """Whether keys go here, so that bar and heading have the accent."""
        return self.has_focus

    @property
    def barred(self) -> int | None:
        """Index of the row that has bar and tint; None for none."""
        return self.selected

    def heading(self) -> Parts:
        """What stands above the rows."""
        return ()

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The line ``sub`` of a row, in at most so many cells."""
        raise NotImplementedError

    def chosen(self) -> None:
        """Tell that another row was selected."""

    def empty(self) -> str:
        """What to say when there are no rows."""
        return ""

    def show(self, count: int, selected: int) -> None:
        """Take new rows, one of them selected; nothing is told."""
        self.count = count
        self.selected = max(0, min(selected, count - 1))
        self._reveal()
        self.redraw()

    def select(self, index: int) -> bool:
        """Select a row without telling; whether that was another one."""
        index = max(0, min(index, self.count - 1))
        if index == self.selected or not self.count:
            return False
        before, self.selected = self.selected, index
        if self._reveal():
            self.redraw()
        else:
            for changed in (before, index):
                self.redraw_rows(self._row_top(changed), self.rows_of(changed))
        return True

    def choose(self, index: int) -> None:
        """Select a row and tell."""
        if self.select(index):
            self.chosen()

    def move(self, rows: int) -> None:
        """Select the row so many further down."""
        self.choose(self.selected + rows)

    def page(self) -> int:
        """The rows that stand in the pane at once."""
        return max(1, self._fitting() - 1)

    def go_to_end(self, *, bottom: bool) -> None:
        """Select the first row, or the last."""
        self.choose(self.count - 1 if bottom else 0)

    def go_to_number(self, number: int) -> None:
        """Select the row of that number, from 1."""
        self.choose(number - 1)

    def scroll_rows(self, rows: int) -> None:
        """Scroll; the selection stays where it is."""
        last = max(0, self.count - self._fitting())
        step = (1 if rows > 0 else -1) * max(1, abs(rows) // self.row_height)
        first = max(0, min(self._first + step, last))
        if first != self._first:
            self._first = first
            self.redraw()

    def resized(self) -> None:
        """Keep the selected row in sight."""
        self._reveal()
        self.redraw()

    def entered(self) -> None:
        """Tell that the selected row was clicked twice."""
        self.tell(self.Entered(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the pointer; twice goes into it."""
        event.stop()
        row, before = event.y - self.heading_rows, self.selected
        if row >= 0 and (index := self._at(row)[0]) < self.count:
            self.choose(index)
            if event.chain > 1 and self.selected == before:
                self.entered()

    def draw(self, y: int) -> Strip:
        """The row ``y``: the heading, a line of a row, or nothing."""
        width, inks = self.room.width, self.inks
        y -= self.heading_rows
        if y < 0:
            if y == -self.heading_rows:
                return line(width, *self.heading(), fill=inks.ground)
            return self.blank()
        index, sub = self._at(y)
        if index >= self.count:
            return self._below(y)
        parts = self.row(index, sub, max(0, width - 2))
        if index != self.barred or not parts:
            return line(width, (" ", inks.ground), *parts, fill=inks.ground)
        bar = inks.accent if self.lit else inks.dim
        drawn = line(width, (BAR, bar), *parts, fill=inks.ground)
        tinted = [Segment(s.text, (s.style or inks.ground) + inks.selected) for s in drawn]
        return Strip(tinted, width)

    def title_style(self) -> Style:
        """The style of the heading: the accent where keys go."""
        return (self.inks.accent if self.lit else self.inks.dim) + BOLD

    def _below(self, y: int) -> Strip:
        """The row ``y`` under the last one; where there is none, what to say of that."""
        width = self.room.width
        said = () if self.count else in_lines(self.empty(), max(1, width - 2), self.room.height)
        words = said[y] if y < len(said) else ""
        ground = self.inks.ground
        return line(width, (" ", ground), (words, self.inks.dim), fill=ground)

    def _fitting(self) -> int:
        if self.tops():
            return self.count
        return max(1, (self.room.height - self.heading_rows) // self.row_height)

    def rows_of(self, index: int) -> int:
        """Lines that a row takes."""
        tops = self.tops()
        return tops[index + 1] - tops[index] if tops else self.row_height

    def _at(self, y: int) -> tuple[int, int]:
        """The row at a line of the pane, counted below the heading; which line of the row."""
        if tops := self.tops():
            index = bisect_right(tops, y) - 1
            return index, y - tops[index]
        return self._first + y // self.row_height, y % self.row_height

    def _row_top(self, index: int) -> int:
        tops = self.tops()
        top = tops[index] if tops else (index - self._first) * self.row_height
        return self.heading_rows + top

    def _reveal(self) -> bool:
        """Scroll until the selected row is in sight; whether that moved anything."""
        fitting, first = self._fitting(), self._first
        first = min(first, self.selected, max(0, self.count - fitting))
        first = max(first, self.selected - fitting + 1)
        moved, self._first = first != self._first, first
        return moved
