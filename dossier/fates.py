"""Fates: what happened to those whom a figure counts, however an article says it.

"Trois morts", "trois personnes ont été tuées" and "la mort de trois personnes" count the dead; "17
lives" are lost, "nine people were killed". Of others than people at large ("trois soldats") it may
be a part of them, and is not told.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from dossier.entities.lexicon import listed
from dossier.spans import Span

Fate = Literal["dead", "injured", "missing", "arrested", ""]

_REACH = 70
"""Code points on either side that are looked at."""
_PEOPLE = listed("personnes personne people persons person")
_COUNTED: Mapping[str, Fate] = {
    **dict.fromkeys(listed("mort morts tues tue deces dead deaths death fatalities"), "dead"),
    **dict.fromkeys(listed("blesse blesses blessees injured wounded injuries"), "injured"),
    **dict.fromkeys(listed("disparu disparus missing"), "missing"),
    **dict.fromkeys(listed("interpellations arrestations arrests"), "arrested"),
}
"""What is counted by its fate, folded."""
_DONE: Mapping[str, Mapping[Fate, str]] = {
    "fr": {
        "dead": "tuées?|mortes?|décédées?|trouvé la mort|perdu la vie|péri|succombé",
        "injured": "blessées?",
        "missing": "(?:portées? )?disparues?",
        "arrested": "interpellées?|arrêtées?",
    },
    "en": {
        "dead": "killed|dead|died|drowned|perished|lost their lives",
        "injured": "injured|hurt|wounded",
        "missing": "missing|unaccounted for",
        "arrested": "arrested|detained",
    },
}
_BEFORE: Mapping[str, Mapping[Fate, str]] = {
    "fr": {
        "dead": r"la mort d[e'’]\s?|coûté la vie à |(?:a|ont|avait) tué |tuant |le décès d[e'’]\s?",
        "injured": "(?:a|ont|avait) blessé |blessant ",
        "arrested": r"l['’](?:interpellation|arrestation) d[e'’]\s?|(?:interpellé|arrêté) ",
    },
    "en": {
        "dead": r"(?:killed|killing|kills|deaths? of|lives of) ",
        "injured": r"(?:injured|injuring|wounded|wounding|hurt) ",
        "arrested": r"(?:arrested|arrests of) ",
    },
}
_BETWEEN = {
    "fr": (
        "(?:ont|avaient|auraient|sont|étaient|seraient|avait|est)? ?(?:déjà |ainsi |aussi )?"
        "(?:été )?"
    ),
    "en": (
        "(?:were|was|are|have|had|has|is)? ?(?:also |now |already |reported |feared )?(?:been )?"
    ),
}
"""What stands between people and what was done to them."""
_BOUND = r"(?:au moins |près de |plus de |d'au moins |at least |more than |nearly |about |some )?"
_LIVES = re.compile(r"(?:loss of|lost|claimed|cost|took|taken|claiming|claims) " + _BOUND + r"\Z")


def fate_of(text: str, sentence: Span, span: Span, unit: str, language: str | None) -> Fate:
    """What happened to those whom a figure of a sentence counts; empty where it does not say.

    ``unit`` is what is counted, folded; empty where the figure is a number alone.
    """
    if fate := _COUNTED.get(unit):
        return fate
    before = text[max(sentence.start, span.start - _REACH) : span.start].lower()
    after = text[span.end : min(sentence.end, span.end + _REACH)].lower()
    if unit == "lives":
        return "dead" if _LIVES.search(before) else ""
    if unit and unit not in _PEOPLE:
        return ""
    for fate, (led, done) in _rules(language or "").items():
        if done.match(after) or (unit and led and led.search(before)):
            return fate
    return ""


@cache
def _rules(language: str) -> dict[Fate, tuple[re.Pattern[str] | None, re.Pattern[str]]]:
    """For each fate, what tells it before a figure, and what behind it."""
    rules: dict[Fate, tuple[re.Pattern[str] | None, re.Pattern[str]]] = {}
    for fate, done in _DONE.get(language, {}).items():
        led = _BEFORE[language].get(fate)
        rules[fate] = (
            re.compile(rf"(?:{led}){_BOUND}\Z") if led else None,
            re.compile(rf"(?:,[^,]{{1,60}},)? {_BETWEEN[language]}(?:{done})\b"),
        )
    return rules
