"""Resuming: a dossier opens where one left it, at once, or when that is read and worked out."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.places import Place

if TYPE_CHECKING:
    from tui.guide import Guide


class Resuming:
    """Takes the guide to where one left off, as long as one went nowhere since."""

    def __init__(self, guide: "Guide") -> None:
        self._guide = guide
        self._back_at: Place | None = None
        """Where one was taken to; None before, and once its topic is told."""
        self._began = Place(None, None)

    def start(self) -> None:
        """Show where one left off, else the first article."""
        guide, left = self._guide, self._guide.remembered.place
        guide.desk.sources.read = frozenset(guide.remembered.read)
        guide.fill_topics()
        if left is not None and self._is_there(left):
            self._return(left)
        else:
            topic = left.topic if left is not None else None
            guide.go(Place(topic, None), landing=True)
        self._began = guide.place()

    def article(self) -> None:
        """Go there if the article was not read before; begun anew, stay on the first of all."""
        guide, left = self._guide, self._guide.remembered.place
        if self._back_at is not None or guide.place() != self._began:
            return
        if left is not None and self._is_there(left):
            self._return(left)
        elif guide.desk.current is guide.desk.topics:
            guide.go(Place(None, None), landing=True)
            self._began = guide.place()

    def topic(self) -> None:
        """Choose the topic one left off in, if one is still there; the text does not move."""
        reading = self._guide.reading
        if not reading.dossier.analysed:
            return
        there, self._back_at = self._back_at, None
        left = self._guide.remembered.place
        if there is None or left is None or there.topic or self._guide.place() != there:
            return
        topic = reading.topic_of(left.topic)
        if topic is not None:
            reading.choose(topic, reading.file)
            self._guide.fill_sources()

    def leave_off(self) -> None:
        """Remember where one is, for the next opening; while no topic is known, the one before."""
        guide, left = self._guide, self._guide.remembered.place
        place = guide.place()
        if left is not None and _file(left) == _file(place) and not guide.reading.dossier.topics:
            place = replace(left, offset=place.offset)
        guide.remembered.place = place
        guide.remembered.pane = guide.desk.panes.index(guide.desk.current)

    def _is_there(self, left: Place) -> bool:
        return self._guide.reading.dossier.has(_file(left))

    def _return(self, left: Place) -> None:
        """Go there; into the article where an anthology's topic is not known, or no more."""
        guide = self._guide
        is_whole = left.file is not None or guide.reading.topic_of(left.topic) is not None
        guide.go(left if is_whole else _without_topic(left))
        pane = guide.desk.panes[guide.remembered.pane] if is_whole else guide.desk.text
        guide.desk.enter_pane(pane)
        self._back_at = guide.place()


def _file(place: Place) -> str | None:
    """The file of the article one reads there."""
    return place.file or place.within


def _without_topic(place: Place) -> Place:
    """The same words, in their article."""
    return Place(None, _file(place), place.offset)
