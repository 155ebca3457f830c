"""Bodies and places named by what they are: "Parti radical", "Bank of Ireland", "rue de Siam"."""

import re

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import listed
from dossier.entities.sight import (
    GOOD,
    OF,
    STRONG,
    THE,
    Sight,
    Sighting,
    before,
    is_common,
    is_given,
    look_up,
    run,
    stops,
)
from dossier.entities.words import Word

_FRENCH_LINKS = listed("de du d' des la l' le les pour contre et a aux en")
_LINKS_ELSEWHERE = listed("de del della dello dei degli delle dell' di do da dos das la los las")
_OF_OR_IN = listed("des du de d' en")
_ADJECTIVES = listed("hautes hauts grands grandes petites petits jeunes anciens anciennes premiers")
_ADJECTIVE = re.compile(
    r"[a-zà-ÿ]{2}(?:ale?s?|(?<!e)aux|iques?|ifs?|ives?|aires?|elles?|els|iens?|iennes?|éens?|éennes?"
    r"|oises?|aises?|istes?|ières?|ieure?s?|ublique|oyale?|uifs?|uives?)$|^publics?$"
)
"""How French makes adjectives of nouns."""
_INFINITIVE = re.compile(r"(?:.er|.ir|oir|faire|prendre|rendre|mettre|dire|être|suivre|battre)$")
_ENGLISH_LINKS = listed("of for the and")
_WITH_OF = listed(
    "rue place avenue boulevard quai pont square gare stade parvis impasse allée allées"
    " porte esplanade faubourg lac col golfe détroit canal forêt baie cap mer prison passerelle"
    " jardin jardins hôtel hotel tour bois parc château palais"
)
"""What keeps its name behind "de": "rue de Siam" is one place, "ville de Brest" names Brest."""
_OF_THE = listed("la l' le les du des")
_WITH_OF_THE = listed(
    "église eglise cathédrale basilique abbaye cimetière chapelle temple mosquée synagogue tunnel"
    " plateau gorges promenade cours passage"
)
"""What keeps it behind "de la" alone: "église de la Madeleine"."""
_NAMED_AFTER_NOBODY = listed(
    "Chambre Sénat Assemblée Parlement Commission Conseil Cour Parti Union Banque Gouvernement"
    " Congrès Police Gendarmerie nationale national suprême européenne européen générale général"
    " Democratic Republican Socialist Communist Conservative Liberal Labour"
    " National International Royal Federal European Christian American British African"
)
_SURNAME_OPENING = listed("de d' du von van")
_SURNAMES_TOO = listed("Hill Lane Hall Green Heath Park Lake Common Ridge Castle Forest Way Drive")
"""What ends the name of a place, or of a person: "Damon Hill", "Minister Robert Hill"."""
_FOREIGN_STREETS = listed("rue boulevard avenue quai Rue Boulevard Avenue Place Palais Château")
"""French ones in an English text."""
_STREET_LINKS = listed("de du des d' la l' le les")
_MINISTERS = listed("Minister Ministers")
"""Behind "Nigerian Oil", it is whose office that is."""
_PARTING = str.maketrans("", "", ".-")
"""What may part the letters that stand for a name: "BEA-TT"."""
_TO_BRACKETS = 9
"""Words that a body's name may go on over."""
_SET_PHRASES = listed("sur en prend prendre pris prennent à place met mettre mise")
"""Before "place de", none of them speaks of a square."""


def in_brackets(text: str, end: int, start: int, stop: int) -> bool:
    """Whether the words from ``start`` to ``stop`` stand in brackets after those before ``end``."""
    return text[end:start] == " (" and text[stop : stop + 1] == ")"


def stands_for(short: str, name: str) -> bool:
    """Whether a short name is made of letters of a longer one, in their order: "Ofii"."""
    few, many = lexicon.key(short).translate(_PARTING), iter(lexicon.key(name))
    same = few[:1] == lexicon.key(name)[:1] and " " not in short and " " in name
    return same and len(few) > 1 and all(letter in many for letter in few)


def tail(sight: Sight, at: int, end: int) -> EntityKind | None:
    """What the last word of an English run says it is: a "Bank", a "Street", a "Cup"."""
    if end - at < 2:
        return None
    last = sight.words[end - 1].text
    if sight.french:
        return "organisation" if last in sight.cues["foreign tail"] else None
    if last in sight.cues["org tail"]:
        return "organisation"
    if last in _SURNAMES_TOO and _is_of_person(sight, at, end):
        return None
    if last in sight.cues["place tail"]:
        if before(sight, at) in sight.cues["org word"]:  # "the group Clean Port"
            return "organisation"
        return None if last == "District" and _of_court(sight, end) else "place"
    return "other" if last in sight.cues["other tail"] else None


def _of_court(sight: Sight, end: int) -> bool:
    """Whether a district is a court's, by its judge: "U.S. District Judge Harold Winslow"."""
    following = sight.words[end : end + 1]
    return bool(following) and following[0].joined and following[0].text in sight.cues["title"]


def _is_of_person(sight: Sight, at: int, end: int) -> bool:
    """Whether a run is a given name and a surname, or a title goes before the surname."""
    words, titles = sight.words, sight.cues["title"]
    titled = any(word.text in titles for word in words[max(0, at - 1) : end - 1])
    return titled or (end == at + 2 and is_given(words[at].text) and before(sight, at) != "the")


def _is_adjective(sight: Sight, word: Word) -> bool:
    """Whether a small word may belong to a body's name as its adjective does."""
    small = word.text
    if small in sight.cues["org adjective"]:
        return True
    if not sight.french or word.cap:
        return False
    if small in lexicon.demonyms_small():
        return True
    return _ADJECTIVE.search(small) is not None and small not in sight.cues["no adjective"]


def read_body(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A body named at a word, and the word after the name."""
    words = sight.words
    if sight.titled:
        return at + 1, None
    whole = run(sight, at)
    end = _before_its_member(sight, at, whole)
    short = _with_letters(sight, at, end)
    end -= short
    opening = words[at].text in sight.cues["opening"] and not sight.french
    opening = opening or (end < len(words) and words[end].text in _MINISTERS)
    if kind := None if opening else tail(sight, at, end):
        if kind == "organisation" and not short and end == whole:
            end = _goes_on(sight, end)
        return end, sight.seen(at, end, kind, STRONG, f"a name made with “{words[end - 1].text}”")
    if words[at].text not in sight.cues["org head"]:
        return at + 1, None
    if words[at].initial and sight.french and not _has_adjective(sight, at + 1):
        return at + 1, None
    end = _to_brackets(sight, at, _before_office(sight, at, _goes_on(sight, at + 1)))
    if sight.language == "de" and end > at + 1 and words[at + 1].cap:
        end = min(end, at + 1 + max(1, look_up(sight, at + 1)[1]))  # a noun is no part of it
    if end == at + 1:
        return at + 1, None
    return end, sight.seen(at, end, "organisation", STRONG, f"opens with “{words[at].text}”")


def _before_its_member(sight: Sight, at: int, end: int) -> int:
    """The end of an English body's name, before a person's: "the Weather Bureau Ian Robertson"."""
    words = sight.words
    ends = (
        n + 1
        for n in range(at + 1, end - 2)
        if words[n].text in sight.cues["org tail"]
        and is_given(words[n + 1].text)
        and words[n + 2].text not in sight.cues["org tail"]
    )
    return end if sight.french else next(ends, end)


def _before_office(sight: Sight, at: int, end: int) -> int:
    """The end of an English body's name, before what its officer is called.

    "Senate Minority Leader", "House Ways and Means Committee Chairman", "British Prime Minister".
    """
    words = sight.words
    if sight.french:
        return end
    titles = sight.cues["title"]
    officer = next((n for n in range(at + 1, end) if words[n].text.lower() in titles), 0)
    last = officer or end
    while last > at + 1 and words[last - 1].text in lexicon.not_names():
        if words[last - 2].text in _ENGLISH_LINKS:
            break  # "the Ministry of Defence"
        last -= 1
    whole = not officer or words[last - 1].text in sight.cues["org tail"]
    return last if whole else at + 1


def _to_brackets(sight: Sight, at: int, end: int) -> int:
    """The end of a body's name that goes on, in small words, to the letters that stand for it.

    "Agence de financement des infrastructures de transport de France (AFITF)"
    """
    words = sight.words
    if end == at + 1:
        return end
    last = end
    while last < min(len(words) - 1, end + _TO_BRACKETS) and words[last].joined:
        last += 1
    if last == end or not in_brackets(
        sight.text, words[last - 1].end, words[last].start, words[last].end
    ):
        return end
    name = sight.text[words[at].start : words[last - 1].end]
    added = [word.key[0] for word in words[end:last] if len(word.text) > 3 or word.cap]
    letters = words[last].key
    told = stands_for(words[last].text, name) and any(letter in letters[1:] for letter in added)
    return last if told and words[last].cap else end


def _with_letters(sight: Sight, at: int, end: int) -> bool:
    """Whether a run ends in the letters that stand for it: "Saudi Press Agency SPA"."""
    last, second = sight.words[end - 1], sight.words[end - 2]
    if end < at + 3 or not last.text.isupper() or second.text.isupper():
        return False
    return stands_for(last.text, sight.text[sight.words[at].start : second.end])


def read_small_body(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A federation written small: "la fédération française de boxe"."""
    if not _has_adjective(sight, at + 1):
        return at + 1, None
    end = _goes_on(sight, at + 1)
    why = f"opens with “{sight.words[at].text}”"
    return end, sight.seen(at, end, "organisation", GOOD, why)


def _has_adjective(sight: Sight, at: int) -> bool:
    words = sight.words
    return at < len(words) and words[at].joined and _is_adjective(sight, words[at])


def longer_body(sight: Sight, end: int) -> int:
    """The word after "de la résistance iranienne" behind a listed "Conseil national"."""
    ahead = _complement(sight, end) if sight.french and end < len(sight.words) else 0
    if ahead == end or not ahead or sight.words[ahead - 1].cap:
        return end
    if sight.words[end].text == "des" and sight.words[end - 1].text in ("national", "nationale"):
        return _goes_on(sight, end)
    return _goes_on(sight, end) if sight.words[end].text == "de" and ahead > end + 2 else end


def _goes_on(sight: Sight, at: int) -> int:
    """The word after a body's name whose head has been read."""
    words = sight.words
    groups = 0
    while at < len(words) and words[at].joined:
        word = words[at]
        if _person_follows(sight, at):
            break
        if (word.cap and not stops(sight, word)) or _is_adjective(sight, word):
            at += 1
        elif groups < 2 and (ahead := _complement(sight, at)):
            at, groups = ahead, groups + 1
        elif groups and (ahead := _and_of(sight, at)):
            at = ahead
        else:
            break
    return at


def _person_follows(sight: Sight, at: int) -> bool:
    """Whether a person's name stands behind the body's: "le président de la Chambre Jean Duval"."""
    words = sight.words
    head = words[at - 1].text
    several = sight.french and head.islower() and head.endswith(("s", "x"))
    named_after = head not in _NAMED_AFTER_NOBODY and not several and not sight.elsewhere
    if named_after or at + 1 >= len(words) or not is_given(words[at].text):
        return False
    ahead = at + 1 + (words[at + 1].text in _SURNAME_OPENING)
    return ahead < len(words) and words[ahead].cap and words[ahead].joined


def _and_of(sight: Sight, at: int) -> int:
    """The word after "et de l'intégration" in a body's name; 0 when none stands here."""
    words = sight.words
    ahead = at + 1
    while ahead < min(len(words), at + 4) and words[ahead].text in ("de", "la", "l'", "du", "d'"):
        ahead += 1
    of = sight.french and words[at].text == "et" and ahead > at + 1
    first = words[at + 1].text if of else ""
    bare = words[ahead - 1].text == "de"
    if first not in ("de", "du", "d'") or ahead >= len(words) or bare:
        return 0
    noun = words[ahead].text.isalpha() and len(words[ahead].text) > 3
    return ahead + 1 if noun and all(word.joined for word in words[at : ahead + 1]) else 0


def _complement(sight: Sight, at: int) -> int:
    """The word after "des droits", "of Ireland", "de la Loire"; 0 when none stands here."""
    words = sight.words
    links = _FRENCH_LINKS if sight.french else _ENGLISH_LINKS
    links = _LINKS_ELSEWHERE if sight.elsewhere else links
    ahead = at
    while ahead < min(len(words), at + 3) and words[ahead].joined and words[ahead].text in links:
        ahead += 1
    if ahead == at or ahead >= len(words) or not words[ahead].joined:
        return 0
    word = words[ahead]
    if sight.french and not sight.elsewhere and (words[at].text in THE or words[at].text == "les"):
        return 0
    the = words[ahead - 1].text == "the"
    if not sight.french and words[at].text == "and" and (the or not is_common(sight, word)):
        return 0
    if words[at].text == "et" and words[at + 1].text in THE | OF and word.cap:
        return 0
    if words[at].text in ("et", "and") and _is_body_itself(sight, ahead):
        return 0
    if ahead > at + 1 and words[at].text in ("contre", "pour") and _is_noun(word):
        return ahead + 1
    if word.cap:
        return ahead + max(1, look_up(sight, ahead)[1] if sight.elsewhere else 1)
    of = sight.french and words[at].text in _OF_OR_IN
    if not of or not word.text.isalpha() or len(word.text) < 4:
        return 0
    if words[at].text == "en" or (words[at].text == "de" and _INFINITIVE.search(word.text)):
        return 0
    if word.text in _ADJECTIVES and ahead + 1 < len(words) and words[ahead + 1].joined:
        ahead += 1
    return ahead + 1


def _is_body_itself(sight: Sight, at: int) -> bool:
    """Whether another body is named behind an "and": "House and Senate", "Alliance et Unsa"."""
    word = sight.words[at]
    entry = lexicon.gazetteer().entries.get(word.key)
    if entry is None and not sight.french:
        return word.text in sight.cues["bare head"]
    letters = any(len(part) > 1 and part.isupper() for part in word.text.split("-"))
    listed_ = entry is not None and entry.kind == "organisation"
    return word.cap and (letters or listed_ or word.text in sight.cues["bare head"])


def _is_noun(word: Word) -> bool:
    """Whether a small word can be what a league is against, or a foundation for."""
    small = word.text
    return small.isalpha() and len(small) > 5 and not (small[-5:] == "mière" or small[-3:] == "ème")


def read_street(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A street, a square, a lake, by the word that opens it; and the word after the name."""
    words = sight.words
    word = words[at]
    head = word.text.lower() if sight.french and not sight.elsewhere else word.text
    if head not in sight.cues["place head"] or sight.titled:
        return at + 1, None
    end = at + 1
    linked = sight.french or head in _FOREIGN_STREETS
    while linked and end < len(words) and words[end].joined and words[end].text in _STREET_LINKS:
        end += 1
    if end >= len(words) or not words[end].joined or not words[end].cap:
        return at + 1, None
    if stops(sight, words[end]):
        return at + 1, None
    links = {word.text for word in words[at + 1 : end]}
    the = links & _OF_THE
    abroad = not sight.french and head in _FOREIGN_STREETS
    if links and not (abroad or head in _WITH_OF or (the and head in _WITH_OF_THE)):
        return at + 1, None
    if links and not the and is_given(words[end].text):
        return at + 1, None
    if word.text == "place" and before(sight, at) in _SET_PHRASES:
        return at + 1, None
    if word.text == "centrale" and words[end].text.isupper():  # "la déléguée centrale CFDT"
        return at + 1, None
    if word.text == "tour" and before(sight, at) in ("le", "du", "au", "un"):  # "le tour du Web"
        return at + 1, None
    end = _of_a_noun(sight, run(sight, end)) if links else run(sight, end)
    if head in _WITH_OF_THE and not links:
        end = _of_the(sight, end)
    several = end > at + 2 and words[end - 1].text.endswith("s") and before(sight, at) == "the"
    if several and sight.language == "en" and not links:
        return end, sight.seen(at, end, "organisation", GOOD, "several, named after a place")
    return end, sight.seen(at, end, "place", GOOD, f"opens with “{word.text}”")


def _of_the(sight: Sight, end: int) -> int:
    """The word after "des Invalides" in "cathédrale Saint-Louis des Invalides"."""
    words = sight.words
    the = end + 1 < len(words) and words[end].text in ("des", "du") and words[end + 1].cap
    return end + 2 if the and words[end].joined and words[end + 1].joined else end


def _of_a_noun(sight: Sight, end: int) -> int:
    """The word after "de Ville" in "place de l'Hôtel de Ville"."""
    words = sight.words
    if end + 1 >= len(words) or words[end].text != "de" or not words[end].joined:
        return end
    noun = words[end + 1].joined and words[end + 1].cap and is_common(sight, words[end + 1])
    return end + 2 if noun and look_up(sight, end + 1)[0] is None else end


def on_its_river(sight: Sight, end: int) -> int:
    """The word after "sur Orbiel" in "Conques sur Orbiel", "d'Aude" in "Saint-Couat d'Aude"."""
    words = sight.words
    if end + 1 >= len(words) or not (words[end].joined and words[end + 1].joined):
        return end
    link = words[end].text
    saint = words[end - 1].text.startswith(("Saint", "St"))
    if link not in ("sur", "lès", "sous") and not (saint and link in ("d'", "de", "en", "du")):
        return end
    entry, size = look_up(sight, end + 1)
    person = is_given(words[end + 1].text)
    if not words[end + 1].cap or person or size > 1 or (entry and entry.kind != "place"):
        return end
    return end + 2
