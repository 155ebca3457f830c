"""Revising: what is done to the clippings one goes through, and the way back.

A change is in the store before it shows. The way back is that of where one reads as well.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container

from dossier.clippings import Clipping
from dossier.problems import DossierError
from tui.commands import bindings, keys_now
from tui.history import History, Step
from tui.screens.changes import Changes
from tui.screens.clipping_notes import ClippingNotes
from tui.screens.listed_clippings import ListedClippings
from tui.telling import failure_told
from tui.wording import say


class Revising(Container):
    """Holds the list and the lines one types in, and writes down what is done with them."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *("clip", "note", "edit_note", "tag", "move_down", "move_up", "undo", "redo"),
    )

    def __init__(
        self,
        pane: ListedClippings,
        changes: Changes,
        history: History,
        tell: Callable[[str], object],
    ) -> None:
        """``tell`` says something in the bottom line."""
        super().__init__(id="revising")
        self._pane, self._changes, self._history, self._tell = pane, changes, history, tell
        self.notes = ClippingNotes(changes)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return self._history.can_undo

    @on(ClippingNotes.Rewritten)
    def _rewritten(self, message: ClippingNotes.Rewritten) -> None:
        before, after = message.before, message.after
        self._change(lambda: self._changes.rewrite(message.name, before, after))

    def keep_typed(self) -> None:
        """Keep a note or tags, as Enter would."""
        if (typed := self.notes.typed()) is not None and typed.before != typed.after:
            self._rewritten(typed)

    def action_note(self) -> None:
        """Write a note on the clipping; one of several lines in the reader's editor."""
        self._write(self.notes.note)

    def action_edit_note(self) -> None:
        """Write the note in the reader's editor."""
        self._write(self.notes.edit)

    def _write(self, does: Callable[[Clipping], None]) -> None:
        if (current := self._pane.current) is None:
            return
        try:
            does(current.clipping)
        except DossierError as error:
            self._tell(failure_told(error))

    def action_tag(self) -> None:
        """Tag the clipping."""
        if (current := self._pane.current) is not None:
            self.notes.tag(current.clipping, self._pane.listed.tags)

    def action_move_down(self) -> None:
        """Put the clipping after the next one."""
        self._move(1)

    def action_move_up(self) -> None:
        """Put the clipping before the one above."""
        self._move(-1)

    def _move(self, step: int) -> None:
        """Change places with a neighbour that is listed."""
        listed = self._pane.listed
        if listed.order != "time":
            [key] = keys_now(self.app, "arrange")
            self._tell(say("Only in the order clipped; {key} leads there.", key=key))
            return
        current, shown = self._pane.current, listed.shown()
        at = shown.index(current) + step if current in shown else -1
        if current is None or not 0 <= at < len(shown):
            return
        ids = list(listed.ids)
        one, other = ids.index(current.clipping.id), ids.index(shown[at].clipping.id)
        ids.insert(other, ids.pop(one))
        self._change(lambda: self._changes.reorder(say("order"), ids))

    def action_clip(self) -> None:
        """Let the clipping go."""
        if (current := self._pane.current) is not None:
            [key] = keys_now(self.app, "undo")
            done = say("Let go; {key} brings it back.", key=key)
            gone = [current.clipping]
            self._change(lambda: self._changes.make(say("clipping"), gone, []), done)

    def action_undo(self) -> None:
        """Take the last change back."""
        undo = self._history.undo
        self._walk(undo, say("Taken back: {what}."), say("Nothing to take back."))

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        redo = self._history.redo
        self._walk(redo, say("Made again: {what}."), say("Nothing to make again."))

    def _change(self, does: Callable[[], object], done: str = "") -> None:
        """Change the clippings, and remember it: ``u`` takes it back here and where one reads.

        ``done`` is said when it is done, and why when it cannot be.
        """
        try:
            does()
        except DossierError as error:
            done = failure_told(error)
        else:
            self._history.did(self._changes.step)
        if done:
            self._tell(done)
        self._pane.read()

    def _walk(self, step: Callable[[Step], str | None], done: str, nothing: str) -> None:
        """Take back or make again what was done to the clippings, and nothing else."""
        try:
            name = step(self._changes.step)
        except DossierError as error:
            self._tell(failure_told(error))
            return
        self._tell(done.replace("{what}", name) if name else nothing)
        self._pane.read()
