"""How the topics are written down once the sentences are sorted."""

from collections.abc import Sequence

import numpy as np
import pytest

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import Topic, making, sort_topics
from dossier.topics.making import Desk, make_topics
from dossier.topics.sentences import sentences_of
from dossier.topics.sorting import Sorted

BRIDGE = "Le pont de bois craque.", "Ce pont de bois ferme.", "Le pont en bois rouvre."
RIVER = "La rivière monte vite.", "La rivière monte encore.", "Cette rivière monte toujours."
STRAY = "Rien ne va plus ainsi."


def topics_of(times: int, second: float = 0.1) -> tuple[Article, tuple[Topic, ...]]:
    """The topics of bridge and river, so many times each, and of what was sorted to the river.

    ``second`` is how far that belongs to the bridge too.
    """
    article = structure_article("a.txt", "\n\n".join((*BRIDGE * times, *RIVER * times, STRAY)))
    sentences = sentences_of([article])
    terms = [[w.strip(".").lower() for w in s.text.split() if len(w) > 3] for s in sentences]
    scores = np.array([[1, 0.1]] * 3 * times + [[0.1, 1]] * 3 * times + [[second, 1]])
    told = np.zeros(scores.shape, dtype=np.bool_)
    told[-1] = True
    done = Sorted((None, None), scores, np.zeros(len(scores), dtype=np.bool_), told=told)
    desk = Desk(sentences, terms, [()] * len(sentences), done, ["fr"], Found((), ()), "fr")
    return article, desk.topics()


@pytest.mark.parametrize("second", [0.1, 0.95])
def test_what_nothing_ties_to_a_topic_fits_nowhere(second: float) -> None:
    """Sorted there for want of a better place, it stands in the rest, once, and none else does."""
    article, (*topics, rest) = topics_of(10, second)

    assert [len(topic.extracts) for topic in topics] == [30, 30]
    assert rest.rest
    assert [e.span.of(article.text) for e in rest.extracts] == [STRAY]
    assert rest.extracts[0].runner_up == topics[1].title


def test_in_a_short_dossier_all_stays_where_it_was_sorted() -> None:
    """Few words come twice there: that none ties a sentence says little."""
    _, topics = topics_of(1)

    assert not any(topic.rest for topic in topics)
    assert [len(topic.extracts) for topic in topics] == [3, 4]


def test_the_order_of_the_articles_is_that_of_the_extracts_and_decides_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A date put right moves an article among the others: its topics were other ones after it."""
    texts = ("La digue a cédé mardi. Le maire se tait.", "La digue tient. Le préfet parle mardi.")
    articles = [
        structure_article(f"{name}.txt", f"La crue\n\n{texts[at % 2]}\n")
        for at, name in enumerate("bcad")
    ]
    seen: list[list[str]] = []

    def listening(some: Sequence[Article], found: Found, language: str | None) -> tuple[Topic, ...]:
        seen.append([article.file for article in some])
        return make_topics(some, found, language)

    monkeypatch.setattr(making, "make_topics", listening)
    for order in (articles, articles[::-1]):
        topics = sort_topics(order, Found(), language="fr")
        files = [article.file for article in order]

        for topic in topics:
            places = [(files.index(one.file), one.span) for one in topic.extracts]
            assert places == sorted(places)
    assert seen == [["a.txt", "b.txt", "c.txt", "d.txt"]] * 2
