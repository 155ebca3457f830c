"""What the screens around the reader share: how they are left, a line to type in, their sizes."""

from functools import lru_cache
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen
from textual.widgets import Input

from dossier.language.folding import fold

HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (8, "-short"), (18, "-tall")]
"""For ``VERTICAL_BREAKPOINTS``: a low screen leaves out title and hints, a short one the detail."""

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (110, "-wide")]
"""For ``HORIZONTAL_BREAKPOINTS``: a wide screen has the detail beside the list, not under it."""


Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """A screen over the reader's. Two quick Escapes leave it once, not what is under it as well."""

    def leaves_on(self, key: str) -> bool:
        """Whether a key closes it, whatever was typed before: the next one is for what follows."""
        del key
        return False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave it, with what it gives; nothing where it was left already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


class TypeLine(Input):
    """A line to type in: no frame, and a cursor that does not blink, so that nothing runs."""

    DEFAULT_CSS = """
    TypeLine.-textual-compact, TypeLine.-textual-compact:focus {
        background: $background; background-tint: transparent; padding: 0 1; height: 1;
    }
    TypeLine > .input--placeholder { color: $dim; }
    """

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False


def has_words(typed: str, *said: str) -> bool:
    """Whether every word typed stands somewhere in what is said; case and accents aside."""
    within = _folded(said)
    return all(word in within for word in fold(typed).split())


@lru_cache(maxsize=1 << 16)
def _folded(said: tuple[str, ...]) -> str:
    """What is said, as it is looked for; kept, for a list asks again at every key."""
    return fold("\n".join(said))
