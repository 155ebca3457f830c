"""Places: many passages of one article, as ``dossier.toml`` has them in one: ``003.txt#p2-4,7``."""

import re
from collections.abc import Iterator, Sequence

from dossier.decisions.records import Place

_WRITTEN = re.compile(
    r"(?P<file>.+)#p(?P<passages>\d{1,9}(-\d{1,9})?(,\d{1,9}(-\d{1,9})?)*)",
    re.DOTALL,  # a file's name may have a line end in it
)
MOST = 10_000
"""Passages that a run names at most; no article has so many."""


def in_runs(places: Sequence[Place]) -> Iterator[str]:
    """The places, those of one article in one, in the order of the articles given."""
    for file in dict.fromkeys(place.file for place in places):
        numbers = sorted({place.passage for place in places if place.file == file})
        yield f"{file}#p" + ",".join(_runs(numbers))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    first = 0
    for at, number in enumerate(numbers):
        if at + 1 == len(numbers) or numbers[at + 1] != number + 1:
            begin = numbers[first]
            yield str(begin) if begin == number else f"{begin}-{number}"
            first = at + 1


def places_in(written: str) -> tuple[Place, ...] | None:
    """The places that "003.txt#p2-4,7" names; None where it is not written so, or a run is none."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return None
    runs = [tuple(numbers_in(run)) for run in found["passages"].split(",")]
    return tuple(Place(found["file"], one) for run in runs for one in run) if all(runs) else None


def numbers_in(runs: str) -> Iterator[int]:
    """The numbers of "2-4,7": digits, commas and hyphens."""
    for run in runs.split(","):
        first, _, last = run.partition("-")
        begin, end = int(first), int(last or first)
        yield from range(begin, min(end, begin + MOST) + 1)
