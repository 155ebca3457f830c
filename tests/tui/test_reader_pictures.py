"""Pictures of the reader's screen; one that changed is looked at, never only accepted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.clippings import ClippingStore
from tests.flood import make_flood
from tui.app import DossierApp
from tui.opening import Opening
from tui.settings import Settings
from tui.wording import speak

Compare = Callable[..., bool]

KEYS: dict[str, tuple[str, ...]] = {
    "opening": (),
    "anthology": ("j",),
    "article": ("j", "]", "m", "J"),
    "name": ("j", "]", "full_stop", "full_stop"),
    "selection": ("j", "]", "v", "l"),
}
"""What is pressed before one looks."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(
    ("name", "size", "theme", "language"),
    [
        ("opening", "120x40", "encre", "en"),
        ("opening", "60x20", "papier", "fr"),
        ("anthology", "80x24", "encre", "fr"),
        ("anthology", "120x40", "papier", "en"),
        ("article", "80x24", "papier", "en"),
        ("article", "120x40", "encre", "fr"),
        ("article", "60x20", "encre", "en"),
        ("name", "80x24", "encre", "en"),
        ("selection", "80x24", "papier", "en"),
    ],
)
def test_the_reader_looks_as_it_was_accepted(
    name: str,
    size: str,
    theme: str,
    language: str,
    tmp_path: Path,
    snap_compare: Compare,
) -> None:
    """Every kind of page is the picture that was looked at."""
    width, height = map(int, size.split("x"))
    speak(language)
    app = DossierApp(
        make_flood(),
        opening=Opening(settings=Settings(theme=theme)),
        store=ClippingStore(tmp_path / "clippings.jsonl", "test"),
        analyse=lambda opened: opened,
    )

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*KEYS[name])
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(app, terminal_size=(width, height), run_before=press)
