"""The topics: all articles first, then each topic with how many sources it has."""

import re
from collections.abc import Sequence
from itertools import accumulate
from operator import is_

from textual.message import Message

from dossier.topics import Topic
from dossier.values import dataclass
from tui.glyphs import cells, cut
from tui.typesetting import in_lines, shared_out, wrap
from tui.widgets.row_pane import Parts, RowPane
from tui.wording import say

HANG = 1
"""Cells that a title's further lines stand to the right of its first."""

MOST_LINES = 4
"""Lines that a title may take."""

SAME = "— "
"""Before a title, in the place of what it opens with as the one above does."""

LEAST_MARK = 4
"""Cells that what several titles open with is cut to at least."""

_MARK = re.compile(r"(?P<mark>.{2,40}?)(?P<colon>\s?: )(?P<own>\S.*)")
"""A title behind what marks its story: "Strasbourg : la traque"."""


class TopicPane(RowPane):
    """Every topic of the dossier; ``None`` stands for all articles.

    Where all of them stand in the pane, titles take as many lines as they need and there is room
    for; they are cut at the end of the last. What neighbours open with, as the topics of a story
    do, stands before the first of them where the pane is too narrow for it before each.
    """

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
        self._hits = False
        self._titles: tuple[str, ...] = ()
        """The titles, as they are shown."""
        self._whole: tuple[tuple[str, ...], ...] = ()
        """The titles' lines; none where each has one."""
        self._tops: tuple[int, ...] = ()
        """The line that each title begins on."""
        self._set_for: tuple[object, ...] = ()
        self._set_topics: tuple[Topic | None, ...] = ()

    def fill(
        self,
        topics: Sequence[Topic | None],
        counts: Sequence[int],
        chosen: Topic | None,
        *,
        hits: bool = False,
    ) -> None:
        """Show these topics, one of them chosen, each with a count; nothing is told.

        ``hits`` says that these are counted, and not sources.
        """
        self._hits = hits
        self.topics, self.counts = tuple(topics), tuple(counts)
        self.show(len(self.topics), self.topics.index(chosen) if chosen in self.topics else 0)

    def point(self, topic: Topic | None) -> None:
        """Select a topic without telling."""
        if topic in self.topics:
            self.select(self.topics.index(topic))

    def heading(self) -> Parts:
        """The pane's name; at the right what is counted where that is not sources."""
        parts = ((" ", self.inks.ground), (say("Topics"), self.title_style()))
        gap = self.room.width - 2 - sum(cells(words) for words, _ in parts) - cells(say("hits"))
        if not self._hits or gap < 1:
            return parts
        return (*parts, (" " * (gap + 1), self.inks.ground), (say("hits"), self.inks.dim))

    def row(self, index: int, sub: int, width: int) -> Parts:
        """A line of the title, and at the right of the first how many sources."""
        topic, count = self.topics[index], str(self.counts[index])
        room = max(0, width - len(count) - 1)
        lines = self._lines()
        said = lines[index][sub] if lines else self._in_one(index, room)
        inks = self.inks
        ink = inks.dim if topic and (topic.rest or not self.counts[index]) else inks.text
        if sub:
            return ((said, ink),)
        return (
            (said + " " * (room - cells(said) + 1), ink),
            (count, inks.dim),
        )

    def _lines(self) -> tuple[tuple[str, ...], ...]:
        """The titles' lines; none where each has one."""
        height = self.room.height - self.heading_rows
        now = (self.counts, self.room.width, height, say("All articles"))
        if now != self._set_for or not _are_those(self.topics, self._set_topics):
            self._set_for, self._set_topics, self._whole = now, self.topics, ()
            width = self.room.width - 3
            rooms = [max(1, width - len(str(count))) for count in self.counts]
            self._titles = titles = told_once([_title(topic) for topic in self.topics], rooms)
            if len(self.topics) <= height:
                needed = [
                    min(MOST_LINES, len([*wrap(title, 0, len(title), room, HANG)]))
                    for title, room in zip(titles, rooms, strict=True)
                ]
                given = shared_out(needed, height, MOST_LINES)
                self._whole = tuple(
                    in_lines(title, room, most, HANG)
                    for title, room, most in zip(titles, rooms, given, strict=True)
                )
                self._tops = tuple(accumulate(map(len, self._whole), initial=0))
        return self._whole

    def _in_one(self, index: int, room: int) -> str:
        """The title in one line; of a story's first, and of the first in sight, its mark too."""
        title = self._titles[index]
        below = self._titles[index + 1 : index + 2]
        opens = title.startswith(SAME) and index == self._first
        if opens or (below and below[0].startswith(SAME) and not title.startswith(SAME)):
            return cut_both(_title(self.topics[index]), room)
        return cut(title, room)

    def tops(self) -> Sequence[int]:
        """The line that each title begins on; none where each has one."""
        return self._tops if self._lines() else ()

    def chosen(self) -> None:
        """Tell which topic."""
        self.tell(self.Chosen(self.topics[self.selected], self))


def _are_those(some: Sequence[Topic | None], others: Sequence[Topic | None]) -> bool:
    """Whether they are the very same; to compare large ones would make all their extracts."""
    return len(some) == len(others) and all(map(is_, some, others))


def _title(topic: Topic | None) -> str:
    """The title; a tilde before one that words alone made."""
    if topic is None:
        return say("All articles")
    return f"~ {topic.title}" if topic.rough and not topic.by_hand else topic.title


def told_once(titles: Sequence[str], rooms: Sequence[int]) -> tuple[str, ...]:
    """The titles, what neighbours open with before the first of them alone.

    Where one of these is wider than its room; else all are as they were.
    """
    found = [_MARK.fullmatch(title) for title in titles]
    marks = [match["mark"] if match else None for match in found]
    shown = list(titles)
    first = 0
    for at in range(1, len(titles) + 1):
        if at < len(titles) and marks[at] is not None and marks[at] == marks[first]:
            continue
        run = range(first, at)
        if any(cells(titles[i]) > rooms[i] for i in run):
            for i in run[1:]:
                match = found[i]
                shown[i] = SAME + match["own"] if match else titles[i]
        first = at
    return tuple(shown)


def cut_both(title: str, room: int) -> str:
    """A title in so many cells, of what it opens with and of what follows as much as fits."""
    match = _MARK.fullmatch(title)
    if match is None or cells(title) <= room:
        return cut(title, room)
    mark = cut(match["mark"], max(LEAST_MARK, room // 3))
    return cut(mark + match["colon"] + match["own"], room)
