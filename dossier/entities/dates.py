"""Dates and times as the press writes them, French and English; ``elsewhere`` has four more.

Articles and demonstratives stand outside ("ce mardi 2 décembre" gives "mardi 2 décembre"), but "la
veille" keeps its own. Which day is meant is worked out in ``calendar``.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dossier.entities import elsewhere, numerals
from dossier.entities.eastern import EASTERN, find_eastern
from dossier.entities.lexicon import listed
from dossier.entities.words import Word
from dossier.language.calendar import written_months
from dossier.spans import Span

FRENCH_MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
FRENCH_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
ENGLISH_MONTHS = (
    "january february march april may june july august september october november december"
)
ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday"

_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMERIC = rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d\d)|{_YEAR}-\d\d-\d\d"


_OPENINGS = {
    "fr": listed(
        f"{FRENCH_MONTHS} {FRENCH_DAYS} fevrier aout decembre janv févr nov déc il hier demain"
        " avant-hier aujourd'hui minuit nuit semaine week-end weekend mois année an été hiver"
        " printemps automne siècle la lendemain surlendemain même années"
    ),
    "en": listed(
        f"{ENGLISH_MONTHS} {ENGLISH_DAYS} jan feb mar apr jun jul aug sep sept oct nov dec last"
        " next this past previous following spring summer autumn fall winter midnight noon"
        " yesterday tomorrow today tonight the same a an several early late mid"
    ),
}
"""First words of dates: what is not a number and opens with none of them is none."""


def find_dates(text: str, words: Sequence[Word], language: str) -> Iterator[Span]:
    """The dates and times that open with one of a line's words, in order, no overlap."""
    if language in EASTERN:
        yield from find_eastern(text, words[0].start, words[-1].end) if words else ()
        return
    pattern = _pattern(language)
    end = 0
    for word in words:
        opens = _opens(word.text, language)
        if opens is None or word.start < end:
            continue
        start = word.start + opens
        if match := pattern.match(text, start, words[-1].end + 2):
            end = match.end()
            yield Span(start, end)


@lru_cache(maxsize=1 << 15)
def _opens(word: str, language: str) -> int | None:
    """Where in a word a date may open: at its start, or behind its first hyphen; None nowhere."""
    openings = _openings(language)
    small = word.lower()
    if small in openings or small[0].isdigit():
        return 0
    front, _, behind = small.partition("-")
    if front in numerals.words(language):  # "Thirty-five minutes later"
        return 0
    return len(word) - len(behind) if behind in openings else None


@cache
def _openings(language: str) -> frozenset[str]:
    if written_months(language):
        return elsewhere.openings(language)
    return _OPENINGS.get(language, frozenset()) | numerals.words(language)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rules = {"fr": _french, "en": _english}.get(language, _any)()
    if written_months(language):
        rules = elsewhere.date_rules(language)
    return re.compile(rf"(?<![\w])(?:{'|'.join(rules)})(?![\w%])(?! %)", re.IGNORECASE)


def _any() -> list[str]:
    return [_NUMERIC]


def _one_of(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


def _after(words: str, what: str) -> list[str]:
    """``what`` behind one of the words, which stays outside; "_" writes a space in them."""
    behind = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in words.split())
    return [f"(?:{behind}){what}"]


_NO_LENGTH = "".join(
    f"(?<!{word} à )"
    for word in listed(
        "limité limitée réduit réduite porté portée passer passe passé supérieur supérieure"
        " inférieur inférieure estimé estimée ramené ramenée équivalent équivalente"
    )
)
"""No hours behind a word that tells how long something is: "limité à 10 heures"."""


LASTING = (
    *("dure ", "durent ", "durer ", "duré ", "durait ", "durera ", "durée de ", "pendant "),
    *("durant ", "retard de ", "au lieu de ", "attente de ", "trajet de ", "voyage de "),
)
"""Before an hour, these tell how long something is and not when: "dure 3 h 10"."""


def _french() -> list[str]:
    month = _one_of(
        FRENCH_MONTHS + r" fevrier aout decembre janv\. févr\. sept\. oct\. nov\. déc\."
    )
    day = _one_of(FRENCH_DAYS)
    unit = _one_of("secondes? minutes? heures? jours? semaines? mois années? ans? siècles?")
    part = _one_of("matin midi après-midi soir dernier prochain")
    span = _one_of("semaine week-end weekend mois année an été hiver printemps automne siècle")
    which = _one_of("dernière? précédente? prochaine? suivante? passée? écoulée?")
    of_what = (
        "de |d'|l'|la |les? |son |sa |ses |que |avoir |être |s'être |leur |une? |cette |des |du "
    )
    small = (
        "(?:sans|dans|mais|alors|puis|sous|plus|moins|après|très|ils|elles|nous|vous|depuis"
        "|toujours|aux|ces|ses|les|des|vers|dès|hors|chez|lors|selon|pas|est|suis|contre)"
    )
    sum_ = r"(?! ?[€$£%])(?! (?:euros?|dollars?|francs?|livres?|personnes)\b)"
    amount = rf"(?! ?[€$£%])(?! (?!{small}\b)[a-zà-ÿ]{{3,}}[sx]\b)"
    ago = rf"(?:auparavant|plus tôt|plus tard|(?:avant|après)(?! (?:{of_what})))"
    clock = r"\d{1,2} ?h(?: ?\d\d)?(?!\w)"
    hours = (
        r"(?:[01]?\d|2[0-3]) heures?(?: [0-5]\d\b)?"
        r"(?! (?:de (?!l['’]après-midi)|d['’]|par |plus|avant|après|en moyenne|suppl|hebdo))"
    )
    ordinal = r"(?:1er|\d{1,2})(?: (?:et|au|-) \d{1,2})?"
    return [
        rf"(?:{day}(?: {part})?,? )?{ordinal} {month}(?: {_YEAR})?(?: {clock})?",
        _NUMERIC,
        rf"{month} {_YEAR}",
        rf"{month}(?= (?:et|à|ou) {month} {_YEAR})|(?<=\bet )(?!mars|mai){month}",
        rf"{_YEAR}[-–/](?:{_YEAR}|\d\d)(?![\d/-])",
        rf"{_YEAR}(?= (?:et|à|ou) {_YEAR}{sum_})",
        rf"(?:(?<=\d\d\d\d et )|(?<=\d\d\d\d ou )){_YEAR}{sum_}",
        rf"(?:printemps|été|automne|hiver) (?:de )?{_YEAR}",
        rf"nuit d[eu] {day}(?: (?:à|au) {day})?",
        rf"{day} {ordinal}(?=[.,;:)»]|$| (?:à|au|en|dans|pour|devant|et) )",
        rf"{day}(?: {part})?(?: {clock})?",
        rf"{''.join(f'(?<!{before})' for before in LASTING)}{clock}|minuit",
        *_after("à vers dès avant entre partir_de", rf"{_NO_LENGTH}{hours}"),
        rf"(?<=\bde ){hours}(?= à \d)|(?<=\bheures et ){hours}",
        rf"{numerals.FRENCH} {unit} {ago}",
        rf"il y a (?:(?:près|plus|moins) de )?{numerals.FRENCH} {unit}",
        rf"{span} {which}",
        r"(?<!\bà )la veille(?: au soir)?",
        r"(?:sur)?lendemain(?: (?:matin|soir|midi))?",
        r"avant-hier|(?:hier|demain)(?: (?:matin|soir|midi|après-midi))?|aujourd'hui",
        r"même (?:jour|soir)",
        rf"années (?:{_YEAR}|\d0)|(?:\d\d|[ivx]{{2,5}})e siècle",
        *_after(
            "en depuis d'ici d'ici_à de à fin début avant après dès et l'an pour jusqu'en année"
            " non",
            rf"(?<!\bplus de )(?<!\bmoins de )(?<!\bprès de ){_YEAR}{amount}",
        ),
        *_after("en pour depuis fin début de dès courant mois_de jusqu'en", month),
        rf"(?<=\bmi-){month}|(?<=\bd')(?-i:(?![A-Z])){month}|(?<= \(){_YEAR}(?=\))",
    ]


def _english() -> list[str]:
    month = _one_of(ENGLISH_MONTHS + r" (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?")
    plain_month = _one_of(ENGLISH_MONTHS.replace(" may ", " ").replace(" march ", " "))
    day = _one_of(ENGLISH_DAYS)
    unit = _one_of(
        "seconds? minutes? hours? days? weeks? months? years? decades? century centuries"
    )
    part = _one_of("morning afternoon evening night lunchtime")
    number = rf"(?:{numerals.ENGLISH}|an?|several|a few)"
    ordinal = r"\d{1,2}(?:st|nd|rd|th)?"
    span = _one_of("night evening week weekend month year summer winter spring autumn fall season")
    which = _one_of("last next this past previous following")
    return [
        rf"(?:{day},? )?{ordinal}(?: of)? {month}(?:,? {_YEAR})?",
        rf"{month} (?:one|first)(?! (?:of|in)\b)",
        rf"(?:{day},? )?{month} (?:the )?{ordinal}(?!\d|,\d\d\d)(?:,? {_YEAR})?",
        _NUMERIC,
        rf"{month},? {_YEAR}",
        rf"(?:spring|summer|autumn|fall|winter)(?: of)? {_YEAR}",
        rf"(?:(?:last|next|this) )?{day}(?: {part})?",
        rf"{which} (?:{span}|{month})",
        r"\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|am|pm)|midnight|noon",
        r"\d{1,2}:\d\d(?: ?(?:GMT|BST|EST|EDT|ET|CET|PT))?",
        rf"{number} {unit} (?:ago|earlier|later)",
        rf"(?:yesterday|tomorrow)(?: {part})?|today|tonight",
        r"the day (?:before|after)|(?:the )?(?:previous|next|following|same) day",
        rf"{_YEAR}[-–/](?:{_YEAR}|\d\d)(?![\d/-])",
        rf"(?<!\bhis )(?<!\bher )(?<!\btheir )(?:{_YEAR}|\b\d0)s|\d\d(?:th|st) century",
        *_after("in since by of from to and until during before after late early between", _YEAR),
        *_after(
            "for calendar fiscal year quarter half",
            rf"{_YEAR}(?! [a-z-]{{3,}}s\b)(?! (?:people|men|women|children|more|other|new)\b)",
        ),
        *_after("the", _YEAR + "(?= [a-z])"),
        *_after("in since last next of until from to by early late mid", "(?:may|march)"),
        plain_month,
        rf"(?:(?<=\bmid-)|(?<=\bend-)|(?<=\bend ))(?-i:{_YEAR})|(?<= \(){_YEAR}(?=\))",
    ]
