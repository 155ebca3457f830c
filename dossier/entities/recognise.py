"""Every mention of a page: names first decided over the dossier, then dates and figures.

Where two claim the same words, a date goes before a name ("May 5th") and a name before a figure
("20 Minutes").
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from sys import intern
from typing import NamedTuple

from dossier.article import Article
from dossier.entities.bodies import in_brackets, stands_for
from dossier.entities.counted import words_near
from dossier.entities.dates import find_dates
from dossier.entities.days import day_of, place
from dossier.entities.entity import Mention
from dossier.entities.figures import find_figures
from dossier.entities.lexicon import key
from dossier.entities.measures import amount, are_ends, bound_before
from dossier.entities.merging import Heard
from dossier.entities.names import Names
from dossier.entities.pages import UNREAD, Page, read_page
from dossier.entities.surroundings import AGE
from dossier.entities.tenses import Setting
from dossier.entities.waters import land_of
from dossier.entities.weekdays import is_weekday
from dossier.entities.words import find_small_words, plain
from dossier.spans import Span

_ENDS = re.compile(
    r"\n|(?<=[a-zà-ÿ0-9»”)%€]{2})[.!?…]+[»”\")]*(?: +(?=[«“\"(A-ZÀ-Þ0-9])|(?=[A-ZÀ-Þ]))"
)
"""Where a sentence ends, near enough; behind "M." or "av." none does."""
_LINK = re.compile(
    r"(?:,|,? (?:et|and|und|y|e|ou|or|o|oder)(?: (?:le|ce|on|den|el|il))?"
    r"| (?:(?:jusqu['’])?(?:à|au)|to|through|until|bis|a|al|hasta el|até)) "
)
"""What stands between two weekdays that are named in one breath."""
INTRODUCED = "introduced"
"""The group of one word that an age follows, as of who was not named before."""
_AROUND = 160
"""Code points on either side of a date in which what its sentence says of it is looked for."""


class Reading(NamedTuple):
    """A mention, its words in plain text, and what they amount to."""

    mention: Mention
    words: str
    value: str | None = None
    """Of a date or figure, as ``Entity.value``."""
    group: str = ""
    """What readings of one date or figure share; of a place, whether a river or a territory; of a
    body, the name that it stands for in brackets; of a person, whether introduced."""
    near: tuple[str, ...] = ()
    """Of a figure, the beginnings of the words around it."""


def recognise(articles: Sequence[Article], heard: Sequence[Heard] = ()) -> list[Reading]:
    """The mentions of all articles, in reading order, no overlap; ``heard`` is a model's.

    Of a large dossier the words would be most of what is held: articles are read one after the
    other, and what is kept of each is what may be a name, and its dates and figures.
    """
    by_file: dict[str, list[Heard]] = defaultdict(list)
    for told in heard:
        by_file[told.file].append(told)
    names = Names(small_words(articles))
    values = []
    for article in articles:
        page = read_page(article)
        names.look_at(page, by_file.get(page.file, ()))
        values.append((list(read_dates(page)), list(_figures(page))))
    names.decide()
    readings: list[Reading] = []
    for at, (article, (dates, figures)) in enumerate(zip(articles, values, strict=True)):
        text = plain(article.text)
        found = [_named(text, mention) for mention in names.on(at, article.file, text)]
        readings += _together(_in_brackets(text, found), dates, figures)
    return readings


def small_words(articles: Sequence[Article]) -> frozenset[str]:
    """The words the dossier writes with a small letter."""
    small: set[str] = set()
    for article in articles:
        text = plain(article.text)
        for block in article.blocks:
            if block.kind not in UNREAD:
                small |= find_small_words(text, block.span)
    return frozenset(small)


def _together(
    names: Sequence[Reading], dates: Sequence[Reading], figures: Sequence[Reading]
) -> list[Reading]:
    """What stands in one article, without what gives way."""
    dates = _outside(dates, names)
    names = _apart(names, dates)
    return _ordered(names, dates, _apart(figures, _ordered(names, dates)))


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


def _named(text: str, mention: Mention) -> Reading:
    words = intern(mention.span.of(text))
    if mention.kind == "person" and " " not in words and AGE.match(text, mention.span.end):
        return Reading(mention, words, group=INTRODUCED)
    land = land_of(text, mention.span) if mention.kind == "place" else ""
    return Reading(mention, words, group=land)


def read_dates(page: Page) -> Iterator[Reading]:
    """The dates of a page, each placed beside the day the article is of."""
    spoken: date | None = None
    years: dict[tuple[int, int], int] = {}
    for line in page.lines:
        told: date | None = None
        before: Span | None = None
        last: tuple[int, date | None] = (0, None)
        for span in find_dates(page.text, line.words, page.language):
            words = intern(span.of(page.text))
            around, at = _sentence(page.text, span)
            is_paired = before is not None and _LINK.fullmatch(page.text, before.end, span.start)
            is_gloss = last[0] + len(" (") == span.start and page.text.startswith(" (", last[0])
            setting = Setting(
                page.language,
                page.published,
                spoken,
                around,
                at,
                told,
                years,
                bool(is_paired),
                last[1] if is_gloss else None,
            )
            when = place(words, setting)
            day = day_of(when.value and when.value.split("/")[0])
            told, last = day or told, (span.end, day)
            if not when.is_aside:
                spoken = day or (spoken if _is_placed(when.value) else None)
            if day and str(day.year) in words:
                years[day.month, day.day] = day.year
            elif day and years.get((day.month, day.day), day.year) != day.year:
                del years[day.month, day.day]
            bound = bound_before(page.text, span.start)
            value = intern(when.value) if when.value else None
            group = value or f"{page.file} {key(words)}"
            mention = Mention(page.file, span, "date", intern(when.why), bound)
            before = span if is_weekday(words, page.language) else None
            yield Reading(mention, words, value, group)


def _is_placed(value: str | None) -> bool:
    """Whether a date's value is known; a day whose year is not hides the one named before it."""
    return value is not None and not value.startswith("--")


def _sentence(text: str, span: Span) -> tuple[str, int]:
    """What is around a date in its sentence, as far as its tense is looked for, and where it is."""
    low, high = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    low = max((end.end() for end in _ENDS.finditer(text, low, span.start + 1)), default=low)
    end = _ENDS.search(text, span.end, high)
    return text[low : end.end() if end else high], span.start - low


def _figures(page: Page) -> Iterator[Reading]:
    for line in page.lines:
        for span in find_figures(page.text, line.words, page.language):
            words = intern(span.of(page.text))
            spans = are_ends(page.text, span.start, words)
            value, what = amount(words, page.language, is_span=spans)
            bound = bound_before(page.text, span.start)
            mention = Mention(page.file, span, "figure", what, bound)
            group = value or key(words)
            if what == "a share":
                group = intern(group + _shared(page.text, span))
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
