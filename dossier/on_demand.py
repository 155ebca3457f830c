"""On demand: what a tuple is to who reads it, its values made when they are asked for.

A large dossier is mostly not looked at. Its articles, names and extracts stand in sequences like
these; what is not shown is not made, and what was made is not all kept.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from dossier.article import Article
    from dossier.copies import Copies
    from dossier.language.sieve import Sieved

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class OnDemand(Sequence[T_co]):
    """Equal to the tuple of its values, with its hash; frozen, as a tuple is.

    Values whose making finds them damaged are left out from then on, and no longer counted.
    """

    __slots__ = ()

    @abstractmethod
    def _make(self, index: int) -> T_co:
        """The value at an index that is in the sequence, from 0."""

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        many = len(self)
        at = range(many)[index]
        try:
            return self._make(at) if isinstance(at, int) else tuple(map(self._make, at))
        except IndexError:
            if len(self) == many:
                raise
            return tuple(self)[index]

    def __iter__(self) -> Iterator[T_co]:
        return map(self._make, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, tuple | OnDemand):
            return NotImplemented
        if len(self) != len(other):
            return False
        same = all(a == b for a, b in zip(self, other, strict=False))
        return same and len(self) == len(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __add__(self, other: tuple[T, ...]) -> tuple[T_co | T, ...]:
        return (*self, *other)

    def __radd__(self, other: tuple[T, ...]) -> tuple[T | T_co, ...]:
        return (*other, *self)

    def __reduce__(self) -> tuple[type[tuple[T_co, ...]], tuple[tuple[T_co, ...]]]:
        return tuple, (tuple(self),)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}>"


class ArticlesOnDemand(OnDemand["Article"]):
    """The articles of a dossier, found by their file without making them all."""

    __slots__ = ()

    @abstractmethod
    def place(self, file: str) -> int:
        """Where the article of that file stands; KeyError when nowhere."""

    @abstractmethod
    def with_those(self, others: "Mapping[str, Article]") -> "ArticlesOnDemand":
        """The same, those of some files others: each stays in its place."""

    @abstractmethod
    def having(self, words: "Sequence[Sieved]", start: int) -> Iterator[int] | None:
        """The places of those that have all the words in one block; None when that is not known.

        They ascend from ``start`` on, then from the first.
        """

    @abstractmethod
    def copies(self) -> "Copies | None":
        """What they share; None when that is not known yet."""

    def is_as_read(self, file: str, raw: bytes) -> bool | None:  # noqa: ARG002 - what others ask
        """Whether the bytes of an article's file are those that were read; None if not known."""
        return None

    @abstractmethod
    def languages(self) -> frozenset[str | None]:
        """The languages the articles are in."""


class ByFile(Mapping[str, "Article"]):
    """The articles of a dossier by their files; of a large one none is made to find another."""

    __slots__ = ("_places", "articles")

    def __init__(self, articles: "Sequence[Article]") -> None:
        self.articles = articles
        """In the dossier's order."""
        self._places: dict[str, int] = {}
        if not isinstance(articles, ArticlesOnDemand):
            self._places = {article.file: place for place, article in enumerate(articles)}

    def place(self, file: str) -> int:
        """Where the article of that file stands in the dossier; after all others when nowhere."""
        try:
            return self._place(file)
        except KeyError:
            return len(self.articles)

    def _place(self, file: str) -> int:
        if isinstance(self.articles, ArticlesOnDemand):
            return self.articles.place(file)
        return self._places[file]

    def __getitem__(self, file: str) -> "Article":
        return self.articles[self._place(file)]

    def __iter__(self) -> Iterator[str]:
        return (article.file for article in self.articles)

    def __len__(self) -> int:
        return len(self.articles)
