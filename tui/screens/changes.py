"""Changes to the clippings that can be taken back and made again."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

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
        self._unkept: dict[tuple[str, str], Clipping] = {}
        """What was typed of a clipping and could not be written, by what it is and the id."""

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

    def rewrite(self, name: str, before: Clipping, after: Clipping) -> None:
        """Put another note or other tags to a clipping; what cannot be written is typed on."""
        self._unkept[name, before.id] = after
        self.make(name, [before], [after])
        self.forget(name, before)

    def typed_on(self, name: str, clipping: Clipping) -> Clipping:
        """The clipping with what was typed of it last and could not be written."""
        return self._unkept.get((name, clipping.id), clipping)

    def forget(self, name: str, clipping: Clipping) -> None:
        """Have what was typed of a clipping be what is written of it."""
        self._unkept.pop((name, clipping.id), None)

    def reorder(self, name: str, ids: Sequence[str]) -> None:
        """Put the clippings in another order."""
        order = tuple(clipping.id for clipping in self._store.load())
        self._do(Change(name, (), (), order, tuple(ids)))

    def _do(self, change: Change) -> None:
        done = self._as_things_stand(change)
        self._write(done)
        self._done.append(done)
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last change back; its name, None when there is none."""
        if not self._done:
            return None
        back = self._as_things_stand(self._done[-1].turned())
        self._write(back)
        self._done.pop()
        self._undone.append(back.turned())
        return back.name

    def redo(self) -> str | None:
        """Make the change again that was taken back last; its name, None when there is none."""
        if not self._undone:
            return None
        again = self._as_things_stand(self._undone[-1])
        self._write(again)
        self._undone.pop()
        self._done.append(again)
        return again.name

    def _as_things_stand(self, change: Change) -> Change:
        """The same change, of the clippings as another reader may have left them."""
        self._store.load()
        was = {clipping.id: clipping for clipping in change.before}
        before = tuple(self._store.clipping(one.id) or one for one in change.before)
        after = tuple(self._merged(was.get(one.id), one) for one in change.after)
        return replace(change, before=before, after=after)

    def _merged(self, before: Clipping | None, after: Clipping) -> Clipping:
        """What is changed of a clipping, in what stands: no field that is not is touched.

        Two notes written at once are both kept.
        """
        now = self._store.clipping(after.id)
        if before is None or now is None or now == before:
            return after
        names = [one.name for one in fields(after)]
        ours = {n: getattr(after, n) for n in names if getattr(after, n) != getattr(before, n)}
        if "note" in ours and now.note not in ("", before.note, after.note):
            ours["note"] = "\n".join(filter(None, (now.note, after.note)))
        return replace(now, **ours)

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
