"""Marrying: frames lead where the dossier bears them out, its own groups where it does not."""

import numpy as np

from dossier.structure import structure_article
from dossier.topics.consensus import Labels
from dossier.topics.marrying import HEARD, borne_out, known, leading, marry
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.vectors import Array

BLOCKS = 6
"""Groups that the clusterings agree on."""


def sentences(count: int, articles: int) -> list[Sentence]:
    """Sentences of several articles, in turn."""
    each = count // articles
    text = " ".join("Une phrase de plus dans le texte." for _ in range(each))
    return sentences_of([structure_article(f"{i}.txt", text) for i in range(articles)])


def agreeing(labels: Labels) -> Array:
    """An agreement that puts together what has one label, and nothing else."""
    together: Array = (labels[:, None] == labels[None, :]).astype(np.float32)
    return together


def articles_of(some: list[Sentence]) -> Labels:
    """The article of each sentence."""
    return np.array([sentence.article for sentence in some])


def test_frames_that_the_clusterings_bear_out_stay_as_they_are() -> None:
    """Where both agree, the groups are those of the frames, each led by its own."""
    some = sentences(60, 3)
    first = np.arange(len(some)) % BLOCKS

    groups = marry(np.eye(BLOCKS, dtype=np.float32)[first], agreeing(first), some, 0.99)

    assert known(first, agreeing(first), articles_of(some), 0.99) == 1
    assert sorted(lead for lead in groups.leads if lead is not None) == list(range(BLOCKS))
    assert all(
        groups.leads[label] == frame for label, frame in zip(groups.labels, first, strict=True)
    )


def test_frames_that_the_dossier_contradicts_give_way_to_its_own_groups() -> None:
    """Where frames part what the clusterings put together, the clusterings are followed."""
    some = sentences(60, 3)
    own = np.arange(len(some)) // 10
    first = np.arange(len(some)) % 3
    loose = np.full((len(some), 3), 0.9, dtype=np.float32)
    loose[np.arange(len(some)), first] = 1.0

    groups = marry(loose, agreeing(own), some, 0.9)

    together = groups.labels[:, None] == groups.labels[None, :]
    assert known(first, agreeing(own), articles_of(some), 0.9) == 0
    assert together[own[:, None] == own[None, :]].all()


def test_frames_lead_only_where_a_few_do_for_all() -> None:
    """That the clusterings bear them out gives them a say, and never the last word.

    On five stories of five the frames were borne out, and worth .1 to .2 less than the groups.
    """
    some = sentences(60, 3)
    first = np.arange(len(some)) % BLOCKS

    assert known(first, agreeing(first), articles_of(some), 0.9) == HEARD
    assert HEARD < known(first, agreeing(first), articles_of(some), 0.97) < 1


def test_frames_that_only_follow_the_articles_do_not_know_the_story() -> None:
    """A frame and a clustering of each article agree on the whole, and on nothing inside one."""
    first = np.repeat(np.arange(3), 4)
    inside = first[:, None] == first[None, :]
    mixed = first.copy()
    mixed[::4] = (mixed[::4] + 1) % 3

    assert borne_out(first, agreeing(first), np.ones_like(inside)) == 1
    assert borne_out(mixed, agreeing(first), inside) == 0


def test_a_frame_leads_one_group_and_only_where_it_stands_out() -> None:
    """A frame that half of the dossier is of tells no group from the others."""
    labels = np.array([0, 0, 0, 0, 1, 1, 1, 1])

    assert leading(labels, np.array([0, 0, 0, 1, 1, 1, 1, 1]), 2) == (0, 1)
    assert leading(labels, np.array([0, 0, 1, 2, 0, 0, 3, 4]), 5) == (None, None)
