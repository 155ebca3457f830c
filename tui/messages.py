"""Messages that cross widgets: what happened, in the words of the domain; they do nothing."""

from typing import TYPE_CHECKING

from textual.message import Message

from dossier.dossier import Dossier
from dossier.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dossier.search import Hit
    from tui.copied import Copied


@dataclass
class Analysed(Message):
    """More articles were read, or topics and entities were worked out."""

    dossier: Dossier
    said: str = ""
    """What the reader should know of it; empty for nothing."""


@dataclass
class Refining(Message):
    """A language model has read so many articles, of so many."""

    done: int
    many: int


@dataclass
class Refined(Message):
    """The language models have read what they will read."""

    note: str
    """For the legend: where the names are found by rules alone; empty for nowhere."""


@dataclass
class Compared(Message):
    """The articles were compared: what they share is known."""

    copied: "Copied"


@dataclass
class Renewed(Message):
    """Files of the dossier were changed while one reads."""

    dossier: Dossier | None
    """As the files are now; None where only something is to be said."""
    said: str = ""
    """What the reader should know of it; empty for nothing."""
    shown: bool = False
    """Whether the dossier is on the screen by now."""


@dataclass
class Found(Message):
    """What was looked for was found, or was not."""

    words: str
    hits: "tuple[Hit, ...]"
    """In the dossier's order."""
    tally: "Mapping[str, int] | None" = None
    """How many stand in each topic, by its title; None where that is quickly counted."""
    whole: bool = True
    """Whether these are all; otherwise the first, and more follow."""
    more: bool = False
    """Whether there are more than are looked for."""
    name: bool = False
    """Whether the words are the name of an entity, and the hits its mentions."""


@dataclass
class Arranged(Message):
    """The panes took other columns, or another one has the focus."""

    said: str = ""
    """What the reader should know of it; empty for nothing."""
