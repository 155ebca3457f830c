"""What was looked for, as the terms of a topic: each draws the sentences that have it."""

import re
from collections.abc import Sequence

from dossier.entities import Entity

_PART = re.compile(r'(?<!\S)(?P<no>-(?=\S))?(?:["«“„]\s*(?P<phrase>[^"»”“]*)["»”“]?|(?P<word>\S+))')


def terms_of(words: str, entities: Sequence[Entity]) -> tuple[str, ...]:
    """The words and phrases looked for, or every spelling of the name they are.

    A word may be the beginning of one, as in a search: a star says so. What must not be there
    draws nothing.
    """
    for entity in entities:
        if entity.name == words:
            return tuple(dict.fromkeys((entity.name, *entity.aliases)))
    found = [part for part in _PART.finditer(words) if not part["no"]]
    terms = [(part["phrase"] or "").strip() or _beginning(part["word"] or "") for part in found]
    return tuple(dict.fromkeys(term for term in terms if term))


def _beginning(word: str) -> str:
    return word + "*" if word[-1:].isalnum() else ""
