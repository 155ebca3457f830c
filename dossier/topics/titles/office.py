"""Office: what a person is, as the articles write it before the name.

"Paul Martin" says little to who has not read the dossier; "L'avocat Paul Martin" says what the
topic is. The words are those of the articles, in the form they use most.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from dossier.entities import Entity
from dossier.entities.lexicon import cues
from dossier.language import fold, stop_words, word_list
from dossier.topics.headings import LONGEST
from dossier.topics.titles.material import Material
from dossier.topics.titles.phrases import VAGUE

AROUND = 80
"""Letters before a name that are looked at."""
MOST = 5
"""Words of an English office."""
_CIVIL = re.compile(r"(?:^|,? )(?:M\.|Mme|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr)$")
"""What stands between an office and a name and is no part of either."""
_COUNSEL = re.compile(r"(?:^|,? )Me$")
"""What a member of the bar is called in French."""
_FRENCH = re.compile(r"(?<![\w'’-])(?:l['’]|le |la )(?=([\w-]{3,}))", re.IGNORECASE)
_PLAIN = re.compile(r"[\w'’-]+(?: [\w'’-]+){0,6}")
_CLAUSE = re.compile(
    r" (?:a|ont|est|et|ou|que|qui|avec|selon|contre|pour|par|dont|dit|où|comme|chez|sur)(?= |$)"
)
_ENGLISH = re.compile(r"[A-Za-z][\w.&-]*(?:['’]s)?")
_VERB = re.compile("(?:ed|ing|ly|said|told)$")


def with_office(title: str, material: Material) -> str:
    """The title, where it is a person's name with what that person is before it, if it is told."""
    person = _person(title, material)
    if person is None or material.language not in ("fr", "en"):
        return title
    written = Counter(_offices_of(person, material, material.language))
    fitting = [office for office in written if len(f"{office} {title}") <= LONGEST]
    if not fitting:
        return title
    best = min(fitting, key=lambda office: (office == "Me", -written[office], -len(office), office))
    return f"{best[0].upper()}{best[1:]} {title}"


def _person(title: str, material: Material) -> Entity | None:
    """The person of that whole name; None if there is none or more than one."""
    called = [e for e in material.found.entities if e.kind == "person" and e.name == title]
    return called[0] if len(called) == 1 and " " in title else None


def _offices_of(person: Entity, material: Material, language: str) -> Iterator[str]:
    """The offices before the name; a sentence that is copied counts once.

    After a comma only where one follows the name as well: "his lawyer, Jane Roe, said".
    """
    for text in dict.fromkeys(sentence.text for sentence in material.sentences):
        for found in re.finditer(rf"(?<=\s){re.escape(person.name)}(?!\w)(,?)", text):
            before = " ".join(text[max(0, found.start() - AROUND) : found.start()].split())
            if before.endswith(",") and found[1]:
                before = before[:-1]
            office = (_french if language == "fr" else _english)(before)
            if office:
                yield office


def _french(before: str) -> str | None:
    """The office that ends what is before a name, from its article on; None if none does."""
    bar = _COUNSEL.search(before)
    before = before[: bar.start()] if bar else _CIVIL.sub("", before)
    for found in reversed(list(_FRENCH.finditer(before))):
        if fold(found[1]) in _known("fr"):
            whole = before[found.start() :]
            plain = _PLAIN.fullmatch(whole) and not _CLAUSE.search(whole)
            return f"{whole[0].lower()}{whole[1:]}" if plain else None
    return "Me" if bar else None


def _english(before: str) -> str | None:
    """The same in English: the office, a word that says of what, and the capitals before."""
    words = _CIVIL.sub("", before).split()
    if not words or fold(words[-1]) not in _known("en"):
        return None
    taken = [words.pop()]
    if taken[0].islower() and words and _says_of_what(words[-1]):
        taken.insert(0, words.pop())
    while words and len(taken) < MOST and words[-1][0].isupper() and _ENGLISH.fullmatch(words[-1]):
        taken.insert(0, words.pop())
    return " ".join(taken)


def _says_of_what(word: str) -> bool:
    plain = word.isalpha() and word.islower() and not _VERB.search(word)
    return plain and fold(word) not in stop_words("en")


@cache
def _known(language: str) -> frozenset[str]:
    """What people are by office or trade; neither civilities nor kin."""
    none = (line.split() for line in word_list("no-office", VAGUE))
    words = {fold(word) for line in cues(language)["title"] for word in line.split()}
    return frozenset(word for word in words if len(word) > 3 and "." not in word).difference(*none)
