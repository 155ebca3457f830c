"""Choosing: a line to type in over a list, which the keys move while one types."""

from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import BindingType

from dossier.dossier import Dossier
from tui.commands import bindings
from tui.screens.chrome import HEIGHTS, LeftOnce
from tui.screens.grouped_pane import GroupedPane

Chosen = TypeVar("Chosen")


class ChoosingScreen(LeftOnce[Chosen | None], Generic[Chosen]):
    """Gives what was chosen, None for nothing; it has a ``TypeLine`` and one ``GroupedPane``."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "enter", "escape", "down", "up", "page_down", "page_up", "top", "bottom"
    )
    DEFAULT_CSS = """
    ChoosingScreen.-low TitleLine, ChoosingScreen.-low HintLine { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    AUTO_FOCUS = "TypeLine"

    def take(self, dossier: Dossier) -> None:
        """Go on with what is known now; nothing where the list does not hang on it."""

    @property
    def _rows_pane(self) -> GroupedPane[Any]:  # Any: what stands in the list is each screen's
        return self.query_one(GroupedPane)

    def action_escape(self) -> None:
        """Close; nothing is chosen."""
        self.dismiss(None)

    def action_down(self) -> None:
        """Choose the next row."""
        self._rows_pane.action_down()

    def action_up(self) -> None:
        """Choose the row before."""
        self._rows_pane.action_up()

    def action_page_down(self) -> None:
        """Choose the row a page further down."""
        self._rows_pane.action_page_down()

    def action_page_up(self) -> None:
        """Choose the row a page further up."""
        self._rows_pane.action_page_up()

    def action_top(self) -> None:
        """Choose the first row."""
        self._rows_pane.action_top()

    def action_bottom(self) -> None:
        """Choose the last row."""
        self._rows_pane.action_bottom()
