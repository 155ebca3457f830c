"""The window: the rows of a page that are in sight, and how they move. No widget.

It knows nothing of what is read on the page, nor of how a row looks.
"""

from collections.abc import Iterator

from tui.layout import MEASURE, Layout, Row
from tui.pages import Page


class Window:
    """Rows of a page, from a top row down: as many as there is room for."""

    def __init__(self) -> None:
        self.layout = Layout(Page(()), MEASURE)
        """The page, set in lines."""
        self.height = 0
        """Rows there is room for; 0 while that is not known."""
        self.rows: list[Row] = []
        """Those in sight."""
        self.top = Row(0, 0)

    @property
    def page(self) -> Page:
        """The page."""
        return self.layout.page

    # -- what is in sight

    def seen(self) -> float:
        """0..1: how much of the page stands above the last row in sight."""
        if not self.rows:
            return 1.0
        row = self.rows[-1]
        start, end = self.page.pieces[row.piece].span
        span = self.layout.span(row)
        last = row.piece == len(self.page.pieces) - 1
        if last and row.line == self.layout.height(row.piece) - 1:
            return 1.0
        offset = span[1] - start if span else 0
        return self.page.share(row.piece, min(offset, end - start))

    def words(self) -> Iterator[tuple[int, int, int]]:
        """The lines of words in sight: from, to, and the index of the piece they are of."""
        for row in self.rows:
            if (span := self.layout.span(row)) is not None:
                yield *span, row.piece

    def first_words(self) -> tuple[str, int] | None:
        """The first words of an article in sight: its file, and their offset; None for none."""
        for start, _, index in self.words():
            piece = self.page.pieces[index]
            if piece.words is None and piece.article:
                return piece.article.file, start
        return None

    def above(self, index: int | None) -> int:
        """How many rows stand in sight above a piece; fewer than 0 where it begins above."""
        rows = enumerate(self.rows)
        return next((at - row.line for at, row in rows if row.piece == index), 0)

    # -- moving

    def settle(self, top: Row) -> None:
        """Put a row at the top, or as near to it as the end of the page allows."""
        rows = max(1, self.height)
        self.rows = self.layout.window(top, rows)
        if len(self.rows) < rows:
            top = self.layout.lowest_top(rows)
            self.rows = self.layout.window(top, rows)
        self.top = top

    def scroll(self, rows: int) -> bool:
        """Move so many rows down; whether there was somewhere to move to."""
        before = self.top
        self.settle(self.layout.step(before, rows))
        return self.top != before

    def go_to_end(self, *, bottom: bool) -> None:
        """Show the start of the page, or its end."""
        self.settle(self.layout.lowest_top(max(1, self.height)) if bottom else Row(0, 0))

    def land(self, row: Row) -> None:
        """Have a row in sight, with some above it."""
        height = max(1, self.height)
        self.settle(Row(0, 0))
        if row not in self.rows[: max(1, height * 2 // 3)]:
            self.settle(self.layout.step(row, -min(height // 4, 6)))

    def reveal(self, row: Row) -> None:
        """Move as little as needed to have a row in sight."""
        if not self.rows or row < self.rows[0]:
            self.settle(row)
        elif row > self.rows[-1]:
            self.settle(self._lowest(row))

    def reveal_piece(self, index: int) -> None:
        """Move as little as needed to have a piece in sight, or as much of it as there is room for.

        A row is left above it.
        """
        first = Row(index, self.page.pieces[index].above)
        last = Row(index, self.layout.height(index) - 1)
        if not self.rows or first < self.rows[0]:
            self.settle(self.layout.step(first, -1))
        elif last > self.rows[-1]:
            self.settle(min(self._lowest(last), first))

    def _lowest(self, row: Row) -> Row:
        """The top row when a row stands at the bottom."""
        return self.layout.step(row, 1 - max(1, self.height))
