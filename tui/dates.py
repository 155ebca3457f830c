"""Dates, as the reader's language writes them."""

import re
from datetime import date

from dossier.article import Article
from tui.wording import say


def _months() -> tuple[str, ...]:
    return (
        say("January"),
        say("February"),
        say("March"),
        say("April"),
        say("May"),
        say("June"),
        say("July"),
        say("August"),
        say("September"),
        say("October"),
        say("November"),
        say("December"),
    )


def _short_months() -> tuple[str, ...]:
    return (
        say("Jan"),
        say("Feb"),
        say("Mar"),
        say("Apr"),
        say("May.").removesuffix("."),
        say("Jun"),
        say("Jul"),
        say("Aug"),
        say("Sep"),
        say("Oct"),
        say("Nov"),
        say("Dec"),
    )


def _day(day: date) -> str:
    return str(day.day) if day.day > 1 else say("1 ").strip()


def long_date(day: date) -> str:
    """The date in full: 3 December 2025."""
    return f"{_day(day)} {_months()[day.month - 1]} {day.year}"


def dated(article: Article) -> str | None:
    """The day an article came out; else the day it was changed, said so; None without either."""
    if article.published:
        return long_date(article.published)
    return say("updated {date}", date=long_date(article.updated)) if article.updated else None


def short_date(day: date) -> str:
    """The date for a list: 3 Dec."""
    return f"{_day(day)} {_short_months()[day.month - 1]}"


def told_date(value: str) -> str:
    """What the words of a date were taken for: its days and months as the language writes them.

    ``value`` is ISO 8601. Of weeks, seasons, hours and days without a year, as it is.
    """
    return " – ".join(map(_told, value.split("/")))


def _told(value: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return long_date(date.fromisoformat(value))
        if re.fullmatch(r"\d{4}-\d\d", value):
            month = date.fromisoformat(f"{value}-01")
            return f"{_months()[month.month - 1]} {month.year}"
    except ValueError:  # no such day, or a season: "2025-23"
        pass
    return value
