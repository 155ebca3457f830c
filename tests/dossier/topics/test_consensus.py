"""What the clusterings of a dossier compare."""

import numpy as np

from dossier.topics.consensus import shared
from dossier.topics.vectors import weighed_terms


def test_a_word_that_one_sentence_alone_has_makes_it_no_less_like_the_others() -> None:
    """Two sentences of the same shared words are as alike, whatever else one of them says."""
    rows, _ = weighed_terms([["river", "flood"], ["river", "flood", "mayor"], ["strike"]])

    assert np.isclose(shared(rows)[0, 1], 1.0)


def test_a_sentence_that_shares_no_word_is_like_none() -> None:
    """Where a sentence has nothing in common with others, nothing ties it to them."""
    rows, _ = weighed_terms([["river", "flood"], ["river", "flood"], ["strike"]])

    assert not shared(rows)[2].any()
