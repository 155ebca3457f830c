"""Finding: the places of a query's words in the articles, in reading order."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from threading import Lock

from dossier.article import Article
from dossier.language import stop_words
from dossier.language.sieve import sieve
from dossier.on_demand import ArticlesOnDemand
from dossier.search.hit import Hit
from dossier.search.on_demand import SearchedOnDemand
from dossier.search.query import Query, Term, find_term, read_query
from dossier.search.searchable import Searchable
from dossier.search.searched import Searched
from dossier.spans import Span


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
    query = read_query(words)
    if not query.wanted:
        return
    held = _held(articles)
    for place in _may_have(articles, query, start):
        if not go_on():
            return
        searched = held.get(place)
        if searched is None:
            searched = _searched(articles, place)
            with _HOLDING:
                held[place] = searched
                if len(held) > _HELD and isinstance(articles, ArticlesOnDemand):
                    held.pop(next(iter(held)))
        if all(term.text in searched.folded.text for term in query.wanted):
            yield from _hits_in(articles[place], searched, query)


def _may_have(articles: Sequence[Article], query: Query, start: int) -> Iterator[int]:
    """The places of the articles that may have what is wanted."""
    places: Iterator[int] | None = None
    if isinstance(articles, ArticlesOnDemand):
        words = sieve((term.text, term.whole) for term in query.wanted)
        places = articles.having(words, start)
    return chain(range(start, len(articles)), range(start)) if places is None else places


def _searched(articles: Sequence[Article], place: int) -> Searched:
    """An article as it is searched: as it is kept, or made."""
    kept = articles.searched(place) if isinstance(articles, SearchedOnDemand) else None
    return kept or Searched(articles[place])


_HELD = 256
"""Articles made on demand that are held as they are searched."""

_HOLDING = Lock()
"""Two searches may go on at once: one that was given up stops at its next article."""

_LAST: tuple[Sequence[Article], dict[int, Searched]] = ((), {})
"""The articles last searched, and those of them as they are searched that were needed."""


def _held(articles: Sequence[Article]) -> dict[int, Searched]:
    """Where these articles are held, as they are searched, between two searches."""
    global _LAST
    known, held = _LAST
    if known is not articles:
        held = {}
        _LAST = (articles, held)
    return held


def _hits_in(article: Article, searched: Searched, query: Query) -> Iterator[Hit]:
    """The hits in one article, in reading order."""
    for span in _spans_in(searched, query, _telling(query, article.language)):
        yield Hit(article.file, span, searched.line(span), searched.passage(span))


def _telling(query: Query, language: str | None) -> tuple[Term, ...]:
    """The terms whose places are hits: not the "de" of "garanties de sécurité", nor the "of".

    A word that says nothing has to stand in the passage too, but nobody steps from one to the next.
    All of them where there is no other.
    """
    silent = stop_words(language or "") if len(query.wanted) > 1 else frozenset()
    told = tuple(term for term in query.wanted if term.whole or term.text not in silent)
    return told or query.wanted


def _spans_in(searched: Searched, query: Query, told: tuple[Term, ...]) -> Iterator[Span]:
    """The places of the terms told, in the blocks that have all wanted and nothing unwanted."""
    rarest = max(query.wanted, key=lambda term: len(term.text))
    text, start = searched.folded.text, 0
    while True:
        at = find_term(text, rarest, start, len(text))
        if at < 0:
            return
        ends = searched.block_at(at)
        if ends is None:
            start = at + 1
            continue
        yield from _spans_of_block(searched.folded, query, told, ends)
        start = ends[1]


def _spans_of_block(
    searchable: Searchable, query: Query, told: tuple[Term, ...], bounds: tuple[int, int]
) -> Iterator[Span]:
    """The places of the terms told in a block, in order and apart; none if it is not asked for."""
    text, (start, end) = searchable.text, bounds
    if any(find_term(text, term, start, end) >= 0 for term in query.unwanted):
        return
    found: list[tuple[int, int]] = []
    for term in query.wanted:
        places = list(_places(text, term, start, end))
        if not places:
            return
        found += places if term in told else []
    reached = start
    for at, negative in sorted((at, -after) for at, after in found):
        if at >= reached:
            yield searchable.span(at, -negative)
            reached = -negative


def _places(text: str, term: Term, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a term stands in ``text[start:end]``, one place after the other."""
    at = find_term(text, term, start, end)
    while at >= 0:
        yield at, at + len(term.text)
        at = find_term(text, term, at + len(term.text), end)
