"""Finding: the places of a query's words in the articles, in reading order."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from heapq import merge
from itertools import chain, groupby
from threading import Lock

from dossier.article import Article
from dossier.language import stop_words
from dossier.language.sieve import sieve
from dossier.on_demand import ArticlesOnDemand
from dossier.search.hit import Hit
from dossier.search.on_demand import SearchedOnDemand
from dossier.search.query import Query, Term, find_term, read_query
from dossier.search.searched import Searched
from dossier.search.spellings import Meant, Named

Others = Mapping[Term, Sequence[tuple[int, int]]]
"""Where terms are meant by other words, in a folded text; in order."""


def find_hits(
    articles: Sequence[Article],
    words: str,
    *,
    meant: Meant | None = None,
    start: int = 0,
    go_on: Callable[[], bool] = lambda: True,
) -> Iterator[Hit]:
    """The hits of a query one after the other: the first are there before the last are looked for.

    They are looked for from the article at ``start`` on, then from the first; ``go_on`` is asked
    before each article. What is ``meant`` by another spelling is a hit as well.
    Give the same tuple of articles again (``Dossier.articles``), and nothing is folded twice.
    """
    query = read_query(words)
    if not query.wanted:
        return
    held = _held(articles)
    for place in _may_have(articles, query, meant or {}, start):
        if not go_on():
            return
        searched = held.get(place)
        if searched is None:
            searched = _searched(articles, place)
            with _HOLDING:
                held[place] = searched
                if len(held) > _HELD and isinstance(articles, ArticlesOnDemand):
                    held.pop(next(iter(held)))
        others = _others_in(searched, meant.get(articles[place].file, ())) if meant else {}
        if all(term.text in searched.folded.text or term in others for term in query.wanted):
            yield from _hits_in(articles[place], searched, query, others)


def _may_have(articles: Sequence[Article], query: Query, meant: Meant, start: int) -> Iterator[int]:
    """The places of the articles that may have what is wanted."""
    places: Iterator[int] | None = None
    if isinstance(articles, ArticlesOnDemand):
        words = sieve((term.text, term.whole) for term in query.wanted)
        places = articles.having(words, start)
    if places is None or not isinstance(articles, ArticlesOnDemand):
        return chain(range(start, len(articles)), range(start))
    return _with_those(places, articles, meant, start) if meant else places


def _with_those(
    places: Iterator[int], articles: ArticlesOnDemand, meant: Meant, start: int
) -> Iterator[int]:
    """The places, and those of what is meant; each once, from ``start`` on, then from the first."""

    def key(place: int) -> tuple[bool, int]:
        return place < start, place

    others: list[int] = []
    for file in meant:
        with suppress(KeyError):  # an article that is gone
            others.append(articles.place(file))
    return (place for place, _ in groupby(merge(places, sorted(others, key=key), key=key)))


def _others_in(searched: Searched, named: Sequence[Named]) -> Others:
    """Where in an article terms are meant, and not all of them written."""
    text, place = searched.folded.text, searched.folded.place
    others: defaultdict[Term, list[tuple[int, int]]] = defaultdict(list)
    for span, terms in sorted(named, key=lambda one: one.span):
        start, end = place(span.start), place(span.end)
        if any(find_term(text, term, start, end) < 0 for term in terms):
            for term in terms:
                others[term].append((start, end))
    return others


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


def _hits_in(article: Article, searched: Searched, query: Query, others: Others) -> Iterator[Hit]:
    """The hits in one article, in reading order."""
    told = _telling(query, article.language)
    for start, end, variant in _places_in(searched, query, told, others):
        span = searched.folded.span(start, end)
        yield Hit(article.file, span, searched.line(span), searched.passage(span), variant)


def _telling(query: Query, language: str | None) -> tuple[Term, ...]:
    """The terms whose places are hits: not the "de" of "garanties de sécurité", nor the "of".

    A word that says nothing has to stand in the passage too, but nobody steps from one to the next.
    All of them where there is no other.
    """
    silent = stop_words(language or "") if len(query.wanted) > 1 else frozenset()
    told = tuple(term for term in query.wanted if term.whole or term.text not in silent)
    return told or query.wanted


def _places_in(
    searched: Searched, query: Query, told: tuple[Term, ...], others: Others
) -> Iterator[tuple[int, int, bool]]:
    """The places of the terms told, in the blocks that have all wanted and nothing unwanted.

    Each with whether it is by other words.
    """
    rarest = max(query.wanted, key=lambda term: len(term.text))
    by_others = (searched.block_at(start) for start, _ in others.get(rarest, ()))
    blocks = merge(_blocks_with(searched, rarest), filter(None, by_others))
    for bounds, _ in groupby(blocks):
        yield from _places_in_block(searched.folded.text, query, told, bounds, others)


def _blocks_with(searched: Searched, term: Term) -> Iterator[tuple[int, int]]:
    """The ends of the blocks that have a term, in order."""
    text, start = searched.folded.text, 0
    while (at := find_term(text, term, start, len(text))) >= 0:
        ends = searched.block_at(at)
        start = at + 1
        if ends is not None:
            yield ends
            start = ends[1]


def _places_in_block(
    text: str, query: Query, told: tuple[Term, ...], bounds: tuple[int, int], others: Others
) -> Iterator[tuple[int, int, bool]]:
    """The places of the terms told in a block, in order and apart; none if it is not asked for.

    Where all that is wanted stands together, as it was typed, that is one place.
    Where not all terms are written, a term that is meant by other words stands there alone: of
    "Kim Jong Un" where there is "Mr. Kim", neither "under" is a place nor "Kim" another one.
    """
    start, end = bounds
    if any(find_term(text, term, start, end) >= 0 for term in query.unwanted):
        return
    written = [list(_places(text, term, start, end)) for term in query.wanted]
    found: list[tuple[int, int, bool]] = []
    for term, own in zip(query.wanted, written, strict=True):
        there = [other for other in others.get(term, ()) if start <= other[0] < other[1] <= end]
        if not (own or there):
            return
        if term in told:
            found += [(at, -after, False) for at, after in own if all(written) or not there]
            found += [(at, -after, True) for at, after in there]
    if query.together is not None:
        found += [(at, -after, False) for at, after in _places(text, query.together, start, end)]
    reached = start
    for at, negative, variant in sorted(found, key=lambda one: (one[0], one[1], not one[2])):
        if at >= reached:
            yield at, -negative, variant
            reached = -negative


def _places(text: str, term: Term, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a term stands in ``text[start:end]``, one place after the other."""
    at = find_term(text, term, start, end)
    while at >= 0:
        yield at, at + len(term.text)
        at = find_term(text, term, at + len(term.text), end)
