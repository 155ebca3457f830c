"""One entity from many spellings, across the dossier."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from dossier.entities import lexicon
from dossier.entities.entity import Entity, EntityKind, Found
from dossier.entities.lexicon import key
from dossier.entities.persons import Cluster, by_given, join_persons, surname_key, take_apart
from dossier.entities.recognise import Reading


def resolve(readings: Sequence[Reading]) -> Found:
    """The entities that the readings name, those met most first."""
    by_kind: dict[EntityKind, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_kind[reading.mention.kind].append(reading)
    others = [*by_kind["place"], *by_kind["organisation"], *by_kind["other"]]
    entities = [*_persons(by_kind["person"]), *_others(others)]
    for kind in ("date", "figure"):
        entities += _values(by_kind[kind])
    return Found(tuple(sorted(entities, key=lambda e: (-len(e.mentions), e.name))))


def _values(readings: Sequence[Reading]) -> Iterator[Entity]:
    gathered: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        gathered[reading.group].append(reading)
    for found in gathered.values():
        yield _entity(found, found[0].mention.kind, ())


def _persons(mentions: Sequence[Reading]) -> Iterator[Entity]:
    weights = Counter(words for _, words, *_ in mentions)
    clusters = join_persons(weights)
    home: dict[str, Cluster] = {n.words: c for c in clusters for n in c.names}
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for one in clusters:
        for surname in {surname_key(n.surname) for n in one.names}:
            by_surname[surname].append(one)
    in_file: dict[str, list[Cluster]] = defaultdict(list)
    for mention, words, *_ in mentions:
        if words in home and home[words] not in in_file[mention.file]:
            in_file[mention.file].append(home[words])
    gathered: dict[int, list[Reading]] = defaultdict(list)
    alone: dict[str, Cluster] = {}
    for mention, words, *_ in mentions:
        cluster: Cluster | None = home.get(words) or _holder(
            words, by_surname, in_file[mention.file], weights
        )
        if cluster is None:
            cluster = alone.setdefault(surname_key(words), Cluster([take_apart(words)]))
        gathered[id(cluster)].append(Reading(mention, words))
    for one in [*clusters, *alone.values()]:
        if id(one) in gathered:
            yield _entity(gathered[id(one)], "person", tuple(dict.fromkeys(one.why)))


def _holder(
    words: str,
    by_surname: Mapping[str, Sequence[Cluster]],
    here: Sequence[Cluster],
    weights: Mapping[str, int],
) -> Cluster | None:
    """The one person whom a bare name can mean; None when there is none, or no telling."""
    holding = by_surname.get(surname_key(words), ())
    if len(holding) > 1:
        holding = [c for c in holding if c in here] or holding
    if len(holding) > 1:
        by_weight = sorted(holding, key=lambda c: -_weight(c, weights))
        if _weight(by_weight[0], weights) >= 3 * _weight(by_weight[1], weights):
            holding = by_weight[:1]
    if not holding:
        holding = by_given(words, here)
        why = "given name, in the same article"
    else:
        why = "surname of no one else"
    if len(holding) != 1:
        return None
    holding[0].why.append(f"{words} = {holding[0].names[0].words}: {why}")
    return holding[0]


def _weight(cluster: Cluster, weights: Mapping[str, int]) -> int:
    return sum(weights[n.words] for n in cluster.names)


def _others(mentions: Sequence[Reading]) -> Iterator[Entity]:
    known = lexicon.gazetteer().entries
    gathered: dict[str, list[Reading]] = defaultdict(list)
    for reading in mentions:
        entry = known.get(key(reading.words).replace("'", "' ").removesuffix("' s"))
        name = entry.name if entry else reading.words
        gathered[re.sub(r"[-\s]+", " ", key(name))].append(reading)
    for found in gathered.values():
        kinds = Counter(r.mention.kind for r in found)
        yield _entity(found, kinds.most_common(1)[0][0], _listed_names(found))


def _listed_names(found: Sequence[Reading]) -> tuple[str, ...]:
    """The evidence for joining words that do not fold alike: the gazetteer says they are one."""
    spelled = {re.sub(r"[-\s]+", " ", key(r.words)): r.words for r in reversed(found)}
    first, *others = dict.fromkeys(spelled.values())
    return tuple(f"{other} = {first}: two names of one in the lists" for other in others)


def _entity(found: Sequence[Reading], kind: EntityKind, why: tuple[str, ...]) -> Entity:
    spellings = Counter(r.words for r in found)
    ordered = sorted(spellings, key=lambda w: (-spellings[w], -len(w), w))
    name = ordered[0]
    if kind == "person":
        name = max(ordered, key=lambda w: (len(w.split()) > 1, spellings[w], len(w)))
    elif kind == "date":
        name = max(ordered, key=len)
    return Entity(
        name,
        kind,
        tuple(ordered),
        tuple(sorted((r.mention for r in found), key=lambda m: (m.file, m.span))),
        found[0].value,
        why,
    )
