"""What was looked for, as the terms of a topic: each draws the sentences that have it."""

from collections.abc import Sequence

from dossier.entities import Entity
from dossier.search.query import parts_of
from dossier.search.spellings import other_spellings


def terms_of(words: str, entities: Sequence[Entity]) -> tuple[str, ...]:
    """The words and phrases looked for, or every spelling of the name they are.

    A word may be the beginning of one, as in a search: a star says so; a name among them has all
    its spellings. What must not be there draws nothing.
    """
    for entity in entities:
        if entity.name == words:
            return tuple(dict.fromkeys((entity.name, *entity.aliases)))
    wanted = [part for part in parts_of(words) if not part.unwanted]
    terms = [part.words if part.phrase else _beginning(part.words) for part in wanted]
    return tuple(dict.fromkeys(filter(None, (*terms, *other_spellings(entities, words)))))


def _beginning(word: str) -> str:
    return word + "*" if word[-1:].isalnum() else ""
