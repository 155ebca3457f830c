"""Articles of a shelf: a row each, their words fetched when they are shown."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Self

from dossier.article import Article, reading_order
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

    def number_on(self, stock: "Stock") -> int | None:
        """Its number there; None when its words stand elsewhere."""
        place = self._place
        return place[1] if place is not None and place[0] is stock else None

    @property
    def _place(self) -> "tuple[Stock, int] | None":
        """Where its words stand; None when it holds them itself."""
        return (self._stock, self._number) if hasattr(self, "_stock") else None

    __hash__ = Article.__hash__

    def __reduce__(self) -> tuple[type[Article], tuple[object, ...]]:
        return Article, tuple(getattr(self, field.name) for field in fields(Article))


class KeptArticles(SearchedOnDemand):
    """The articles of a shelf, in reading order, with what the reader said of some."""

    __slots__ = ("__dict__", "_order", "_told", "added", "stock")

    def __init__(
        self,
        stock: "Stock",
        told: Mapping[int, Article] | None = None,
        order: Sequence[int] | None = None,
        added: Mapping[str, int] | None = None,
    ) -> None:
        """``told`` and ``order`` are by the articles' numbers; None leaves them as on the shelf.

        ``added`` are the numbers of those that are told and not on the shelf, by their files.
        """
        self.stock, self._told = stock, dict(told or {})
        self._order = range(stock.articles) if order is None else order
        self.added = added or {}

    def __len__(self) -> int:
        return len(self._order)

    def _make(self, index: int) -> Article:
        number = self._order[index]
        return self._told.get(number) or self.stock.article(number)

    def __iter__(self) -> Iterator[Article]:
        if not isinstance(self._order, range):
            yield from super().__iter__()
            return
        rows = self.stock.shelf.rows("article")
        for number in self._order:
            try:
                article = self.stock.article_of(number, next(rows))
            except (StopIteration, *WRONG):
                yield from map(self._make, range(number, len(self)))
                return
            yield self._told.get(number) or article

    def place(self, file: str) -> int:
        """Where the article of that file stands; KeyError when nowhere."""
        number = self.number(file)
        return number if isinstance(self._order, range) else self._places[number]

    def number(self, file: str) -> int:
        """The number on the shelf of the article of that file; KeyError when there is none."""
        number = self.added.get(file, self.stock.number(file))
        if number is None:
            raise KeyError(file)
        return number

    @cached_property
    def _ascends(self) -> bool:
        """Whether those of the shelf stand in its order."""
        numbers = [number for number in self._order if number < self.stock.articles]
        return numbers == sorted(numbers)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {number: place for place, number in enumerate(self._order)}

    def with_those(self, others: Mapping[str, Article]) -> "KeptArticles":
        """The same, those of some files others: each stays in its place."""
        told = self._told | {self.number(file): article for file, article in others.items()}
        return KeptArticles(self.stock, told, self._order, self.added)

    def having(self, words: "Sequence[Sieved]", start: int) -> Iterator[int] | None:
        """The places of those that have all the words in one block; None when that is not known.

        They ascend from ``start`` on, then from the first.
        """
        if not words or not self.stock.shelf.has_words:
            return None
        if isinstance(self._order, range):
            return self._sound(words, start)
        return self._in_order(words, start)

    def _in_order(self, words: "Sequence[Sieved]", start: int) -> Iterator[int]:
        """The same where places and numbers differ; those that were added may all have them."""
        from heapq import merge

        def key(place: int) -> tuple[bool, int]:
            return place < start, place

        many = self.stock.articles
        first = next((number for number in self._order[start:] if number < many), 0)
        sound = self._sound(words, first if self._ascends else 0)
        places = (self._places[number] for number in sound if number in self._places)
        added = (self._places[number] for number in self.added.values())
        kept = places if self._ascends else iter(sorted(places, key=key))
        return merge(kept, sorted(added, key=key), key=key)

    def searched(self, place: int) -> "Searched | None":
        """The article at a place as it is searched; None when that is to be made of it."""
        number = self._order[place]
        return self.stock.searched(number) if number < self.stock.articles else None

    def _sound(self, words: "Sequence[Sieved]", start: int) -> Iterator[int]:
        """The numbers; all that are left, where what tells them is damaged."""
        many, having = self.stock.articles, self.stock.having
        left = chain(range(start, many), range(start))
        try:
            for number in chain(having(words, start, many), having(words, 0, start)):
                for passed in left:
                    if passed == number:
                        break
                yield number
        except WRONG:
            yield from left

    def copies(self) -> "Copies | None":
        """What they share; None when that is not known yet."""
        return self.stock.copies()

    def is_as_read(self, file: str, raw: bytes) -> bool | None:
        """Whether the bytes of an article's file are those that were read; None if not known."""
        return None if file in self.added else self.stock.is_as_read(file, raw)

    def languages(self) -> frozenset[str | None]:
        """The languages the articles are in; of those of the shelf that was counted."""
        if (counts := self.stock.languages()) is None:
            return frozenset(article.language for article in self)
        others = {*self._told, *self.stock.gone}
        on_shelf = (number for number in others if number < self.stock.articles)
        counts.subtract(self.stock.article(number).language for number in on_shelf)
        counts.update(self._told[number].language for number in self._told)
        return frozenset(language for language, many in counts.items() if many > 0)

    def retold(self, others: Mapping[str, Article]) -> "KeptArticles":
        """The same, those of some files others, in the reading order that gives."""
        told = self.with_those(others)
        if all(
            reading_order(self[self.place(file)]) == reading_order(one)
            for file, one in others.items()
        ):
            return told
        numbered = zip(told, told._order, strict=True)
        order = sorted((reading_order(article), number) for article, number in numbered)
        numbers = array("L", (number for _, number in order))
        return KeptArticles(self.stock, told._told, numbers, self.added)
