"""The way back over everything that was done, whatever did it: ``u`` and Ctrl+r walk it."""

from collections.abc import Callable

from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done, which can be taken back and done again.

    Each of the two gives its name in the reader's words, None when there was nothing to do, and
    raises DossierError when it cannot be done.
    """

    undo: Callable[[], str | None]
    redo: Callable[[], str | None]


class History:
    """What was done since the dossier was opened, in order."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._undone)

    def did(self, step: Step) -> None:
        """Remember a step; what was taken back before cannot be done again."""
        self._done.append(step)
        self._undone.clear()

    def undo(self, only: Step | None = None) -> str | None:
        """Take the last step back; its name, None when there is none. Raises DossierError.

        With ``only``, nothing is done where the last step is another than this.
        """
        while self._done and only in (None, self._done[-1]):
            name = self._done[-1].undo()
            self._undone.append(self._done.pop())
            if name is not None:
                return name
        return None

    def redo(self, only: Step | None = None) -> str | None:
        """Do the step again that was taken back last; as ``undo``."""
        while self._undone and only in (None, self._undone[-1]):
            name = self._undone[-1].redo()
            self._done.append(self._undone.pop())
            if name is not None:
                return name
        return None
