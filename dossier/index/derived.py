"""What was worked out, of a shelf: counted at once, its spans fetched when they are shown."""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from dossier.entities.entity import Entity, EntityKind, Mention, Suggestion
from dossier.entities.on_demand import Called, EntitiesOnDemand, MentionsOnDemand, called
from dossier.index.articles import KeptArticles
from dossier.on_demand import OnDemand
from dossier.spans import Span
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

    def called(self) -> Sequence[Called]:
        """What each is called; none is made."""
        every = self._stock.called
        if len(every) == len(self):
            return every
        if self._numbers and self._numbers[-1] >= len(every):  # what was kept of it is damaged
            return [called(entity) for entity in self]
        return [every[number] for number in self._numbers]

    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
        try:
            number = self._articles.number(file)
        except KeyError:
            return ()
        return self._stock.named(number)

    def kinds(self, file: str) -> Sequence[tuple[Span, EntityKind]]:
        """Where an article has mentions, and of which kind, in reading order; none is made."""
        try:
            number = self._articles.number(file)
        except KeyError:
            return ()
        return tuple(self._stock.kinds_named(number))


class KeptSuggestions(OnDemand[Suggestion]):
    """What may be one, and was left apart."""

    __slots__ = ("_many", "_stock")

    def __init__(self, stock: "Stock", many: int) -> None:
        self._stock, self._many = stock, many

    def __len__(self) -> int:
        return self._many

    def _make(self, index: int) -> Suggestion:
        return self._stock.suggestion(index)


class Shares:
    """What each source of a topic has of it; the sources are in the dossier's order."""

    __slots__ = ("among", "counts", "ends", "numbers", "sizes")

    def __init__(self, said: Sequence[int]) -> None:
        """``said``: for each article its number, how many extracts, how many code points."""
        self.numbers, self.counts, self.sizes = said[::3], said[1::3], said[2::3]
        self.among = frozenset(self.numbers)
        """The numbers of the articles."""
        self.ends = array("L", accumulate(self.counts))
        """After each source, how many extracts there are so far."""

    def without(self, numbers: Collection[int]) -> "Shares":
        """The same, those of these articles empty."""
        left = array("I")
        for number, count, size in zip(self.numbers, self.counts, self.sizes, strict=True):
            left.extend((number, 0, 0) if number in numbers else (number, count, size))
        return Shares(left)


class KeptExtracts(ExtractsOnDemand):
    """The extracts of a topic, article by article; counted when that is asked for."""

    __slots__ = ("_kept", "_kinds", "_lost", "_sources", "_stock", "_topic")

    def __init__(
        self,
        stock: "Stock",
        topic: int,
        kinds: Mapping[EntityKind, int],
        sources: int,
        shares: Shares | None = None,
    ) -> None:
        """``shares`` None takes those that are kept."""
        self._stock, self._topic, self._kinds, self._sources = stock, topic, kinds, sources
        self._kept = shares
        self._lost = 0

    @property
    def _shares(self) -> Shares:
        """What each source has; of those found damaged, nothing."""
        if self._kept is None:
            self._kept = Shares(self._stock.shares(self._topic))
        if self._lost < (many := len(self._stock.no_extracts)):
            self._kept, self._lost = self._kept.without(self._stock.no_extracts), many
        return self._kept

    def __len__(self) -> int:
        ends = self._shares.ends
        return ends[-1] if ends else 0

    def _make(self, index: int) -> Extract:
        shares = self._shares
        at = bisect_right(shares.ends, index)
        before = shares.ends[at - 1] if at else 0
        return self._in(shares.numbers[at])[index - before]

    def __iter__(self) -> Iterator[Extract]:
        for number in self._shares.numbers:
            yield from self._in(number)

    def _in(self, number: int) -> tuple[Extract, ...]:
        return self._stock.extracts(number).get(self._topic, ())

    @property
    def sources(self) -> int:
        """How many articles they stand in."""
        return self._sources if self._kept is None else len(self._kept.numbers)

    def counts(self) -> Sequence[int]:
        """How many of them each source has; the sources are in the dossier's order."""
        return self._shares.counts

    def sizes(self) -> Sequence[int]:
        """How many code points of them each source has."""
        return self._shares.sizes

    def file(self, source: int) -> str:
        """The file of a source."""
        return self._stock.article(self._shares.numbers[source]).file

    def place(self, file: str) -> int | None:
        """Which source the article is; None when it is none."""
        number = self._stock.number(file)
        shares = self._shares
        return shares.numbers.index(number) if number in shares.among else None

    def those_of(self, files: frozenset[str]) -> frozenset[str]:
        """Those of the files that are sources."""
        return self._stock.those_of(files, self._shares.among)

    def kinds(self) -> Mapping[EntityKind, int]:
        """How many mentions of each kind stand in them."""
        return self._kinds

    def beside(self, others: Sequence[ExtractsOnDemand]) -> Iterator[Extract]:
        """Them and those of other topics; of each article, which is fetched once, them first."""
        kept = [one for one in (self, *others) if isinstance(one, KeptExtracts)]
        if len(kept) <= len(others):
            yield from super().beside(others)
            return
        topics = [one._topic for one in kept]
        for number in sorted(frozenset().union(*(one._shares.among for one in kept))):
            yield from self._stock.extracts_in(number, topics)

    def of(self, file: str) -> tuple[Extract, ...]:
        """The extracts of an article, in reading order; none when it is no source."""
        number = self._stock.number(file)
        return self._in(number) if number is not None and number in self._shares.among else ()
