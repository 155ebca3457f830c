"""A thin rule between two panes."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.inks import inks_of


class Rule(Widget):
    """One column; the panes beside it draw nothing there."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Rule { width: 1; height: 1fr; background: $background; }
    """

    def render_line(self, y: int) -> Strip:
        """The same on every row."""
        del y
        return Strip([Segment("│", inks_of(self.app.theme_variables).rule)], 1)
