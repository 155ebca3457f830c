"""Shapes: which runs of words may be a noun phrase, in the languages whose frames are not known.

Told by capitals, endings and the small word before; where a language shows nothing, any run may.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from dossier.language import fold
from dossier.language.words import word_list
from dossier.topics.words import LISTS, silent_words


class Place(NamedTuple):
    """Where a run of words stands."""

    before: str
    """The word before it, folded; empty at the start of a sentence or behind a mark."""
    opens: bool
    """Whether it opens the sentence, so that its capital says nothing."""
    cut: bool = False
    """Whether a word with a capital follows, so that a name would be cut."""


_ARTICLE, _SON = "ال", ("بن", "آل")
_ARABIC_VERB = re.compile("^(?:و[تيأ]|ي)|[^اي]ت$")
_RUSSIAN_ADJECTIVE = re.compile(
    "(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ую|юю|ых|их|ыми|ими)$"
)
_RUSSIAN_VERB = re.compile("(?:[еёи]т|[уюая]т|л|л[аио]|ть|с[яь]|ен|ены?|но)$")
_RUSSIAN_OBLIQUE = re.compile("(?:[ую]|[ое]м|[ое]й|[ая]ми|[ая]х|[ая]м|[ое]в|(?<!и)е)$")
"""Endings of a noun that stands behind a preposition or a verb: "на борту"."""
_GERMAN_ADJECTIVE = re.compile("(?:e|er|es|en|em)$")
_ROMANCE_ADJECTIVE = re.compile(
    r"(?:[ae]l|a[il]s|[ai]les?|[ai]li|[ai]eis|ari?|ares?|ic[oaei]s?|ic[hi]e|iv[oaei]s?|os[oaei]s?"
    r"|ari[oae]s?|[aei]b(?:le|ile|ili)s?|[aei]vel|[aei]n[tc]e?[si]?|[aiu](?:d|tt?|s|n|nt)[oaei]s?"
    r"|ore?[sa]?|ens[ei]s?|[oe]n[oaei]s?|ist[aeio]s?|iles?|er[oai]s?|es[ae]s?|ol[ae]?s?|eir[oa]s?)$"
)
_ROMANCE_VERB = re.compile(
    r"(?:[ae]r[oa]n|ieron|[ai]ba?n|[ai]vam?|[aei]ram|[ei]?ono|an[on]o|avano|[aei]sse|ou|eu|iu)$"
)
_INFINITIVE = re.compile(r"(?:[aei]r|[aei]re|[aeiou]rsi|[aei]rse)$")


def is_phrase(words: Sequence[str], place: Place, language: str | None) -> bool:
    """Whether words may be one noun phrase, where the language shows it."""
    rule = _RULES.get(language or "")
    return rule is None or rule(words, place)


def _arabic(words: Sequence[str], place: Place) -> bool:
    del place
    rest = words[1:]
    if not rest:
        return True
    told = all(word.startswith(_ARTICLE) or word in _SON for word in rest) or _SON[0] in rest
    return told and not _ARABIC_VERB.search(words[0])


def _russian(words: Sequence[str], place: Place) -> bool:
    del place
    if len(words) < 2:
        return words[0][0].isupper() or not _RUSSIAN_OBLIQUE.search(words[0])
    named = all(word[0].isupper() for word in words)
    noun = not _RUSSIAN_VERB.search(words[-1])
    return named or (len(words) == 2 and noun and bool(_RUSSIAN_ADJECTIVE.search(words[0])))


def _german(words: Sequence[str], place: Place) -> bool:
    """Nouns, told by their capital; an adjective before them, if a small word stands before it."""
    first, last = words[0], words[-1]
    if not last[0].isupper() or (place.opens and first[0].isupper()):
        return False
    middle = [word for word in words[1:-1] if not word[0].isupper()]
    if first[0].isupper():
        return all(fold(word) in _links("de") for word in middle)
    led = place.before in silent_words("de") and place.before not in ("zu", "und", "wie")
    return led and all(_GERMAN_ADJECTIVE.search(word) is not None for word in (first, *middle))


def _romance(language: str) -> Callable[[Sequence[str], Place], bool]:
    def rule(words: Sequence[str], place: Place) -> bool:
        """A name; or a noun behind a small word, with an adjective or "of" and another noun."""
        first, rest = words[0], [fold(word) for word in words[1:]]
        small = [word for word in words if not word[0].isupper()]
        if first[0].isupper():
            named = words[-1][0].isupper() and all(fold(word) in _links(language) for word in small)
            alone = len(words) == 1
            return named and not (place.opens if alone else place.cut)
        if place.before not in _links(f"{language}.before"):
            return False
        if not rest:
            return True
        if rest[0] in _links(language):
            return len(rest) > 1 and not _INFINITIVE.search(rest[-1])
        return len(rest) == 1 and bool(
            _ROMANCE_ADJECTIVE.search(rest[0]) and not _ROMANCE_VERB.search(rest[0])
        )

    return rule


@cache
def _links(section: str) -> frozenset[str]:
    """The words of a section of the list of what joins a phrase, or stands before one."""
    for line in word_list("links", LISTS):
        name, _, words = line.partition(":")
        if name == section:
            return frozenset(words.split())
    return frozenset()


_RULES: dict[str, Callable[[Sequence[str], Place], bool]] = {
    "ar": _arabic,
    "ru": _russian,
    "uk": _russian,
    "de": _german,
    "es": _romance("es"),
    "it": _romance("it"),
    "pt": _romance("pt"),
}
