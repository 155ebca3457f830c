"""The clippings screen: what the reader kept, by source, with the state each is in today.

Every change goes through the store and is on disk before it shows. ``u`` and Ctrl+r walk back and
forth over the changes made here; closing the screen forgets the way, never a clipping.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input
from textual.worker import get_current_worker

from dossier.clippings import Anchored, Clipping, ClippingStore, find_all_again
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.commands import bindings, first_keys
from tui.screens.changes import Changes
from tui.screens.chrome import HEIGHTS, WIDTHS, TypeLine, has_words
from tui.screens.clipping_pane import ClippingPane, particulars, whole_of
from tui.screens.detail_pane import DetailPane
from tui.screens.grouped_pane import Heading
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

_HINTED = ("enter", "clip", "note", "copy", "export", "escape", "undo", "find")
"""The commands of the bottom line."""


class ClippingsScreen(Screen[Anchored | None]):
    """The clippings of a dossier; gives the one to jump to, where it stands today.

    Whoever shows it reads the store again afterwards: clippings may have gone or come back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "enter", "escape", "clip", "note", "undo", "redo", "find", "copy", "export"
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

    def __init__(self, dossier: Dossier, store: ClippingStore) -> None:
        super().__init__()
        self._dossier = dossier
        self._store = store
        self._changes = Changes(store)
        self._standing: tuple[Anchored, ...] = ()
        self._headings = {a.file: Heading(a.name, particulars(a)) for a in dossier.articles}
        self._pane = ClippingPane(dossier, id="clippings")
        self._detail = DetailPane(id="clipping")
        self._filter = TypeLine(say("type to find a clipping"), id="filter")
        self._note = TypeLine(say("a note; Enter keeps it"), id="note")
        self._title = TitleLine()
        self._hints = HintLine()

    def compose(self) -> ComposeResult:
        """Title, the list with the chosen one beside or below, the keys."""
        yield self._title
        yield self._filter
        with Container(id="body"):
            yield self._pane
            with Container(id="beside"):
                yield self._detail
        yield self._note
        yield self._hints

    def on_mount(self) -> None:
        """Read the store, and find each clipping in the articles of today."""
        keys = first_keys(*_HINTED, among=getattr(self.app, "commands", None))
        first = (say("go there"), say("let go"), say("note"), say("copy"), say("export"))
        does = (*first, say("close"), say("undo"), say("find"))
        self._hints.hint(list(zip(keys, does, strict=True)))
        self._read()

    @work(thread=True, exclusive=True, group="anchors")
    def _read(self) -> None:
        try:
            anchored = find_all_again(self._store.load(), self._dossier.articles)
        except DossierError as error:
            self.app.call_from_thread(self._hints.tell, str(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Anchors(anchored))

    @on(Anchors)
    def _found(self, message: Anchors) -> None:
        message.stop()
        self._standing = message.anchored
        self._list()

    def _list(self) -> None:
        """Show the clippings that have the words typed, by source, in reading order."""
        current, shown = self._pane.current, self._shown()
        by_file: dict[str, list[Anchored]] = {}
        for one in sorted(shown, key=lambda one: one.span or one.clipping.span):
            by_file.setdefault(one.file, []).append(one)
        rows: list[Anchored | Heading] = []
        for file in (*self._headings, *sorted(by_file.keys() - self._headings.keys())):
            if inside := by_file.get(file):
                rows += [self._heading(file), *inside]
        same = [one for one in shown if current and one.clipping.id == current.clipping.id]
        self._pane.show_rows(rows, same[0] if same else self._neighbour(rows))
        self._title.tell(say("Clippings"), self._dossier.title, self._count(shown))

    def _shown(self) -> list[Anchored]:
        """The clippings that have the words typed."""
        typed = self._filter.value
        return [one for one in self._standing if has_words(typed, *self._words_of(one))]

    def _neighbour(self, rows: Sequence[Anchored | Heading]) -> Anchored | None:
        """The row that now stands where the chosen one stood."""
        at = min(self._pane.selected, len(rows) - 1)
        found = [row for row in (*rows[at:], *reversed(rows[:at])) if isinstance(row, Anchored)]
        return found[0] if found else None

    def _heading(self, file: str) -> Heading:
        gone = say("{file} is not in the dossier any more", file=file)
        return self._headings.get(file) or Heading(gone)

    def _words_of(self, one: Anchored) -> tuple[str, ...]:
        clipping, heading = one.clipping, self._heading(one.file)
        return (clipping.exact, clipping.note, heading.words, heading.about, *clipping.tags)

    def _count(self, shown: Sequence[Anchored]) -> str:
        count = say_many("{n} clipping", "{n} clippings", len(shown))
        lost = sum(one.state == "lost" for one in shown)
        return f"{count} · {say_many('{n} lost', '{n} are lost', lost)}" if lost else count

    @on(ClippingPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self._detail.show(whole_of(self._dossier, current) if current else ())

    @on(Input.Changed, "#filter")
    def _filtered(self) -> None:
        self._list()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self._pane.focus()

    @on(Input.Submitted, "#note")
    def _note_done(self, message: Input.Submitted) -> None:
        current = self._pane.current
        self._close_line(self._note)
        if current is not None and message.value != current.clipping.note:
            noted = replace(current.clipping, note=message.value.strip())
            self._change(say("note"), [current.clipping], [noted])

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
        if self._note.has_class("-open"):
            self._close_line(self._note)
        elif self._filter.has_class("-open"):
            self._filter.value = ""
            self._close_line(self._filter)
        else:
            self.dismiss(None)

    def action_find(self) -> None:
        """Type words to keep only the clippings that have them."""
        self._open_line(self._filter)

    def action_note(self) -> None:
        """Write a note on the clipping, or another one."""
        if (current := self._pane.current) is not None:
            self._note.value = current.clipping.note
            self._note.cursor_position = len(self._note.value)
            self._open_line(self._note)

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
        from tui.screens.export import ExportScreen

        shown = [one.clipping for one in self._shown()]
        screen = ExportScreen(self._dossier, shown, folder=Path.cwd())
        written = await self.app.push_screen_wait(screen)
        if written is not None:
            self._hints.tell(written.said)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._walk(self._changes.undo, say("Taken back: {what}."), say("Nothing to take back."))

    def action_redo(self) -> None:
        """Make the change again that was taken back last."""
        self._walk(self._changes.redo, say("Made again: {what}."), say("Nothing to make again."))

    def _change(self, name: str, before: Sequence[Clipping], after: Sequence[Clipping]) -> None:
        try:
            self._changes.make(name, before, after)
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
