"""The articles of a large dossier as they are searched, made when they are asked for."""

from abc import abstractmethod
from typing import TYPE_CHECKING

from dossier.on_demand import ArticlesOnDemand

if TYPE_CHECKING:
    from dossier.search.searched import Searched


class SearchedOnDemand(ArticlesOnDemand):
    """Articles of which what finding asks for is kept."""

    __slots__ = ()

    @abstractmethod
    def searched(self, place: int) -> "Searched | None":
        """The article at a place as it is searched; None when that is to be made of it."""
