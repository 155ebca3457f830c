"""The palette: any command, topic, source or name, by a few letters of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from dossier.dossier import Dossier
from tui.commands import Command, bindings, keys_now
from tui.glyphs import cells, cut
from tui.palette import Entry, Target, entries_of, found_in, further_sources
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import TypeLine
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.title_line import TitleLine
from tui.wording import say


class EntryPane(GroupedPane[Entry]):
    """A row an entry: its name; at the right what it is, and its keys or outlet."""

    grouped = True
    """Whether headings say what entries are; otherwise each row does."""

    def draw_row(self, row: Entry, width: int) -> tuple[Parts, ...]:
        """Name and about; the group as well when there are no headings."""
        inks = self.inks
        group = "" if self.grouped else row.group
        about = cut(" · ".join(part for part in (row.about, group) if part), width // 2)
        room = max(1, width - cells(about) - 2)
        name = cut(row.name, room)
        gap = " " * max(0, width - cells(name) - cells(about))
        return (((name, inks.text), (gap, inks.ground), (about, inks.dim)),)

    def empty(self) -> str:
        """What to do when nothing is found."""
        [key] = keys_now(self.app, "find")
        return say("Nothing has these words; {key} finds them in the articles.", key=key)


class PaletteScreen(ChoosingScreen[Target]):
    """Everything one can go to or do; gives what was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("palette")

    def __init__(self, dossier: Dossier, commands: Sequence[Command]) -> None:
        super().__init__()
        self._entries = tuple(entries_of(dossier, commands))
        self._dossier = dossier
        self._pane = EntryPane(id="entries")

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the entries, the keys."""
        yield TitleLine()
        yield TypeLine(say("a command, a topic, a source, a name"), id="filter")
        yield self._pane
        yield HintLine()

    def on_mount(self) -> None:
        """Show everything."""
        self.query_one(TitleLine).tell(say("Go to"), self._dossier.title, "")
        self.query_one(HintLine).hint(
            [("Enter", say("go")), ("↑ ↓", say("move")), ("Esc", say("close"))]
        )
        self._show("")

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._show(message.value)

    def _show(self, typed: str) -> None:
        self._pane.grouped = not typed.strip()
        rows: list[Entry | Heading] = []
        group = ""
        found = found_in(self._entries, typed)
        for entry in (*found, *further_sources(self._dossier, typed, found)):
            if self._pane.grouped and entry.group != group:
                rows += [Heading("")] if rows else []
                rows.append(Heading(entry.group, self._left_out(entry.group)))
                group = entry.group
            rows.append(entry)
        self._pane.show_rows(rows)

    def _left_out(self, group: str) -> str:
        """That a group is not all of it: of a large dossier the first ones stand here."""
        listed = sum(entry.group == group for entry in self._entries)
        counts = {
            say("Sources"): len(self._dossier.articles),
            say("Names"): len(self._dossier.found.entities),
        }
        many = counts.get(group, listed)
        return say("the first {n} of {many}", n=listed, many=many) if listed < many else ""

    @on(Input.Submitted)
    @on(EntryPane.Opened)
    def action_enter(self) -> None:
        """Close, and go there."""
        if (current := self._pane.current) is not None:
            self.dismiss(current.target)

    def action_palette(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(None)
