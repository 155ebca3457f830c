"""Women and men: which of them a pronoun may mean, and which of them a name is.

A name whose article tells neither by a title, a given name nor a word that agrees with it stays
unknown: it may be meant by either pronoun, and is then never sure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dossier.entities import Entity
from dossier.entities.lexicon import cues
from dossier.quotes.given import Gender, given_gender
from dossier.quotes.scene import Scene, Token
from dossier.quotes.words import listed
from dossier.spans import Span

_SHE = listed("elle elles her she dernière dernières la une cette sa ma ella ellas lei ela elas")
_HE = listed("il ils eux lui him he dernier derniers le un ce cet du au er él ellos egli ele eles")
_MANY = listed("ils elles eux they them derniers dernières ellas ellos elas eles loro")
_MRS = listed("mme mlle madame mademoiselle mrs mrs. ms ms. miss lady dame baroness")
_MR = listed("m. mr mr. monsieur sir lord")

_WOMEN = listed(
    "femme épouse veuve mère fille sœur nièce tante reine princesse duchesse comtesse impératrice"
    " cheffe maîtresse mairesse poétesse woman wife widow mother daughter sister niece aunt queen"
    " princess duchess actress heroine chairwoman spokeswoman congresswoman policewoman"
)
_MEN = listed(
    "homme époux mari veuf père fils frère neveu oncle roi prince duc comte empereur man husband"
    " widower father son brother nephew uncle king duke emperor actor chairman spokesman"
    " congressman policeman gunman"
)
_EITHER = listed("victime otage star vedette sentinelle")
"""Feminine of whomever they are said."""

_ENDINGS = (("e", ""), ("trice", "teur"), ("euse", "eur"), ("ère", "er"), ("ienne", "ien"))
_NEAR = 70
"""Code points beside a name that may say what its bearer is."""

_LOOKED_AT = 20
"""Mentions of a name that are looked at."""

_ARTICLES = frozenset(("la", "une", "cette"))
_OPEN = frozenset(("de", "d'", "du", "des", "of", "by", "par", "à", "au", "to"))
"""After these a name is not what the words before it say."""

_KIN = frozenset(("sa", "son", "ses", "his", "her", "their", "leur", "et", "and"))
"""These open somebody else, not what the name before them is."""

_WORD = re.compile(r"[\w-]+'?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Pronoun:
    """He, she or they: whoever was spoken of."""

    gender: Gender | None
    """None for a pronoun that says neither."""
    many: bool = False
    start: int | None = None
    """Where it stands: it means nobody that its sentence names later."""


def pronoun(token: Token) -> Pronoun:
    """What a pronoun says of whom it means."""
    return Pronoun(gender_of_word(token.word), token.word in _MANY, token.span.start)


def gender_of_word(word: str) -> Gender | None:
    """What an article, a pronoun or a noun says of whom it means; None when it says nothing."""
    if word in _SHE | _WOMEN or _is_feminine(word):
        return "woman"
    return "man" if word in _HE | _MEN else None


@cache
def _is_feminine(word: str) -> bool:
    """Whether a noun is the feminine of an office: "présidente", "sénatrice"."""
    offices = cues("fr")["title"]
    return word in offices and any(
        word.endswith(ending) and word.removesuffix(ending) + other in offices
        for ending, other in _ENDINGS
    )


def gender_of_role(role: str) -> Gender | None:
    """Whether "la ministre" or "un témoin" is a woman or a man, as far as the words agree."""
    words = role.lower().replace("’", "'").replace("'", "' ").split()
    told = [gender_of_word(word) for word in words[:3] if word not in _EITHER]
    return next((gender for gender in told[1:] if gender), None) or (told[0] if told else None)


class Genders:
    """Whether those whom an article names are women or men."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._known: dict[str, Gender | None] = {}
        self._places: dict[str, list[tuple[Span, Entity]]] = {}

    def of(self, name: str) -> Gender | None:
        """What is known of who bears an entity's name."""
        if name not in self._known:
            self._known[name] = self._worked_out(name)
        return self._known[name]

    def _worked_out(self, name: str) -> Gender | None:
        if not self._places:
            for span, entity in self._scene.named:
                self._places.setdefault(entity.name, []).append((span, entity))
        places = self._places.get(name, [])[:_LOOKED_AT]
        if not places:
            return None
        spans = [span for span, _ in places]
        titles = {gender for span in spans if (gender := self._titled(span.start, span.end))}
        if titles:
            return titles.pop() if len(titles) == 1 else None
        told = {*_of_given(places[0][1])}
        told.update(gender for span in spans for gender in self._agreed(span.start, span.end))
        return told.pop() if len(told) == 1 else None

    def _titled(self, start: int, end: int) -> Gender | None:
        """What "Mme" or "Mr" says before a name, or at its start."""
        near = self._scene.text[max(0, start - 14) : start].lower().split()[-1:]
        inside = self._scene.text[start:end].lower().split()[:1]
        for word in (*near, *inside):
            if word in _MRS | _MR:
                return "woman" if word in _MRS else "man"
        return None

    def _agreed(self, start: int, end: int) -> Iterator[Gender]:
        """What stands beside a name and agrees with a woman: masculine titles do with both."""
        text = self._scene.text
        before = _WORD.findall(text[max(0, start - _NEAR) : start].lower())
        before = before[:-1] if before[-1:] == [","] else before
        if before and before[-1] not in _OPEN and (told := _office(before)):
            yield told
        after = _WORD.findall(text[end : end + _NEAR].lower())[:5]
        own = after[1:2] and after[1] not in _KIN
        if after[:1] == [","] and own and (told := _office(after[1:4])):
            yield told


def _office(words: Sequence[str]) -> Gender | None:
    """What the last office or kinship that words name, after their last stop, agrees with."""
    offices = cues("fr")["title"] | _WOMEN | _MEN
    for at in range(len(words) - 1, max(-1, len(words) - 8), -1):
        noun, article = words[at], words[at - 1] if at else ""
        if not noun[0].isalpha():
            return None
        if noun in offices and noun not in _EITHER:
            if _OPEN & set(words[max(0, at - 2) : at]):
                continue  # "le père de l'assaillant, X": it is the father who is X
            agrees = article in _ARTICLES or noun in _WOMEN or _is_feminine(noun)
            return "woman" if agrees else "man" if noun in _MEN else None
    return None


def _of_given(entity: Entity) -> Iterator[Gender]:
    """What the given names of an entity say."""
    for alias in entity.aliases:
        first, *rest = alias.split()
        for part in (first, first.split("-")[0]) if rest else ():
            if gender := given_gender(part):
                yield gender
                break
