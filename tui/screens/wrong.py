"""What is wrong in the reader's own files, and what could not be understood in the dossier's."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from dossier.problems import Problem
from tui.commands import bindings, keys_now
from tui.problems import problem_told
from tui.screens.chrome import HEIGHTS, LeftOnce
from tui.screens.source_text import SourceText
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many


class WrongScreen(LeftOnce[bool]):
    """Every problem under its file, whole, to page through.

    It gives whether the files that are asked about are those that are meant.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape", "problems", "enter")
    SENTENCES: ClassVar[Mapping[str, str]] = {
        "enter": "Say yes: the files asked about are those that are meant."
    }
    """What commands of the reader's do here, for the help."""
    CSS = """
    WrongScreen.-low TitleLine, WrongScreen.-low HintLine { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "SourceText"

    def __init__(self, problems: Iterable[Problem], *, asks: bool = False) -> None:
        """``asks`` is whether one of them asks which file is meant."""
        super().__init__()
        self._problems = tuple(problems)
        self._asks = asks

    def compose(self) -> ComposeResult:
        """Title, the problems, the keys."""
        yield TitleLine()
        yield SourceText(id="problems")
        yield HintLine()

    def on_mount(self) -> None:
        """Show them."""
        count = say_many("{n} problem", "{n} problems", len(self._problems))
        self.query_one(TitleLine).tell(say("What is wrong"), "", count)
        self.query_one(SourceText).show(listed(self._problems))
        down, up, close, enter = keys_now(self.app, "down", "up", "escape", "enter")
        answer = [(enter, say("yes, it is that file"))] if self._asks else []
        hints = [*answer, (f"{down} {up}", say("move")), (close, say("close"))]
        self.query_one(HintLine).hint(hints)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is a yes only where something is asked."""
        if action == "enter":
            return self._asks
        return super().check_action(action, parameters)

    def action_enter(self) -> None:
        """Say yes to what is asked."""
        self.dismiss(True)

    def action_escape(self) -> None:
        """Close."""
        self.dismiss(False)

    def action_problems(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(False)


def listed(problems: Iterable[Problem]) -> str:
    """The problems in the order they came, those of one file under its name."""
    files = groupby(problems, lambda problem: problem.file)
    return "\n\n".join(
        "\n".join([file, *(problem_told(problem.message) for problem in inside)])
        for file, inside in files
    )
