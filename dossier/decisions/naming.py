"""What to write down when the reader puts a name right: pure, and one answer a wish.

A wish becomes decisions to record, the name of the one that the first takes the place of, and
decisions to take out of the file, all of them made together and taken back together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dossier.decisions.decided import Decisions
from dossier.decisions.records import EntityDecision, Mark
from dossier.entities import Entity, EntityKind, Mention
from dossier.entities.lexicon import key


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written down."""

    decisions: tuple[EntityDecision, ...] = ()
    replacing: str | None = None
    """The name of the decision that the first takes the place of."""
    forgetting: tuple[EntityDecision, ...] = ()


def decision_on(decisions: Decisions, entity: Entity) -> EntityDecision:
    """What was decided of an entity; a decision that says nothing when nothing was."""
    names = {_fold(entity.name)}
    for decision in decisions.entities:
        if names & {_fold(name) for name in (decision.name, *decision.aliases)}:
            return decision
    return EntityDecision(entity.name)


def merge(decisions: Decisions, entity: Entity, other: Entity) -> Wish:
    """Have another entity be this one, by all the names either has.

    It is called what the reader called it, else by the fuller of the two names.
    """
    entity, other = _fuller_first(decisions, entity, other)
    held, theirs = decision_on(decisions, entity), decision_on(decisions, other)
    gone = {_fold(name) for name in (*other.aliases, other.name, theirs.name)}
    made = replace(
        held,
        kind=held.kind or (entity.kind if entity.kind != other.kind else None),
        aliases=_together(held.name, *held.aliases, theirs.name, other.name, *theirs.aliases)[1:],
        distinct_from=tuple(n for n in held.distinct_from if _fold(n) not in gone),
        at=tuple(dict.fromkeys((*held.at, *theirs.at))),
    )
    known = theirs in decisions.entities and theirs != held
    return Wish((made,), held.name, (theirs,) if known else ())


def merged_name(decisions: Decisions, entity: Entity, other: Entity) -> str:
    """What the two are called once they are one."""
    return _fuller_first(decisions, entity, other)[0].name


def _fuller_first(decisions: Decisions, entity: Entity, other: Entity) -> tuple[Entity, Entity]:
    """The two, first the one whose name both are to have.

    A name that was given by hand, else the one of more words, of more mentions, that was first;
    an initial is no word.
    """
    given = {decision.name for decision in decisions.entities}

    def weight(one: Entity) -> tuple[bool, int, int]:
        words = sum(len(word.rstrip(".")) > 1 for word in one.name.split())
        return one.name in given, words, len(one.mentions)

    return (other, entity) if weight(other) > weight(entity) else (entity, other)


def rename(decisions: Decisions, entity: Entity, name: str) -> Wish:
    """Call an entity otherwise; what it was called stays a name of it."""
    held = decision_on(decisions, entity)
    aliases = _together(name, held.name, entity.name, *held.aliases)[1:]
    return Wish((replace(held, name=name, aliases=aliases),), held.name)


def change_kind(decisions: Decisions, entity: Entity, kind: EntityKind) -> Wish:
    """Say what kind of thing an entity is."""
    held = decision_on(decisions, entity)
    return Wish((replace(held, kind=kind),), held.name)


def hide(decisions: Decisions, entity: Entity) -> Wish:
    """Say that an entity is none."""
    held = decision_on(decisions, entity)
    return Wish((replace(held, hidden=True),), held.name)


def spellings(entity: Entity) -> tuple[str, ...]:
    """The spellings that can be taken out: those that are not the name but for accents."""
    return tuple(alias for alias in entity.aliases if _fold(alias) != _fold(entity.name))


def separate(decisions: Decisions, entity: Entity, spelling: str) -> Wish:
    """Say that a spelling is not an entity's."""
    return _distinct(decisions, entity, (spelling,))


def refuse(decisions: Decisions, entity: Entity, *others: Entity) -> Wish:
    """Say that an entity is none of the others."""
    return _distinct(decisions, entity, [other.name for other in others])


def separate_mention(decisions: Decisions, mention: Mention, name: str) -> Wish:
    """Say that one mention is of another entity: one of that name, or a new one."""
    mark = Mark(mention.file, mention.span.start)
    others = [d for d in decisions.entities if mark in d.at and _fold(d.name) != _fold(name)]
    held = next(
        (d for d in decisions.entities if _fold(d.name) == _fold(name)),
        EntityDecision(name, kind=mention.kind),
    )
    made = replace(held, at=tuple(sorted({*held.at, mark})))
    freed = (replace(d, at=tuple(m for m in d.at if m != mark)) for d in others)
    return Wish((made, *freed), held.name)


def _distinct(decisions: Decisions, entity: Entity, names: Sequence[str]) -> Wish:
    held = decision_on(decisions, entity)
    gone = {_fold(name) for name in names}
    made = replace(
        held,
        aliases=tuple(n for n in held.aliases if _fold(n) not in gone),
        distinct_from=_together(*held.distinct_from, *names),
    )
    return Wish((made,), held.name)


def _together(*names: str) -> tuple[str, ...]:
    """The names in their order, each once."""
    held: dict[str, str] = {}
    for name in names:
        held.setdefault(_fold(name), name)
    return tuple(held.values())


def _fold(name: str) -> str:
    return " ".join(key(name).split())
