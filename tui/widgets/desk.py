"""The desk: three panes side by side, or one at a time where there is no room for three."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from dossier.entities import EntityKind
from tui.commands import bindings, keys_now
from tui.counting import Count
from tui.layout import MEASURE
from tui.marks import Dress
from tui.messages import Arranged
from tui.rendering import GUTTER
from tui.widgets.pane import Pane
from tui.widgets.rule import Rule
from tui.widgets.source_pane import SourcePane
from tui.widgets.text_pane import TextPane
from tui.widgets.topic_pane import TopicPane
from tui.wording import say

THREE = 72
"""Columns from which three panes stand side by side."""
_WIDEST = (36, 52)
"""Columns that the two lists take at most unless the reader says otherwise."""
_LEAST = (12, 16, 30)
"""Columns that each pane keeps when another is made wider."""


class Desk(Widget):
    """Topics, sources, text: their columns, the focus, and how the text is dressed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "pane_left",
        "pane_right",
        "next_passage",
        "previous_passage",
        "only_text",
        "overlay",
        "kind_person",
        "kind_place",
        "kind_organisation",
        "kind_date",
        "kind_figure",
        "dim",
        "select",
        "other_end",
        "numbers",
        "next_mention",
        "previous_mention",
        "wider",
        "narrower",
    )
    BLANK = True
    DEFAULT_CSS = """
    Desk { layout: horizontal; width: 1fr; height: 1fr; background: $background; }
    """

    def __init__(self, dress: Dress) -> None:
        super().__init__(id="desk")
        self.topics = TopicPane()
        self.sources = SourcePane()
        self.text = TextPane()
        self.text.dress = dress
        self.counting = Count()
        """How often the movement made now is made; every pane's."""
        self.panes: tuple[Pane, Pane, Pane] = (self.topics, self.sources, self.text)
        self.alone = False
        """Whether the text has the whole screen because the reader wants it."""
        self._rules = (Rule(), Rule())
        self._width = 0
        self._columns: tuple[int, int] | None = None
        self._current: Pane = self.topics
        self._listener: Callable[[Message], object] = self.post_message
        self.wished: tuple[int | None, int | None] = (None, None)
        """Columns of topics and sources that the reader wants; None for as it comes."""
        self.no_name: Callable[[], str] = str
        """Why there is no further name to stand on."""

    def compose(self) -> ComposeResult:
        """The panes with their columns, so that they are laid out once, and the rules between."""
        self._arrange(self.app.size.width)
        yield self.topics
        yield self._rules[0]
        yield self.sources
        yield self._rules[1]
        yield self.text

    def listen(self, listener: Callable[[Message], object]) -> None:
        """Let someone hear at once what happens in the panes."""
        self._listener = listener
        for pane in self.panes:
            pane.listener, pane.counting = listener, self.counting

    @property
    def current(self) -> Pane:
        """The pane that keys go to."""
        return self._current

    @property
    def dress(self) -> Dress:
        """How the text is dressed."""
        return self.text.dress

    def enter_pane(self, pane: Pane, *, keys: bool = True) -> None:
        """Give a pane the keys, and the screen where there is one pane at a time.

        Without ``keys`` they stay where they are: in a line one types in.
        """
        if pane is not self._current:
            self._current = pane
            if self._columns is None:
                self._arrange()
            else:
                self._listener(Arranged())
        if keys:
            self.screen.set_focus(pane, scroll_visible=False)

    def joints(self) -> tuple[int, ...]:
        """The columns of the rules; none when a pane stands alone."""
        if self._columns is None:
            return ()
        topics, sources = self._columns
        return topics, topics + 1 + sources

    def lit(self) -> tuple[int, int]:
        """The columns of the pane that keys go to; none when it is alone."""
        if not self.joints():
            return 0, 0
        edges = (-1, *self.joints(), self._width)
        index = self.panes.index(self._current)
        return edges[index] + 1, edges[index + 1]

    def on_resize(self, event: events.Resize) -> None:
        """Give the panes their columns."""
        if event.size.width != self._width:
            self._arrange(event.size.width)

    @on(events.DescendantFocus)
    def _focused(self) -> None:
        focused = self.screen.focused  # not the event's: it may be older than the last key
        if isinstance(focused, Pane) and focused is not self._current:
            self._current = focused
            self._arrange()

    def _arrange(self, width: int | None = None) -> None:
        """Show the panes there is room for, each with its columns."""
        self._width = width = self._width if width is None else width
        alone = self.alone and self._current is self.text
        shown: Iterable[Pane] = self.panes if width >= THREE and not alone else (self._current,)
        for pane in self.panes:
            pane.display = pane in shown
        for rule in self._rules:
            rule.display = shown is self.panes
        self._columns = list_columns(width, self.wished) if shown is self.panes else None
        wide = self._columns or ("1fr", "1fr")
        self.topics.styles.width, self.sources.styles.width = wide
        self._listener(Arranged())

    # -- what the reader does

    def action_pane_left(self) -> None:
        """Go to the pane on the left; selecting, let the last unit go."""
        self._go(-1)

    def action_pane_right(self) -> None:
        """Go to the pane on the right; selecting, take the next unit in."""
        self._go(1)

    def _go(self, step: int) -> None:
        if self.text.selecting is not None and self._current is self.text:
            self.text.grow(step)
            return
        index = self.panes.index(self._current) + step
        if 0 <= index < len(self.panes):
            self.alone = False
            self.enter_pane(self.panes[index])

    def action_next_passage(self) -> None:
        """Read the next passage."""
        self.text.read_next(self.counting.times())

    def action_previous_passage(self) -> None:
        """Read the passage before."""
        self.text.read_next(-self.counting.times())

    def action_only_text(self) -> None:
        """Give the text the whole screen, or give it back."""
        self.alone = not (self.alone and self._current is self.text)
        self._current = self.text
        self._arrange()
        self.screen.set_focus(self.text, scroll_visible=False)

    def action_overlay(self) -> None:
        """Paint mentions, or stop."""
        self._dress(replace(self.dress, overlay=not self.dress.overlay))

    def action_kind(self, kind: EntityKind) -> None:
        """Paint mentions of a kind, or stop; with the overlay off, paint that kind alone.

        After the last kind the overlay is off.
        """
        if not self.dress.overlay:  # nothing is painted: what is asked for is shown, and it alone
            without_key = self.dress.kinds & {"other"}
            self._dress(replace(self.dress, overlay=True, kinds=without_key | {kind}))
        else:
            self._dress(self.dress.painting(self.dress.kinds ^ {kind}))

    def action_select(self) -> None:
        """Select the sentence one reads; again, go on by words."""
        self.enter_pane(self.text)
        self.text.select()
        self._tell_selecting()

    def action_other_end(self) -> None:
        """Have the beginning of what is selected move, or its end again."""
        if self.text.turn():
            self._tell_selecting()
        else:
            (select,) = keys_now(self.app, "select")
            self._listener(Arranged(say("Nothing is selected: {key} selects.", key=select)))

    def _tell_selecting(self) -> None:
        """Tell what the keys do while one selects."""
        if (selecting := self.text.selecting) is None:
            return
        ids = ("down", "up", "select", "other_end", "clip")
        down, up, other, turn, clip = keys_now(self.app, *ids)
        more, less = (up, down) if selecting.turned else (down, up)
        end = say("end") if selecting.turned else say("start")
        blanks = {
            "more": more,
            "less": less,
            "other": other,
            "turn": turn,
            "end": end,
            "clip": clip,
        }
        if selecting.unit == "sentence":
            said = say(
                "Sentences: {more} more, {less} less; {other} words, {turn} {end}, {clip} clip",
                **blanks,
            )
        else:
            said = say(
                "Words: {more} more, {less} less; {other} sentences, {turn} {end}, {clip} clip",
                **blanks,
            )
        self._listener(Arranged(said))

    def action_next_mention(self) -> None:
        """Stand on the next name."""
        self._to_mention(self.counting.times())

    def action_previous_mention(self) -> None:
        """Stand on the name before."""
        self._to_mention(-self.counting.times())

    def _to_mention(self, step: int) -> None:
        self.enter_pane(self.text)
        if not self.dress.overlay:
            self.action_overlay()
        found = [self.text.next_mention(1 if step > 0 else -1) for _ in range(abs(step))]
        if not any(found):
            self._listener(Arranged(self.no_name()))

    def action_wider(self) -> None:
        """Give the pane more columns, from its neighbour."""
        self._widen(2 * self.counting.times())

    def action_narrower(self) -> None:
        """Give the pane fewer columns."""
        self._widen(-2 * self.counting.times())

    def _widen(self, columns: int) -> None:
        if self._columns is None:
            self._listener(Arranged(say("One pane at a time stands here.")))
            return
        topics, sources = self._columns
        match self._current:
            case self.topics:
                topics += columns
            case self.sources:
                sources += columns
            case _:
                sources -= columns
        self.wished = list_columns(self._width, (topics, sources))
        self._arrange()

    def action_dim(self) -> None:
        """Dim what is off topic, or stop."""
        self._dress(replace(self.dress, dim=not self.dress.dim))

    def action_numbers(self) -> None:
        """Show the passages' numbers, or hide them."""
        self._dress(replace(self.dress, numbers=not self.dress.numbers))

    def _dress(self, dress: Dress) -> None:
        self.text.repaint_marks(dress)
        self._listener(Arranged())


def list_columns(width: int, wished: tuple[int | None, int | None]) -> tuple[int, int]:
    """The columns of topics and sources, in a screen of so many.

    About 18 and 22 at 80, 26 and 34 at 120; beyond, the text gets its measure before they grow.
    """
    room = max(0, width - 80)
    topics = 18 + min(room, 40) // 5
    sources = 22 + min(room, 40) * 3 // 10
    if width < 80:
        topics, sources = 16, 20
    spare = width - topics - sources - 2 - (MEASURE + GUTTER + 3)
    if spare > 0:
        topics = min(_WIDEST[0], topics + spare * 2 // 5)
        sources = min(_WIDEST[1], sources + spare * 3 // 5)
    topics = wished[0] or topics
    sources = wished[1] or sources
    topics = max(_LEAST[0], min(topics, width - _LEAST[1] - _LEAST[2] - 2))
    sources = max(_LEAST[1], min(sources, width - topics - _LEAST[2] - 2))
    return topics, sources
