"""A quote: words an article gives to a speaker."""

from dataclasses import dataclass
from typing import Literal

from dossier.spans import Span

QuoteState = Literal["named", "role", "uncertain", "unsaid"]
"""By a name; by what the speaker is; perhaps, or by nobody known; nobody's speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, and whose they are."""

    file: str
    span: Span
    """The words, without their marks and the white space inside them."""
    state: QuoteState
    speaker: str | None = None
    """An entity's name, or a role in the article's own words ("un témoin"); None when not known,
    and for what nobody said: a title, a nickname, a charge."""
    why: str = ""
    """What told it: "said after the words"."""
