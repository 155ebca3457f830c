"""Numbers as the press writes them, in figures and in words, French and English."""

import re
from collections.abc import Mapping
from fractions import Fraction

_FRENCH: Mapping[str, int] = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90, "dizaine": 10, "douzaine": 12, "quinzaine": 15,
    "vingtaine": 20, "trentaine": 30, "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60,
}  # fmt: skip
_FRENCH_SCALES: Mapping[str, int] = {
    "cent": 100, "cents": 100, "centaine": 100, "centaines": 100, "mille": 1000,
    "millier": 1000, "milliers": 1000, "million": 10**6, "millions": 10**6,
    "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
}  # fmt: skip
_ENGLISH: Mapping[str, int] = {
    "zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ENGLISH_SCALES: Mapping[str, int] = {
    "dozen": 12, "dozens": 12, "hundred": 100, "hundreds": 100, "thousand": 1000,
    "thousands": 1000, "k": 1000, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6,
    "billion": 10**9, "billions": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
    "mln": 10**6, "bln": 10**9,
}  # fmt: skip
_WORDS: Mapping[str, tuple[Mapping[str, int], Mapping[str, int]]] = {
    "fr": (_FRENCH, _FRENCH_SCALES),
    "en": (_ENGLISH, _ENGLISH_SCALES),
}
_LONGEST = 24
"""Digits of the longest number that is read as one."""
_JOINTS = frozenset({"et", "and", "de", "d", "of"})


def _pattern(digits: str, words: list[str], joint: str) -> str:
    word = f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"
    return rf"(?:{digits}|{word}(?:[- ](?:{joint}[- ])?{word}){{0,6}}\b)"


IN_FIGURES = r"\d{1,3}(?:[ .']\d{3}){1,5}(?:,\d+)?|\d+(?:[,.]\d+)?"
"""A regular expression for a number in figures, outside English."""
FRENCH = _pattern(
    IN_FIGURES,
    [w for w in _FRENCH if not w.endswith("aine")] + ["cent", "cents", "mille"],
    "et",
)
"""A regular expression for a number in a French text; it holds no group."""
COLLECTIVE = r"(?:diz|douz|quinz|vingt|trent|quarant|cinquant|soixant|cent)aine\b"
"""The same for about so many: "une vingtaine de blessés"."""
ENGLISH = _pattern(
    r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?|\d+(?:\.\d+)?",
    [w for w in _ENGLISH if len(w) > 2] + ["hundred", "thousand"],
    "and",
)
"""The same for an English text."""


def words(language: str) -> frozenset[str]:
    """The words a number may open with, "dozen" and its like among them."""
    units, scales = _WORDS.get(language, ({}, {}))
    return frozenset(units) | frozenset(scales)


def number(text: str, language: str) -> Fraction | None:
    """The number that a text writes; None when it writes none."""
    units, scales = _WORDS.get(language, _WORDS["fr"])
    total = current = Fraction(0)
    met = False
    for word in re.findall(r"\d[\d .,']*|[^\W\d_]+", text.lower()):
        if word in _JOINTS:
            continue
        met = True
        if word[0].isdigit():
            if (figures := _figures(word, language)) is None:
                return None
            current += figures
        elif word in units:
            times = units[word]
            current = current * times if times == 20 and current == 4 else current + times
        elif word in scales:
            current = max(current, Fraction(1)) * scales[word]
            if scales[word] >= 1000:
                total, current = total + current, Fraction(0)
        else:
            return None
    return total + current if met else None


def _figures(words: str, language: str) -> Fraction | None:
    plain = words.replace(" ", "").replace("'", "").rstrip(".,")
    if language == "en":
        plain = plain.replace(",", "")
    else:
        plain = re.sub(r"\.(?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    if len(plain) > _LONGEST:
        return None
    try:
        return Fraction(plain)
    except ValueError:
        return None


def written(value: Fraction) -> str:
    """The number in figures, as short as it goes: "5", "1.8", "1000000"."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"
