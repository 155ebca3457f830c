"""A text as it will be written, set line by line as far as it is looked at."""

from collections.abc import Iterator

from textual.strip import Strip

from tui.glyphs import visible
from tui.rendering import line
from tui.screens.paged_pane import PagedPane
from tui.typesetting import leaves, wrap


class SourceText(PagedPane[tuple[int, int, bool]]):
    """Plain text to page through; a line that is too long goes on below, marked."""

    _text = ""

    def show(self, text: str) -> None:
        """Show another text, from its start."""
        self._text = text
        self.restart()

    def lines(self, width: int) -> Iterator[tuple[int, int, bool]]:
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

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        row = self.row_at(y)
        if row is None:
            return self.blank()
        start, end, on = row
        words, inks = visible(self._text[start:end]), self.inks
        mark = "↪ " if on else "  "
        return line(self.size.width, (mark, inks.faint), (words, inks.text), fill=inks.ground)
