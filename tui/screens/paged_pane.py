"""A long text to page through, its rows set as far as they are looked at."""

from collections.abc import Iterator
from itertools import islice
from typing import Generic, TypeVar

from tui.widgets.pane import Pane

Row = TypeVar("Row")


class PagedPane(Pane, Generic[Row]):
    """Rows that ``lines`` gives one by one, for as long as someone scrolls on."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._first = 0
        self._width = 0
        self._rows: list[Row] = []
        self._further: Iterator[Row] = iter(())

    def lines(self, width: int) -> Iterator[Row]:
        """Every row of the text, set in so many cells."""
        raise NotImplementedError

    def row_at(self, y: int) -> Row | None:
        """What stands in the row ``y`` of the pane; None below the text.

        The screen may paint a size of which the pane was not told yet.
        """
        if self._width != self.size.width:
            self._set()
        row = self._first + y
        return self._rows[row] if row < self._set_up_to(row + 1) else None

    def restart(self) -> None:
        """Show another text, from its start."""
        self._first = 0
        self._set()
        self.redraw()

    def on_resize(self) -> None:
        """Set the rows for the new size."""
        self._set()
        self.redraw()

    def _set(self) -> None:
        self._width = self.size.width
        self._rows, self._further = [], self.lines(max(1, self._width - 3))
        self._first = max(0, min(self._first, self._set_up_to(self._first + 1) - 1))

    def _set_up_to(self, rows: int) -> int:
        """Set so many rows, or all there are; how many are set."""
        self._rows += islice(self._further, max(0, rows - len(self._rows)))
        return len(self._rows)

    def move(self, rows: int) -> None:
        """Scroll by so many rows."""
        height = max(1, self.size.height)
        there = self._set_up_to(self._first + rows + height)
        first = max(0, min(self._first + rows, there - height))
        if first != self._first:
            self._first = first
            self.redraw()

    def scroll_rows(self, rows: int) -> None:
        """Scroll by so many rows."""
        self.move(rows)

    def go_to_end(self, *, bottom: bool) -> None:
        """Scroll to the start or to the end."""
        self.move(self._set_up_to(1 << 60) if bottom else -self._first)
