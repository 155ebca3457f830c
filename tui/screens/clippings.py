"""The clippings screen: what the reader kept, in one of four orders, each as it stands today.

Every change goes through the store and is on disk before it shows; ``revising`` makes it, and knows
the way back.
"""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from dossier.clippings import Anchored, ClippingStore
from dossier.dossier import Dossier
from tui.commands import bindings, keys_now
from tui.history import History
from tui.screens.changes import Changes
from tui.screens.chrome import HEIGHTS, WIDTHS, LeftOnce, TypeLine
from tui.screens.clipping_list import ORDERS, Order
from tui.screens.clipping_notes import ClippingNotes
from tui.screens.clipping_pane import ClippingPane, whole_of
from tui.screens.detail_pane import DetailPane
from tui.screens.listed_clippings import ListedClippings
from tui.screens.revising import Revising
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say

_HINTED = ("enter", "clip", "note", "export", "find", "tag", "arrange", "copy", "undo", "escape")
"""The commands of the bottom line; where not all have room, the first ones and the last."""


class ClippingsScreen(LeftOnce[Anchored | None]):
    """The clippings of a dossier; gives the one to jump to, where it stands today.

    Whoever shows it reads the store again afterwards: clippings may have gone or come back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "enter", "escape", "arrange", "find", "copy", "export"
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
    ClippingsScreen.-empty #beside, ClippingsScreen.-low TitleLine, ClippingsScreen.-low HintLine,
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
        self._pane = ListedClippings(dossier, store)
        self._listed = self._pane.listed
        self._listed.order = next((one for one in ORDERS if one == order), ORDERS[0])
        self._listed.narrow(typed)
        self._arranged = False
        self._detail = DetailPane(id="clipping")
        self._filter = TypeLine(say("type to find a clipping"), id="filter")
        self._filter.value = typed
        self._filter.set_class(bool(typed), "-open")
        self._title = TitleLine()
        self._hints = HintLine()
        changes, history = changes or Changes(store), history or History()
        self._revising = Revising(self._pane, changes, history, self._hints.tell)

    @property
    def fills(self) -> bool:
        """Whether its list is not there yet: a key that is struck at once waits for it."""
        return not self._pane.found

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
        with self._revising:
            yield self._filter
            with Container(id="body"):
                yield self._pane
                with Container(id="beside"):
                    yield self._detail
            yield self._revising.notes
        yield self._hints

    def on_mount(self) -> None:
        """Read the store, and find each clipping in the articles of today."""
        self._hint()
        self._pane.read()

    @on(ClippingNotes.Opened)
    def _hint(self) -> None:
        """Name the keys that do something now."""
        keys = keys_now(self.app, *_HINTED)
        first = (say("go there"), say("let go"), say("note"), say("export"), say("find"))
        does = (*first, say("tags"), say("order"), say("copy"), say("undo"), say("close"))
        *hints, undo, close = zip(keys, does, strict=True)
        hints += [undo, close] if self._revising.can_undo else [close]
        is_empty = self._pane.ready and not self._listed.standing
        self.set_class(is_empty, "-empty")
        if self._revising.notes.typing:
            hints = [("Enter", say("keep it")), (keys[-1], say("leave it"))]
        elif is_empty:
            hints = hints[len(does) - 2 :]
        self._hints.hint(hints)

    def keep_typed(self) -> None:
        """Keep a note or tags, as Enter would."""
        self._revising.keep_typed()

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
    @on(ClippingNotes.Closed)
    def _back(self) -> None:
        self._hint()
        self._pane.focus()

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
        if self._revising.notes.close():
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

    def action_arrange(self) -> None:
        """List the clippings in the next order."""
        self._arranged = True
        self._pane.ask(self._listed.by_next)

    def action_copy(self) -> None:
        """Copy the clipping with its citation, as it stands today."""
        from tui.screens.leaving import copied

        current = self._pane.current
        if current is None or current.span is None:
            self._hints.tell(say("Its words are not in the articles any more."))
            return
        [key] = keys_now(self.app, "escape")
        said, _ = copied(self.app, self._dossier, current.file, current.span, key)
        self._hints.tell(said)

    @work
    async def action_export(self) -> None:
        """Write the clippings that are shown to a file."""
        from tui.exporting import export

        shown = [one.clipping for one in self._listed.shown()]
        group = self._listed.order if self._arranged else None
        said = await export(self.app, self._dossier, shown, group=group)
        if said is not None:
            self._hints.tell(said)
