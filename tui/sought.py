"""What was looked for, as the terms of a topic: each draws the sentences that have it."""

from collections.abc import Iterable, Sequence

from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.language.folding import fold
from dossier.language.words import stop_words
from dossier.search import Hit
from dossier.search.query import Part, find_term, parts_of, read_query
from dossier.search.searchable import Searchable
from dossier.search.spellings import other_spellings


def terms_of(
    words: str, entities: Sequence[Entity], *, language: str = "", together: bool = False
) -> tuple[str, ...]:
    """The words and phrases looked for, or every spelling of the name they are.

    A word may be the beginning of one, as in a search: a star says so; a name among them has all
    its spellings. What must not be there draws nothing, nor do the words that say nothing in the
    ``language`` ("of") beside others. Where they stand ``together`` in what is found, all are one
    term: else "hausse de la taxe" would draw every sentence that has one of the four.
    """
    for entity in entities:
        if entity.name == words:
            return tuple(dict.fromkeys((entity.name, *entity.aliases)))
    wanted = [part for part in parts_of(words) if not part.unwanted]
    if together:
        said = " ".join(part.words for part in wanted)
        wanted = [Part(said, wanted[-1].phrase, closed=True, unwanted=False)]
    silent = stop_words(language)
    telling = [part for part in wanted if part.phrase or fold(part.words) not in silent]
    terms = [part.words if part.phrase else _beginning(part.words) for part in telling or wanted]
    return tuple(dict.fromkeys(filter(None, (*terms, *other_spellings(entities, words)))))


def are_together(words: str, hits: Iterable[Hit], dossier: Dossier) -> bool:
    """Whether one of the hits has all that is looked for, one after the other as it was typed."""
    together = read_query(words).together
    if together is None:
        return False
    texts = (hit.span.of(dossier.article(hit.file).text) for hit in hits if not hit.variant)
    said = (Searchable(text).text for text in texts)
    return any(find_term(one, together, 0, len(one)) >= 0 for one in said)


def _beginning(word: str) -> str:
    return word + "*" if word[-1:].isalnum() else ""
