"""Comparisons: where the sources give different figures, each in its own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from dossier.comparing import Comparison, Given, compare
from dossier.dossier import Dossier
from dossier.spans import Span
from tui.glyphs import cells, cut
from tui.kinds import told_number
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import WIDTHS, TypeLine, has_words
from tui.screens.clipping_pane import particulars
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.screens.entities import around, unknown
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.screens.leaving import Going, StoppedError
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.source_pane import where_and_when
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many


class ComparisonPane(GroupedPane[Given]):
    """Under what is counted a row a source: its figure, and the words around it."""

    def __init__(self, dossier: Dossier, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.dossier = dossier
        self.typed = ""
        """What the list is narrowed by."""
        self.ready = False
        """Whether the figures have been compared."""

    @property
    def row_height(self) -> int:
        """Figure and words; the figure alone in a low pane."""
        return 2 if self.size.height >= 6 else 1

    def draw_row(self, row: Given, width: int) -> tuple[Parts, ...]:
        """The figure with its bound, and its source; below, what the sentence says around it."""
        inks, article = self.inks, self.dossier.article(row.file)
        figure = cut(" ".join((row.bound or "", *row.span.of(article.text).split())).strip(), width)
        where = where_and_when(article, max(0, width - cells(figure) - 2))
        gap = " " * max(0, width - cells(figure) - cells(where))
        ink = inks.ground + inks.kind("figure")
        beside = max(0, width - 2 - len(row.span)) // 2
        words = cut(around(article, row.span, beside), width - 2)
        return ((figure, ink), (gap, inks.ground), (where, inks.text)), ((f"  {words}", inks.dim),)

    def empty(self) -> str:
        """Why there is nothing."""
        if why := unknown(self.dossier):
            return why
        if not self.ready:
            return say("The figures are being compared.")
        if self.typed:
            return say("No figure that differs has these words around it.")
        return say("No figure differs from source to source, as far as the words around them tell.")


class ComparisonsScreen(ChoosingScreen[Given]):
    """Where figures differ, as one types; gives the figure to go to."""

    CSS = """
    ComparisonsScreen #body { layout: vertical; height: 1fr; }
    ComparisonsScreen #beside { height: 9; border-top: solid $rule; }
    ComparisonsScreen.-wide #body { layout: horizontal; }
    ComparisonsScreen.-wide #beside {
        height: 1fr; width: 40%; border-top: none; border-left: solid $rule;
    }
    ComparisonsScreen.-short #beside, ComparisonsScreen.-low #beside,
    ComparisonsScreen.-empty #beside { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS

    @dataclass
    class Compared(Message):
        """The figures were compared."""

        dossier: Dossier
        comparisons: tuple[Comparison, ...]

    def __init__(self, dossier: Dossier, near: tuple[str, Span] | None = None) -> None:
        """``near`` is what one reads, a part of a file's text: the list opens at its figure."""
        super().__init__()
        self._near = near
        self._comparisons: Sequence[Comparison] = ()
        self._pane = ComparisonPane(dossier, id="comparisons")
        self._detail = DetailPane(id="passage")
        self._words = TypeLine(say("type a word"), id="filter")
        self._title = TitleLine()
        self._hints = HintLine()

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the list with the passage of the chosen one, the keys."""
        yield self._title
        yield self._words
        with Container(id="body"):
            yield self._pane
            with Container(id="beside"):
                yield self._detail
        yield self._hints

    def on_mount(self) -> None:
        """Compare the figures meanwhile."""
        self._hints.hint([("Enter", say("go there")), ("↓ ↑", say("move")), ("Esc", say("close"))])
        self._list()
        self._compare(self._pane.dossier)

    def take(self, dossier: Dossier) -> None:
        """Go on with what is known now: names are worked out, or an article came."""
        if self.is_mounted:
            self._compare(dossier)

    @work(thread=True, exclusive=True, group="comparing")
    def _compare(self, dossier: Dossier) -> None:
        worker = get_current_worker()
        try:
            found = compare(dossier, Going(lambda: not worker.is_cancelled, bool))
        except StoppedError:
            return
        self.post_message(self.Compared(dossier, found))

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self._pane.dossier, self._pane.ready = message.dossier, True
        self._comparisons = message.comparisons
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        """Show what has the words typed in what is counted, a source's name or around a figure."""
        typed = self._pane.typed = self._words.value
        shown = [one for one in self._comparisons if not typed or self._has(one, typed)]
        rows: list[Given | Heading] = []
        for one in shown:
            rows += (_heading(one), *one.given)
        self._pane.show_at(rows, next((at for at, row in enumerate(rows) if self._stood(row)), 0))
        count = say_many("{n} comparison", "{n} comparisons", len(shown))
        about = say("told by the words around them")
        self._title.tell(say("Figures that differ"), about, count if self._pane.ready else "")

    def _stood(self, row: Given | Heading) -> bool:
        """Whether one stood on it: it was chosen, or at first, is of what is read."""
        if self._pane.current is not None or self._near is None:
            return row == self._pane.current
        file, part = self._near
        return isinstance(row, Given) and row.file == file and row.span.overlaps(part)

    def _has(self, comparison: Comparison, typed: str) -> bool:
        said = [comparison.counted]
        for one in comparison.given:
            article = self._pane.dossier.article(one.file)
            said += (
                article.name,
                article.outlet or "",
                around(article, one.span),
            )
        return has_words(typed, *said)

    @on(ComparisonPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self.set_class(current is None, "-empty")
        self._detail.show(whole_of(self._pane.dossier, current) if current else ())

    @on(Input.Submitted)
    @on(ComparisonPane.Opened)
    def action_enter(self) -> None:
        """Close, and go to the figure."""
        if self._pane.current is not None:
            self.dismiss(self._pane.current)


def _heading(comparison: Comparison) -> Heading:
    numbers = ", ".join(map(told_number, comparison.numbers))
    sources = say_many("{n} source", "{n} sources", len(comparison.files))
    return Heading(comparison.counted, f"{numbers} · {sources}")


def whole_of(dossier: Dossier, given: Given) -> Iterator[Paragraph]:
    """The passage of a figure from the sentence before it on, the figure marked, and its source."""
    article, figure = dossier.article(given.file), given.span
    yield Paragraph(article.name, "bold")
    if known := particulars(article):
        yield Paragraph(known, "dim")
    yield Paragraph("")
    if passage := article.passage_at(figure.start):
        starts = [s.start for s in passage.sentences if s.start <= figure.start]
        first, *_ = (*starts[-2:], passage.span.start)
        marked = Span(figure.start - first, figure.end - first)
        yield Paragraph(article.text[first : passage.span.end], marks=(marked,))
