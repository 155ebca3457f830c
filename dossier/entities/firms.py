"""Firms: what stands beside a firm's name and no other, and what its name may do without."""

import re

from dossier.entities.lexicon import key, listed
from dossier.entities.sight import FIRM_BESIDE, OWNER, Sight, Told, before

_FORMS = listed(
    "group groupe holdings holding inc ltd corp corporation company plc llc sa sas sarl ag gmbh se"
    " nv bv spa"
)
"""How a firm is made up, at the end of its name, as keys."""
_TRADES = listed(
    "trust industries systems technologies pharmaceuticals airlines airways motors partners capital"
    " software foods energy"
)
"""What it does, there."""
_HAS = {
    "fr": re.compile(
        r"\b(?:PDG|P-DG|directeur général|directrice générale|salarié(?:e?s)?|actionnaires?"
        r"|chiffre d'affaires|siège social|maison mère|repreneurs?|conseil d'administration"
        r"|filiales?|faillite|liquidation(?: judiciaire)?|redressement judiciaire|rachat"
        r"|(?:selon|avec|par|entre) la direction) (?:de |d')$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?:shares?|stakes?|shareholding|investors?) in|(?:shareholders?|employees|customers"
        r"|chief executive|CEO|chairman|chairwoman|managing director|subsidiar(?:y|ies)"
        r"|acquisition) of|(?:analysts?|economists?|strategists?|traders?|brokers?) at) $",
        re.IGNORECASE,
    ),
}
"""By language, what a firm has, before its name: "les salariés de Michelin"."""
_LONGEST = 50
"""Code points of that."""
_ITS = re.compile(
    r"'s? (chief executive|chief financial officer|CEO|CFO|managing director|shareholders"
    r"|share price|market value|parent company|board of directors|subsidiar(?:y|ies))\b"
)
"""What it has, behind its name in English: "Medisoft's chief executive"."""


def company(sight: Sight, at: int, end: int) -> Told | None:
    """A firm just behind the word for one, whoever it is named after: "le groupe Michelin"."""
    del end
    word = sight.words[at - 1].text if before(sight, at) else ""
    if word not in sight.cues["company word"]:
        return None
    return "organisation", FIRM_BESIDE, f"after “{word}”"


def owner(sight: Sight, at: int, end: int) -> Told | None:
    """A firm by what only a firm has: "le PDG de Panéo", "Medisoft's shareholders"."""
    first, stop = sight.words[at].start, sight.words[end - 1].end
    has = _HAS.get(sight.language)
    if led := has and has.search(sight.text, max(0, first - _LONGEST), first):
        return "organisation", OWNER, f"after “{led[0].strip()}”"
    owned = _ITS.match(sight.text, stop) if sight.language == "en" else None
    return ("organisation", OWNER, f"before “{owned[1]}”") if owned else None


def has_form(name: str) -> bool:
    """Whether a name ends in a firm's form, without which it is the same firm: "Medisoft Group"."""
    return _last(name) in _FORMS


def is_whole(name: str) -> bool:
    """Whether a name ends as a firm's does: in its form, or in what it does ("Vale Airlines")."""
    return _last(name) in _FORMS | _TRADES


def _last(name: str) -> str:
    """The last word of a name of several, as a key; "" of one alone."""
    return key(name.rpartition(" ")[2]).rstrip(".") if " " in name else ""
