"""What went wrong, as values the reader is shown; and the one family of errors that is raised."""

from dossier.spans import Span
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that the reader should know of."""

    file: str
    """Path in the folder, as ``Article.file``."""
    message: str
    """One sentence: what it is and what the reader may do."""
    span: Span | None = None
    """Where in the file's text, in code points; None for the whole file."""
    missed: bool = False
    """Whether the file may have been meant to be read as an article, and is not, or not as one."""


class DossierError(Exception):
    """Nothing can be done: the message is one sentence for the reader, naming the file."""
