"""The topics to choose from, found as one types; also a new one, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from dossier.dossier import sources_count
from dossier.language.folding import fold
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

    def empty(self) -> str:
        """What to do when nothing is found."""
        return say("No topic has these words.")

    def draw_row(self, row: Target, width: int) -> tuple[Parts, ...]:
        """The name; at the right what is told of it."""
        about = cut(row.about, width // 3)
        name = cut(row.name, max(1, width - cells(about) - 2))
        gap = " " * max(0, width - cells(name) - cells(about))
        ink = self.inks.text if row.about else self.inks.accent
        return (((name, ink), (gap, self.inks.ground), (about, self.inks.dim)),)


class TopicListScreen(ChoosingScreen[str]):
    """Gives the title of the topic chosen; "" for a new one, ``OUT`` for none, None for no wish.

    Tab says whether the passage is moved there, or is to be there as well. Where a topic is
    ``asked`` for, nothing is moved, and those there are can be chosen, no other.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "turn", show=False)]

    def __init__(
        self, topics: Sequence[Topic], source: Topic | None = None, *, asked: str = ""
    ) -> None:
        """``source`` is the topic that a passage is moved out of; None when it is in none.

        ``asked`` is what a topic is wanted for; "" for a passage.
        """
        super().__init__()
        self._topics, self._source, self._asked = tuple(topics), source, asked
        self._pane = TargetPane(id="targets")
        self.stays = False
        """Whether the passage stays in the topic it is in, too."""

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the topics, the keys."""
        yield TitleLine()
        typed = (
            say("type to find a topic")
            if self._asked
            else say("a topic, or the title of a new one")
        )
        yield TypeLine(typed, id="filter")
        yield self._pane
        yield HintLine()

    def on_mount(self) -> None:
        """Show every topic."""
        self._tell()
        self._pane.show_rows(self._rows(""))

    @property
    def _may_stay(self) -> bool:
        """Whether the passage is in a topic that it may stay in, or be taken out of."""
        return self._source is not None and not self._source.rest

    def _tell(self) -> None:
        """Say what is done, and what the keys do."""
        source, stays = self._source, self.stays
        moved = say("Copy to a topic") if stays else say("Move to a topic")
        about = ""
        if source is not None:
            about = say("stays in {title}") if stays else say("from {title}")
        turn = (
            [("Tab", say("move instead") if stays else say("copy instead"))]
            if self._may_stay
            else []
        )
        self.query_one(TitleLine).tell(
            self._asked or moved, about.format(title=source.title if source else ""), ""
        )
        self.query_one(HintLine).hint(
            [
                ("Enter", say("choose") if self._asked else say("put there")),
                *turn,
                ("↑ ↓", say("move")),
                ("Esc", say("close")),
            ]
        )

    def action_turn(self) -> None:
        """Have it moved, or have it there as well."""
        if self._may_stay:
            self.stays = not self.stays
            self._tell()
            self._pane.show_rows(self._rows(self.query_one(Input).value))

    @on(Input.Changed)
    def _typed(self, message: Input.Changed) -> None:
        message.stop()
        self._pane.show_rows(self._rows(message.value))

    def _rows(self, typed: str) -> list[Target]:
        rows = [_target(topic) for topic in self._topics if has_words(typed, topic.title)]
        if self._asked:
            return rows
        title = " ".join(typed.split())
        if not title:
            rows.append(Target(say("a new topic …"), ""))
        elif all(title != topic.title for topic in self._topics):
            rows.append(Target(say("a new topic: {title}", title=title), title))
        out = say("out of this topic")
        if self._may_stay and not self.stays and has_words(typed, out):
            begins = title and fold(out).startswith(
                fold(title)
            )  # "out" is hardly a new one's title
            rows.insert(len(rows) - 1 if begins else len(rows), Target(out, OUT))
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
