"""Random keys on several dossiers and sizes: what must hold whatever the reader does."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.looking import rows_of
from tests.tui.conftest import MakeApp
from tests.tui.pressing import MADE, harmless, hostile, press, undo_all


@pytest.mark.parametrize("name", MADE)
async def test_whatever_is_pressed_the_reader_reads_on(name: str, tmp_path: Path) -> None:
    """No key and no size brings an exception, a lost focus or a word that no article has."""
    with harmless():
        await press(name, 1, 200, tmp_path)


@pytest.mark.parametrize("name", ["flood", "seeds", "right to left"])
async def test_undo_brings_everything_back(name: str, tmp_path: Path) -> None:
    """After any keys that clip, note, merge or move, as many undoes leave nothing of it."""
    with harmless():
        await undo_all(name, 3, 80, tmp_path)


async def test_nothing_of_a_file_reaches_the_terminal_as_an_order(make_app: MakeApp) -> None:
    """No control character of an article, a name or a topic stands on any row."""
    app = make_app(replace(hostile()))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "j", "l", "]", "]", "l", "G", "F", "w"):
            await pilot.press(key)
            shown = "".join(rows_of(app))

            assert not any(ord(char) < 32 or char in "\u202e\u2066\x7f" for char in shown)
