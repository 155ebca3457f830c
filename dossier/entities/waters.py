"""Rivers that a territory is named after: the Aude and the Aude are two.

A name is two things only where the articles call it both outright: "le niveau de l'Aude" and "le
préfet de l'Aude". What no word beside it tells apart is the territory, which news names most.
"""

import re
from typing import Literal

from dossier.spans import Span

Land = Literal["river", "territory", ""]
"""What the words beside a place say of it; "" for nothing."""

_REACH = 48
"""Code points on either side that are looked at."""
_OF = r"(?:de la |de l'|du |des |de |d')$"
_BY = r"(?:la |le |l'|the )?$"
_RIVER_OF = re.compile(
    r"\b(?:niveau|débit|crues?|décrue|lit|berges?|rives?|bords?|eaux|cours|affluents?|débordements?"
    r"|embouchure|méandres?|confluence|plaine|vallée|long"
    r")(?: \w+)? " + _OF,
    re.IGNORECASE,
)
_RIVER_BY = re.compile(
    r"\b(?:(?:traversée?s?|arrosée?s?|baignée?s?) par|rivière|fleuve|river|banks of|level of) "
    + _BY,
    re.IGNORECASE,
)
_RIVER_AFTER = re.compile(
    r",? (?:(?:une?|the|a) (?:\w+ )?(?:rivière|fleuve|cours d'eau|river)\b|(?:a|avait) débordé"
    r"|déborde|(?:est|était) sortie? de son lit|en crue\b|River\b|burst its banks)",
)
_TERRITORY_OF = re.compile(
    r"\b(?:département|pr[ée]f[eè]te?|préfecture|conseil départemental|pompiers|députée?s?"
    r"|sénateurs?|sénatrices?|procureure?|gendarmes|gendarmerie|department|prefect|prefecture|county|state"
    r"|province|canton)s?(?: \w+)? (?:of )?" + _OF,
    re.IGNORECASE,
)


def land_of(text: str, span: Span) -> Land:
    """Whether a place is a river or a territory, by the words beside it; ``text`` is plain."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    if _RIVER_OF.search(before) or _RIVER_BY.search(before) or _RIVER_AFTER.match(after):
        return "river"
    bracketed = before.endswith("(") and after.startswith(")")
    return "territory" if bracketed or _TERRITORY_OF.search(before) else ""
