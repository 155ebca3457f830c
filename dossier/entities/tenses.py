"""Tenses: whether a day or a month is to come or past, by what its sentence says beside it."""

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date

from dossier.entities.lexicon import key
from dossier.entities.verbs import says_ahead, verb_of
from dossier.values import dataclass

PAST = re.compile(
    r"dernier|precedent|passe|ecoule|\blast\b|previous|\bpast\b"
    r"|\b(?:letzt|vorig|vergangen|pasad|scors|passad|afgelop)\w+"
)
NEXT = re.compile(
    r"prochain|suivant|\bnext\b|following|\bque vem\b"
    r"|\b(?:nachst|kommend|proxim|prossim|volgend|komend)\w+"
)
_PAST_BEHIND = re.compile(r",? (?:dernier|passe|ecoule)\b")
_NEXT_BEHIND = re.compile(r",? prochain\b")
_SINCE = re.compile(
    r"\b(?:depuis(?: le)?|datant du|datée?s? du|entrée?s? en vigueur le|since|last) (?:\w+ )?$",
    re.IGNORECASE,
)
"""What is said before a past day or month that has no year."""
_JUST = re.compile(r" (?:(?:le|en|début|fin|on|in|am|im|el|il|nel|em|no|op) )?(?:mi-)?")
"""What may stand between a verb and a day or month beside it: "a accusé en août"."""
_AIMED = {
    "fr": re.compile(
        r"\b(?:(?:à|de)(?: ne pas)?|d['’]|pour|venir|devait|devaient|compte|comptent|comptaient"
        r"|veulent|voulaient)"
        r" ?(?:se |s['’])?(?:[a-zà-ÿ]+[ei]r )?(?!hier|dernier|premier|janvier|février)"
        r"[a-zà-ÿ]+(?:er|ir|[dt]re|oir) (?:ce |des |le )?$"
        r"|\bqu(?:e |['’])[^,;]*r(?:ait|aient) (?:[\w'’-]+ ){0,3}$"
    ),
    "en": re.compile(
        r"\b(?:to|would|could|might|may|can|should) "
        r"(?!(?:the|an?|his|her|its|their|that|this|him|them)\b)"
        r"(?:be )?[a-z]+(?: [a-z]+){0,2}? (?:on |this )?$"
    ),
}
"""What is called for or promised, before the day: "invités à venir marcher samedi", "qu'il
viendrait samedi"; past or to come. No town: "arrêté à Montpellier samedi"."""
_SET = re.compile(
    r"\b(?:programme|convoque)e?s? (?:a |au |pour |le |ce |des )?$"
    r"|\b(?:fixe|annonce|reporte|ajourne|decale|avance|renvoye|remis)e?s?"
    r" (?:a|au|pour) (?:[lc]e )?$"
    r"|\b(?:sont|seraient) (?:annonce|attendu|prevu)e?s (?:pour )?(?:ce |le |des )?$"
    r"|\bs(?:e |['’])(?!\w+(?:[^v]re|aient|erent|irent|urent|[iu]t|ait|int) |sont |etant )"
    r"\w{2,}(?:e|d|t) "
    r"(?:(?:a|au|en|dans|sur) [a-z'’-]+ )?(?:de |des |ce |le )?$"
)
"""What is set for a weekday, just before it: "fixé à mardi", "le match se joue samedi"."""
_CALLED_OFF = {
    "fr": re.compile(r"\b(?:annule|reporte|suspendu|maintenu|interdit|deprogramme|ajourne)e?s?\b"),
    "en": re.compile(r"\b(?:postponed|cancell?ed|suspended|called off|rescheduled)\b"),
}
"""What may be past, or said of what is to come: "le concert de samedi est annulé"."""
_WAS = re.compile(r"\b(?:a|ont|avait|avaient|ayant) ete \w+ (?:le |ce |des )?$")
_NEAR = 70
"""Code points on either side of a weekday in which a future says that it is to come."""
_OF = re.compile(
    r"\b(?<!partir )(?<!compter )(?:de|del|du|d['’]|of|for|pour|do|da|di|vom)(?: ?(?:ce|this))? ?$"
)
"""What ties a weekday to a noun: "la marche de samedi" may be told of in any tense."""
_EVERY = re.compile(r"\b(?:le|chaque|tous les) $")
"""What stands before a weekday that comes again and again: "le dimanche"."""
_NEXT_WEEK = (
    r"de la semaine (?:prochaine|suivante)|(?:of )?next week"
    r"|(?:der )?(?:kommend|nachst)e[rn] woche|de la (?:proxima semana|semana (?:proxima|que viene))"
    r"|della (?:prossima settimana|settimana prossima)|da (?:proxima semana|semana que vem)"
)
_LAST_WEEK = (
    r"de la semaine (?:derniere|passee|precedente)|(?:of )?last week"
    r"|(?:der )?(?:letzt|vorig|vergangen)e[rn] woche|de la (?:pasada semana|semana pasada)"
    r"|della (?:scorsa settimana|settimana scorsa)|da semana passada"
)
_THIS_WEEK = r"de cette semaine|(?:of )?this week|dieser woche|de esta semana"
_WEEKS = tuple(
    (re.compile(rf",? (?:{words})\b"), weeks)
    for words, weeks in ((_NEXT_WEEK, 1), (_LAST_WEEK, -1), (_THIS_WEEK, 0))
)
"""What stands behind a weekday and says which week it is of, and how many from the article's."""
_COMING = re.compile(r",? que (?:viene|vem)\b")
_PRECEDING = re.compile(r",? (?:precedent|d['’]avant)\b")
_PRECEDING_AHEAD = re.compile(r"\b(?:previous|preceding) $")
_FOLLOWING = re.compile(r",? (?:suivant|d['’]apres)\b")
_FOLLOWING_AHEAD = re.compile(r"\bfollowing $")
"""What tells a weekday from the day named before it, behind it and before it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is read against."""

    language: str
    published: date | None
    """The article's own date; None when it is not known."""
    spoken: date | None = None
    """The last day named before, in the same article: what "the day before" hangs on."""
    around: str = ""
    """The words of its sentence, which tell past from future."""
    at: int | None = None
    """Where in ``around`` the date stands; None where it is to be looked for."""
    told: date | None = None
    """The last day named before in the same paragraph, which a year hangs on."""
    years: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """By month and day, the year that the article gave them last."""
    is_paired: bool = False
    """Whether it is named in one breath with the weekday before it: "samedi et dimanche"."""
    glossed: date | None = None
    """The day just before it, where it stands in brackets: "demain (mardi)"."""


def turned(words: str, setting: Setting) -> bool | None:
    """Whether a day or month is said to be to come, or past; None where its sentence does not.

    "Le 1er mai dernier", "depuis le 1er mai", "il l'a dit le 1er mai", "next May 1".
    """
    before, behind = beside(words, setting)
    if _PAST_BEHIND.match(behind):
        return False
    if _NEXT_BEHIND.match(behind):
        return True
    written = setting.around[: _at(setting, before)]
    if _SINCE.search(written):
        return False
    verb = verb_of(written, "", setting.language)
    is_past = verb is not None and not verb.is_ahead and _JUST.fullmatch(written, verb.end)
    return False if is_past else None


def is_last(words: str, setting: Setting) -> bool:
    """Whether a month is said to be the last of its name: "décembre dernier"."""
    _, behind = beside(words, setting)
    return bool(PAST.search(words) or _PAST_BEHIND.match(behind))


def week_told(words: str, setting: Setting) -> int | None:
    """How many weeks from the article's the one is that is told behind a weekday; None for none."""
    _, behind = beside(words, setting)
    return next((weeks for week, weeks in _WEEKS if week.match(behind)), None)


def turned_from(words: str, setting: Setting) -> int:
    """-1 for a weekday before the day named before it, 1 for one after it, 0 for others.

    "Le samedi précédent", "the following Monday", "le samedi suivant".
    """
    before, behind = beside(words, setting)
    if _PRECEDING.match(behind) or _PRECEDING_AHEAD.search(before):
        return -1
    return int(bool(_FOLLOWING.match(behind) or _FOLLOWING_AHEAD.search(before)))


def days_of_this(words: str, setting: Setting) -> int:
    """In how many days from the article's own "this" weekday is; 0 for one that is not "this".

    "Ce mardi" is today, but that an article may be changed a day later; "this Tuesday" is near.
    """
    if words.startswith("this "):
        return 3
    before, _ = beside(words, setting)
    return int(setting.language == "fr" and before.endswith(" ce "))


def looks_ahead(words: str, setting: Setting) -> bool | None:
    """Whether a weekday is to come; None where nothing tells."""
    before, behind = beside(words, setting)
    if NEXT.search(words) or _COMING.match(behind):
        return True
    if PAST.search(words):
        return False
    at = _at(setting, before)
    written, said = setting.around[:at], setting.around[at + len(words) :]
    verb = verb_of(written, said, setting.language)
    if setting.language not in _AIMED:  # in other languages, only a verb beside the weekday tells
        return verb.is_ahead if verb and verb.is_beside and not _OF.search(before) else None
    is_french = setting.language == "fr"
    if is_french and _SET.search(before):
        return True
    if is_french and _EVERY.search(before):
        return None
    near = f"{written[-_NEAR:]}|{said[:_NEAR]}"
    is_open = bool(_CALLED_OFF[setting.language].search(key(near))) and not _WAS.search(before)
    is_aimed = bool(_AIMED[setting.language].search(written))
    if verb and not is_aimed and not _OF.search(before):
        rest = f"{written[verb.end :]}|{said[:_NEAR]}"
        is_doubtful = not verb.is_beside and (is_open or says_ahead(rest, setting.language))
        return True if verb.is_ahead else None if is_doubtful else False
    if says_ahead(near, setting.language):
        return True
    return None if is_open or is_aimed else False


def _at(setting: Setting, before: str) -> int:
    """Where the words stand in their sentence as it is written."""
    if setting.at is not None:
        return setting.at
    return len(before) if len(key(setting.around)) == len(setting.around) else 0


def beside(words: str, setting: Setting) -> tuple[str, str]:
    """What stands before and behind the words in their sentence, folded.

    Nothing if it is not known where they stand, and they are there twice or only inside others:
    "2 mai" in "12 mai".
    """
    around = key(setting.around)
    if setting.at is not None:
        before = key(setting.around[: setting.at])
        return before, around[len(before) + len(words) :]
    places = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", around))
    if len(places) != 1:
        return "", ""
    return around[: places[0].start()], around[places[0].end() :]
