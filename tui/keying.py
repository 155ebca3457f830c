"""Keying: the way of a key on the reader's screen, straight to what it does.

Textual gives a key to the widget that has the focus, from there to each one that holds it, up to
the app, and looks there for what it is bound to: ten turns of queues, and the bindings of all of
them copied twice (a third of a key's time, 2026-11). Panes take no key for themselves, so that the
answer is the same without: it is looked up once for each pane, in the order the toolkit has.

Keys are so done in the order they came, whatever each of them takes: one that opens a line to type
in has opened it before the next is looked at, or what is typed at once would be commands. A key
that is given to a line or a list is done when all that follows from it is, so that a mark is sent
the way it goes: what is typed meanwhile waits for that. Enter took words that were typed after it,
or a list that had not heard what was typed before.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Iterator, Mapping
from typing import TYPE_CHECKING
from weakref import WeakSet

from textual import events
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.timer import Timer
    from textual.worker import Worker

    from tui.leading import Leading
    from tui.widgets.going import Going

PATIENCE = 1.0
"""Seconds at most that a key waits for what the one before it opens."""
TURN = 0.001
"""Seconds until one looks again whether it is open."""
ROUNDS = 3
"""How often a mark goes its way: with the key, with what a widget makes of it (``Submitted``), and
with what that is to the one around it (``Kept``)."""


class Keying:
    """What the keys do in the panes of one app."""

    def __init__(self, app: "Leading") -> None:
        self._app = app
        self._ways: dict[Widget, Mapping[str, ActiveBinding]] = {}
        self._asking: list[tuple[Screen[object], Worker[object]]] = []
        """What is to ask something, and the screen it was begun on."""
        self._slow: WeakSet[Screen[object]] = WeakSet()
        """Lists that took too long to fill, and are not waited for with each key."""
        self._overdue: set[Worker[object]] = set()
        """What took too long to open what it asks in, and is not waited for with each key."""
        self._way: Iterator[DOMNode] | None = None
        """Where the mark of the key before is still to come by; None when it is back."""
        self._until = 0.0
        """Until when that is waited for."""
        self._held: deque[events.Event] = deque()
        """What was typed meanwhile."""
        self._freed: events.Event | None = None
        """What of it is being done."""
        self._waking: Timer | None = None

    def holds(self, event: events.Event) -> bool:
        """Whether what is typed waits until the key before is done."""
        if event is self._freed or not (self._held or self._is_under_way()):
            return False
        if not self._held:
            self._wake_later()
        self._held.append(event)
        return True

    @property
    def is_behind(self) -> bool:
        """Whether something that was typed waits."""
        return bool(self._held)

    def _is_under_way(self) -> bool:
        if self._clock() >= self._until:
            self._way = None
        return self._way is not None

    def follow(self, screen: Screen[object]) -> None:
        """Send a mark after what was typed, to whoever has the focus and to all that hold it."""
        nodes = (screen.focused or screen).ancestors_with_self
        self._way = way = iter(nodes * ROUNDS)
        self._until = self._clock() + PATIENCE
        self._app.call_later(self._pass, way)

    async def _pass(self, way: Iterator[DOMNode]) -> None:
        """Have the mark wait its turn with the next one, as far as that is there still."""
        if way is not self._way or any(node.call_later(self._pass, way) for node in way):
            return
        self._way = None
        await self._release()

    def _wake_later(self) -> None:
        """Take up what waits even if no mark comes back."""
        if self._waking:
            self._waking.stop()
        self._waking = self._app.set_timer(PATIENCE, self._release)

    async def _release(self) -> None:
        """Take up what waited, in order, each once and when the one before is done.

        Asked for while one of them is being done, as by the clock, it is going on already.
        """
        if self._freed is not None:
            return
        while self._held and not self._is_under_way():
            self._freed = self._held[0]
            try:
                await self._app.on_event(self._freed)
            finally:
                self._held.popleft()
                self._freed = None
        if self._held:
            self._wake_later()

    def _clock(self) -> float:
        return asyncio.get_running_loop().time()

    async def settle(self) -> None:
        """Wait until what an earlier key opens is open, and hears keys; not without end."""
        until = self._clock() + PATIENCE
        while not self._settled() and self._clock() < until:
            await asyncio.sleep(TURN)
        if self._clock() >= until:
            here = self._app.screen
            self._overdue.update(worker for on, worker in self._asking if on is here)
            self._slow.add(here)

    def _settled(self) -> bool:
        screen = self._app.screen
        if screen.focused is None and (screen.focus_chain or not screen.is_mounted):
            return False
        if getattr(screen, "fills", False) and screen not in self._slow:  # a list
            return False
        self._asking = [(on, worker) for on, worker in self._asking if not worker.is_finished]
        begun = [worker for on, worker in self._asking if on is screen]
        if not (begun or isinstance(screen.focused, Pane)):
            self._overdue.clear()  # it asks now: what it asks next is waited for
        return self._overdue.issuperset(begun)

    async def keep_in_mind(self, action: Awaitable[bool]) -> bool:
        """Do something, and keep in mind what it began that is to ask something."""
        before, screen = set(self._app.workers), self._app.screen
        done = await action
        begun = set(self._app.workers) - before
        asking = (worker for worker in begun if worker.name.startswith("action_"))
        self._asking += ((screen, worker) for worker in asking)
        return done

    async def _run(self, way: "ActiveBinding") -> bool:
        """Do what a key is bound to."""
        return await self._app.run_action(way.binding.action, way.node)

    async def press(self, screen: Screen[object], event: events.Key) -> bool:
        """Do what a key does, if it goes to a pane; whether it does."""
        pane = screen.focused
        going: Going | None = getattr(screen, "going", None)
        if going is None:
            return await self._over(screen, event.key)
        if not isinstance(pane, Pane) or not self._app.app_focus:
            return False
        way = self._of(screen, pane, going).get(event.key)
        first = way is not None and way.binding.priority
        if way is not None and first and await self._run(way):
            return True
        if await going.hears(event):
            return True
        going.guide.hints.tell("")  # what was said stands until the next key
        if way is None:
            self._app.tell_astray(event.key)
        elif not first:
            await self._run(way)
        return True

    async def _over(self, screen: Screen[object], key: str) -> bool:
        """Over the reader's screen: do what the app itself does, say what cannot be done there.

        The words typed after Ctrl+p in the clippings were commands of theirs.
        """
        self._app.hush()
        pane = screen.focused
        if screen.is_modal or not (pane is None or isinstance(pane, Pane)):
            return False
        way = screen.active_bindings.get(key)
        if way is None:
            return self._app.tell_astray(key)
        if way.node is not self._app or way.binding.priority:
            return False
        return await self._run(way)

    def _of(
        self, screen: Screen[object], pane: Pane, going: "Going"
    ) -> "Mapping[str, ActiveBinding]":
        """What is done in a pane, by the names of the keys; while one marks, digits do less."""
        if pane in self._ways:
            return self._ways[pane]
        ways = screen.active_bindings
        if not going.marking:
            self._ways[pane] = ways
        return ways
