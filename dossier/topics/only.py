"""Only here: extracts whose content no other article of the dossier has.

Looked for in the whole dossier and not in the topic alone: what another article says was found
under another topic one time in five (twenty marks looked up, 2026-11-22).
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dossier.topics.extracts import Run
    from dossier.topics.sentences import Sentence

COMMON = 0.1
"""Names and terms in more than this share of the dossier's sentences tell nothing."""
SHARED, PART = 2, 8
"""Names, figures or terms that a passage of another article has to share for an extract not to be
alone; of one that has many, one in so many. What was found elsewhere by search shared .15 and more.
"""
RARE = 0.6
"""Share of an extract's names and terms that has to be rare in the dossier for it to be alone: what
is told mostly in words that all use ("a meeting held in Moscow") is told by them, however rare the
others. Of six marks found false by a reader, four were of these (2026-11-23).
"""

Item = int | str
"""A name, by its number, or a term."""


def only_here(
    runs: "Sequence[Run]",
    sentences: "Sequence[Sentence]",
    named: Sequence[tuple[int, ...]],
    terms: Sequence[Sequence[str]],
) -> list[bool]:
    """For each run, whether no passage of another article shares two of its names or terms.

    Of a long one, an eighth of them. Those that are frequent in the dossier tell nothing, and an
    extract that has many of them is not alone. In a dossier of one article nothing is: there is
    nothing to be alone among.
    """
    if len({sentence.article for sentence in sentences}) < 2:
        return [False] * len(runs)
    frequent = _frequent(named, terms)
    passages = list(_passages(sentences))
    articles = [sentences[places[0]].article for places in passages]
    holders: dict[Item, array[int]] = {}
    for number, places in enumerate(passages):
        for item in _content(places, named, terms) - frequent:
            holders.setdefault(item, array("i")).append(number)

    def is_alone(run: "Run") -> bool:
        every = _content(range(run.first, run.last + 1), named, terms)
        content = every - frequent
        having = [holders[item] for item in content]
        enough = max(SHARED, ceil(len(content) / PART))
        told = len(content) > SHARED and len(content) >= RARE * len(every)
        return told and not _is_shared(having, sentences[run.first].article, articles, enough)

    return [is_alone(run) for run in runs]


def _is_shared(
    having: Sequence[Sequence[int]], article: int, articles: Sequence[int], enough: int
) -> bool:
    """Whether one passage of another article holds enough items; each item has its holders.

    The rarest first: what is shared mostly shows before the common ones are looked at.
    """
    held: dict[int, int] = {}
    for holders in sorted(having, key=len):
        for number in holders:
            if articles[number] != article:
                held[number] = held.get(number, 0) + 1
                if held[number] >= enough:
                    return True
    return False


def _passages(sentences: "Sequence[Sentence]") -> Iterator[range]:
    """The places of the sentences of each passage."""
    for _, places in groupby(range(len(sentences)), key=lambda i: sentences[i].passage):
        first, *others = places
        yield range(first, first + 1 + len(others))


def _content(
    places: range, named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]
) -> set[Item]:
    content: set[Item] = {number for i in places for number in named[i]}
    return content | {term for i in places for term in terms[i]}


def _frequent(named: Sequence[tuple[int, ...]], terms: Sequence[Sequence[str]]) -> frozenset[Item]:
    """The names and terms of so many of the dossier's sentences that they tell nothing."""
    count: Counter[Item] = Counter()
    for names, own in zip(named, terms, strict=True):
        count.update({*names, *own})
    return frozenset(item for item, times in count.items() if times > max(3, COMMON * len(terms)))
