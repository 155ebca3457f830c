"""One entity from many spellings, across the dossier; in time that grows with the mentions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from sys import intern

from dossier.entities.counted import frequent_words, is_telling, told_apart
from dossier.entities.days import NO_YEAR, day_of
from dossier.entities.entity import Entity, EntityKind, Found, Suggestion
from dossier.entities.lexicon import given_names, key
from dossier.entities.pages import Page
from dossier.entities.persons import (
    BY_GIVEN,
    Directory,
    Person,
    join_persons,
    reigns,
    suggest,
    surname_key,
    take_apart,
)
from dossier.entities.recognise import INTRODUCED, Reading, read_dates
from dossier.entities.things import bare_heads, gather_things
from dossier.entities.weekdays import falls_on

OTHERS_YEAR = "another article gives the year"


def resolve(readings: Sequence[Reading]) -> Found:
    """The entities that the readings name, those met most first."""
    by_kind: dict[EntityKind, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_kind[reading.mention.kind].append(reading)
    persons, suggestions = _persons(by_kind["person"])
    things = [*by_kind["place"], *by_kind["organisation"], *by_kind["other"]]
    entities = [*persons, *(_entity(found, why) for found, why in gather_things(things))]
    entities += (_entity(found, ()) for found in _values(_in_their_years(by_kind["date"])))
    entities += (_entity(found, ()) for found in _figures(by_kind["figure"]))
    return Found(_by_weight(entities), tuple(suggestions))


def redate(found: Found, pages: Iterable[Page]) -> Found:
    """What was found, its dates placed anew beside the days that the articles are of today."""
    stand = {(m.file, m.span) for e in found.entities if e.kind == "date" for m in e.mentions}
    read = (reading for page in pages for reading in read_dates(page))
    readings = [one for one in read if (one.mention.file, one.mention.span) in stand]
    dates = [_entity(those, ()) for those in _values(_in_their_years(readings))]
    others = (entity for entity in found.entities if entity.kind != "date")
    return Found(_by_weight((*others, *dates)), found.suggestions)


def _by_weight(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Those with most mentions first."""
    return tuple(sorted(entities, key=lambda e: (-len(e.mentions), e.name)))


def _in_their_years(dates: Sequence[Reading]) -> list[Reading]:
    """The dates, days whose article tells no year with that which other articles give them.

    Only where all who place the day give it one year, and that, or one beside it, is the year that
    most of the dossier's days are of: "le 24 juillet" is no birthday of 1984.
    """
    files: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    of_all: Counter[int] = Counter()
    for reading in dates:
        if day := day_of(reading.value and reading.value.split("/")[0]):
            files[f"{day:--%m-%d}"][day.year].add(reading.mention.file)
            of_all[day.year] += 1
    usual = max(of_all, key=lambda year: (of_all[year], year), default=0)
    known = {
        day: next(iter(told.items()))
        for day, told in files.items()
        if len(told) == 1 and abs(min(told) - usual) <= 1
    }
    return [_in_year(one, *known.get(one.value or "", (0, set()))) for one in dates]


def _in_year(reading: Reading, year: int, files: set[str]) -> Reading:
    """A day in the year that other articles give it; as it is where none does."""
    if reading.mention.why != NO_YEAR or not files - {reading.mention.file}:
        return reading
    day = date.fromisoformat(f"{year:04}{(reading.value or '')[1:]}")
    if not falls_on(reading.words, day):
        return reading
    value, mention = intern(day.isoformat()), replace(reading.mention, why=OTHERS_YEAR)
    return reading._replace(mention=mention, value=value, group=value)


def _values(readings: Sequence[Reading]) -> Iterable[list[Reading]]:
    """The readings of each value."""
    gathered: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        gathered[reading.group].append(reading)
    return gathered.values()


def _figures(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """The readings of each figure: of one value, and of one thing."""
    frequent = frequent_words([reading.near for reading in readings])
    for found in _values(readings):
        if len(found) == 1 or is_telling(found[0].value):
            yield found
        else:
            for numbers in told_apart([reading.near for reading in found], frequent):
                yield [found[number] for number in numbers]


def _persons(readings: Sequence[Reading]) -> tuple[list[Entity], list[Suggestion]]:
    weights = Counter(reading.words for reading in readings)
    persons = join_persons(weights)
    directory = Directory(persons, weights)
    for reading in readings:
        directory.read(reading.mention.file, reading.words)
    gathered: dict[Person, list[Reading]] = {person: [] for person in persons}
    alone: dict[str, Person] = {}
    doubts: dict[tuple[str, ...], None] = {}
    others = {(r.mention.file, r.words) for r in readings if reigns(r.words, r.mention.why)}
    here = Counter((r.mention.file, r.words) for r in readings)
    met: set[tuple[str, Person]] = set()
    for reading in readings:
        file = reading.mention.file
        holders, why = directory.holders(file, reading.words)
        witness = reading.group == INTRODUCED and why == BY_GIVEN and len(holders) == 1
        if witness and ((file, holders[0]) in met or here[file, reading.words] == 1):
            others.add((file, reading.words))
        if (file, reading.words) in others:
            holders = []
        met.update((file, holder) for holder in holders)
        if len(holders) == 1:
            person = holders[0]
            if why:
                person.why[f"{reading.words} = {person.name}: {why}"] = None
        else:
            person = alone.setdefault(
                surname_key(reading.words), Person([take_apart(reading.words)])
            )
            if holders:
                doubts[(reading.words, *(h.name for h in holders))] = None
        gathered.setdefault(person, []).append(reading)
    entities = [_entity(found, tuple(p.why)) for p, found in gathered.items() if found]
    suggestions = [Suggestion(names, "more than one bears the name") for names in doubts]
    return entities, [*suggestions, *suggest(persons)]


def _entity(found: Sequence[Reading], why: tuple[str, ...]) -> Entity:
    """The entity that some readings name."""
    spellings = Counter(reading.words for reading in found)
    ordered = sorted(spellings, key=lambda w: (-spellings[w], -len(w), w))
    kinds = Counter(reading.mention.kind for reading in found)
    kind = kinds.most_common(1)[0][0]
    return Entity(
        _fullest(ordered, spellings, kind),
        kind,
        tuple(ordered),
        tuple(sorted((r.mention for r in found), key=lambda m: (m.file, m.span))),
        found[0].value,
        why,
    )


def _given(name: str) -> int:
    """How surely a name has a given one: 2 when the lists know it, 0 without any."""
    given = take_apart(name).given
    return bool(given) + bool(given and given[0] in given_names())


def _fullest(ordered: Sequence[str], spellings: Mapping[str, int], kind: EntityKind) -> str:
    """The alias to call an entity by."""
    if kind == "person":
        return max(ordered, key=lambda w: (_given(w), spellings[w], len(w)))
    if kind == "date":
        return max(ordered, key=len)
    if kind == "organisation":
        full = [w for w in ordered if not (w.isupper() or key(w) in bare_heads())]
        return (full or ordered)[0]
    return next((w for w in ordered if not w.isupper() and key(w) == key(ordered[0])), ordered[0])
