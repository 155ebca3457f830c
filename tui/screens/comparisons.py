"""Comparisons: where the sources give different figures, each in its own words."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from dossier.comparing import Comparison, Figure, compare, sentence_of
from dossier.dossier import Dossier
from tui.commands import bindings
from tui.glyphs import cells, cut
from tui.kinds import told_number
from tui.screens.chrome import has_words
from tui.screens.entities import around
from tui.screens.gathering import NOWHERE, GatheredPane, GatheringScreen, Here, Part
from tui.screens.grouped_pane import Heading
from tui.screens.leaving import Going
from tui.widgets.row_pane import Parts
from tui.widgets.source_pane import where_and_when
from tui.wording import say, say_many


class ComparisonPane(GatheredPane[Figure]):
    """Under what is counted a row a source: its figure, and the words around it."""

    def part(self, row: Figure) -> Part:
        """The figure."""
        return row.file, row.span

    def words(self, row: Figure) -> Part:
        """The sentence that has the figure."""
        return row.file, sentence_of(self.dossier.article(row.file), row.span) or row.span

    def draw_row(self, row: Figure, width: int) -> tuple[Parts, ...]:
        """The figure with its bound, and its source; below, what is said around it."""
        inks, article = self.inks, self.dossier.article(row.file)
        width -= 2
        figure = cut(" ".join((row.bound or "", *row.span.of(article.text).split())).strip(), width)
        where = where_and_when(article, max(0, width - cells(figure) - 2))
        gap = " " * max(0, width - cells(figure) - cells(where))
        ink = inks.ground + inks.kind("figure")
        words = cut(around(article, row.span, max(0, width - len(row.span)) // 2), width)
        told = ((figure, ink), (gap, inks.ground), (where, inks.text))
        return (self.mark(row), *told), ((f"  {words}", inks.dim),)

    def nothing(self) -> str:
        """That nothing differs."""
        return say("No figure differs from source to source, as far as the words around them tell.")


class ComparisonsScreen(GatheringScreen[Figure]):
    """Where figures differ; gives the figure to go to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("compare")

    def __init__(self, dossier: Dossier, here: Here = NOWHERE) -> None:
        """``here`` is where one reads: the list opens there if a figure of it differs."""
        super().__init__(ComparisonPane(dossier), here)

    def gather(self, dossier: Dossier, step: Going) -> Sequence[Comparison]:
        """The comparisons."""
        return compare(dossier, step)

    def told(self, rows: Sequence[Figure | Heading]) -> tuple[str, str, str]:
        """That figures differ, by what that is told, and how many comparisons there are."""
        compared = sum(isinstance(row, Heading) for row in rows)
        count = say_many("{n} comparison", "{n} comparisons", compared)
        return say("Figures that differ"), say("told by the words around them"), count

    def rows(self, group: Comparison, typed: str) -> Sequence[Figure | Heading]:
        """What is counted, with its figures, if any of them has what is typed."""
        said = [group.counted]
        for one in group.figures if typed else ():
            article = self._pane.dossier.article(one.file)
            said += (article.name, article.outlet or "", around(article, one.span))
        return (_heading(group), *group.figures) if has_words(typed, *said) else ()

    def action_compare(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(None)


def _heading(comparison: Comparison) -> Heading:
    numbers = ", ".join(map(told_number, comparison.numbers))
    sources = say_many("{n} source", "{n} sources", len(comparison.files))
    return Heading(comparison.counted, f"{numbers} · {sources}")
