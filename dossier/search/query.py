"""What a reader asks for: words, phrases between quotation marks, words that must not be there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.search.searchable import Searchable

_PART = re.compile(
    r'(?<!\S)(?P<no>-(?=\S))?(?:["«“„](?P<phrase>[^"»”“]*)(?P<closed>["»”“])?|(?P<word>\S+))'
)


_AFTER = ",;:!?"
"""What stands after a word that is typed in a sentence, and is not looked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase looked for, folded."""

    text: str
    whole: bool = False
    """Whether it must end where a word ends; otherwise it may be the beginning of one."""
    typed: str = field(default="", compare=False)
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a passage must hold, and what it must not."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()
    together: Term | None = None
    """All that is wanted, one after the other as it was typed; None for a single term."""


class Part(NamedTuple):
    """A word or a phrase as it is typed."""

    words: str
    """Without its quotation marks, and what stands after a word in a sentence."""
    phrase: bool
    """Whether it was typed between quotation marks; one that is open is one."""
    closed: bool
    """Whether the marks were closed: it must end where a word ends."""
    unwanted: bool
    """Whether it must not be there."""


def parts_of(words: str) -> Iterator[Part]:
    """The words and phrases of what is typed, in its order."""
    for part in _PART.finditer(words):
        phrase = part["word"] is None
        said = part["phrase"] if phrase else part["word"].rstrip(_AFTER) or part["word"]
        yield Part(said.strip(), phrase, part["closed"] is not None, part["no"] is not None)


def read_query(words: str) -> Query:
    """The query that the words ask; nothing is wanted when there are none."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for part in parts_of(words):
        if text := Searchable(part.words).text.strip():
            term = Term(text, part.closed, part.words)
            (unwanted if part.unwanted else wanted).append(term)
    together = Term(" ".join(term.text for term in wanted), bool(wanted) and wanted[-1].whole)
    several = len(wanted) > 1
    wanted, unwanted = list(dict.fromkeys(wanted)), list(dict.fromkeys(unwanted))
    return Query(tuple(wanted), tuple(unwanted), together if several else None)


def find_term(text: str, term: Term, start: int, end: int) -> int:
    """Where the term first stands in ``text[start:end]``, a folded text; -1 when nowhere."""
    at = text.find(term.text, start, end)
    while at >= 0 and not _stands(text, term, at):
        at = text.find(term.text, at + 1, end)
    return at


def _stands(text: str, term: Term, at: int) -> bool:
    """Whether the term, found there, begins a word, and ends one if it must."""
    after = at + len(term.text)
    if at and _one_word(text[at - 1], term.text[0]):
        return False
    return not (term.whole and after < len(text) and _one_word(term.text[-1], text[after]))


def _one_word(before: str, after: str) -> bool:
    """Whether two neighbours are of one word, in a script whose words are kept apart.

    Letters without case are those of scripts that write words together, or a word with its
    article and prepositions (Arabic, Hebrew): there a term may stand anywhere, a number too.
    """
    return _keeps_apart(before) and _keeps_apart(after)


def _keeps_apart(character: str) -> bool:
    """Whether it is a digit, or a letter of a script that keeps its words apart."""
    return character.isdigit() or character.upper() != character
