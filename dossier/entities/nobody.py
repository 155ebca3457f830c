"""Capitals that name nobody by what stands around them, whatever the word is elsewhere."""

import re

from dossier.entities import lexicon
from dossier.entities.lexicon import listed
from dossier.entities.sight import ARTICLES, OF, Sight, before, is_common, is_cried, is_given, run

_LAW = re.compile(r"[LRDA]\.?\d{2,5}(?:-\d+)*")
_POWER = re.compile(r"[kMGT]Wh?c?")
"""Units of power and energy: "10 euros/MWh"."""
_MONEY = listed("CHF FCFA DA MAD EUR USD GBP")
"""Money, behind a number: "30 CHF"."""
_SEAT = re.compile(r"[DRI]-[A-Z][A-Za-z.]*")
_LETTERS = re.compile(r"[A-ZÀ-ÖØ-Þ]\.|(?:[A-Z]{2}\. ?){2}")
"""Who speaks in an interview ("R.", "P."), an abbreviation of a plural ("JJ. OO.")."""
_MINISTERS = listed("ministre ministres ministere secretaire")


def is_no_name(sight: Sight, at: int) -> bool:
    """Whether a word no list knows is an office, a handle, numbers a law, is cried, is a unit.

    "L'article R421-9", "NEW: the bridge is closed", "Rep. Ann Lee (D-CA)"; and the field of a
    minister, whose name is an ordinary word without its accent ("ministre de l'Economie").
    """
    word = sight.words[at]
    if _LETTERS.fullmatch(word.text) and (
        run(sight, at) == at + 1 or is_common(sight, sight.words[at + 1])
    ):
        return True
    if sight.elsewhere and word.initial and word.text.lower() in sight.cues["title"]:
        return True
    if _POWER.fullmatch(word.text) or _opens_an_office(sight, at):
        return True
    if word.text in _MONEY and sight.text[: word.start].rstrip()[-1:].isdigit():
        return True
    if word.text.isupper() and (_is_among_capitals(sight, at) or _is_stressed(sight, at)):
        return True
    if word.text in sight.cues["title"] or sight.text[word.start - 1 : word.start] == "@":
        return True
    if _LAW.fullmatch(word.text) and before(sight, at) in ("article", "articles", "art."):
        return True
    if _SEAT.fullmatch(word.text) and sight.text[word.start - 1] == "(":
        return True
    if word.initial and word.text.isupper() and len(word.text) > 1 and is_common(sight, word):
        return run(sight, at) == at + 1
    if not sight.french or before(sight, at) not in ("l'", "la", "du", "des"):
        return False
    back = 2 + (sight.words[at - 2].text == "de")
    alone = run(sight, at) == at + 1 or is_given(sight.words[at + 1].text)
    return before(sight, at, back) in _MINISTERS and alone


def _is_stressed(sight: Sight, at: int) -> bool:
    """Whether a word that opens sentences is in capitals among small letters: "Do NOT open it"."""
    words = sight.words
    if sight.elsewhere or words[at].text.capitalize() not in sight.cues["opening"]:
        return False
    near = [words[at - 1] if at and words[at].joined else None, *words[at + 1 : at + 2]]
    alone = not any(word and word.text.isupper() and word.text[1:] for word in near)
    return alone and len(words[at].text) > 1 and before(sight, at) not in ARTICLES


def _opens_an_office(sight: Sight, at: int) -> bool:
    """Whether an ordinary word with a capital is of an office: "Premier ministre"."""
    following = sight.words[at + 1 : at + 2]
    is_office = bool(following) and following[0].joined and following[0].text in sight.cues["title"]
    return sight.french and is_office and is_common(sight, sight.words[at])


def _is_among_capitals(sight: Sight, at: int) -> bool:
    """Whether a word in capitals is a small one or stands beside one: "EN SYRIE POUR"."""
    words = sight.words
    ahead = at + 1 < len(words) and words[at + 1].joined
    behind = at > 0 and words[at].joined
    return (ahead and (is_cried(sight, at + 1, at) or is_cried(sight, at, at + 1))) or (
        behind and (is_cried(sight, at - 1, at) or is_cried(sight, at, at - 1))
    )


def opens_a_phrase(sight: Sight, at: int) -> bool:
    """Whether an ordinary word goes on in ordinary ones, far behind the cue for a body.

    "Le mouvement des Gilets jaunes", "le siège du Premier ministre".
    """
    words = sight.words
    if run(sight, at) > at + 1 or at + 1 >= len(words) or not words[at + 1].joined:
        return False
    following = words[at + 1].text
    near = words[at - 1].text in sight.cues["org word"]
    small = following.islower() and following in lexicon.common_words(sight.language)
    verbs = sight.cues["reporting"] | sight.cues["auxiliary"] | sight.cues["org verb"]
    return small and not near and following not in verbs | lexicon.opening_words() | OF
