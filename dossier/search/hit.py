"""A hit: where something that was looked for stands."""

from dossier.spans import Span
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in an article where a word or phrase that was looked for stands."""

    file: str
    span: Span
    line: int = 0
    """The line of the article's text it begins in, from 1; 0 where no one asked."""
    passage: int | None = None
    """The number of the passage that holds it; None in a headline, a heading, a caption."""
    variant: bool = False
    """Whether it names what was looked for in another spelling."""
