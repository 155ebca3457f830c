"""Gathering: what stands in many articles, listed under headings and narrowed as one types."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from dossier.dossier import Dossier
from dossier.spans import Span
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import WIDTHS, TypeLine
from tui.screens.clipping_pane import particulars
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.screens.entities import unknown
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.screens.leaving import Going, StoppedError
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say

Row = TypeVar("Row")

Part = tuple[str, Span]
"""A part of an article's text: its file, and where it stands."""


class GatheredPane(GroupedPane[Row]):
    """Rows that were gathered from a dossier; why there are none, where there are not."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(id="gathered")
        self.dossier = dossier
        self.typed = ""
        """What the list is narrowed by."""
        self.ready = False
        """Whether all is gathered."""

    @property
    def row_height(self) -> int:
        """Two lines; the first alone in a low pane."""
        return 2 if self.size.height >= 6 else 1

    def empty(self) -> str:
        """Why there is nothing."""
        if why := unknown(self.dossier):
            return why
        if not self.ready:
            return say("It is being gathered from the articles.")
        return say("Nothing here has these words.") if self.typed else self.nothing()

    @abstractmethod
    def nothing(self) -> str:
        """What is said where there was nothing to gather."""

    @abstractmethod
    def part(self, row: Row) -> Part:
        """Where a row stands in its article."""


class GatheringScreen(ChoosingScreen[Row], Generic[Row]):
    """Gathers in a thread, lists what came of it, and gives the row to go to."""

    DEFAULT_CSS = """
    GatheringScreen #body { layout: vertical; height: 1fr; }
    GatheringScreen #beside { height: 9; border-top: solid $rule; }
    GatheringScreen.-wide #body { layout: horizontal; }
    GatheringScreen.-wide #beside {
        height: 1fr; width: 40%; border-top: none; border-left: solid $rule;
    }
    GatheringScreen.-short #beside, GatheringScreen.-low #beside,
    GatheringScreen.-empty #beside { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS

    @dataclass
    class Gathered(Message):
        """All was gathered."""

        dossier: Dossier
        groups: Sequence[Any]  # Any: what is gathered is each screen's

    def __init__(self, pane: GatheredPane[Row], near: Part | None) -> None:
        """``near`` is what one reads, where the list opens if it has a row there."""
        super().__init__()
        self._pane, self._near = pane, near
        self._groups: Sequence[Any] = ()  # as above
        self._detail = DetailPane(id="passage")
        self._words = TypeLine(say("type a word"), id="filter")
        self._title = TitleLine()
        self._hints = HintLine()

    @abstractmethod
    def gather(self, dossier: Dossier, step: Going) -> Sequence[Any]:
        """What is listed, in groups; ``step`` is called as it goes on, and may raise."""

    @abstractmethod
    def told(self, rows: Sequence[Row | Heading]) -> tuple[str, str, str]:
        """The title, what is said of it, and how much is listed."""

    @abstractmethod
    def rows(self, group: Any, typed: str) -> Sequence[Row | Heading]:
        """The heading and rows of a group that have what is typed; none if none has."""

    def noted(self, row: Row) -> Iterator[Paragraph]:
        """What is said of a row below its source; nothing, where the list says all."""
        del row
        return iter(())

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the list with the passage of the chosen row, the keys."""
        yield self._title
        yield self._words
        with Container(id="body"):
            yield self._pane
            with Container(id="beside"):
                yield self._detail
        yield self._hints

    def on_mount(self) -> None:
        """Gather meanwhile."""
        self._hints.hint([("Enter", say("go there")), ("↓ ↑", say("move")), ("Esc", say("close"))])
        self._list()
        self._gather(self._pane.dossier)

    def take(self, dossier: Dossier) -> None:
        """Go on with what is known now: names are worked out, or an article came."""
        if self.is_mounted:
            self._gather(dossier)

    @work(thread=True, exclusive=True, group="gathering")
    def _gather(self, dossier: Dossier) -> None:
        worker = get_current_worker()
        try:
            found = self.gather(dossier, Going(lambda: not worker.is_cancelled, bool))
        except StoppedError:
            return
        self.post_message(self.Gathered(dossier, found))

    @on(Gathered)
    def _gathered(self, message: Gathered) -> None:
        self._pane.dossier, self._pane.ready = message.dossier, True
        self._groups = message.groups
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        """Show what has the words typed."""
        typed = self._pane.typed = self._words.value
        rows = [row for group in self._groups for row in self.rows(group, typed)]
        self._pane.show_at(rows, next((at for at, row in enumerate(rows) if self._stood(row)), 0))
        title, about, count = self.told(rows)
        self._title.tell(title, about, count if self._pane.ready else "")

    def _stood(self, row: Row | Heading) -> bool:
        """Whether one stood on it: it was chosen or, at first, is of what is read."""
        if self._pane.current is not None or self._near is None:
            return row == self._pane.current
        if isinstance(row, Heading):
            return False
        (file, part), (read, near) = self._pane.part(row), self._near
        return file == read and part.overlaps(near)

    @on(GroupedPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self.set_class(current is None, "-empty")
        self._detail.show(self._whole_of(current) if current is not None else ())

    def _whole_of(self, row: Row) -> Iterator[Paragraph]:
        """The passage from the sentence before on, the row's words marked, under its source."""
        file, part = self._pane.part(row)
        article = self._pane.dossier.article(file)
        yield Paragraph(article.name, "bold")
        if known := particulars(article):
            yield Paragraph(known, "dim")
        yield from self.noted(row)
        yield Paragraph("")
        if passage := article.passage_at(part.start):
            starts = [s.start for s in passage.sentences if s.start <= part.start]
            first, *_ = (*starts[-2:], passage.span.start)
            last = max(part.end, passage.span.end)
            marked = Span(part.start - first, part.end - first)
            yield Paragraph(article.text[first:last], marks=(marked,))

    @on(Input.Submitted)
    @on(GroupedPane.Opened)
    def action_enter(self) -> None:
        """Close, and go to the row."""
        if self._pane.current is not None:
            self.dismiss(self._pane.current)
