"""Under which topic a clipping belongs."""

from dataclasses import replace

import pytest

from dossier.clippings import clip, find_again, topic_of
from dossier.clippings.records import clipping_of, record_of
from dossier.decisions import Decisions
from dossier.decisions.records import TopicDecision
from dossier.dossier import Dossier
from dossier.export import arranged
from dossier.export.document import of_clippings
from dossier.topics import Extract, Topic
from tests.hosts import dossier_of_floods

WHEN = "2026-02-04T08:00:00+01:00"


@pytest.fixture
def dossier() -> Dossier:
    """Two topics, and one passage that stands in both, in the first above all."""
    flood = dossier_of_floods()
    first, second = flood.topics
    extract = first.extracts[0]
    also = Extract(extract.file, extract.span, 0.4)
    return replace(flood, topics=(first, replace(second, extracts=(also, *second.extracts))))


def grouped(dossier: Dossier, topic: Topic | None) -> str | None:
    """The title the export puts the passage of both topics under, when clipped in one of them."""
    extract = dossier.topics[0].extracts[0]
    kept = clip(dossier.article(extract.file), extract.span, created=WHEN, topic=topic)
    found = find_again(kept, dossier.articles)
    document = arranged(dossier, of_clippings(dossier, [found]), group="topic")
    [section] = document.sections
    topic_now = topic_of(dossier, found)

    assert section.title == (topic_now.title if topic_now else None)
    return section.title


def test_a_clipping_goes_under_the_topic_it_was_clipped_in(dossier: Dossier) -> None:
    """Of the topics a passage stands in, it is the reader's that counts."""
    first, second = dossier.topics

    assert grouped(dossier, second) == second.title
    assert grouped(dossier, first) == first.title


def test_without_a_topic_it_goes_under_its_main_one(dossier: Dossier) -> None:
    """Clipped among all articles, or in a topic that is gone, it goes to its heaviest topic."""
    first, _ = dossier.topics

    assert grouped(dossier, None) == first.title
    assert grouped(dossier, Topic("A topic of last week", ())) == first.title


def test_a_topic_that_was_retitled_keeps_its_clippings(dossier: Dossier) -> None:
    """A clipping follows its topic under another title."""
    first, second = dossier.topics
    decided = Decisions(topics=(TopicDecision("Sous l'eau", was=(second.title,)),))
    renamed = replace(
        dossier, topics=(first, replace(second, title="Sous l'eau")), decisions=decided
    )

    assert grouped(renamed, second) == "Sous l'eau"


def test_a_topic_that_was_retitled_twice_keeps_its_clippings(dossier: Dossier) -> None:
    """A clipping made under a title of the reader's own follows the topic under the next one."""
    first, second = dossier.topics
    once = replace(second, title="Sous l'eau", key="help")
    decided = Decisions(topics=(TopicDecision("Après l'eau", was=(second.title, "help")),))
    topics = (first, replace(second, title="Après l'eau", key="help"))

    assert grouped(replace(dossier, topics=topics, decisions=decided), once) == "Après l'eau"


def test_the_topic_is_kept_with_the_clipping(dossier: Dossier) -> None:
    """What is written down of a clipping tells its topic; what was written before had none."""
    article = dossier.articles[0]
    kept = clip(article, article.passages[0].span, created=WHEN, topic=dossier.topics[1])
    record = record_of(kept)
    without = {key: value for key, value in record.items() if not key.startswith("topic")}

    assert clipping_of(record) == kept
    assert clipping_of(without).topic == ""
