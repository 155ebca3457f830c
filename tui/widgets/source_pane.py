"""The sources of a topic: each article with its outlet, date and how much of the topic it holds."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from dossier.article import Article
from dossier.dossier import Source, SourcesOnDemand, place_in, those_of
from dossier.values import dataclass
from tui.commands import keys_now
from tui.dates import short_date
from tui.glyphs import cells, cut
from tui.widgets.row_pane import Parts, RowPane
from tui.wording import say, say_many

if TYPE_CHECKING:
    from tui.copied import Copied

BAR_CELLS = 8
READ, UNREAD = "○", "●"
COPY = "≈ "
"""Before the outlet of an article that shares most of its words with another."""


class SourcePane(RowPane):
    """The articles with extracts on the topic, in the dossier's order."""

    @dataclass
    class Chosen(Message):
        """Another source was chosen."""

        source: Source
        pane: "SourcePane"

        @property
        def control(self) -> "SourcePane":
            """The pane that tells it."""
            return self.pane

    def __init__(self) -> None:
        super().__init__(id="sources")
        self.sources: Sequence[Source] = ()
        self.topic_title = ""
        self.read: frozenset[str] = frozenset()
        """Files of the articles that were read."""
        self._copied: Copied | None = None
        """Which articles share most of their words; None while that is not known."""
        self._copies = 0
        """How many of the sources say again what another of them says."""
        self._most = 0.0
        self._hits: Sequence[int] | None = None

    @property
    def row_height(self) -> int:
        """Title, particulars and a line of air; the air goes in a low pane, then the second."""
        height = self.room.height
        return 3 if height >= 16 else 2 if height >= 8 else 1

    def fill(
        self,
        sources: Sequence[Source],
        chosen: str | None,
        topic_title: str,
        hits: Sequence[int] | None = None,
    ) -> None:
        """Show these sources, the one of the file chosen; nothing is told.

        ``hits`` says how many each has, on the topic, of what was looked for; None when nothing
        was. They stand in the place of the bars, which tell of the whole topic.
        """
        self._hits = hits
        self.sources, self.topic_title = sources, topic_title
        self._count_copies()
        if isinstance(sources, SourcesOnDemand):
            self._most = sources.most
        else:
            self._most = max((s.coverage for s in sources if s.extracts), default=0.0)
        self.show(len(self.sources), self._index(chosen) or 0)

    def point(self, file: str) -> None:
        """Select a source without telling."""
        if (index := self._index(file)) is not None:
            self.select(index)

    def mark_read(self, files: frozenset[str]) -> None:
        """Show which articles were read."""
        if files != self.read:
            self.read = files
            self.redraw()

    def mark_copies(self, copied: "Copied") -> None:
        """Show which articles share most of their words with another."""
        self._copied = copied
        self._count_copies()
        self.redraw()

    def _count_copies(self) -> None:
        copied, self._copies = self._copied, 0
        if copied is not None and copied.many:
            self._copies = copied.among(those_of(self.sources, copied.files))

    def _index(self, file: str | None) -> int | None:
        return place_in(self.sources, file)

    def heading(self) -> Parts:
        """The pane's name, how many of the sources are copies, and the topic's title."""
        alone, copies = len(self.sources) - self._copies, self._copies
        said = say_many("{alone} + {n} copy", "{alone} + {n} copies", copies, alone=alone)
        return (
            (" ", self.inks.ground),
            (say("Sources"), self.title_style()),
            (" " if copies else "  ", self.inks.ground),
            (said if copies else "", self.inks.dim),
            (" · " if copies and self.topic_title else "", self.inks.dim),
            (self.topic_title, self.inks.dim),
        )

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The article's name; under it outlet, date, coverage and number of extracts."""
        source, inks = self.sources[index], self.inks
        article = source.article
        if sub == 0:
            seen = article.file in self.read
            mark = READ if seen else UNREAD
            name = cut(article.name, max(0, width - 2))
            without = self._hits is not None and not self._hits[index]
            return (
                (mark + " ", inks.dim if seen or without else inks.text),
                (name, inks.dim if without else inks.text),
            )
        if sub == 2:
            return ()
        if not source.extracts and self._hits is None:
            return (("  " + self._said(article, max(0, width - 2)), inks.dim),)
        number = len(source.extracts) if self._hits is None else self._hits[index]
        count = str(number).rjust(3)
        bar = self._bar(source) if width >= 26 and self._hits is None else ""
        room = max(0, width - 3 - cells(bar) - len(count))
        said = self._said(article, room)
        filled = bar.rstrip("·")
        return (
            ("  " + said + " " * (room - cells(said) + 1), inks.dim),
            (filled, inks.accent if index == self.selected else inks.dim),
            (bar[len(filled) :], inks.faint),
            (count, inks.dim),
        )

    def _said(self, article: Article, room: int) -> str:
        """The outlet and the day in so many cells, with a mark for a copy."""
        copies = self._copied.files if self._copied is not None else ()
        mark = COPY if article.file in copies and room > cells(COPY) else ""
        return mark + _where_and_when(article, room - cells(mark))

    def _bar(self, source: Source) -> str:
        """``▇▇▇·····``: how much of the topic's words, beside the source that has most."""
        share = source.coverage / self._most if self._most else 0.0
        filled = max(1, round(share * BAR_CELLS))
        return "▇" * filled + "·" * (BAR_CELLS - filled)

    def empty(self) -> str:
        """What to do when no source is left."""
        [key] = keys_now(self.app, "escape")
        return say("No source. {key} shows all.", key=key)

    def chosen(self) -> None:
        """Tell which source."""
        self.tell(self.Chosen(self.sources[self.selected], self))


def _where_and_when(article: Article, room: int) -> str:
    """The outlet and the day in so many cells; the outlet is cut, never the day."""
    where = article.outlet or article.byline or ("" if article.title else say("no headline"))
    day = article.published or article.updated
    dated = short_date(day) if day else ""
    if where and dated and cells(where) + cells(dated) + 3 > room:
        where = cut(where, max(4, room - cells(dated) - 3))
    return cut(" · ".join(part for part in (where, dated) if part) or article.file, room)
