"""The entities of a large dossier and their mentions, made when they are asked for."""

from abc import abstractmethod
from collections.abc import Sequence

from dossier.entities.entity import Entity, EntityKind, Mention
from dossier.on_demand import OnDemand
from dossier.spans import Span

Called = tuple[EntityKind, str]
"""What an entity is called: its kind, and its names folded, a line each."""


def called(entity: Entity) -> Called:
    """What the entity is called."""
    from dossier.language.folding import fold  # not for a page

    return entity.kind, fold("\n".join((entity.name, *entity.aliases)))


def called_all(entities: Sequence[Entity]) -> Sequence[Called]:
    """What each is called; of those on demand none is made."""
    if isinstance(entities, EntitiesOnDemand):
        return entities.called()
    return [called(entity) for entity in entities]


class MentionsOnDemand(OnDemand[Mention]):
    """The mentions of an entity, counted without making them."""

    __slots__ = ()

    @property
    @abstractmethod
    def sources(self) -> int:
        """How many articles they stand in."""


def sources_of(entity: Entity) -> int:
    """How many articles mention the entity."""
    if isinstance(entity.mentions, MentionsOnDemand):
        return entity.mentions.sources
    return len({mention.file for mention in entity.mentions})


class EntitiesOnDemand(OnDemand[Entity]):
    """The entities of a dossier, found by the article that mentions them."""

    __slots__ = ()

    @abstractmethod
    def called(self) -> Sequence[Called]:
        """What each is called; none is made."""

    @abstractmethod
    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""

    @abstractmethod
    def kinds(self, file: str) -> Sequence[tuple[Span, EntityKind]]:
        """Where an article has mentions, and of which kind, in reading order; none is made."""
