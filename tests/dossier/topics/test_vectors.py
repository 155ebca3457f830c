"""How alike sentences are, and what is left when their common words are taken off."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dossier.topics.vectors import marked_off, unit, weighed_terms


def test_a_word_that_nearly_all_write_does_not_make_two_sentences_alike() -> None:
    """What marks parts of a story off from each other is what only some sentences write."""
    terms = [["crue", "pont"], ["crue", "pont"], ["crue", "maire"], ["crue", "maire"], ["pont"]]
    rows, _ = weighed_terms(terms)

    bare = rows @ rows.T
    left = marked_off(bare)

    assert bare[0, 2] > 0 > left[0, 2]
    assert left[0, 1] > 0.99
    assert left[2, 3] > 0.99


@given(st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=6), min_size=2))
def test_what_is_left_is_what_taking_the_mean_off_every_row_leaves(terms: list[list[str]]) -> None:
    """From the products alone comes what the centred rows would give, never a number that is none.

    Sentences of which nothing is left are like nothing.
    """
    rows = weighed_terms(terms)[0].astype(np.float64)
    centred = rows - rows.mean(axis=0)
    told = np.linalg.norm(centred, axis=1) > 1e-3

    left = marked_off(rows @ rows.T)

    expected = unit(centred) @ unit(centred).T
    assert np.isfinite(left).all()
    assert np.allclose(left[np.ix_(told, told)], expected[np.ix_(told, told)], atol=1e-3)
