"""Words in, spans out: finding in a whole dossier, as fast as one types.

Case, accents, ligatures, apostrophes, hyphens, line ends and the form of the encoding do not
matter; a word is found by its beginning. Several words must all stand in one passage, and those
that say nothing ("of") are no hits; words between quotation marks stand together; a word after
``-`` must not be there. Furniture is not searched. The articles are folded when first searched,
and stay so; of a large dossier only those are, a few at a time, that the words they have let
through (``sieve``).

What finds is imported when something is first looked for: a page stands before that.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from dossier.article import Article
from dossier.search.hit import Hit

__all__ = ["Hit", "find_hits", "search"]


def search(articles: Sequence[Article], words: str, *, limit: int | None = None) -> tuple[Hit, ...]:
    """The hits of a query, in the order of the articles; at most ``limit`` of them."""
    return tuple(islice(find_hits(articles, words), limit))


def find_hits(
    articles: Sequence[Article],
    words: str,
    *,
    start: int = 0,
    go_on: Callable[[], bool] = lambda: True,
) -> Iterator[Hit]:
    """The hits of a query one after the other: the first are there before the last are looked for.

    They are looked for from the article at ``start`` on, then from the first; ``go_on`` is asked
    before each article.
    Give the same tuple of articles again (``Dossier.articles``), and nothing is folded twice.
    """
    from dossier.search.finding import find_hits as find

    return find(articles, words, start=start, go_on=go_on)
