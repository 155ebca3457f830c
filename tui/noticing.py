"""Noticing: what is wrong with a dossier's files, and which clippings are lost, in a sentence."""

from dossier.dossier import Dossier
from tui.commands import COMMANDS, keys_now
from tui.guide import Guide
from tui.telling import wrong_told
from tui.widgets.cuttings import Cuttings


class Noticing:
    """Knows what the reader should be told of without having asked."""

    def __init__(self, guide: Guide, cuttings: Cuttings) -> None:
        self._guide, self._cuttings = guide, cuttings

    def clippings(self, lost: frozenset[str]) -> str:
        """How many clippings are not found any more, or are again; ``lost`` were not before.

        "" while some are looked for.
        """
        keeping = self._cuttings.keeping
        if keeping.astray:
            return ""
        from tui.renewing import clippings_told

        self._guide.remembered.lost = set(keeping.lost())
        (key,) = keys_now(self._cuttings.app, "clippings")
        return clippings_told(*keeping.since(lost), key)

    def lost_meanwhile(self) -> str:
        """How many clippings are not found any more since the reader was here; "" for none."""
        if not self._guide.reading.dossier.whole:
            return ""
        return self.clippings(self._cuttings.keeping.lost() & self._guide.remembered.lost)

    def wrong(self, before: Dossier | None = None) -> str:
        """What is wrong with ``dossier.toml`` or not read that was not before; "" for nothing.

        Where some was put right: all that is left.
        """
        dossier, app = self._guide.reading.dossier, self._cuttings.app
        if not (dossier.problems or dossier.decisions.topics):
            return ""
        from dossier.astray import astray, told_unasked

        known = told_unasked(before) if before is not None else ()
        now = told_unasked(dossier)
        wrong = now if len(now) < len(known) else [one for one in now if one not in known]
        listed = (*getattr(app, "problems", ()), *dossier.problems, *astray(dossier))
        first = [one for one in listed if one in wrong][:1] if before is None else wrong
        told = (*first, *(one for one in listed if one not in first))
        return wrong_told(told, getattr(app, "commands", COMMANDS)) if wrong else ""

    def tell(self, before: Dossier | None = None) -> None:
        """Say it, and what is lost; of topics and clippings when they are known."""
        if said := " · ".join(filter(None, (self.lost_meanwhile(), self.wrong(before)))):
            self._guide.hints.tell(said)
