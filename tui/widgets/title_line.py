"""The title line, and the rule under it that meets the rules between the panes."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.glyphs import cells, cut, shed, visible
from tui.inks import BOLD
from tui.widgets.drawn import Drawn

WAY = " › "
"""Stands between the steps of the way to here: dossier, topic, article."""

FOCUSED = "━"
"""The rule over the pane that keys go to."""


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
        self._instead = ""
        self._lent = False
        """Whether it has a row for what is said alone."""
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

    def say_instead(self, said: str) -> None:
        """Say what just happened, in a screen that has no other line for it; "" for the title."""
        if said != self._instead:
            self._instead = said
            self._stand(bool(said))
            self.redraw()

    def _stand(self, stands: bool) -> None:
        """Take a row while something is said, where a rule of the screen's style leaves none."""
        own = self.styles.inline
        if stands and not self.display and not own.has_rule("display"):
            self.styles.height, self.display, self._lent = 1, True, True
        elif self._lent and not stands:
            self._lent = False
            for rule in ("display", "height"):
                own.clear_rule(rule)
            self.refresh(layout=True)

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
        if self._instead:
            said = Segment(" " + cut(self._instead, max(0, width - 2)), inks.accent)
            return Strip([said]).adjust_cell_length(width, inks.ground)
        beside = min(cells(self._right) + 4, width // 2) if self._firm else 1
        title = self._way(max(0, width - beside))
        room = width - 1 - cells(title)
        right = shed(self._right, room - 3) if room > 12 else ""
        beside = cells(right) + 3 * bool(right)
        about = shed(self._about, room - 3 - beside) if room - beside > 10 else ""
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

    def _way(self, room: int) -> str:
        """The title in so many cells: of a way, what it leads from makes room for all else."""
        start, step, here = self._title.rpartition(WAY)
        others = sum(3 + cells(words) for words in (self._about, self._right) if words)
        left = self.room.width - others - cells(step + here) - 1
        return cut(cut(start, max(self.room.width // 3, left)) + step + here, room)

    def _rule(self, style: Style, accent: Style) -> Strip:
        drawn = ["─"] * self.room.width
        for joint in self._joints:
            if 0 <= joint < len(drawn):
                drawn[joint] = "┬"
        first, last = self._lit
        line = "".join(drawn)
        lit = line[first:last].replace("─", FOCUSED)  # told without colour too
        parts = ((line[:first], style), (lit, accent), (line[last:], style))
        return Strip([Segment(words, ink) for words, ink in parts if words], len(drawn))
