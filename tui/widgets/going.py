"""Going: from place to place. Topics, sources, passages by number, marks, the trail; and counts."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from tui.commands import bindings, keys_now, pick
from tui.guide import Guide
from tui.places import Place
from tui.wording import say


class Going(Widget):
    """Holds what is read, and takes the reader elsewhere in it.

    What is typed after ``'`` or after a count is heard here, before it means anything else.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # before the panes: what is typed right after these belongs to them
        *(replace(command.binding(), priority=True) for command in pick("mark", "count")),
        *bindings(
            *("next_source", "previous_source", "next_topic", "previous_topic"),
            *("back", "forward", "passage"),
        ),
    ]
    BLANK = True
    DEFAULT_CSS = """
    Going { width: 1fr; height: 1fr; }
    """

    def __init__(self, guide: Guide, held: Widget) -> None:
        super().__init__(id="going")
        self.guide, self._held = guide, held
        self._count = guide.desk.counting
        self.marking = False
        """Whether the next key is the letter of a mark."""

    def compose(self) -> ComposeResult:
        """What is read."""
        yield self._held

    async def on_key(self, event: events.Key) -> None:
        """Hear a key that came the toolkit's way."""
        if await self.hears(event):
            event.stop()
            event.prevent_default()

    async def hears(self, event: events.Key) -> bool:
        """After ``'`` a key is a mark's letter; after a count a digit, or what is counted.

        Whether it was one of these.
        """
        if not self.marking and self._count.typed is None:
            return False
        self.guide.hints.tell("")
        if self.marking:
            self.marking = False
            if event.character and event.character.isalnum():
                self._to_mark(event.character)
        elif event.character and event.character in "0123456789":
            self._count.add(event.character)
            self._tell_count()
        else:
            await self._carry_out(event.key)
        return True

    async def _carry_out(self, key: str) -> None:
        """Do what the key does, with the count that was typed."""
        self._count.give()
        active = self.screen.active_bindings.get(key)
        if active is not None and active.binding.action != "escape":
            await self.app.run_action(active.binding.action, active.node)
        self._count.take()

    def _tell_count(self) -> None:
        ids = ("down", "next_source", "next_passage", "bottom", "escape")
        down, source, passage, there, none = keys_now(self.app, *ids)
        said = say(
            "{n} … {keys}: so often; {there}: to that row or passage; {none}: no count",
            n=self._count.typed or "0",
            keys=f"{down} {passage} {source}",
            there=there,
            none=none,
        )
        self.guide.hints.tell(said)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After ``'`` a digit is a mark's letter."""
        del parameters
        return not (action == "count" and self.marking)

    def action_count(self) -> None:
        """Begin a count; in one, add its own digit."""
        self._count.add("0")
        self._tell_count()

    def action_mark(self) -> None:
        """Wait for the letter of a mark."""
        self._count.drop()
        self.marking = True
        (key,) = keys_now(self.app, "mark")
        said = say("{key} and a letter: return there, or mark this place", key=key)
        self.guide.hints.tell(said)

    def _to_mark(self, letter: str) -> None:
        """Return to the place marked with a letter; mark this one if none is, or with a capital."""
        marks, name = self.guide.remembered.marks, letter.lower()
        marked = marks.get(name)
        if marked is None or letter != name:
            marks[name] = self.guide.place()
            (key,) = keys_now(self.app, "mark")
            said = say("Marked {letter}: {key} and {letter} return here.", letter=name, key=key)
            self.guide.hints.tell(said)
        else:
            self.guide.visit(marked)

    @work
    async def action_passage(self) -> None:
        """Go to the passage whose number is typed."""
        from tui.screens.note import NoteScreen

        many = self.guide.steps.passages_here()
        if not many:
            self.guide.hints.tell(say("There is no passage here."))
            return
        asked = say("1 to {n}; Enter goes there", n=many)
        screen = NoteScreen("", asked, sign=say("Passage"))
        said = await self.app.push_screen_wait(screen)
        if said:
            self.guide.steps.to_passage(said.lstrip(":p§ \u00a0"))

    def action_next_source(self) -> None:
        """Go to the next source on the topic, at its extract."""
        self.guide.steps.to_source(self._count.times())

    def action_previous_source(self) -> None:
        """Go to the source before."""
        self.guide.steps.to_source(-self._count.times())

    def action_next_topic(self) -> None:
        """Go to the next topic."""
        self.guide.steps.to_topic(self._count.times())

    def action_previous_topic(self) -> None:
        """Go to the topic before."""
        self.guide.steps.to_topic(-self._count.times())

    def action_back(self) -> None:
        """Go back along the trail."""
        self._along(self.guide.trail.back, say("This is where you began."))

    def action_forward(self) -> None:
        """Go forward along the trail."""
        self._along(self.guide.trail.forward, say("There is nothing further."))

    def _along(self, leads: Callable[[Place], Place | None], nothing: str) -> None:
        """Go along the trail, as often as was counted; ``nothing`` is said at its end."""
        for _ in range(self._count.times()):
            place = leads(self.guide.place())
            if place is None:
                self.guide.hints.tell(nothing)
                return
            self.guide.go(place)
