"""Dates and figures of Chinese, Japanese and Korean: "2025年12月2日", "500万円", "18명".

No space parts words there, so what opens with a figure is looked for anywhere.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

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

_SCALES = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
    **dict.fromkeys("千천", 1000),
}
_UNITS = {
    way: unit
    for line in (
        "%: % ％ パーセント 퍼센트",
        "USD: 美元 美金 米ドル ドル 달러",
        "EUR: 欧元 歐元 ユーロ 유로",
        "GBP: 英镑 英鎊 ポンド 파운드",
        "RUB: 卢布 盧布 ルーブル 루블",
        "JPY: 日元 日圓 円 엔",
        "KRW: 韩元 韓元 ウォン 원",
        "CNY: 人民币 人民幣 人民元 위안",
        "元: 元 塊",
        "h: 小时 小時 個小時 个小时 時間 시간",
        "min: 分钟 分鐘 分間 분간",
        "d: 天 日間 일간",
        "wk: 周 週間 주간",
        "mo: 个月 個月 か月 ヶ月 カ月 개월",
        "y: 年間 년간",
        "km: 公里 千米 キロメートル 킬로미터",
        "m: 米 メートル 미터",
        "kg: 公斤 キログラム 킬로그램",
        "t: 吨 噸 トン 톤",
        "人: 人 名 명",
        "件: 件 건",
        "次: 次 回 회",
        "家: 家 社",
    )
    for unit, ways in [line.split(": ")]
    for way in ways.split()
}
"""For each way to write it, the unit of a figure."""
_NUMBER = r"(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,18})(?:\.\d{1,9})?"
_AMOUNT = rf"(?:{_NUMBER}[{''.join(_SCALES)}] ?){{0,3}}{_NUMBER}[{''.join(_SCALES)}]?"
_FIGURE = re.compile(
    rf"(?<![\d.,:/年월月-]){_AMOUNT} ?(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    rf"|(?<![\d.,:/-]){_NUMBER}[万萬만亿億억兆조]"
)


def find_eastern_figures(text: str, start: int, end: int) -> Iterator[Span]:
    """The figures between two places of a text, in order: numbers with what they count."""
    return (Span(*match.span()) for match in _FIGURE.finditer(text, start, end))


def eastern_amount(words: str) -> tuple[Fraction, str]:
    """The number of a figure's words, and its unit; "" for none."""
    number, unit = Fraction(0), ""
    for match in re.finditer(rf"({_NUMBER})([{''.join(_SCALES)}]?)", words):
        number += Fraction(re.sub("[,，]", "", match[1])) * _SCALES.get(match[2], 1)
        unit = words[match.end() :].strip()
    return number, _UNITS.get(unit, unit)


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
