"""Where capitals may name someone or something, and what around them tells of which kind.

Reads one line of a page at a time: in which order the rules are asked, and the names the lists
know; those no list knows are in ``unlisted``. What a name is, is decided over the whole dossier in
``names``.
"""

from collections.abc import Iterator

from dossier.entities import lexicon
from dossier.entities.bodies import (
    in_brackets,
    longer_body,
    on_its_river,
    read_body,
    read_small_body,
    read_street,
    stands_for,
)
from dossier.entities.entity import EntityKind
from dossier.entities.lexicon import Entry, listed
from dossier.entities.of_names import of_saint, read_of
from dossier.entities.pages import Line, Page
from dossier.entities.papers import DETERMINERS, is_noun_here, read_paper
from dossier.entities.personal import (
    COURTESIES,
    NOBLE,
    SURNAME_PARTICLES,
    person_end,
    read_noble,
    read_person,
    title_before,
)
from dossier.entities.sight import (
    ARTICLES,
    DER,
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
from dossier.entities.surroundings import cue_word
from dossier.entities.unlisted import read_unlisted, trimmed

_ENGLISH_ARTICLES = listed("The A An")
_ENGLISH_PREPOSITIONS = listed("In At By For From To With But And If After Before Since Until")
_ARTICLES = listed("Le La Les L'")
_SMALL_BODIES = listed("fédération confédération")
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
        if word.cap and sight.text.startswith("$", word.end):  # "US$ 55"
            pass
        elif word.cap and sight.text.startswith("#", word.start - 1):
            found = _read_tag(sight, at)
        elif word.cap or word.key in known.small or word.text.isdigit():
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
    entry, size = look_up(sight, at)
    if entry and is_noun_here(sight, at, size, entry):
        return at + 1, sight.seen(at, at + 1, None, 0, "capitalised")._replace(initial=True)
    end, found = _read_as(sight, at, entry, size)
    longer = of_saint(sight, at, end) if found and found.kind == "place" else None
    return (end + 2, longer) if longer else (end, found)


def _read_as(sight: Sight, at: int, entry: Entry | None, size: int) -> tuple[int, Sighting | None]:
    """The same, of a word at which a name that the lists know stands, or none."""
    word = sight.words[at]
    if not (entry and size > 1) and (end := _opened_place(sight, at)):
        return end, sight.seen(at, end, "place", GOOD, f"opens with “{word.text}”")
    if entry and (size > 1 or not word.cap):
        return _read_long(sight, at, size, entry)
    if not word.cap:
        return read_street(sight, at)
    if _opens_a_sentence(sight, at) or _tells_a_body(sight, at):
        return at + 1, None
    if not word.initial and (end := _party_after(sight, at)):
        return end, sight.seen(at, end, "organisation", FIRM, "in the list of bodies")
    if sight.french and word.text in _ARTICLES and _opens_a_title(sight, at):
        return at + 1, None
    for rule in (read_of, read_paper, read_person, read_body, read_street):
        end, found = rule(sight, at)
        if found:
            return end, found
    if entry and entry.kind != "person" and not _is_only_a_word(sight, at, entry):
        if sight.elsewhere and _is_cut(sight, at, entry):
            return _read_surname(sight, at)
        return _read_listed(sight, at, 1, entry)
    end, found = read_unlisted(sight, at)
    if entry and entry.kind == "person" and found and end == at + 1 and found.weight < SOME:
        found = _well_known(sight, at)
    return end, found


def _read_tag(sight: Sight, at: int) -> Sighting:
    """The word of a hashtag: a name only if the lists know it, or if it is one elsewhere."""
    entry = lexicon.gazetteer().entries.get(sight.words[at].key)
    if entry and entry.kind != "person" and not _is_only_a_word(sight, at, entry):
        return _read_listed(sight, at, 1, entry)[1]
    return sight.seen(at, at + 1, None, 0, "capitalised")._replace(initial=False)


def _is_cut(sight: Sight, at: int, entry: Entry) -> bool:
    """Whether a listed place may be the first word of a surname, or a noun behind an article."""
    words = sight.words
    if sight.language == "de":
        return entry.list in ("places", "cities") and before(sight, at) in DER
    following = words[at + 1 : at + 2]
    named = bool(following) and following[0].cap and following[0].joined
    return entry.kind == "place" and named and not is_given(following[0].text)


def _read_surname(sight: Sight, at: int) -> tuple[int, Sighting]:
    """What is a name only if it is one elsewhere: "Messina Denaro", of "Matteo Messina Denaro"."""
    end = at + 1 if sight.language == "de" else trimmed(sight, at, run(sight, at))
    return end, sight.seen(at, end, None, 0, "capitalised")


def _read_long(sight: Sight, at: int, size: int, entry: Entry) -> tuple[int, Sighting | None]:
    """A name of several words that the lists know, unless a longer one opens with it."""
    if entry.kind == "place" and (body := _body_of_place(sight, at, at + size)):
        return body
    end = person_end(sight, at) if sight.words[at].cap else 0
    longer = end > at + size and not _is_on_air(sight, at + size, end, entry)
    return read_person(sight, at) if longer else _read_listed(sight, at, size, entry)


def _is_on_air(sight: Sight, at: int, end: int, entry: Entry) -> bool:
    """Whether a place or a person follows a medium named as one is: "France Bleu Gard"."""
    if entry.list != "media":
        return False
    return _lengthened(sight, at, entry) >= end or is_given(sight.words[at].text)


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
    given = is_given(following.text) and following.text not in SURNAME_PARTICLES
    if given or names_nobody(sight, at + 1, common=False):
        return 0
    return run(sight, at + 1)


def _opens_a_sentence(sight: Sight, at: int) -> bool:
    """Whether the word is an article or the like that owes its capital to its place."""
    word = sight.words[at]
    if sight.french:
        return word.initial and word.text in sight.cues["opening"]
    return word.text in _ENGLISH_ARTICLES or (word.initial and word.text in _ENGLISH_PREPOSITIONS)


def _tells_a_body(sight: Sight, at: int) -> bool:
    """Whether letters only say what a listed body is: "l'ONG Human Rights Watch"."""
    word = sight.words[at]
    if not word.text.isupper() or word.text not in sight.cues["org word"]:
        return False
    behind = at + 1 < len(sight.words) and sight.words[at + 1].joined
    entry = look_up(sight, at + 1)[0] if behind and sight.words[at + 1].cap else None
    return entry is not None and entry.kind == "organisation"


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
    if before(sight, at) in COURTESIES:  # "M. Le Maire"
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
        end = on_its_river(sight, end)
    first = words[at]
    common = size == 1 and is_common(sight, first)
    weight = FIRM
    if entry.kind == "person" or entry.list == lexicon.TOWNS:
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
    if word.text in SURNAME_PARTICLES and run(sight, at) > at + 1:  # "Van der Berg", no town
        return True
    if word.text in lexicon.not_names() and entry.kind != "other":
        return not cue_word(sight, at, "org word")
    if not is_common(sight, word):
        return False
    if word.text.isupper() and len(word.text) > 1:
        return _is_kicker(sight, at)
    if word.initial or sight.titled:
        return True
    if entry.list != "media":
        return False
    if title_before(sight, at):
        return True
    return before(sight, at) not in ARTICLES if sight.french else _is_in_a_run(sight, at)


def _is_kicker(sight: Sight, at: int) -> bool:
    """Whether a word in capitals opens a text and says of what kind it is: "TRIBUNE. Pour moi"."""
    words = sight.words
    first, end = at, at + 1
    while first and words[first].joined and words[first - 1].text.isupper():
        first -= 1
    while end < len(words) and words[end].joined and words[end].text.isupper():
        end += 1
    apart = sight.text.startswith((".", ":", " :", " -", " –", " —"), words[end - 1].end)
    return first == 0 and apart and all(is_common(sight, word) for word in words[first:end])


def _is_in_a_run(sight: Sight, at: int) -> bool:
    """Whether a word stands in a name that no list knows: "Hill Top", "Pelican Point"."""
    words = sight.words
    behind = at + 1 < len(words) and words[at + 1].joined and words[at + 1].cap
    ahead = bool(before(sight, at)) and words[at - 1].cap and not words[at - 1].initial
    known = lexicon.gazetteer().entries.get(words[at + 1].key) if behind else None
    longer = behind and known is None and words[at + 1].text not in sight.cues["tail"]
    return longer or (ahead and words[at - 1].text not in ("The", "A", "An"))
