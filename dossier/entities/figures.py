"""Figures: quantities, durations, shares, sums, ranges, and ordinals with what they count.

The words that bound a figure ("près de", "more than") stand outside it, and are kept beside it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dossier.entities import elsewhere, numerals
from dossier.entities.dates import LASTING
from dossier.entities.eastern import EASTERN, find_eastern_figures
from dossier.entities.lexicon import listed
from dossier.entities.words import Word
from dossier.spans import Span

_SCALED = re.compile(
    r"\w+ (?:mln|bln|million|milliard|millier|billion|trillion|thousand|hundred|dozen)"
)
_SIGN = re.compile(r"(?:US|A|C|NZ|HK|R)?[$€£¥] ?$")
_YEAR = r"(?:1[5-9]|20)\d\d"
_ONE = listed("un une one a an")

_FRENCH_MEASURES = (
    r"km/h|km²|km2|km|kilomètres?|mètres?|m²|m2|m³|m3|m|cm|centimètres?|mm|millimètres?|kg|kilos?"
    r"|kilogrammes?|tonnes?|grammes?|litres?|hectolitres?|hectares?|ha|degrés?|°C|°|[kMGT]Wh|MW|GW|kW"
    r"|mégawatts?|gigawatts?"
)
_ENGLISH_MEASURES = (
    r"km/h|kph|mph|kilometers?|kilometres?|km|miles?|metres?|meters?|feet|foot|ft|inch(?:es)?|acres?"
    r"|hectares?|tons?|tonnes?|pounds?|lbs?|kg|kilos?|kilograms?|grams?|ounces?|litres?|liters?"
    r"|gallons?|barrels?|bpd|b/d|degrees|[kMGT]Wh|MW|GW|megawatts?|gigawatts?"
)


_ORDINALS = {
    "fr": listed(
        "deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième"
        " douzième quinzième vingtième centième"
    ),
    "en": listed("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"),
}


def find_figures(text: str, words: Sequence[Word], language: str) -> Iterator[Span]:
    """The figures that open with one of a line's words, in order, no overlap."""
    if language in EASTERN:
        yield from find_eastern_figures(text, words[0].start, words[-1].end + 1) if words else ()
        return
    pattern = _pattern(language)
    end = 0
    for word in words:
        if not _may_open(word.text, language) or word.start < end:
            continue
        sign = _SIGN.search(text, max(0, word.start - 5), word.start)
        match = pattern.match(text, sign.start() if sign else word.start, words[-1].end + 2)
        if match is None:
            continue
        counted = match.re.groups and match["count"]
        first = match[0].split(" ", 1)[0].lower()
        if counted and first in _ONE and not _SCALED.match(match[0]):
            continue
        end = match.end()
        yield Span(*match.span())


@lru_cache(maxsize=1 << 15)
def _may_open(word: str, language: str) -> bool:
    """Whether a figure may open with the word."""
    return word[0].isdigit() or word.lower().split("-")[0] in _openings(language)


@cache
def _openings(language: str) -> frozenset[str]:
    return numerals.words(language) | _ORDINALS.get(language, frozenset())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rules = {"fr": _french, "en": _english}.get(language, _any)()
    if language in elsewhere.WORDS:
        rules = elsewhere.figure_rules(language)
    return re.compile(rf"(?:(?<![\w,.'/$€£-])|(?<=\bd'))(?:{'|'.join(rules)})(?!\w)", re.IGNORECASE)


def _any() -> list[str]:
    return [r"\d+(?:[.,]\d+)? ?[%٪€$]"]


def _french() -> list[str]:
    many = rf"{numerals.FRENCH}(?: (?:milliards?|millions?|milliers?|billions?)(?: et demi)?)?"
    unit = (
        "(?:secondes?|minutes?|heures?|jours?|semaines?|mois|années?|ans?|siècles?|décennies?)"
        "(?: et demie?)?"
    )
    money = (
        r"(?:€|euros?|dollars?|\$|£|livres?|yens?|yuans?|roubles?|francs?|roupies?|pesos?|dinars?"
        r"|dirhams?|(?-i:DA|FCFA|CHF|MAD|EUR|USD|GBP))(?!\w)"
        "(?: (?:américains|canadiens|suisses|sterling|belges|CFA))?"
    )
    ordinal = (
        "(?:deuxième|troisième|quatrième|cinquième|sixième|septième|huitième|neuvième|dixième"
        r"|onzième|douzième|quinzième|vingtième|centième|\d+(?:e|ème))"
    )
    uncounted = (
        "fois|ministre|temps|lieu|abord|degré|plan|plus|nom|âge|dame|secrétaire|part|partie|siècle"
        "|république|arrondissement|mi-temps"
    )
    between = (
        "(?:autres|faux|fausses|nouveaux|nouvelles|jeunes|grands|grandes|petits|petites|premiers|premières"
        "|derniers|dernières|seuls|seules) "
    )
    uncountable = (
        "plus|moins|parties|côtés|camps|dans|sous|dès|des|les|mais|ces|ses|leurs|principaux"
        "|principales|uns|unes|vers|après|hors|pas|très|toujours|alors|jamais|ailleurs|certes|sans"
        "|mars|puis|depuis|graves|selon"
    )
    plural = rf"(?!(?:{uncountable})\b)[a-zà-ÿœ-]{{3,}}[sx]"
    of = "(?:d'|de )?"
    few = r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,3})"
    measure = rf"(?:{_FRENCH_MEASURES})(?!\w)(?: carrés?| cubes?)?"
    others = rf"(?!(?:deux|trois|six|dix|cents)\b){plural}"
    counted = rf"(?P<count>{plural}(?: carrés| cubes)?(?: et {others})?)"
    first = rf"(?!{_YEAR} )(?:{many}, )?{many}"
    to = " ?(?:à|et|ou|-|–) ?"
    part = "(?:tiers|quart|cinquième|dixième)"
    whose = rf"(?:(?<!\bpar )(?<!\bà )|(?=un {part} (?:d(?:e|es|u) |d['’])))"  # not a third party
    about = rf"(?<=\bune ){numerals.COLLECTIVE}(?: de (?:milliers|millions))?"
    return [
        rf"{about} (?:d'|de )(?:{money}|{measure}|{unit}|(?:{between})?{plural})",
        rf"(?:{first}(?: ?%)?{to})?{many} ?(?:%|pour cent)",
        rf"(?:{first}(?: {of}{money})?{to})?{many} ?{of}{money}",
        r"\d{1,2} ?m ?\d\d(?![\d²])",
        rf"(?:{'|'.join(f'(?<={before})' for before in LASTING)})\d{{1,2}} ?h(?: ?[0-5]\d)?(?!\w)",
        rf"(?:{first}(?: ?{measure})?{to})?{many} ?{measure}",
        rf"(?!un jour\b|une seconde [a-z]{{4}})(?:{first}{to})?{many} {unit}",
        rf"{ordinal} (?!(?:{uncounted})\b)[a-zà-ÿœ]{{3,}}",
        rf"(?:une?|{few})(?: [a-zà-ÿœ]+)? sur {few}(?! (?:{of}[a-zà-ÿ]|%))",
        rf"{whose}(?:un|deux|trois|quatre) {part}s?(?! d'heure| de siècle)",
        rf"(?:{first} (?:à|ou) |(?<=\bentre ){many} et )?{many} {of}(?:{between})?{counted}",
        r"\d+ à \d+",
        rf"(?<=\bdont )(?!une?\b){numerals.FRENCH}",
        r"(?<=\bde )\d+(?= à une? )",
        *_alone(
            numerals.FRENCH,
            "(?:milliards?|millions?)(?: et demi)?",
            r"\d{1,3}(?:[ .']\d{3})+|\d+,\d+",
        ),
        *_bound(
            "environ près_de plus_de moins_de quelque au_moins total_de jusqu'à contre sont",
            numerals.FRENCH,
        ),
        *_shared_out(rf"(?!une?\b){numerals.FRENCH}", "à|en"),
        r"\d+(?= (?:ont|sont|étaient|avaient|seront|auraient) )",
    ]


def _alone(number: str, scales: str, long: str) -> list[str]:
    """Numbers that count what was named before: in thousands, millions, with a decimal."""
    return [rf"{number} (?:{scales})", rf"(?!0\d)(?:{long})(?![\d-]|[.,]\d)"]


def _bound(words: str, number: str) -> list[str]:
    """A bare number behind words that bound one; "_" writes a space in them."""
    behind = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in words.split())
    bare = rf"(?!(?:une?|an?|one)\b)(?!{_YEAR}\b){number}"
    return [rf"(?:{behind}){bare}(?=[.,;:)»”]| (?!{_YEAR})[a-zà-ÿ])"]


def _shared_out(number: str, at: str) -> list[str]:
    """The parts of a number among places: "six à Trèbes, deux à Villalier"."""
    behind = "|".join(f"(?<={before})" for before in (", ", " et ", " and ", ": ", "; "))
    return [rf"(?:{behind})(?!{_YEAR}\b){number}(?= (?:{at}) (?-i:[A-ZÀ-Þ]))"]


def _english() -> list[str]:
    scale = "(?: (?:million|billion|trillion|thousand|hundred|dozen|mln|bln|mn|m|bn|k)\\b)?"
    many = rf"{numerals.ENGLISH}{scale}"
    sum_ = (
        r"(?:US|A|C|NZ|HK)?[$€£¥] ?\d(?:[\d,.]*\d)?"
        r"(?: ?(?:million|billion|trillion|thousand|mln|bln|m|mn|bn|tn|k)\b)?"
    )
    money = (
        "(?:euros?|dollars?|dlrs?|pounds?|yen|yuan|roubles?|rubles?|francs?|pence|cents|rupees"
        "|(?-i:EUR|USD|GBP|CHF))"
    )
    unit = "(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century)"
    ordinal = (
        "(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
        r"|\d+(?:st|nd|rd|th))"
    )
    uncounted = (
        "of|in|time|place|minister|half|quarter|and|to|the|lady|person|from|by|at|on|for|with|since"
        "|that|after|when|world|century|party|country|or|as|but|is|was|centuries|largest|biggest|round"
    )
    between = r"(?:other|more|new|young|[a-z]+(?:ed|an|ish|al|ive|ic|ern)) "
    uncountable = (
        "this|his|its|was|has|us|as|does|across|versus|towards|ones|is|perhaps|always|plus"
    )
    many_one = (
        "people|men|women|children|police|staff|dead|troops|crew|personnel|aircraft|sheep|cattle"
    )
    plural = rf"(?!(?:{uncountable})\b)(?:[a-z-]{{2,}}s|{many_one})"
    to = "(?: to |-|–| and | or )"
    return [
        rf"(?:{sum_} ?{to} ?)?{sum_}",
        rf"(?:{many}{to})?{many} ?(?:%|per cent\b|percent\b|pct\b|percentage points?\b)",
        rf"{many} {money}",
        rf"(?:{many}{to})?{many}[ -]?(?:square |cubic )?(?:{_ENGLISH_MEASURES})(?!\w)",
        rf"(?<=\ba )(?<!half a )dozen (?:{unit}|(?:{between})?{plural})",
        rf"(?:{many}{to})?{many}(?: and a half)?[ -]{unit}(?:-old)?",
        rf"{ordinal} (?!(?:{uncounted})\b)[a-z]{{3,}}",
        rf"(?:{many}{to})?{many} (?:{between})?(?P<count>{plural}(?: and {plural})?)",
        r"(?<=\baged )\d{1,3}",
        r"(?<=(?-i:[a-zà-ÿ]), )[1-9]\d(?=, (?-i:[a-z]|I\b))",
        r"\d+ to \d+",
        *_alone(
            numerals.ENGLISH, "million|billion|trillion|mln|bln", r"\d{1,3}(?:,\d{3})+|\d+\.\d+"
        ),
        *_bound("about around nearly almost over than total_of least to", numerals.ENGLISH),
        *_shared_out(rf"(?!(?:one|an?)\b){numerals.ENGLISH}", "in|at"),
        rf"(?!{_YEAR}\b)\d+(?= (?:were|are|have) )",
    ]
