"""What each capitalised name of a dossier is, decided from all the places it stands in.

A name is one kind of thing throughout a dossier, unless one place says otherwise outright
("Mme Paris"). What was recognised at one place is recognised at the others; a person's surname
stands for the person.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from dossier.entities import lexicon
from dossier.entities.entity import EntityKind, Mention
from dossier.entities.firms import is_whole
from dossier.entities.merging import HEARD, Heard, merge
from dossier.entities.pages import Page
from dossier.entities.sight import (
    FIRM,
    FIRM_BESIDE,
    GOOD,
    OWNER,
    SOME,
    STRONG,
    WEAK,
    Sighting,
    is_given,
)
from dossier.entities.sighted import Sighted
from dossier.entities.sightings import find_sightings, sight_of
from dossier.spans import Span

_PARTICLE = re.compile(
    r"\b(?:[dD]'|(?:[Vv][ao]n(?: de[rnm]?)?|De(?: la)?|D[aiou]|Dal|Dell?[ao]?|Dos|L[ae]|Te[rn]) )$"
)
"""What opens a surname, before its capital; "de" and "di" with a small letter may be of a place."""
_LONGEST_PARTICLE = len("Van der ")
_PARTICLES = frozenset(("Le", "La", "De", "Van", "Von", "Ben", "El", "Al", "Di", "Da", "Du"))

_JOINTS = frozenset((", ", " et ", " and ", ", and ", " ou ", " or ", " ni "))
"""What parts the names of a row."""
_OF = re.compile(r" (?:(?:(?:de|des|da|do|das|dos)(?: la| los| las)?|du|del) |(?:de l'|d') ?)?")
"""What may part the words of a name."""
_FAR = len(" dos los ")
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
"""What may stand behind a surname and is none."""
_LOWER_TAIL = re.compile(
    r"[\w.]+-(?:based|headquartered|led|backed|born|bound|wide|style|made|owned|run|controlled|held"
    r"|only|funded|trained|educated|listed|registered|linked|brokered|sponsored|era|like)"
)
"""A name that opens a word of its own: "London-based"."""
_SURNAME = "surname of"
_GIVEN = "given name of"
_LANDS = ("places", "countries")
"""Lists of places before which French has an article, or "en"."""
_LOCATED = re.compile(r"\b(?:(?:en|la|le|les|au|aux|du|des) |l')$", re.IGNORECASE)
"""What stands before a land in French: "en Hollande", and not "le quinquennat Hollande"."""
_LOCATED_ELSEWHERE = re.compile(
    r"\b(?:in|to|from|of|for|across|with|and|the|en|a|de|del|da|do|em|no|na|para|por|y|e|di|nel|nella|dalla"
    r"|nach|aus|von|für|mit|und|uit|naar|van|met) $",
    re.IGNORECASE,
)
"""The same where it needs no article; what may stand before a person as well counts."""
_IN_TOWN = re.compile(
    r"\b(?:à|de|dans|vers|depuis|entre|par|sur|near|at|around|outside|bei|vor|hacia|verso|te) $"
    r"|\bd['’]$",
    re.IGNORECASE,
)
"""What stands before a town, beside what may stand before a land in any language."""
_SURE = STRONG // 3
"""The weight of a surname, told by a given name or a title, that a town's name may be."""
_EVIDENCE = GOOD - 4
"""The weight from which the rules have more than a hint."""
_HINTS = 2
"""How many guesses at one kind are counted: many guesses are no evidence."""

Kinds = Mapping[str, tuple[EntityKind, str]]
"""For each name that names something, what it is and the best reason to say so."""


class Names:
    """What may be a name, page by page; decided once all pages were looked at."""

    def __init__(self, small: frozenset[str]) -> None:
        """``small`` holds the words that the dossier writes with a small letter."""
        self._small = small
        self._sighted = Sighted()
        self._rows: list[tuple[str, ...]] = []
        self._located: dict[str, bool] = {}
        """For each land and town, whether a page writes it as one."""
        self._kinds: Kinds = {}

    def look_at(self, page: Page, heard: Sequence[Heard] = ()) -> None:
        """Note what may be a name on the next page; ``heard`` is what a model recognised in it."""
        found = list(_sight(page, self._small, heard))
        self._sighted.add(found)
        self._rows += _rows(page, found)
        last, beside = 0, False
        for one in found:
            here = False
            if one.kind == "place" and one.weight == FIRM:
                here = (beside and page.text[last : one.start] in _JOINTS) or _is_located(page, one)
                if " " not in one.name:
                    self._located[one.name] = here or self._located.get(one.name, False)
            last, beside = one.end, here

    def decide(self) -> None:
        """Decide what each name is: every page was looked at."""
        bare = {name: _least(name) for name, located in self._located.items() if not located}
        self._kinds = decide(self._sighted, self._rows, bare)

    def on(self, page: int, file: str, text: str) -> list[Mention]:
        """The persons, places and bodies of a page, in reading order, no overlap.

        ``text`` is its plain text.
        """
        return list(_mentioned(file, text, self._sighted.page(page), self._kinds))


def _is_located(page: Page, place: Sighting) -> bool:
    """Whether something before a place's name says that it is one's here."""
    start = max(0, place.start - len(" outside "))
    land = _LOCATED if page.language == "fr" else _LOCATED_ELSEWHERE
    if _least(place.name) == 0:
        return land.search(page.text, start, place.start) is not None
    if page.text.startswith(("'s", "’s"), place.end):  # "from Henderson's bowling"
        return False
    ways = (_IN_TOWN, _LOCATED, _LOCATED_ELSEWHERE)
    return any(way.search(page.text, start, place.start) is not None for way in ways)


def _least(name: str) -> int:
    """How sure a surname has to be for a land or town of that name to be the person."""
    entry = lexicon.gazetteer().entries.get(lexicon.key(name))
    return 0 if entry is not None and entry.list in _LANDS else _SURE


def _sight(page: Page, small: frozenset[str], heard: Sequence[Heard]) -> Iterator[Sighting]:
    for line in page.lines:
        sight = sight_of(page, line, small)
        seen = list(find_sightings(sight))
        here = [told for told in heard if line.span.covers(told.span)]
        yield from merge(sight, seen, here) if here else seen


def _rows(page: Page, found: Sequence[Sighting]) -> Iterator[tuple[str, ...]]:
    """The names of the page that stand in a row: "Liège, Wandre et Namur"."""
    row: list[str] = []
    for one, other in pairwise(found):
        near = other.start - one.end <= len(" and ") and not (one.initial or other.initial)
        if near and page.text[one.end : other.start] in _JOINTS:
            row = [*row, other.name] if row else [one.name, other.name]
        elif row:
            yield tuple(row)
            row = []
    if row:
        yield tuple(row)


def _mentioned(file: str, text: str, found: Iterable[Sighting], kinds: Kinds) -> Iterator[Mention]:
    """The mentions of one page; of two sightings of one place, the first is heard."""
    end = low = 0
    for s in _whole_names(text, found, kinds):
        if s.start >= end:
            for mention in _mentions(file, s, kinds):
                yield _with_particle(text, mention, kinds, low)
                low = mention.span.end
            end = s.end


def _whole_names(text: str, found: Iterable[Sighting], kinds: Kinds) -> Iterator[Sighting]:
    """The sightings, two as one that are one person's name elsewhere: "Rebelo de Sousa"."""
    held: Sighting | None = None
    for s in found:
        near = (
            held is not None and s.start - held.end <= _FAR and FIRM not in (held.weight, s.weight)
        )
        if held and near and _OF.fullmatch(text, held.end, s.start):
            name = text[held.start : s.end]
            if name in kinds and kinds[name][0] == "person":
                held = held._replace(end=s.end, name=name, kind=None, weight=0)
                continue
        if held:
            yield held
        held = s
    if held:
        yield held


def _with_particle(text: str, mention: Mention, kinds: Kinds, low: int) -> Mention:
    """The mention with what opens a surname that has it: "Hallyday et d'Ormesson", "Di Bari".

    ``low`` is where the mention before ends.
    """
    if mention.kind != "person":
        return mention
    start, end = mention.span.start, mention.span.end
    opening = _PARTICLE.search(text, max(low, start - _LONGEST_PARTICLE), start)
    name = text[opening.start() : end] if opening else ""
    if name in kinds and kinds[name][0] == "person":
        return replace(mention, span=Span(end - len(name), end))
    return mention


def decide(
    sighted: Sighted,
    rows: Sequence[tuple[str, ...]] = (),
    bare: Mapping[str, int] | None = None,
) -> Kinds:
    """What each name is: the kind for which most speaks.

    ``rows`` are names that stand in a row: what was guessed at is what is known beside it. ``bare``
    are lands and towns that nothing places: a person's of that surname, where one is named; and how
    sure that has to be.
    """
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    reasons: dict[tuple[str, EntityKind], tuple[int, str]] = {}
    hints: Counter[tuple[str, EntityKind]] = Counter()
    for name, kind, weight, why in _weighed(sighted, bare or {}):
        hints[name, kind] += weight < SOME
        if weight >= SOME or hints[name, kind] <= _HINTS:
            votes[name][kind] += weight
        if weight > reasons.get((name, kind), (0, ""))[0]:
            reasons[name, kind] = weight, why
    for name, whole in _short_firms(votes):
        votes[name]["organisation"] += GOOD
        reasons[name, "organisation"] = GOOD, f"stands for {whole}"
    for row in rows:
        for name, kind, why in _told_by_row(row, votes):
            votes[name][kind] += SOME
            reasons[name, kind] = max(reasons.get((name, kind), (0, "")), (SOME, why))
    kinds: dict[str, tuple[EntityKind, str]] = {}
    for name, counts in votes.items():
        kind = max(counts, key=lambda k: (counts[k], k))
        kinds[name] = kind, reasons[name, kind][1]
    return kinds


Vote = tuple[str, EntityKind, int, str]
"""A name, a kind, how much speaks for it, and what."""


def _weighed(sighted: Sighted, bare: Mapping[str, int]) -> Iterator[Vote]:
    """The votes that count, and how much.

    A model overturns nothing that the rules have evidence for. What a firm has says nothing of a
    person's surname: "Murdoch's shareholders". A firm's cue makes a firm of no
    other mention where a person of that surname is named: "le groupe Arnault" says nothing of
    "Arnault".
    """
    surnames: dict[str, int] = {}
    sure: dict[str, set[EntityKind]] = defaultdict(set)
    for name, kind, weight, why in _votes(sighted.said):
        if why.startswith(_SURNAME):
            surnames[name] = max(weight, surnames.get(name, 0))
        if weight >= _EVIDENCE and why != HEARD:
            sure[name].add(kind)
    for name, kind, weight, why in _votes(sighted):
        if why == HEARD and name in sure and kind not in sure[name]:
            continue
        if kind == "place" and name in bare and surnames.get(name, -1) >= bare[name]:
            continue
        if weight == OWNER and name in surnames:
            continue
        aside = name in surnames and kind == "organisation" and weight == FIRM_BESIDE
        yield name, kind, min(weight, SOME) if aside else weight, why


def _short_firms(votes: Mapping[str, Counter[EntityKind]]) -> list[tuple[str, str]]:
    """The names guessed at that open a firm's, and that name: "Medisoft" of "Medisoft Group"."""
    guessed = {name for name, counts in votes.items() if max(counts.values()) < _EVIDENCE}
    found: dict[str, str] = {}
    for whole, counts in votes.items():
        words = whole.split(" ")
        if counts["organisation"] >= GOOD and is_whole(whole):
            short = (" ".join(words[:size]) for size in range(1, len(words)))
            found |= {name: whole for name in short if name in guessed}
    return list(found.items())


def _told_by_row(
    row: Sequence[str], votes: Mapping[str, Counter[EntityKind]]
) -> list[tuple[str, EntityKind, str]]:
    """What the known names of a row say of those guessed at; persons say nothing of a place."""
    known: dict[EntityKind, str] = {}
    guessed = []
    for name in row:
        for kind, weight in votes.get(name, Counter[EntityKind]()).most_common(1):
            if weight >= GOOD or (kind == "place" and weight >= SOME):
                known.setdefault(kind, name)
            elif 0 < weight < SOME and " " not in name:
                guessed.append(name)
    if len(known) != 1 or not known.keys() <= {"place", "organisation"}:
        return []
    [(kind, name)] = known.items()
    return [(other, kind, f"named beside {name}") for other in guessed]


def _votes(sightings: Iterable[Sighting]) -> Iterator[tuple[str, EntityKind, int, str]]:
    for s in sightings:
        if s.kind and s.weight and not (s.initial and s.weight < SOME):
            yield s.name, s.kind, s.weight, s.why
        if s.kind == "person" and s.weight >= WEAK + 2 and " " in s.name:
            first, *_, last = _without_suffix(s.name)
            surname = _surname(s.name)
            parts = [(surname, _SURNAME, 2), (first, _GIVEN, 4)]
            if last != surname:
                parts.append((last, _SURNAME, 3))
            behind = s.name.split(" ")[1:]
            tails = [" ".join(behind[at:]) for at in range(len(behind) - 1)]
            capitals = [tail[0].upper() + tail[1:] for tail in tails if tail[0].islower()]
            parts += [(tail, _SURNAME, 2) for tail in (*tails, *capitals)]
            for part, what, share in parts:
                if part.lower() not in lexicon.opening_words():
                    weight = max(s.weight, GOOD) // share
                    yield part, "person", weight, f"{what} {s.name}"


def _without_suffix(name: str) -> list[str]:
    """The words of a person's name, "Jr" left out."""
    words = name.split(" ")
    return words[:-1] if words[-1].rstrip(".") in _SUFFIXES and len(words) > 2 else words


def _surname(name: str) -> str:
    """The way to write a person by the surname alone."""
    words = _without_suffix(name)
    for at, word in enumerate(words[1:-1], 1):
        if word[0].islower() or word in _PARTICLES:
            return " ".join(words[at:])
    return words[-1]


def _mentions(file: str, s: Sighting, kinds: Kinds) -> Iterator[Mention]:
    known = kinds.get(s.name)
    if _LOWER_TAIL.fullmatch(s.name):
        yield from _parts(file, s, kinds)
        return
    pair = "-" in s.name and " " not in s.name and s.weight < GOOD and not is_given(s.name)
    if pair and all(part in kinds for part in s.name.split("-")):
        known = None
    if known is None or (s.weight == 0 and s.initial and s.kind is None and " " not in s.name):
        yield from _parts(file, s, kinds)
        return
    kind, why = known
    if s.kind and (STRONG - 5 <= s.weight < FIRM or s.kind == kind):
        kind, why = s.kind, s.why if s.weight >= SOME else why
    yield Mention(file, Span(s.start, s.end), kind, why)


def _is_of_a_name(why: str, following: str) -> bool:
    """Whether what only a person's name tells of is but a word of another: "Palazzo Tursi"."""
    return why.startswith(_GIVEN) or (why.startswith(_SURNAME) and following[:1].isupper())


def _parts(file: str, s: Sighting, kinds: Kinds) -> Iterator[Mention]:
    """The known names inside words that are no name as a whole."""
    at = 0
    words = s.name.replace("-", " ").split(" ")
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        start = s.name.index(word, at)
        at = start + len(word)
        if len(word) > 2 and word in kinds and word != s.name:
            kind, why = kinds[word]
            if _is_of_a_name(why, following) and following not in kinds:
                continue
            yield Mention(file, Span(s.start + start, s.start + at), kind, why)
