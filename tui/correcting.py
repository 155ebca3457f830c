"""Correcting: what the reader puts right is written into ``dossier.toml`` and shown at once.

No widget. A correction is one or more decisions that are made together and taken back together;
what stands in the file is read again after each, so that what is shown is what the file says.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.dossier import Dossier, decide
from dossier.problems import DossierError
from tui.history import History, Step
from tui.wording import say

if TYPE_CHECKING:
    from dossier.decisions.recording import Change, Decision


class Correcting:
    """Makes decisions on the dossier that is read, and takes them back."""

    def __init__(
        self,
        dossier: Callable[[], Dossier],
        take: Callable[[Dossier], None],
        history: History,
    ) -> None:
        """``dossier`` gives the one that is read; ``take`` shows the one with the correction."""
        self._dossier = dossier
        self._take = take
        self._history = history

    def make(
        self,
        name: str,
        *decisions: "Decision",
        replacing: str | None = None,
        forgetting: Sequence["Decision"] = (),
    ) -> None:
        """Write decisions down, in place of others, and show what follows.

        ``name`` says what was done, for undo; ``replacing`` is the name of the one that the first
        takes the place of; ``forgetting`` are those that go. What another hand wrote since the
        dossier was read stays. Raises DossierError when the file cannot be written, or speaks of
        other things now: then nothing is changed.
        """
        folder = self._folder()
        try:
            changes = self._written(folder, decisions, replacing, forgetting)
        finally:
            self._show(folder)

        def turn() -> str | None:
            nonlocal changes
            changes = self._turn(folder, changes)
            self._show(folder)
            return name if any(one.before != one.after for one in changes) else None

        self._history.did(Step(turn, turn))

    def _written(
        self,
        folder: Path,
        decisions: Sequence["Decision"],
        replacing: str | None,
        forgetting: Sequence["Decision"],
    ) -> "list[Change]":
        """Write decisions down, all or none of them; what takes that back."""
        from dossier.decisions.recording import forget, record

        known = self._dossier().decisions
        changes: list[Change] = []
        try:
            changes.extend(forget(folder, one, known=known) for one in forgetting)
            for number, decision in enumerate(decisions):
                old = replacing if number == 0 else None
                changes.append(record(folder, decision, replacing=old, known=known))
        except DossierError:
            self._turn(folder, changes)
            raise
        return changes

    def _folder(self) -> Path:
        folder = self._dossier().folder
        if folder is None:
            raise DossierError(say("Articles from standard input have no folder to write in."))
        return folder

    def _turn(self, folder: Path, changes: Sequence["Change"]) -> "list[Change]":
        """Take changes back, the last first; what takes that back again."""
        from dossier.decisions.recording import take_back

        return [take_back(folder, change) for change in reversed(changes)]

    def _show(self, folder: Path) -> None:
        from tui.deciding import told_now

        dossier = self._dossier()
        self._take(decide(*told_now(folder, dossier, dossier)))
