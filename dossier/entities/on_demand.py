"""The entities of a large dossier and their mentions, made when they are asked for."""

from abc import abstractmethod

from dossier.entities.entity import Entity, Mention
from dossier.on_demand import OnDemand


class MentionsOnDemand(OnDemand[Mention]):
    """The mentions of an entity, counted without making them."""

    __slots__ = ()

    @property
    @abstractmethod
    def sources(self) -> int:
        """How many articles they stand in."""


class EntitiesOnDemand(OnDemand[Entity]):
    """The entities of a dossier, found by the article that mentions them."""

    __slots__ = ()

    @abstractmethod
    def mentions(self, file: str) -> tuple[tuple[Mention, Entity], ...]:
        """The mentions in an article, each with its entity, in reading order."""
