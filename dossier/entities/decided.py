"""Decided: the entities of a large dossier with what the reader put right, still made on demand.

What no correction touches stays where it is kept, and is not fetched for it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dossier.entities.entity import Entity, EntityKind, Mention
from dossier.entities.on_demand import Called, EntitiesOnDemand, called
from dossier.spans import Span


class DecidedEntities(EntitiesOnDemand):
    """Those that were found, without some, and with what these became; those met most first."""

    __slots__ = ("_changed", "_found", "_order", "_taken")

    def __init__(
        self, found: EntitiesOnDemand, left: Sequence[int], changed: Iterable[Entity]
    ) -> None:
        """``left`` are the numbers, ascending, of those that ``changed`` take the place of."""
        self._found = found
        taken: defaultdict[str, set[int]] = defaultdict(set)
        for number in left:
            for mention in found[number].mentions:
                taken[mention.file].add(mention.span.start)
        self._taken = dict(taken)
        self._changed = tuple(sorted(changed, key=_weight))
        ends = (*left, len(found))
        parts = [range(a + 1, b) for a, b in zip((-1, *left), ends, strict=True)]
        self._order = _merged([n for part in parts for n in part], self._changed, found)

    def __len__(self) -> int:
        return len(self._order)

    def _make(self, index: int) -> Entity:
        number = self._order[index]
        return self._found[number] if number >= 0 else self._changed[~number]

    def called(self) -> Sequence[Called]:
        """What each is called; none is made."""
        found, changed = self._found.called(), [called(entity) for entity in self._changed]
        return [found[number] if number >= 0 else changed[~number] for number in self._order]

    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
        taken = self._taken.get(file)
        if not taken:
            return self._found.mentions(file)
        kept = [pair for pair in self._found.mentions(file) if pair[0].span.start not in taken]
        said = [(m, entity) for entity in self._changed for m in entity.mentions if m.file == file]
        return tuple(sorted([*kept, *said], key=lambda pair: pair[0].span.start))

    def kinds(self, file: str) -> Sequence[tuple[Span, EntityKind]]:
        """Where an article has mentions, and of which kind, in reading order."""
        if file in self._taken:
            return [(mention.span, mention.kind) for mention, _ in self.mentions(file)]
        return self._found.kinds(file)


def _weight(entity: Entity) -> tuple[int, str]:
    return -len(entity.mentions), entity.name


def _merged(
    left: Sequence[int], changed: Sequence[Entity], found: EntitiesOnDemand
) -> Sequence[int]:
    """The numbers of what is left and, below zero, of what changed, in the order of weight."""
    order: list[int] = []
    at = 0
    for number, entity in enumerate(changed):
        place = bisect_left(left, _weight(entity), lo=at, key=lambda n: _weight(found[n]))
        while place < len(left) and _weight(found[left[place]]) == _weight(entity):
            place += 1
        order += [*left[at:place], ~number]
        at = place
    return [*order, *left[at:]]
