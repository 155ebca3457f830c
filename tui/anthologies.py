"""Anthologies of topics with more sources than are ever looked at: pieces made when shown.

How many pieces there are, and which source each is of, is known from the topic's shares; words are
fetched for those in sight.
"""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import cast

from dossier.dossier import TopicSources
from dossier.on_demand import OnDemand
from tui.pages import Page, Piece, extract_piece, name_pieces

NAMED = 2
"""Pieces above a source's extracts: its name, and what is known of it."""


class Pieces(OnDemand[Piece]):
    """The pieces of an anthology: of each source its name, its particulars, its extracts."""

    def __init__(self, sources: TopicSources) -> None:
        self.sources = sources
        self._ends = array("L", accumulate(NAMED + many for many in sources.counts()))

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def start(self, source: int) -> int:
        """The first piece of a source."""
        return self._ends[source - 1] if source else 0

    def source_of(self, index: int) -> int:
        """The source that a piece is of."""
        return bisect_right(self._ends, index)

    def _make(self, index: int) -> Piece:
        source = self.source_of(index)
        within = index - self.start(source)
        made = self.sources[source]
        if within < NAMED:
            return name_pieces(made, above=2 if source else 0)[within]
        extracts = made.extracts
        if within - NAMED >= len(extracts):  # what was kept of it is damaged
            return Piece("note", made.article, 0, 0, words="…")
        return extract_piece(made.article, extracts[within - NAMED])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Pieces):
            return self.sources is other.sources or self.sources == other.sources
        return super().__eq__(other)

    __hash__ = None  # type: ignore[assignment]  # no one looks a page up by its pieces


class LongAnthology(Page):
    """An anthology whose pieces are made when they are shown."""

    def __init__(self, sources: TopicSources) -> None:
        self._made = Pieces(sources)
        super().__init__(cast("tuple[Piece, ...]", self._made), anthology=True)

    def piece_at(self, file: str, offset: int) -> int | None:
        """The piece that holds the offset, else the last before it; None without the article."""
        source = self._made.sources.place(file)
        if source is None:
            return None
        starts = [extract.span.start for extract in self._made.sources[source].extracts]
        at = max(0, bisect_right(starts, offset) - 1)
        return self._made.start(source) + (at + NAMED if at else 0)

    def share(self, index: int, offset: int) -> float:
        """0..1: how much of the page's words stand before an offset of a piece."""
        if not self._sizes[-1]:
            return 1.0
        source = self._made.source_of(index)
        within = max(0, index - self._made.start(source) - NAMED)
        before = self._sizes[source - 1] if source else 0
        if source < len(self._made.sources):
            before += sum(len(e.span) for e in self._made.sources[source].extracts[:within])
        return min(1.0, (before + offset) / self._sizes[-1])

    @cached_property
    def _sizes(self) -> Sequence[int]:
        """After each source, how many code points stand on the page so far."""
        return array("L", accumulate(self._made.sources.sizes())) or (0,)

    @cached_property
    def most_passages(self) -> int:
        """The highest number a passage of the page may have; no article is looked at for it."""
        return 999
