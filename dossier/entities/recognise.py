"""Every mention of a page: names first decided over the dossier, then dates and figures.

Where two claim the same words, a date goes before a name ("May 5th") and a name before a figure
("20 Minutes").
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from dossier.entities.bodies import in_brackets, stands_for
from dossier.entities.counted import words_near
from dossier.entities.dates import find_dates
from dossier.entities.days import Setting, day_of, place
from dossier.entities.entity import Mention
from dossier.entities.figures import find_figures
from dossier.entities.lexicon import key
from dossier.entities.measures import amount, bound_before
from dossier.entities.merging import Heard
from dossier.entities.names import find_names
from dossier.entities.pages import Page
from dossier.entities.waters import land_of
from dossier.spans import Span

_AROUND = 70
"""Code points on either side of a weekday in which its tense is looked for."""


class Reading(NamedTuple):
    """A mention, its words in plain text, and what they amount to."""

    mention: Mention
    words: str
    value: str | None = None
    """Of a date or figure, as ``Entity.value``."""
    group: str = ""
    """What readings of one date or figure share; of a place, whether a river or a territory; of a
    body, the name that it stands for in brackets."""
    near: frozenset[str] = frozenset()
    """Of a figure, the beginnings of the words around it."""


def recognise(pages: Sequence[Page], heard: Sequence[Heard] = ()) -> list[Reading]:
    """The mentions of all pages, in reading order, no overlap; ``heard`` is a model's."""
    readings = []
    for page, mentions in zip(pages, find_names(pages, heard), strict=True):
        names = _in_brackets(page.text, [_named(page, mention) for mention in mentions])
        dates = list(_dates(page))
        dates = _outside(dates, names)
        names = _apart(names, dates)
        figures = _apart(list(_figures(page)), _ordered(names, dates))
        readings += _ordered(names, dates, figures)
    return readings


def _in_brackets(text: str, names: Sequence[Reading]) -> list[Reading]:
    """The names, those in brackets behind a body of which they are letters tied to it."""
    tied = list(names)
    for at, (one, other) in enumerate(pairwise(names)):
        kinds = {one.mention.kind, other.mention.kind}
        span = other.mention.span
        if kinds == {"organisation"} and in_brackets(
            text, one.mention.span.end, span.start, span.end
        ):
            if stands_for(other.words, one.words):
                tied[at + 1] = other._replace(group=one.words)
            elif stands_for(one.words, other.words):
                tied[at] = one._replace(group=other.words)
    return tied


def _named(page: Page, mention: Mention) -> Reading:
    land = land_of(page.text, mention.span) if mention.kind == "place" else ""
    return Reading(mention, mention.span.of(page.text), group=land)


def _dates(page: Page) -> Iterator[Reading]:
    spoken: date | None = None
    for line in page.lines:
        for span in find_dates(page.text, line.words, page.language):
            words = span.of(page.text)
            around = page.text[max(0, span.start - _AROUND) : span.end + _AROUND]
            setting = Setting(page.language, page.published, spoken, _sentence(around, words))
            when = place(words, setting)
            spoken = day_of(when.value and when.value.split("/")[0]) or spoken
            bound = bound_before(page.text, span.start)
            group = when.value or f"{page.file} {key(words)}"
            yield Reading(
                Mention(page.file, span, "date", when.why, bound), words, when.value, group
            )


def _sentence(around: str, words: str) -> str:
    """The part of the surroundings that is one sentence with the words."""
    before, _, behind = around.partition(words)
    return before.rsplit(". ", 1)[-1] + words + behind.split(". ", 1)[0]


def _figures(page: Page) -> Iterator[Reading]:
    for line in page.lines:
        for span in find_figures(page.text, line.words, page.language):
            words = span.of(page.text)
            value, what = amount(words, page.language)
            bound = bound_before(page.text, span.start)
            mention = Mention(page.file, span, "figure", what, bound)
            group = value or key(words)
            if what == "a share":
                group += _shared(page.text, span)
            yield Reading(mention, words, value, group, words_near(page.text, span))


def _shared(text: str, span: Span) -> str:
    """What a share is a share of, to tell 20 % of one thing from 20 % of another."""
    words = key(text[span.end : span.end + 40]).replace("'", "' ").split()
    if words and words[0] in ("du", "de", "des", "d'", "of"):
        return " of " + " ".join(w for w in words[1:4] if w not in ("la", "l'", "the"))[:12]
    return ""


def _outside(dates: Sequence[Reading], names: Sequence[Reading]) -> list[Reading]:
    """The dates that are no part of a longer name, as "dimanche" is of a paper's."""
    kept = []
    at = 0
    for date_ in dates:
        span = date_.mention.span
        while at < len(names) and names[at].mention.span.end < span.end:
            at += 1
        inside = at < len(names) and names[at].mention.span.covers(span)
        if not inside or len(names[at].mention.span) == len(span):
            kept.append(date_)
    return kept


def _ordered(*readings: Sequence[Reading]) -> list[Reading]:
    """All the readings of one file in reading order."""
    return sorted((r for some in readings for r in some), key=lambda r: r.mention.span)


def _apart(readings: Sequence[Reading], taken: Sequence[Reading]) -> list[Reading]:
    """The readings that overlap none of those taken; both in reading order."""
    kept = []
    at = 0
    for reading in readings:
        span = reading.mention.span
        while at < len(taken) and taken[at].mention.span.end <= span.start:
            at += 1
        if at == len(taken) or not taken[at].mention.span.overlaps(span):
            kept.append(reading)
    return kept
