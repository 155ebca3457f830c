"""A thin rule between two panes."""

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip

from tui.widgets.drawn import Drawn


class Rule(Drawn):
    """One column; the panes beside it draw nothing there."""

    DEFAULT_CSS = """
    Rule { width: 1; height: 1fr; background: $background; }
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same on every row."""
        return [self.render_line(0)] * crop.height

    def draw(self, y: int) -> Strip:
        """One cell of it."""
        del y
        return Strip([Segment("│", self.inks.rule)], 1)
