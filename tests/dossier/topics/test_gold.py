"""How well the topics of the seeds agree with those that a reader gave their sentences."""

from functools import cache
from pathlib import Path

from dossier.entities import Found
from dossier.reading import read_paths
from dossier.topics import Topic, sort_topics
from tests.scoring import gold_of, score_topics

SEEDS = Path(__file__).parents[3] / "seeds"


@cache
def topics_of_the_seeds() -> tuple[Topic, ...]:
    """The topics of the five articles, worked out by rules alone."""
    return sort_topics(read_paths([SEEDS]).articles, Found())


def test_sentences_of_the_seeds_stand_where_a_reader_put_them() -> None:
    """Held with some slack: what was measured is .72, .64 and .83."""
    printed = {
        "topics": [
            {
                "extracts": [
                    {
                        "file": extract.file,
                        "start": extract.span.start,
                        "end": extract.span.end,
                        "weight": extract.weight,
                    }
                    for extract in topic.extracts
                ]
            }
            for topic in topics_of_the_seeds()
        ]
    }

    figures = score_topics(printed, gold_of())

    assert figures["b3"] >= 0.68
    assert figures["across"] >= 0.58
    assert figures["primary"] >= 0.79
    assert figures["missing"] == 0


def test_the_seeds_have_as_many_topics_as_a_page_shows() -> None:
    """Seven to eleven topics, most of them told by several sources, few sentences left over."""
    topics = topics_of_the_seeds()

    rest = sum(len(e.span) for topic in topics if topic.rest for e in topic.extracts)
    whole = sum(len(e.span) for topic in topics for e in topic.extracts)
    assert 7 <= sum(not topic.rest for topic in topics) <= 11
    assert sum(len({e.file for e in topic.extracts}) >= 3 for topic in topics) >= 6
    assert rest <= 0.15 * whole


def test_topics_are_the_same_each_time() -> None:
    """The same folder gives the same topics."""
    assert topics_of_the_seeds() == sort_topics(read_paths([SEEDS]).articles, Found())
