"""The clippings screen: what the reader kept, in one of four orders, each as it stands today.

Every change goes through the store and is on disk before it shows. ``u`` and Ctrl+r walk back and
forth over the changes made here; closing the screen forgets the way, never a clipping.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from dossier.clippings import Anchored, Clipping, ClippingStore
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.commands import bindings, keys_now
from tui.history import History, Step
from tui.screens.changes import Changes
from tui.screens.chrome import HEIGHTS, WIDTHS, LeftOnce, TypeLine
from tui.screens.clipping_list import ORDERS, ClippingList, Order
from tui.screens.clipping_notes import ClippingNotes
from tui.screens.clipping_pane import ClippingPane, whole_of
from tui.screens.detail_pane import DetailPane
from tui.screens.listed_clippings import ListedClippings
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say

_HINTED = ("enter", "clip", "note", "tag", "arrange", "copy", "export", "find", "undo", "escape")
"""The commands of the bottom line."""


class ClippingsScreen(LeftOnce[Anchored | None]):
    """The clippings of a dossier; gives the one to jump to, where it stands today.

    Whoever shows it reads the store again afterwards: clippings may have gone or come back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *("enter", "escape", "clip", "note", "edit_note", "tag", "arrange", "move_down", "move_up"),
        *("undo", "redo", "find", "copy", "export"),
    )
    SENTENCES: ClassVar[Mapping[str, str]] = {
        "enter": "Go to this clipping.",
        "clip": "Let this clipping go.",
        "copy": "Copy this clipping with its citation.",
        "export": "Write the clippings listed to a file.",
        "find": "Keep to the clippings that have certain words.",
    }
    """What commands of the reader's do here, for the help."""
    CSS = """
    ClippingsScreen #body { layout: vertical; height: 1fr; }
    ClippingsScreen #beside { height: 9; border-top: solid $rule; }
    ClippingsScreen.-wide #body { layout: horizontal; }
    ClippingsScreen.-wide #beside {
        height: 1fr; width: 45%; border-top: none; border-left: solid $rule;
    }
    ClippingsScreen.-short #beside, ClippingsScreen.-low #beside,
    ClippingsScreen.-low TitleLine, ClippingsScreen.-low HintLine,
    ClippingsScreen #filter { display: none; }
    ClippingsScreen #filter.-open { display: block; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    HORIZONTAL_BREAKPOINTS = WIDTHS
    AUTO_FOCUS = "ClippingPane"

    def __init__(
        self,
        dossier: Dossier,
        store: ClippingStore,
        *,
        order: str = ORDERS[0],
        typed: str = "",
        changes: Changes | None = None,
        history: History | None = None,
    ) -> None:
        """``order`` and ``typed``, the filter, are those of the last time.

        ``changes`` are those made elsewhere, ``history`` the way back over all that was done.
        """
        super().__init__()
        self._dossier = dossier
        self._store = store
        self._changes = changes or Changes(store)
        self._history = history or History()
        self._listed = ClippingList(dossier)
        self._listed.order = next((one for one in ORDERS if one == order), ORDERS[0])
        self._listed.narrow(typed)
        self._arranged = False
        self._pane = ListedClippings(dossier, store, self._listed)
        self._detail = DetailPane(id="clipping")
        self._filter = TypeLine(say("type to find a clipping"), id="filter")
        self._filter.value = typed
        self._filter.set_class(bool(typed), "-open")
        self._notes = ClippingNotes()
        self._title = TitleLine()
        self._hints = HintLine()

    @property
    def order(self) -> Order:
        """How the clippings are listed."""
        return self._listed.order

    @property
    def typed(self) -> str:
        """What the clippings are narrowed by; "" when all are listed."""
        return self._filter.value

    def compose(self) -> ComposeResult:
        """Title, the list with the chosen one beside or below, the keys."""
        yield self._title
        yield self._filter
        with Container(id="body"):
            yield self._pane
            with Container(id="beside"):
                yield self._detail
        yield self._notes
        yield self._hints

    def on_mount(self) -> None:
        """Read the store, and find each clipping in the articles of today."""
        self._hint()
        self._pane.read()

    def _hint(self) -> None:
        """Name the keys that do something now."""
        keys = keys_now(self.app, *_HINTED)
        first = (say("go there"), say("let go"), say("note"), say("tags"), say("order"))
        does = (*first, say("copy"), say("export"), say("find"), say("undo"), say("close"))
        hints = list(zip(keys, does, strict=True))
        if self._notes.typing:
            hints = [("Enter", say("keep it")), (keys[-1], say("leave it"))]
        elif self._pane.ready and not self._listed.standing:
            hints = hints[-2:]
        self._hints.hint(hints)

    @on(ListedClippings.Listed)
    def _told(self) -> None:
        self._hint()
        self._title.tell(say("Clippings"), self._dossier.title, self._listed.told())

    @on(ListedClippings.Failed)
    def _failed(self, message: ListedClippings.Failed) -> None:
        self._hints.tell(message.said)

    @on(ClippingPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self._detail.show(whole_of(self._dossier, current) if current else ())

    @on(Input.Changed, "#filter")
    def _filtered(self, message: Input.Changed) -> None:
        self._pane.ask(lambda: self._listed.narrow(message.value))

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self._pane.focus()

    @on(ClippingNotes.Opened)
    def _typing(self) -> None:
        self._hint()

    @on(ClippingNotes.Closed)
    def _back(self) -> None:
        self._hint()
        self._pane.focus()

    @on(ClippingNotes.Rewritten)
    def _rewritten(self, message: ClippingNotes.Rewritten) -> None:
        before, after = message.before, message.after
        self._change(lambda: self._changes.make(message.name, [before], [after]))

    def keep_typed(self) -> None:
        """Keep a note or tags, as Enter would."""
        if (typed := self._notes.typed()) is not None and typed.before != typed.after:
            self._rewritten(typed)

    def on_key(self) -> None:
        """What was said stands until the next key."""
        self._hints.tell("")

    @on(ClippingPane.Opened)
    def action_enter(self) -> None:
        """Close, and go to the clipping; a lost one has no place to go to."""
        current = self._pane.current
        if current is not None and current.span is None:
            self._hints.tell(say("Its words are not in the articles any more."))
        elif current is not None:
            self.dismiss(current)

    def action_escape(self) -> None:
        """Leave the line one types in, then what was filtered, then the screen."""
        if self._notes.close():
            return
        if self._filter.has_class("-open"):
            self._filter.value = ""
            self._filter.remove_class("-open")
            self._pane.focus()
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Type words to keep only the clippings that have them."""
        self._filter.add_class("-open")
        self._filter.focus()

    def action_note(self) -> None:
        """Write a note on the clipping; one of several lines in the reader's editor."""
        self._write(self._notes.note)

    def action_edit_note(self) -> None:
        """Write the note in the reader's editor."""
        self._write(self._notes.edit)

    def _write(self, does: Callable[[Clipping], None]) -> None:
        if (current := self._pane.current) is None:
            return
        try:
            does(current.clipping)
        except DossierError as error:
            self._hints.tell(failure_told(error))

    def action_tag(self) -> None:
        """Tag the clipping."""
        if (current := self._pane.current) is not None:
            self._notes.tag(current.clipping, self._listed.tags)

    def action_arrange(self) -> None:
        """List the clippings in the next order."""
        self._arranged = True
        self._pane.ask(self._listed.by_next)

    def action_move_down(self) -> None:
        """Put the clipping after the next one."""
        self._move(1)

    def action_move_up(self) -> None:
        """Put the clipping before the one above."""
        self._move(-1)

    def _move(self, step: int) -> None:
        """Change places with a neighbour that is listed."""
        if self._listed.order != "time":
            [key] = keys_now(self.app, "arrange")
            self._hints.tell(say("Only in the order clipped; {key} leads there.", key=key))
            return
        current, shown = self._pane.current, self._listed.shown()
        at = shown.index(current) + step if current in shown else -1
        if current is None or not 0 <= at < len(shown):
            return
        ids = list(self._listed.ids)
        one, other = ids.index(current.clipping.id), ids.index(shown[at].clipping.id)
        ids.insert(other, ids.pop(one))
        self._change(lambda: self._changes.reorder(say("order"), ids))

    def action_clip(self) -> None:
        """Let the clipping go."""
        if (current := self._pane.current) is not None:
            self._change(lambda: self._changes.make(say("clipping"), [current.clipping], []))
            [key] = keys_now(self.app, "undo")
            self._hints.tell(say("Let go; {key} brings it back.", key=key))

    def action_copy(self) -> None:
        """Copy the clipping with its citation, as it stands today."""
        from dossier.export import cite
        from tui.clipboard import copy
        from tui.screens.leaving import changed_now

        current = self._pane.current
        if current is None or current.span is None:
            self._hints.tell(say("Its words are not in the articles any more."))
            return
        [key] = keys_now(self.app, "escape")
        if changed := changed_now(self._dossier, [current.file], key):
            self._hints.tell(changed)
            return
        text = cite(self._dossier.article(current.file), current.span)
        self._hints.tell(copy(text, terminal=self.app.copy_to_clipboard).said)

    @work
    async def action_export(self) -> None:
        """Write the clippings that are shown to a file."""
        from tui.exporting import export

        shown = [one.clipping for one in self._listed.shown()]
        group = self._listed.order if self._arranged else None
        said = await export(self.app, self._dossier, shown, group=group)
        if said is not None:
            self._hints.tell(said)

    def action_undo(self) -> None:
        """Take the last change back."""
        undo = self._history.undo
        self._walk(undo, say("Taken back: {what}."), say("Nothing to take back."))

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        redo = self._history.redo
        self._walk(redo, say("Made again: {what}."), say("Nothing to make again."))

    def _try(self, does: Callable[[], object]) -> None:
        """Do something to the store, and list what stands in it then; say why it cannot be."""
        try:
            does()
        except DossierError as error:
            self._hints.tell(failure_told(error))
        self._pane.read()

    def _change(self, does: Callable[[], object]) -> None:
        """Change the clippings, and remember it: ``u`` takes it back here and where one reads."""

        def change() -> None:
            does()
            self._history.did(self._changes.step)

        self._try(change)

    def _walk(self, step: Callable[[Step], str | None], done: str, nothing: str) -> None:
        """Take back or make again what was done to the clippings, and nothing else."""
        try:
            name = step(self._changes.step)
        except DossierError as error:
            self._hints.tell(failure_told(error))
            return
        self._hints.tell(done.replace("{what}", name) if name else nothing)
        self._pane.read()
