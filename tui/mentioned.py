"""Mentioned: how many names of each kind stand in a topic of a large dossier, none of them made."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from dossier.entities.entity import EntityKind
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.topics import Extract
from dossier.topics.on_demand import ExtractsOnDemand, MendedExtracts
from dossier.topics.places import Places


def kinds_in(extracts: Sequence[Extract], entities: EntitiesOnDemand) -> Mapping[EntityKind, int]:
    """How many mentions of each kind stand in the extracts; what was counted is so no more."""
    if isinstance(extracts, MendedExtracts) and 2 * len(extracts.held) < extracts.sources:
        return _kinds_mended(extracts, entities)
    if isinstance(extracts, ExtractsOnDemand) and (known := extracts.kinds()) is not None:
        return known
    counts: Counter[EntityKind] = Counter()
    for file, held in groupby(extracts, key=lambda extract: extract.file):
        spans = Places((file, extract.span) for extract in held)
        for span, kind in entities.kinds(file):
            counts[kind] += spans.overlap(file, span)
    return counts


def _kinds_mended(extracts: MendedExtracts, entities: EntitiesOnDemand) -> Mapping[EntityKind, int]:
    """As it was counted, but for the articles that were put right."""
    counts = Counter(kinds_in(extracts.others, entities))
    for file, held in extracts.held.items():
        counts.update(kinds_in(held, entities))
        counts.subtract(kinds_in(extracts.others.of(file), entities))
    return counts
