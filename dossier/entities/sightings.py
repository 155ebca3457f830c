"""Where capitals may name someone or something, and what around them tells of which kind.

Reads one line of a page at a time. A ``Sighting`` is a name seen once, with the evidence of that
place; what the name is, is decided over the whole dossier in ``names``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import Entry, listed
from dossier.entities.pages import Line, Page
from dossier.entities.words import Word

FIRM, STRONG, GOOD, SOME, WEAK = 100, 40, 20, 8, 3
"""How much a piece of evidence weighs: the gazetteer, a title, a cue word, a hint, a guess."""

_PARTICLES = listed(
    "von van der den ter bin ben ibn al el di da dos del della dalla zu af abu abou e y"
)
_OPENING = listed("The A An Le La Les L' Un Une Des Du Au Aux De D' Ce Cette Ces Son Sa Ses")
_OF = listed("de du d' des")
_ARTICLES = listed("le la l' les du au aux des the")
_THE = listed("la le l'")
_LINKS = listed("de du d' des la l' le les pour contre et a aux")
_LONGEST = 9
"""Words in the longest name; a bound, so that a line of capitals is read in one pass."""
_NUMERAL = re.compile(r"[IVX]+e?$")
_AGE = re.compile(r",? \(?(?:\d{1,2} ans\b|\d{1,2}(?=[,)])|aged \d)")
_COMPOUND = re.compile(
    r"-(?:sur|en|les|lès|le|la|de|du|des|aux|sous|l|d|upon|on|in|by|under)-", re.IGNORECASE
)


class Sighting(NamedTuple):
    """A name seen at one place."""

    start: int
    end: int
    name: str
    kind: EntityKind | None
    """What the place says it is; None when it says nothing."""
    weight: int
    why: str
    initial: bool
    """Whether a sentence opens with it, so that its capital says nothing."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """A line and what is needed to read it."""

    text: str
    words: Sequence[Word]
    titled: bool
    cues: Mapping[str, frozenset[str]]
    small: frozenset[str]
    language: str

    @property
    def french(self) -> bool:
        return self.language != "en"


def find_sightings(page: Page, line: Line, small: frozenset[str]) -> Iterator[Sighting]:
    """What may be a name in the line, in order, no overlap.

    ``small`` holds the words the dossier also writes with a small letter.
    """
    cues = lexicon.cues(page.language)
    sight = _Sight(page.text, line.words, line.titled, cues, small, page.language)
    known = lexicon.gazetteer()
    at = 0
    while at < len(line.words):
        word = line.words[at]
        end, found = at + 1, None
        if word.cap or word.key in known.small or word.text.isdigit():
            end, found = _read(sight, at)
        elif word.key in cues["place head"]:
            end, found = _read_street(sight, at)
        if found is not None:
            yield found
        at = end


def _read(sight: _Sight, at: int) -> tuple[int, Sighting | None]:
    """What stands at a word, and the word after it."""
    words = sight.words
    word = words[at]
    entry, size = _look_up(sight, at)
    if entry and (size > 1 or not word.cap):
        end = at + size
        if word.cap and (run := _person_run(sight, at)) and run > end:
            return run, _person(sight, at, run)
        return end, _listed(sight, at, end, entry)
    if not word.cap:
        return _read_street(sight, at)
    if word.text in _OPENING and (word.initial or not sight.french):
        return at + 1, None
    for rule in (_read_person, _read_body, _read_street):
        end, found = rule(sight, at)
        if found:
            return end, found
    if entry and not _weak(sight, at, entry):
        end = _run(sight, at)
        if end > at + 1 and (cue := _cue_word(sight, at, "org word")):
            why = f"after “{cue}”"
            return end, _cued(sight, at, end, "organisation", GOOD, why)
        return at + 1, _listed(sight, at, at + 1, entry)
    if word.text in sight.cues["title"] or _names_nobody(sight, at):
        return at + 1, None
    return _read_unknown(sight, at)


def _look_up(sight: _Sight, at: int) -> tuple[Entry | None, int]:
    """The longest name of the gazetteer that stands at a word, and its length in words."""
    known = lexicon.gazetteer()
    words = sight.words
    longest = min(known.longest.get(words[at].key, 1), len(words) - at)
    size = 1
    while size < longest and words[at + size].joined:
        size += 1
    while size:
        entry = known.entries.get(" ".join(word.key for word in words[at : at + size]))
        if entry and _written_so(words[at : at + size], entry, sight.language):
            return entry, size
        size -= 1
    return None, 0


def _written_so(words: Sequence[Word], entry: Entry, language: str) -> bool:
    """Whether capitals stand where the gazetteer's name has them."""
    first = words[0]
    if not first.cap:
        return entry.written[0].islower() or (entry.written[0].isdigit() and words[-1].cap)
    if len(words) > 1:
        own = entry.written.replace("'", "' ").split()
        return all(w.cap or not o[0].isupper() for w, o in zip(words, own, strict=False))
    if entry.written.isupper() and len(entry.written) < 5 and first.text != first.text.upper():
        return len(first.text) > 3 and first.key not in lexicon.common_words(language)
    if first.text.isupper() and len(first.text) < 4:
        return entry.written.isupper()
    return True


def _listed(sight: _Sight, at: int, end: int, entry: Entry) -> Sighting:
    words = sight.words
    first, last = words[at], words[end - 1]
    weight = FIRM
    if end == at + 1 and first.text in lexicon.given_names():
        weight = SOME
    stop = last.end
    if entry.written.endswith("'s") and sight.text.startswith("'s", stop):
        stop += 2
    if sight.titled and end == at + 1 and _common(sight, first):
        weight = WEAK
    what = {"place": "places", "organisation": "bodies"}[entry.kind]
    return Sighting(
        first.start,
        stop,
        sight.text[first.start : stop],
        entry.kind,
        weight,
        f"in the list of {what}",
        initial=first.initial and end == at + 1 and _common(sight, first),
    )


def _common(sight: _Sight, word: Word) -> bool:
    """Whether the word is an ordinary one, or is also written small in the dossier."""
    small = word.text.lower()
    return small in lexicon.common_words(sight.language) or small in sight.small


def _weak(sight: _Sight, at: int, entry: Entry) -> bool:
    """Whether a listed name that is also an ordinary word is only that here."""
    word = sight.words[at]
    if not _common(sight, word) or (word.text.isupper() and len(word.text) > 1):
        return False
    if word.initial or sight.titled:
        return True
    before = _before(sight, at)
    return entry.list == "media" and sight.french and before not in _ARTICLES


def _before(sight: _Sight, at: int, back: int = 1) -> str:
    """The key of a word before, if nothing but spaces stand between; "" otherwise."""
    if at - back < 0 or not all(sight.words[at - n].joined for n in range(back)):
        return ""
    return sight.words[at - back].key


def _names_nobody(sight: _Sight, at: int) -> bool:
    word = sight.words[at]
    if word.text in lexicon.not_names() or word.text in lexicon.demonyms():
        return True
    if _NUMERAL.match(word.text) or word.text.endswith("'") or len(word.text) < 2:
        return True
    if word.text.isupper() and len(word.text) > 1 and not sight.titled:
        return False
    return _common(sight, word)


# Persons


def _read_person(sight: _Sight, at: int) -> tuple[int, Sighting | None]:
    end = _person_run(sight, at)
    if end:
        return end, _person(sight, at, end)
    return at + 1, None


def _person_run(sight: _Sight, at: int) -> int:
    """The word after a person's name that stands at a word, by its given name or a title; or 0."""
    words = sight.words
    title = _title_before(sight, at)
    given = _is_given(words[at].text)
    if not given and title is None:
        return 0
    if title is not None and not given and _names_nobody(sight, at) and not _abbreviated(title):
        return 0
    end = _run(sight, at)
    if given and end > at + 1:
        return 0 if _tail(sight, at, end) else end
    if title is None:
        return 0
    entry, size = _look_up(sight, at)
    if entry and size >= end - at and not _abbreviated(title):
        return 0
    return end


def _abbreviated(title: str) -> bool:
    return title in (
        "m.",
        "mm.",
        "mme",
        "mmes",
        "mlle",
        "mr",
        "mrs",
        "ms",
        "mr.",
        "mrs.",
        "ms.",
        "dr",
        "sir",
    )


def _title_before(sight: _Sight, at: int) -> str | None:
    """The key of the title that stands just before; None without one."""
    before = _before(sight, at)
    if not before:
        return None
    titles = sight.cues["title"]
    if before in titles or sight.words[at - 1].text in titles:
        return before
    if sight.words[at - 1].text.lower() in lexicon.demonyms_small():
        second = _before(sight, at, 2)
        if second and (second in titles or sight.words[at - 2].text in titles):
            return second
    return None


def _is_given(word: str) -> bool:
    names = lexicon.given_names()
    if word in names:
        return True
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first in names and second in names


def _run(sight: _Sight, at: int) -> int:
    """The word after the capitalised words that follow on one another, particles between."""
    words = sight.words
    end = at + 1
    while end < min(len(words), at + _LONGEST) and words[end].joined:
        word = words[end]
        if word.cap and not _stops(sight, word):
            end += 1
        elif ahead := _particles(sight, at, end):
            end = ahead
        else:
            break
    return end


def _stops(sight: _Sight, word: Word) -> bool:
    return word.text in lexicon.demonyms() or word.text in sight.cues["title"]


def _particles(sight: _Sight, at: int, end: int) -> int:
    """The word after a particle and the capital it leads to; 0 when no name goes on there."""
    words = sight.words
    ahead = end
    while ahead < len(words) and ahead - end < 3 and words[ahead].joined and not words[ahead].cap:
        small = words[ahead].text
        of = small in _OF and end == at + 1 and _is_given(words[at].text)
        if not (small in _PARTICLES or of or (small in _THE and ahead > end)):
            return 0
        ahead += 1
    if ahead == end or ahead >= len(words) or not words[ahead].cap or not words[ahead].joined:
        return 0
    return ahead + 1


def _person(sight: _Sight, at: int, end: int) -> Sighting:
    words = sight.words
    name = sight.text[words[at].start : words[end - 1].end].rstrip(".")
    title = _title_before(sight, at)
    if title is not None:
        weight, why = STRONG, f"after “{sight.words[at - 1].text}”"
    else:
        weight, why = STRONG - 5, f"opens with the given name {words[at].text}"
    return Sighting(
        words[at].start, words[at].start + len(name), name, "person", weight, why, initial=False
    )


# Bodies, streets


def _tail(sight: _Sight, at: int, end: int) -> EntityKind | None:
    """What the last word of a run says it is: a "Bank", a "Street"."""
    last = sight.words[end - 1]
    if end - at < 2 or sight.french:
        return None
    if last.text in sight.cues["org tail"]:
        return "organisation"
    if last.text in sight.cues["place tail"]:
        return "place"
    return None


def _read_body(sight: _Sight, at: int) -> tuple[int, Sighting | None]:
    """A body named by what it is: "Parti radical de gauche", "Bank of Ireland"."""
    words = sight.words
    if sight.titled:
        return at + 1, None
    head = words[at].text in sight.cues["org head"]
    end = _run(sight, at)
    if kind := _tail(sight, at, end):
        return end, _cued(sight, at, end, kind, STRONG, f"ends in “{words[end - 1].text}”")
    if not head or (words[at].initial and sight.french and not _body_goes_on(sight, at + 1)):
        return at + 1, None
    end = _body_end(sight, at + 1)
    if end == at + 1:
        return at + 1, None
    return end, _cued(sight, at, end, "organisation", STRONG, f"opens with “{words[at].text}”")


def _body_goes_on(sight: _Sight, at: int) -> bool:
    words = sight.words
    return (
        at < len(words)
        and words[at].joined
        and words[at].text in sight.cues.get("org adjective", ())
    )


def _body_end(sight: _Sight, at: int) -> int:
    """The word after a body's name whose head has been read."""
    words = sight.words
    adjectives = sight.cues.get("org adjective", frozenset())
    groups = 0
    while at < len(words) and words[at].joined:
        word = words[at]
        if (word.cap and not _stops(sight, word)) or word.text in adjectives:
            at += 1
        elif groups < 2 and (ahead := _complement(sight, at)):
            at, groups = ahead, groups + 1
        else:
            break
    return at


def _complement(sight: _Sight, at: int) -> int:
    """The word after "des droits", "of Ireland", "de la Loire"; 0 when none stands here."""
    words = sight.words
    ahead = at
    links = _LINKS if sight.french else frozenset(("of", "for", "the", "and"))
    while (
        ahead < len(words) and words[ahead].joined and words[ahead].text in links and ahead - at < 3
    ):
        ahead += 1
    if ahead == at or ahead >= len(words) or not words[ahead].joined:
        return 0
    word = words[ahead]
    if word.cap:
        return ahead + 1
    if (
        sight.french
        and words[at].text in ("des", "du", "de", "d'")
        and word.text.isalpha()
        and len(word.text) > 3
    ):
        return ahead + 1
    return 0


def _read_street(sight: _Sight, at: int) -> tuple[int, Sighting | None]:
    """A street, a square, a river, by the word that opens it."""
    words = sight.words
    word = words[at]
    small = word.text.lower() if sight.french else word.text
    if small not in sight.cues["place head"] or sight.titled:
        return at + 1, None
    end = at + 1
    while (
        sight.french
        and end < len(words)
        and words[end].joined
        and words[end].text in ("de", "du", "des", "d'", "la", "l'", "le", "les")
    ):
        end += 1
    if end >= len(words) or not words[end].joined or not words[end].cap:
        return at + 1, None
    if sight.french and end > at + 1 and not _kept_with_of(small):
        return at + 1, None
    end = _run(sight, end)
    return end, _cued(sight, at, end, "place", GOOD, f"opens with “{word.text}”")


def _kept_with_of(head: str) -> bool:
    """Whether "X de Y" is itself a place: "rue de Rivoli" is, "île de France" the reader's Y."""
    return head in (
        "rue", "place", "avenue", "boulevard", "quai", "pont", "square", "gare", "stade", "parvis",
        "impasse", "allée", "allées", "passage", "porte", "esplanade", "faubourg", "lac", "col",
        "golfe", "détroit", "canal", "forêt", "baie", "cap", "mer", "prison",
    )  # fmt: skip


def _cued(
    sight: _Sight, at: int, end: int, kind: EntityKind | None, weight: int, why: str
) -> Sighting:
    words = sight.words
    start, stop = words[at].start, words[end - 1].end
    name = sight.text[start:stop].rstrip(".") if kind == "person" else sight.text[start:stop]
    return Sighting(start, start + len(name), name, kind, weight, why, initial=words[at].initial)


# Names no list knows


def _read_unknown(sight: _Sight, at: int) -> tuple[int, Sighting | None]:
    words = sight.words
    end = _run(sight, at)
    while end > at + 1 and _names_nobody(sight, end - 1):
        end -= 1
    for inner in range(at + 1, end):
        if words[inner].cap and _look_up(sight, inner)[1] > 1:
            end = inner
            break
    while end > at + 1 and not words[end - 1].cap:
        end -= 1
    if sight.titled:
        return end, _cued(sight, at, end, None, 0, "capitalised")._replace(initial=True)
    kind, weight, why = _cue(sight, at, end)
    return end, _cued(sight, at, end, kind, weight, why)


def _cue(sight: _Sight, at: int, end: int) -> tuple[EntityKind | None, int, str]:
    """What the words around a name say of it."""
    words, cues = sight.words, sight.cues
    one = end == at + 1
    text = words[at].text
    if word := _cue_word(sight, at, "org word"):
        return "organisation", GOOD, f"after “{word}”"
    if word := _cue_word(sight, at, "place word"):
        return "place", GOOD + 5, f"after “{word}”"
    if one and _COMPOUND.search(text):
        return "place", GOOD, "made as places' names are"
    if one and text.isupper() and 1 < len(text) < 8:
        return "organisation", SOME + 2, "written in capitals"
    if _AGE.match(sight.text, words[end - 1].end):
        return "person", GOOD, "followed by an age"
    before = _before(sight, at)
    after = words[end].key if end < len(words) and words[end].joined else ""
    if before in cues["place preposition"] and (one or before in ("en", "in")):
        return "place", SOME, f"after “{before}”"
    if after in cues["reporting"]:
        return "person", SOME if not one else SOME - 2, f"before “{after}”"
    if before in _ARTICLES:
        return "organisation", WEAK, f"after “{before}”"
    if not one:
        return "person", WEAK + 2, "two capitals or more"
    return "person", WEAK - 1, "a capital inside a sentence"


def _cue_word(sight: _Sight, at: int, section: str) -> str:
    """The cue word of a section that stands before, small words between; "" without one."""
    words = sight.words
    for back in range(1, 4):
        if at - back < 0:
            return ""
        word = words[at - back]
        gap = sight.text[word.end : words[at - back + 1].start]
        if gap.strip(" «\"“'"):
            return ""
        if word.text.lower() in sight.cues[section]:
            return word.text
        if section == "place word" and word.text not in ("de", "du", "d'", "des", "la", "of"):
            return ""
        if word.cap:
            return ""
    return ""
