"""Weekdays: which day one means, by its number, its week, its verb, the weekday before it."""

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dossier.entities.dates import ENGLISH_DAYS, ENGLISH_MONTHS, FRENCH_DAYS, FRENCH_MONTHS
from dossier.entities.lexicon import key
from dossier.entities.tenses import (
    NEXT,
    PAST,
    Setting,
    days_of_this,
    looks_ahead,
    turned_from,
    week_told,
)
from dossier.language.calendar import days_in, months_in

_NUMBERED = re.compile(r"\b(\d{1,2})(?:er|º|ª)?\W*$")
"""The day of the month that stands behind a weekday: "lundi 25", "sexta-feira (15)"."""
NOT_KNOWN_WHICH = "whether it is past or to come is not known"
_WITHIN = 45
"""Days from the article's own in which a weekday with its number is looked for."""


class When(NamedTuple):
    """What a date's words mean."""

    value: str | None
    """ISO 8601; None when it cannot be told."""
    why: str
    """The rule that told, in the reader's words."""
    is_aside: bool = False
    """Whether what is named next is told from the day named before, not from this one."""


@cache
def _names(which: str) -> dict[str, int]:
    lists = (FRENCH_MONTHS, ENGLISH_MONTHS) if which == "months" else (FRENCH_DAYS, ENGLISH_DAYS)
    found = {key(n): i for names in lists for i, n in enumerate(names.split(), which == "months")}
    if which == "months":
        short = {n[:3]: i for n, i in found.items() if n not in ("juin", "juillet", "mai", "mars")}
        found = {**short, **found, "sept": 9, "janv": 1, "fevr": 2}
    return found


def named(which: str, words: str, language: str) -> list[int]:
    """The "months", from 1 on, or "days", from 0, Monday, on, that folded words name, in order."""
    told = months_in(language) if which == "months" else days_in(language)
    names = told or _names(which)
    return [names[w] for w in re.findall(r"[^\W\d_]+(?:-feira)?", words) if w in names]


def is_weekday(words: str, language: str) -> bool:
    """Whether the words are a weekday and no more than the time of day: "jeudi soir"."""
    folded = key(words)
    return bool(named("days", folded, language)) and not re.search(r"\d", folded)


def falls_on(words: str, day: date) -> bool:
    """Whether a day can be the one meant: no weekday told in French or English is another."""
    told = named("days", key(words), "")
    return not told or day.weekday() in told


def place_weekday(words: str, setting: Setting) -> When | None:
    """The day that a weekday means; None for words without one."""
    days = named("days", words, setting.language)
    if not days:
        return None
    if (published := setting.published) is None:
        return When(None, "the article's own date is not known")
    glossed = setting.glossed
    if glossed is not None and days == [glossed.weekday()]:
        return When(glossed.isoformat(), f"told from the day named before, {glossed}")
    if (number := _NUMBERED.search(words)) is not None:
        return _on_day(int(number[1]), days[0], published)
    if len(days) == 1 and (weeks := week_told(words, setting)) is not None:
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
        day = monday + timedelta(days=days[0])
        return When(day.isoformat(), f"told from the article's date, {published}")
    if len(days) == 1 and (way := turned_from(words, setting)):
        return _from_spoken(setting.spoken, days[0], way)
    if len(days) == 1 and setting.is_paired and not (PAST.search(words) or NEXT.search(words)):
        return _following(setting.spoken, days[0])
    ahead = looks_ahead(words, setting)
    near = (days[0] - published.weekday() + 3) % 7 - 3
    within = days_of_this(words, setting) if len(days) == 1 else 0
    if 0 < abs(near) <= within and not (ahead and near < 0):
        day = published + timedelta(days=near)
        return When(day.isoformat(), f"nearest to the article's date, {published}")
    if ahead is None and published.weekday() != days[0]:
        return When(None, NOT_KNOWN_WHICH)
    first = _weekday_from(published, days[0], words, ahead=bool(ahead))
    value = first.isoformat()
    if len(days) > 1:
        value += "/" + (first + timedelta(days=(days[1] - days[0]) % 7)).isoformat()
    why = "the next one after" if ahead else "the last one before"
    return When(value, f"{why} the article's date, {published}")


def _from_spoken(spoken: date | None, weekday: int, way: int) -> When:
    """The weekday before or after the day named before it."""
    if spoken is None:
        return When(None, "no day is named before", is_aside=True)
    if way > 0:
        return _following(spoken, weekday)._replace(is_aside=True)
    day = spoken - timedelta(days=(spoken.weekday() - weekday) % 7 or 7)
    why = f"the last one before the day named before, {spoken}"
    return When(day.isoformat(), why, is_aside=True)


def _following(spoken: date | None, weekday: int) -> When:
    """The weekday that follows the day named before it."""
    if spoken is None:
        return When(None, NOT_KNOWN_WHICH)
    day = spoken + timedelta(days=(weekday - spoken.weekday()) % 7 or 7)
    return When(day.isoformat(), f"the next one after the day named before, {spoken}")


def _on_day(day: int, weekday: int, published: date) -> When:
    """The nearest day that has this number and this weekday."""
    near = (
        published + timedelta(days=shift) for shift in sorted(range(-_WITHIN, _WITHIN), key=abs)
    )
    for one in near:
        if (one.day, one.weekday()) == (day, weekday):
            return When(one.isoformat(), f"nearest to the article's date, {published}")
    return When(None, "no such day of the month is near the article's date")


def _weekday_from(published: date, weekday: int, words: str, *, ahead: bool) -> date:
    """The last such weekday or, ahead, the next; today's is either, unless it is said which."""
    back = (published.weekday() - weekday) % 7
    if ahead:
        return published + timedelta(days=(7 - back) % 7 or 7 * bool(NEXT.search(words)))
    return published - timedelta(days=back or 7 * bool(PAST.search(words)))
