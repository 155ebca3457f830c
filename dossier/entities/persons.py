"""Which names are one person: joined only on evidence that can be shown.

Surnames must fold alike and given names must agree with **every** name already joined; an initial
or a bare surname attaches last, to one holder, and never links two names to one another. What is
near and not sure is a suggestion.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import pairwise

from dossier.entities import lexicon
from dossier.entities.entity import Suggestion
from dossier.entities.folding import fold
from dossier.entities.lexicon import key, listed
from dossier.entities.personal import REIGNING
from dossier.values import dataclass

_PARTICLES = listed(
    "von van der de la le den el al ben bin ibn di da do dos du des del della dalla zu af abu abou"
    " d'"
)
_SUFFIXES = listed("jr sr ii iii iv fils père junior senior")
_MARIAN = re.compile(r"Mar[ií]a (?:del|de las?|de los) \w+ (?=\w)")
"""Given names that a particle goes on: "María del Mar Ferrer" is a Ferrer."""
_AFTER = re.compile(r"after “(.+)”")
_MANY = 3
"""How many times more one holder of a surname must be named for a bare one to mean them."""
BY_GIVEN = "the only one of that given name in the article"
"""Why a given name alone is a person's."""
_LONG = 5
"""Letters of a folded surname in which one letter may be a slip."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name taken apart."""

    words: str
    given: tuple[str, ...]
    surname: str
    suffix: str = ""

    @property
    def initials(self) -> bool:
        """Whether an initial is all that is given."""
        return bool(self.given) and _is_initial(self.given[0])


@dataclass(slots=True, eq=False)
class Person:
    """The names of one person, with the evidence that joined them."""

    names: list[Named]
    why: dict[str, None] = field(default_factory=dict)
    """A set that keeps its order."""

    @property
    def name(self) -> str:
        """The name met most."""
        return self.names[0].words


def take_apart(name: str) -> Named:
    """A name's given names, surname and suffix."""
    words = name.replace("d'", "d' ").replace("D'", "D' ").split()
    suffix = ""
    if len(words) > 1 and key(words[-1]).rstrip(".") in _SUFFIXES:
        suffix = key(words.pop()).rstrip(".")
    given = lexicon.given_names()
    if len(words) == 1 or (words[0].lower() in _PARTICLES and words[0] not in given):
        return Named(name, (), " ".join(words), suffix)
    marian = _MARIAN.match(" ".join(words))
    behind = marian[0].count(" ") if marian else 1
    for at, word in enumerate(words[behind:-1], behind):
        if word.lower() in _PARTICLES:
            return Named(name, tuple(words[:at]), " ".join(words[at:]), suffix)
    if len(words) == 2 and words[1] in given and words[0] not in given:
        return Named(name, (words[1],), words[0], suffix)
    return Named(name, tuple(words[:-1]), words[-1], suffix)


@lru_cache(maxsize=1 << 15)
def surname_key(surname: str) -> str:
    """What surnames that are spellings of one another share."""
    known = lexicon.gazetteer().entries.get(key(surname))
    if known and known.kind == "person":
        surname = known.name
    words = [
        word.removeprefix("al-").removeprefix("el-")
        for word in surname.lower().replace("d'", "").split()
        if word not in _PARTICLES
    ]
    return " ".join(map(fold, words)) or fold(surname)


def _is_initial(given: str) -> bool:
    return "." in given or len(given) < 2


def same_given(one: str, other: str) -> str | None:
    """Why two given names may be one person's; None when they may not."""
    if _is_initial(one) or _is_initial(other):
        short, long = (one, other) if _is_initial(one) else (other, one)
        letters = [part[0] for part in key(short).replace(".", " ").replace("-", " ").split()]
        full = [part[0] for part in key(long).replace(".", " ").replace("-", " ").split()]
        return f"{short} for {long}" if letters and full[: len(letters)] == letters else None
    if key(one) == key(other):
        return "same given name"
    if f"{key(one)}e" == key(other) or f"{key(other)}e" == key(one):
        return None
    variants = lexicon.given_variants()
    if fold(one) == fold(other) or variants.get(key(one), set()) & variants.get(key(other), set()):
        return f"{one} = {other}"
    return None


def agree(one: Named, other: Named) -> str | None:
    """Why two full names may be one person's; None when they may not."""
    if one.suffix != other.suffix:
        return None
    reasons = [same_given(a, b) for a, b in zip(one.given, other.given, strict=False)]
    return None if None in reasons else reasons[0]


def join_persons(weights: Mapping[str, int]) -> list[Person]:
    """The persons whose full names these are; ``weights`` says how often each name is met."""
    named = [take_apart(name) for name in sorted(weights, key=lambda n: (-weights[n], n))]
    ends = frozenset(end for name in named for end in _ends(name))
    full = [name for name in named if name.given and not _is_end(name, ends)]
    buckets: dict[str, list[Person]] = defaultdict(list)
    home: dict[str, Person] = {}
    for name in sorted(full, key=lambda n: n.initials):
        if not name.initials and (person := home.get(_without_hyphens(name))) is not None:
            person.why[f"{name.words} = {person.name}: the same words"] = None
            person.names.append(name)
            continue
        bucket = buckets[surname_key(name.surname)]
        fits = [(person, why) for person in bucket if (why := _fits(name, person))]
        if len(fits) == 1:
            person, why = fits[0]
            person.why[f"{name.words} = {person.name}: same surname, {why}"] = None
            person.names.append(name)
        else:
            person = Person([name])
            bucket.append(person)
        home[_without_hyphens(name)] = person
    return [person for bucket in buckets.values() for person in bucket]


def _ends(name: Named) -> Iterator[str]:
    """The surnames of several words that a name may end in: "Rebelo de Sousa", "Núñez Feijóo"."""
    for at in range(1, len(name.given)):
        yield surname_key(" ".join((*name.given[at:], name.surname)))


def _is_end(name: Named, ends: frozenset[str]) -> bool:
    """Whether what looks like a full name is only the surname of a fuller one."""
    given = name.initials or name.given[0] in lexicon.given_names()
    return not given and surname_key(name.words) in ends


def _surnames(person: Person) -> Iterable[str]:
    """What the person may be called by without a given name, each once."""
    surnames = (surname_key(name.surname) for name in person.names)
    return dict.fromkeys((*surnames, *(end for name in person.names for end in _ends(name))))


def _fits(name: Named, person: Person) -> str | None:
    """Why the name agrees with every name of the person; None when it does not.

    Of those that are the same but for hyphens, with one.
    """
    reasons: dict[str, str | None] = {}
    for other in person.names:
        words = _without_hyphens(other)
        reasons[words] = reasons.get(words) or agree(name, other)
    return next(iter(reasons.values())) if all(reasons.values()) else None


def _without_hyphens(name: Named) -> str:
    """The same of "Kim Jong Un" and "Kim Jong-un"."""
    return key(name.words).replace("-", " ")


class Directory:
    """Who may be meant by a bare name, in the dossier and in each article."""

    def __init__(self, persons: Sequence[Person], weights: Mapping[str, int]) -> None:
        self._weights = weights
        self._home = {name.words: person for person in persons for name in person.names}
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        for person in persons:
            for surname in _surnames(person):
                self._by_surname[surname].append(person)
        self._here: dict[str, dict[str, dict[Person, None]]] = defaultdict(
            lambda: defaultdict(dict)
        )

    def read(self, file: str, words: str) -> None:
        """Notes that a full name stands in an article."""
        if (person := self._home.get(words)) is None:
            return
        for name in person.names:
            for word in name.given:
                self._here[file][f"given {fold(word)}"][person] = None
        for surname in _surnames(person):
            self._here[file][f"surname {surname}"][person] = None

    def holders(self, file: str, words: str) -> tuple[list[Person], str]:
        """Those whom the words can mean in an article, and why; one only when it is certain."""
        if (person := self._home.get(words)) is not None:
            return [person], ""
        named = take_apart(words)
        surname = surname_key(words if named.given else named.surname)
        holding = self._fitting(named, self._by_surname.get(surname, ()))
        here = self._fitting(named, self._here[file][f"surname {surname}"])
        if len(here or holding) == 1:
            return (here or holding), "the only one of that surname" + (
                " in the article" * bool(here)
            )
        if holding:
            return self._foremost(here or holding), "by far the most named of that surname"
        given = list(self._here[file][f"given {fold(words)}"])
        return given, BY_GIVEN

    def _fitting(self, named: Named, persons: Iterable[Person]) -> list[Person]:
        return [p for p in persons if any(n.suffix == named.suffix for n in p.names)]

    def _foremost(self, persons: list[Person]) -> list[Person]:
        """The one named far more than the next; all of them when none is."""
        ordered = sorted(persons, key=lambda p: (-self._weight(p), p.name))
        clear = self._weight(ordered[0]) >= _MANY * self._weight(ordered[1])
        return ordered[:1] if clear else ordered

    def _weight(self, person: Person) -> int:
        return sum(self._weights[name.words] for name in person.names)


def reigns(words: str, why: str) -> bool:
    """Whether a given name alone stands behind a sovereign's or a friar's title, by its reason."""
    told = _AFTER.fullmatch(why)
    return told is not None and " " not in words and told[1].lower() in REIGNING


def suggest(persons: Sequence[Person]) -> Iterator[Suggestion]:
    """Persons who may be one and are left apart.

    By a letter of the surname, or of the given name, or by one surname more: "Ramón Iturbe García".
    """
    yield from _longer(persons)
    near: dict[tuple[str, str], list[tuple[Person, Named]]] = defaultdict(list)
    for person in persons:
        name = person.names[0]
        if name.initials or name.suffix:
            continue
        surname, given = surname_key(name.surname), fold(name.given[0])
        for blurred in _blurred(surname):
            near[given, blurred].append((person, name))
        for blurred in _blurred(given):
            near[f"~{blurred}", surname].append((person, name))
    told: set[frozenset[str]] = set()
    for (given, _), found in near.items():
        for (one, a), (other, b) in pairwise(found):
            pair = frozenset((one.name, other.name))
            if one is other or pair in told:
                continue
            told.add(pair)
            what = "given names" if given.startswith("~") else "surnames"
            shared = "surname" if given.startswith("~") else "given name"
            yield Suggestion((a.words, b.words), f"same {shared}, {what} a letter apart")


def _longer(persons: Sequence[Person]) -> Iterator[Suggestion]:
    """Persons of whose names one goes on where the other, a given name and a surname, ends."""
    by_words = {key(person.name): person for person in persons}
    for person in persons:
        words = key(person.name).split()
        for size in range(2, len(words)):
            shorter = by_words.get(" ".join(words[:size]))
            if shorter is not None and not person.names[0].suffix:
                yield Suggestion(
                    (shorter.name, person.name), "one name goes on where the other ends"
                )


def _blurred(word: str) -> set[str]:
    """The word, and the word without each of its letters: two that share one are near."""
    if len(word) < _LONG:
        return {word}
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}
