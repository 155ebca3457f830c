"""Whole: a phrase with the words that the articles hardly ever part from it.

"Les gilets" is no title where they all write "les gilets jaunes", nor "La tour" where they write
"la tour Eiffel". Only what belongs to a noun is put behind it: an adjective, a figure, a name, the
second of two that something is between.
"""

import re
from collections import Counter
from collections.abc import Iterable

from dossier.topics.headings import bare
from dossier.topics.titles.phrases import is_adjective

MOSTLY, FEWEST = 0.6, 3
"""Share of the places of a phrase in which the same word follows for it to belong there; and how
many that have to be."""
STEPS = 2
"""Words that are put behind a phrase."""
_NEXT = r"(?P<more>(?: et)? [\w-]*\w)"
_BETWEEN = re.compile(r"\bentre (?:l[ea]s? |l['’])?[^ ]+$")


def whole(title: str, texts: Iterable[str], language: str | None) -> str:
    """The title with what mostly follows it in the texts and belongs to it; in French."""
    if language != "fr":
        return title
    texts = tuple(texts)
    for _ in range(STEPS):
        if not (more := _mostly_behind(title, texts)):
            break
        title += more
    return title


def _mostly_behind(title: str, texts: Iterable[str]) -> str:
    """What mostly follows the title and belongs to it, with its space; empty for nothing."""
    place = re.compile(rf"\b{re.escape(bare(title))}(?!\w)(?:{_NEXT})?", re.IGNORECASE)
    following = Counter(match["more"] for text in texts for match in place.finditer(text))
    told = Counter({more: n for more, n in following.items() if more and _belongs(more, title)})
    more, times = max(told.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    return more if times >= max(FEWEST, MOSTLY * following.total()) else ""


def _belongs(more: str, title: str) -> bool:
    """Whether words behind a phrase are of it and no verb's."""
    joined, word = more.startswith(" et "), more.rpartition(" ")[2]
    if _BETWEEN.search(title):
        return joined
    return not joined and (is_adjective(word) or word.isdigit() or word[0].isupper())
