"""A line under the eyes of the rules, and what they all ask of it."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import Entry, listed
from dossier.entities.words import Word
from dossier.values import dataclass

FIRM, STRONG, GOOD, SOME, WEAK = 100, 40, 20, 8, 3
"""How much a piece of evidence weighs: the gazetteer, a title, a cue word, a hint, a guess."""

OF = listed("de du d' des")
THE = listed("la le l'")
ARTICLES = listed("le la l' les du au aux des the")
DER = listed("der die das den dem des ein eine einen einem einer eines kein keine zur zum im am")
"""Before a noun of German, which names nobody then."""

FIRM_BESIDE = STRONG - 5
"""The word for a firm just before: enough for that place, whatever the name is elsewhere."""

OWNER = FIRM_BESIDE - 1
"""What only a firm has, beside a name: enough for that name, unless a person's surname is it."""

Told = tuple[EntityKind, int, str]
"""A kind, how much it weighs, and why."""

_TITLED = listed("prefet prefete sous-prefet general colonel ministre ambassadeur")
"""Behind one of these a given name and "de" make a name of a town's: "le préfet Guy de Lyon"."""
_PARTICLES = listed(
    "von van der den ter bin ben ibn al el di da dos del della dalla zu af abu abou e y"
)
_TO_TOWNS = listed("in nach aus bei en em te uit naar")
"""In German, Italian, Spanish, Portuguese, Dutch."""
_LANDS = listed("France Francia")
"""Given names that are a country far more often in languages other than French: "France TV"."""
_SHORT = 5
"""Letters of a name that without its accents may be another word: "Irã", "irá"."""
_PARTING = listed("e y el al del della dalla")
_OF_THE = listed("del della")
_VAN = listed("van uit")
_CAPITAL_PARTICLES = listed("Le La L' Du De D' Des A Di Da Del Della Dal Dalla Lo")
_NO_SURNAMES = listed("Premier Première Président Présidente Ministre Gouvernement Parti")
"""After an article glued to a name: "selon Édouard Philippe Le Premier ministre"."""
_LONGEST = 9
"""Words in the longest name; a bound, so that a line of capitals is read in one pass."""
_PREFIXES = listed(
    "Franco Anglo Sino Russo Afro Euro Indo Italo Israelo Hispano Americano Germano Judeo Judéo"
    " Pan Pro Anti Non Trans Post Neo Néo Ex Nord Sud Est Ouest Mid"
)
_DOCTRINE = re.compile(r"[a-z]{3}(?:ismes?|isms?|istes|ists)$")
_FEAST = re.compile(r"Saint-[A-Z]\w+$")
"""After "la", a day: "la Saint-Sylvestre"."""
_ARABIC = re.compile(r"(?:al|el|an|ar|as|at|ad|az|ash|ul|ud|ould|abu|ibn|bin)-[A-ZÀ-Þ]")
"""A part of an Arabic name that a small article opens: "Khalifa al-Thani"."""
_PARTNERS = listed("Co Co. Sons Company Brothers Associates Partners Cie Fils Associés")
_CONTRACTED = {"au": "le", "du": "le", "aux": "les", "des": "les"}
"""The article that is left out of a town's name behind what French makes of the two: "au Mans"."""
_NUMERAL = re.compile(r"[IVX]+(?:e|[èe]me)?$")


class Sighting(NamedTuple):
    """A name seen at one place."""

    start: int
    end: int
    name: str
    kind: EntityKind | None
    """What the place says it is; None when it says nothing."""
    weight: int
    """0 when the place alone does not make it a name."""
    why: str
    initial: bool
    """Whether an ordinary word may stand here with the capital of a sentence's first."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A line and what is needed to read it."""

    text: str
    words: Sequence[Word]
    titled: bool
    """Whether nearly every word of it has a capital."""
    language: str
    small: frozenset[str]
    """The words the dossier also writes with a small letter."""
    cues: Mapping[str, frozenset[str]]

    @property
    def french(self) -> bool:
        """Whether the rules of French apply; they do for want of a language."""
        return self.language != "en"

    @property
    def elsewhere(self) -> bool:
        """Whether it is in another language, whose ordinary words are not listed."""
        return self.language not in ("fr", "en", "")

    def seen(self, at: int, end: int, kind: EntityKind | None, weight: int, why: str) -> Sighting:
        """The words from ``at`` to ``end`` as a sighting."""
        first, stop = self.words[at], self.words[end - 1].end
        name = self.text[first.start : stop]
        if kind == "person":
            name = name.rstrip(".")
        initial = first.initial and (end == at + 1 or is_common(self, first))
        return Sighting(first.start, first.start + len(name), name, kind, weight, why, initial)


def before(sight: Sight, at: int, back: int = 1) -> str:
    """The key of a word before, if nothing but spaces stand between; "" otherwise."""
    if at < back or not all(sight.words[at - n].joined for n in range(back)):
        return ""
    return sight.words[at - back].key


def after(sight: Sight, end: int) -> str:
    """The key of the word that follows, if nothing but a space stands between; "" otherwise."""
    words = sight.words
    return words[end].key if end < len(words) and words[end].joined else ""


def is_common(sight: Sight, word: Word) -> bool:
    """Whether the word is an ordinary one, or is also written small in the dossier."""
    small = word.text.lower()
    common = lexicon.common_words(sight.language)
    if small in sight.small or small in common:
        return True
    if small[0] == "e" and f"é{small[1:]}" in common:  # "l'Economie"
        return True
    once = word.text[1:].islower() and sight.french and word.initial
    return once and lexicon.is_form_of_common(small)


def is_given(word: str) -> bool:
    """Whether a word is a given name, or two with a hyphen."""
    names = lexicon.given_names()
    if word in names:
        return word not in lexicon.not_names()
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first in names and second in names


def opens_a_person(sight: Sight, at: int) -> bool:
    """Whether a given name stands at a word; "Jan" is a month in English alone."""
    text = sight.words[at].text
    if sight.language == "vi":  # "theo" is "according to", and who is named is named last
        return False
    if sight.elsewhere and text in _LANDS:
        return False
    return is_given(text) or (sight.elsewhere and text in lexicon.given_names())


def names_nobody(sight: Sight, at: int, *, common: bool = True) -> bool:
    """Whether a capitalised word is known to name nobody; ``common`` counts ordinary words so."""
    word = sight.words[at]
    text = word.text
    if text in lexicon.not_names() or text in lexicon.demonyms():
        return True
    if _NUMERAL.match(text) or text.endswith("'") or len(text) < 2:
        return True
    if _DOCTRINE.search(text) or (_FEAST.match(text) and before(sight, at) == "la"):
        return True
    if text.isupper() and not sight.titled and (len(text) < 4 or not is_common(sight, word)):
        return False
    if "-" in text and all(p in lexicon.demonyms() or p in _PREFIXES for p in text.split("-")):
        return True
    return common and is_common(sight, word)


def look_up(sight: Sight, at: int) -> tuple[Entry | None, int]:
    """The longest name of the gazetteer that stands at a word, and its length in words."""
    known = lexicon.gazetteer_elsewhere() if sight.elsewhere else lexicon.gazetteer()
    words = sight.words
    longest = min(known.longest.get(words[at].key, 1), len(words) - at)
    size = 1
    while size < longest and words[at + size].joined:
        size += 1
    while size:
        entry = known.entries.get(" ".join(word.key for word in words[at : at + size]))
        if entry and _stands_so(sight, at, size, entry):
            return entry, size
        size -= 1
    if (the := _CONTRACTED.get(before(sight, at))) and words[at].cap and sight.french:
        entry = known.entries.get(f"{the} {words[at].key}")
        if entry and entry.kind == "place":
            return entry, 1
    return None, 0


def _stands_so(sight: Sight, at: int, size: int, entry: Entry) -> bool:
    """Whether a name of the gazetteer is what stands at a word, by its capitals and its place."""
    if not _written_so(sight.words[at : at + size], entry, sight.language):
        return False
    return size > 1 or entry.list != lexicon.TOWNS or leads_to_town(sight, at)


def leads_to_town(sight: Sight, at: int) -> bool:
    """Whether the word before says that a town may follow, whose name may be a surname too."""
    word = before(sight, at)
    return word in _TO_TOWNS or (sight.language == "it" and word in ("a", "ad"))


def _written_so(words: Sequence[Word], entry: Entry, language: str) -> bool:
    """Whether capitals stand where the gazetteer's name has them."""
    first = words[0]
    if not first.cap:
        return entry.written[0].islower() or (entry.written[0].isdigit() and words[-1].cap)
    if len(words) > 1:
        if entry.kind != "place" and (entry.list != "media" or language in ("fr", "en", "")):
            return True
        own = lexicon.spaced(entry.written).split()
        return all(w.cap or not o[0].isupper() for w, o in zip(words, own, strict=False))
    if entry.written.isupper() and len(entry.written) < 5 and not first.text.isupper():
        return len(first.text) > 3 and first.key not in lexicon.common_words(language)
    if first.text.isupper():
        return len(first.text) > 3 or entry.written.isupper()
    if language == "de" and entry.written.isascii() and not first.text.isascii():
        return False  # "Gänge" is not the Ganges
    elsewhere = entry.list.endswith("-elsewhere") and len(first.key) < _SHORT
    return not elsewhere or first.text.lower() == entry.written.lower()


def run(sight: Sight, at: int) -> int:
    """The word after the capitalised words that follow on one another, particles between."""
    words = sight.words
    end = at + 1
    while end < min(len(words), at + _LONGEST) and words[end].joined:
        if words[end].cap and (not stops(sight, words[end]) or _is_surname_too(sight, end)):
            opening = words[end].text in sight.cues["opening"] or is_cried(sight, at, end)
            if opening and not (_opens_surname(sight, end) or _numbers(sight, end)):
                break
            end += 1
        elif _ARABIC.match(words[end].text):
            end += 1
        elif (partners := words[end + 1 : end + 2]) and _and_partners(words[end], partners[0]):
            end += 2
        elif ahead := _particles(sight, at, end):
            end = ahead
        else:
            break
    return end


_IN_NAMES = listed("de du des d' le la les l' von van den der di da del el al an mac san")
"""Small words that names have inside: "CHARLES DE GAULLE"."""


def is_cried(sight: Sight, at: int, other: int) -> bool:
    """Whether a word is a small one among words in capitals: the POUR of "EN SYRIE POUR"."""
    text, first = sight.words[other].text, sight.words[at].text
    if not (text.isupper() and first.isupper() and min(len(text), len(first)) > 1):
        return False
    return text.capitalize() in sight.cues["opening"] and text.lower() not in _IN_NAMES


def _and_partners(word: Word, following: Word) -> bool:
    """Whether a firm's name goes on with an "and": "Marks & Spencer", "Duval et Fils"."""
    if word.text == "&":
        return following.cap
    return word.text in ("and", "et") and following.joined and following.text in _PARTNERS


def _numbers(sight: Sight, at: int) -> bool:
    """Whether an "I" is a sovereign's, as in "King François I"."""
    words = sight.words
    titles = sight.cues["title"]
    reigns = at > 1 and is_given(words[at - 1].text) and words[at - 2].text in titles
    return words[at].text == "I" and reigns


def _opens_surname(sight: Sight, at: int) -> bool:
    """Whether a capitalised small word opens a surname, as in "Bruno Le Maire"."""
    words = sight.words
    if words[at].text not in _CAPITAL_PARTICLES or at + 1 >= len(words):
        return False
    following = words[at + 1]
    if not following.cap or not following.joined or following.text in _NO_SURNAMES:
        return False
    entry = lexicon.gazetteer().entries.get(following.key)
    if entry is None or entry.kind == "person":
        return True
    named = words[at].text != "A" and is_given(words[at - 1].text)  # "22 blessés à Paris A Paris"
    return entry.kind == "place" and named


def stops(sight: Sight, word: Word) -> bool:
    """Whether no name goes on over this capitalised word."""
    return word.text in lexicon.demonyms() or word.text in sight.cues["title"]


def _is_surname_too(sight: Sight, at: int) -> bool:
    """Whether the word for one of a people is a surname, behind a given name: "Thierry Breton".

    And a title that nobody's name follows: "Stephen King". "Christian Arabs", "the Jordan Israeli
    border" name nobody.
    """
    words = sight.words
    given = words[at - 1].text
    titled = words[at].text in sight.cues["title"]
    if not is_given(given) or (titled and at + 1 < len(words) and _follows(words[at + 1])):
        return False
    entry = lexicon.gazetteer().entries.get(sight.words[at - 1].key)
    return given not in lexicon.demonyms() and (entry is None or entry.kind == "person")


def _follows(word: Word) -> bool:
    return word.cap and word.joined


def _is_surname_particle(sight: Sight, at: int, end: int) -> bool:
    """Whether a small word between capitals may belong to a name, where it is a word of its own.

    German has "von" behind a given name alone; elsewhere "and" and "of the" part two names, but for
    "of the" behind a given name: "Marta del Castillo".
    """
    small = sight.words[end].text
    given = end == at + 1 and is_given(sight.words[at].text)
    if sight.language == "de":
        return small in ("von", "van") and given
    if sight.language == "it" and small in ("di", "da"):  # "Maurizio Mariani di Aprilia"
        return given
    return small not in _PARTING or (small in _OF_THE and given)


def _particles(sight: Sight, at: int, end: int) -> int:
    """The word after a particle and the capital it leads to; 0 when no name goes on there."""
    words = sight.words
    ahead = end
    if sight.elsewhere and not _is_surname_particle(sight, at, end):
        return 0
    while ahead < len(words) and ahead - end < 3 and words[ahead].joined and not words[ahead].cap:
        small = words[ahead].text
        of = small in OF and opens_a_person(sight, at)
        of = of or (small == "d'" and not sight.french)
        of = of or (small == "le" and _is_le_of_surname(sight, at, ahead))
        if not (small in _PARTICLES or of or (small in THE and ahead > end)):
            return 0
        ahead += 1
    if ahead == end or ahead >= len(words) or not words[ahead].cap or not words[ahead].joined:
        return 0
    leading = OF | _OF_THE if sight.language != "nl" else _VAN
    near = end == at + 1 or (sight.language == "nl" and is_given(words[end - 1].text))
    titled = near and sight.french and before(sight, at) in _TITLED
    if words[end].text in leading and not (titled or _ends_a_name(sight, ahead, near=near)):
        return 0
    return ahead + 1


def _is_le_of_surname(sight: Sight, at: int, le: int) -> bool:
    """Whether a small "le" behind a given name opens a surname: "Marine le Pen"."""
    words = sight.words
    if le != at + 1 or le + 1 >= len(words) or not words[le + 1].joined or not words[le + 1].cap:
        return False
    named = sight.french and not sight.elsewhere and opens_a_person(sight, at)
    return named and look_up(sight, le + 1)[0] is None and not names_nobody(sight, le + 1)


def _ends_a_name(sight: Sight, ahead: int, *, near: bool) -> bool:
    """Whether what "de" leads to can be of the person named before it: neither place nor body.

    Behind a surname (not ``near``) no ordinary word either, no given name, nor what is made as
    towns and letters are: "Marcelo Rebelo de Sousa", but "Jean Martin de Saint-Brieuc". In Dutch
    "van" leads to an office's field there: "Anna Mulder van Financiën".
    """
    word = sight.words[ahead]
    if sight.language == "nl" and not near and sight.words[ahead - 1].text == "van":
        return False
    entry = lexicon.gazetteer().entries.get(word.key) if near else look_up(sight, ahead)[0]
    if near or entry or sight.language == "nl":
        return entry is None or entry.kind == "person"
    letters = word.text.isupper() and not sight.words[ahead - 2].text.isupper()
    other = word.text in sight.cues["org head"] or word.text in sight.cues["place head"]
    made = "-" in word.text or letters or other
    return not (made or is_given(word.text) or names_nobody(sight, ahead))
