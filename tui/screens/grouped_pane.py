"""Rows in groups: headings that cannot be chosen between rows that can."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.message import Message

from tui.glyphs import cells, cut
from tui.inks import BOLD
from tui.widgets.row_pane import Parts, RowPane

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the rows of a group."""

    words: str
    about: str = ""
    """Said after it, less loudly."""


class GroupedPane(RowPane, Generic[Row]):
    """A list of rows, some of them headings; what is chosen is never a heading."""

    @dataclass
    class Highlighted(Message):
        """Another row was chosen."""

        pane: RowPane

        @property
        def control(self) -> RowPane:
            """The pane it was chosen in."""
            return self.pane

    @dataclass
    class Opened(Highlighted):
        """A row was clicked twice."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._rows: Sequence[Row | Heading] = ()

    @property
    def heading_rows(self) -> int:
        """None: the screen has its own title."""
        return 0

    @property
    def lit(self) -> bool:
        """Always: Enter goes to the chosen row from the line one types in as well."""
        return True

    @property
    def current(self) -> Row | None:
        """The row that is chosen; None when there is none."""
        row = self._rows[self.selected] if self.selected < len(self._rows) else None
        return None if isinstance(row, Heading) else row

    def show_rows(self, rows: Sequence[Row | Heading], selected: Row | None = None) -> None:
        """Take other rows, with one of them chosen: the given one, else the first that can be."""
        self.show_at(rows, next((at for at, row in enumerate(rows) if row is selected), 0))

    def show_at(self, rows: Sequence[Row | Heading], index: int) -> None:
        """Take other rows, with the one at an index chosen, else the next that can be."""
        self._rows = rows
        self.show(len(rows), self._near(index, 1))
        self.post_message(self.Highlighted(self))

    def row(self, index: int, sub: int, width: int) -> Parts:
        """A heading in bold, or what ``draw_row`` draws."""
        row = self._rows[index]
        if isinstance(row, Heading):
            last = sub == self.row_height - 1
            words = cut(row.words, width)
            about = cut(f"· {row.about}", width - cells(words) - 1) if row.about else ""
            inks = self.inks
            parts = ((words, inks.text + BOLD), (" ", inks.ground), (about, inks.dim))
            return parts if last else ()
        lines = self.draw_row(row, width)
        return lines[sub] if sub < len(lines) else ()

    def draw_row(self, row: Row, width: int) -> tuple[Parts, ...]:
        """The lines of a row, each in at most ``width`` cells."""
        raise NotImplementedError

    def chosen(self) -> None:
        """Tell that another row was chosen."""
        self.post_message(self.Highlighted(self))

    def choose(self, index: int) -> None:
        """Choose a row; past a heading when one stands there."""
        index = max(0, min(index, self.count - 1))
        down = index >= self.selected
        super().choose(self._near(index, 1 if down else -1))

    def entered(self) -> None:
        """Tell that the row was clicked twice; a heading is none."""
        if self.current is not None:
            self.post_message(self.Opened(self))

    def _near(self, index: int, step: int) -> int:
        """The next row that is no heading, that way; else the other way; else the same."""
        for way in (step, -step):
            at = index
            while 0 <= at < len(self._rows):
                if not isinstance(self._rows[at], Heading):
                    return at
                at += way
        return index

    def _reveal(self) -> bool:
        """Scroll until the chosen row is in sight, and its group's heading with it if it can be."""
        moved = super()._reveal()
        above = self._first - 1
        headed = 0 <= above < len(self._rows) and isinstance(self._rows[above], Heading)
        if headed and self.selected - above < self._fitting():
            self._first = above
            return True
        return moved
