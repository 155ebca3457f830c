"""A page: an article, or the anthology of a topic, drawn line by line from spans.

It knows a page and the marks over it; which page, and what a mark means, is the screen's to know.
What is selected or pointed at on it is the text pane's.
"""

from collections.abc import Callable, Iterator

from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from dossier.spans import Span
from dossier.values import dataclass
from tui.layout import MEASURE, Layout, Row
from tui.marks import Dress, Marks
from tui.pages import Page, Piece
from tui.rendering import GUTTER, NO_MARKS, Look, text_row
from tui.widgets.pane import Pane

LEAST_NUMBERED = 24
"""Columns from which passages may have their numbers beside them."""


class PagePane(Pane):
    """A page of text, a window on it, and the passage one is reading."""

    @dataclass
    class Moved(Message):
        """Another passage is being read, or another part of the page is in sight."""

        pane: "PagePane"

        @property
        def control(self) -> "PagePane":
            """The pane that tells it."""
            return self.pane

    @dataclass
    class Sought(Message):
        """The passage of a number is asked for."""

        pane: "PagePane"
        number: int

        @property
        def control(self) -> "PagePane":
            """The pane that tells it."""
            return self.pane

    def __init__(self) -> None:
        super().__init__(id="text")
        self.dress = Dress()
        self.reading: int | None = None
        """Index of the piece being read; None on a page without passages."""
        self._layout = Layout(Page(()), MEASURE)
        self._marks_of: Callable[[str], Marks] = lambda _: NO_MARKS
        self._top = Row(0, 0)
        self._window: list[Row] = []
        self._awaited: tuple[str | None, int] | None = None
        """Where to land once the pane has a size."""
        self._height = 0
        self._looked: tuple[object, Layout, Look] | None = None

    # -- what stands here

    @property
    def page_shown(self) -> Page:
        """The page."""
        return self._layout.page

    def show(
        self, page: Page, marks_of: Callable[[str], Marks], file: str | None, offset: int
    ) -> None:
        """Show a page at a place in one of its articles; at its start without an article."""
        self._marks_of = marks_of
        self._layout = Layout(page, MEASURE)
        self._layout = Layout(page, self._measure(self.room))  # of this page's numbers
        self._top = Row(0, 0)
        self.land(file, offset)

    def land(self, file: str | None, offset: int) -> None:
        """Read at a place of the page, with some lines above it in sight."""
        self._land(file, offset)
        self._moved()

    def _land(self, file: str | None, offset: int) -> None:
        self._awaited = None if self.room.height else (file, offset)
        index = self.page_shown.piece_at(file, offset) if file is not None else None
        if index is None:
            self.reading = self.page_shown.next_read(-1, 1)
            self._settle(Row(0, 0))
            return
        piece = self.page_shown.pieces[index]
        self.reading = index if piece.read else self.page_shown.next_read(index, 1)
        if not self._layout.page.pieces:
            return
        row = self._layout.row_at(index, offset if piece.words is None else 0)
        height = max(1, self.room.height)
        self._settle(Row(0, 0))
        seen = self._window[: max(1, height * 2 // 3)]
        if row not in seen:
            self._settle(self._layout.step(row, -min(height // 4, 6)))

    def repaint_marks(self, dress: Dress | None = None) -> None:
        """Paint the marks again, after one was added or hidden; nothing moves."""
        if dress is not None:
            self.dress = dress
        self.redraw()

    def place(self) -> tuple[str | None, int]:
        """Where one is: the file, and the offset of what one reads there."""
        index = self.reading
        if index is None or index >= len(self.page_shown.pieces):
            index = self._top.piece if self.page_shown.pieces else None
        if index is None:
            return None, 0
        piece = self.page_shown.pieces[index]
        return (piece.article.file if piece.article else None), piece.start

    def read_piece(self) -> Piece | None:
        """The piece one reads; None on a page without passages."""
        return self.page_shown.pieces[self.reading] if self.reading is not None else None

    def at_start(self) -> bool:
        """Whether one reads the first passage of the page."""
        return self.reading == self.page_shown.next_read(-1, 1)

    def reads(self, file: str, offset: int) -> bool:
        """Whether the offset lies in what one reads."""
        piece = self.read_piece()
        if piece is None or piece.article is None or piece.article.file != file:
            return False
        return piece.start <= offset < piece.end

    def _reveal(self, row: Row) -> None:
        """Scroll as little as needed to have a row in sight."""
        height = max(1, self.room.height)
        if not self._window or row < self._window[0]:
            self._settle(row)
        elif row > self._window[-1]:
            self._settle(self._layout.step(row, 1 - height))

    def seen(self) -> float:
        """0..1: how much of the page stands above the bottom of the pane."""
        if not self._window:
            return 1.0
        row = self._window[-1]
        start, end = self.page_shown.pieces[row.piece].span
        span = self._layout.span(row)
        last = row.piece == len(self.page_shown.pieces) - 1
        if last and row.line == self._layout.height(row.piece) - 1:
            return 1.0
        offset = span[1] - start if span else 0
        return self.page_shown.share(row.piece, min(offset, end - start))

    def words_in_sight(self) -> Iterator[tuple[int, int, Piece]]:
        """The lines in sight: from, to, and the piece whose text they are of."""
        for row in self._window:
            if (span := self._layout.span(row)) is not None:
                yield *span, self.page_shown.pieces[row.piece]

    # -- moving

    def move(self, rows: int) -> None:
        """Scroll; at an end, read the next passage in sight instead."""
        before = self._top
        self._settle(self._layout.step(self._top, rows))
        if self._top == before:
            self._read_towards(1 if rows > 0 else -1, inside=True)
        else:
            self._read_in_sight(1 if rows > 0 else -1)
        self._moved()

    def scroll_rows(self, rows: int) -> None:
        """Scroll, as with the wheel."""
        before = self._top
        self._settle(self._layout.step(self._top, rows))
        if self._top != before:
            self._read_in_sight(1 if rows > 0 else -1)
            self._moved()

    def go_to_end(self, *, bottom: bool) -> None:
        """Show the start of the page, or its end."""
        rows = max(1, self.room.height)
        self._settle(self._layout.lowest_top(rows) if bottom else Row(0, 0))
        pieces = len(self.page_shown.pieces)
        self.reading = self.page_shown.next_read(pieces if bottom else -1, -1 if bottom else 1)
        self._moved()

    def read_next(self, step: int) -> None:
        """Read the passage so many further; upwards with a negative step."""
        for _ in range(abs(step)):
            before = self.reading
            self._read_towards(1 if step > 0 else -1, inside=False)
            if self.reading == before:
                break
        self._moved()

    def go_to_number(self, number: int) -> None:
        """Read the passage of that number in the article one reads; it counts as gone to."""
        self.tell(self.Sought(self, number))

    def _read_towards(self, step: int, *, inside: bool) -> None:
        start = self.reading if self.reading is not None else self._top.piece - step
        index = self.page_shown.next_read(start, step)
        if index is None or (inside and index not in {row.piece for row in self._window}):
            return
        self.reading = index
        above = self.page_shown.pieces[index].above
        first = Row(index, above)
        last = Row(index, self._layout.height(index) - 1)
        height = max(1, self.room.height)
        if not self._window or first < self._window[0]:
            self._settle(self._layout.step(first, -1))
        elif last > self._window[-1]:
            low = self._layout.step(last, 1 - height)
            self._settle(min(low, first))

    def _read_in_sight(self, step: int) -> None:
        """Keep reading what is in sight."""
        seen = [row.piece for row in self._window if self._layout.span(row)]
        if not seen or (self.reading is not None and self.reading in seen):
            return
        held = [index for index in dict.fromkeys(seen) if self.page_shown.pieces[index].read]
        if held:
            self.reading = held[0 if step > 0 else -1]

    def _moved(self) -> None:
        self.redraw()
        self.tell(self.Moved(self))

    def rows_above(self) -> int:
        """How many rows stand in sight above what one reads; fewer than 0 where it begins above."""
        rows = enumerate(self._window)
        return next((at - row.line for at, row in rows if row.piece == self.reading), 0)

    def leave_above(self, rows: int) -> None:
        """Have so many rows stand above what one reads."""
        if self.reading is not None and self._window:
            self._settle(self._layout.step(Row(self.reading, 0), -rows))
            self.redraw()

    def _settle(self, top: Row) -> None:
        """Put a row at the top, or as near to it as the end of the page allows."""
        rows = max(1, self.room.height)
        self._window = self._layout.window(top, rows)
        if len(self._window) < rows:
            top = self._layout.lowest_top(rows)
            self._window = self._layout.window(top, rows)
        self._top = top

    def resized(self) -> None:
        """Set the page anew; the first words in sight stay in sight."""
        self._fit()
        self._moved()

    def _fit(self) -> None:
        """Set the page for the size there is, if it is set for another one."""
        fitted = (self._height, self._layout.measure)
        if self._awaited is not None or fitted != (self.room.height, self._measure(self.room)):
            self._set_for_size()

    def _set_for_size(self) -> None:
        measure = self._measure(self.room)
        self._height = self.room.height
        if self._awaited is not None and self.room.height:
            self._layout = Layout(self.page_shown, measure)
            self._land(*self._awaited)
            return
        file, offset = self.sight()
        if measure != self._layout.measure:
            self._layout = Layout(self.page_shown, measure)
        top = Row(0, 0)
        if self._top != top and file is not None:
            index = self.page_shown.piece_at(file, offset)
            if index is not None:
                top = self._layout.row_at(index, offset)
        self._settle(top)
        reading = self.reading
        if reading is not None and all(row.piece != reading for row in self._window):
            self._settle(Row(reading, self.page_shown.pieces[reading].above))

    def sight(self) -> tuple[str | None, int]:
        """The first words of an article in sight."""
        for row in self._window:
            piece = self.page_shown.pieces[row.piece]
            span = self._layout.span(row)
            if span and piece.words is None and piece.article:
                return piece.article.file, span[0]
        return self.place()

    # -- drawing

    def _measure(self, size: Size) -> int:
        taken = self._gutter(size.width) + self._numbers(size.width)
        return max(1, min(MEASURE, size.width - taken - 1))

    def _numbers(self, width: int) -> int:
        """Cells for the passages' numbers; none in a pane too narrow for them."""
        if not self.dress.numbers or width < LEAST_NUMBERED:
            return 0
        return len(str(self.page_shown.most_passages)) + 1

    @staticmethod
    def _gutter(width: int) -> int:
        return GUTTER if width >= 16 else 0

    def draw(self, y: int) -> Strip:
        """A row of the page."""
        self._fit()  # a paint may come before the event that tells of a new size
        if y >= len(self._window):
            return self.blank()
        return text_row(self._window[y], self._look())

    def _look(self) -> Look:
        """How rows look now; made anew when anything changed."""
        state = (self.dress, self.inks, self.room.width, self.reading, self.has_focus, self.chosen)
        if self._looked is None or self._looked[0] != state or self._looked[1] is not self._layout:
            look = Look(
                self._layout,
                self._marks_of,
                self.dress,
                self.inks,
                self.room.width,
                self._gutter(self.room.width),
                self.reading,
                self.has_focus,
                self.chosen,
                self._numbers(self.room.width),
            )
            self._looked = (state, self._layout, look)
        return self._looked[2]

    @property
    def chosen(self) -> tuple[str, Span] | None:
        """What stands out: a file and a span; None for nothing."""
        return None
