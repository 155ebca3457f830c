"""What the clusterings of a dossier compare."""

import numpy as np

from dossier.topics.consensus import shared


def test_a_word_that_one_sentence_alone_has_makes_it_no_less_like_the_others() -> None:
    """Two sentences of the same shared words are as alike, whatever else one of them says."""
    alike = shared([["river", "flood"], ["river", "flood", "mayor"], ["strike"]])

    assert np.isclose(alike[0, 1], 1.0)


def test_a_sentence_that_shares_no_word_is_like_none() -> None:
    """Where a sentence has nothing in common with others, nothing ties it to them."""
    alike = shared([["river", "flood"], ["river", "flood"], ["strike"]])

    assert not alike[2].any()


def test_two_words_of_one_family_are_alike() -> None:
    """Words that share their opening, or stand one inside the other, tie two sentences a little."""
    alike = shared([["casseurs"], ["anticasseurs"], ["casse"], ["river"]])

    assert alike[0, 1] > 0
    assert alike[0, 2] > 0
    assert alike[0, 3] == 0
