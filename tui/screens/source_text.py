"""A text as it will be written, set line by line as far as it is looked at."""

from collections.abc import Iterator
from itertools import islice

from textual.strip import Strip

from tui.glyphs import visible
from tui.rendering import line
from tui.typesetting import leaves, wrap
from tui.widgets.pane import Pane


class SourceText(Pane):
    """Plain text to page through; a line that is too long goes on below, marked."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._text = ""
        self._first = 0
        self._rows: list[tuple[int, int, bool]] = []
        self._further: Iterator[tuple[int, int, bool]] = iter(())

    def show(self, text: str) -> None:
        """Show another text, from its start."""
        self._text, self._first = text, 0
        self._set()

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self._set()

    def _set(self) -> None:
        self._rows, self._further = [], self._lines(max(1, self.size.width - 3))
        self._first = max(0, min(self._first, self._set_up_to(self._first + 1) - 1))
        self.redraw()

    def _lines(self, width: int) -> Iterator[tuple[int, int, bool]]:
        """Offsets of each row, and whether it goes on from the one above."""
        start = 0
        while start < len(self._text):
            found = self._text.find("\n", start)
            end = len(self._text) if found < 0 else found
            on = False
            for first, last in leaves(self._text, start, end):
                for row in wrap(self._text, first, last, width):
                    yield (*row, on)
                    on = True
            if not on:
                yield start, start, False
            start = end + 1

    def _set_up_to(self, rows: int) -> int:
        """Set so many rows, or all there are; how many are set."""
        self._rows += islice(self._further, max(0, rows - len(self._rows)))
        return len(self._rows)

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        row = self._first + y
        if row >= self._set_up_to(row + 1):
            return self.blank()
        start, end, on = self._rows[row]
        words, inks = visible(self._text[start:end]), self.inks
        mark = "↪ " if on else "  "
        return line(self.size.width, (mark, inks.faint), (words, inks.text), fill=inks.ground)

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
