"""Dates of Chinese, Japanese and Korean, where no space parts words: "2025年12月2日"."""

import re
from collections.abc import Iterator

from dossier.spans import Span

EASTERN = frozenset(("zh", "ja", "ko"))
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first of an era."""
_MONTH, _DAY = r"(?:1[0-2]|0?[1-9])[月월]", r"(?:3[01]|[12]\d|0?[1-9])[日號号일]"
_FOUND = re.compile(
    rf"(?<!\d)(?:(?:{'|'.join(_ERAS)})? ?\d{{1,4}}[年년] ?)?(?<!\d){_MONTH}(?: ?{_DAY})?"
    r"|(?<!\d)\d{4}[年년]|(?<![\d/.-])\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)"
)
_PARTS = re.compile(
    r"(?:(?P<era>\w\w)?? ?(?P<year>\d{1,4})[年년] ?)?"
    r"(?:(?P<month>\d{1,2})[月월] ?)?(?:(?P<day>\d{1,2})[日號号일])?"
)


def find_eastern(text: str, start: int, end: int) -> Iterator[Span]:
    """The dates between two places of a text, in order."""
    return (Span(*match.span()) for match in _FOUND.finditer(text, start, end))


def eastern_parts(words: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date's words, 0 for what they do not tell; None for other words."""
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words):
        year, month, day = map(int, match.groups())
        return year, month, day
    match = _PARTS.fullmatch(words)
    if match is None or not match[0]:
        return None
    year, month, day = (int(match[part] or 0) for part in ("year", "month", "day"))
    if year and (match["era"] or year < 100):
        year += _ERAS.get(match["era"] or "", 2000)
    return year, month, day
