"""Copies: sentences that several articles have from one hand, an agency's or each other's.

What four papers copied is one witness, not four: it makes no topic of its own. It is sorted all
the same, where each copy stands; to leave copies out of what is compared cost .006 of the mean on
eight annotated dossiers (2026-11-22), for their neighbours differ.
"""

import re
from collections.abc import Sequence

import numpy as np

from dossier.language import fold
from dossier.topics.choosing import thinnest
from dossier.topics.sentences import Sentence
from dossier.topics.sorting import Sorted

LEAST, SAME = 60, 48
"""Letters and digits of a sentence that can be told to be a copy, and of its beginning or end that
have to be the same."""
_BETWEEN = re.compile(r"[\W_]+")
"""What is between letters and digits."""
FEWEST = 2
"""Sides that are left, whatever is copied."""


def without_copied(done: Sorted, sentences: Sequence[Sentence]) -> Sorted:
    """The sides without those that are too thin when copies count once.

    Their sentences go to the side that scores next. One sentence more is asked for where all the
    originals are of one article.
    """
    first = first_of_copies(sentences)
    if len(set(first)) == len(first):
        return done
    left = list(range(len(done.sides)))
    while len(left) > FEWEST:
        main = done.scores[:, left].argmax(axis=1)
        thin = [(_originals(main == i, first, sentences), i) for i in range(len(left))]
        count, gone = min((pair for pair in thin if pair[0]), default=(0, 0))
        if not count:
            break
        left.pop(gone)
    return done.only(left)


def _originals(
    own: np.typing.NDArray[np.bool_], first: Sequence[int], sentences: Sequence[Sentence]
) -> int:
    """How many originals a side has, when they are too few and copies hide it; else nothing."""
    members = np.flatnonzero(own).tolist()
    originals = {first[i] for i in members}
    articles = {sentences[i].article for i in originals}
    enough = thinnest(len(sentences)) + (len(articles) < 2)
    return len(originals) if len(originals) < min(enough, len(members)) else 0


def first_of_copies(sentences: Sequence[Sentence]) -> list[int]:
    """For each sentence the first one, in another article, that it is a copy of; else itself."""
    first: list[int] = []
    seen: dict[str, int] = {}
    for i, sentence in enumerate(sentences):
        letters = _BETWEEN.sub("", fold(sentence.text))
        ends = (letters[:SAME], letters[-SAME:]) if len(letters) >= LEAST else ()
        known = [seen[end] for end in ends if end in seen]
        original = min((k for k in known if sentences[k].article != sentence.article), default=i)
        first.append(original)
        for end in ends:
            seen.setdefault(end, original)
    return first
