"""The title line, and the rule under it that meets the rules between the panes."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.glyphs import cells, cut, visible
from tui.inks import BOLD
from tui.widgets.drawn import Drawn


class TitleLine(Drawn):
    """The dossier's name, where one is, and what is in it."""

    DEFAULT_CSS = """
    TitleLine { width: 1fr; height: 2; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(id="title")
        self._title = ""
        self._about = ""
        self._right = ""
        self._firm = False
        self._joints: tuple[int, ...] = ()
        self._lit: tuple[int, int] = (0, 0)

    def tell(self, title: str, about: str, right: str, *, firm: bool = False) -> None:
        """Say these three: the dossier or the way to here, what is in it, what is kept.

        A long title makes room for what stands on the right if that is ``firm``.
        """
        said = title, about, right, firm
        if said != (self._title, self._about, self._right, self._firm):
            self._title, self._about, self._right, self._firm = said
            self.redraw()

    def join(self, joints: tuple[int, ...], lit: tuple[int, int]) -> None:
        """Where the rules between the panes stand, and the columns of the focused pane."""
        if (joints, lit) != (self._joints, self._lit):
            self._joints, self._lit = joints, lit
            self.redraw()

    def draw(self, y: int) -> Strip:
        """The title, or the rule."""
        inks, width = self.inks, self.room.width
        if y:
            return self._rule(inks.rule, inks.accent)
        beside = min(cells(self._right) + 4, width // 2) if self._firm else 1
        title = cut(self._title, max(0, width - beside))
        room = width - 1 - cells(title)
        right = cut(self._right, room - 3) if room > 12 else ""
        beside = cells(right) + 3 * bool(right)
        about = cut(self._about, room - 3 - beside) if room - beside > 10 else ""
        gap = room - 2 * bool(about) - cells(about) - cells(right) - bool(right)
        parts = [
            (" ", inks.ground),
            (title, inks.text + BOLD),
            ("  " * bool(about) + about, inks.dim),
            (" " * max(0, gap), inks.ground),
            (right + " " * bool(right), inks.dim),
        ]
        segments = [Segment(visible(words), style) for words, style in parts if words]
        return Strip(segments).adjust_cell_length(width, inks.ground)

    def _rule(self, style: Style, accent: Style) -> Strip:
        drawn = ["─"] * self.room.width
        for joint in self._joints:
            if 0 <= joint < len(drawn):
                drawn[joint] = "┬"
        first, last = self._lit
        line = "".join(drawn)
        parts = ((line[:first], style), (line[first:last], accent), (line[last:], style))
        return Strip([Segment(words, ink) for words, ink in parts if words], len(drawn))
