"""What the screens around the reader share: a line to type in, and when to leave lines out."""

from collections.abc import Iterable

from textual.widgets import Input

from tui.commands import Command
from tui.wording import say

LOW: list[tuple[int, str]] = [(0, "-low"), (8, "-tall")]
"""For ``VERTICAL_BREAKPOINTS``: under eight rows a screen leaves its title and hints out."""


class TypeLine(Input):
    """A line to type in: no frame, and a cursor that does not blink, so that nothing runs."""

    DEFAULT_CSS = """
    TypeLine.-textual-compact, TypeLine.-textual-compact:focus {
        background: $background; background-tint: transparent; padding: 0 1; height: 1;
    }
    TypeLine > .input--placeholder { color: $dim; }
    """

    def __init__(self, placeholder: str, *, id: str, value: str = "") -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(value, placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False


def hints_of(commands: Iterable[Command]) -> list[tuple[str, str]]:
    """Commands for the bottom line: the first key of each, and its name."""
    return [(command.shown.split()[0], say(command.name)) for command in commands]
