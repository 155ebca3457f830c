"""What holds of the topics of any dossier."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import Topic, sort_topics
from dossier.topics.choosing import Sides
from dossier.topics.extracts import belongings
from dossier.topics.frames import frames_of
from dossier.topics.marrying import Groups
from dossier.topics.sorting import married
from tests.strategies import press_text


def articles_of(texts: list[str]) -> tuple[Article, ...]:
    """Articles made of the texts, as reading makes them."""
    return tuple(structure_article(f"{i:03}.txt", text) for i, text in enumerate(texts))


def topics_of(texts: list[str]) -> tuple[Topic, ...]:
    """The topics of the texts."""
    return sort_topics(articles_of(texts), Found())


dossiers = st.lists(press_text(), max_size=5)


@settings(max_examples=20, deadline=timedelta(seconds=5))
@given(dossiers)
def test_every_sentence_of_every_passage_is_in_a_topic(texts: list[str]) -> None:
    """Whatever the texts, nothing of an article's body is left out of the topics."""
    articles = articles_of(texts)
    topics = sort_topics(articles, Found())

    for article in articles:
        spans = [e.span for topic in topics for e in topic.extracts if e.file == article.file]
        for passage in article.passages:
            for sentence in passage.sentences:
                assert any(span.covers(sentence) for span in spans)


@settings(max_examples=20, deadline=timedelta(seconds=5))
@given(dossiers)
def test_extracts_are_runs_of_whole_sentences_of_one_passage(texts: list[str]) -> None:
    """An extract begins where a sentence does and ends where one of the same passage does."""
    articles = articles_of(texts)
    ends = {
        (article.file, first.start, last.end)
        for article in articles
        for passage in article.passages
        for i, first in enumerate(passage.sentences)
        for last in passage.sentences[i:]
    }
    topics = sort_topics(articles, Found())

    assert all((e.file, e.span.start, e.span.end) in ends for t in topics for e in t.extracts)


@settings(max_examples=20, deadline=timedelta(seconds=5))
@given(dossiers)
def test_extracts_of_a_topic_follow_the_dossier_and_do_not_overlap(texts: list[str]) -> None:
    """Within a topic, extracts go file by file in the dossier's order, then in reading order."""
    for topic in topics_of(texts):
        assert topic.extracts
        assert all(
            (a.file, a.span.end) <= (b.file, b.span.start) or a.file < b.file
            for a, b in pairwise(topic.extracts)
        )
        assert all(0 <= e.weight <= 1 and 0 <= e.confidence <= 1 for e in topic.extracts)


@settings(max_examples=20, deadline=timedelta(seconds=5))
@given(dossiers)
def test_titles_are_short_and_no_two_alike(texts: list[str]) -> None:
    """A title has one to 45 characters, and no other topic has it."""
    titles = [topic.title for topic in topics_of(texts)]

    assert all(1 <= len(title) <= 45 for title in titles)
    assert len({title.casefold() for title in titles}) == len(titles)


def test_a_dossier_without_words_has_no_topics() -> None:
    """No articles, or articles without a body, make no topics."""
    assert sort_topics((), Found()) == ()
    assert topics_of(["", " \n "]) == ()


def test_a_sentence_is_filed_once_though_its_frame_leads_another_group() -> None:
    """A group keeps its sentences to itself, whatever frames they have a strong term of."""
    labels = np.repeat([0, 1], 6)
    scores = np.eye(2, dtype=np.float32)[labels] + 0.1
    scores[0] = 0.1, 1.1
    sides = Sides(frames_of("en")[:2], scores, scores > 1)
    ties = (labels[:, None] == labels[None, :]).astype(np.float32)

    done = married(sides, Groups(labels, (0, 1), ties), ties)

    assert done.told is not None
    assert done.told[0, 1]
    assert [[one.side for one in belonging] for belonging in belongings(done)] == [
        [label] for label in labels.tolist()
    ]
