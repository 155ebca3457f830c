"""What a figure's words amount to: number, unit, what is counted, and the words that bound it."""

import re
from fractions import Fraction
from functools import cache, lru_cache
from sys import intern
from typing import Literal, NamedTuple

from dossier.entities import numerals
from dossier.entities.eastern import EASTERN, eastern_amount
from dossier.entities.lexicon import key, listed

_SQUARE = "(?:carres?|cuadrados?|quadrados?|quadrat[oi]|quadri)"
_UNITS = dict(
    line.split(": ")
    for line in (
        "s: secondes? seconds? sekunden? segundos? secondi seconden",
        "min: minutes? minuten? minutos? minuti minuut",
        "h: heures? hours? stunden? horas? ore uur uren",
        "d: jours? days? tagen? tag dias? giorni giorno dagen dag",
        "wk: semaines? weeks? wochen? semanas? settimane weken",
        "mo: mois months? monaten? monat mes meses mesi maanden maand",
        "y: ans? annees? years? jahren? jahr anos? anni jaar jaren",
        "decades: decennies? decades?",
        "centuries: siecles? century centuries",
        "EUR: € euros? eur",
        "BRL: r[$] reais",
        "CAD: c[$] dollars-canadiens dollar-canadien canadian-dollars?",
        "AUD: a[$] dollars-australiens dollar-australien australian-dollars?",
        "NZD: nz[$]",
        "HKD: hk[$]",
        "CHF: chf francs-suisses franc-suisse swiss-francs?",
        "USD: [$] us[$] usd dollars? dlrs? us-dollar dolares dollari dollar",
        "GBP: £ gbp pounds? livres-sterling",
        "JPY: ¥ yens?",
        "RUB: roubles? rubles?",
        "francs: francs?",
        "%: % pour-cent per-cent percent pct prozent procent por-ciento por-cento per-cento",
        "points: percentage-points?",
        "km/h: km/h",
        "mph: mph",
        f"km²: km² km2 (?:ki|qui|chi)lomet\\w+-{_SQUARE} square-kilomet\\w+ quadratkilometern?",
        "km: km kilometres? kilometers? kilometern kilometros? quilometros? chilometri",
        f"m²: m² m2 met(?:re|ro)s?-{_SQUARE} metri-{_SQUARE} square-met(?:re|er)s? quadratmetern?",
        "m³: m³ m3 metres?-cubes? cubic-met(?:re|er)s? kubikmetern? metros?-cubicos? metri-cubi",
        "mi²: square-miles?",
        "ft²: square-(?:feet|foot)",
        "ft³: cubic-(?:feet|foot)",
        "m: m metres? meters? metern metros? metri",
        "cm: cm centimetres?",
        "mm: mm millimetres?",
        "mi: miles?",
        "ft: ft feet foot",
        "kg: kg kilos? kilogrammes? kilograms?",
        "g: grammes? grams?",
        "t: tonnes? tons?",
        "l: litres? liters?",
        "ha: ha hectares?",
        "acres: acres?",
        "lb: lbs?",
        "°: ° °c degres? degrees",
        "kWh: kwh",
        "MWh: mwh",
        "GWh: gwh",
        "TWh: twh",
        "MW: mw megawatts?",
        "GW: gw gigawatts?",
        "barrels: barrels?",
        "barrels/d: bpd b/d",
        "gallons: gallons?",
    )
)
"""For each unit, the ways to write it, the longer before the shorter; a hyphen is a space."""
_CURRENCIES = frozenset(
    {"CNY", "KRW", "元", "EUR", "USD", "CAD", "AUD", "NZD", "HKD", "GBP", "CHF", "JPY", "RUB"}
    | {"BRL", "francs"}
)
_BOUND = re.compile(
    r"(?:(?:près|plus|moins|au-delà|autour|aux? alentours|un peu plus|un peu moins|pas moins"
    r"|pas plus|de l'ordre) (?:de |d'|des )"
    r"|environ |quelques? |presque |à peine "
    r"|(?:au|du) (?:moins|plus|maximum|minimum) |jusqu'à |supérieure? à |inférieure? à "
    r"|entre |vers "
    r"|(?:just |well )?(?:over|under) |about |around |nearly |almost |(?:more|less|fewer) than "
    r"|at (?:least|most) |up to |some |roughly |approximately |(?:an )?estimated |as many as "
    r"|between |close to |only )$",
    re.IGNORECASE,
)


_NUMBER = (
    r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|treize|quatorze|quinze|seize|vingt"
    r"|trente|quarante|cinquante|soixante|cent|mille)\b"
)
"""A French number in words that "et" parts from the one before; it joins "vingt et un"."""
_PARTED = re.compile(r"(?P<whole>\d{1,2}) ?(?P<unit>[hm]) ?(?P<more>\d\d)?")
"""How French writes hours and minutes, metres and centimetres: "3 h 10", "1m80"."""
_TO = re.compile(
    rf" et (?={_NUMBER})"
    r"| (?:à|ou|to|or) | (?:et|and) (?=(?:US)?[$€£]?\d)|(?<=\d)[-–](?=\d)"
    r"| (?:bis|und|oder|a|y|o|e) (?=(?:R|US)?[$€£]? ?\d)"
)
"""What stands between the ends of a range."""
_AND = re.compile(r", (?=\d)")
_PAIR = re.compile(rf"\d[^\d–-]* (?:et|and) (?:US)?[$€£]? ?\d|\w et {_NUMBER}")
_ENDS = re.compile(r"\b(?:entre|between|zwischen|tra|fra)(?: \w+)? (?:US|R)?[$€£]?$", re.IGNORECASE)
"""What stands before two numbers that are the ends of a span."""


class Amount(NamedTuple):
    """What a figure's words amount to."""

    value: str | None
    """Number and unit, as "5 h", "20 %", "28 points"; None when the number cannot be read."""
    what: str
    """What kind of figure, in the reader's words."""


def bound_before(text: str, start: int) -> str | None:
    """The words that bound what stands at ``start``, as "près de"; None without any."""
    match = _BOUND.search(text, max(0, start - 30), start)
    return intern(match[0].strip()) if match else None


Way = Literal["above", "below", "about", ""]
"""Where a figure lies, as the words that bound it have it; "" where none does."""


def way_of(bound: str | None) -> Way:
    """Which way the words bound a figure: "au moins" above, "up to" below, "environ" about."""
    folded = key(bound or "")
    if _ABOVE.match(folded):
        return "above"
    if _BELOW.match(folded):
        return "below"
    return "about" if bound else ""


_ABOVE = re.compile(
    r"(?:un peu )?plus d|pas moins|(?:au|du) (?:moins|minimum)|au-dela|superieur"
    r"|(?:just |well )?over|more than|at least"
)
_BELOW = re.compile(
    r"(?:un peu )?moins d|pas plus|(?:au|du) (?:plus|maximum)|jusqu|inferieur|(?:just )?under"
    r"|(?:less|fewer) than|at most|up to|as many as"
)


def is_unit(word: str) -> bool:
    """Whether it is a unit of measure, time or money, as values have it: "h", "EUR", "%"."""
    return word in _UNITS or word in _CURRENCIES


def are_ends(text: str, start: int, words: str) -> bool:
    """Whether two numbers are the ends of a span: "entre 2 et 3 euros", not "2 et 3 euros"."""
    return not _PAIR.search(words) or bool(_ENDS.search(text, max(0, start - 30), start))


@lru_cache(maxsize=1 << 14)
def amount(words: str, language: str, *, is_span: bool = True) -> Amount:
    """The number, the unit and what is counted, of a figure's words.

    Two numbers are the ends of a span, "2–3 EUR", or, if it is none, both meant, "2, 3 EUR".
    """
    if language in EASTERN:
        return _eastern(words)
    folded = key(words)
    first, _, counted = folded.partition(" ")
    if counted and (rank := _rank(first)):
        return Amount(f"{rank}. {counted}", "an ordinal")
    if parted := _PARTED.fullmatch(folded):
        more = Fraction(int(parted["more"] or 0), 60 if parted["unit"] == "h" else 100)
        return Amount(
            f"{numerals.written(int(parted['whole']) + more)} {parted['unit']}", "a measure"
        )
    parts = [one for part in _TO.split(words) for one in ([part] if is_span else _AND.split(part))]
    unit, rest = _unit(folded)
    values = [v for part in parts if (v := _leading(part, language)) is not None]
    if not values:
        return Amount(None, "a figure")
    last = values[-1]
    scale = _scale(folded)
    meant = values[:2] if is_span else values
    meant = [v * scale if v < scale and v is not last else v for v in meant]
    number = ("–" if is_span else ", ").join(dict.fromkeys(map(numerals.written, meant)))
    if unit in _CURRENCIES:
        return Amount(f"{number} {unit}", "a sum")
    if unit == "%":
        return Amount(f"{number} %", "a share")
    if unit:
        return Amount(f"{number} {unit}", "a measure")
    return Amount(f"{number} {rest}".strip(), "a count" if rest else "a number")


def _eastern(words: str) -> Amount:
    number, unit = eastern_amount(words)
    is_sum = unit in _CURRENCIES
    what = "a sum" if is_sum else "a share" if unit == "%" else "a count" if unit else "a number"
    return Amount(f"{numerals.written(number)} {unit}".strip(), what)


@cache
def _unit_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for unit, words in _UNITS.items():
        ways = "|".join(word.replace("-", " ") for word in words.split())
        found.append((unit, re.compile(rf"(?:^|[\s\d'-])(?:{ways})(?:-old)?(?= |$|\d)")))
    return tuple(found)


def _unit(folded: str) -> tuple[str, str]:
    """The unit of a figure, else "" and the noun that is counted."""
    if "-pound" in folded:  # "a 2,000-pound bomb" is weighed
        return "lb", ""
    for unit, pattern in _unit_patterns():
        if pattern.search(folded):
            return unit, ""
    words = folded.split()
    while words and (words[0] in _PASSED_OVER or set(_LETTERS.findall(words[0])) <= _NUMBER_WORDS):
        words.pop(0)
    return "", " ".join(words).removeprefix("d'")


_LETTERS = re.compile(r"[^\W\d_]+")
_NUMBER_WORDS = frozenset(key(w) for lang in ("fr", "en") for w in numerals.words(lang)) | listed(
    "et and a to or"
)
_PASSED_OVER = listed(
    "de d' di demi demie autres other more nouveaux nouvelles new millionen million milliarden"
    " milliarde mio. mrd. tausend millones millon mil milioni milione miliardi miliardo mila"
    " milhoes milhao bilhoes bilhao miljoen miljard duizend mln mld"
)
_SIGNS = "$€£¥USACNZHKR "


def _leading(part: str, language: str) -> Fraction | None:
    """The number a part of a figure opens with; None without one."""
    plain = part.lstrip(_SIGNS)
    about, pattern = numerals.COLLECTIVE, numerals.FRENCH
    if language == "en":
        about, pattern = "dozen", numerals.ENGLISH
    match = re.match(rf"{about}|{pattern}", plain, re.IGNORECASE)
    value = numerals.number(match[0], language) if match else None
    if match is None or value is None:
        return None
    following = plain[match.end() :].strip().lower().removeprefix("de ").split(" ")[0]
    if re.match(r"mil mil[lh]", plain[match.end() :].strip().lower()):
        return value * 10**9
    if (following == "m" and part[0] in _SIGNS) or (following == "mi" and language == "pt"):
        return value * 10**6
    half = Fraction(1, 2) if _AND_A_HALF.search(part.lower()) else 0
    return (value + half) * _SCALES.get(following, 1)


_AND_A_HALF = re.compile(r" et demie?\b| and a half\b")
_SCALES = {
    "millier": 1000, "milliers": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9,
    "milliards": 10**9, "thousand": 1000, "billion": 10**9, "billions": 10**12, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "mln": 10**6, "bln": 10**9, "k": 1000, "dozen": 12,
    "hundred": 100,
    "miljoen": 10**6, "miljard": 10**9, "duizend": 1000, "mld": 10**9,
    "millionen": 10**6, "mio.": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd.": 10**9,
    "tausend": 1000, "millones": 10**6, "millón": 10**6, "mil": 1000, "milioni": 10**6,
    "milione": 10**6, "miliardi": 10**9, "miliardo": 10**9, "mila": 1000, "milhões": 10**6,
    "milhão": 10**6, "bilhões": 10**9, "bilhão": 10**9, "trilhões": 10**12, "bi": 10**9,
    "billones": 10**12,
}  # fmt: skip


def _scale(folded: str) -> int:
    """What "10 et 12 milliards" multiplies its first number by."""
    return next((s for w, s in _SCALES.items() if re.search(rf"\b{key(w)}\b", folded)), 1)


def _rank(word: str) -> int | None:
    """The rank an ordinal gives; None when the word is none."""
    if match := re.fullmatch(r"(\d{1,6})(?:e|eme|st|nd|rd|th)", word):
        return int(match[1])
    return _RANKS.get(word)


_RANKS = {
    "deuxieme": 2, "troisieme": 3, "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7,
    "huitieme": 8, "neuvieme": 9, "dixieme": 10, "onzieme": 11, "douzieme": 12, "quinzieme": 15,
    "vingtieme": 20, "centieme": 100, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
}  # fmt: skip
