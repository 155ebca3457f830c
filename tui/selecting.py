"""Selecting: words or sentences of one article, by keys or by the pointer.

What is selected is always a span of the article's own text, from the start of one unit to the end
of another; it never holds half a sentence unless words were asked for, and never half a word.
"""

import re
from bisect import bisect_right
from typing import Literal

from dossier.article import Article
from dossier.spans import Span

Unit = Literal["sentence", "word"]
"""What a selection grows by."""

AROUND = 20
"""Blocks before and after in which words are counted: further away no one selects by words."""

_WORD = r"\w+(?:['’\-]\w+)*['’]?|[^\w\s]+"
"""Compiled when one selects, not for a page."""


class Selecting:
    """A selection in an article that grows and moves by sentences or by words."""

    def __init__(
        self, article: Article, offset: int, unit: Unit = "sentence", within: Span | None = None
    ) -> None:
        """``within`` is what it may hold at most; None is the whole article."""
        self.article = article
        self._within = within or Span(0, len(article.text))
        self.unit: Unit = unit
        self._units: tuple[Span, ...] = ()
        self._anchor = self._head = 0
        self.turned = False
        """Whether the beginning moves; otherwise the end does."""
        self._cut(Span(offset, offset))

    @property
    def span(self) -> Span:
        """What is selected; empty in an article without words."""
        if not self._units:
            return Span(0, 0)
        first, last = sorted((self._anchor, self._head))
        return Span(self._units[first].start, self._units[last].end)

    @property
    def head(self) -> int:
        """Offset of the unit that moves: what has to be in sight."""
        return self._units[self._head].start if self._units else 0

    def grow(self, step: int) -> None:
        """Take in the next unit; with a step of -1, let the last one go or take one before."""
        self._put_head(max(0, min(self._head + step, len(self._units) - 1)))

    def move(self, step: int) -> None:
        """Select the next unit alone; the one before with a step of -1."""
        self._head = max(0, min(self._head + step, len(self._units) - 1))
        self._anchor = self._head

    def turn(self) -> None:
        """Have the other end move from now on: the beginning, or the end again."""
        self._anchor, self._head = self._head, self._anchor
        self.turned = not self.turned

    def change_unit(self) -> None:
        """Go on by words, or by sentences again, from what is selected."""
        span = self.span
        self.unit = "word" if self.unit == "sentence" else "sentence"
        self._cut(span)

    def reach(self, offset: int) -> None:
        """Grow to the unit that holds the offset: what a pointer that is dragged does."""
        self._put_head(self._index(offset))

    def _put_head(self, head: int) -> None:
        """Have the end that moves stand there; past the other one it is the other end."""
        self._head = head
        if head != self._anchor:
            self.turned = head < self._anchor

    def _cut(self, span: Span) -> None:
        """Cut the article into units, and select those of the span."""
        article, within = self.article, self._within
        if self.unit == "sentence":
            self._units = tuple(s for passage in article.passages for s in passage.sentences)
            others = tuple(b.span for b in article.blocks if b.kind in ("headline", "heading"))
            units = (unit.clip(within) for unit in sorted({*self._units, *others}))
            self._units = tuple(unit for unit in units if unit)
        else:
            first = bisect_right(article.blocks, span.start, key=lambda b: b.span.start)
            near = (
                b.span.clip(within) for b in article.blocks[max(0, first - AROUND) :][: 2 * AROUND]
            )
            self._units = tuple(
                Span(*match.span())
                for span_ in near
                if span_
                for match in re.compile(_WORD).finditer(article.text, span_.start, span_.end)
            )
        first, last = self._index(span.start), self._index(max(span.start, span.end - 1))
        self._anchor, self._head = (last, first) if self.turned else (first, last)

    def _index(self, offset: int) -> int:
        """The unit that holds the offset, else the last before it."""
        return max(0, bisect_right(self._units, offset, key=lambda unit: unit.start) - 1)
