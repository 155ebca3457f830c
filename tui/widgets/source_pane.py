"""The sources of a topic: each article with its outlet, date and how much of the topic it holds."""

from collections.abc import Sequence
from itertools import accumulate
from os.path import commonprefix
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from textual.message import Message

from dossier.article import Article
from dossier.dossier import Source, SourcesOnDemand, place_in, those_of
from dossier.values import dataclass
from tui.commands import keys_now
from tui.dates import short_date
from tui.glyphs import PARTED, cells, cut
from tui.typesetting import in_lines, shared_out
from tui.widgets.row_pane import Parts, RowPane
from tui.wording import say, say_many

if TYPE_CHECKING:
    from tui.copied import Copied

BAR_CELLS = (8, 4)
"""Cells of a bar: as many as leave room for outlet and day; none where no choice does."""

TITLE_CELLS = 4
"""Cells below which the beginning of a topic's title tells nothing."""
FILE_CELLS = 5
"""Cells below which the name of a file tells nothing."""
OUTLET_CELLS = 12
"""Cells of an outlet that bar and day make room for: most are told apart by as many."""

_DAY_CELLS = 9
"""Cells of a day with what parts it from the outlet: " · 28 févr"."""

MOST_LINES = 3
"""Lines that a title may take where all sources stand in the pane."""

READ, UNREAD = "○", "●"
COPY = "≈ "
"""Before the outlet of an article that shares most of its words with another."""


class SourcePane(RowPane):
    """The articles with extracts on the topic, in the dossier's order.

    Where all of them stand in the pane, titles take the lines that are left; else those that do
    not fit in one take the line of air below.
    """

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
        self._shared = "", ""
        """What the names of all files begin with and end in: their folder, their suffix."""
        self._given: tuple[int, ...] = ()
        """The lines that each title has; none where all have as many."""
        self._tops: tuple[int, ...] = ()
        self._set_for: tuple[int, int] | None = None
        """The width and height that the lines were given for."""

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
        self._set_for = None
        if isinstance(sources, SourcesOnDemand):
            self._most, self._shared = sources.most, ("", "")
        else:
            self._shared = shared_name([source.article.file for source in sources])
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
        """The pane's name, how many of the sources are copies, and the topic's title.

        Where they have no room the title goes, then what the numbers count, then these.
        """
        alone, copies = len(self.sources) - self._copies, self._copies
        told = say_many("{alone} + {n} copy", "{alone} + {n} copies", copies, alone=alone)
        name, title, parted = say("Sources"), self.topic_title, "  "
        room = self.room.width - cells(name) - 2
        fits = (words for words in (told, f"{alone} + {copies}") if cells(words) <= room)
        said = next(fits, "") if copies else ""
        if copies:
            left = room - cells(said + PARTED)
            parted = PARTED if title and left >= min(TITLE_CELLS, cells(title)) else ""
        return (
            (" ", self.inks.ground),
            (name, self.title_style()),
            (" " if said else "", self.inks.ground),
            (said, self.inks.dim),
            (parted, self.inks.dim),
            (title if parted else "", self.inks.dim),
        )

    def tops(self) -> Sequence[int]:
        """The line each source begins on, where all stand in the pane with two lines of a title."""
        width, height = self.room.width - 4, self.room.height - self.heading_rows
        if self._set_for != (width, height):
            self._set_for, self._given, self._tops = (width, height), (), ()
            many = range(len(self.sources))
            spare = height - 2 * len(many)  # the particulars and the air
            if len(many) <= spare:
                needed = [len(self._names(index, width, MOST_LINES)) for index in many]
                if sum(min(2, lines) for lines in needed) <= spare:
                    self._given = tuple(shared_out(needed, spare, MOST_LINES))
                    tops = accumulate((lines + 2 for lines in self._given), initial=0)
                    self._tops = tuple(tops)
        return self._tops

    def _names(self, index: int, width: int, most: int) -> tuple[str, ...]:
        """The article's name in at most so many lines."""
        room = max(1, width)
        return in_lines(cut(self.sources[index].article.name, room * most), room, most)

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The article's name; under it outlet, date, coverage and number of extracts."""
        most = self._given[index] if self.tops() else max(1, self.row_height - 1)
        names = self._names(index, width - 2, most)
        if sub > len(names):
            return ()
        if sub == len(names):
            return self._particulars(index, width)
        seen = self.sources[index].article.file in self.read
        mark = "" if sub else READ if seen else UNREAD
        without = self._hits is not None and not self._hits[index]
        return (
            (mark.ljust(2), self.inks.dim if seen or without else self.inks.text),
            (names[sub], self.inks.dim if without else self.inks.text),
        )

    def _particulars(self, index: int, width: int) -> Parts:
        """Where and when it appeared, and how much of the topic it holds."""
        source, inks = self.sources[index], self.inks
        if not source.extracts and self._hits is None:
            return (("  " + self._said(source.article, max(0, width - 2)), inks.dim),)
        number = len(source.extracts) if self._hits is None else self._hits[index]
        count = str(number).rjust(3)
        bar = self._bar(source, width) if self._hits is None else ""
        room = max(0, width - 3 - cells(bar) - len(count))
        said = self._said(source.article, room)
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
        return mark + where_and_when(article, room - cells(mark), self._shared)

    def _bar(self, source: Source, width: int) -> str:
        """``▇▇▇·····``: how much of the topic's words, beside the source that has most."""
        room = width - 6 - OUTLET_CELLS - _DAY_CELLS
        many = next((many for many in BAR_CELLS if many <= room), 0)
        share = source.coverage / self._most if self._most else 0.0
        filled = min(many, max(1, round(share * many)))
        return "▇" * filled + "·" * (many - filled)

    def empty(self) -> str:
        """What to do when no source is left."""
        [key] = keys_now(self.app, "escape")
        return say("No source. {key} shows all.", key=key)

    def chosen(self) -> None:
        """Tell which source."""
        self.tell(self.Chosen(self.sources[self.selected], self))


def shared_name(files: Sequence[str]) -> tuple[str, str]:
    """What the names of all files begin with and end in: their folder, their suffix."""
    opening = commonprefix(files)  # noqa: RUF071 - cut behind its last folder
    suffixes = {PurePosixPath(file).suffix for file in files}
    return opening[: opening.rfind("/") + 1], suffixes.pop() if len(suffixes) == 1 else ""


def where_and_when(article: Article, room: int, shared: tuple[str, str] = ("", "")) -> str:
    """The outlet and the day in so many cells; the day goes before little is left of the outlet.

    The name of the file where no outlet is known, without what it has in common with all.
    """
    folder, suffix = shared
    file = article.file.removeprefix(folder).removesuffix(suffix)
    where = article.outlet or article.byline or file
    day = article.published or article.updated
    dated = f" · {short_date(day)}" if day else ""
    if not article.title and where == file:
        return _without_headline(file, dated, room)
    if cells(where) + cells(dated) > room:
        left = room - cells(dated)
        if left < min(OUTLET_CELLS, cells(where)):
            return cut(where, room)
        return cut(where, left) + dated
    return where + dated


def _without_headline(file: str, dated: str, room: int) -> str:
    """That the name above is the first sentence; which file and day, as far as there is room."""
    untitled = say("no headline")
    left = room - cells(f"{untitled} · {dated}")
    if left < FILE_CELLS:
        return cut(untitled, room)
    return f"{untitled} · {cut(file, left)}{dated}"
