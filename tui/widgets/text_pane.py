"""The text: a page on which sentences and words are selected, and names tell who they are."""

from collections.abc import Callable

from textual import events
from textual.message import Message
from textual.strip import Strip

from dossier.entities import Entity, Mention
from dossier.spans import Span
from dossier.values import dataclass
from tui.glyphs import offset_at
from tui.marks import Marks
from tui.pages import Page, Piece
from tui.rendering import line, words_start
from tui.selecting import Selecting, Unit
from tui.widgets.page_pane import PagePane
from tui.widgets.row_pane import Parts

CARD_ROWS = 6
"""Rows of the card of a name, its rule counted; never more than a third of the pane."""


class TextPane(PagePane):
    """A page, what is selected on it, and the mention one stands on."""

    @dataclass
    class Unfolded(Message):
        """What was folded is asked for."""

        pane: "TextPane"

        @property
        def control(self) -> "TextPane":
            """The pane that tells it."""
            return self.pane

    def __init__(self) -> None:
        super().__init__()
        self.selecting: Selecting | None = None
        """What is being selected; None when nothing is."""
        self.mention: tuple[Mention, Entity] | None = None
        """The mention one stands on; its card is shown. None for none."""
        self.source_name: Callable[[str], str] = str
        """What the card calls the article of a file."""
        self._carded: tuple[object, ...] = ()
        """What the card was last made of."""
        self._card_made: list[Parts] = []
        self._pressed: tuple[Piece, int] | None = None
        """Where the pointer was pressed: the piece, and the offset in its text."""

    @property
    def chosen(self) -> tuple[str, Span] | None:
        """What is selected; else the mention one stands on."""
        if self.selecting is not None:
            return self.selecting.article.file, self.selecting.span
        if self.mention is not None:
            return self.mention[0].file, self.mention[0].span
        return None

    def show(
        self, page: Page, marks_of: Callable[[str], Marks], file: str | None, offset: int
    ) -> None:
        """Show a page at a place; what was selected on the one before is let go."""
        self.selecting = self.mention = None
        super().show(page, marks_of, file, offset)

    def move(self, rows: int) -> None:
        """Scroll; selecting, take in the next unit or let one go."""
        if self.selecting is not None:
            self.grow(rows)
        else:
            super().move(rows)

    def page(self) -> int:
        """How many rows a page is; selecting, it is one unit."""
        return 1 if self.selecting is not None else super().page()

    def read_next(self, step: int) -> None:
        """Read the passage so many further; selecting, select that unit alone."""
        if self.selecting is not None:
            for _ in range(abs(step)):
                self.selecting.move(1 if step > 0 else -1)
            self._show_selection()
        else:
            super().read_next(step)

    # -- selecting

    def taken(self) -> tuple[str, Span] | None:
        """What a clip would take: the selection, else the passage that is read."""
        if self.selecting is not None and len(self.selecting.span):
            return self.selecting.article.file, self.selecting.span
        piece = self.read_piece()
        if piece is None or piece.article is None:
            return None
        passage = piece.article.passage_at(piece.end - 1)
        if passage is not None and not self.page_shown.anthology:
            return piece.article.file, passage.span
        return piece.article.file, Span(piece.start, piece.end)

    def select(self) -> None:
        """Select the sentence one reads; what is selected already, go on by words."""
        piece = self.read_piece()
        if self.selecting is not None:
            self.selecting.change_unit()
        elif piece is not None and piece.article is not None:
            bounds = self._bounds(piece)
            self.selecting = Selecting(piece.article, piece.start, "sentence", bounds)
        self._show_selection()

    def turn(self) -> bool:
        """Have the other end of the selection move; whether something is selected."""
        if self.selecting is not None:
            self.selecting.turn()
            self._show_selection()
        return self.selecting is not None

    def unselect(self) -> None:
        """Select nothing."""
        if self.selecting is not None:
            self.selecting = None
            self.redraw()

    def grow(self, step: int) -> None:
        """Take so many more sentences or words into the selection; let the last go with -1."""
        if self.selecting is not None:
            for _ in range(abs(step)):
                self.selecting.grow(1 if step > 0 else -1)
            self._show_selection()

    def _show_selection(self) -> None:
        """Keep the end of the selection that moves in sight."""
        if self.selecting is None:
            return
        file, offset = self.selecting.article.file, self.selecting.head
        index = self.page_shown.words_at(file, offset)
        if index is not None:
            row = self.window.layout.row_at(index, offset)
            if self.page_shown.pieces[index].read:
                self.reading = index
            self.window.reveal(row)
        self._moved()

    def close(self) -> bool:
        """Let go what is selected, else the card; whether there was one."""
        had = self.selecting is not None or self.mention is not None
        if self.selecting is not None:
            self.unselect()
        elif self.mention is not None:
            self.mention = None
            self.redraw()
        return had

    # -- names

    def next_mention(self, step: int) -> bool:
        """Stand on the next painted mention of the page; whether there is one."""
        found = self._mention_after(step)
        if found is not None:
            index, self.mention = found
            self.selecting = None
            if self.page_shown.pieces[index].read:
                self.reading = index
            row = self.window.layout.row_at(index, self.mention[0].span.start)
            below = self.window.layout.step(row, len(self._card()))
            self.window.reveal(below if step > 0 else row)
            self.window.reveal(row)
            self._moved()
        return found is not None

    def stand_on(self, mention: tuple[Mention, Entity] | None) -> None:
        """Stand on a mention of the passage one reads; None on none."""
        self.mention, self.selecting = mention, None
        self.redraw()

    def _mention_after(self, step: int) -> tuple[int, tuple[Mention, Entity]] | None:
        pieces = self.page_shown.pieces
        index, offset = self._mention_start(step)
        while 0 <= index < len(pieces):
            held = self._painted(pieces[index])
            held = held if step > 0 else held[::-1]
            for pair in held:
                start = pair[0].span.start
                if offset is None or (start > offset if step > 0 else start < offset):
                    return index, pair
            index, offset = index + step, None
        return None

    def _mention_start(self, step: int) -> tuple[int, int | None]:
        """The piece to look from, and the offset to look past; None to look at all of it."""
        if self.mention is not None:
            mention = self.mention[0]
            index = self.page_shown.words_at(mention.file, mention.span.start)
            if index is not None:
                return index, mention.span.start
        seen = [row.piece for row in self.window.rows] or [0]
        if self.reading in seen:
            return self.reading, None
        return (seen[0] if step > 0 else seen[-1]), None

    def _painted(self, piece: Piece) -> list[tuple[Mention, Entity]]:
        """The mentions painted in a piece."""
        if piece.article is None or piece.words is not None or not self.dress.overlay:
            return []
        marks: Marks = self._marks_of(piece.article.file)
        held = marks.mentions_in(piece.start, piece.end)
        return [pair for pair in held if pair[0].kind in self.dress.kinds]

    def _card(self) -> list[Parts]:
        """The rows of the card of the mention one stands on; none when one stands on none."""
        if self.mention is None:
            return []
        of = self.mention, self.inks, self.room
        if of != self._carded:
            self._carded, self._card_made = of, self._card_of(*self.mention)
        return self._card_made

    def _card_of(self, mention: Mention, entity: Entity) -> list[Parts]:
        from tui.card import card_rows  # not for a page

        index = self.page_shown.words_at(mention.file, mention.span.start)
        article = self.page_shown.pieces[index].article if index is not None else None
        words = mention.span.of(article.text) if article is not None else ""
        width, rows = self.room.width, min(CARD_ROWS, self.room.height // 3)
        named = self.source_name
        return card_rows(mention, entity, self.inks, width, rows, words=words, source_name=named)

    # -- the pointer

    def _pointed(self, x: int, y: int) -> tuple[Piece, int] | None:
        """The piece under a cell of the pane, and the offset in its text; None for none."""
        if not 0 <= y < len(self.window.rows):
            return None
        row = self.window.rows[y]
        span = self.window.layout.span(row)
        if span is None:
            return None
        piece = self.page_shown.pieces[row.piece]
        start, _ = words_start(row, self._look())
        return piece, span[0] + offset_at(piece.text[slice(*span)], x - start)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Let go what was selected; a drag selects from here."""
        self.unselect()
        self._pressed = self._pointed(event.x, event.y)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select the words from where the pointer was pressed to where it is."""
        at = self._pointed(event.x, min(max(event.y, 0), self.room.height - 1))
        pressed = self._pressed
        if not event.button or pressed is None or at is None or pressed == at:
            return
        if pressed[0].words is not None or pressed[0].article is not at[0].article:
            return
        if self.selecting is None:
            self._select_at(pressed, "word")
        if self.selecting is not None and at[0].words is None:
            self.selecting.reach(at[1])
            self.redraw()

    def on_mouse_up(self) -> None:
        """The selection stands."""
        self._pressed = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Read the passage clicked; twice selects the word, three times the sentence."""
        event.stop()
        at = self._pointed(event.x, event.y)
        if at is None or (self.selecting is not None and event.chain == 1):
            return
        if at[0].kind == "fold":
            self.tell(self.Unfolded(self))
        elif event.chain > 1:
            self._select_at(at, "word" if event.chain == 2 else "sentence")
        elif at[0].read:
            self.reading = self.page_shown.pieces.index(at[0])
        self._moved()

    def _select_at(self, at: tuple[Piece, int], unit: Unit) -> None:
        piece, offset = at
        if piece.article is not None and piece.words is None:
            self.selecting = Selecting(piece.article, offset, unit, self._bounds(piece))

    def _bounds(self, piece: Piece) -> Span | None:
        """What a selection may hold: in an anthology the extract, for the rest is not shown."""
        return Span(piece.start, piece.end) if self.page_shown.anthology else None

    # -- drawing

    def draw(self, y: int) -> Strip:
        """A row of the page; the last ones are the card of the mention one stands on."""
        at = self.room.height - y
        if self.mention is not None and at <= CARD_ROWS and at <= len(card := self._card()):
            return line(self.room.width, *card[-at], fill=self.inks.ground)
        return super().draw(y)
