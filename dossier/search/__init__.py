"""Words in, spans out: finding in a whole dossier, as fast as one types.

Case, accents, ligatures, apostrophes, hyphens, line ends and the form of the encoding do not
matter; a word is found by its beginning. Several words must all stand in one passage, and those
that say nothing ("of") are no hits; those that stand together as they were typed are one; words
between quotation marks must stand so; a word after ``-`` must not be there. Furniture is not
searched. The articles are folded when first searched, and stay so; of a large dossier only those
are, a few at a time, that the words they have let through (``sieve``).

What finds is imported when something is first looked for: a page stands before that.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dossier.article import Article
from dossier.entities import Entity
from dossier.search.hit import Hit

if TYPE_CHECKING:
    from dossier.search.spellings import Meant

__all__ = ["Hit", "find_hits", "mentions_meant", "search"]


def search(
    articles: Sequence[Article],
    words: str,
    *,
    entities: Sequence[Entity] = (),
) -> tuple[Hit, ...]:
    """The hits of a query, in the order of the articles.

    A name among the ``entities`` is found by all its spellings.
    """
    meant = mentions_meant(entities, words)
    return tuple(find_hits(articles, words, meant=meant))


def mentions_meant(entities: Sequence[Entity], words: str) -> "Meant":
    """The mentions of the names that the words are, where a name is spelled otherwise as well."""
    from dossier.search.spellings import mentions_meant as find

    return find(entities, words) if entities else {}


def find_hits(
    articles: Sequence[Article],
    words: str,
    *,
    meant: "Meant | None" = None,
    start: int = 0,
    go_on: Callable[[], bool] = lambda: True,
) -> Iterator[Hit]:
    """The hits of a query one after the other: the first are there before the last are looked for.

    They are looked for from the article at ``start`` on, then from the first; ``go_on`` is asked
    before each article. What is ``meant`` by another spelling is a hit as well.
    Give the same tuple of articles again (``Dossier.articles``), and nothing is folded twice.
    """
    from dossier.search.finding import find_hits as find

    return find(articles, words, meant=meant, start=start, go_on=go_on)
