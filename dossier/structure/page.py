"""A page: the lines of a text, and which of them no rule has named yet.

Rules see a page and give spans; ``Page.claim`` takes what they gave out of what is open. A line
is what stands between two line breaks, without the white space around it; where the source has
lost its paragraphs, a line is a piece we cut (``dossier.structure.cutting``).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from operator import attrgetter
from pathlib import Path

from dossier.language.words import told_length
from dossier.spans import Span, trim
from dossier.values import dataclass

LISTS = Path(__file__).parent / "words"
"""The word lists of the rules."""

SHORT = 130
"""Code points. Up to here a line may be a heading, a caption, a credit."""

LONG = 160
"""Code points of a Latin script. From here on a line can only be running text."""

AROUND = 60
"""Lines. What stands above or below the running text is looked for so far from the ends."""

STANDFIRST = 2
"""Lines of a standfirst that reads as running text."""

CREDITS = 4
"""Lines between a standfirst and the text: who wrote it, where, when."""

_RARE_BREAKS = "\v\f\x85\u2028\u2029"
_BROKEN = re.compile(r"[^\n]+")
_RARELY_BROKEN = re.compile(rf"[^\n{_RARE_BREAKS}]+")
"""Three times as slow."""
_STOP = re.compile(r"[.!?…;:,。！？；：，、؟؛។।]$|[.!?…。！？؟][»”\"’)\]」』】）]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or what rules left of it."""

    number: int
    """From 0, in the page."""
    span: Span
    words: str
    above: int = 0
    """Blank lines between it and the line before."""
    cut: bool = False
    """Whether it opens where we cut, not where the source broke the line."""

    @property
    def short(self) -> bool:
        """Whether it is short enough to be a heading or a piece of furniture."""
        return len(self.words) <= SHORT and told_length(self.words) <= SHORT

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence or a clause does."""
        return bool(_STOP.search(self.words[-4:]))

    @property
    def body(self) -> bool:
        """Whether it can only be running text."""
        length = len(self.words)
        length = told_length(self.words) if length < LONG else length
        return length >= LONG or (length >= 70 and self.stopped)


@dataclass(frozen=True, slots=True)
class Page:
    """A text's lines, all of them and the open ones."""

    text: str
    lines: tuple[Line, ...]
    open: tuple[Line, ...]
    """The lines no rule has named yet, in order."""
    headline: Span | None = None
    """The headline, once it was found."""

    first_body: int = field(init=False)
    """Number of the first open line of running text; past the last line when there is none."""
    last_body: int = field(init=False)
    """Number of the last open line of running text; -1 when there is none."""

    def __post_init__(self) -> None:
        first = next((line.number for line in self.open if line.body), len(self.lines))
        last = next((line.number for line in reversed(self.open) if line.body), -1)
        object.__setattr__(self, "first_body", first)
        object.__setattr__(self, "last_body", last)

    def before_body(self) -> Iterator[Line]:
        """The open lines above the first running text, near the top."""
        first = min(self.first_body, AROUND)
        return (line for line in self.open if line.number < first)

    def after_body(self) -> Iterator[Line]:
        """The open lines below the last running text, near the end; none without such text."""
        last = max(self.last_body, len(self.lines) - AROUND - 1)
        return (
            (line for line in self.open if line.number > last) if self.last_body >= 0 else iter(())
        )

    def under_standfirst(self) -> Iterator[Line]:
        """The open ones of the few short lines below a standfirst that reads as running text."""
        end = first = self.first_body + 1
        while end < len(self.lines) and self.lines[end].short and not self.lines[end].stopped:
            end += 1
        if end - first <= CREDITS and end <= self.last_body:
            yield from (line for line in self.open if first <= line.number < end)

    def neighbours(self, line: Line) -> tuple[Line | None, Line | None]:
        """The lines just above and just below, open or not."""
        above = self.lines[line.number - 1] if line.number else None
        below = next(iter(self.lines[line.number + 1 : line.number + 2]), None)
        return above, below

    def claim(self, spans: Iterable[Span]) -> "Page":
        """The page without what a rule has named; what is left of a line stays open."""
        claimed: dict[int, list[Span]] = {}
        for span in sorted(spans, key=attrgetter("start")):
            at = bisect_right(self.open, span.start, key=attrgetter("span.start")) - 1
            claimed.setdefault(at, []).append(span)
        if not claimed:
            return self
        left: list[Line] = []
        done = 0
        for index, taken in claimed.items():
            left += self.open[done:index]
            left += _left_of(self.text, self.open[index], taken)
            done = index + 1
        return Page(self.text, self.lines, (*left, *self.open[done:]), self.headline)


def _left_of(text: str, line: Line, taken: Iterable[Span]) -> Iterator[Line]:
    """What is left of a line once the spans that were taken are out of it."""
    at = line.span.start
    for span in taken:
        yield from _rest(text, line, at, span.start)
        at = span.end
    yield from _rest(text, line, at, line.span.end)


def _rest(text: str, line: Line, start: int, end: int) -> Iterator[Line]:
    if start < end:
        span = trim(text, Span(start, end))
        if len(span):
            yield Line(line.number, span, span.of(text), line.above, line.cut)


def physical_lines(text: str) -> Iterator[tuple[Span, int]]:
    """The lines with something visible in them, trimmed, and how many blank ones stand above."""
    blank = at = 0
    rare = any(map(text.__contains__, _RARE_BREAKS))
    for match in (_RARELY_BROKEN if rare else _BROKEN).finditer(text):
        blank += match.start() - at
        at = match.end()
        words = match[0].lstrip()
        if words:
            start = at - len(words)
            yield Span(start, start + len(words.rstrip())), max(0, blank - 1)
            blank = 0
