"""The clippings screen: what the reader kept, in one of four orders, each as it stands today.

Every change goes through the store and is on disk before it shows. ``u`` and Ctrl+r walk back and
forth over the changes made here; closing the screen forgets the way, never a clipping.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from dossier.clippings import (
    Anchored,
    Clipping,
    ClippingStore,
    clippings_of,
    find_all_again,
)
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.commands import bindings, first_keys
from tui.screens.changes import Changes
from tui.screens.chrome import HEIGHTS, WIDTHS, LeftOnce, TypeLine
from tui.screens.clipping_list import ORDERS, ClippingList, Order, Row
from tui.screens.clipping_pane import ClippingPane, whole_of
from tui.screens.detail_pane import DetailPane
from tui.tags import TagLine, TagSuggester, line_of, tags_of
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

_HINTED = ("enter", "clip", "note", "tag", "arrange", "copy", "export", "find", "undo", "escape")
"""The commands of the bottom line."""


_AT_ONCE, _BETWEEN = 50, 0.02
"""Clippings made ready at once, and seconds until the next."""


class ClippingsScreen(LeftOnce[Anchored | None]):
    """The clippings of a dossier; gives the one to jump to, where it stands today.

    Whoever shows it reads the store again afterwards: clippings may have gone or come back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *("enter", "escape", "clip", "note", "edit_note", "tag", "arrange", "move_down", "move_up"),
        *("undo", "redo", "find", "copy", "export"),
    )
    CSS = """
    ClippingsScreen #body { layout: vertical; height: 1fr; }
    ClippingsScreen #beside { height: 9; border-top: solid $rule; }
    ClippingsScreen.-wide #body { layout: horizontal; }
    ClippingsScreen.-wide #beside {
        height: 1fr; width: 45%; border-top: none; border-left: solid $rule;
    }
    ClippingsScreen.-short #beside, ClippingsScreen.-low #beside,
    ClippingsScreen.-low TitleLine, ClippingsScreen.-low HintLine,
    ClippingsScreen TypeLine { display: none; }
    ClippingsScreen TypeLine.-open { display: block; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    HORIZONTAL_BREAKPOINTS = WIDTHS
    AUTO_FOCUS = "ClippingPane"

    class Anchors(Message):
        """Where the clippings stand today was worked out."""

        def __init__(self, anchored: tuple[Anchored, ...]) -> None:
            super().__init__()
            self.anchored = anchored

    def __init__(
        self, dossier: Dossier, store: ClippingStore, *, order: str = ORDERS[0], typed: str = ""
    ) -> None:
        """``order`` and ``typed``, the filter, are those of the last time."""
        super().__init__()
        self._dossier = dossier
        self._store = store
        self._changes = Changes(store)
        self._listed = ClippingList(dossier)
        self._listed.order = next((one for one in ORDERS if one == order), ORDERS[0])
        self._listed.narrow(typed)
        self._arranged = False
        self._pane = ClippingPane(dossier, id="clippings")
        self._detail = DetailPane(id="clipping")
        self._filter = TypeLine(say("type to find a clipping"), id="filter")
        self._filter.value = typed
        self._filter.set_class(bool(typed), "-open")
        self._note = TypeLine(say("a note; Enter keeps it"), id="note")
        self._tags = TagLine(say("tags; Tab completes, Enter keeps them"), id="tags")
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
        yield self._note
        yield self._tags
        yield self._hints

    def on_mount(self) -> None:
        """Read the store, and find each clipping in the articles of today."""
        keys = first_keys(*_HINTED, among=getattr(self.app, "commands", None))
        first = (say("go there"), say("let go"), say("note"), say("tags"), say("order"))
        does = (*first, say("copy"), say("export"), say("find"), say("undo"), say("close"))
        self._hints.hint(list(zip(keys, does, strict=True)))
        self._read()

    @work(thread=True, exclusive=True, group="anchors")
    def _read(self) -> None:
        try:
            articles, folder = self._dossier.articles, self._dossier.folder
            here = clippings_of(self._store.load(), articles, folder)
            anchored = find_all_again(here, articles)
        except DossierError as error:
            self.app.call_from_thread(self._hints.tell, str(error))
            return
        self._listed.weigh(anchored)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Anchors(anchored))

    @on(Anchors)
    def _found(self, message: Anchors) -> None:
        message.stop()
        self._listed.take(message.anchored)
        self._list()
        self._learn()

    def _learn(self) -> None:
        """Make ready for what may be typed, between keys."""
        if self._listed.learn(_AT_ONCE):
            self.set_timer(_BETWEEN, self._learn)

    def _list(self) -> None:
        """Show the clippings that have the words typed, the one that was chosen chosen still."""
        current = self._pane.current
        rows = self._listed.rows()
        same = None
        if current is not None:
            name = current.clipping.id
            same = next(
                (r for r in rows if isinstance(r, Anchored) and r.clipping.id == name), None
            )
        self._pane.show_rows(rows, same or self._neighbour(rows))
        self._title.tell(say("Clippings"), self._dossier.title, self._count())

    def _neighbour(self, rows: Sequence[Row]) -> Anchored | None:
        """The row that now stands where the chosen one stood."""
        at = min(self._pane.selected, len(rows) - 1)
        found = [row for row in (*rows[at:], *reversed(rows[:at])) if isinstance(row, Anchored)]
        return found[0] if found else None

    def _count(self) -> str:
        """How much is listed, and in which order."""
        many, lost, words = self._listed.count()
        parts = [say_many("{n} clipping", "{n} clippings", many)]
        if lost:
            parts.append(say_many("{n} lost", "{n} are lost", lost))
        parts.append(say_many("{n} word", "{n} words", words))
        parts.append(_ordered(self._listed.order))
        return " · ".join(parts)

    @on(ClippingPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self._detail.show(whole_of(self._dossier, current) if current else ())

    @on(Input.Changed, "#filter")
    def _filtered(self, message: Input.Changed) -> None:
        self._listed.narrow(message.value)
        self._list()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self._pane.focus()

    @on(Input.Submitted, "#note")
    def _note_done(self, message: Input.Submitted) -> None:
        self._close_line(self._note)
        self._take_note(message.value.strip())

    def _take_note(self, note: str) -> None:
        current = self._pane.current
        if current is not None and note != current.clipping.note:
            noted = replace(current.clipping, note=note)
            self._change(say("note"), [current.clipping], [noted])

    @on(Input.Submitted, "#tags")
    def _tags_done(self, message: Input.Submitted) -> None:
        self._close_line(self._tags)
        current, tags = self._pane.current, tags_of(message.value)
        if current is not None and tags != current.clipping.tags:
            tagged = replace(current.clipping, tags=tags)
            self._change(say("tags"), [current.clipping], [tagged])

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
        typing = [line for line in (self._note, self._tags) if line.has_class("-open")]
        if typing:
            self._close_line(typing[0])
        elif self._filter.has_class("-open"):
            self._filter.value = ""
            self._close_line(self._filter)
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Type words to keep only the clippings that have them."""
        self._open_line(self._filter)

    def action_note(self) -> None:
        """Write a note on the clipping; one of several lines in the reader's editor."""
        current = self._pane.current
        if current is not None and "\n" in current.clipping.note:
            self.action_edit_note()
        elif current is not None:
            self._note.value = current.clipping.note
            self._note.cursor_position = len(self._note.value)
            self._open_line(self._note)

    def action_edit_note(self) -> None:
        """Write the note in the reader's editor."""
        from tui.editor import edit

        if (current := self._pane.current) is None:
            return
        try:
            self._take_note(edit(current.clipping.note, self.app.suspend))
        except DossierError as error:
            self._hints.tell(str(error))

    def action_tag(self) -> None:
        """Tag the clipping."""
        if (current := self._pane.current) is not None:
            self._tags.suggester = TagSuggester(self._listed.tags)
            self._tags.value = line_of(current.clipping.tags)
            self._tags.cursor_position = len(self._tags.value)
            self._open_line(self._tags)

    def action_arrange(self) -> None:
        """List the clippings in the next order."""
        self._arranged = True
        at = ORDERS.index(self._listed.order) + 1
        self._listed.by(ORDERS[at % len(ORDERS)])
        self._list()

    def action_move_down(self) -> None:
        """Put the clipping after the next one."""
        self._move(1)

    def action_move_up(self) -> None:
        """Put the clipping before the one above."""
        self._move(-1)

    def _move(self, step: int) -> None:
        """Change places with a neighbour that is listed."""
        if self._listed.order != "time":
            [key] = first_keys("arrange", among=getattr(self.app, "commands", None))
            self._hints.tell(say("Only in the order clipped; {key} leads there.", key=key))
            return
        current, shown = self._pane.current, self._listed.shown()
        at = shown.index(current) + step if current in shown else -1
        if current is None or not 0 <= at < len(shown):
            return
        ids = list(self._listed.ids)
        one, other = ids.index(current.clipping.id), ids.index(shown[at].clipping.id)
        ids.insert(other, ids.pop(one))
        self._try(lambda: self._changes.reorder(say("order"), ids))

    def action_clip(self) -> None:
        """Let the clipping go."""
        if (current := self._pane.current) is not None:
            self._change(say("clipping"), [current.clipping], [])
            self._hints.tell(say("Let go; u brings it back."))

    def action_copy(self) -> None:
        """Copy the clipping with its citation, as it stands today."""
        from dossier.export import cite
        from tui.clipboard import copy

        current = self._pane.current
        if current is None or current.span is None:
            self._hints.tell(say("Its words are not in the articles any more."))
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
        self._walk(self._changes.undo, say("Taken back: {what}."), say("Nothing to take back."))

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self._walk(self._changes.redo, say("Made again: {what}."), say("Nothing to make again."))

    def _change(self, name: str, before: Sequence[Clipping], after: Sequence[Clipping]) -> None:
        self._try(lambda: self._changes.make(name, before, after))

    def _try(self, does: Callable[[], object]) -> None:
        """Do something to the store, and list what stands in it then; say why it cannot be."""
        try:
            does()
        except DossierError as error:
            self._hints.tell(str(error))
        self._read()

    def _walk(self, step: Callable[[], str | None], done: str, nothing: str) -> None:
        try:
            name = step()
        except DossierError as error:
            self._hints.tell(str(error))
            return
        self._hints.tell(done.replace("{what}", name) if name else nothing)
        self._read()

    def _open_line(self, line: TypeLine) -> None:
        line.add_class("-open")
        line.focus()

    def _close_line(self, line: TypeLine) -> None:
        line.remove_class("-open")
        self._pane.focus()


def _ordered(order: Order) -> str:
    """An order as the reader knows it."""
    match order:
        case "source":
            return say("by source")
        case "topic":
            return say("by topic")
        case "tag":
            return say("by tag")
        case _:
            return say("in the order clipped")
