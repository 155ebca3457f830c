"""Names put right on the screen: from the mention one stands on, and from the index."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.dossier import Dossier
from dossier.entities import Entity, Found, Suggestion
from tests.looking import rows_of, text_of
from tui.app import DossierApp
from tui.screens.entities import EntitiesScreen, EntityPane
from tui.screens.reader import ReaderScreen
from tui.screens.wish import WishScreen
from tui.wording import speak

MakeApp = Callable[[Dossier], DossierApp]


@pytest.fixture
def flood(flood: Dossier, tmp_path: Path) -> Dossier:
    """The flood in a folder that can be written, with two names that may be one."""
    suggestion = Suggestion(("Seille", "Météo-Est"), "same given name, surnames a letter apart")
    found = Found(flood.found.entities, (suggestion,))
    return replace(flood, folder=tmp_path, found=found)


def entities_of(app: DossierApp) -> dict[str, Entity]:
    """The entities shown, by name."""
    screen = next(screen for screen in app.screen_stack if isinstance(screen, ReaderScreen))
    return {entity.name: entity for entity in screen.reading.dossier.found.entities}


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, each once what the one before asked for stands."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


ON_SEILLE = ("l", "l", "full_stop", "comma")
"""To the mention before those of the passage one reads: Seille, in the headline."""


async def test_a_name_is_renamed_in_two_keys_and_taken_back(
    flood: Dossier, make_app: MakeApp, tmp_path: Path
) -> None:
    """What is typed is the name shown and written; ``u`` takes it back, Ctrl+r makes it again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c", "r", "end", *"-sur-Moselle", "enter")
        assert "Seille-sur-Moselle" in entities_of(app)
        assert 'name = "Seille-sur-Moselle"' in (tmp_path / "dossier.toml").read_text("utf-8")
        assert "Seille-sur-Moselle" in text_of(app)
        await press(pilot, "u")
        assert "Seille" in entities_of(app)
        assert not (tmp_path / "dossier.toml").exists()
        await press(pilot, "ctrl+r")

        assert "Seille-sur-Moselle" in entities_of(app)


async def test_the_mouse_wishes_too_and_the_line_says_what_is_typed_in_it(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Two clicks on a row of what may be done do it; a name stands behind what it is."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c")
        rows = rows_of(app)
        y = next(y for y, row in enumerate(rows) if "rename" in row)
        await pilot.click(offset=(8, y), times=2)
        await pilot.pause()

        assert rows_of(app)[-1].startswith(" name: Seille")


async def test_a_name_is_hidden_and_what_is_read_does_not_move(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Hidden, a name leaves overlay and index; the text stays where it is."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        place = screen.guide.place()
        await press(pilot, "c", "h")

        assert "Seille" not in entities_of(app)
        assert screen.guide.place() == place
        assert screen.desk.text.mention is None


async def test_a_kind_is_changed(flood: Dossier, make_app: MakeApp) -> None:
    """Another kind is chosen by its number."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c", "k", "1")

        assert entities_of(app)["Seille"].kind == "person"


async def test_a_name_is_merged_with_one_of_the_index(flood: Dossier, make_app: MakeApp) -> None:
    """The other name is found as one types, and both are one from then on."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c", "m", *"meteo", "enter")

        seille = entities_of(app)["Seille"]
        assert "Météo-Est" in seille.aliases
        assert "Météo-Est" not in entities_of(app)
        assert len(seille.mentions) == 3


async def test_one_mention_is_given_to_another_name(flood: Dossier, make_app: MakeApp) -> None:
    """Only the mention one stands on moves."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c", "o", *"Autre", "enter")

        counts = {name: len(entity.mentions) for name, entity in entities_of(app).items()}
        assert (counts["Autre"], counts["Seille"]) == (1, 1)


async def test_a_spelling_is_taken_out_in_the_index(flood: Dossier, make_app: MakeApp) -> None:
    """In the index Ctrl+o puts the chosen name right, and the list follows."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "E", *"jeanne", "ctrl+o", "s", "a")

        assert isinstance(app.screen, EntitiesScreen)
        assert entities_of(app)["Jeanne Martin"].aliases == ("Jeanne Martin",)
        assert "Mme Martin" in entities_of(app)
        await press(pilot, *["backspace"] * 6, *"martin")
        assert app.screen.query_one(EntityPane).count == 2


@pytest.mark.parametrize(("answer", "one"), [("y", True), ("n", False)])
async def test_a_suggestion_is_answered_in_the_index(
    answer: str, one: bool, flood: Dossier, make_app: MakeApp
) -> None:
    """What may be one stands below the names; accepted it is one, refused it is asked no more."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "E")
        assert "Perhaps one" in text_of(app)
        assert "Seille = Météo-Est ?" in text_of(app)
        await press(pilot, *["down"] * 9, "enter", answer)

        assert ("Météo-Est" in entities_of(app)) is not one
        assert "Perhaps one" not in text_of(app)
        await press(pilot, "escape", "u")
        assert entities_of(app).keys() == {e.name for e in flood.found.entities}


@pytest.mark.parametrize("key", ["o", "y"])
async def test_yes_has_the_letter_of_the_language(
    key: str, flood: Dossier, make_app: MakeApp
) -> None:
    """In French o says oui; y does still."""
    app = make_app(flood)
    speak("fr")
    try:
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "E", *["down"] * 9, "enter")
            assert "o  c’est le même" in text_of(app)
            await press(pilot, key)

            assert "Météo-Est" not in entities_of(app)
    finally:
        speak("en")


async def test_of_several_names_here_one_is_chosen(flood: Dossier, make_app: MakeApp) -> None:
    """Where a passage has several names, which one is asked first; Escape changes nothing."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "l", "l", "J", "c")
        assert isinstance(app.screen, EntitiesScreen)
        assert "Which name?" in text_of(app)
        await press(pilot, "enter", "escape")

        assert isinstance(app.screen, ReaderScreen)
        assert entities_of(app).keys() == {e.name for e in flood.found.entities}


async def test_without_a_folder_the_reader_is_told(flood: Dossier, make_app: MakeApp) -> None:
    """What came from standard input has no file to write in: nothing changes, and it is said."""
    app = make_app(replace(flood, folder=None))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *ON_SEILLE, "c", "h")

        assert "no folder" in text_of(app)
        assert "Seille" in entities_of(app)


async def test_where_no_name_stands_the_letter_typed_next_is_no_command(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Key c asks for the name among all there are: m after it clips nothing."""
    app = make_app(flood)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "l", "l")
        for key in ("c", *"seille", "enter"):
            pilot.app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()

        assert isinstance(app.screen, WishScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert len(app.screen.cuttings.keeping) == 0
