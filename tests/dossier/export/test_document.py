from collections import Counter

import pytest

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.export import Quotation, arranged
from dossier.spans import Span

ASKED: Counter[str] = Counter()


class Watched(Quotation):
    """A quote that counts how often its article is asked for."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> object:
        ASKED[name] += 1
        return super().__getattribute__(name)


@pytest.mark.parametrize("group", ["source", "topic"])
def test_grouping_looks_at_each_quote_a_few_times_however_many_there_are(group: str) -> None:
    """What leaves is grouped in one walk: a quote of many is looked at as often as one of few."""
    times = []
    for many in (20, 200):
        ASKED.clear()
        articles = tuple(Article(f"{n:03}.txt", "The river rose.") for n in range(many))
        quotes = [Watched(article, (Span(0, 9),)) for article in reversed(articles)]
        document = arranged(
            Dossier("Flood", articles), quotes, group="source" if group == "source" else "topic"
        )
        assert document.articles == articles
        times.append(ASKED["article"] / many)

    assert times[0] == times[1] > 0
