"""A few choices, one a row: what is asked, and the answer that stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.commands import bindings
from tui.glyphs import cells, cut
from tui.widgets.row_pane import Parts, RowPane
from tui.wording import say


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with a few answers."""

    asked: str
    answers: tuple[str, ...]
    """As the program knows them; never empty."""
    said: Callable[[str], str] = say
    """An answer as the reader sees it."""
    at: int = 0
    """Which answer stands."""

    @property
    def answer(self) -> str:
        """The answer that stands."""
        return self.answers[self.at]


class ChoicePane(RowPane):
    """Questions in rows; Enter or right takes the next answer, left the one before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("enter"),
        Binding("right", "enter", show=False),  # the arrows that its marks show; h, l and Tab leave
        Binding("left", "before", show=False),
    ]

    @dataclass
    class Answered(Message):
        """Another answer was taken."""

        pane: "ChoicePane"

        @property
        def control(self) -> "ChoicePane":
            """The pane it was taken in."""
            return self.pane

    @dataclass
    class Below(Message):
        """One goes on below the last question."""

        pane: "ChoicePane"

        @property
        def control(self) -> "ChoicePane":
            """The pane one goes on below."""
            return self.pane

    def __init__(self, choices: Sequence[Choice], *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self.choices = list(choices)
        self.count = len(self.choices)

    @property
    def heading_rows(self) -> int:
        """None: the screen has its own title."""
        return 0

    @property
    def barred(self) -> int | None:
        """The question that keys go to; None while one writes elsewhere."""
        return self.selected if self.has_focus else None

    @property
    def asked_cells(self) -> int:
        """Cells of the column of the questions."""
        return min(12, max(cells(one.asked) for one in self.choices) + 2)

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The question, and the answer between marks when there are others."""
        if sub:
            return ()
        choice, inks = self.choices[index], self.inks
        room = self.asked_cells
        asked = cut(choice.asked, room - 1)
        return (
            (asked + " " * (room - cells(asked)), inks.dim),
            (self._shown(choice, width - room), inks.text),
        )

    def _shown(self, choice: Choice, room: int) -> str:
        """The answer that stands, between marks when there are others."""
        answer = choice.said(choice.answer)
        return cut(f"‹ {answer} ›" if len(choice.answers) > 1 else answer, room)

    def on_click(self, event: events.Click) -> None:
        """Select the question under the pointer; on a mark, take the answer it points to."""
        super().on_click(event)
        if self._at(event.y)[0] != self.selected:  # below the last question
            return
        shown = self._shown(self.choices[self.selected], self.room.width - 2 - self.asked_cells)
        match event.x - 1 - self.asked_cells:
            case 0 if shown.startswith("‹"):
                self._take(-1)
            case at if at == cells(shown) - 1 and shown.endswith("›"):
                self._take(1)

    def move(self, rows: int) -> None:
        """Select the question so many further down; one may go on below the last."""
        if rows > 0 and self.selected == self.count - 1:
            self.post_message(self.Below(self))
        super().move(rows)

    def action_enter(self) -> None:
        """Take the next answer of the question."""
        self._take(1)

    def action_before(self) -> None:
        """Take the answer before."""
        self._take(-1)

    def _take(self, step: int) -> None:
        choice = self.choices[self.selected]
        if len(choice.answers) > 1:
            at = (choice.at + step) % len(choice.answers)
            self.choices[self.selected] = replace(choice, at=at)
            self.redraw()
            self.post_message(self.Answered(self))
