from collections import Counter

import pytest

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.export import Quotation, arranged
from dossier.export.document import topic_document
from dossier.spans import Span
from dossier.topics import Extract, Topic

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


class GivenUpError(Exception):
    """One does not want it any more."""


@pytest.mark.parametrize("group", ["topic", "source"])
def test_a_document_of_topics_is_given_up_between_two_extracts(group: str) -> None:
    """What nobody waits for any more is not made to its end."""
    article = Article("a.txt", "The river rose. " * 50)
    extracts = tuple(Extract("a.txt", Span(n * 16, n * 16 + 15), 0.6) for n in range(50))
    dossier = Dossier("Flood", (article,), topics=(Topic("The flood", extracts),))
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == 3:
            raise GivenUpError

    with pytest.raises(GivenUpError):
        topic_document(
            dossier, dossier.topics, group="source" if group == "source" else "topic", step=step
        )
    assert steps == 3
