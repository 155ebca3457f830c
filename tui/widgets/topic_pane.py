"""The topics: all articles first, then each topic with how many sources it has."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from dossier.topics import Topic
from tui.glyphs import cells, cut
from tui.widgets.row_pane import Parts, RowPane
from tui.wording import say


class TopicPane(RowPane):
    """Every topic of the dossier; ``None`` stands for all articles."""

    @dataclass
    class Chosen(Message):
        """Another topic was chosen."""

        topic: Topic | None
        pane: "TopicPane"

        @property
        def control(self) -> "TopicPane":
            """The pane that tells it."""
            return self.pane

    def __init__(self) -> None:
        super().__init__(id="topics")
        self.topics: tuple[Topic | None, ...] = (None,)
        self.counts: tuple[int, ...] = (0,)
        self.waiting = False
        """Whether topics are still being worked out."""

    def fill(
        self, topics: Sequence[Topic | None], counts: Sequence[int], chosen: Topic | None
    ) -> None:
        """Show these topics, one of them chosen, each with a count; nothing is told."""
        self.topics, self.counts = tuple(topics), tuple(counts)
        self.show(len(self.topics), self.topics.index(chosen) if chosen in self.topics else 0)

    def point(self, topic: Topic | None) -> None:
        """Select a topic without telling."""
        if topic in self.topics:
            self.select(self.topics.index(topic))

    def heading(self) -> Parts:
        """The pane's name."""
        return ((" ", self.inks.ground), (say("Topics"), self.title_style()))

    def row(self, index: int, sub: int, width: int) -> Parts:
        """The title, and at the right how many sources."""
        del sub
        topic, count = self.topics[index], str(self.counts[index])
        title = topic.title if topic else say("All articles")
        room = max(0, width - len(count) - 1)
        title = cut(title, room)
        inks = self.inks
        ink = inks.dim if topic and (topic.rest or not self.counts[index]) else inks.text
        return (
            (title + " " * (room - cells(title) + 1), ink),
            (count, inks.dim),
        )

    def chosen(self) -> None:
        """Tell which topic."""
        self.tell(self.Chosen(self.topics[self.selected], self))
