"""One spelling from many: names folded so that romanisations of one name come out alike.

Iouri, Youri and Yuri fold to one form, as do Ouchakov and Ushakov, Zelensky and Zelenskiy. The
order of the steps matters: sibilants before h, endings before y.
"""

import re
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


@lru_cache(maxsize=1 << 15)
def fold(word: str) -> str:
    """The word folded; "" when it has no Latin letter."""
    folded = key(word)
    for pattern, to in _STEPS:
        folded = pattern.sub(to, folded)
    return folded
