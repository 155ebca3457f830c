"""A page: an article, or the anthology of a topic, drawn line by line from spans.

It knows a page and the marks over it; which page, and what a mark means, is the screen's to know.
What is selected or pointed at on it is the text pane's.
"""

from collections.abc import Callable

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
from tui.window import Window

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
        self.window = Window()
        """What of the page is in sight."""
        self._marks_of: Callable[[str], Marks] = lambda _: NO_MARKS
        self._awaited: tuple[str | None, int] | None = None
        """Where to land once the pane has a size."""
        self._looked: tuple[object, Layout, Look] | None = None

    # -- what stands here

    @property
    def page_shown(self) -> Page:
        """The page."""
        return self.window.page

    def show(
        self, page: Page, marks_of: Callable[[str], Marks], file: str | None, offset: int
    ) -> None:
        """Show a page at a place in one of its articles; at its start without an article."""
        self._marks_of = marks_of
        self.window.layout = Layout(page, MEASURE)
        self.window.layout = Layout(page, self._measure(self.room))  # of this page's numbers
        self.window.top = Row(0, 0)
        self.land(file, offset)

    def land(self, file: str | None, offset: int) -> None:
        """Read at a place of the page, with some lines above it in sight."""
        self._land(file, offset)
        self._moved()

    def _land(self, file: str | None, offset: int) -> None:
        self._awaited = None if self.room.height else (file, offset)
        window, page = self.window, self.page_shown
        window.height = self.room.height
        index = page.piece_at(file, offset) if file is not None else None
        if index is None:
            self.reading = page.next_read(-1, 1)
            window.settle(Row(0, 0))
            return
        piece = page.pieces[index]
        self.reading = index if piece.read else page.next_read(index, 1)
        window.land(window.layout.row_at(index, offset if piece.words is None else 0))
        own = page.words_at(file, offset) if file is not None else None
        if own is not None and all(row.piece != own for row in window.rows):
            window.settle(Row(own, page.pieces[own].above))  # ours above them fill the pane

    def repaint_marks(self, dress: Dress | None = None) -> None:
        """Paint the marks again, after one was added or hidden; nothing moves."""
        if dress is not None:
            self.dress = dress
        self.redraw()

    def place(self) -> tuple[str | None, int]:
        """Where one is: the file, and the offset of what one reads there."""
        index = self.reading
        if index is None or index >= len(self.page_shown.pieces):
            index = self.window.top.piece if self.page_shown.pieces else None
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

    # -- moving

    def move(self, rows: int) -> None:
        """Scroll; at an end, read the next passage in sight instead."""
        if self.window.scroll(rows):
            self._read_in_sight(1 if rows > 0 else -1)
        else:
            self._read_towards(1 if rows > 0 else -1, inside=True)
        self._moved()

    def scroll_rows(self, rows: int) -> None:
        """Scroll, as with the wheel."""
        if self.window.scroll(rows):
            self._read_in_sight(1 if rows > 0 else -1)
            self._moved()

    def go_to_end(self, *, bottom: bool) -> None:
        """Show the start of the page, or its end."""
        self.window.go_to_end(bottom=bottom)
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
        start = self.reading if self.reading is not None else self.window.top.piece - step
        index = self.page_shown.next_read(start, step)
        if index is None or (inside and all(row.piece != index for row in self.window.rows)):
            return
        self.reading = index
        self.window.reveal_piece(index)

    def _read_in_sight(self, step: int) -> None:
        """Keep reading what is in sight."""
        seen = dict.fromkeys(index for _, _, index in self.window.words())
        if self.reading is not None and self.reading in seen:
            return
        held = [index for index in seen if self.page_shown.pieces[index].read]
        if held:
            self.reading = held[0 if step > 0 else -1]

    def _moved(self) -> None:
        self.redraw()
        self.tell(self.Moved(self))

    def rows_above(self) -> int:
        """How many rows stand in sight above what one reads; fewer than 0 where it begins above."""
        return self.window.above(self.reading)

    def leave_above(self, rows: int) -> None:
        """Have so many rows stand above what one reads."""
        if self.reading is not None and self.window.rows:
            self.window.settle(self.window.layout.step(Row(self.reading, 0), -rows))
            self.redraw()

    def resized(self) -> None:
        """Set the page anew; the first words in sight stay in sight."""
        self._fit()
        self._moved()

    def _fit(self) -> None:
        """Set the page for the size there is, if it is set for another one."""
        fitted = (self.window.height, self.window.layout.measure)
        if self._awaited is not None or fitted != (self.room.height, self._measure(self.room)):
            self._set_for_size()

    def _set_for_size(self) -> None:
        window, measure = self.window, self._measure(self.room)
        window.height = self.room.height
        if self._awaited is not None and window.height:
            window.layout = Layout(self.page_shown, measure)
            self._land(*self._awaited)
            return
        file, offset = self.sight()
        if measure != window.layout.measure:
            window.layout = Layout(self.page_shown, measure)
        top = Row(0, 0)
        if window.top != top and file is not None:
            index = self.page_shown.piece_at(file, offset)
            if index is not None:
                top = window.layout.row_at(index, offset)
        window.settle(top)
        reading = self.reading
        if reading is not None and all(row.piece != reading for row in window.rows):
            window.settle(Row(reading, self.page_shown.pieces[reading].above))

    def sight(self) -> tuple[str | None, int]:
        """The first words of an article in sight."""
        return self.window.first_words() or self.place()

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
        if y >= len(self.window.rows):
            return self.blank()
        return text_row(self.window.rows[y], self._look())

    def _look(self) -> Look:
        """How rows look now; made anew when anything changed."""
        state = (self.dress, self.inks, self.room.width, self.reading, self.has_focus, self.chosen)
        layout = self.window.layout
        if self._looked is None or self._looked[0] != state or self._looked[1] is not layout:
            look = Look(
                layout,
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
            self._looked = (state, layout, look)
        return self._looked[2]

    @property
    def chosen(self) -> tuple[str, Span] | None:
        """What stands out: a file and a span; None for nothing."""
        return None
