"""How alike sentences are, and what is left when their common words are taken off."""

import subprocess
import sys
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dossier.topics.vectors import marked_off, middle, unit, weighed_terms

ROOT = Path(__file__).parents[3]


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


def test_the_middle_is_the_median() -> None:
    """To the last bit, of an odd number of values and of an even one."""
    values = np.random.default_rng(7).random(41, dtype=np.float32)

    for count in range(1, 42):
        assert middle(values[:count]) == float(np.median(values[:count]))


def test_topics_load_no_masked_arrays() -> None:
    """Sorting asks nothing of numpy that it loads a part of itself for."""
    code = (
        "import sys; from pathlib import Path; from dossier.dossier import analyse, open_dossier;"
        "analyse(open_dossier([Path('seeds')])); print('numpy.ma' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert done.stdout.strip() == "False"
