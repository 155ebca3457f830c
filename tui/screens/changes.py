"""Changes to the clippings that can be taken back and made again."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossier.clippings import Clipping, ClippingStore
from tui.history import Step


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to the clippings: what stood before, what stands after."""

    name: str
    """What was done, in the reader's words."""
    before: tuple[Clipping, ...]
    after: tuple[Clipping, ...]
    order: tuple[str, ...] = ()
    """Ids of all clippings before, so that what comes back comes back to its place; none when
    nothing goes."""
    reordered: tuple[str, ...] = ()
    """Ids in the order they are put in; none when the order stays."""

    def turned(self) -> "Change":
        """The change that takes this one back."""
        back = self.order if self.reordered else ()
        order = self.reordered or self.order
        return Change(self.name, self.after, self.before, order, back)


class Changes:
    """The changes that were made, written to the store one by one."""

    def __init__(self, store: ClippingStore) -> None:
        self._store = store
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def step(self) -> Step:
        """The way back over the last of them, and forth again: all are one step of a history."""
        return Step(self.undo, self.redo)

    def make(self, name: str, before: Sequence[Clipping], after: Sequence[Clipping]) -> None:
        """Put clippings in the place of others.

        Raises DossierError, here and below, when the store cannot be written: nothing is changed.
        """
        there = {clipping.id for clipping in after}
        goes = any(clipping.id not in there for clipping in before)
        order = tuple(clipping.id for clipping in self._store.load()) if goes else ()
        self._do(Change(name, tuple(before), tuple(after), order))

    def reorder(self, name: str, ids: Sequence[str]) -> None:
        """Put the clippings in another order."""
        order = tuple(clipping.id for clipping in self._store.load())
        self._do(Change(name, (), (), order, tuple(ids)))

    def _do(self, change: Change) -> None:
        self._write(change)
        self._done.append(change)
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last change back; its name, None when there is none."""
        if not self._done:
            return None
        self._write(self._done[-1].turned())
        self._undone.append(self._done.pop())
        return self._undone[-1].name

    def redo(self) -> str | None:
        """Make the change again that was taken back last; its name, None when there is none."""
        if not self._undone:
            return None
        self._write(self._undone[-1])
        self._done.append(self._undone.pop())
        return self._done[-1].name

    def _write(self, change: Change) -> None:
        after = {clipping.id for clipping in change.after}
        gone = [clipping.id for clipping in change.before if clipping.id not in after]
        if change.after:
            kept = self._store.add(*change.after)
            if change.order:
                self._in_order(change.order, [clipping.id for clipping in kept])
        if change.reordered:
            self._store.reorder(change.reordered)
        if gone:
            self._store.remove(*gone)

    def _in_order(self, order: Sequence[str], kept: Sequence[str]) -> None:
        """Put what came back to its place."""
        there = set(kept)
        wanted = [name for name in order if name in there]
        if list(kept[: len(wanted)]) != wanted:
            self._store.reorder(wanted)
