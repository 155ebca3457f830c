"""Dates, as the reader's language writes them."""

from datetime import date

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
        say("May."),
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


def short_date(day: date) -> str:
    """The date for a list: 3 Dec."""
    return f"{_day(day)} {_short_months()[day.month - 1].removesuffix('.')}"
