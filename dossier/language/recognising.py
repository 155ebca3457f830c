"""Which language a text is in: by its script, and by the commonest words where scripts agree."""

import re
from collections import Counter

from dossier.language.folding import fold
from dossier.language.words import STOP_WORD_LANGUAGES, stop_words

SAMPLE = 6000
"""Code points looked at: more does not change the answer."""

_WORD = re.compile(r"[^\W\d_]+")
_FAR = re.compile(r"[\u0370-\u1fff\u3040-\ud7ff]")
"""Letters that are not Latin."""
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("fa", re.compile(r"[پچژگ\u06cc\u06a9]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
"""Scripts that tell the language, the narrower one first."""


def recognise_language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None when nothing tells it."""
    sample = text[:SAMPLE]
    words = _WORD.findall(fold(sample))
    far = len(_FAR.findall(sample))
    letters = sum(map(len, words))
    if far < 0.2 * letters:
        return _by_common_words(words)
    for code, script in _SCRIPTS:
        share = 0.02 if code in {"ja", "uk", "fa"} else 0.3
        if len(script.findall(sample)) >= max(3, share * letters):
            return code
    return None


def _by_common_words(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = {
        code: sum(counts[word] for word in counts.keys() & stop_words(code))
        for code in STOP_WORD_LANGUAGES
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= max(2, 0.12 * len(words)) else None
