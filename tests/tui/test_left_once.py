from pathlib import Path

import pytest
from textual.app import App

from dossier.dossier import Dossier
from tests.tui.conftest import MakeApp
from tui.screens.note import NoteScreen
from tui.screens.reader import ReaderScreen


@pytest.mark.parametrize("opens", ["?", "ctrl+p", "E", "i", "C", "x", ":", "M", "a"])
@pytest.mark.parametrize("leaves", ["escape", "enter"])
async def test_what_is_left_twice_is_left_once(
    opens: str,
    leaves: str,
    flood: Dossier,
    make_app: MakeApp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Keys struck faster than a screen goes away fail nothing, and leave the reader's."""
    monkeypatch.chdir(tmp_path)  # an export is written where one is
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "l", "l", opens)
        await pilot.pause()
        for _ in range(3):
            app.simulate_key(leaves)
        await pilot.pause()
        for _ in range(4):
            await pilot.press("escape")

        assert isinstance(app.screen, ReaderScreen)
        assert app.focused is app.screen.desk.current


async def test_a_note_is_kept_when_the_program_fails(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed as something nobody foresaw goes wrong is the note."""
    kept: list[str] = []
    monkeypatch.setattr(NoteScreen, "keep_typed", lambda _: kept.append("kept"))
    monkeypatch.setattr(App, "panic", lambda *_: kept.append("ended"))
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "l", "l", "a")
        await pilot.pause()
        app.panic()

    assert kept == ["kept", "ended"]
