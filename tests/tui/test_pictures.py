"""Pictures of the screens around the reader; one that changed is looked at, never only accepted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from dossier.clippings import ClippingStore, clip
from tests.flood import make_flood
from tests.hosts import Host
from tests.tolls import SAID, TOLLS, dossier_of_texts
from tui.commands import pick
from tui.screens.clippings import ClippingsScreen
from tui.screens.comparisons import ComparisonsScreen
from tui.screens.entities import EntitiesScreen
from tui.screens.export import ExportScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.particulars import ParticularsScreen
from tui.screens.speakers import SpeakersScreen
from tui.wording import speak

Compare = Callable[..., bool]
WHEN = "2026-02-05T08:00:00+01:00"
FEW = pick("next_source", "find", "clip", "export", "help")
MORE = pick(
    *("pane_left", "pane_right", "down", "up", "page_down", "next_passage", "back", "forward"),
    *("next_source", "previous_source", "next_topic", "why", "find", "next_hit", "entities"),
    *("overlay", "kind_person", "clip", "note", "copy", "export", "dim", "undo", "help", "quit"),
)
"""Commands enough to fill a screen; the whole table would change these pictures too often."""

KEYS: dict[str, tuple[str, ...]] = {
    "help": (),
    "help-typed": tuple("next"),
    "clippings": ("down", "down"),
    "export": (),
    "entities": (),
    "comparisons": ("down",),
    "speakers": ("down",),
    "palette": (),
    "palette-typed": tuple("po"),
    "particulars": (),
}
"""The screens, and what is pressed before one looks."""


def _screen(name: str, store: ClippingStore) -> Screen[Any]:  # Any: what it gives is its own
    dossier = make_flood()
    match name.partition("-")[0]:
        case "help":
            return HelpScreen(MORE)
        case "clippings":
            return ClippingsScreen(dossier, store)
        case "export":
            folder, topic = Path("elsewhere"), dossier.topics[0]
            return ExportScreen(dossier, store.load(), folder=folder, topic=topic)
        case "entities":
            return EntitiesScreen(dossier)
        case "speakers":
            return SpeakersScreen(dossier_of_texts(*SAID))
        case "comparisons":
            return ComparisonsScreen(dossier_of_texts(*TOLLS))
        case "palette":
            return PaletteScreen(dossier, FEW)
        case _:
            return ParticularsScreen(dossier, dossier.articles[0].file)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.fixture
def store(tmp_path: Path) -> ClippingStore:
    """Four clippings: with a note, moved, lost, and one more."""
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    flood, council, _ = make_flood().articles
    clippings = [clip(flood, passage.span, created=WHEN) for passage in flood.passages[:2]]
    clippings.append(clip(council, council.passages[1].span, created=WHEN, note="à vérifier"))
    store.add(*clippings, replace(clippings[0], id="lost", exact="Le barrage a cédé à midi."))
    return store


async def _worked_out(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


LOOKS = {
    "80x24-encre-en": ((80, 24), "encre", "en"),
    "120x40-papier-fr": ((120, 40), "papier", "fr"),
    "60x20-encre-fr": ((60, 20), "encre", "fr"),
}


@pytest.mark.parametrize(("size", "theme", "language"), LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("name", KEYS)
def test_a_screen_looks_as_it_was_accepted(
    name: str,
    size: tuple[int, int],
    theme: str,
    language: str,
    store: ClippingStore,
    snap_compare: Compare,
) -> None:
    """Each screen, small and dark in English, large and light in French, is the picture kept."""
    speak(language)
    host = Host(_screen(name, store), theme=theme)

    assert snap_compare(host, press=KEYS[name], terminal_size=size, run_before=_worked_out)


def test_no_picture_is_kept_of_what_is_drawn_no_more() -> None:
    """Every picture there is, is compared."""
    drawn = {
        f"{test_a_screen_looks_as_it_was_accepted.__name__}[{name}-{look}]"
        for name in KEYS
        for look in LOOKS
    }

    kept = (Path(__file__).parent / "__snapshots__" / Path(__file__).stem).iterdir()
    assert {picture.stem for picture in kept} == drawn
