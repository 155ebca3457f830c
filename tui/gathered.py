"""Gathered: what the lists of figures and quotes hold, for as long as the dossier says the same."""

from collections.abc import Sequence
from typing import Any

from dossier.dossier import Dossier


class Gathered:
    """What was gathered of a dossier, by the screen that did: it is not gathered twice."""

    def __init__(self) -> None:
        self._groups: dict[type, tuple[Dossier, Sequence[Any]]] = {}  # Any: each screen's own

    def of(self, screen: type, dossier: Dossier) -> Sequence[Any] | None:
        """What a screen gathered of those articles and names; None where it has to."""
        known = self._groups.get(screen)
        if known and known[0].articles is dossier.articles and known[0].found is dossier.found:
            return known[1]
        return None

    def keep(self, screen: type, dossier: Dossier, groups: Sequence[Any]) -> None:
        """Remember it, in the place of what the screen gathered before."""
        self._groups[screen] = dossier, groups
