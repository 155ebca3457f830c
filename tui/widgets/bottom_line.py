"""The two lines at the bottom: the legend with the place, and the keys that matter here."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from dossier.entities import EntityKind
from tui.commands import keys_now, keys_said
from tui.glyphs import cells, cut, shed, visible
from tui.inks import BOLD, KINDS, Inks
from tui.widgets.drawn import Drawn
from tui.widgets.title_line import TitleLine
from tui.wording import say


class Legend(Drawn):
    """The overlay's kinds with how many are on the page; at the right, where one is."""

    DEFAULT_CSS = """
    Legend { width: 1fr; height: 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(id="legend")
        self._counts: tuple[int, ...] = ()
        self._shown: frozenset[EntityKind] = frozenset()
        self._places = ("", "")
        self._note = ""

    def count(self, counts: Sequence[int], shown: frozenset[EntityKind]) -> None:
        """How many mentions of each kind are on the page, and which kinds are painted."""
        if (tuple(counts), shown) != (self._counts, self._shown):
            self._counts, self._shown = tuple(counts), shown
            self.redraw()

    def tell(self, place: str, short: str = "") -> None:
        """Say where one is; in fewer words where there is no room for more."""
        if (place, short) != self._places:
            self._places = place, short
            self.redraw()

    def note(self, note: str) -> None:
        """Say in a word how the names are found; "" says nothing."""
        if note != self._note:
            self._note = note
            self.redraw()

    def draw(self, y: int) -> Strip:
        """The line; names get shorter, then the place; counts go, or names; then the legend."""
        del y
        inks, width = self.inks, self.room.width
        left, place = self._chosen(inks, width)
        used = sum(cells(words) for words, _ in left)
        gap = max(0, width - used - cells(place) - 1)
        parts = [*left, (" " * gap, inks.ground), (place + " ", inks.dim)]
        segments = [Segment(visible(words), style) for words, style in parts if words]
        return Strip(segments).adjust_cell_length(width, inks.ground)

    def _chosen(self, inks: Inks, width: int) -> tuple[list[tuple[str, Style]], str]:
        """The fullest legend and place that stand on one line."""
        long, short = self._places
        whole = _whole_names()
        brief = _brief_names()
        none = ("",) * len(whole)
        keys = keys_now(self.app, *(f"kind_{kind}" for kind in KINDS[: len(whole)]))
        counts = tuple(map(str, self._counts))
        ways = [(whole, counts, long), (brief, counts, long), (brief, counts, short)]
        noted = [(*way, self._note) for way in ways] if self._note else []
        bare = [(*way, "") for way in [*ways, (brief, none, short), (none, counts, short)]]
        for names, told, place, note in [*noted, *bare]:
            parts = self._kinds(inks, [*zip(keys, names, told, strict=False)])
            if note and parts:
                parts.append((f" {note}", inks.dim))
            if _long(parts) + cells(place) + 3 <= width:
                return parts, place
        room = max(0, width - 2)
        return [], long if cells(long) <= room else shed(short, room)

    def _kinds(self, inks: Inks, told: Sequence[tuple[str, str, str]]) -> list[tuple[str, Style]]:
        """The kinds, each by key, name and count."""
        parts: list[tuple[str, Style]] = []
        for kind, (key, name, count) in zip(KINDS, told, strict=False):
            on = kind in self._shown
            ink = inks.ground + inks.kind(kind) if on else inks.dim
            said = f"{name} {count}".strip()
            parts += [(f" {key} ", inks.dim), (said, ink), (" ", inks.ground)]
        return parts


def _whole_names() -> tuple[str, ...]:
    return say("persons"), say("places"), say("organisations"), say("dates"), say("figures")


def _brief_names() -> tuple[str, ...]:
    return say("pers."), say("places"), say("org."), say("dates"), say("fig.")


def _long(parts: list[tuple[str, Style]]) -> int:
    return sum(cells(words) for words, _ in parts)


class HintLine(Drawn):
    """The five keys that matter here, or what just happened."""

    DEFAULT_CSS = """
    HintLine { width: 1fr; height: 1; background: $background; }
    """

    def __init__(self) -> None:
        super().__init__(id="hints")
        self._hints: tuple[tuple[str, str], ...] = ()
        self._said = ""

    def hint(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys with what they do."""
        said = tuple((keys_said(keys), does) for keys, does in hints)
        if said != self._hints:
            self._hints = said
            self.redraw()

    def tell(self, said: str) -> None:
        """Say what just happened, in place of the keys; nothing shows the keys again."""
        if said != self._said:
            self._said = said
            self._lend()
            self.redraw()

    def _lend(self) -> None:
        """Where a screen is too low for this line, have the title's say it."""
        for title in self.screen.query(TitleLine) if self.is_attached else ():
            title.say_instead("" if self.display else self._said)

    def draw(self, y: int) -> Strip:
        """The line; keys that do not fit are left out, the last one (help) at last."""
        del y
        inks, width = self.inks, self.room.width
        if self._said:
            said = Segment(" " + cut(self._said, max(0, width - 2)), inks.accent)
            return Strip([said]).adjust_cell_length(width, inks.ground)
        segments: list[Segment] = []
        for key, name in _fitting(self._hints, width):
            segments += [
                Segment(f" {key} ", inks.accent + BOLD),
                Segment(f"{name}  ", inks.dim),
            ]
        return Strip(segments).adjust_cell_length(width, inks.ground)


def _fitting(hints: Sequence[tuple[str, str]], width: int) -> list[tuple[str, str]]:
    """The hints that stand on a line: the last one, and as many from the first as fit before it."""
    held = list(hints)
    while len(held) > 1 and sum(cells(key) + cells(name) + 4 for key, name in held) > width + 2:
        del held[-2]
    return held
