"""What the dossier's own words say of its topics."""

import numpy as np

from dossier.spans import Span
from dossier.topics.learning import learned
from dossier.topics.sentences import Sentence
from dossier.topics.vectors import weighed_terms


def test_a_name_that_one_topic_writes_speaks_for_it() -> None:
    """A sentence no frame knows goes where the sentences are that share its names."""
    terms = [["leslie", "vent"], ["leslie", "rafale"], ["aude", "mort"], ["aude", "bilan"]]
    terms += [["leslie"], ["aude"]]
    sentences = [Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, 1), "") for i in range(6)]
    known = np.array([[2.0, 0], [2, 0], [0, 2], [0, 2], [0, 0], [0, 0]])

    speak = learned(known, sentences, weighed_terms(terms)[0])

    assert speak[4, 0] > 0 > speak[4, 1]
    assert speak[5, 1] > 0 > speak[5, 0]


def test_a_sentence_learns_nothing_from_itself() -> None:
    """A word that no other sentence has says nothing of a topic."""
    sentences = [Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, 1), "") for i in range(2)]
    known = np.array([[2.0, 0], [0, 2.0]])

    speak = learned(known, sentences, weighed_terms([["leslie"], ["aude"]])[0])

    assert not speak.any()
