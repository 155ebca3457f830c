"""Because: what puts an extract in its topic, as scripts are told it: in English, in a sentence.

The words of the articles stand in it as they are; the screen tells its reasons in its own words.
"""

from collections.abc import Sequence

TERMS = "it has {}"
HEADING = "under the heading {}"
LIKENESS = "close to other sentences here by {}"
OPENING = "it opens the article"

NEITHER = "Nothing ties it clearly to one topic."
BY_HAND = "Put here by hand."
KEPT = "It stood here when the topic was given its title."
"""Why an extract is in a topic that the articles make no more."""
APART = "The whole article: it shares few words with the others."


def because(*reasons: str) -> str:
    """The reasons as one sentence; that there is none, where there is none."""
    said = ", ".join(reasons)
    return f"{said[0].upper()}{said[1:]}." if said else NEITHER


def has(words: Sequence[str]) -> str:
    """That it has these words."""
    return TERMS.format(listed(words))


def listed(words: Sequence[str]) -> str:
    """The words in quotes, the last one joined by "and"."""
    marked = [f"“{word}”" for word in words]
    return " and ".join(filter(None, (", ".join(marked[:-1]), *marked[-1:])))
