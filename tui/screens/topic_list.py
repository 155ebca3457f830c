"""The topics to choose from, found as one types; also a new one, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from dossier.dossier import sources_count
from dossier.topics import Topic
from tui.glyphs import cells, cut
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import TypeLine, has_words
from tui.screens.grouped_pane import GroupedPane
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

OUT = "\0out"
"""What is given for "out of this topic"; no title has a NUL."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a passage may go."""

    name: str
    title: str
    """What is given: a topic's title, "" for one to be typed, ``OUT``."""
    about: str = ""


class TargetPane(GroupedPane[Target]):
    """A row a topic, and how many sources it has."""

    def draw_row(self, row: Target, width: int) -> tuple[Parts, ...]:
        """The name; at the right what is told of it."""
        about = cut(row.about, width // 3)
        name = cut(row.name, max(1, width - cells(about) - 2))
        gap = " " * max(0, width - cells(name) - cells(about))
        ink = self.inks.text if row.about else self.inks.accent
        return (((name, ink), (gap, self.inks.ground), (about, self.inks.dim)),)


class TopicListScreen(ChoosingScreen[str]):
    """Gives the title of the topic chosen; "" for a new one, ``OUT`` for none, None for no wish."""

    def __init__(self, topics: Sequence[Topic], source: Topic | None) -> None:
        """``source`` is the topic that a passage is moved out of; None when it is in none."""
        super().__init__()
        self._topics, self._source = tuple(topics), source
        self._pane = TargetPane(id="targets")

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the topics, the keys."""
        yield TitleLine()
        yield TypeLine(say("a topic, or the title of a new one"), id="filter")
        yield self._pane
        yield HintLine()

    def on_mount(self) -> None:
        """Show every topic."""
        source = self._source
        about = say("from {title}", title=source.title) if source else ""
        self.query_one(TitleLine).tell(say("Move to a topic"), about, "")
        self.query_one(HintLine).hint(
            [("Enter", say("put there")), ("↑ ↓", say("move")), ("Esc", say("close"))]
        )
        self._pane.show_rows(self._rows(""))

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._pane.show_rows(self._rows(message.value))

    def _rows(self, typed: str) -> list[Target]:
        rows = [_target(topic) for topic in self._topics if has_words(typed, topic.title)]
        title = " ".join(typed.split())
        if not title:
            rows.append(Target(say("a new topic …"), ""))
        elif all(title != topic.title for topic in self._topics):
            rows.append(Target(say("a new topic: {title}", title=title), title))
        out = say("out of this topic")
        if self._source is not None and not self._source.rest and has_words(typed, out):
            rows.append(Target(out, OUT))
        return rows

    @on(Input.Submitted)
    @on(TargetPane.Opened)
    def action_enter(self) -> None:
        """Close, and move there."""
        if (current := self._pane.current) is not None:
            self.dismiss(current.title)


def _target(topic: Topic) -> Target:
    sources = say_many("{n} source", "{n} sources", sources_count(topic))
    return Target(topic.title, topic.title, sources)
