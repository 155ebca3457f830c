"""Finding: the places of a query's words in the articles, in reading order."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from dossier.article import Article
from dossier.language import stop_words
from dossier.language.sieve import sieve
from dossier.on_demand import ArticlesOnDemand
from dossier.search.hit import Hit
from dossier.search.query import Query, Term, find_term, read_query
from dossier.search.searchable import Searchable
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
    folded = _folded_articles(articles)
    for number, article in _may_have(articles, query, start):
        if not go_on():
            return
        searchable = folded.get(number)
        if searchable is None:
            searchable = folded[number] = Searchable(article.text)
            if len(folded) > _HELD and isinstance(articles, ArticlesOnDemand):
                folded.pop(next(iter(folded)))
        if all(term.text in searchable.text for term in query.wanted):
            yield from _hits_in(article, searchable, query)


def _may_have(
    articles: Sequence[Article], query: Query, start: int
) -> Iterator[tuple[int, Article]]:
    """The articles that may have what is wanted, each with its place."""
    places: Iterator[int] | None = None
    if isinstance(articles, ArticlesOnDemand):
        words = sieve((term.text, term.whole) for term in query.wanted)
        places = articles.having(words, start)
    if places is None:
        places = chain(range(start, len(articles)), range(start))
    yield from ((place, articles[place]) for place in places)


_HELD = 256
"""Folded texts that are kept of articles made on demand."""

_LAST: tuple[Sequence[Article], dict[int, Searchable]] = ((), {})
"""The articles last searched, and their folded texts as far as they were needed."""


def _folded_articles(articles: Sequence[Article]) -> dict[int, Searchable]:
    """Where the folded texts of these articles are kept between two searches."""
    global _LAST
    known, folded = _LAST
    if known is not articles:
        folded = {}
        _LAST = (articles, folded)
    return folded


def _hits_in(article: Article, searchable: Searchable, query: Query) -> Iterator[Hit]:
    """The hits in one article, in reading order."""
    line, counted = 1, 0
    told = _telling(query, article.language)
    for span in _spans_in(article, searchable, query, told):
        line += article.text.count("\n", counted, span.start)
        counted = span.start
        passage = _passage_at(article, span.start)
        yield Hit(article.file, span, line, passage)


def _telling(query: Query, language: str | None) -> tuple[Term, ...]:
    """The terms whose places are hits: not the "de" of "garanties de sécurité", nor the "of".

    A word that says nothing has to stand in the passage too, but nobody steps from one to the next.
    All of them where there is no other.
    """
    silent = stop_words(language or "") if len(query.wanted) > 1 else frozenset()
    told = tuple(term for term in query.wanted if term.whole or term.text not in silent)
    return told or query.wanted


def _passage_at(article: Article, offset: int) -> int | None:
    """The number of the passage that holds the offset."""
    at = bisect_right(article.passages, offset, key=lambda passage: passage.span.start) - 1
    if at >= 0 and offset < article.passages[at].span.end:
        return article.passages[at].number
    return None


def _spans_in(
    article: Article, searchable: Searchable, query: Query, told: tuple[Term, ...]
) -> Iterator[Span]:
    """The places of the terms told, in the blocks that have all wanted and nothing unwanted."""
    rarest = max(query.wanted, key=lambda term: len(term.text))
    start = 0
    while True:
        at = find_term(searchable.text, rarest, start, len(searchable.text))
        if at < 0:
            return
        bounds = _block_bounds(article, searchable, at)
        if bounds is None:
            start = at + 1
            continue
        yield from _spans_of_block(searchable, query, told, bounds)
        start = bounds[1]


def _block_bounds(article: Article, searchable: Searchable, at: int) -> tuple[int, int] | None:
    """The folded ends of the block that holds a folded offset; None in furniture or between."""
    offset = searchable.source_start(at)
    number = bisect_right(article.blocks, offset, key=lambda block: block.span.start) - 1
    if number < 0:
        return None
    block = article.blocks[number]
    if block.kind == "furniture" or offset >= block.span.end:
        return None
    return searchable.place(block.span.start), searchable.place(block.span.end)


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
