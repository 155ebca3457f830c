"""Dates and figures of languages other than French and English: what the press writes most.

Numbers in figures alone; of dates, days with a month, months and years, hours. Weekdays and figures
of German, Spanish, Italian, Portuguese and Dutch; dates of all whose months are listed.
"""

from functools import cache
from typing import NamedTuple

from dossier.entities.numerals import IN_FIGURES
from dossier.language import stop_words
from dossier.language.calendar import written_days, written_months

_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMERIC = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d\d)(?!\d)|{_YEAR}-\d\d-\d\d"
_CLOCK = r"(?:[01]?\d|2[0-4])[.:h][0-5]\d"
_AT = "|".join(rf"(?<=\b{word} )" for word in ["ore", "alle", "dalle", "delle", "às", "las"])
"""Behind what a time of day stands."""
_FROM_TODAY = {
    "de": "vorgestern gestern heute übermorgen morgen",
    "es": "anteayer ayer hoy",
    "it": "ieri oggi dopodomani domani",
    "pt": "anteontem ontem hoje amanhã",
    "nl": "eergisteren gisteren vandaag overmorgen morgen",
}
"""Days told from the day of writing; "mañana" is the morning as well."""
_NO_DAY = r"(?<!\bheute )(?<!\bam )(?<!\bguten )(?<!\baltro )(?-i:(?!Morgen))"
"""Where one of them is none: "am Morgen", "l'altro ieri"."""
_SHORT = 4
"""Letters of a month's name that is abridged, and has a full stop."""


class Words(NamedTuple):
    """The words of a language that numbers stand beside, as parts of regular expressions."""

    scale: str
    money: str
    unit: str
    measure: str
    share: str
    counted: str
    """The noun that is counted."""
    before_year: str
    """What a year stands behind; "_" writes a space."""
    which: str
    """What says which weekday is meant, beside its name."""


_MEASURE = r"km/h|km²|km|m²|m³|cm|mm|kg|ha|°C|MW|GW"
_POWER = "(?: (?:c[úu]b|[cq]uad)[a-z]+)?"
"""What makes a length an area or a volume: "cúbicos", "quadrati"."""
WORDS = {
    "de": Words(
        scale=r"Millionen|Million|Milliarden|Milliarde|Mio\.|Mrd\.|Tausend",
        money=r"Euro|US-Dollar|Dollar|Franken|Pfund|€|\$",
        unit="Sekunden?|Minuten?|Stunden?|Tagen?|Tag|Wochen?|Monaten?|Monate?s?|Jahren?|Jahr",
        measure=rf"{_MEASURE}|(?:Quadratk|K)ilometern?|(?:Quadratm|Kubikm|M)etern?|Zentimetern?|Litern?|Tonnen?|Hektar|Grad|Kilo",
        share=" ?%| Prozent",
        counted=r"(?:(?-i:[a-zäöü]{3,}(?:e|en|er)) )?(?-i:[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ]?\w+)?)",
        before_year="seit ab bis im_jahr jahr jahre ende anfang mitte von",
        which="letzten vergangenen vorigen nächsten kommenden",
    ),
    "es": Words(
        scale="mil millones|millones|millón|mil|billones",
        money=r"euros?|dólares|pesos|libras|€|\$",
        unit="segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?|siglos?",
        measure=rf"{_MEASURE}|kilómetros?|metros?{_POWER}|centímetros?|litros?|toneladas?|hectáreas?|grados?",
        share=" ?%| por ciento",
        counted=r"(?!(?:más|menos|tras|sus|los|las)\b)(?-i:[a-záéíóúñü]{3,}s)",
        before_year="en desde hasta de año del",
        which="pasado próximo",
    ),
    "it": Words(
        scale="milioni|milione|miliardi|miliardo|mila|mille",
        money=r"euro|dollari|sterline|franchi|€|\$",
        unit="secondi|minuti|minuto|ore|ora|giorni|giorno|settimane|settimana|mesi|mese|anni|anno|secoli",
        measure=rf"{_MEASURE}|chilometri{_POWER}|metri{_POWER}|metro|centimetri|litri|tonnellate|ettari|gradi|chili",
        share=" ?%| per cento",
        counted=r"(?!(?:che|tra|fra|con|per|dei|alle|delle|gli|nei|ogni|anche)\b)(?-i:[a-zàèéìòù]{3,}[iea])",
        before_year="nel dal del fino_al anno dopo_il dell'anno",
        which="scorso scorsa prossimo prossima",
    ),
    "pt": Words(
        scale="mil milhões|milhões|milhão|bilhões|bilhão|trilhões|mil|mi|bi",
        money=r"euros?|dólares|reais|libras|€|\$",
        unit="segundos?|minutos?|horas?|dias?|semanas?|mês|meses|anos?|séculos?",
        measure=rf"{_MEASURE}|quilômetros?|quilómetros?|metros?{_POWER}|centímetros?|litros?|toneladas?|hectares?|graus?",
        share=" ?%| por cento",
        counted=r"(?!(?:mais|menos|aos|dos|das|nos|nas|mas)\b)(?:de )?(?-i:[a-záâãàéêíóôõúç]{3,}s)",
        before_year="em desde até de ano do",
        which="passado passada próximo próxima",
    ),
    "nl": Words(
        scale="miljoen|miljard|duizend|mln|mld",
        money=r"euro|dollar|pond|frank|€|\$",
        unit="seconden?|minuten|minuut|uur|uren|dagen|dag|weken|week|maanden?|jaar|jaren|eeuwen",
        measure=rf"{_MEASURE}|(?:vierkante |kubieke )?(?:kilo|centi)?meter|liter|ton|hectare",
        share=" ?%| procent",
        counted=r"(?!(?:van|tot|naar|voor|met|keer|maal)\b)(?-i:[a-zéëïö]{3,}(?:en|s))",
        before_year="in sinds tot vanaf jaar eind begin medio van",
        which="afgelopen vorige volgende komende",
    ),
}
"""By language."""


@cache
def date_rules(language: str) -> list[str]:
    """Regular expressions for the dates of a language, the longest first; it has months."""
    ways = [name for months in written_months(language) for name in months]
    full = [name for name in ways if len(name) > _SHORT]
    full += [months[0] for months in written_months(language) if len(months[0]) <= _SHORT]
    short = "|".join(name for name in ways if name not in full)
    month = rf"(?:{'|'.join(sorted(full, key=len, reverse=True))}|(?:{short})\.)"
    day = rf"(?:{'|'.join(written_days(language))})"
    year = rf"(?:,? (?:del? |do )?{_YEAR})"
    number = r"\d{1,2}(?:[.º°]|\.[º°])?"
    to = r" (?:y|e|und|a|al|bis) | ?[-–] ?"
    before = WORDS[language].before_year.split() if language in WORDS else []
    behind = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in before)
    rules = [
        rf"(?:{day},? (?:den |el |il |dia )?)?{number}(?:(?:{to}){number})? (?:de )?{month}{year}?",
        _NUMERIC,
        rf"{month}{year}",
        r"\d{1,2}(?:[.:]\d\d)? Uhr|(?<=\bom )\d{1,2} uur",
        rf"{_CLOCK}(?: ?(?:horas|hs?|ore|uur)\b)|\d{{1,2}}:\d\d",
        rf"(?:{_AT}){_CLOCK}",
    ]
    if language in WORDS:  # in others a weekday is also another word: "среда", "pazar"
        rules += _weekdays(day, WORDS[language].which)
    if language in _FROM_TODAY:
        rules.append(rf"{_NO_DAY}(?:{'|'.join(_FROM_TODAY[language].split())})")
    if behind:
        rules.append(rf"(?:{behind}){_YEAR}(?! ?[€$%])(?! [a-zà-ÿ]{{3,}}s\b)(?! [A-Z][a-z]+en\b)")
    return rules


def _weekdays(day: str, which: str) -> list[str]:
    """A weekday alone, with its number, with what says which one it is."""
    rules = [
        rf"{day},? (?:den |el |il |dia )?\d{{1,2}}(?=[.,;:)»](?!\d)|$)",
        rf"{day} \(\d{{1,2}}\)",
        day,
    ]
    if which:
        told = "|".join(which.split())
        rules[-1:] = [rf"(?:{told}) {day}|{day} (?:{told})", day]
    return rules


@cache
def figure_rules(language: str) -> list[str]:
    """Regular expressions for the figures of a language, the longest first."""
    words = WORDS[language]
    number = rf"(?:{IN_FIGURES})"
    many = rf"{number}(?: (?:{words.scale})(?!\w))?"
    to = "(?:bis|a|o|y|e|oder|und|ou|-|–)"
    several = rf"(?:{many} ?{to} ?)?{many}"
    in_front = rf"(?:R|US)?[$€£] ?{many}"
    no_nouns = "|".join(sorted(stop_words(language) | {"mio", "mrd"}))
    noun = rf"(?!(?:{no_nouns})\b){words.counted}"
    return [
        rf"{several}(?:{words.share})",
        rf"(?:{in_front} ?{to} ?)?{in_front}",
        rf"{several} ?(?:d[ei] )?(?:{words.money})(?!\w)",
        rf"{several} ?(?:{words.measure})(?!\w)",
        rf"{several} (?:{words.unit})(?!\w)",
        rf"(?!{_YEAR} ){several} {noun}",
        rf"{number} (?:{words.scale})(?!\w)",
        r"(?!0\d)(?:\d{1,3}(?:\.\d{3})+|\d+,\d+)(?![\d-]|[.,]\d)",
    ]


def openings(language: str) -> frozenset[str]:
    """First words of dates, in small letters, beside figures."""
    months = {name for names in written_months(language) for name in names}
    which = WORDS[language].which.split() if language in WORDS else ()
    today = _FROM_TODAY.get(language, "").split()
    return frozenset(months | set(written_days(language)) | set(which) | set(today))
