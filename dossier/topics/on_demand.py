"""The extracts of a topic of a large dossier, made when they are asked for, or held by article."""

from abc import abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, chain

from dossier.entities.entity import EntityKind
from dossier.on_demand import OnDemand
from dossier.topics.topic import Extract


class ExtractsOnDemand(OnDemand[Extract]):
    """The extracts of a topic, found by the article they are of."""

    __slots__ = ()

    @property
    @abstractmethod
    def sources(self) -> int:
        """How many articles they stand in."""

    @abstractmethod
    def counts(self) -> Sequence[int]:
        """How many of them each source has; the sources are in the dossier's order."""

    @abstractmethod
    def sizes(self) -> Sequence[int]:
        """How many code points of them each source has."""

    @abstractmethod
    def file(self, source: int) -> str:
        """The file of a source."""

    @abstractmethod
    def place(self, file: str) -> int | None:
        """Which source the article is; None when it is none."""

    @abstractmethod
    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files that are sources."""

    @abstractmethod
    def kinds(self) -> Mapping[EntityKind, int] | None:
        """How many mentions of each kind stand in them; None where that was not counted."""

    def beside(self, others: "Sequence[ExtractsOnDemand]") -> Iterator[Extract]:
        """Them and those of other topics; of each article, them first."""
        return chain(self, *others)

    @abstractmethod
    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""


class HeldExtracts(ExtractsOnDemand):
    """Extracts that were put together by hand; they are there, and found by their articles."""

    __slots__ = ("_all", "_by_file", "_counts", "_files", "_places", "_sizes")

    def __init__(self, extracts: Sequence[Extract]) -> None:
        """``extracts`` are in the dossier's order."""
        self._all = tuple(extracts)
        by_file: dict[str, list[Extract]] = {}
        for extract in self._all:
            by_file.setdefault(extract.file, []).append(extract)
        self._by_file = {file: tuple(there) for file, there in by_file.items()}
        self._files = tuple(self._by_file)
        self._places = {file: place for place, file in enumerate(self._files)}
        self._counts = [len(there) for there in self._by_file.values()]
        self._sizes = [_size(there) for there in self._by_file.values()]

    def __len__(self) -> int:
        return len(self._all)

    def _make(self, index: int) -> Extract:
        return self._all[index]

    def __iter__(self) -> Iterator[Extract]:
        return iter(self._all)

    @property
    def sources(self) -> int:
        """How many articles they stand in."""
        return len(self._files)

    def counts(self) -> Sequence[int]:
        """How many of them each source has; the sources are in the dossier's order."""
        return self._counts

    def sizes(self) -> Sequence[int]:
        """How many code points of them each source has."""
        return self._sizes

    def file(self, source: int) -> str:
        """The file of a source."""
        return self._files[source]

    def place(self, file: str) -> int | None:
        """Which source the article is; None when it is none."""
        return self._places.get(file)

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files that are sources."""
        return files & self._by_file.keys()

    def kinds(self) -> None:
        """None: what stands in them was not counted."""

    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""
        return self._by_file.get(file, ())


class MendedExtracts(ExtractsOnDemand):
    """Extracts of which those in a few articles were put right by hand; the others as they were."""

    __slots__ = ("_counts", "_order", "_places", "_seen", "_sizes", "held", "others")

    def __init__(
        self,
        others: ExtractsOnDemand,
        held: Mapping[str, tuple[Extract, ...]],
        place: Callable[[str], int],
    ) -> None:
        """``held`` are those in some articles, by file; ``place`` tells an article's place."""
        self.others, self.held = others, dict(held)
        known = {file: others.place(file) for file in held}
        there = {at: file for file, at in known.items() if at is not None}
        order = [there.get(at, at) for at in range(others.sources)]
        self._order: list[str | int] = [one for one in order if self.held.get(self._name(one), 1)]
        for file in (file for file, at in known.items() if at is None and held[file]):
            at = bisect_left(self._order, place(file), key=lambda one: place(self._name(one)))
            self._order.insert(at, file)
        self._places = {one: at for at, one in enumerate(self._order)}
        self._seen: Sequence[int] | None = None
        self._counts: list[int] = []
        self._sizes: list[int] = []

    def _name(self, source: str | int) -> str:
        """The file of a source: of one that was put right, or one of the others."""
        return source if isinstance(source, str) else self.others.file(source)

    def _count(self) -> None:
        """Count anew where some of the others were found damaged."""
        counts, sizes, held = self.others.counts(), self.others.sizes(), self.held
        if counts is not self._seen:
            self._seen = counts
            self._counts = [
                len(held[one]) if isinstance(one, str) else counts[one] for one in self._order
            ]
            self._sizes = [
                _size(held[one]) if isinstance(one, str) else sizes[one] for one in self._order
            ]

    def __len__(self) -> int:
        return sum(self.counts())

    def _make(self, index: int) -> Extract:
        ends = list(accumulate(self.counts()))
        at = bisect_right(ends, index)
        return self.of(self.file(at))[index - (ends[at - 1] if at else 0)]

    def __iter__(self) -> Iterator[Extract]:
        for source in self._order:
            yield from self.of(self._name(source))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, MendedExtracts) and self.others is other.others:
            return self.held == other.held
        return super().__eq__(other)

    __hash__ = ExtractsOnDemand.__hash__

    @property
    def sources(self) -> int:
        """How many articles they stand in."""
        return len(self._order)

    def counts(self) -> Sequence[int]:
        """How many of them each source has; the sources are in the dossier's order."""
        self._count()
        return self._counts

    def sizes(self) -> Sequence[int]:
        """How many code points of them each source has."""
        self._count()
        return self._sizes

    def file(self, source: int) -> str:
        """The file of a source."""
        return self._name(self._order[source])

    def place(self, file: str) -> int | None:
        """Which source the article is; None when it is none."""
        source = file if file in self.held else self.others.place(file)
        return None if source is None else self._places.get(source)

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files that are sources."""
        mended = {file for file in files & self.held.keys() if self.held[file]}
        return self.others.those_of(files - self.held.keys()) | mended

    def kinds(self) -> None:
        """None: of what was put right it was not counted."""

    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""
        return self.held[file] if file in self.held else self.others.of(file)


def _size(extracts: Sequence[Extract]) -> int:
    """How many code points they have."""
    return sum(len(extract.span) for extract in extracts)
