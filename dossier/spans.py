"""Spans: ranges of code points in one text, and their algebra."""

from dossier.values import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``."""

    start: int
    """Offset of the first code point."""
    end: int
    """Offset just past the last; equal to ``start`` when empty."""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"{self.start}..{self.end} is not a range")

    def __len__(self) -> int:
        """Code points covered."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """An empty span is still a place."""
        return True

    def of(self, text: str) -> str:
        """The words of the span; IndexError when it does not lie in the text."""
        if self.end > len(text):
            raise IndexError(f"span {self.start}..{self.end} of a text of {len(text)}")
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether all of ``other`` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def clip(self, to: "Span") -> "Span | None":
        """The part inside ``to``; None when they share nothing."""
        start, end = max(self.start, to.start), min(self.end, to.end)
        return Span(start, end) if start < end else None


def trim(text: str, span: Span) -> Span:
    """The span without the white space at its two ends; empty, at its start, if all is white."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))
