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
    "numbers": ("j", "]", "p"),
    "count": ("j", "l", "0", "1", "2"),
    "passage": ("j", "]", "colon", "4"),
    "finding": ("j", "]", "slash", *"vall"),
    "found": ("j", "]", "slash", *"pont", "enter"),
    "nothing": ("slash", *"zzz", "enter"),
    "alone": ("j", "]", "z"),
    "plain": ("j", "]", "f", "e"),
    "why": ("j", "]", "w"),
    "name put right": ("j", "]", "full_stop", "c"),
    "passage moved": ("j", "]", "M"),
}
"""What is pressed before one looks."""

SIZES = ("120x40", "80x24", "60x20")
LOOKS = (("encre", "en"), ("papier", "fr"), ("encre", "fr"), ("papier", "en"))
"""Dark and light, in both languages."""

WHOLE = {"article"}
"""The pages that are drawn in each look at each size; of the others, each size has one look."""


def wanted() -> Iterator[tuple[str, str, str, str]]:
    """The pictures there are."""
    for number, name in enumerate(KEYS):
        for at, size in enumerate(SIZES):
            looks = LOOKS if name in WHOLE else [LOOKS[(number + at) % len(LOOKS)]]
            for theme, language in looks:
                yield name, size, theme, language


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(("name", "size", "theme", "language"), wanted())
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
        if name in {"finding", "found", "nothing"}:
            await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(app, terminal_size=(width, height), run_before=press)


def test_no_picture_is_kept_of_what_is_drawn_no_more() -> None:
    """Every picture there is, is compared."""
    test = test_the_reader_looks_as_it_was_accepted.__name__
    drawn = {f"{test}[{'-'.join(look)}]" for look in wanted()}

    kept = (Path(__file__).parent / "__snapshots__" / Path(__file__).stem).iterdir()
    assert {picture.stem for picture in kept} == drawn
