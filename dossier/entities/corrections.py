"""Corrections: what the reader put right about entities, played over those that were found.

Pure: the same findings and corrections give the same entities, so that taking a correction back
takes its effect back. A correction of a name that is no longer met does nothing, and holds again
when the name is back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from dossier.article import Article
from dossier.entities.decided import DecidedEntities
from dossier.entities.entity import Entity, EntityKind, Found, Mention, Suggestion
from dossier.entities.lexicon import key
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.entities.words import plain
from dossier.on_demand import ArticlesOnDemand


@dataclass(frozen=True, slots=True)
class EntityCorrection:
    """What is said of one entity, as an ``[[entity]]`` table says it."""

    name: str
    """What to call it: a spelling that is met, or the reader's own."""
    kind: EntityKind | None = None
    """None leaves the kind as found."""
    aliases: tuple[str, ...] = ()
    """Other spellings of it; whatever is found to be one with them is one with it."""
    distinct_from: tuple[str, ...] = ()
    """Spellings that are not its own, whatever the rules say; one that differs from its name by
    accents and capitals alone is its own all the same."""
    hidden: bool = False
    """Whether it is no entity at all."""
    at: tuple[tuple[str, int], ...] = ()
    """Single mentions that are its own, by file and offset, whatever their spelling."""


@dataclass(slots=True)
class _Group:
    """The mentions of one entity while corrections are made."""

    found: Entity
    mentions: dict[Mention, str]
    """Each with its words, folded."""
    record: EntityCorrection | None = None


def apply_entity_decisions(
    found: Found, articles: Sequence[Article], records: Sequence[EntityCorrection]
) -> Found:
    """What was found, with the corrections made in their order; those met most first.

    Only what a correction names is taken apart: the cost is that of the corrections, not of the
    dossier.
    """
    if not records:
        return found
    held = _register(found)
    touched = held.touched(records)
    texts = _Texts(articles)
    groups = [
        _Group(found.entities[at], {m: texts.words(m) for m in found.entities[at].mentions})
        for at in touched
    ]
    for record in records:
        groups = _corrected(groups, record)
    changed = [_entity(group, texts) for group in groups if group.mentions and not _hidden(group)]
    entities = _in_place(found.entities, touched, changed)
    homes = _Homes(held, set(touched), changed)
    return Found(entities, tuple(_open(held.suggestions, homes, records)))


def _in_place(
    found: Sequence[Entity], touched: Sequence[int], changed: Sequence[Entity]
) -> tuple[Entity, ...]:
    """Those that were found, what changed in the place of what was touched; those met most first.

    They stay on demand where they were.
    """
    if isinstance(found, EntitiesOnDemand):
        return cast("tuple[Entity, ...]", DecidedEntities(found, touched, changed))
    left = set(touched)
    entities = [entity for at, entity in enumerate(found) if at not in left]
    return tuple(sorted([*entities, *changed], key=lambda e: (-len(e.mentions), e.name)))


class _Texts:
    """The words of mentions, each article found when it is first asked for."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        many = articles if not isinstance(articles, ArticlesOnDemand) else ()
        self._by_file = {article.file: article for article in many}

    def of(self, mention: Mention) -> str:
        """The words of a mention."""
        if isinstance(self._articles, ArticlesOnDemand):
            article = self._articles[self._articles.place(mention.file)]
        else:
            article = self._by_file[mention.file]
        return plain(mention.span.of(article.text))

    def words(self, mention: Mention) -> str:
        """The words of a mention, folded."""
        return _fold(self.of(mention))


class _Register:
    """Where the spellings and the mentions of what was found are."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self._spelled: dict[str, list[int]] = {}
        for at, entity in enumerate(found.entities):
            for spelling in {_fold(alias) for alias in entity.aliases}:
                self._spelled.setdefault(spelling, []).append(at)
        self.suggestions = tuple(found.suggestions)

    def spelled(self, folded: str) -> Sequence[int]:
        """The numbers of the entities that are written so, in order."""
        return self._spelled.get(folded, ())

    def touched(self, records: Sequence[EntityCorrection]) -> list[int]:
        """The numbers of the entities that corrections may change, in order."""
        names = {n for r in records for n in (r.name, *r.aliases, *r.distinct_from)}
        touched = {at for name in names for at in self.spelled(_fold(name))}
        places = {place for record in records for place in record.at}
        if places and isinstance(self.found.entities, EntitiesOnDemand):
            touched.update(self._met_at(places, self.found.entities))
        elif places:
            files = {file for file, _ in places}
            for at, entity in enumerate(self.found.entities):
                met = (m for m in entity.mentions if m.file in files)
                if any((m.file, m.span.start) in places for m in met):
                    touched.add(at)
        return sorted(touched)

    def _met_at(
        self, places: Iterable[tuple[str, int]], entities: EntitiesOnDemand
    ) -> Iterator[int]:
        """The numbers of the entities that are mentioned at single places."""
        for file, start in places:
            for mention, entity in entities.mentions(file):
                if mention.span.start == start:
                    spelled = self.spelled(_fold(entity.name))
                    yield from (at for at in spelled if mention in entities[at].mentions)


_REGISTERS: list[_Register] = []
"""The register made last: a reader corrects the same findings again and again."""


def make_ready(found: Found) -> None:
    """Have ready what a first correction would wait for; any thread may call it."""
    _register(found)


def _register(found: Found) -> _Register:
    last = _REGISTERS[:1]
    if last and last[0].found is found:
        return last[0]
    made = _Register(found)
    _REGISTERS[:] = [made]
    return made


@lru_cache(maxsize=1 << 16)
def _fold(words: str) -> str:
    return " ".join(key(plain(words)).split())


def _hidden(group: _Group) -> bool:
    return group.record is not None and group.record.hidden


def _corrected(groups: list[_Group], record: EntityCorrection) -> list[_Group]:
    """The groups with one correction made."""
    own = {_fold(name) for name in (record.name, *record.aliases)}
    others = {_fold(name) for name in record.distinct_from} - own
    split = [part for group in groups for part in _split(group, own, others)]
    mine = [*_first_of_name(g for g in split if not g.record and own & set(g.mentions.values()))]
    lenders = mine or [group for group in split if _marked(group, record)]
    if not lenders:
        return split
    gathered = _Group(_first(lenders, own), {}, record)
    for group in mine:
        gathered.mentions.update(group.mentions)
    _move(split, gathered, record)
    if not gathered.mentions:
        return split
    return [*(g for g in split if g not in mine), gathered]


def _first_of_name(groups: Iterable[_Group]) -> Iterator[_Group]:
    """The groups without those that bear the name of one before: a river is not its territory.

    Of one figure that tells of several things, what is said of one is said of all.
    """
    seen: set[str] = set()
    for group in groups:
        name = group.found.name
        if not name or _fold(name) not in seen or group.found.kind == "figure":
            yield group
        seen.add(_fold(name))


def _first(groups: Sequence[_Group], own: set[str]) -> Entity:
    """The entity that lends its particulars: the one called so, else the one met most."""
    named = [g.found for g in groups if _fold(g.found.name) in own]
    return (named or [g.found for g in groups])[0]


def _marked(group: _Group, record: EntityCorrection) -> bool:
    """Whether a single mention of the group is said to be of the correction's entity."""
    return bool(record.at) and any((m.file, m.span.start) in record.at for m in group.mentions)


def _split(group: _Group, own: set[str], others: set[str]) -> Iterator[_Group]:
    """The group in two where it holds both the entity's names and names that are not its own.

    What is left over stays with the name the whole was called by.
    """
    held = set(group.mentions.values())
    if not (own & held and others & held):
        yield group
        return
    apart = own if _fold(group.found.name) in others else others
    yield replace(group, mentions={m: w for m, w in group.mentions.items() if w not in apart})
    taken = {m: w for m, w in group.mentions.items() if w in apart}
    yield _Group(replace(group.found, name="", why=()), taken)


def _move(groups: Sequence[_Group], to: _Group, record: EntityCorrection) -> None:
    """Moves the single mentions that the correction names into its group."""
    places = set(record.at)
    for group in groups:
        for mention in [m for m in group.mentions if (m.file, m.span.start) in places]:
            to.mentions[mention] = group.mentions.pop(mention)


def _entity(group: _Group, texts: _Texts) -> Entity:
    """The entity that a group has become; the one found where nothing was put right."""
    whole = len(group.mentions) == len(group.found.mentions)
    if group.record is None and whole and group.found.name:
        return group.found
    mentions = sorted(group.mentions, key=lambda m: (m.file, m.span))
    spellings = Counter(texts.of(m) for m in mentions)
    aliases = sorted(spellings, key=lambda w: (-spellings[w], -len(w), w))
    record = group.record
    kind = record.kind if record and record.kind else group.found.kind
    name = record.name if record else group.found.name
    if not record and name not in spellings:
        name = aliases[0]
    said = [w for w in aliases if record and w != name and w not in group.found.aliases]
    return replace(
        group.found,
        name=name,
        kind=kind,
        aliases=tuple(aliases if name in spellings else [name, *aliases]),
        mentions=tuple(m if m.kind == kind else replace(m, kind=kind) for m in mentions),
        why=(
            *_still_true(group.found, aliases),
            *(f"{other} = {name}: said by the reader" for other in said),
        ),
    )


def _still_true(found: Entity, aliases: Sequence[str]) -> Iterator[str]:
    """The evidence for joining spellings of which none was taken away."""
    gone = set(found.aliases).difference(aliases)
    for why in found.why:
        joined, _, _ = why.rpartition(": ")
        if gone.isdisjoint(joined.split(" = ")):
            yield why


class _Homes:
    """Which entity a spelling is of, once corrections are made: the one met least, of several."""

    def __init__(self, held: _Register, left: set[int], changed: Sequence[Entity]) -> None:
        """``left`` are the numbers of those that ``changed`` take the place of."""
        self._held, self._left = held, left
        self._changed: dict[str, Entity] = {}
        for entity in sorted(changed, key=lambda e: (-len(e.mentions), e.name)):
            self._changed.update(dict.fromkeys(map(_fold, entity.aliases), entity))

    def of(self, folded: str) -> int | None:
        """What tells the entity from others; None when none is written so."""
        kept = [at for at in self._held.spelled(folded) if at not in self._left]
        changed = self._changed.get(folded)
        if changed is None or not kept:
            return -id(changed) if changed else (kept[-1] if kept else None)
        entity = self._held.found.entities[kept[-1]]
        later = (-len(changed.mentions), changed.name) >= (-len(entity.mentions), entity.name)
        return -id(changed) if later else kept[-1]


def _open(
    suggestions: Iterable[Suggestion], homes: _Homes, records: Sequence[EntityCorrection]
) -> Iterator[Suggestion]:
    """The suggestions that no correction has answered."""
    refused = {
        frozenset((_fold(own), _fold(other)))
        for record in records
        for own in (record.name, *record.aliases)
        for other in record.distinct_from
    }
    for suggestion in suggestions:
        names = [_fold(name) for name in suggestion.names]
        apart = {homes.of(name) for name in names}
        answered = any(
            frozenset((one, other)) in refused for one in names for other in names if one != other
        )
        if None not in apart and len(apart) > 1 and not answered:
            yield suggestion
