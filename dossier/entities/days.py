"""Which day, month or year a date's words mean, when the article's own date tells.

Values are ISO 8601, as exact as the words: "2025-12-02", "2025-12", "2025-W48", "T19:40",
"2025-11-29/2025-11-30". A season is the 21st to 24th "month" of ISO 8601-2. A day without a year,
when none can be told, is "--12-02". None is never guessed away: what cannot be told stays None.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import zip_longest

from dossier.entities import numerals
from dossier.entities.eastern import eastern_parts
from dossier.entities.lexicon import key
from dossier.entities.tenses import NEXT, PAST, Setting, beside, is_last, turned
from dossier.entities.weekdays import When, named, place_weekday

_SEASONS = {
    "printemps": 21, "spring": 21, "ete": 22, "summer": 22,
    "automne": 23, "autumn": 23, "fall": 23, "hiver": 24, "winter": 24,
}  # fmt: skip
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_BACK = re.compile(r"auparavant|plus tot|avant|il y a|\bago\b|earlier")
_OF_WHAT = re.compile(r" d(?:[eu]|es) | d'| (?:the|an?|its?|his|her|their|he|she|they) ")
"""What stands behind a day that is told from something else than the day named before."""
NO_YEAR = "the year cannot be told"
_YEARS = 6
"""Years back and ahead in which a day with its weekday is looked for: it comes again after six."""
_NEAR = 30
"""Days from the article's own in which a day is this year's, whichever the article told before."""
_UNITS = {
    "jour": "day", "day": "day", "semaine": "week", "week": "week", "mois": "month",
    "month": "month", "annee": "year", "an": "year", "ans": "year", "year": "year",
}  # fmt: skip


def place(words: str, setting: Setting) -> When:
    """What day, month, year or time the words mean."""
    folded = key(words)
    for rule in _RULES:
        if (when := rule(folded, setting)) is not None:
            return when
    return When(None, "a date that cannot be placed")


def day_of(value: str | None) -> date | None:
    """The day that a value names; None when it is no single day."""
    if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _numeric(words: str, setting: Setting) -> When | None:
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words):
        return When(_iso(*map(int, match.groups())), "written in full")
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2,4})", words):
        day, month, year = map(int, match.groups())
        if setting.language == "en" and day <= 12 < month:
            day, month = month, day
        return When(_iso(year if year > 99 else 2000 + year, month, day), "written in full")
    return None


def _clock(words: str, setting: Setting) -> When | None:
    del setting
    if words in ("minuit", "midnight", "noon"):
        return When("T12:00" if words == "noon" else "T00:00", "a time of day")
    if match := re.fullmatch(r"(\d{1,2})[.:h](\d\d)(?: ?(?:horas|hs?|ore|uhr|uur))?", words):
        return When(f"T{int(match[1]):02}:{match[2]}", "a time of day")
    if match := re.fullmatch(r"(\d{1,2}) (?:heures?|uur)(?: (\d\d))?", words):
        return When(f"T{int(match[1]):02}:{match[2] or '00'}", "a time of day")
    match = re.fullmatch(r"(\d{1,2}) ?(?:h|:|\.)? ?(\d\d)? ?(a\.?m\.?|p\.?m\.?|[a-z]{2,3})?", words)
    if match is None or not re.search(r"[h:]|[ap]\.?m", words):
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    if (match[3] or "").startswith("p") and hour < 12:
        hour += 12
    return When(f"T{hour:02}:{minute:02}", "a time of day") if hour < 25 and minute < 60 else None


def _eastern(words: str, setting: Setting) -> When | None:
    if (parts := eastern_parts(words)) is None:
        return None
    year, month, day = parts
    if not month:
        return When(f"{year:04}", "written in full") if year else None
    if not day:
        return _month(words, month, year or None, setting)
    if year:
        return When(_iso(year, month, day), "written in full")
    if (anchor := _anchor(None, setting)) is None:
        return When(f"--{month:02}-{day:02}", NO_YEAR)
    return When(_nearest(day, month, anchor, None), _by(setting, "nearest to"))


def _of_month(words: str, setting: Setting) -> When | None:
    months = named("months", words, setting.language)
    if not months:
        return None
    month = months[0]
    years = _YEAR.findall(words)
    counted = re.sub(r" (?:one|first)$", " 1", words)
    days = [int(d) for d in re.findall(r"\b(\d{1,2})(?:er|st|nd|rd|th|º|ª)?\b", counted)]
    if not days:
        return _month(words, month, int(years[0]) if years else None, setting)
    if years:
        whole = [_iso(int(years[0]), month, d) for d in days]
        return When(_span(whole), "written in full")
    weekdays = named("days", words, setting.language)
    ahead = turned(words, setting)
    anchor = _anchor(ahead, setting)
    if ahead is None and not weekdays and (year := _given(days[0], month, anchor, setting)):
        whole = [_iso(year, month, d) for d in days]
        return When(_span(whole), "the article gives the year elsewhere")
    if anchor is None:
        why = NO_YEAR if ahead is None else "the article's own date is not known"
        return When(f"--{month:02}-{days[0]:02}", why)
    near = [
        _nearest(day, month, anchor, weekday, ahead)
        for day, weekday in zip_longest(days, weekdays[: len(days)])
    ]
    how = (
        "nearest to" if ahead is None else "the next one after" if ahead else "the last one before"
    )
    return When(_span(near), _by(setting, how))


def _anchor(ahead: bool | None, setting: Setting) -> date | None:
    """What a year is told from; past and to come are so from the article's own day alone."""
    return setting.published or (setting.told if ahead is None else None)


def _given(day: int, month: int, anchor: date | None, setting: Setting) -> int | None:
    """The year that the article gave the day before; None where one is near its own date."""
    near = day_of(_nearest(day, month, anchor, None)) if anchor else None
    is_near = anchor and near and abs((near - anchor).days) <= _NEAR
    return None if is_near else setting.years.get((month, day))


def _by(setting: Setting, how: str) -> str:
    """How a date was told, from the article's own date or, for want of one, the day before it."""
    if setting.published:
        return f"{how} the article's date, {setting.published}"
    return f"{how} the day named before, {setting.told}"


def _span(days: list[str | None]) -> str | None:
    if None in days:
        return None
    known = [d for d in days if d]
    return known[0] if len(known) == 1 else f"{known[0]}/{known[-1]}"


def _nearest(
    day: int, month: int, to: date, weekday: int | None, ahead: bool | None = None
) -> str | None:
    """The nearest such day; of a weekday that was told, the nearest that is one, if there is.

    ``ahead`` says that it is to come, or past; None that either may be.
    """
    written = (_iso(to.year + y, month, day) for y in range(-_YEARS, _YEARS + 1))
    every = [date.fromisoformat(one) for one in written if one]
    known = [one for one in every if ahead is None or (one >= to if ahead else one <= to)]
    meant = [one for one in known if one.weekday() == weekday] or known
    nearest = min(meant, key=lambda one: abs((one - to).days), default=None)
    return nearest.isoformat() if nearest else None


def _month(words: str, month: int, year: int | None, setting: Setting) -> When:
    if year is not None:
        return When(f"{year:04}-{month:02}", "written in full")
    ahead = turned(words, setting)
    if (published := _anchor(ahead, setting)) is None:
        return When(None, NO_YEAR)
    if is_last(words, setting):
        year = published.year - (month >= published.month)
    elif ahead is False:
        year = published.year - (month > published.month)
    elif NEXT.search(words) or ahead:
        year = published.year + (month <= published.month)
    else:
        gaps = {y: (y - published.year) * 12 + month - published.month for y in _years(published)}
        year = min(gaps, key=lambda y: abs(gaps[y]))
    return When(f"{year:04}-{month:02}", _by(setting, "nearest to"))


def _years(published: date) -> tuple[int, ...]:
    return published.year, published.year - 1, published.year + 1


def _told_from_today(words: str, setting: Setting) -> When | None:
    shifts = (
        ("avant-hier", -2), ("hier", -1), ("yesterday", -1), ("last night", -1),
        ("aujourd'hui", 0), ("today", 0), ("tonight", 0), ("demain", 1), ("tomorrow", 1),
        ("vorgestern", -2), ("gestern", -1), ("heute", 0), ("ubermorgen", 2), ("morgen", 1),
        ("anteayer", -2), ("ayer", -1), ("hoy", 0), ("ieri", -1), ("oggi", 0), ("domani", 1),
        ("dopodomani", 2), ("anteontem", -2), ("ontem", -1), ("hoje", 0), ("amanha", 1),
        ("eergisteren", -2), ("gisteren", -1), ("vandaag", 0), ("overmorgen", 2),
    )  # fmt: skip
    for word, shift in shifts:
        if words.startswith(word):
            if setting.published is None:
                return When(None, "the article's own date is not known")
            day = setting.published + timedelta(days=shift)
            return When(day.isoformat(), f"told from the article's date, {setting.published}")
    return None


def _told_from_before(words: str, setting: Setting) -> When | None:
    shifts = (
        ("la veille", -1), ("the day before", -1), ("previous day", -1), ("surlendemain", 2),
        ("lendemain", 1), ("the day after", 1), ("next day", 1), ("following day", 1),
        ("meme jour", 0), ("meme soir", 0), ("same day", 0),
    )  # fmt: skip
    for word, shift in shifts:
        if words.removeprefix("the ").startswith(word.removeprefix("the ")):
            if _OF_WHAT.match(beside(words, setting)[1]):
                return When(None, "what it is told from is not known")
            if setting.spoken is None:
                return When(None, "no day is named before")
            day = setting.spoken + timedelta(days=shift)
            return When(day.isoformat(), f"told from the day named before, {setting.spoken}")
    return None


def _ago(words: str, setting: Setting) -> When | None:
    match = re.search(r"(jour|semaine|mois|annee|ans?\b|day|week|month|year)s?", words)
    back = _BACK.search(words)
    if match is None or not (back or re.search(r"plus tard|apres|later", words)):
        return None
    many = numerals.number(
        re.sub(r"il y a|pres de|plus de|moins de", "", words[: match.start()]).strip() or "x",
        setting.language,
    )
    absolute = re.search(r"il y a|\bago\b", words)
    anchor = setting.published if absolute else setting.spoken or setting.published
    if many is None or anchor is None or many.denominator != 1:
        return When(None, "what it is told from is not known")
    count = int(many) * (-1 if back else 1)
    return When(_shifted(anchor, _UNITS[match[1]], count), f"told from {anchor}")


def _shifted(anchor: date, unit: str, count: int) -> str | None:
    try:
        if unit == "day":
            return (anchor + timedelta(days=count)).isoformat()
        if unit == "week":
            year, week, _ = (anchor + timedelta(weeks=count)).isocalendar()
            return f"{year}-W{week:02}"
    except OverflowError:
        return None
    months = anchor.year * 12 + anchor.month - 1 + (count if unit == "month" else 0)
    year = months // 12 if unit == "month" else anchor.year + count
    if not 0 < year < 10_000:
        return None
    return f"{year:04}-{months % 12 + 1:02}" if unit == "month" else f"{year:04}"


def _period(words: str, setting: Setting) -> When | None:
    shift = -1 if PAST.search(words) else 1 if NEXT.search(words) else 0
    named = re.search(r"week-?end|semaine|week|mois|month|annee|\ban\b|year", words)
    if named is None or not (shift or words.startswith("this ")):
        return None
    if (published := setting.published) is None:
        return When(None, "the article's own date is not known")
    why = f"told from the article's date, {published}"
    if named[0].startswith("week") and named[0].endswith("end"):
        saturday = (
            published - timedelta(days=(published.weekday() - 5) % 7) + timedelta(weeks=shift > 0)
        )
        return When(f"{saturday}/{saturday + timedelta(days=1)}", why)
    return When(_shifted(published, _UNITS[named[0]], shift), why)


def _season(words: str, setting: Setting) -> When | None:
    named = next((number for word, number in _SEASONS.items() if word in words), None)
    if named is None:
        return None
    years = _YEAR.findall(words)
    if years:
        return When(f"{years[0]}-{named}", "written in full")
    if setting.published is None:
        return When(None, "the article's own date is not known")
    over = setting.published.month > (named - 20) * 3
    year = setting.published.year - (not over) if PAST.search(words) else setting.published.year
    return When(f"{year}-{named}", f"told from the article's date, {setting.published}")


def _year(words: str, setting: Setting) -> When | None:
    del setting
    if re.fullmatch(r"\d{4}", words):
        return When(words, "written in full")
    if match := re.fullmatch(r"(\d\d)(\d\d)[-–/](\d\d)?(\d\d)", words):
        first, last = int(match[1] + match[2]), int((match[3] or match[1]) + match[4])
        last += 100 * (last < first)
        return When(f"{first}/{last}", "from a year to another")
    if match := re.search(r"\b(\d{3})0s?\b", words):
        return When(f"{match[1]}X", "a decade")
    return None


_RULES: tuple[Callable[[str, Setting], When | None], ...] = (
    _numeric,
    _eastern,
    _told_from_before,
    _told_from_today,
    _ago,
    _of_month,
    place_weekday,
    _period,
    _season,
    _clock,
    _year,
)
"""In order; the first that answers is heard."""
