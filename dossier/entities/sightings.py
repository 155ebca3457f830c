"""Where capitals may name someone or something, and what around them tells of which kind.

Reads one line of a page at a time. What a name is, is decided over the whole dossier in ``names``.
"""

from collections.abc import Iterator

from dossier.entities import lexicon
from dossier.entities.bodies import (
    in_brackets,
    longer_body,
    read_body,
    read_small_body,
    read_street,
    stands_for,
)
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import Entry, listed
from dossier.entities.nobody import is_no_name, opens_a_phrase
from dossier.entities.pages import Line, Page
from dossier.entities.papers import DETERMINERS, read_paper
from dossier.entities.personal import (
    NOBLE,
    person_end,
    read_noble,
    read_person,
    title_before,
)
from dossier.entities.sight import (
    ARTICLES,
    FIRM,
    GOOD,
    SOME,
    STRONG,
    WEAK,
    Sight,
    Sighting,
    after,
    before,
    is_common,
    is_given,
    look_up,
    names_nobody,
    run,
)
from dossier.entities.surroundings import PARTS_OF_COUNTRIES, cue_word, told

_SHOUTED_ARTICLES = listed("LE LA LES UN UNE THE")
_ENGLISH_ARTICLES = listed("The A An")
_ENGLISH_PREPOSITIONS = listed("In At By For From To With But And If After Before Since Until")
_ARTICLES = listed("Le La Les L'")
_SMALL_BODIES = listed("fédération confédération")
_SURNAME_PARTICLES = listed("Di De Van Von Da Del Della El Al Ben Le La Du Mc O'")
_LETTERS = 7
"""Letters of what is too long to be an abbreviation, in capitals."""
_DER = listed("der die das den dem des ein eine einen einem einer eines kein keine zur zum im am")
_LANDS = listed("countries places")
_BRANCHING = listed("companies media")
"""Lists of bodies that have a branch in each country or town."""
_LISTS: dict[EntityKind, str] = {
    "place": "places",
    "organisation": "bodies",
    "other": "events and works",
    "person": "well-known persons",
}


def sight_of(page: Page, line: Line, small: frozenset[str]) -> Sight:
    """A line of a page under the eyes of the rules.

    ``small`` holds the words the dossier also writes with a small letter.
    """
    cues = lexicon.cues(page.language)
    return Sight(page.text, line.words, line.titled, page.language, small, cues)


def find_sightings(sight: Sight) -> Iterator[Sighting]:
    """What may be a name in the line, in order, no overlap."""
    known = lexicon.gazetteer()
    at, last = 0, None
    while at < len(sight.words):
        word = sight.words[at]
        end, found = at + 1, None
        if word.cap or word.key in known.small or word.text.isdigit():
            end, found = _read(sight, at)
        elif word.text in sight.cues["place head"]:
            end, found = read_street(sight, at)
        elif word.text in _SMALL_BODIES:
            end, found = read_small_body(sight, at)
        elif word.text in NOBLE and not sight.elsewhere:
            end, found = read_noble(sight, at)
        if found is not None:
            last = _in_brackets(sight.text, last, found) if last else found
            yield last
        at = end


def _in_brackets(text: str, before: Sighting, found: Sighting) -> Sighting:
    """What was found, a body where it stands for one before it: "… du logement (CNL)"."""
    if before.kind != "organisation" or not in_brackets(text, before.end, found.start, found.end):
        return found
    if found.weight >= FIRM or not stands_for(found.name, before.name):
        return found
    why = f"stands for {before.name}"
    return found._replace(kind="organisation", weight=STRONG, why=why, initial=False)


def _read(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """What stands at a word, and the word after it."""
    word = sight.words[at]
    entry, size = look_up(sight, at)
    if not (entry and size > 1) and (end := _opened_place(sight, at)):
        return end, sight.seen(at, end, "place", GOOD, f"opens with “{word.text}”")
    if entry and (size > 1 or not word.cap):
        return _read_long(sight, at, size, entry)
    if not word.cap:
        return read_street(sight, at)
    if _opens_a_sentence(sight, at):
        return at + 1, None
    if not word.initial and (end := _party_after(sight, at)):
        return end, sight.seen(at, end, "organisation", FIRM, "in the list of bodies")
    if sight.french and word.text in _ARTICLES and _opens_a_title(sight, at):
        return at + 1, None
    for rule in (read_paper, read_person, read_body, read_street):
        end, found = rule(sight, at)
        if found:
            return end, found
    if entry and entry.kind != "person" and not _is_only_a_word(sight, at, entry):
        if sight.elsewhere and _is_cut(sight, at, entry):
            return _read_surname(sight, at)
        return _read_listed(sight, at, 1, entry)
    end, found = _read_other(sight, at)
    if entry and entry.kind == "person" and found and end == at + 1 and found.weight < SOME:
        found = _well_known(sight, at)
    return end, found


def _is_cut(sight: Sight, at: int, entry: Entry) -> bool:
    """Whether a listed place may be the first word of a surname, or a noun behind an article."""
    words = sight.words
    if sight.language == "de":
        return entry.list in ("places", "cities") and before(sight, at) in _DER
    following = words[at + 1 : at + 2]
    named = bool(following) and following[0].cap and following[0].joined
    return entry.kind == "place" and named and not is_given(following[0].text)


def _read_surname(sight: Sight, at: int) -> tuple[int, Sighting]:
    """What is a name only if it is one elsewhere: "Messina Denaro", of "Matteo Messina Denaro"."""
    end = at + 1 if sight.language == "de" else _trimmed(sight, at, run(sight, at))
    return end, sight.seen(at, end, None, 0, "capitalised")


def _read_long(sight: Sight, at: int, size: int, entry: Entry) -> tuple[int, Sighting | None]:
    """A name of several words that the lists know, unless a longer one opens with it."""
    if entry.kind == "place" and (body := _body_of_place(sight, at, at + size)):
        return body
    end = person_end(sight, at) if sight.words[at].cap else 0
    return read_person(sight, at) if end > at + size else _read_listed(sight, at, size, entry)


def _body_of_place(sight: Sight, at: int, end: int) -> tuple[int, Sighting] | None:
    """A body whose name opens with a place's: "New York Mercantile Exchange"."""
    if sight.french or not sight.words[at].cap or run(sight, at) < end + 2:
        return None
    stop, body = read_body(sight, at)
    return (stop, body) if body and body.kind == "organisation" and stop > end else None


def _well_known(sight: Sight, at: int) -> Sighting:
    weight = WEAK if is_common(sight, sight.words[at]) else SOME
    return sight.seen(at, at + 1, "person", weight, "well known by that name")


def _opened_place(sight: Sight, at: int) -> int:
    """The word after a place that opens as many do ("Aïn Témouchent"); 0 for none."""
    words = sight.words
    if words[at].text not in sight.cues["place opening"] or at + 1 >= len(words):
        return 0
    following = words[at + 1]
    if not (following.cap and following.joined) or title_before(sight, at) is not None:
        return 0
    given = is_given(following.text) and following.text not in _SURNAME_PARTICLES
    if given or names_nobody(sight, at + 1, common=False):
        return 0
    return run(sight, at + 1)


def _opens_a_sentence(sight: Sight, at: int) -> bool:
    """Whether the word is an article or the like that owes its capital to its place."""
    word = sight.words[at]
    if sight.french:
        return word.initial and word.text in sight.cues["opening"]
    return word.text in _ENGLISH_ARTICLES or (word.initial and word.text in _ENGLISH_PREPOSITIONS)


def _party_after(sight: Sight, at: int) -> int:
    """The word after a party whose name opens with an article: "députés Les Républicains"."""
    if sight.words[at].text not in ("La", "Les") or at + 1 >= len(sight.words):
        return 0
    entry, size = look_up(sight, at + 1)
    joined = sight.words[at + 1].joined and not sight.titled
    return at + 1 + size if joined and entry and entry.list == "parties" else 0


def _opens_a_title(sight: Sight, at: int) -> bool:
    """Whether a capitalised article belongs to a title ("Le Parisien"), not to a surname."""
    words = sight.words
    if at + 1 >= len(words) or not words[at + 1].joined or not words[at + 1].cap:
        return False
    return look_up(sight, at + 1)[0] is not None or is_common(sight, words[at + 1])


def _read_listed(sight: Sight, at: int, size: int, entry: Entry) -> tuple[int, Sighting]:
    words = sight.words
    end = run(sight, at)
    cue = cue_word(sight, at, "org word") if size == 1 and end > at + 1 else ""
    if cue and (end := _before_person(sight, at, end)) > at + 1:
        return end, sight.seen(at, end, "organisation", GOOD, f"after “{cue}”")
    if end > at + size and (end := _lengthened(sight, at + size, entry)) > at + size:
        return end, sight.seen(
            at, end, "organisation", FIRM, f"a name that opens with {entry.name}"
        )
    end = at + size
    if size > 1 and entry.kind == "organisation" and (longer := longer_body(sight, end)) > end:
        why = f"a name that opens with {entry.name}"
        return longer, sight.seen(at, longer, "organisation", FIRM, why)
    if entry.list == "cities" and sight.french and after(sight, end) == "sur":
        end = _on_its_river(sight, end)
    first = words[at]
    common = size == 1 and is_common(sight, first)
    weight = FIRM
    if entry.kind == "person":
        weight = GOOD
    elif size == 1 and first.text in lexicon.given_names() and entry.list not in _LANDS:
        weight = WEAK if entry.list == "companies" else SOME
        if entry.kind == "other" and before(sight, at) in DETERMINERS:
            weight = STRONG
    if sight.titled and common:
        weight = WEAK
    found = sight.seen(at, end, entry.kind, weight, f"in the list of {_LISTS[entry.kind]}")
    found = found._replace(initial=first.initial and common)
    if entry.written.endswith("'s") and sight.text.startswith("'s", found.end):
        found = found._replace(end=found.end + 2, name=found.name + "'s")
    return end, found


def _before_person(sight: Sight, at: int, end: int) -> int:
    """The end of a name of several words, before a person's: "sur la chaîne LCI Olivier Petit"."""
    words = sight.words
    inner = range(at + 1, end - 1)
    return next((n for n in inner if is_given(words[n].text) and words[n + 1].cap), end)


def _lengthened(sight: Sight, end: int, entry: Entry) -> int:
    """The word after what lengthens a body's name: "BBC Radio Leeds", "ArcelorMittal France"."""
    words = sight.words
    if entry.kind != "organisation":
        return end
    while end < len(words) and words[end].joined and words[end].text in sight.cues["tail"]:
        end += 1
    if end < len(words) and words[end].joined and words[end].cap and entry.list in _BRANCHING:
        known = lexicon.gazetteer().entries.get(words[end].key)
        if known and known.kind == "place" and words[end - 1].cap:
            end += 1
    return end


def _is_only_a_word(sight: Sight, at: int, entry: Entry) -> bool:
    """Whether a listed name that is also an ordinary word is only that here."""
    word = sight.words[at]
    if sight.text[max(0, word.start - 1) : word.end + 1] == f"({word.text})":
        return entry.list != "parties" and is_common(sight, word)
    if word.text in lexicon.not_names() and entry.kind != "other":
        return not cue_word(sight, at, "org word")
    if not is_common(sight, word) or (word.text.isupper() and len(word.text) > 1):
        return False
    if word.initial or sight.titled:
        return True
    return entry.list == "media" and sight.french and before(sight, at) not in ARTICLES


def _read_other(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A name no list knows; in a language whose ordinary words are not listed, a guess is none."""
    if _is_noun(sight, at):
        return _read_noun(sight, at)
    end, found = _read_unlisted(sight, at)
    if found and sight.elsewhere and found.weight < SOME:
        found = found._replace(kind=None, weight=0)
    return end, found


def _read_unlisted(sight: Sight, at: int) -> tuple[int, Sighting | None]:
    """A name no list knows, if the word may be one."""
    words = sight.words
    word = words[at]
    particle = word.text in _SURNAME_PARTICLES and run(sight, at) > at + 1
    if is_no_name(sight, at):
        return at + 1, None
    if (end := run(sight, at)) > at + 1 and _is_shouted(sight, at, end):
        return end, None
    if not particle and names_nobody(sight, at):
        if names_nobody(sight, at, common=False):
            return at + 1, None
        if not word.initial and (told_so := _told_outright(sight, at)):
            return told_so
        if _is_given_here(sight, at):
            return at + 1, sight.seen(at, at + 1, "person", GOOD, "a given name")
        if (
            not word.initial
            and word.text in sight.cues["bare head"]
            and before(sight, at) in ARTICLES
        ):
            return at + 1, sight.seen(at, at + 1, "organisation", GOOD, "the head word of a body")
        return at + 1, _maybe(sight, at)
    end = _trimmed(sight, at, run(sight, at))
    if particle and end == at + 1:
        return end, None
    if sight.titled:
        return end, sight.seen(at, end, None, 0, "capitalised")._replace(initial=True)
    kind, weight, why = told(sight, at, end)
    if kind == "organisation" and sight.french:
        end = _with_complement(sight, end)
    elif kind == "place" and sight.french:
        end = _on_its_river(sight, end)
    return end, sight.seen(at, end, kind, weight, why)


def _is_noun(sight: Sight, at: int) -> bool:
    """Whether a capital says nothing, as in German, but of what is written in capitals."""
    text = sight.words[at].text
    return sight.language == "de" and not (text.isupper() and 1 < len(text) < _LETTERS)


def _read_noun(sight: Sight, at: int) -> tuple[int, Sighting]:
    """A word of German, whose nouns all have a capital: a place if a word for one leads to it.

    Otherwise a name only if it is one elsewhere, and none behind an article.
    """
    if before(sight, at) in sight.cues["place word"]:
        why = f"after “{sight.words[at - 1].text}”"
        found = sight.seen(at, at + 1, "place", GOOD, why)
        return at + 1, found._replace(initial=False)
    found = sight.seen(at, at + 1, None, 0, "capitalised")
    return at + 1, found._replace(initial=found.initial or before(sight, at) in _DER)


def _is_shouted(sight: Sight, at: int, end: int) -> bool:
    """Whether the words are ordinary ones in capitals, as over a column: "LE MOT DU JOUR"."""
    words = sight.words[at:end]
    if words[0].text in _SHOUTED_ARTICLES and all(w.text.isupper() for w in words):
        return True
    small = lexicon.opening_words()
    return all(w.text.isupper() and (w.text.lower() in small or is_common(sight, w)) for w in words)


def _is_given_here(sight: Sight, at: int) -> bool:
    """Whether an ordinary word with a capital is a given name: "raconte Pierre"."""
    word = sight.words[at]
    if word.initial or sight.titled or not sight.french or not is_given(word.text):
        return False
    if word.text in sight.cues["opening"] or len(word.text) < 3:
        return False
    return before(sight, at) not in DETERMINERS


def _on_its_river(sight: Sight, end: int) -> int:
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


def _with_complement(sight: Sight, end: int) -> int:
    """The word after "du Net" in "la Quadrature du Net"."""
    words = sight.words
    ahead = end
    while ahead < len(words) and ahead < end + 2 and words[ahead].joined:
        if words[ahead].text not in ("du", "de", "des", "d'", "la", "l'"):
            break
        ahead += 1
    if ahead == end or ahead >= len(words) or not words[ahead].joined or not words[ahead].cap:
        return end
    known = is_given(words[ahead].text) or look_up(sight, ahead)[0] is not None
    return end if known or names_nobody(sight, ahead, common=False) else ahead + 1


def _told_outright(sight: Sight, at: int) -> tuple[int, Sighting] | None:
    """An ordinary word with a capital that the words before make a name."""
    cue = cue_word(sight, at, "org word")
    if cue and not opens_a_phrase(sight, at):
        end = _trimmed(sight, at, run(sight, at))
        return end, sight.seen(at, end, "organisation", GOOD, f"after “{cue}”")
    if cue := cue_word(sight, at, "place word"):
        return at + 1, sight.seen(at, at + 1, "place", GOOD, f"after “{cue}”")
    preposition = sight.words[at - 1].text if sight.french and before(sight, at) else ""
    end = run(sight, at) if sight.words[at].text in PARTS_OF_COUNTRIES else at + 1
    if preposition == "à" or (preposition in ("de", "vers", "par") and end > at + 1):
        return end, sight.seen(at, end, "place", SOME, f"after “{preposition}”")
    if (end := _foreign_end(sight, at)) > at + 2:
        return end, sight.seen(at, end, "organisation", SOME, "a name of three words and more")
    return None


def _foreign_end(sight: Sight, at: int) -> int:
    """The word after a name that only looks ordinary in English: "Pueblo Sin Fronteras"."""
    words = sight.words
    end = at if sight.french or sight.titled else _trimmed(sight, at, run(sight, at))
    odd = end > at + 2 and not is_common(sight, words[end - 1])
    named = any(is_given(w.text) or look_up(sight, n)[0] for n, w in enumerate(words[at:end], at))
    return at if not odd or named else end


def _maybe(sight: Sight, at: int) -> Sighting:
    """An ordinary word with a capital: a name only if it is one elsewhere."""
    verb = after(sight, at + 1) in sight.cues["reporting"]
    return sight.seen(at, at + 1, "person" if verb else None, 0, "capitalised")


def _trimmed(sight: Sight, at: int, end: int) -> int:
    """The run without what does not belong to the name: ordinary words, another name."""
    words = sight.words
    while end > at + 1 and names_nobody(sight, end - 1, common=sight.titled):
        end -= 1
    if sight.elsewhere:
        end = next((i for i in range(at + 1, end - 1) if is_given(words[i].text)), end)
    for inner in range(at + 1, end):
        if not words[inner].cap:
            continue
        entry, size = look_up(sight, inner)
        if size > 1 and entry and entry.kind != "person":
            end = inner
            break
    while end > at + 1 and not words[end - 1].cap:
        end -= 1
    return end
