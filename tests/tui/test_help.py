import pytest
from textual.pilot import Pilot

from tests.hosts import Host
from tui.commands import COMMANDS, READER
from tui.screens.chrome import has_words
from tui.screens.help import CommandPane, HelpScreen


def _pane(pilot: Pilot[None]) -> CommandPane:
    return pilot.app.screen.query_one(CommandPane)


def _screen_words(pilot: Pilot[None]) -> str:
    pane = _pane(pilot)
    return "\n".join(pane.render_line(y).text for y in range(pane.size.height))


async def test_every_command_is_listed_and_can_be_reached() -> None:
    """Going down from the top passes every command once, and no heading."""
    host = Host(HelpScreen(COMMANDS))
    async with host.run_test(size=(80, 24)) as pilot:
        met = []
        for _ in COMMANDS:
            met.append(_pane(pilot).current)
            await pilot.press("down")

        assert {c.id for c in met if c} == {c.id for c in COMMANDS}


async def test_what_is_typed_is_found_and_enter_runs_it() -> None:
    """Typed words narrow the list at once, accents and case aside; Enter gives the command's id."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Néxt sour")
        assert _pane(pilot).current in READER
        await pilot.press("enter")

    assert host.results == ["next_source"]


async def test_letters_that_move_elsewhere_are_typed_here() -> None:
    """In the help j, k, q and Space are letters of what is looked for."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jkq g")
        await pilot.pause()

        assert _pane(pilot).current is None
        assert "No command has these words." in _screen_words(pilot)
        await pilot.press("enter")
        assert host.results == []


async def test_escape_closes_and_runs_nothing() -> None:
    """Escape gives None, whatever was typed."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("c", "escape")

    assert host.results == [None]


async def test_a_second_click_runs_a_command() -> None:
    """A row clicked twice is carried out."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.click(CommandPane, offset=(30, 1), times=2)
        await pilot.pause()

    assert host.results == [READER[0].id]


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (60, 20), (40, 12), (20, 5), (3, 2), (1, 1)])
async def test_any_size_shows_whole_lines(size: tuple[int, int]) -> None:
    """At every size each line has exactly the pane's width, and the chosen command is in sight."""
    host = Host(HelpScreen(COMMANDS))
    async with host.run_test(size=size) as pilot:
        await pilot.press("down", "pagedown", "pageup", "up", "pagedown")
        pane = _pane(pilot)

        for y in range(pane.size.height):
            assert pane.render_line(y).cell_length == pane.size.width
        if size[1] >= 5:
            assert any("▌" in pane.render_line(y).text for y in range(pane.size.height))


async def test_no_sentence_is_cut_at_eighty_columns() -> None:
    """In a terminal of 80 columns every command's sentence is shown whole."""
    host = Host(HelpScreen(COMMANDS))
    async with host.run_test(size=(80, 150)) as pilot:
        words = _screen_words(pilot)

        assert [c.id for c in COMMANDS if c.sentence not in words] == []


def test_words_are_found_in_any_order() -> None:
    """Every word typed must stand somewhere; the order and the case are free."""
    assert has_words("topic NEXT", "Next topic", "Go to the next topic.")
    assert not has_words("topic last", "Next topic")
    assert has_words("", "anything")
