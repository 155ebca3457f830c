"""Dates of publication and of update, where a line is given to them."""

import re
from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from dossier.language.calendar import days_of_all, months_of_all
from dossier.language.folding import fold
from dossier.spans import Span
from dossier.structure.page import Line, Page

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "janvier janv january jan",
            "fevrier fevr fev february feb",
            "mars march mar",
            "avril avr april apr",
            "mai may",
            "juin june jun",
            "juillet juil july jul",
            "aout august aug",
            "septembre sept september sep",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        1,
    )
    for name in names.split()
}
_ELSEWHERE = months_of_all()
"""What other languages call the months, which stand behind the day in all of them."""
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ANY_MONTH = "|".join(sorted({*_MONTHS, *_ELSEWHERE}, key=len, reverse=True))
_TIME = r"t\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z\b|[+-]\d\d:?\d\d)?"
"""The hour as machines write it behind the day."""
_DATE = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})(?:{_TIME}|(?!\d))"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})[./-](?P<m2>\d{{1,2}})[./-](?P<y2>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:er|st|nd|rd|th|o)?(?:\.? (?:de )?|[./-])"
    rf"(?P<m3>{_ANY_MONTH})\b\.?,?[ ./-](?:del? |do )?(?P<y3>\d{{4}})"
    rf"|\b(?P<m4>{_MONTH})\b\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y4>\d{{4}})"
    r"|(?P<y5>\d{4})年(?P<m5>\d{1,2})月(?P<d5>\d{1,2})日"
    r"|(?<![\d./])(?P<d6>\d\d)(?P<cut>[./])(?P<m6>\d\d)(?P=cut)(?P<y6>\d\d)(?![\d./])"
)
_YEAR = re.compile(r"\d{4}|\d\d([./])\d\d\1\d\d")
"""What every such date has, and few other lines do."""
_CENTURY, _PAST = 2000, 70
"""What is added to a year of two digits; and those that are of the century before."""
_UPDATED = re.compile(
    r"(?:derniere )?(?:mise? a jour|maj\b|modifiee?|actualisee?|(?:last )?updated?"
    r"|modified)\b"
    r"|\b(?:zuletzt )?(?:aktualisier(?:t|ung)|actualizad[oa]|actualizacion|aggiornat[oa]|modifica"
    r"|aggiornamento|atualizad[oa]|atualizacao|bijgewerkt|gewijzigd|aktualizacja|zaktualizowano"
    r"|guncelle\w+)\b"
    r"|^stand\b|\bобновлено\b|更新"
)
_ANNOUNCED = (
    r"\b(?:(?:first |originally )?(?:published|posted)|publiee?|parue?|postee?|creee?"
    r"|mise? en ligne|publication|veroffentlicht|erschienen|publicad[oa]|publicacion|publicacao"
    r"|pubblicat[oa]|опубликовано|gepubliceerd|opublikowano|yayinlan\w+)\b"
    r"|发布时间|发布|发表|公開|配信|تاريخ النشر"
)
"""Words that say that something came out, and nothing else."""
_PUBLISHED = re.compile(rf"{_ANNOUNCED}|\b(?:date|le|дата|fecha|data|datum|vom)\b")
_SAID = re.compile(_ANNOUNCED)
_READ_IN = r"\b\d+ ?min(?:ut\w*|\.)?(?: (?:de lecture|read|di lettura|de leitura|de lectura))?\b"
_FILLER = re.compile(
    rf"{_READ_IN}|\b(?:a|at|le|the|on|gmt|utc|cet|cest|est|edt|bst|et|ict|ist|am|pm|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|ha|horas?"
    r"|um|am|den|uhr|mez|mesz|el|las?|hrs?|hs|il|alle|ore|del?|em|as|min|om|op|uur|в|г|года?|мск"
    rf"|{'|'.join(days_of_all())})\b|[\W\d_h]|[時时点分]|午前|午後|上午|下午"
    r"|(?:星期|周|曜)[日一二三四五六]?"
)
_UNITS = (
    r"(?:s|sec\w*|min\w*|h|heures?|hours?|stunden?|horas?|or[ae]|uur|uren|godzin\w*|saat|jours?|days?"
    r"|tag(?:en)?|dias?|giorn[io]|dagen|dni|gun)"
)
_AGO = re.compile(
    rf"\b(?:il y a|vor|hace|ha) \d+ {_UNITS}\b|\b\d+ {_UNITS} (?:ago|fa|geleden|temu|once)\b"
    r"|\d+\s?(?:分钟|小时|天|分|時間|日)前"
)
"""So long ago: what a page says instead of a day."""
_NEAR_DAY = re.compile(
    rf"\b(?:hier|aujourd'hui|ce (?:jour|matin|midi|soir)|yesterday|today|gestern|heute|ayer|hoy"
    rf"|ieri|oggi|ontem|hoje|gisteren|vandaag|wczoraj|dzis|dzisiaj|dun|bugun|\d{{1,2}}(?:er|\.)?"
    rf" (?:de )?(?:{_ANY_MONTH})|(?:{_MONTH})\.? \d{{1,2}})\b"
)
"""A day that is told without its year."""
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w'’.-]*"
_PLACED = re.compile(
    rf"(?:{_NAME}(?: {_NAME}){{0,3}})(?: ?/ ?{_NAME}(?: {_NAME}){{0,3}})?(?:[,،]| [–—-])\s"
)
"""The place before the day: "Rotterdam, 12 mei 2023", "Lyon, le 5 décembre 2025"."""
_LETTER = re.compile(r"(?:le|den)\s", re.IGNORECASE)
"""How the day goes on at the head of a letter."""
_CLOCK = re.compile(r"\d{1,2} ?[:.hH] ?\d{2}\b")
LONGEST = 110
"""Code points of two days with their hours."""
_BETWEEN = " \u00a0,;|/·•–—-("


def find_dates(page: Page) -> Iterator[Span]:
    """Lines above or below the text that are a date, or announce one."""
    found = [
        line
        for line in (*page.before_body(), *page.after_body())
        if line.short and (is_day_line(line) or any(read_dates(line.words)))
    ]
    found += _under_standfirst(page, [line for line in page.open if line.short])
    yield from (line.span for line in sorted(found, key=attrgetter("number")))


def _under_standfirst(page: Page, short: list[Line]) -> Iterator[Line]:
    """The same right below a standfirst; no day that opens a part of a chronology or a scene."""
    under = [
        line
        for line in page.under_standfirst()
        if is_day(line.words) or (is_day_line(line) and _CLOCK.search(line.words))
    ]
    if not under:
        return
    below = (line for line in short if under[-1].number < line.number <= page.last_body)
    if not any(any(read_dates(line.words)) for line in below):
        yield from under


def is_day_line(line: Line) -> bool:
    """Whether a line says a day or how long ago, and nothing else but where.

    The first line of all may be a headline that does so: only that of a letter is read.
    """
    if not line.short or len(line.words) > LONGEST:
        return False
    if is_day(line.words):
        return True
    place = _PLACED.match(line.words)
    if not place or not (line.number or _LETTER.match(line.words, place.end())):
        return False
    days, left, _ = _read(line.words[place.end() :])
    return bool(days) and not left


def is_day(words: str) -> bool:
    """Whether words say a day, with or without its year, and nothing else."""
    if len(words) > LONGEST:
        return False
    days, left, _ = _read(words)
    if days:
        return not left
    folded = fold(words)
    if not _announces(folded):
        return False
    told = any(map(str.isdigit, folded)) or _NEAR_DAY.search(folded)
    return bool(told) and not _left(_NEAR_DAY.sub(" ", _AGO.sub(" ", folded)))


def _announces(folded: str) -> bool:
    """Whether a line says that something came out or was changed, or how long ago."""
    return any(cue.search(folded) for cue in (_SAID, _UPDATED, _AGO))


def part_date(words: str) -> tuple[str, str]:
    """A line without the day it ends or opens with ("Par X"), and that day ("le 3 mai 2025")."""
    if not (_YEAR.search(words) or _announces(fold(words))):
        return words, ""
    if is_day(words):
        return "", words
    starts = [match.start() for match in re.finditer(r"\S+", words)][1:]
    for start in starts:
        if is_day(words[start:]):
            return words[:start].rstrip(_BETWEEN), words[start:]
    for start in reversed(starts):
        if is_day(words[:start]):
            return words[start:].lstrip(_BETWEEN), words[:start]
    return words, ""


_MOST_BESIDE = 3
"""Words beside a day that a line says the article came out on."""
_MOST_NAMED = 5
"""Words behind a stroke after such a day: who wrote it, and for whom."""


def read_dates(words: str) -> tuple[date | None, date | None]:
    """The dates published and updated that a line is given to; None for what it does not say."""
    days, left, told = _read(words)
    if told and left > _MOST_BESIDE:  # "Publié le 3 mai 2025 - 18:22 | Jeanne Martin, RFI"
        day, _, beside = words.partition(" | ")
        return read_dates(day) if 0 < len(beside.split()) <= _MOST_NAMED else (None, None)
    if not days or left > (_MOST_BESIDE if told else 0):
        return None, None
    return _dates(fold(words), days)


def _dates(folded: str, days: list[tuple[re.Match[str], date]]) -> tuple[date | None, date | None]:
    """The first day said to be that of publication, and of an update, by the words before each."""
    published = updated = None
    done = 0
    for match, day in days:
        before = folded[done : match.start()]
        done = match.end()
        if _last(_UPDATED, before) > _last(_SAID, before):
            updated = updated or day
        else:
            published = published or day
    return published, updated


def _read(words: str) -> tuple[list[tuple[re.Match[str], date]], int, bool]:
    """The days a line names in full, how many words it has besides, and whether it tells a date."""
    if not _YEAR.search(words):
        return [], len(words.split()), False
    folded = fold(words)
    days = [(match, day) for match in _DATE.finditer(folded) if (day := _day(match))]
    rest = _DATE.sub(" ", folded)
    told = _UPDATED.search(rest) or _PUBLISHED.match(rest.strip()) or "publication" in rest
    return days, _left(folded), bool(told)


def _left(folded: str) -> int:
    """How many words a line has besides days, what announces them, and what goes with them."""
    for cue in (_DATE, _UPDATED, _PUBLISHED, _FILLER):
        folded = cue.sub(" ", folded)
    return len(folded.split())


def find_day(folded: str) -> date | None:
    """The first day that a folded text names in full; None when it names none."""
    return next((day for match in _DATE.finditer(folded) if (day := _day(match))), None)


def _last(cue: re.Pattern[str], before: str) -> int:
    return max((match.start() for match in cue.finditer(before)), default=-1)


def _day(match: re.Match[str]) -> date | None:
    """The day a match says; None when there is no such day."""
    kind = next(n for n in "123456" if match["y" + n])
    month, year = match["m" + kind], int(match["y" + kind])
    if kind == "6":
        year += _CENTURY if year < _PAST else _CENTURY - 100
    try:
        return date(
            year,
            _MONTHS.get(month) or _ELSEWHERE.get(month) or int(month),
            int(match["d" + kind]),
        )
    except ValueError:
        return None
