"""Gathering: what stands in many articles, listed under headings, to read, keep and copy."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from dossier.dossier import Dossier
from dossier.problems import DossierError
from dossier.spans import Span
from tui.commands import bindings, keys_now
from tui.gathered import Gathered
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import WIDTHS, TypeLine
from tui.screens.clipping_pane import MARKS, particulars
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.screens.entities import unknown
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.screens.leaving import Going, StoppedError, copied
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say

Row = TypeVar("Row")

Part = tuple[str, Span]
"""A part of an article's text: its file, and where it stands."""


class Keeper(Protocol):
    """Keeps parts of articles for the reader."""

    def toggle(self, file: str, span: Span, *, chosen: bool) -> str:
        """Keep one, or let it go; what is to be said. Raises DossierError."""

    def holds(self, file: str, span: Span) -> bool:
        """Whether it is kept, so that it would be let go."""


class Here(NamedTuple):
    """Where a list is opened from."""

    near: Part | None = None
    """What one reads: the list opens there if it has a row of it."""
    keeper: Keeper | None = None
    """Who keeps what is clipped; None where nothing can be."""
    gathered: Gathered | None = None
    """What was gathered when one was there before."""


NOWHERE = Here()
"""Where nothing is read yet."""


class GatheredPane(GroupedPane[Row]):
    """Rows that were gathered from a dossier; why there are none, where there are not."""

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(id="gathered")
        self.dossier = dossier
        self.typed = ""
        """What the list is narrowed by."""
        self.ready = False
        """Whether all is gathered."""
        self.keeper: Keeper | None = None
        """Who keeps what is clipped here; None where nothing can be."""

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

    def words(self, row: Row) -> Part:
        """What is kept or copied of a row."""
        return self.part(row)

    def mark(self, row: Row) -> tuple[str, Style]:
        """What stands before a row: that it is clipped, else two cells of nothing."""
        if self.keeper is not None and self.keeper.holds(*self.words(row)):
            return f"{MARKS['held']} ", self.inks.clipping
        return "  ", self.inks.ground


class GatheringScreen(ChoosingScreen[Row], Generic[Row]):
    """Gathers in a thread, lists what came of it, and gives the row to go to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("find", "clip", "copy")
    SENTENCES: ClassVar[Mapping[str, str]] = {
        "enter": "Go to this place.",
        "clip": "Keep these words, or let them go.",
        "copy": "Copy these words with their citation.",
        "find": "Keep to what has certain words.",
    }
    """What commands of the reader's do here, for the help."""
    DEFAULT_CSS = """
    GatheringScreen #body { layout: vertical; height: 1fr; }
    GatheringScreen #beside { height: 9; border-top: solid $rule; }
    GatheringScreen.-wide #body { layout: horizontal; }
    GatheringScreen.-wide #beside {
        height: 1fr; width: 40%; border-top: none; border-left: solid $rule;
    }
    GatheringScreen.-short #beside, GatheringScreen.-low #beside,
    GatheringScreen.-empty #beside, GatheringScreen #filter { display: none; }
    GatheringScreen #filter.-open { display: block; }
    """
    AUTO_FOCUS = "#gathered"
    HORIZONTAL_BREAKPOINTS = WIDTHS

    @dataclass
    class Complete(Message):
        """All was gathered."""

        dossier: Dossier
        groups: Sequence[Any]  # Any: what is gathered is each screen's

    def __init__(self, pane: GatheredPane[Row], here: Here) -> None:
        """``here`` is where one reads."""
        super().__init__()
        self._pane, self._near, self._kept = pane, here.near, here.gathered or Gathered()
        pane.keeper = here.keeper
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
        enter, clip, copy, find, close = keys_now(
            self.app, "enter", "clip", "copy", "find", "escape"
        )
        kept = [(clip, say("keep"))] if self._pane.keeper else []
        others = [(copy, say("copy")), (find, say("find")), (close, say("close"))]
        self._hints.hint([(enter, say("go there")), *kept, *others])
        self._list()
        self._go_on(self._pane.dossier)

    def take(self, dossier: Dossier) -> None:
        """Go on with what is known now: names are worked out, or an article came."""
        if self.is_mounted:
            self._go_on(dossier)

    def _go_on(self, dossier: Dossier) -> None:
        if (groups := self._kept.of(type(self), dossier)) is None:
            self._gather(dossier)
        else:
            self._fill(dossier, groups)

    @work(thread=True, exclusive=True, group="gathering")
    def _gather(self, dossier: Dossier) -> None:
        worker = get_current_worker()
        try:
            found = self.gather(dossier, Going(lambda: not worker.is_cancelled, bool))
        except StoppedError:
            return
        self.post_message(self.Complete(dossier, found))

    @on(Complete)
    def _complete(self, message: Complete) -> None:
        self._kept.keep(type(self), message.dossier, message.groups)
        self._fill(message.dossier, message.groups)

    def _fill(self, dossier: Dossier, groups: Sequence[Any]) -> None:
        self._pane.dossier, self._pane.ready = dossier, True
        self._groups = groups
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

    def on_key(self) -> None:
        """What was said stands until the next key."""
        self._hints.tell("")

    @on(GroupedPane.Opened)
    def action_enter(self) -> None:
        """Close, and go to the row."""
        if self._pane.current is not None:
            self.dismiss(self._pane.current)

    def action_find(self) -> None:
        """Type words to keep to the rows that have them."""
        self._words.add_class("-open")
        self._words.focus()

    @on(Input.Submitted)
    def _back(self) -> None:
        self._pane.focus()

    def action_escape(self) -> None:
        """Leave the line one types in and what it narrowed to, then the screen."""
        if self._words.has_class("-open"):
            self._words.value = ""
            self._words.remove_class("-open")
            self._pane.focus()
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is kept where nobody keeps it."""
        if action == "clip":
            return self._pane.keeper is not None
        return super().check_action(action, parameters)

    def action_clip(self) -> None:
        """Keep the words of the row, or let them go."""
        keeper, current = self._pane.keeper, self._pane.current
        if keeper is None or current is None:
            return
        try:
            self._hints.tell(keeper.toggle(*self._pane.words(current), chosen=True))
        except DossierError as error:
            self._hints.tell(failure_told(error))
        self._pane.redraw()

    def action_copy(self) -> None:
        """Copy the words of the row with their citation."""
        if self._pane.current is not None:
            [key] = keys_now(self.app, "escape")
            file, span = self._pane.words(self._pane.current)
            said, _ = copied(self.app, self._pane.dossier, file, span, key)
            self._hints.tell(said)
