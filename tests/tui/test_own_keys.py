"""Keys of the reader's own: what goes on acting, and what then names them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier
from tests.looking import press, rows_of
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.keymap import read_keymap
from tui.opening import Opening
from tui.screens.grouped_pane import GroupedPane
from tui.screens.reader import ReaderScreen
from tui.settings import Settings

OwnKeys = Callable[[str], DossierApp]


@pytest.fixture
def own_keys(written: Dossier, tmp_path: Path) -> OwnKeys:
    """Opens the flood with the lines of a ``keys.toml``."""

    def make(lines: str) -> DossierApp:
        keymap = read_keymap(lines, "keys.toml", COMMANDS)
        assert keymap.problems == ()
        opening = replace(Opening(Settings()), keymap=keymap)
        store = ClippingStore(tmp_path / "clippings.jsonl", "test")
        return DossierApp(written, store=store, analyse=lambda opened: opened, opening=opening)

    return make


@pytest.mark.parametrize("opens", ["question_mark", "E", "ctrl+p"])
async def test_over_a_line_to_type_in_arrows_and_escape_always_act(
    opens: str, own_keys: OwnKeys
) -> None:
    """Whatever letters move and leave elsewhere: in a list the arrows move and Escape closes."""
    app = own_keys('down = "n"\nup = "B"\nnext_hit = "f8"\nescape = "X"\npage_down = "P"\n')
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, opens)
        pane = app.screen.query_one(GroupedPane)
        first = pane.current
        await press(pilot, "down")
        second = pane.current
        await press(pilot, "pagedown", "pageup", "up", "up")
        again = pane.current
        await press(pilot, "escape")

        assert second != first
        assert again == first
        assert isinstance(app.screen, ReaderScreen)


async def test_escape_leaves_every_line_one_types_in(own_keys: OwnKeys) -> None:
    """The search, a title, a note and the filter of the clippings are left by it."""
    app = own_keys('escape = "f9"\n')
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "e", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert not app.screen.finding.typing
        await press(pilot, "j", "l", "l", "r", "escape")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "a", "escape")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "C", "slash", "e", "escape", "f9")

        assert isinstance(app.screen, ReaderScreen)


async def test_what_is_said_names_the_keys_one_gave(own_keys: OwnKeys) -> None:
    """Undo, find, Escape, marks and kinds go by the reader's own keys in every message."""
    app = own_keys('undo = "Z"\nfind = "W"\nmark = "Y"\nkind_person = "6"\nescape = ["f9"]\n')
    said = []
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in ("j l l n", "m", "m", "Y a", "H", "W z z z enter", "n", "f9 E s e i enter"):
            await press(pilot, *keys.split())
            await app.workers.wait_for_complete()
            await press(pilot)
            said.append(rows_of(app)[-1].strip())
        legend = rows_of(app)[-2]
        await press(pilot, "f9", "m", "C", "m")
        said.append(rows_of(app)[-1].strip())

    assert said == [
        "Nothing is looked for; W finds.",
        "Clipped · 1 clipping",
        "Let go; Z takes it back · 0 clippings",
        "Marked a: Y and a return here.",
        "Nothing is looked for; W finds.",
        "Nothing has “zzz”; F9 shows everything.",
        "Nothing has “zzz”; F9 shows everything.",
        "Narrowed to Seille; F9 opens up again.",
        "Let go; Z brings it back.",
    ]
    assert legend.startswith(" 6 persons")


@pytest.mark.parametrize("width", [44, 60, 80, 100])
async def test_the_legend_has_names_one_can_read_or_none(width: int, written: Dossier) -> None:
    """Where there is no room for names and counts, counts go, then names; none has two letters."""
    app = DossierApp(written, analyse=lambda opened: opened)
    async with app.run_test(size=(width, 24)) as pilot:
        await press(pilot, "j", "l", "l")
        legend = rows_of(app)[-2]

    names = [word.rstrip(".") for word in legend.split() if word[0].isalpha()]
    assert all(len(name) > 2 for name in names if name != "of")
    assert ("org" in legend) == (width >= 60)
    assert "1/2" in legend or "1 of 2" in legend


@pytest.mark.parametrize("size", [(20, 5), (40, 4), (60, 6)])
async def test_the_lowest_screen_says_it_in_place_of_the_title(
    size: tuple[int, int], written: Dossier
) -> None:
    """A key that finds nothing to do says so there too, and the text stays where it is."""
    app = DossierApp(written, analyse=lambda opened: opened)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "l", "l")
        before = rows_of(app)
        await press(pilot, "w")
        said = rows_of(app)
        await press(pilot, "f8")
        after = rows_of(app)
        await press(pilot, "h", "h", "j", "l", "l", "w", "asterisk")
        elsewhere = rows_of(app)[0]
        await press(pilot, "t", "j")
        await pilot.resize_terminal(100, 30)
        await press(pilot, "f8")

        assert said[0].startswith(" Choose a topic")
        assert said[1:] == before[1:]
        assert after == before
        assert elsewhere.startswith(" “Lens” does")
        assert rows_of(app)[0].startswith(" Why here")
        assert "Esc close" in rows_of(app)[-1]
