"""Help: every command by group, found as one types, carried out by Enter; then the signs."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.commands import Command, grouped, keys_said
from tui.glyphs import cells, cut
from tui.other_words import found_by
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import TypeLine, has_words
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.signs import Sign, signs
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many


class CommandPane(GroupedPane[Command | Sign]):
    """A row a command: its keys, and what it does; a row a sign, and what it means."""

    def draw_row(self, row: Command | Sign, width: int) -> tuple[Parts, ...]:
        """Keys and sentence; in a narrow pane the first key and the name."""
        wide = width >= 60
        room = 19 if wide else 9
        if isinstance(row, Sign):
            keys, said = row.shown, row.means
        else:
            keys = keys_said(row.shown if wide else row.shown.split()[0])
            said = say(row.sentence if wide else row.name)
        keys, said = cut(keys, room - 1), cut(said, width - room)
        gap = " " * (room - cells(keys))
        return (((keys + gap, self.inks.accent), (said, self.inks.text)),)

    def empty(self) -> str:
        """What to do when nothing is found."""
        return say("No command and no sign has these words.")


class HelpScreen(ChoosingScreen[str]):
    """The commands that can be given where one was; gives the id of the one to carry out."""

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self.commands = tuple(commands)
        self.signs = signs()

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the commands, the keys."""
        yield TitleLine()
        yield TypeLine(say("type to find a command"), id="filter")
        yield CommandPane(id="commands")
        yield HintLine()

    def on_mount(self) -> None:
        """Show every command, and every sign."""
        self.query_one(HintLine).hint(
            [("Enter", say("run")), ("↑ ↓", say("move")), ("Esc", say("close"))]
        )
        self._show(self.commands, self.signs)

    @on(Input.Changed)
    def _filter(self, message: Input.Changed) -> None:
        message.stop()
        found = [c for c in self.commands if has_words(message.value, *_said(c))]
        named = (c for c in found if has_words(message.value, say(c.name)))
        among = say("Signs"), say("legend")
        told = [s for s in self.signs if has_words(message.value, s.shown, s.means, *among)]
        self._show(found, told, next(named, None))

    def _show(
        self, commands: Sequence[Command], told: Sequence[Sign], chosen: Command | None = None
    ) -> None:
        rows: list[Command | Sign | Heading] = []
        air = [Heading("")] if len(commands) == len(self.commands) else []
        for group, inside in grouped(commands):
            rows += [*(air if rows else ()), Heading(say(group)), *inside]
        if told:
            rows += [*(air if rows else ()), Heading(say("Signs")), *told]
        self.query_one(CommandPane).show_rows(rows, chosen)
        count = say_many("{n} command", "{n} commands", len(commands))
        self.query_one(TitleLine).tell(say("Help"), "", count)

    @on(Input.Submitted)
    @on(CommandPane.Opened)
    def action_enter(self) -> None:
        """Close, and have the chosen command carried out; a sign does nothing."""
        if isinstance(chosen := self.query_one(CommandPane).current, Command):
            self.dismiss(chosen.id)


def _said(command: Command) -> tuple[str, ...]:
    """Everything a command may be found by: what is shown, and what is not."""
    shown = (say(command.name), say(command.sentence), say(command.group))
    return (*shown, command.shown, keys_said(command.shown), *found_by(command))
