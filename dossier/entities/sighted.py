"""The sightings of a whole dossier, in a few bytes each.

Most sightings say what others said: the same name, the same kind, for the same reason. What they
say is kept once, and of each one where it stands.
"""

from array import array
from collections.abc import Iterable, Iterator

from dossier.entities.sight import Sighting

_WIDTH = 3
"""Numbers a sighting is kept by: where it starts and ends, and which of what is said it says."""


class Sighted:
    """What was sighted on the pages, in their order."""

    def __init__(self) -> None:
        self._said: list[Sighting] = []
        self._numbers: dict[Sighting, int] = {}
        self._pages: list[array[int]] = []

    def add(self, found: Iterable[Sighting]) -> None:
        """Note what was sighted on the next page."""
        page = array("L")
        for sighting in found:
            said = sighting._replace(start=0, end=0)
            number = self._numbers.setdefault(said, len(self._said))
            if number == len(self._said):
                self._said.append(said)
            page.extend((sighting.start, sighting.end, number))
        self._pages.append(page)

    @property
    def said(self) -> list[Sighting]:
        """What is said by one sighting or more, in the order it was said first, at no place."""
        return self._said

    def __iter__(self) -> Iterator[Sighting]:
        """What each sighting says, at no place."""
        return (self._said[number] for page in self._pages for number in page[2::_WIDTH])

    def page(self, at: int) -> Iterator[Sighting]:
        """The sightings of one page."""
        page = iter(self._pages[at])
        for start, end, number in zip(page, page, page, strict=True):
            yield self._said[number]._replace(start=start, end=end)
