from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.dossier import Dossier
from dossier.index.articles import KeptArticles
from tests.dossier.index.kept_folder import whole_and_large
from tests.looking import press, rows_of, text_of
from tests.tolls import dossier_of_texts
from tui.app import DossierApp
from tui.commands import COMMANDS, pick
from tui.leading import OF_THE_TEXT, OVER_A_LIST, narrow, possible
from tui.screens.chrome import TypeLine
from tui.screens.clippings import ClippingsScreen
from tui.screens.entities import EntitiesScreen
from tui.screens.help import CommandPane, HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.particulars import ParticularsScreen
from tui.screens.reader import ReaderScreen
from tui.screens.revising import Revising
from tui.sifting import hits_of

MakeApp = Callable[[Dossier], DossierApp]


ON_CLIPPINGS = {"tag", "arrange", "move_down", "move_up"}
"""Commands that only the list of clippings has."""


def _reader(app: DossierApp) -> ReaderScreen:
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


@pytest.mark.parametrize("pane", ["topics", "sources", "text"])
async def test_every_command_can_be_given_from_every_pane(
    pane: str, flood: Dossier, make_app: MakeApp
) -> None:
    """In each pane every command has a key that is bound, and an action that is there."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*{"topics": "", "sources": "l", "text": "ll"}[pane])
        bound = {a.binding.id: a for a in app.screen.active_bindings.values()}

        missing = {c.id for c in COMMANDS if c.id not in bound}
        assert missing == ON_CLIPPINGS
        there = {*dir(ClippingsScreen), *dir(Revising)}
        assert {f"action_{name}" for name in missing} <= there
        for command in (c for c in COMMANDS if c.id in bound):
            active = bound[command.id]
            name = active.binding.action.partition("(")[0].rpartition(".")[2]
            assert hasattr(active.node, f"action_{name}"), command.id


async def test_the_help_carries_out_what_is_chosen(flood: Dossier, make_app: MakeApp) -> None:
    """Help lists what can be done here; Enter does it, in the pane one came from."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert app.screen.query_one(CommandPane).count > len(COMMANDS) - 1
        await pilot.press(*"next topic", "enter")
        await pilot.pause()

        assert _reader(app).reading.topic == flood.topics[0]


async def test_the_palette_leads_to_topics_articles_and_names(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Ctrl+p and a few letters go to a topic, an article, or narrow to a name."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"le pont", "enter")
        await pilot.pause()
        assert _reader(app).reading.topic == flood.topics[1]
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"encore trois", "enter")
        await pilot.pause()
        assert _reader(app).reading.file == "weather.txt"
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"meteo-est", "enter")
        await pilot.pause()

        assert _reader(app).reading.lens.narrowed
        assert [hit.file for hit in _reader(app).reading.lens.hits] == ["weather.txt"]


async def test_an_entity_of_the_index_narrows_the_dossier(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Key E lists the names; Enter shows only what mentions one; Escape opens up again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        await pilot.press(*"seille", "enter")
        await pilot.pause()
        reading = _reader(app).reading
        seille = flood.found.entities[2]
        assert [hit.span for hit in reading.lens.hits] == [m.span for m in seille.mentions]
        assert all(hit.line >= 1 for hit in reading.lens.hits)
        assert "Narrowed to Seille" in text_of(app)
        await pilot.press("n", "escape")

        assert not reading.lens.narrowed


async def test_the_title_line_goes_on_saying_what_the_dossier_is_narrowed_to(
    flood: Dossier, make_app: MakeApp
) -> None:
    """At 80 columns, keys after the lens, the name stands there whole, and so do words found."""
    dossier = replace(flood, title="La crue et ce qui la suit, " * 4)
    app = make_app(dossier)
    async with app.run_test(size=(80, 24)) as pilot:
        narrow(_reader(app).guide, dossier.found.entities[2])
        await pilot.press("n", "j", "n")
        assert rows_of(app)[0].rstrip().endswith(" hits of Seille")
        await pilot.press("escape", "slash", *'"le pont"', "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("n", "j")

        assert rows_of(app)[0].rstrip().endswith(" 1 hit of “le pont”")


async def test_the_lens_takes_the_name_one_reads(flood: Dossier, make_app: MakeApp) -> None:
    """Key * narrows to the one name of the passage; of several it lets one choose."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("asterisk")
        await pilot.pause()
        assert not _reader(app).reading.lens.narrowed
        await pilot.press("l", "l", "J", "asterisk")
        await pilot.pause()

        assert isinstance(app.screen, EntitiesScreen)
        assert app.screen.query("EntityPane").first().render_line(0).text.strip("▌ ")
        await pilot.press("down", "enter")
        await pilot.pause()
        assert _reader(app).reading.lens.narrowed


async def test_a_name_that_a_passage_has_twice_is_one_name(make_app: MakeApp) -> None:
    """The lens takes it; nothing is left to choose."""
    known = dossier_of_texts("Odile Ferrand est partie. Odile Ferrand reviendra.")
    app = make_app(known)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "asterisk")
        await pilot.pause()

        assert _reader(app).reading.lens.narrowed
        assert len(_reader(app).reading.lens.hits) == 2


async def test_what_is_known_of_the_article_is_one_key_away(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Key i tells of the article one reads, and the same key leads back."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, ParticularsScreen)
        assert "Le Républicain" in text_of(app)
        await pilot.press("i")
        await pilot.pause()

        assert isinstance(app.screen, ReaderScreen)


def test_a_name_of_a_large_dossier_is_narrowed_to_without_its_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its mentions are told by their files, in the dossier's order; no article is made for them."""
    whole, large = whole_and_large(tmp_path, monkeypatch)
    made: list[int] = []
    monkeypatch.setattr(KeptArticles, "_make", lambda _, at: made.append(at))
    places = {
        entity.name: [(hit.file, hit.span) for hit in hits_of(large, entity)]
        for entity in large.found.entities
    }

    assert made == []
    assert places == {
        entity.name: [(hit.file, hit.span) for hit in hits_of(whole, entity)]
        for entity in whole.found.entities
    }


async def test_the_palette_opens_over_the_clippings_and_leads_away_from_them(
    written: Dossier, make_app: MakeApp
) -> None:
    """Faster than it opens, too: what is typed after Ctrl+p is no command of the clippings."""
    app = make_app(written)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "l", "l", "m", "C")
        for key in ("ctrl+p", *"smxq"):
            app.simulate_key(key)
        await press(pilot)
        await press(pilot)
        assert isinstance(app.screen, PaletteScreen)
        assert app.screen.query_one(TypeLine).value == "smxq"
        await press(pilot, *["backspace"] * 4, *"le pont", "enter")

        assert _reader(app).reading.topic == written.topics[1]
        assert len(_reader(app).cuttings.keeping) == 1


async def test_a_name_of_the_index_leads_away_from_the_clippings(
    written: Dossier, make_app: MakeApp
) -> None:
    """Key E lists the names there too; Escape leads back, Enter to what has the name."""
    app = make_app(written)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "C", "E")
        assert isinstance(app.screen, EntitiesScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ClippingsScreen)
        await press(pilot, "E", *"seille", "enter")

        assert _reader(app).reading.lens.narrowed


@pytest.mark.parametrize("opens", ["C", "w", "i"])
async def test_no_key_that_the_help_lists_is_dead(
    opens: str, written: Dossier, make_app: MakeApp
) -> None:
    """Over another screen too each command listed does something; one that is not says so."""
    app = make_app(written)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "l", "l", "J", "m", opens)
        listed = {command.id for command in possible(app.screen, app.commands)}
        over, keys = type(app.screen), rows_of(app)[-1]
        for command in pick(*(OVER_A_LIST | {"theme"})):
            await press(pilot, command.keys)
            assert type(app.screen) is not over or rows_of(app)[-1] != keys, command.id
            if type(app.screen) is not over:
                await press(pilot, "escape")
        dead = [c for c in app.commands if c.id not in listed]
        silent = []
        for command in dead:
            await press(pilot, command.keys.split(",")[0])
            assert type(app.screen) is over
            if f"“{command.name}” does nothing here; Esc leads back." not in text_of(app):
                silent.append(command.id)

        assert listed >= {*OVER_A_LIST, "theme"}
        assert not listed & (OF_THE_TEXT - {"particulars"})
        assert silent == []
