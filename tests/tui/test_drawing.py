"""What a key press costs, as far as it does not hang on the machine: what is drawn for it."""

import gc
import weakref

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from dossier.dossier import Dossier
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.screens.entities import EntityPane
from tui.widgets.pane import Pane


class Count:
    """Counts what is drawn and laid out while keys are pressed."""

    def __init__(self, app: DossierApp, monkeypatch: pytest.MonkeyPatch) -> None:
        self.layouts = 0
        self.rows = 0
        self.whole: list[str] = []
        """Widgets that were drawn again as a whole, though no one laid them out."""
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, self._laid_out)
        refresh = Widget.refresh

        def counted(widget: Widget, *regions: Region, **options: bool) -> Widget:
            if isinstance(widget, Pane):
                self.rows += sum(region.height for region in regions)
            if not regions and widget.size.height > 2 and options.get("repaint", True):
                self.whole.append(type(widget).__name__)
            return refresh(widget, *regions, **options)

        monkeypatch.setattr(Widget, "refresh", counted)

    def _laid_out(self, _: object) -> None:
        self.layouts += 1


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is left to do."""
    for _ in range(3):
        await pilot.pause()


@pytest.mark.parametrize("key", ["j", "k", "}", "]", "pagedown", "J", "e", "1", "f"])
async def test_no_key_lays_the_screen_out(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """A key that moves, chooses or paints draws rows; no pane is laid out or drawn as a whole."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("j", "j", "l")
        await settled(pilot)
        count = Count(app, monkeypatch)

        await pilot.press(key)
        await settled(pilot)

        assert (count.layouts, count.whole) == (0, [])


async def test_a_key_in_a_list_draws_the_rows_that_changed(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Moving the selection draws two rows of the list, and of the text what reads differently."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("l")
        await settled(pilot)
        count = Count(app, monkeypatch)

        await pilot.press("j")
        await settled(pilot)

        text = app.screen.query_one("#text", Pane)
        two_rows_of_three_lines = 6
        assert 0 < count.rows <= two_rows_of_three_lines + text.size.height


async def test_at_rest_nothing_is_drawn(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While no key is pressed no row is drawn, and no timer of ours runs."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        count = Count(app, monkeypatch)

        await settled(pilot)

        assert (count.layouts, count.rows, count.whole) == (0, 0, [])


async def test_what_was_left_is_let_go_of(flood: Dossier, make_app: MakeApp) -> None:
    """A list that was opened and left is not kept in memory."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        left = weakref.ref(app.screen.query_one(EntityPane))
        await pilot.press("escape", "j", "k")
        gc.collect()

        assert left() is None
