"""Topics merged by hand: what undo calls it, and where one stands then."""

from collections.abc import Callable

from textual.pilot import Pilot

from dossier.dossier import Dossier
from tests.looking import press, text_of
from tui.app import DossierApp
from tui.screens.reader import ReaderScreen

MakeApp = Callable[[Dossier], DossierApp]

SIZE = (120, 40)


async def _retitle(pilot: Pilot[None], title: str) -> None:
    await press(pilot, "r", "home", "ctrl+k", *title, "enter")


def _chosen(pilot: Pilot[None]) -> str:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    assert screen.reading.topic is not None
    return screen.reading.topic.title


async def test_to_undo_a_merge_is_called_so(written: Dossier, make_app: MakeApp) -> None:
    """A title alone that is given is another thing than two topics made one."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        await _retitle(pilot, "Le pont")
        await press(pilot, "u")
        merged = text_of(app)
        await _retitle(pilot, "La Loire")
        await press(pilot, "u")

        assert "Undone: merging of topics" in merged
        assert "Undone: title of a topic" in text_of(app)


async def test_one_stands_on_the_topic_that_another_was_merged_into(
    written: Dossier, make_app: MakeApp
) -> None:
    """Also where that had been retitled and a part split from it: not on the part."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        await _retitle(pilot, "La Loire")
        await press(pilot, "S", *"nuit", "enter", "enter")
        parted = _chosen(pilot)
        await _retitle(pilot, "Le pont")

        assert parted == "La Loire"
        assert _chosen(pilot) == "Le pont"
