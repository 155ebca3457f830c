"""What the words around a name tell of it, for names no list knows.

Each rule looks at one place and answers with a kind, a weight and a reason, or with nothing; the
table is the order, the first that answers is heard.
"""

import re
from collections.abc import Callable

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind
from dossier.entities.firms import company, owner
from dossier.entities.lexicon import listed
from dossier.entities.sight import (
    ARTICLES,
    GOOD,
    SOME,
    WEAK,
    Sight,
    Told,
    after,
    before,
    is_common,
)

_OF_PLACE = listed("de du d' des la l' le of")
_NEEDS_OF = listed(
    "crue bataille habitant habitants habitante riverains maire mairesse maires évêque archevêque"
    " préfet originaire natif native hauteur direction périphérie proximité environs abords"
    " alentours entrée rives bords sommet affluent siège festival capitale banlieue"
    " mayor bishop archbishop residents people outskirts suburbs battle siege parish"
)
"""Words of places that name none without an "of"."""
PARTS_OF_COUNTRIES = listed(
    "Nord Sud Est Ouest Haut Haute Bas Basse Nouveau Nouvelle Grand Grande Petite North South East"
    " West Northern Southern Eastern Western New Upper Lower Central Greater Great"
)
_THE = {
    "es": listed("el los las del al"),
    "it": listed("il lo gli i al del dei degli nel sul"),
    "nl": listed("de het"),
}
"""Before a given name, they make another of it: "la plaza del Pilar", "los Reyes"."""
_SIDES = listed("Nord Sud Est Ouest")
_PARTING = listed("et ou mais and or but qui que that who which contre against to")
"""Between a cue and a name, one of these says that the cue is of something else."""
_RULE = listed("administration presidency")
_OFFICE = 8
"""Words that an office has at most: "presidenta de la Cámara de Diputados"."""
AGE = re.compile(r",? \(?(?:\d{1,2} ans\b|\d{1,2}(?=[,)])|aged \d)")
"""How old who is named before it is."""
_COMPOUND = re.compile(
    r"-(?:sur|en|les|lès|le|la|de|du|des|aux|sous|l|d|upon|on|in|by|under)-", re.IGNORECASE
)
_ROAD = re.compile(r"[AEMNDR]\d{1,4}$")
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Fitz|Van|O['’])\w*[a-zà-ÿ][A-Z]\w*")
"""A capital inside a word, as firms and parties write themselves: "PollingVox", "DlF"."""
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,7}-\d+[A-Za-z]{0,2}")
"""What is numbered, as aircraft, arms and units are: "B-52", "AK-47s"."""
_AWAY = re.compile(
    r",? (?:(?:just|about|some|\d+ ?(?:km|kilomet(?:re|er)s|miles)) )*"
    r"(?:north|south)?-?(?:east|west|north|south) of\b"
    r"|,? (?:à \d+ ?(?:km|kilomètres) )?(?:au (?:nord|sud)(?:-(?:est|ouest))?|à l['’](?:est|ouest))"
    r" d[eu'’]"
)
"""What follows a place: "Spencer, north of Sydney"."""
_REVERED = re.compile(r"[A-ZÀ-Þ]\w+-e-[A-ZÀ-Þ]\w+")
"""How Urdu and Persian join the words of a body's name: "Lashkar-e-Taiba"."""
_NO_NOUNS = listed("for in at on and to from with by is was were has had near after as of") | {""}
"""What stands behind "the Clyde", and not behind "the Kelly family"."""
_ALONG = listed("on along up down")
_SEATED = listed("mp mps msp msps mep td")
"""Whoever is one "for" a place sits for it."""
_SAINT = re.compile(r"(?:Saint|Sainte|St|Ste)-[A-Z]")


def cue_word(sight: Sight, at: int, section: str) -> str:
    """The cue word that stands before a name, small words between; "" without one."""
    words = sight.words
    for back in range(1, min(at, 3) + 1):
        word = words[at - back]
        if sight.text[word.end : words[at - back + 1].start].strip(" «\"“'"):
            return ""
        if word.text in _PARTING:
            return ""
        if back > 1 and word.text in sight.cues["place word"] and section != "place word":
            return ""
        shouted = sight.titled and word.text.isupper()
        if word.text.lower() in sight.cues[section] and not shouted:
            return "" if back == 1 and word.text in _NEEDS_OF else word.text
        if word.cap or (section == "place word" and back == 1 and word.text not in _OF_PLACE):
            return ""
    return ""


def told(sight: Sight, at: int, end: int) -> Told:
    """What the words around a name say of it."""
    for rule in RULES:
        if (said := rule(sight, at, end)) is not None:
            return said
    return "person", WEAK - 1, "a capital inside a sentence"


def _cued(section: str, kind: EntityKind, weight: int) -> Callable[[Sight, int, int], Told | None]:
    def rule(sight: Sight, at: int, end: int) -> Told | None:
        del end
        word = cue_word(sight, at, section)
        if (
            section == "org word"
            and before(sight, at) == "etudes"
            and before(sight, at, 3) == "bureau"
        ):
            word = "bureau d'études"
        if word and section == "org word" and _is_made_as_places(sight, at):
            return None
        return (kind, weight, f"after “{word}”") if word else None

    return rule


def _is_made_as_places(sight: Sight, at: int) -> bool:
    """Whether what a body is of is a place by its making: "sa maison de Saint-Tropez"."""
    text = sight.words[at].text
    made = _SAINT.match(text) or _COMPOUND.search(text)
    return made is not None and before(sight, at) in ("de", "d'")


def _branch(sight: Sight, at: int, end: int) -> Told | None:
    """A firm with the country it has a branch in: "Michelin France"."""
    known = lexicon.gazetteer().entries
    country, first = known.get(sight.words[end - 1].key), known.get(sight.words[at].key)
    lands = ("countries", "places") if sight.french else ("countries",)  # "Morag Ferguson"
    if end != at + 2 or country is None or country.list not in lands:
        return None
    if (first and first.kind == "place") or sight.words[at].text in PARTS_OF_COUNTRIES:
        return None
    if is_common(sight, sight.words[at]):
        return None
    return "organisation", SOME + 4, f"before “{sight.words[end - 1].text}”"


def _apposition(sight: Sight, at: int, end: int) -> Told | None:
    """A body set beside the word for one: "un réseau de radios, Europhonica"."""
    del end
    words = sight.words
    if at < 2 or sight.text[words[at - 1].end : words[at].start] != ", ":
        return None
    for back in range(1, min(at, 7)):
        if words[at - back].cap or not words[at - back].joined:
            return None
        if words[at - back].text in sight.cues["org word"]:
            return "organisation", SOME + 4, f"set beside “{words[at - back].text}”"
    return None


def _office(sight: Sight, at: int, end: int) -> Told | None:
    """A person set beside an office, in a language whose ordinary words are not listed.

    "El presidente de la Diputación, Quim Ferrús, ha dicho"
    """
    words = sight.words
    if not sight.elsewhere or end == at + 1 or at < 2:
        return None
    if sight.text[words[at - 1].end : words[at].start] != ", ":
        return None
    if sight.text[words[end - 1].end : words[end - 1].end + 1] not in (",", ".", ";", ":"):
        return None
    for back in range(1, min(at, _OFFICE) + 1):
        if words[at - back].text.lower() in sight.cues["title"]:
            return "person", GOOD, f"set beside “{words[at - back].text}”"
        if not words[at - back].joined:
            break
    return None


def _side(sight: Sight, at: int, end: int) -> Told | None:
    """A place by the side of it that is meant: "l'entrée Thiers Ouest"."""
    last = sight.words[end - 1]
    if end == at + 1 or not sight.french or last.text not in _SIDES:
        return None
    return "place", GOOD, f"ends in {last.text}"


def _away(sight: Sight, at: int, end: int) -> Told | None:
    """A place by where it is told to be, or by the word for one behind it: "Dora village"."""
    if _AWAY.match(sight.text, sight.words[end - 1].end):
        return "place", GOOD, "told by where it is"
    word = after(sight, end) if end == at + 1 else ""
    return ("place", GOOD, f"before “{word}”") if word in sight.cues["place after"] else None


def _model(sight: Sight, at: int, end: int) -> Told | None:
    """What is numbered, and no one's name: "a B-52 bomber"."""
    numbered = end == at + 1 and _MODEL.fullmatch(sight.words[at].text) is not None
    return ("other", SOME, "numbered as models are") if numbered else None


def _shape(sight: Sight, at: int, end: int) -> Told | None:
    """What a name says by the way it is made."""
    text = sight.words[at].text
    if end == at + 1 and _REVERED.fullmatch(text):
        return "organisation", GOOD, "joined by “-e-”"
    if any(word.text == "&" for word in sight.words[at:end]):
        return "organisation", GOOD, "joined by “&”"
    if any(map(_has_letters, (word.text for word in sight.words[at:end]))):
        return "organisation", SOME + 2, "letters between hyphens"
    if end > at + 1:
        short = text.isupper() and 2 <= len(text) <= 5 and not sight.words[at + 1].text.isupper()
        short = short and text[1:] != "."
        return ("organisation", SOME + 2, "opens with capitals") if short else None
    if text in lexicon.given_names() and text not in lexicon.not_names():
        word = before(sight, at)
        if sight.elsewhere and word in sight.cues["place preposition"]:  # "em Mariana"
            return "place", GOOD, f"after “{word}”"
        the = sight.french and word in ("la", "le", "l'")
        the = the or (sight.elsewhere and word in _THE.get(sight.language, ()))
        the = the or (word == "the" and after(sight, end) in _NO_NOUNS)
        return None if the else ("person", GOOD, "a given name")
    if _COMPOUND.search(text) or _SAINT.match(text):
        return "place", GOOD, "made as places' names are"
    if _CAMEL.fullmatch(text):
        return "organisation", GOOD, "a capital inside it"
    if _ROAD.match(text):
        return "place", GOOD, "numbered as roads are"
    if "-" in text and (told := _hyphened(text, sight.language)):
        return told
    if text.isupper() and len(text) < 8:
        return "organisation", SOME + 4 - 2 * (len(text) > 5), "written in capitals"
    return None


def _has_letters(word: str) -> bool:
    """Whether a body's letters are a part of a word with hyphens: "Unité-SGP", "CFE-CGC"."""
    return "-" in word and any(2 <= len(p) <= 6 and p.isupper() for p in word.split("-"))


def _hyphened(text: str, language: str) -> Told | None:
    """What the parts of a name with a hyphen say: "Ifop-Fiducial", "Nord-Isère", "Jules-Ferry".

    English joins surnames so, many of them a town's: "Turnbull-Hayes".
    """
    first, *_, last = text.split("-")
    known = lexicon.gazetteer().entries
    entry = known.get(lexicon.key(first))
    if entry and entry.kind == "organisation" and (first.isupper() or not entry.written.isupper()):
        return "organisation", GOOD, f"opens with {first}"
    if (other := known.get(lexicon.key(last))) and other.kind == "place":
        if entry and entry.kind == "place":
            return "place", SOME, f"from {first} to {last}"
        if language != "en":
            return "place", GOOD, f"ends in {last}"
    names = lexicon.given_names()
    if first in names and last not in names:
        return "place", SOME, "named after a person"
    return None


def _numbered(sight: Sight, at: int, end: int) -> Told | None:
    """A model of something, by its number: "un Falcon 50"; a year is none."""
    words = sight.words
    if end > at + 1 or end >= len(words) or not words[end].joined or not before(sight, at):
        return None
    number = words[end].text
    if not (number.isdigit() and len(number) < 4) or words[at - 1].cap:
        return None
    of = end + 1 < len(words) and words[end + 1].joined and words[end + 1].text.endswith("s")
    return None if of else ("other", SOME, f"before “{number}”")


def _age(sight: Sight, at: int, end: int) -> Told | None:
    del at
    if AGE.match(sight.text, sight.words[end - 1].end):
        return "person", GOOD, "followed by an age"
    return None


def _situated(sight: Sight, at: int, end: int) -> Told | None:
    """A place by the one it lies in: "Au Thor, dans le Vaucluse", "Caussade (Tarn-et-Garonne)"."""
    words = sight.words
    if end > at + 1 or end >= len(words) or not sight.french or sight.elsewhere:
        return None
    between = sight.text[words[end - 1].end : words[end].start]
    ahead = end
    if between == ", " and words[end].text in ("en", "dans"):
        ahead += 1
        while ahead < min(len(words), end + 3) and words[ahead].text in ARTICLES:
            ahead += 1
    elif between != " (":
        return None
    entry = lexicon.gazetteer().entries.get(words[ahead].key) if ahead < len(words) else None
    if entry is None or entry.list != "places":
        return None
    return "place", SOME, f"before “{words[ahead].text}”"


def _listed_beside(sight: Sight, at: int, end: int) -> Told | None:
    """What a name is when it stands in a row with one the lists know: "Liège, Wandre et Namur"."""
    if end > at + 1 or sight.words[at].initial:
        return None
    for near in (beside(sight, at, -1), beside(sight, at, 1)):
        if near is None or not sight.words[near].cap:
            continue
        entry = lexicon.gazetteer().entries.get(sight.words[near].key)
        if entry and entry.kind != "other":
            return entry.kind, SOME, f"named beside {sight.words[near].text}"
    return None


def beside(sight: Sight, at: int, step: int) -> int | None:
    """The word on one side, past a comma or an "and"; None when something else stands there."""
    words = sight.words
    near = at + step
    if not near + min(step, 0) >= 0 or near + max(step, 0) >= len(words):
        return None
    if words[near].text in ("et", "and"):
        return near + step
    low, high = sorted((near, at))
    return near if sight.text[words[low].end : words[high].start] in (", ", "/") else None


def _rule(sight: Sight, at: int, end: int) -> Told | None:
    """Whose the government is: "in the Obama administration"."""
    named = end == at + 1 and not sight.french and after(sight, end) in _RULE
    return ("person", SOME + 2, f"before “{after(sight, end)}”") if named else None


def _before(sight: Sight, at: int, end: int) -> Told | None:
    """What a preposition before hints at."""
    one = end == at + 1
    if not before(sight, at):
        return None
    word = sight.words[at - 1].text.lower()
    if sight.words[at - 1].text == "A" and sight.words[at - 1].initial and sight.french:
        word = "à"
    places = sight.cues["place preposition"]
    if word in places and (one or word in ("en", "in")):
        return "place", SOME, f"after “{word}”"
    if word in ("le", "la", "l'", "the") and before(sight, at, 2):
        inside = sight.words[at - 2].text
        if inside in ("dans", "in", "across", "around") or (word == "the" and inside in _ALONG):
            return "place", SOME, f"after “{inside} {word}”"
    if word == "for" and before(sight, at, 2) in _SEATED:
        return "place", SOME, f"after “{sight.words[at - 2].text} for”"
    if word == "chez" and one:
        return "organisation", SOME, "after “chez”"
    return None


def _after(sight: Sight, at: int, end: int) -> Told | None:
    """What the word after hints at: a verb of speech, "stadium", "party"."""
    word = after(sight, end)
    if word in sight.cues["place after"]:
        return "place", GOOD, f"before “{word}”"
    if word in sight.cues["org after"]:
        return "organisation", GOOD, f"before “{word}”"
    if word in sight.cues["org verb"]:
        return "organisation", SOME, f"before “{word}”"
    if word in sight.cues["reporting"]:
        return "person", SOME - 2 * (end == at + 1), f"before “{word}”"
    return None


def _guess(sight: Sight, at: int, end: int) -> Told | None:
    """What is likelier than not."""
    one = end == at + 1
    word = before(sight, at)
    if word in ARTICLES:
        return "organisation", WEAK, f"after “{word}”"
    if after(sight, end) in sight.cues["auxiliary"]:
        return "person", WEAK + 2 - one, f"before “{after(sight, end)}”"
    if word in ("de", "d'") and one and sight.french:
        return "place", WEAK, f"after “{word}”"
    return None if one else ("person", WEAK + 2, "two capitals or more")


RULES: tuple[Callable[[Sight, int, int], Told | None], ...] = (
    company,
    owner,
    _branch,
    _cued("org word", "organisation", GOOD),
    _cued("other word", "other", GOOD),
    _cued("place word", "place", GOOD + 5),
    _cued("naming", "person", GOOD - 2),
    _office,
    _apposition,
    _away,
    _side,
    _model,
    _shape,
    _numbered,
    _age,
    _situated,
    _listed_beside,
    _rule,
    _before,
    _after,
    _guess,
)
