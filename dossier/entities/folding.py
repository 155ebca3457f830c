"""One spelling from many: names folded so that romanisations of one name come out alike.

Iouri, Youri and Yuri fold to one form, as do Ouchakov and Ushakov, Zelensky and Zelenskiy. The
order of the steps matters: sibilants before h, endings before y. The steps are of Latin letters: a
word with any other stands for itself.
"""

import re
import unicodedata
from functools import lru_cache

from dossier.entities.lexicon import key

_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),
        (r"^(?:iou|you|yu|iu|jou|ju(?=[^dlns]))", "u"),
        (r"(?<=in)e$", ""),
        (r"^(?:ben|bin)$", "bin"),
        (r"chtch|shch|sch?tch|tch|tsch|sch|sh|ch|cz", "S"),
        (r"zh|dj|j(?=[aeioun])", "Z"),
        (r"kh|gh", "h"),
        (r"ts|tz", "c"),
        (r"gu(?=[ei])", "g"),
        (r"ph", "f"),
        (r"ou|oo|u", "u"),
        (r"wh|w", "v"),
        (r"ff$|v$", "v"),
        (r"(?:skyy|skyi|skyj|skiy|skij|skii|sky|ski)$", "ski"),
        (r"(?:iy|ii|yi|ij|y)$", "i"),
        (r"^(?:ye|ie|je)", "e"),
        (r"^(?:ya|ia|ja)", "a"),
        (r"iy|yi|ij|y|j", "i"),
        (r"ck|q|c(?=[aou])", "k"),
        (r"x", "ks"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)


_LIGATURES = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_MARKS = frozenset(("Mn", "Lm"))
"""Accents, and signs such as that of "Sanaʿa"."""
_NOT_LATIN = re.compile(r"[^\W\d_a-z]")


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """The word folded; never "", so that no two names are one for having no Latin letter."""
    folded = _bare(word)
    if _NOT_LATIN.search(folded):
        return folded
    for pattern, to in _STEPS:
        folded = pattern.sub(to, folded)
    return folded or key(word)


@lru_cache(maxsize=1 << 15)
def is_latin(word: str) -> bool:
    """Whether a word has no letter but Latin ones."""
    return _NOT_LATIN.search(_bare(word)) is None


def _bare(word: str) -> str:
    """The word in small letters, without accents of any kind."""
    spelled = unicodedata.normalize("NFKD", key(word).translate(_LIGATURES))
    return "".join(sign for sign in spelled if unicodedata.category(sign) not in _MARKS)
