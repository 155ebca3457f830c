"""A topic split by hand: the title of the new one, which no other has."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dossier.dossier import Dossier
from tests.looking import press, rows_of, text_of
from tui.app import DossierApp
from tui.screens.reader import ReaderScreen

MakeApp = Callable[[Dossier], DossierApp]


async def test_a_title_that_is_taken_stays_in_the_line(
    flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """It is said while one types; Enter asks again with what was typed, and no word is lost."""
    app = make_app(replace(flood, folder=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "S", *"nuit", "enter", "home", "ctrl+k", *"le pont", "enter")
        asked = rows_of(app)[-1].rstrip()
        await press(pilot, *" la nuit")
        free = rows_of(app)[-1].rstrip()
        await press(pilot, "enter")

        assert asked == " title taken: le pont"
        assert free == " title: le pont la nuit"
        assert "Parted from La crue: le pont la nuit" in text_of(app)


async def test_an_emptied_title_is_the_one_proposed(
    flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """Enter on an empty line parts the topic all the same, under the words that draw."""
    app = make_app(replace(flood, folder=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "S", *"nuit", "enter", "home", "ctrl+k", "enter")

        assert "Parted from La crue: Nuit" in text_of(app)


async def test_a_title_that_is_taken_can_be_given_up(
    flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """Escape leaves the line that is asked again; nothing was split."""
    app = make_app(replace(flood, folder=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "S", *"nuit", "enter", "home", "ctrl+k", *"Le pont", "enter")
        await press(pilot, "escape")

        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.reading.dossier.topics == flood.topics
        assert not (tmp_path / "dossier.toml").exists()


async def test_a_split_taken_back_leads_to_the_topic_it_was_of(
    flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """Who stands on the part is on the whole again, at the words they read."""
    app = make_app(replace(flood, folder=tmp_path))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "S", *"nuit", "enter", "enter", "j")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        part, place = screen.reading.topic, screen.desk.text.place()
        await press(pilot, "u")

        assert part is not None
        assert part.title == "Nuit"
        assert screen.reading.topic == flood.topics[0]
        assert screen.desk.text.place() == place


async def test_what_one_types_is_seen_beside_what_is_asked(
    flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """However narrow: what is asked makes room for the words, with an ellipsis."""
    app = make_app(replace(flood, folder=tmp_path))
    async with app.run_test(size=(24, 6)) as pilot:
        await press(pilot, "j", "S", *"nuit")

        assert "… nuit" in rows_of(app)[-1]
