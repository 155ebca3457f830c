"""An article as it is searched: its folded words, and where in them blocks and passages stand.

It is all that finding asks of an article. An index keeps it, so that finding in a large dossier
reads neither the articles' own words nor what they are cut into.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise

from dossier.article import Article
from dossier.search.searchable import Searchable
from dossier.spans import Span

_PARTS = 11
"""How many arrays of offsets it is made of."""


class Searched:
    """The words of an article that may be found, furniture apart, and the way back to the text."""

    __slots__ = ("_ends", "_lines", "_numbers", "_reach", "_starts", "_stops", "folded")

    def __init__(self, article: Article) -> None:
        self.folded = Searchable(article.text)
        blocks = [block.span for block in article.blocks if block.kind != "furniture"]
        passages = article.passages
        place = self.folded.place
        self._starts = array("I", (place(span.start) for span in blocks))
        self._ends = array("I", (place(span.end) for span in blocks))
        self._lines = array("I", _line_ends(article.text))
        self._numbers = array("I", (passage.number for passage in passages))
        self._reach = array("I", (passage.span.start for passage in passages))
        self._stops = array("I", (passage.span.end for passage in passages))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The ends of each block in the folded text."""
        return zip(self._starts, self._ends, strict=True)

    def block_at(self, at: int) -> tuple[int, int] | None:
        """The ends of the block that holds an offset of the folded text; None in furniture."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or at >= self._ends[number]:
            return None
        return self._starts[number], self._ends[number]

    def line(self, span: Span) -> int:
        """The line of the article's text that a span begins in, from 1."""
        return bisect_left(self._lines, span.start) + 1

    def passage(self, span: Span) -> int | None:
        """The number of the passage that a span begins in."""
        at = bisect_right(self._reach, span.start) - 1
        return self._numbers[at] if at >= 0 and span.start < self._stops[at] else None

    def kept(self) -> bytes:
        """What ``read`` makes the same of, on a machine with the same order of bytes."""
        own = self._starts, self._ends, self._lines, self._numbers, self._reach, self._stops
        parts = (*own, *self.folded.moved)
        sizes = array("I", [len(parts) + 1, *map(len, parts)])
        text = self.folded.text.encode("utf-8", "surrogatepass")
        return b"".join((sizes.tobytes(), *(part.tobytes() for part in parts), text))

    @classmethod
    def read(cls, kept: bytes) -> "Searched":
        """What was kept; raises ValueError on what was not."""
        numbers = memoryview(kept)[: len(kept) // 4 * 4].cast("I")
        if not numbers or numbers[0] != _PARTS or len(numbers) < _PARTS:
            raise ValueError("this is no article as it is searched")
        ends = list(accumulate(numbers[1:_PARTS], initial=_PARTS))
        parts = [array("I", numbers[start:end]) for start, end in pairwise(ends)]
        made = object.__new__(cls)
        made._starts, made._ends, made._lines, made._numbers, made._reach, made._stops = parts[:6]
        made.folded = Searchable.of(
            kept[4 * ends[-1] :].decode("utf-8", "surrogatepass"), parts[6:]
        )
        return made


def _line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at
        at = text.find("\n", at + 1)
