"""What the screens around the reader share: how they are left, a line to type in, their sizes."""

from functools import lru_cache
from typing import ClassVar, TypeVar

from textual import events
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from dossier.language.folding import fold

HEIGHTS: list[tuple[int, str]] = [(0, "-low"), (8, "-short"), (18, "-tall")]
"""For ``VERTICAL_BREAKPOINTS``: a low screen leaves out title and hints, a short one the detail."""

HIGHER: list[tuple[int, str]] = [(0, "-low"), (7, "-small"), (9, "-short"), (18, "-tall")]
"""The same for a screen with five rows between title and rule; a small one has its hints."""

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (110, "-wide")]
"""For ``HORIZONTAL_BREAKPOINTS``: a wide screen has the detail beside the list, not under it."""


Result = TypeVar("Result")


class LeftOnce(Screen[Result]):
    """A screen over the reader's. Two quick Escapes leave it once, not what is under it as well."""

    def keep_typed(self) -> None:
        """Keep what is typed and not kept yet, as far as it may be: the program ends."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave it, with what it gives; nothing where it was left already."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)


_WITHOUT_WORDS = {"space": "page_down", "home": "top", "end": "bottom"}
"""What keys do over a list as long as nothing is typed that narrows it."""


class TypeLine(Input):
    """A line to type in: no frame, and a cursor that does not blink, so that nothing runs.

    Over it the arrows, the page keys and Escape always act, whatever keys the reader gave to what
    they do: a letter would be typed. Enter is the line's own. Where nothing is typed yet of what
    narrows a list, Space is no word of it, and pages as it does everywhere; Home and End, which
    lead nowhere in the line, lead to the list's ends.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "around('escape')", show=False),
        Binding("up", "around('up')", show=False),
        Binding("down", "around('down')", show=False),
        Binding("pageup", "around('page_up')", show=False),
        Binding("pagedown", "around('page_down')", show=False),
    ]
    DEFAULT_CSS = """
    TypeLine.-textual-compact, TypeLine.-textual-compact:focus {
        background: $background; background-tint: transparent; padding: 0 1; height: 1;
    }
    TypeLine > .input--placeholder { color: $dim; }
    """

    def __init__(self, placeholder: str, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What stands around the line may know nothing of a key."""
        return action != "around" or self._holder(str(parameters[0])) is not None

    async def on_key(self, event: events.Key) -> None:
        """Move in the list as long as there is no word to end or to move in."""
        action = _WITHOUT_WORDS.get(event.key)
        if action is not None and self.id == "filter" and not self.value:
            event.prevent_default()
            event.stop()
            if self._holder(action) is not None:
                await self.action_around(action)

    async def action_around(self, action: str) -> None:
        """Have done what the key does in what stands around the line."""
        await self.app.run_action(action, self._holder(action))

    def _holder(self, action: str) -> DOMNode | None:
        """The nearest that does it in its own way, from the line outwards."""
        name, usual = f"action_{action}", getattr(Widget, f"action_{action}", None)
        around = (node for node in self.ancestors if not isinstance(node, App))
        return next((n for n in around if getattr(type(n), name, usual) is not usual), None)

    def on_paste(self, event: events.Paste) -> None:
        """Take all that is pasted, on one line: the toolkit's own takes its first line alone."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *sorted(self.selection))


def has_words(typed: str, *said: str) -> bool:
    """Whether every word typed stands somewhere in what is said; case and accents aside."""
    within = _folded(said)
    return all(word in within for word in fold(typed).split())


@lru_cache(maxsize=1 << 16)
def _folded(said: tuple[str, ...]) -> str:
    """What is said, as it is looked for; kept, for a list asks again at every key."""
    return fold("\n".join(said))
