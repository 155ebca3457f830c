"""Which language a text is in: by its script, and by the commonest words where scripts agree."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from dossier.language.folding import fold
from dossier.language.words import STOP_WORD_LANGUAGES, commonest_words, stop_words

SAMPLE = 1200
"""Code points looked at. With 2,000, one text of 5,800 was told otherwise, wrongly (2026-11)."""

_MARKS = "_/=<>&#|*'\".,;:!?()[]«»“”–—-0123456789"
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u036f"
_SCRIPTS = (
    ("ja", 0.02, "\u3040", "\u30ff"),
    ("zh", 0.3, "\u4e00", "\u9fff"),
    ("ko", 0.3, "\uac00", "\ud7af"),
    ("km", 0.3, "\u1780", "\u17ff"),
    ("th", 0.3, "\u0e00", "\u0e7f"),
    ("el", 0.3, "\u0370", "\u03ff"),
    ("he", 0.3, "\u0590", "\u05ff"),
    ("hi", 0.3, "\u0900", "\u097f"),
    ("hy", 0.3, "\u0530", "\u058f"),
    ("ka", 0.3, "\u10a0", "\u10ff"),
    ("ru", 0.3, "\u0400", "\u04ff"),
    ("ar", 0.3, "\u0600", "\u06ff"),
)
"""A language, the share of the letters that tells it, and the first and last of its letters."""
_NARROWER = {"ru": ("uk", "іїєґІЇЄҐ"), "ar": ("fa", "پچژگی")}
"""Letters that only another language of the same script has."""

_DIFFERENT = 6
"""Common words that tell a language of the longer list: a line of French may have three of one."""


def recognise_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when nothing tells it."""
    middle = max(0, len(text) // 3 - SAMPLE // 4)  # past what stands above an article
    sample = text[middle : middle + SAMPLE] if len(text) > SAMPLE else text
    if _is_latin(sample):
        return _by_common_words(_words(sample))
    words = _WORD.findall(fold(sample))
    if sum(map(_LAST_LATIN.__lt__, words)) < 0.3 * len(words):
        return _by_common_words(words)
    return _by_script(sample)


def _is_latin(sample: str) -> bool:
    """Whether hardly a letter is of another script: in UTF-8 those take two bytes or more."""
    return len(sample.encode("utf-8", "replace")) <= 1.15 * len(sample)


def _words(sample: str) -> list[str]:
    """The words, folded; what stands between them is replaced, quicker than words are matched."""
    folded = fold(sample)
    for mark in _MARKS:
        folded = folded.replace(mark, " ")
    return folded.split()


def _by_script(sample: str) -> str | None:
    letters = [letter for letter in sample if letter > _LAST_LATIN and letter.isalpha()]
    for code, share, first, last in _SCRIPTS:
        if sum(first <= letter <= last for letter in letters) >= max(3, share * len(letters)):
            other, its_own = _NARROWER.get(code, (code, ""))
            return other if sum(map(its_own.count, letters)) >= 0.02 * len(letters) else code
    return None


def _by_common_words(words: list[str]) -> str | None:
    scores: Counter[str] = Counter()
    for codes, count in Counter(map(_common_words().get, words)).items():
        for code in codes or ():
            scores[code] += count
    best = max(_lists(), key=lambda code: scores[code])
    if best not in STOP_WORD_LANGUAGES:
        if len(_lists()[best].intersection(words)) >= _DIFFERENT:
            return best if scores[best] >= 0.1 * len(words) else None
        best = max(STOP_WORD_LANGUAGES, key=lambda code: scores[code])
    return best if scores[best] >= max(2, 0.12 * len(words)) else None


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    """The commonest words, folded, of every language that has a list."""
    return {code: stop_words(code) for code in (*STOP_WORD_LANGUAGES, *commonest_words())}


@lru_cache(maxsize=1)
def _common_words() -> dict[str, tuple[str, ...]]:
    """For each of these words, the languages it is of."""
    codes: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for code, listed in _lists().items():
        for word in listed:
            codes[word] += (code,)
    return dict(codes)
