"""Which figures of one value tell of one thing: "deux personnes" killed are not two missing.

A figure that hardly stands twice by chance (1 259 jobs, 41.5 million), or that says what is counted
(28 points), is one wherever it stands; a few persons or years only where the words around them
share something that not every figure has beside it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from sys import intern

from dossier.entities.lexicon import key, listed
from dossier.entities.measures import is_unit
from dossier.spans import Span

_REACH = 70
"""Code points on either side that are looked at."""
_STEM = 4
"""Letters of a word that are compared: "duré" and "durée" are one."""
_COMMON = 4
"""A stem beside more than one figure in so many tells nothing."""
_FEW = 8
"""Figures from which that is counted."""
_OF_ANYTHING = listed(
    "s min h d wk mo y decades centuries personne personnes homme hommes femme femmes enfant"
    " enfants fois autres jeunes gens people person persons men women children times others"
)
"""Units and nouns that so much is counted in that they tell nothing."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = listed(
    "dans avec pour plus moins cett cet cela sont etai avai aura sera soit dont mais comm entr sans"
    " tout tous autr leur nous vous elle ains auss selo depu apre avan pend fait etre avoi ente"
    " this that with from have were been they thei more than less also whic when what will woul"
    " afte befo abou said into over some only othe"
)


def words_near(text: str, span: Span) -> tuple[str, ...]:
    """The beginnings of the words around a figure that may tell what it is of."""
    before = text[max(0, span.start - _REACH) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _REACH].partition("\n")[0]
    return tuple({stem for word in _WORD.findall(f"{before} {after}") if (stem := _stem(word))})


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """The beginning of a word by which it is compared; "" of one that tells nothing."""
    stem = intern(key(word)[:_STEM])
    return "" if stem in _EMPTY else stem


def is_telling(value: str | None) -> bool:
    """Whether a value tells by itself what it is of.

    One that hardly stands twice by chance does (a range, a decimal, three digits or more), and one
    that says what is counted: "28 points", not "2 persons", "29 years" or a bare 6.
    """
    number, _, what = (value or "").partition(" ")
    return len(number) > 2 or (what != "" and what not in _OF_ANYTHING)


def tells_what(unit: str) -> bool:
    """Whether what is counted tells what a figure is of: "blesses", not "personnes" nor a unit."""
    return unit not in _OF_ANYTHING and not is_unit(unit)


def told_apart(near: Sequence[tuple[str, ...]], frequent: frozenset[str]) -> Iterator[list[int]]:
    """The numbers of figures of one value that tell of one thing, by what is near each."""
    home: dict[str, int] = {}
    group = list(range(len(near)))

    def root(at: int) -> int:
        while group[at] != at:
            at = group[at]
        return at

    for at, stems in enumerate(near):
        for stem in stems:
            if stem in frequent:
                continue
            first = root(home.setdefault(stem, at))
            group[max(first, root(at))] = min(first, root(at))
    found: dict[int, list[int]] = {}
    for at in range(len(near)):
        found.setdefault(root(at), []).append(at)
    yield from found.values()


def frequent_words(near: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """What stands beside so many of the dossier's figures that it tells none from another."""
    counts = Counter(stem for stems in near for stem in stems)
    most = max(_FEW, len(near)) / _COMMON
    return frozenset(stem for stem, number in counts.items() if number > most)
