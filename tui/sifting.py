"""Sifting: what is looked for in a dossier, as a worker brings it.

Of a large dossier the first hits are told at once, beginning with the article one reads, and all of
them when each was looked at; which topics they stand in is counted here, and not while one waits.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import attrgetter

from dossier.dossier import Dossier, by_article, by_file, extracts_in
from dossier.entities import Entity
from dossier.on_demand import ArticlesOnDemand
from dossier.search import Hit, find_hits, mentions_meant
from tui.messages import Found

MOST_HITS = 20_000
"""Hits that are looked for at most; that there are more is told."""

SOON = 20
"""Hits that are told before all are found, in a dossier made on demand."""


def sift(
    dossier: Dossier,
    words: str,
    here: str | None,
    go_on: Callable[[], bool],
    rest: Callable[[], object] = bool,
) -> Iterator[Found]:
    """What is found, at first some of it; nothing more once ``go_on`` says no.

    ``here`` is the file of the article one reads. ``rest`` is called when the first hits are told,
    and takes the time in which another letter is likely to be typed.
    """
    on_demand = isinstance(dossier.articles, ArticlesOnDemand)
    start = dossier.place(here or "") if on_demand and dossier.has(here) else 0
    found = find_hits(dossier.articles, words, start=start, go_on=go_on)
    hits = list(islice(found, SOON)) if on_demand else []
    if len(hits) == SOON:
        yield Found(words, _in_order(dossier, hits, start), whole=False)
        rest()
    if go_on() and (meant := mentions_meant(dossier.found.entities, words)):
        if 0 < len(hits) < SOON:
            yield Found(words, _in_order(dossier, hits, start), whole=False)
        found, hits = find_hits(dossier.articles, words, meant=meant, start=start, go_on=go_on), []
    hits += islice(found, MOST_HITS - len(hits))
    more = len(hits) == MOST_HITS and next(found, None) is not None
    ordered = _in_order(dossier, hits, start)
    tally = hits_by_topic(dossier, ordered, go_on) if on_demand else None
    if go_on():
        yield Found(words, ordered, tally, more=more)


def make_ready(dossier: Dossier) -> None:
    """Have the first letter cost no more than the next: what finds is loaded, names are folded."""
    next(find_hits(dossier.articles, ""), None)
    mentions_meant(dossier.found.entities, "a")


def _in_order(dossier: Dossier, hits: Sequence[Hit], start: int) -> tuple[Hit, ...]:
    """The hits in the dossier's order; they were found from an article on and round the end."""
    if not start:
        return tuple(hits)
    at = len(hits)
    while at and dossier.place(hits[at - 1].file) < start:
        at -= 1
    return (*hits[at:], *hits[:at])


def hits_by_topic(
    dossier: Dossier, hits: Sequence[Hit], go_on: Callable[[], bool] = lambda: True
) -> Mapping[str, int]:
    """How many of the hits stand in the extracts of each topic, by its title."""
    counts: Counter[str] = Counter()
    for file, there in groupby(hits, key=attrgetter("file")):
        if not go_on():
            break
        starts = [hit.span.start for hit in there]
        for topic in dossier.topics:
            for extract in extracts_in(topic, file):
                span = extract.span
                counts[topic.title] += sum(span.start <= at < span.end for at in starts)
    return counts


def hits_of(dossier: Dossier, entity: Entity) -> Iterator[Hit]:
    """An entity's mentions, in the dossier's order, as what was looked for."""
    if isinstance(dossier.articles, ArticlesOnDemand):
        for file, mentions in by_file(dossier, entity):
            yield from (Hit(file, mention.span) for mention in mentions)
        return
    for article, mentions in by_article(dossier, entity):
        for mention in mentions:
            start = mention.span.start
            passage = article.passage_at(start)
            line = article.text.count("\n", 0, start) + 1
            yield Hit(article.file, mention.span, line, passage.number if passage else None)
