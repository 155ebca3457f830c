"""Articles of a shelf: a row each, their words fetched when they are shown."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from dossier.article import Article
from dossier.dossier import reading_order
from dossier.index.shelf import WRONG
from dossier.search.on_demand import SearchedOnDemand

if TYPE_CHECKING:
    from dossier.copies import Copies
    from dossier.index.stock import Stock
    from dossier.language.sieve import Sieved
    from dossier.search.searched import Searched

BODY = ("text", "blocks", "passages")
"""The fields of an article that are fetched when they are asked for."""

HEAD = tuple(field.name for field in fields(Article) if field.name not in BODY)
"""The others, in their order."""


class KeptArticle(Article):
    """An article whose words are fetched each time they are asked for, and not held."""

    __slots__ = ("_called", "_number", "_stock")
    _called: str
    _number: int
    _stock: "Stock"

    @classmethod
    def of(cls, stock: "Stock", number: int, name: str, head: Mapping[str, object]) -> Self:
        """The article of that number, of which all but the words is known."""
        article = object.__new__(cls)
        for field, value in (*head.items(), ("_called", name)):
            object.__setattr__(article, field, value)
        object.__setattr__(article, "_stock", stock)
        object.__setattr__(article, "_number", number)
        return article

    def __getattr__(self, name: str) -> Any:  # Any: the type of the field it stands for
        if name not in BODY:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        if name == "text":
            return self._stock.text(self._number)
        return self._stock.parts(self._number)[name == "passages"]

    @property
    def name(self) -> str:
        """What to call the article, without its words."""
        return self._called if hasattr(self, "_called") else super().name

    def retold(self, particulars: Mapping[str, object]) -> "KeptArticle":
        """The article with other particulars, its words still to be fetched."""
        head = {field: getattr(self, field) for field in HEAD} | dict(particulars)
        return self.of(self._stock, self._number, str(head["title"] or self._called), head)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Article):
            return NotImplemented
        alike = isinstance(other, KeptArticle) and self._place == other._place is not None
        fields = HEAD if alike else (*HEAD, *BODY)
        return all(getattr(self, name) == getattr(other, name) for name in fields)

    @property
    def _place(self) -> "tuple[Stock, int] | None":
        """Where its words stand; None when it holds them itself."""
        return (self._stock, self._number) if hasattr(self, "_stock") else None

    __hash__ = Article.__hash__

    def __reduce__(self) -> tuple[type[Article], tuple[object, ...]]:
        return Article, tuple(getattr(self, field.name) for field in fields(Article))


class KeptArticles(SearchedOnDemand):
    """The articles of a shelf, in reading order, with what the reader said of some."""

    __slots__ = ("__dict__", "_order", "_stock", "_told")

    def __init__(
        self,
        stock: "Stock",
        told: Mapping[int, Article] | None = None,
        order: Sequence[int] | None = None,
    ) -> None:
        """``told`` and ``order`` are by the articles' numbers; None leaves them as on the shelf."""
        self._stock, self._told = stock, dict(told or {})
        self._order = range(stock.articles) if order is None else order

    def __len__(self) -> int:
        return self._stock.articles

    def _make(self, index: int) -> Article:
        number = self._order[index]
        return self._told.get(number) or self._stock.article(number)

    def __iter__(self) -> Iterator[Article]:
        if not isinstance(self._order, range):
            yield from super().__iter__()
            return
        rows = self._stock.shelf.rows("article")
        for number in self._order:
            try:
                article = self._told.get(number) or self._stock.article_of(number, next(rows))
            except (StopIteration, *WRONG):
                yield from map(self._make, range(number, len(self)))
                return
            yield article

    def place(self, file: str) -> int:
        """Where the article of that file stands; KeyError when nowhere."""
        number = self.number(file)
        return number if isinstance(self._order, range) else self._places[number]

    def number(self, file: str) -> int:
        """The number on the shelf of the article of that file; KeyError when there is none."""
        number = self._stock.number(file)
        if number is None:
            raise KeyError(file)
        return number

    @cached_property
    def _places(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self._order)}

    def with_those(self, others: Mapping[str, Article]) -> "KeptArticles":
        """The same, those of some files others: each stays in its place."""
        told = self._told | {self.number(file): article for file, article in others.items()}
        return KeptArticles(self._stock, told, self._order)

    def having(self, words: "Sequence[Sieved]", start: int) -> Iterator[int] | None:
        """The places of those that have all the words in one block; None when that is not known.

        They ascend from ``start`` on, then from the first.
        """
        if not words or not self._stock.shelf.has_words:
            return None
        if isinstance(self._order, range):
            return self._sound(words, start)
        places = map(self._places.__getitem__, self._sound(words, 0))
        return iter(sorted(places, key=lambda place: (place < start, place)))

    def searched(self, place: int) -> "Searched | None":
        """The article at a place as it is searched; None when that is to be made of it."""
        return self._stock.searched(self._order[place])

    def _sound(self, words: "Sequence[Sieved]", start: int) -> Iterator[int]:
        """The numbers; all that are left, where what tells them is damaged."""
        left = chain(range(start, len(self)), range(start))
        having = self._stock.having
        try:
            for number in chain(having(words, start, len(self)), having(words, 0, start)):
                for passed in left:
                    if passed == number:
                        break
                yield number
        except WRONG:
            yield from left

    def copies(self) -> "Copies | None":
        """What they share; None when that is not known yet."""
        return self._stock.copies()

    def languages(self) -> frozenset[str | None]:
        """The languages the articles are in."""
        return frozenset(article.language for article in self)

    def retold(self, others: Mapping[str, Article]) -> "KeptArticles":
        """The same, those of some files others, in the reading order that gives."""
        told = self.with_those(others)
        if all(
            reading_order(self[self.place(file)]) == reading_order(one)
            for file, one in others.items()
        ):
            return told
        order = sorted((reading_order(article), number) for number, article in enumerate(told))
        return KeptArticles(self._stock, told._told, array("L", (number for _, number in order)))
