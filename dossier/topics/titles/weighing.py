"""Weighing: how likely a desk editor is to print a title over a topic.

Of 309 topics of thirty-one dossiers, some 4,100 titles were rated good, so-so or bad by readers who
had read all their sentences and did not know how titles are made (2026-11-22). What is good about
them was fitted to a few figures of each (ridge regression). On 26 of the dossiers, each by what the
others gave, 34 in 100 titles of groups that no frame leads were good where it had been 20, and 20
bad where it had been 35; of the others 54 and 11, where it had been 52 and 12.
"""

from collections.abc import Sequence

from dossier.topics.titles.bearing import Bearing, is_plural
from dossier.topics.titles.candidates import Candidate
from dossier.topics.titles.material import Material
from dossier.topics.words import terms_of

NOUN, PAIR, NAME, CLAUSE, VOICES, PLURAL = -0.12, -0.02, -0.12, -0.12, 0.05, 0.03
"""What it is worth beside a phrase: a noun alone, two things, who, what a headline says, that it is
people's words, several things."""
TOUCHED, MARKED, MOSTLY = 0.08, 0.11, 0.2
"""What it is worth that all the sentences have a word of it; that they have more of it than the
others; and that they have most of it and the others have not."""
PRINTED, EVERYWHERE, MANY = 0.09, -0.16, 0.4
"""The same of a title that stands in a headline; that stands in many; and share that are many."""
WRITTEN = 0.78
"""The same of a clause from the headline of the article that has all of the topic."""
LEADS, FIRST, TOLD, SPOKEN, ONE_TERM = 0.27, 0.13, 0.14, 0.4, -0.22
"""The same of what the frame is called that leads the topic; of the most telling of its titles; of
how well it tells the topic; of another frame that all sentences speak of; and of a frame that one
word alone speaks of."""
NEARLY = 0.6
"""Share of a title's words, the rare ones counting more, that is most of it."""


def weigh(one: Candidate, bearing: Bearing, material: Material) -> float:
    """How likely it is to be printed: .5 and more is good, 0 and less is bad."""
    return (
        _as_what_it_is(one)
        + _as_told(one.title, bearing)
        + _as_printed(one, bearing, material)
        + _as_a_frame(one)
    )


def _as_what_it_is(one: Candidate) -> float:
    worth = {"noun": NOUN, "pair": PAIR, "name": NAME, "clause": CLAUSE, "voices": VOICES}
    return sum(worth.get(kind, 0.0) for kind in one.kinds) + PLURAL * is_plural(one.title)


def _as_told(title: str, bearing: Bearing) -> float:
    """What the topic's words and those of the others say of it."""
    many = len(bearing.own)
    met = bearing.met(title)
    inside = [share for i, share in met.items() if i in bearing.first]
    outside = [share for i, share in met.items() if i not in bearing.first]
    mostly = sum(share >= NEARLY for share in inside) / many
    elsewhere = sum(share >= NEARLY for share in outside) / bearing.others
    touched = TOUCHED * len(inside) / many
    return touched + MARKED * bearing.marked(title) + MOSTLY * (mostly - elsewhere)


def _as_printed(one: Candidate, bearing: Bearing, material: Material) -> float:
    """What the headlines say of it."""
    worth = 0.0
    if headlines := _share(one.title, material.names, material.language):
        worth += PRINTED + (EVERYWHERE if headlines >= MANY else 0.0)
    if one.article is not None:
        own = [bearing.sentences[i].article == one.article for i in bearing.own]
        worth += WRITTEN * sum(own) / len(own)
    return worth


def _share(title: str, headlines: Sequence[str], language: str | None) -> float:
    """The share of the headlines that have all the words of a title."""
    terms = set(terms_of(title, language))
    told = [headline for headline in headlines if headline and terms]
    having = sum(terms.issubset(terms_of(headline, language)) for headline in told)
    return having / max(1, len(told))


def _as_a_frame(one: Candidate) -> float:
    if "frame" not in one.kinds:
        return 0.0
    share, told, alone = (one.kin.share, one.kin.told, one.kin.alone) if one.kin else (0, 0, 1)
    if one.leads:
        return LEADS + FIRST * one.first + TOLD * told + ONE_TERM * alone
    return SPOKEN * share + ONE_TERM * alone
