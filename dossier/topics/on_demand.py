"""The extracts of a topic of a large dossier, made when they are asked for, or held by article."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

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

    __slots__ = ("_all", "_by_file", "_files", "_places", "_sizes")

    def __init__(self, extracts: Sequence[Extract]) -> None:
        """``extracts`` are in the dossier's order."""
        self._all = tuple(extracts)
        by_file: dict[str, list[Extract]] = {}
        for extract in self._all:
            by_file.setdefault(extract.file, []).append(extract)
        self._by_file = {file: tuple(there) for file, there in by_file.items()}
        self._files = tuple(self._by_file)
        self._places = {file: place for place, file in enumerate(self._files)}
        self._sizes = [sum(len(one.span) for one in self._by_file[file]) for file in self._files]

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
        return [len(there) for there in self._by_file.values()]

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
