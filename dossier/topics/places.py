"""Places: spans of several articles, of which what lies over one is told without looking at all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from dossier.spans import Span

Place = tuple[str, Span]
"""A span, and the file of its article."""


class Places:
    """Some places; they may lie over one another."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._starts: dict[str, list[int]] = {}
        """By file, ascending."""
        self._furthest: dict[str, list[int]] = {}
        """Beside each start, the last end of what starts there or before."""
        for file, span in places:
            self.add(file, span)

    def add(self, file: str, span: Span) -> None:
        """One place more."""
        starts = self._starts.setdefault(file, [])
        furthest = self._furthest.setdefault(file, [])
        at = bisect_right(starts, span.start)
        starts.insert(at, span.start)
        furthest.insert(at, max(span.end, furthest[at - 1]) if at else span.end)
        for later in range(at + 1, len(furthest)):
            if furthest[later] >= span.end:
                break
            furthest[later] = span.end

    def overlap(self, file: str, span: Span) -> bool:
        """Whether one of them shares a code point with the span."""
        before = bisect_left(self._starts.get(file, ()), span.end)
        return before > 0 and self._furthest[file][before - 1] > span.start

    def cover(self, file: str, span: Span) -> bool:
        """Whether all of the span lies inside one of them."""
        before = bisect_right(self._starts.get(file, ()), span.start)
        return before > 0 and self._furthest[file][before - 1] >= span.end
