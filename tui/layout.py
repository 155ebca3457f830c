"""The layout of a page: its pieces set in lines of one measure, as far as they are asked for.

A row is a piece and a line in it, so that moving by a row never counts those before it.
"""

import re

from dossier.values import dataclass
from tui.glyphs import cells
from tui.pages import Page, Piece
from tui.typesetting import wrap

MEASURE = 80
"""Cells a line of text has at most."""

_MARKER = re.compile(r"(?:[-–—*•◦▪‣·]|\(?\d{1,3}[.)°]|[a-zA-Z][.)])\s+")
_INDENTS = {"item": 2, "quote": 4, "caption": 2}
_KEPT = 4096
"""Pieces whose lines are kept."""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A line of a piece; the blank ones above it come first."""

    piece: int
    line: int


class Layout:
    """A page in lines; each piece is set when it is first asked for."""

    def __init__(self, page: Page, measure: int) -> None:
        self.page = page
        self.measure = max(1, measure)
        self._lines: dict[int, tuple[tuple[int, int], ...]] = {}

    @property
    def set_pieces(self) -> int:
        """How many pieces have been set so far."""
        return len(self._lines)

    def indent(self, piece: Piece) -> int:
        """Cells left of every line of the piece."""
        return _INDENTS.get(piece.kind, 0) if self.measure > 24 else 0

    def hang(self, piece: Piece) -> int:
        """Cells more on every line but the first: a list item's marker hangs."""
        start, end = piece.span
        if piece.kind == "reference":
            return 2 if self.measure > 24 else 0
        if piece.kind != "item":
            return 0
        match = _MARKER.match(piece.text, start, min(end, start + 12))
        return min(cells(match[0]), self.measure // 3) if match else 0

    def opening(self, piece: Piece) -> str:
        """What the program sets before the first line: an ellipsis where an extract is cut."""
        return "… " if piece.cut else ""

    def lines(self, index: int) -> tuple[tuple[int, int], ...]:
        """The lines of a piece, as offsets into its text."""
        lines = self._lines.get(index)
        if lines is None:
            if len(self._lines) > _KEPT:
                self._lines.clear()
            lines = self._lines[index] = self._set(self.page.pieces[index])
        return lines

    def _set(self, piece: Piece) -> tuple[tuple[int, int], ...]:
        start, end = piece.span
        room = max(1, self.measure - self.indent(piece))
        opening = len(self.opening(piece))
        if not opening:
            return tuple(wrap(piece.text, start, end, room, self.hang(piece)))
        return tuple(wrap(piece.text, start, end, max(1, room - opening), -opening))

    def height(self, index: int) -> int:
        """The rows of a piece, the blank ones above it counted."""
        return self.page.pieces[index].above + len(self.lines(index))

    def span(self, row: Row) -> tuple[int, int] | None:
        """The offsets of a row's words; None when it is blank."""
        line = row.line - self.page.pieces[row.piece].above
        lines = self.lines(row.piece)
        return lines[line] if 0 <= line < len(lines) else None

    def row_at(self, index: int, offset: int) -> Row:
        """The row of a piece that holds the offset of its text."""
        above = self.page.pieces[index].above
        number = 0
        for number, (_, end) in enumerate(self.lines(index)):  # noqa: B007 - the last one counts
            if offset < end:
                break
        return Row(index, above + number)

    def step(self, row: Row, rows: int) -> Row:
        """The row so many further down, or the page's last; upwards when negative."""
        piece, line = row.piece, row.line + rows
        last = len(self.page.pieces) - 1
        while piece <= last and line >= (height := self.height(piece)):
            if piece == last:
                return Row(piece, max(0, height - 1))
            line -= height
            piece += 1
        while line < 0:
            if piece == 0:
                return Row(0, 0)
            piece -= 1
            line += self.height(piece)
        return Row(piece, line)

    def window(self, top: Row, rows: int) -> list[Row]:
        """The rows from ``top`` on, at most so many."""
        window: list[Row] = []
        piece, line = top.piece, top.line
        while piece < len(self.page.pieces) and len(window) < rows:
            height = self.height(piece)
            if line < height:
                window.append(Row(piece, line))
                line += 1
            else:
                piece, line = piece + 1, 0
        return window

    def lowest_top(self, rows: int) -> Row:
        """The top row when the page's last row stands at the bottom of so many."""
        last = len(self.page.pieces) - 1
        if last < 0:
            return Row(0, 0)
        return self.step(Row(last, max(0, self.height(last) - 1)), 1 - rows)
