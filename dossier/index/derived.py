"""What was worked out, of a shelf: counted at once, its spans fetched when they are shown."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from dossier.entities.entity import Entity, EntityKind, Mention, Suggestion
from dossier.entities.on_demand import EntitiesOnDemand, MentionsOnDemand
from dossier.index.articles import KeptArticles
from dossier.on_demand import OnDemand
from dossier.topics.on_demand import ExtractsOnDemand
from dossier.topics.topic import Extract

if TYPE_CHECKING:
    from dossier.index.stock import Stock


class KeptMentions(MentionsOnDemand):
    """The mentions of an entity."""

    __slots__ = ("_entity", "_many", "_sources", "_stock")

    def __init__(self, stock: "Stock", entity: int, many: int, sources: int) -> None:
        self._stock, self._entity, self._many, self._sources = stock, entity, many, sources

    def __len__(self) -> int:
        return 0 if self._entity in self._stock.no_mentions else self._many

    @property
    def sources(self) -> int:
        """How many articles they stand in."""
        return self._sources if len(self) else 0

    def _make(self, index: int) -> Mention:
        return self._stock.mentions(self._entity)[index]

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._stock.mentions(self._entity))


class KeptEntities(EntitiesOnDemand):
    """The entities of a shelf, those with most mentions first."""

    __slots__ = ("_articles", "_numbers", "_stock")

    def __init__(self, stock: "Stock", articles: KeptArticles, numbers: Sequence[int]) -> None:
        self._stock, self._articles, self._numbers = stock, articles, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    def _make(self, index: int) -> Entity:
        return self._stock.entity(self._numbers[index])

    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
        try:
            number = self._articles.number(file)
        except KeyError:
            return ()
        return self._stock.named(number)


class KeptSuggestions(OnDemand[Suggestion]):
    """What may be one, and was left apart."""

    __slots__ = ("_many", "_stock")

    def __init__(self, stock: "Stock", many: int) -> None:
        self._stock, self._many = stock, many

    def __len__(self) -> int:
        return self._many

    def _make(self, index: int) -> Suggestion:
        return self._stock.suggestion(index)


class KeptExtracts(ExtractsOnDemand):
    """The extracts of a topic, article by article."""

    __slots__ = ("_kept", "_kinds", "_lost", "_numbers", "_stock", "_topic")

    def __init__(
        self, stock: "Stock", topic: int, kinds: Mapping[EntityKind, int], shares: Sequence[int]
    ) -> None:
        """``shares``: for each article its number, how many extracts, how many code points."""
        self._stock, self._topic, self._kinds = stock, topic, kinds
        self._kept = shares, _ends_of(shares)
        self._lost = 0
        self._numbers = frozenset(shares[::3])

    @property
    def _counted(self) -> tuple[Sequence[int], Sequence[int]]:
        """The shares, and after each how many extracts there are so far; damaged ones are empty."""
        if self._lost < (many := len(self._stock.no_extracts)):
            shares = array("L", self._kept[0])
            for at in range(0, len(shares), 3):
                if shares[at] in self._stock.no_extracts:
                    shares[at + 1] = shares[at + 2] = 0
            self._kept, self._lost = (shares, _ends_of(shares)), many
        return self._kept

    @property
    def _shares(self) -> Sequence[int]:
        return self._counted[0]

    def __len__(self) -> int:
        shares, ends = self._counted
        return ends[-1] if shares else 0

    def _make(self, index: int) -> Extract:
        shares, ends = self._counted
        at = bisect_right(ends, index)
        before = ends[at - 1] if at else 0
        return self._in(shares[3 * at])[index - before]

    def __iter__(self) -> Iterator[Extract]:
        for number in self._shares[::3]:
            yield from self._in(number)

    def _in(self, number: int) -> tuple[Extract, ...]:
        return self._stock.extracts(number).get(self._topic, ())

    def counts(self) -> Sequence[int]:
        """How many of them each source has; the sources are in the dossier's order."""
        return self._shares[1::3]

    def sizes(self) -> Sequence[int]:
        """How many code points of them each source has."""
        return self._shares[2::3]

    def file(self, source: int) -> str:
        """The file of a source."""
        return self._stock.article(self._shares[3 * source]).file

    def place(self, file: str) -> int | None:
        """Which source the article is; None when it is none."""
        number = self._stock.number(file)
        try:
            return self._shares[::3].index(number) if number is not None else None
        except ValueError:
            return None

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files that are sources."""
        return files & self._stock.files(self._numbers)

    def kinds(self) -> Mapping[EntityKind, int]:
        """How many mentions of each kind stand in them."""
        return self._kinds

    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""
        number = self._stock.number(file)
        return self._in(number) if number in self._numbers else ()


def _ends_of(shares: Sequence[int]) -> Sequence[int]:
    return array("L", accumulate(shares[1::3]))
