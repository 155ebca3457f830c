"""The extracts of a topic of a large dossier, made when they are asked for."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence

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
    def kinds(self) -> Mapping[EntityKind, int]:
        """How many mentions of each kind stand in them."""

    @abstractmethod
    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""
