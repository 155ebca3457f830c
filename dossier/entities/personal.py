"""Persons by what opens or precedes their names: a given name, a title, an office."""

import re

from dossier.entities import lexicon
from dossier.entities.bodies import tail
from dossier.entities.lexicon import listed
from dossier.entities.sight import (
    ARTICLES,
    GOOD,
    STRONG,
    Sight,
    Sighting,
    before,
    is_common,
    is_given,
    look_up,
    names_nobody,
    opens_a_person,
    run,
)
from dossier.entities.words import Word

COURTESIES = listed("m. mm. mme mmes mlle mr mrs ms mr. mrs. ms. dr dr. sir me monsieur madame")
"""Titles that stand before nothing but a person's name."""
REIGNING = listed(
    "pape roi reine prince princesse empereur frère sœur soeur pope king queen princess emperor"
    " brother sister papa rey reina príncipe princesa hermano hermana re regina principe"
    " rei rainha papst könig königin prinz prinzessin koning koningin paus"
)
"""Who is known by a given name alone: "le pape François" is no François of another name."""
_RANKS = listed("general marechal amiral colonel")
"""Before "de", they stand before a surname: "le général de Gaulle"."""
_GERMAN_OFFICE = re.compile(
    r"[A-ZÄÖÜ]\w+(?:minister|sprecher|präsident|direktor|professor|ingenieur|inspektor|kommissar"
    r"|richter|sekretär|meister|kanzler|leiter|chef|trainer|forscher|anwält|botschafter|dezernent)"
    r"(?:in)?$|\w{3}(?:anwalt|beauftragter?|vorsitzender?|experte|expertin)$"
)
_OFFICES = listed(
    "President Speaker Secretary Minister Chairman Chairwoman Ambassador Mayor Prime Premier"
    " Président Présidente Ministre Maire"
)
"""What follows a courtesy and is still no name: "Mr President"."""
NOBLE = listed("de d' du von van der den la le di da del della ten ter zu al el ben bin")
"""Small words that may open a surname."""
SURNAME_PARTICLES = listed("Di De Van Von Da Del Della El Al Ben Le La Du Mc O'")
"""Those that may with a capital, and some more: "Di Maio"."""
_FOREIGN = listed("di da del della von van der bin ben el al")
"""Those that neither French nor English has for a word of its own."""
_NUMERAL = re.compile(r"[IVX]+")
_THINGS = ARTICLES | listed("un une a an ce")
"""Before "van", it is one that drives."""


def read_person(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A person named at a word, and the word after the name."""
    end = person_end(sight, at)
    if not end:
        return at + 1, None
    if title_before(sight, at):
        why, weight = f"after “{sight.words[at - 1].text}”", STRONG
    else:
        why, weight = f"opens with the given name {sight.words[at].text}", STRONG - 5
    return end, sight.seen(at, end, "person", weight, why)._replace(initial=False)


def read_noble(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A surname that a small particle opens: "Mme von der Leyen", "selon di Maio".

    One that French or English also says of places needs a courtesy before it.
    """
    words = sight.words
    first = at
    title = title_before(sight, at)
    courtesy = title in COURTESIES
    ranked = title in _RANKS and before(sight, at, 2) in _THINGS and words[at].text in ("de", "d'")
    named = words[at].text in _FOREIGN and before(sight, at) not in _THINGS
    if not (courtesy or ranked or named):
        return first + 1, None
    while at < len(words) and at - first < 3 and words[at].text in NOBLE:
        at += 1
        if at == len(words) or not words[at].joined:
            return first + 1, None
    sure = courtesy or words[first].text in ("von", "van", "bin", "ben")
    if not words[at].cap or (not sure and look_up(sight, at)[0]):
        return first + 1, None
    if ranked and names_nobody(sight, at):
        return first + 1, None
    end = run(sight, at)
    if not (courtesy or ranked):
        why = f"opens with “{words[first].text}”"
        return end, sight.seen(first, end, "person", GOOD, why)._replace(initial=False)
    why = f"after “{words[first - 1].text}”"
    return end, sight.seen(first, end, "person", STRONG, why)._replace(initial=False)


def person_end(sight: Sight, at: int) -> int:
    """The word after a person's name that stands at a word, by its given name or a title; or 0."""
    if sight.words[at].key in COURTESIES or sight.words[at].text in _OFFICES:
        return 0
    if sight.elsewhere and sight.words[at].text in sight.cues["place head"]:  # "Santa Bárbara"
        return 0
    given = opens_a_person(sight, at) and not _is_of_several(sight, at)
    title = title_before(sight, at)
    if not given and title is None:
        return 0
    courtesy = title in COURTESIES
    if not given and not courtesy and names_nobody(sight, at):
        return 0
    end = _titled_end(sight, at) if sight.titled else run(sight, at)
    if end > at + 1 and (_party(sight, at) or _is_place_of(sight, at)):
        return 0
    if given and end > at + 1:
        return 0 if _is_no_person(sight, at, end) and not courtesy else end
    if title is None:
        return 0
    entry, size = look_up(sight, at)
    listed_ = entry is not None and size >= end - at and not _is_of_office(sight, at, entry)
    sovereign = given and title in REIGNING
    return 0 if listed_ and not (courtesy or sovereign) else end


def _is_of_office(sight: Sight, at: int, entry: lexicon.Entry) -> bool:
    """Whether an English office with a capital tells a person from a paper: "Senator Hill"."""
    return not sight.french and sight.words[at - 1].cap and entry.list == "media"


def _is_no_person(sight: Sight, at: int, end: int) -> bool:
    """Whether what opens with a given name is something else: "Hilton Hotel", "Israel Prime"."""
    words = sight.words
    second = words[at + 1].text
    office = end == at + 2 and not sight.french and second in lexicon.not_names()
    if (office and not _NUMERAL.fullmatch(second)) or tail(sight, at, end) is not None:
        return True
    inner = range(at + 1, end - 1) if not sight.french else ()
    return any(tail(sight, at, n + 1) and is_given(words[n + 1].text) for n in inner)


def _titled_end(sight: Sight, at: int) -> int:
    """The word after a given name and a surname, where every word has a capital.

    Other given names, initials and particles may stand between; behind an initial, no given name.
    """
    words = sight.words
    end, least = run(sight, at), at + 2
    while least < end and (
        _is_initial(words[least - 1])
        or (is_given(words[least - 1].text) and not _is_initial(words[least - 2]))
        or not (words[least - 1].cap and words[least].cap)
    ):
        least += 1
    return min(end, least)


def _is_initial(word: Word) -> bool:
    """Whether a word is a letter of a name, or several: "Donald J. Trump", "George H.W. Bush"."""
    return word.cap and word.text[1:2] == "."


def _is_of_several(sight: Sight, at: int) -> bool:
    """Whether French has the article of several before a word that is a noun: "la loi des Lois"."""
    several = sight.french and not sight.elsewhere and before(sight, at) in ("des", "les", "aux")
    return several and is_common(sight, sight.words[at])


def _is_place_of(sight: Sight, at: int) -> bool:
    """Whether a given name is a town or a country here, and who is named comes behind it.

    "La maire de Paris Anne Hidalgo", "en France"; or a numeral: "l'université Paris VIII".
    """
    words = sight.words
    entry, size = look_up(sight, at)
    if entry is None or entry.kind != "place" or size > 1:
        return False
    if _NUMERAL.fullmatch(words[at + 1].text):
        return True
    ahead = at + 1 + (words[at + 1].text in ("de", "d'"))
    return ahead + 1 < len(words) and is_given(words[ahead].text) and words[ahead + 1].cap


def title_before(sight: Sight, at: int) -> str | None:
    """The key of the title that stands just before, a people's adjective between or not."""
    if not before(sight, at):
        return None
    last = sight.words[at - 1]
    if is_title(sight, last):
        return last.key
    between = last.text.lower() in lexicon.demonyms_small() or _party(sight, at - 1)
    if between and before(sight, at, 2):
        second = sight.words[at - 2]
        if is_title(sight, second):
            return second.key
    return None


def is_title(sight: Sight, word: Word) -> bool:
    """Whether a word is a title or an office; German makes many of one: "Feuerwehrsprecher"."""
    titles = sight.cues["title"]
    if word.text in titles or (sight.french and word.text.lower() in titles):
        return True
    return sight.language == "de" and _GERMAN_OFFICE.search(word.text) is not None


def _party(sight: Sight, at: int) -> bool:
    """Whether a word is a party's letters, as between "députée" and a name: LR, LaREM."""
    word = sight.words[at]
    letters = sum(map(str.isupper, word.text)) > 1
    entry = lexicon.gazetteer().entries.get(word.key) if letters else None
    return entry is not None and entry.list in ("parties", "bodies")
