"""Spellings: who else is meant by a name that is looked for, and where.

A name is looked for by a whole spelling of it, or by how one of a person's ends: a surname. Where
its entity is mentioned in other words, these are hits as they stand. Its other spellings are not
looked for in the text: they may be a namesake's.
"""

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dossier.entities import Entity
from dossier.entities.on_demand import called_all
from dossier.search.query import Term, find_term, read_query
from dossier.search.searchable import Searchable
from dossier.spans import Span

LONG = 4
"""Letters from which on a word may be a name however it is typed: "ces" is no organisation."""

WORDS = 6
"""Words side by side that are looked up as one name at most."""

_LINE, _NAME = "\ue000", "\ue001"
"""What stands about each spelling, and between two names; no text has them."""


class Named(NamedTuple):
    """A mention of what is looked for."""

    span: Span
    terms: tuple[Term, ...]
    """Those in whose place it stands, where its own words do not have them all."""


Meant = Mapping[str, Sequence[Named]]
"""The mentions of what is looked for by name, by the file they stand in."""


def mentions_meant(entities: Sequence[Entity], words: str) -> Meant:
    """The mentions of the names that the words are, where a name is spelled otherwise as well."""
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for terms, entity in _names_meant(entities, words):
        if _others(terms, entity):
            for mention in entity.mentions:
                found[mention.file].append(Named(mention.span, terms))
    return found


def other_spellings(entities: Sequence[Entity], words: str) -> tuple[str, ...]:
    """The spellings that are meant by the words, and that no search for them alone finds."""
    meant = _names_meant(entities, words)
    return tuple(said for terms, entity in meant for said in _others(terms, entity))


def _names_meant(
    entities: Sequence[Entity], words: str
) -> Iterator[tuple[tuple[Term, ...], Entity]]:
    """The names that the words are: as many side by side as are one, else a word or phrase."""
    wanted = read_query(words).wanted
    spellings = _spellings(entities) if entities and wanted else None
    start = 0
    while spellings is not None and start < len(wanted):
        for end in range(min(len(wanted), start + WORDS), start, -1):
            terms = wanted[start:end]
            if numbers := spellings.of(" ".join(term.text for term in terms)):
                named = (entities[number] for number in numbers)
                yield from ((terms, entity) for entity in named if _is_name(terms, entity))
                break
        start = end


def _others(terms: Sequence[Term], entity: Entity) -> tuple[str, ...]:
    """The spellings of a name that do not have all the terms, each once."""
    spellings = dict.fromkeys((entity.name, *entity.aliases))
    texts = ((spelling, Searchable(spelling).text) for spelling in spellings)
    return tuple(
        spelling
        for spelling, text in texts
        if any(find_term(text, term, 0, len(text)) < 0 for term in terms)
    )


def _is_name(terms: Sequence[Term], entity: Entity) -> bool:
    """Whether that names it: many have a given name; a short word is one only as it is written."""
    if len(terms) > 1:
        return True
    text = terms[0].text
    spellings = [Searchable(spelling).text.strip() for spelling in entity.aliases]
    begins = any(spelling.startswith(f"{text} ") for spelling in spellings)
    if entity.kind == "person" and begins:
        return any(spelling.endswith(f" {text}") for spelling in spellings)
    return len(text) >= LONG or terms[0].typed in entity.aliases


class _Spellings:
    """Every spelling of every name, as one folded text: looked through at once, none is made."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        called = called_all(entities)
        lines = (said.replace("\n", _LINE) for _, said in called)
        self._text = Searchable(_NAME.join(f"{_LINE}{said}{_LINE}" for said in lines)).text
        self._starts = array("L", (found.end() for found in re.finditer(_NAME, self._text)))
        self._kinds = [kind for kind, _ in called]

    def of(self, text: str) -> Sequence[int]:
        """The numbers of the names of which that is a spelling; else of the one that ends so."""
        whole = self._having(f"{_LINE}{text}{_LINE}")
        names = [number for number in whole if self._kinds[number] not in ("date", "figure")]
        if names or len(text) < LONG:
            return names
        ending = self._having(f" {text}{_LINE}")
        persons = [number for number in ending if self._kinds[number] == "person"]
        return persons if len(persons) == 1 else ()

    def _having(self, said: str) -> Iterator[int]:
        """The numbers of the names that have it, each once."""
        at = self._text.find(said)
        while at >= 0:
            number = bisect_right(self._starts, at)
            yield number
            after = self._starts[number] if number < len(self._starts) else len(self._text)
            at = self._text.find(said, after)


_LAST: tuple[Sequence[Entity], _Spellings | None] = ((), None)
"""The names last looked through: nothing is folded twice while one types."""


def _spellings(entities: Sequence[Entity]) -> _Spellings:
    """The spellings of these names."""
    global _LAST
    known, spellings = _LAST
    if spellings is None or known is not entities:
        spellings = _Spellings(entities)
        _LAST = entities, spellings
    return spellings
