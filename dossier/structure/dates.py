"""Dates of publication and of update, where a line is given to them."""

import re
from collections.abc import Iterator
from datetime import date

from dossier.language.calendar import days_of_all, months_of_all
from dossier.language.folding import fold
from dossier.spans import Span
from dossier.structure.page import Page

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
_DATE = re.compile(
    rf"(?P<y1>\d{{4}})-(?P<m1>\d{{1,2}})-(?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})[./-](?P<m2>\d{{1,2}})[./-](?P<y2>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})(?:er|st|nd|rd|th|o)?\.? (?:de )?(?P<m3>{_ANY_MONTH})\b\.?,?"
    r" (?:del? |do )?(?P<y3>\d{4})"
    rf"|\b(?P<m4>{_MONTH})\b\.? (?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y4>\d{{4}})"
    r"|(?P<y5>\d{4})年(?P<m5>\d{1,2})月(?P<d5>\d{1,2})日"
)
_YEAR = re.compile(r"\d{4}")
"""What every such date has, and few other lines do."""
_UPDATED = re.compile(
    r"(?:derniere )?(?:mise? a jour|maj|modifie|actualise|(?:last )?updated?|modified)\b"
    r"|\b(?:zuletzt )?(?:aktualisier(?:t|ung)|actualizad[oa]|aggiornat[oa]|aggiornamento"
    r"|atualizad[oa])\b"
    r"|^stand\b|\bобновлено\b|更新"
)
_PUBLISHED = re.compile(
    r"\b(?:publie|paru|poste|cree|mis en ligne|published|posted|publication|date|le|veroffentlicht"
    r"|erschienen|publicad[oa]|publicacion|publicacao|pubblicat[oa]|опубликовано|дата|fecha|data"
    r"|datum|gepubliceerd|vom)\b|发布时间|发布|发表|公開|配信|تاريخ النشر"
)
_FILLER = re.compile(
    r"[\s\d:.,|/()h–—-]|\b(?:a|at|le|the|on|gmt|utc|cet|cest|est|edt|bst|et|ict|ist|am|pm|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    r"|um|am|den|uhr|mez|mesz|el|las|hrs?|hs|horas|il|alle|ore|del?|em|as|min|om|uur|в|г|года?|мск"
    rf"|{'|'.join(days_of_all())})\b|[時时点分]|午前|午後|上午|下午|(?:星期|周|曜)[日一二三四五六]?"
)


def find_dates(page: Page) -> Iterator[Span]:
    """Lines above or below the text that are a date, or announce one."""
    for line in (*page.before_body(), *page.after_body()):
        if line.short and any(read_dates(line.words)):
            yield line.span


def read_dates(words: str) -> tuple[date | None, date | None]:
    """The dates published and updated that a line is given to; None for what it does not say."""
    if not _YEAR.search(words):
        return None, None
    folded = fold(words)
    found = [(match, day) for match in _DATE.finditer(folded) if (day := _day(match))]
    rest = _DATE.sub(" ", folded)
    told = _UPDATED.search(rest) or _PUBLISHED.match(rest.strip()) or "publication" in rest
    for cue in (_UPDATED, _PUBLISHED, _FILLER):
        rest = cue.sub(" ", rest)
    if not found or len(rest.split()) > (3 if told else 0):
        return None, None
    published = updated = None
    for match, day in found:
        before = folded[: match.start()]
        if _last(_UPDATED, before) > _last(_PUBLISHED, before):
            updated = updated or day
        else:
            published = published or day
    return published, updated


def find_day(folded: str) -> date | None:
    """The first day that a folded text names in full; None when it names none."""
    return next((day for match in _DATE.finditer(folded) if (day := _day(match))), None)


def _last(cue: re.Pattern[str], before: str) -> int:
    return max((match.start() for match in cue.finditer(before)), default=-1)


def _day(match: re.Match[str]) -> date | None:
    """The day a match says; None when there is no such day."""
    kind = next(n for n in "12345" if match["y" + n])
    month = match["m" + kind]
    try:
        return date(
            int(match["y" + kind]),
            _MONTHS.get(month) or _ELSEWHERE.get(month) or int(month),
            int(match["d" + kind]),
        )
    except ValueError:
        return None
