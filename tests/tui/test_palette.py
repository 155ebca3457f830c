import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dossier import Dossier
from tests.hosts import Host, dossier_of_floods
from tests.looking import text_of
from tests.tui.conftest import MakeApp
from tui.commands import COMMANDS, READER
from tui.palette import Target, entries_of, found_in
from tui.screens.palette import EntryPane, PaletteScreen

ENTRIES = tuple(entries_of(dossier_of_floods(), COMMANDS))


def _first(typed: str) -> str:
    return found_in(ENTRIES, typed)[0].name


def test_commands_topics_sources_and_names_are_all_there() -> None:
    """The palette leads to every command, topic, article and entity of the dossier."""
    dossier = dossier_of_floods()

    targets = [entry.target for entry in ENTRIES]
    expected = [*dossier.topics, *dossier.articles, *COMMANDS, *dossier.found.entities]
    assert targets == expected


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("montee", "La montée des eaux"),
        ("LE GOFF", "Claire Le Goff"),
        ("littoral", "Crue : Brest se prépare"),
        ("quimper.txt", "Quimper wakes to water"),
        ("topic next", "Next topic"),
        ("brest", "Brest"),
    ],
)
def test_a_few_letters_find_it(typed: str, name: str) -> None:
    """Words in any order, accents and case aside, by name, outlet, file or spelling."""
    assert _first(typed) == name


def test_what_begins_with_the_words_stands_first() -> None:
    """A name that begins with what is typed comes before one that only has it inside."""
    names = [entry.name for entry in found_in(ENTRIES, "next")]

    assert names[0].startswith("Next")
    assert [n.startswith("Next") for n in names] == sorted(
        (n.startswith("Next") for n in names), reverse=True
    )


@given(st.text(max_size=12))
def test_whatever_is_typed_what_is_found_has_it(typed: str) -> None:
    """Every entry found has each word typed, and none stands twice."""
    found = found_in(ENTRIES, typed)

    assert len({id(entry) for entry in found}) == len(found)
    assert set(found) <= set(ENTRIES)


async def test_enter_gives_what_was_chosen() -> None:
    """Typing and Enter give the topic, article, entity or command itself."""
    dossier = dossier_of_floods()
    host: Host[Target | None] = Host(PaletteScreen(dossier, READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"secours", "enter")

    assert host.results == [dossier.topics[1]]


async def test_arrows_choose_and_both_keys_close() -> None:
    """Down takes the next one; Escape and Ctrl+p give nothing."""
    dossier = dossier_of_floods()
    host: Host[Target | None] = Host(PaletteScreen(dossier, READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "up", "pagedown", "pageup")
        assert pilot.app.screen.query_one(EntryPane).current is not None
        await pilot.press("ctrl+p")

    assert host.results == [None]


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1)])
async def test_any_size_shows_whole_lines(size: tuple[int, int]) -> None:
    """At every size each line has the pane's width, typed or not."""
    async with Host(PaletteScreen(dossier_of_floods(), COMMANDS)).run_test(size=size) as pilot:
        for keys in (["pagedown"], ["b"], ["z", "z", "z"]):
            await pilot.press(*keys)
            pane = pilot.app.screen.query_one(EntryPane)

            for y in range(pane.size.height):
                assert pane.render_line(y).cell_length == pane.size.width


async def test_nothing_to_take_back_is_not_offered(flood: Dossier, make_app: MakeApp) -> None:
    """Undo and Redo stand in the palette when there is something to undo or redo."""
    app = make_app(flood)
    offered = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l")
        for key in ("l", "m", "u"):
            await pilot.press(key, "ctrl+p")
            await pilot.pause()
            await pilot.press(*"change")
            await pilot.pause()
            shown = text_of(app)
            offered.append(("Undo  " in shown, "Redo  " in shown))
            await pilot.press("escape")
            await pilot.pause()

    assert offered == [(False, False), (True, False), (False, True)]
