"""The names a list shows: matched by what they are called, each made when it is drawn."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import overload

from dossier.entities import Entity, EntityKind, Suggestion
from dossier.entities.on_demand import Called, called_all
from dossier.language.folding import fold
from tui.screens.chrome import has_words
from tui.screens.grouped_pane import Heading

Row = Entity | Suggestion | Heading


class Named:
    """Entities, and what may be one; of a large dossier none is made to be looked for."""

    def __init__(self, entities: Sequence[Entity], suggestions: Sequence[Suggestion]) -> None:
        self._entities = entities
        self._suggestions = suggestions

    @cached_property
    def _called(self) -> Sequence[Called]:
        return called_all(self._entities)

    @cached_property
    def _perhaps(self) -> tuple[Suggestion, ...]:
        return tuple(self._suggestions)

    @property
    def kinds(self) -> frozenset[EntityKind]:
        """The kinds there are."""
        return frozenset(kind for kind, _ in self._called)

    def having(self, typed: str, kind: EntityKind | None) -> Sequence[int]:
        """The numbers of those of a kind that have every word typed in their names, ascending."""
        words = fold(typed).split()
        if not words and kind is None:
            return range(len(self._entities))
        return [
            number
            for number, (its, names) in enumerate(self._called)
            if kind in (None, its) and all(word in names for word in words)
        ]

    def perhaps(self, typed: str) -> list[Suggestion]:
        """What may be one, and has every word typed in its names."""
        return [one for one in self._perhaps if has_words(typed, *one.names)]

    def rows(self, numbers: Sequence[int], below: Sequence[Suggestion | Heading]) -> "Rows":
        """The rows of those of these numbers, with others below them."""
        return Rows(self._entities, numbers, below)

    def place(self, current: Entity, numbers: Sequence[int]) -> int | None:
        """Where one stands among those numbers, as it is called now; None when nowhere."""
        there = set(numbers) if not isinstance(numbers, range) else numbers
        same = (number for number in written(self._called, [current.name]) if number in there)
        alike = [n for n in same if current.name in self._names(n)]
        alike.sort(key=lambda number: self._called[number][0] != current.kind)
        return bisect_left(numbers, alike[0]) if alike else None

    def _names(self, number: int) -> Sequence[str]:
        entity = self._entities[number]
        return entity.name, *entity.aliases


class Rows(Sequence[Row]):
    """The rows of a list of names, those of entities made when they are asked for."""

    def __init__(
        self,
        entities: Sequence[Entity],
        numbers: Sequence[int],
        below: Sequence[Suggestion | Heading],
    ) -> None:
        self._entities, self._numbers, self._below = entities, numbers, below

    def __len__(self) -> int:
        return len(self._numbers) + len(self._below)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        at = range(len(self))[index]
        many = len(self._numbers)
        return self._entities[self._numbers[at]] if at < many else self._below[at - many]


def written(called: Sequence[Called], names: Collection[str]) -> Iterator[int]:
    """The numbers of those that have one of the names, case and accents aside."""
    folded = {fold(name) for name in names}
    for number, (_, said) in enumerate(called):
        if any(name in said for name in folded) and not folded.isdisjoint(said.split("\n")):
            yield number
