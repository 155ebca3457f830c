"""Speakers: who says what, under each speaker what each source quotes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType

from dossier.dossier import Dossier
from dossier.quotes import Quote
from dossier.speakers import Speaker, speakers
from tui.commands import bindings
from tui.glyphs import cut
from tui.reasons import reason
from tui.screens.chrome import has_words
from tui.screens.detail_pane import Paragraph
from tui.screens.gathering import NOWHERE, GatheredPane, GatheringScreen, Here, Part
from tui.screens.grouped_pane import Heading
from tui.screens.leaving import Going
from tui.widgets.row_pane import Parts
from tui.widgets.source_pane import where_and_when
from tui.wording import say, say_many


class QuotePane(GatheredPane[Quote]):
    """Under a speaker a row a quote: its words, and the source that has them."""

    def part(self, row: Quote) -> Part:
        """The words."""
        return row.file, row.span

    def mark(self, row: Quote) -> tuple[str, Style]:
        """What stands before the words: that they are clipped, or that the speaker is not sure."""
        sign, ink = super().mark(row)
        unsure = row.state == "uncertain" and row.speaker and not sign.strip()
        return ("? ", self.inks.dim) if unsure else (sign, ink)

    def draw_row(self, row: Quote, width: int) -> tuple[Parts, ...]:
        """The words, cut; below, the source, and whether it is sure who says them."""
        inks, article = self.inks, self.dossier.article(row.file)
        unsure = row.state == "uncertain" and row.speaker
        words = cut(row.span.of(article.text), width - 2)
        where = where_and_when(article, width - 2)
        told = f"{where} · {say('perhaps')}" if unsure else where
        return (self.mark(row), (words, inks.text)), ((f"  {cut(told, width - 2)}", inks.dim),)

    def nothing(self) -> str:
        """That nobody is quoted."""
        return say("Nobody is quoted in these articles.")


class SpeakersScreen(GatheringScreen[Quote]):
    """Who says what; gives the quote to go to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("quotes")

    def __init__(self, dossier: Dossier, here: Here = NOWHERE) -> None:
        """``here`` is where one reads: the list opens there if somebody speaks there."""
        super().__init__(QuotePane(dossier), here)

    def gather(self, dossier: Dossier, step: Going) -> Sequence[Speaker]:
        """The speakers."""
        return speakers(dossier, step)

    def told(self, rows: Sequence[Quote | Heading]) -> tuple[str, str, str]:
        """That people speak, by what that is told, and how many quotes there are."""
        said = sum(isinstance(row, Quote) for row in rows)
        count = say_many("{n} quote", "{n} quotes", said)
        return say("Who says what"), say("told by the words around the quotes"), count

    def rows(self, group: Speaker, typed: str) -> Sequence[Quote | Heading]:
        """A speaker, with all quotes if the name has what is typed, else with those that have."""
        quotes = [quote for quote in group.quotes if self._has(quote, group, typed)]
        return (_heading(group, quotes), *quotes) if quotes else ()

    def _has(self, quote: Quote, speaker: Speaker, typed: str) -> bool:
        if not typed:
            return True
        article = self._pane.dossier.article(quote.file)
        words = quote.span.of(article.text)
        return has_words(typed, speaker.name or "", words, article.name, article.outlet or "")

    def noted(self, row: Quote) -> Iterator[Paragraph]:
        """What told who speaks."""
        if row.why:
            yield Paragraph(reason(row.why), "dim")

    def action_quotes(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(None)


def _heading(speaker: Speaker, quotes: Sequence[Quote]) -> Heading:
    count = say_many("{n} quote", "{n} quotes", len(quotes))
    sources = say_many("{n} source", "{n} sources", len({quote.file for quote in quotes}))
    return Heading(speaker.name or say("Who speaks is not told"), f"{count} · {sources}")
