"""Learning: what the dossier's own words say of its topics.

The frames know general words; a dossier soon has its own, a river's name, a minister's. What the
sentences of each topic write more than the others is counted, and each sentence is then read once
more with what it and its neighbours write. No sentence learns from itself.

Source: K. Nigam, A. McCallum, S. Thrun and T. Mitchell, "Text classification from labeled and
unlabeled documents using EM", 2000; one round, for a second made topics into articles.
"""

from collections.abc import Sequence

import numpy as np

from dossier.topics.sentences import Sentence
from dossier.topics.vectors import Array, neighbours

AROUND = (0.5, 0.8, 4)
"""Decay, border and reach of the neighbours that are read with a sentence."""
PRIOR = 5.0
"""Sentences that a topic is taken to have beside its own, which write what all write."""
LEAST = 3.0
"""Words a sentence is taken to have beside its own, so that a short one does not win."""
SHARPER = 2
"""The power of a sentence's scores that are its shares in the topics."""


def learned(scores: Array, sentences: Sequence[Sentence], rows: Array) -> Array:
    """How far the words of the dossier speak for each topic, against the mean of a sentence.

    ``scores`` has what is known so far, a column a topic; ``rows`` the weighed terms.
    """
    written = rows > 0
    written = written[:, written.sum(axis=0) > 1].astype(np.float32)
    shares = scores**SHARPER
    shares = shares / np.maximum(shares.sum(axis=1, keepdims=True), 1e-9)
    usual = written.mean(axis=0)[:, None]
    held, size = written.T @ shares, shares.sum(axis=0)
    read = neighbours(sentences, *AROUND) @ written
    speak = np.zeros_like(shares)
    for i, weights in enumerate(read):
        at = np.flatnonzero(weights)
        if not len(at):
            continue
        others = held[at] - written[i, at][:, None] * shares[i]
        likely = (others + PRIOR * usual[at]) / (size - shares[i] + PRIOR) / usual[at]
        weight = weights[at]
        speak[i] = weight @ np.log(np.maximum(likely, 1e-6)) / np.sqrt(LEAST + weight.sum())
    against: Array = speak - speak.mean(axis=1, keepdims=True)
    return against
