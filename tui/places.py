"""Places: where one reads, and the trail of where one has been."""

from collections.abc import Callable
from dataclasses import field, replace

from dossier.values import dataclass

LONGEST = 200
"""Places that a trail keeps."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in the dossier; it survives new topics, for it names them."""

    topic: str | None
    """The topic's title; None for all articles."""
    file: str | None
    """The article's file; None for the anthology of the topic."""
    offset: int = 0
    """In the article's text, of what one reads."""
    within: str | None = None
    """In an anthology, the file of the extract one reads."""

    def retitled(self, title_now: Callable[[str], str]) -> "Place":
        """The place, its topic called what it is called now."""
        return replace(self, topic=title_now(self.topic)) if self.topic is not None else self


@dataclass
class Trail:
    """The places visited: what ``<`` and ``>`` go along."""

    _places: list[Place] = field(default_factory=list)
    _at: int = 0
    """Index of the place that ``forward`` came to; the length when one is past the last."""

    def leave(self, place: Place) -> None:
        """Remember a place that one goes away from; what lay ahead is forgotten."""
        del self._places[self._at :]
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        del self._places[:-LONGEST]
        self._at = len(self._places)

    def back(self, now: Place) -> Place | None:
        """The place before; None at the trail's start. ``now`` is where forward leads back to."""
        if self._at == len(self._places):
            self.leave(now)
            self._at -= 1
        else:
            self._places[self._at] = now
        while self._at > 0:
            self._at -= 1
            if self._places[self._at] != now:
                return self._places[self._at]
        return None

    def forward(self, now: Place) -> Place | None:
        """The place one came back from; None at the trail's end."""
        while self._at + 1 < len(self._places):
            self._at += 1
            if self._places[self._at] != now:
                return self._places[self._at]
        return None

    def retitle(self, title_now: Callable[[str], str]) -> None:
        """Call the places' topics what they are called now."""
        self._places = [place.retitled(title_now) for place in self._places]


@dataclass
class Remembered:
    """What is remembered of a dossier."""

    place: Place | None = None
    """Where the reader left it."""
    offsets: dict[str, int] = field(default_factory=dict)
    """By file, the offset of what was read last in that article."""
    read: set[str] = field(default_factory=set)
    """Files of the articles that were read to their end."""
    marks: dict[str, Place] = field(default_factory=dict)
    """By letter, the places the reader marked."""
    searches: list[str] = field(default_factory=list)
    """What was looked for and kept, the last one last."""
    lost: set[str] = field(default_factory=set)
    """The ids of the clippings of which the reader knows that they are not found any more."""
    pane: int = 2
    """The pane that the keys were in: 0 topics, 1 sources, 2 text."""
