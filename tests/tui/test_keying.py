"""Keys typed faster than screens open and close: each is for the screen it was meant for."""

import asyncio
import threading
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from dossier.clippings import Anchored, find_all_again
from dossier.dossier import Dossier
from tests.looking import press
from tests.tui.conftest import MakeApp
from tui.keying import Keying
from tui.screens.clippings import ClippingsScreen
from tui.screens.entities import EntitiesScreen
from tui.screens.reader import ReaderScreen

SIZE = (120, 40)
PAUSES = 60
"""More turns than any of these asks for."""


async def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys before anything that the first of them asks for is done; wait until all is."""
    for key in keys:
        pilot.app.simulate_key(key)
    for _ in range(PAUSES):
        await pilot.pause()
        asks = (w for w in pilot.app.workers if w.name.startswith("action_"))
        if len(pilot.app.screen_stack) == 1 and all(worker.is_finished for worker in asks):
            break
    await press(pilot)


def titles(pilot: Pilot[None]) -> list[str]:
    """The topics' titles, on the reader's screen."""
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen), screen
    assert len(screen.cuttings.keeping) == 0
    return [topic.title for topic in screen.reading.dossier.topics]


PARTED = ["La crue", "Nuit", "Le pont", "Autres points"]


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        (["S", *"crue", "enter", *"nuit", "enter", "enter"], PARTED),
        (["S", *"zz", "ctrl+u", *"crue", "enter", *"nuit", "enter", "enter"], PARTED),
        (["S", *"zz", "enter", "ctrl+u", *"crue", "enter", *"nuit", "enter", "enter"], PARTED),
        (["j", "S", *"nuit", "enter", "enter"], PARTED),
        (["j", "ctrl+p", *"split", "enter", *"nuit", "enter", "enter"], PARTED),
        (["j", "question_mark", *"split", "enter", *"nuit", "enter", "enter"], PARTED),
        (["ctrl+p", *"split", "enter", *"crue", "enter", *"nuit", "enter", "enter"], PARTED),
        (["r", *"pont", "enter", *"mx", "enter"], ["La crue", "mx", "Autres points"]),
        (["slash", *"mxj", "escape", "j", "r", *"jm", "enter"], ["jm", *PARTED[2:]]),
        (["E", "escape", "i", "escape", "j", "r", *"jm", "enter"], ["jm", *PARTED[2:]]),
        (["C", "escape", "question_mark", "escape", "j", "r", *"jm", "enter"], ["jm", *PARTED[2:]]),
        (["S", *"crue", "enter", "escape", "j", "r", *"jm", "enter"], ["jm", *PARTED[2:]]),
    ],
)
async def test_what_is_typed_at_once_is_for_what_asks_it(
    keys: list[str], after: list[str], written: Dossier, make_app: MakeApp
) -> None:
    """No letter of it is a command elsewhere, none is lost, and none is in the line before."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await at_once(pilot, *keys)

        assert titles(pilot) == after


async def test_a_key_waits_for_a_list_that_fills(
    written: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """C and a at once: the note is on the clipping, which is found when the key has come."""
    come = threading.Event()
    is_settled = Keying._settled

    def find(*asked: Any) -> tuple[Anchored, ...]:
        assert come.wait(60)
        return find_all_again(*asked)

    def settled(keying: Keying) -> bool:
        told = is_settled(keying)
        if isinstance(app.screen, ClippingsScreen):
            come.set()
        return told

    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "l", "l", "m")
        monkeypatch.setattr("tui.screens.listed_clippings.find_all_again", find)
        monkeypatch.setattr(Keying, "_settled", settled)
        await at_once(pilot, "C", "a", *"vu", "enter", "escape")

        assert isinstance(app.screen, ReaderScreen)
        assert [one.note for one in app.screen.cuttings.keeping.clippings] == ["vu"]


async def test_a_name_chosen_and_put_right_at_once_has_the_name_typed(
    written: Dossier, make_app: MakeApp
) -> None:
    """c, the name among all, Enter; r, and another name: nothing of it goes elsewhere."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await at_once(pilot, "c", *"seille", "enter", "r", *"Mia", "enter")

        assert isinstance(app.screen, ReaderScreen)
        names = {entity.name for entity in app.screen.reading.dossier.found.entities}
        assert "Mia" in names
        assert "Seille" not in names


async def test_keys_wait_for_nothing_where_nothing_is_under_way(
    written: Dossier, make_app: MakeApp
) -> None:
    """Typed as one types, no key is held."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("E", *"mar", "down", "backspace"):
            await press(pilot, key)
            assert not app._keying.is_behind
            assert app._keying._way is None

        assert isinstance(app.screen, EntitiesScreen)


async def test_a_key_that_waits_is_done_once_though_the_clock_asks_for_it_too(
    written: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mark comes back and the time is up while one key is being done: each is done once."""
    app = make_app(written)
    async with app.run_test(size=SIZE):
        keying, done = app._keying, []

        async def slow(event: events.Event) -> None:
            for _ in range(3):
                await asyncio.sleep(0)
            if isinstance(event, events.Key):  # what the screen calls later may come between
                done.append(event)

        keys = [events.Key(key, key) for key in "Erx"]
        keying._held.extend(keys)
        with monkeypatch.context() as patched:
            patched.setattr(app, "on_event", slow)
            await asyncio.gather(*(keying._release() for _ in range(3)))

        assert done == keys
        assert not keying.is_behind
