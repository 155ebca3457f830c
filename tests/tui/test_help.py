import ast
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

import tui
from tests.hosts import Host, dossier_of_floods
from tui.commands import COMMANDS, READER, Command, pick
from tui.other_words import OTHER_WORDS
from tui.palette import entries_of, found_in
from tui.screens.chrome import TypeLine, has_words
from tui.screens.help import CommandPane, HelpScreen
from tui.signs import Sign, signs
from tui.wording import LANGUAGES, say, speak


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

        assert {c.id for c in met if isinstance(c, Command)} == {c.id for c in COMMANDS}


async def test_space_pages_until_a_word_is_typed() -> None:
    """As it does everywhere; behind a word it is typed, for another may follow."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        line = pilot.app.screen.query_one(TypeLine)
        await pilot.press("pagedown")
        paged = _screen_words(pilot)
        await pilot.press("pageup", "space")
        assert (line.value, _screen_words(pilot)) == ("", paged)

        await pilot.press(*"next", "space", *"sour")
        assert line.value == "next sour"


async def test_home_and_end_lead_to_the_ends_of_the_list_until_a_word_is_typed() -> None:
    """In a word they lead to its ends, as in any line."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        line, pane = pilot.app.screen.query_one(TypeLine), pilot.app.screen.query_one(CommandPane)
        first = pane.current
        await pilot.press("end")
        assert pane.selected == pane.count - 1
        await pilot.press("home")
        assert pane.current is first

        await pilot.press(*"ext", "home", "n")
        assert line.value == "next"


async def test_what_is_typed_is_found_and_enter_runs_it() -> None:
    """Typed words narrow the list at once, accents and case aside; Enter gives the command's id."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"Néxt sour")
        assert _pane(pilot).current in READER
        await pilot.press("enter")

    assert host.results == ["next_source"]


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "reorder", "topic_up"),
        ("en", "delete", "move_extract"),
        ("en", "exit", "quit"),
        ("fr", "fusion", "retitle"),
        ("fr", "ajout", "move_extract"),
        ("fr", "ordre", "topic_down"),
        ("fr", "surligner", "overlay"),
    ],
)
async def test_a_command_is_found_by_other_words_than_its_own(
    language: str, typed: str, found: str
) -> None:
    """In the help and in the palette, in each language."""
    speak(language)
    host = Host(HelpScreen(COMMANDS))
    async with host.run_test(size=(100, 60)) as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        [command] = pick(found)
        entries = list(entries_of(dossier_of_floods(), COMMANDS))

        assert " ".join(say(command.sentence).split()) in _screen_words(pilot)
        assert command in [entry.target for entry in found_in(entries, typed)]


def test_no_command_is_without_other_words() -> None:
    """Each command has some, and there are none for what is no command."""
    assert OTHER_WORDS.keys() == {command.id for command in COMMANDS}


async def test_letters_that_move_elsewhere_are_typed_here() -> None:
    """In the help j, k, q and Space are letters of what is looked for."""
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"jkq g")
        await pilot.pause()

        assert _pane(pilot).current is None
        assert "No command and no sign has these words." in _screen_words(pilot)
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


@pytest.fixture
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_sign_is_reached_and_told_whole(language: str, size: tuple[int, int]) -> None:
    """Below the commands each sign stands once with what it means, uncut; Enter does nothing."""
    speak(language)
    host = Host(HelpScreen(READER))
    async with host.run_test(size=size) as pilot:
        await pilot.press("down", *["pagedown"] * 20)
        seen = _screen_words(pilot)
        assert _pane(pilot).current == signs()[-1]
        for sign in reversed(signs()):
            assert _pane(pilot).current == sign
            seen += _screen_words(pilot)
            await pilot.press("enter", "up")

        assert [sign.means for sign in signs() if " ".join(sign.means.split()) not in seen] == []
        assert isinstance(_pane(pilot).current, Command)
        assert host.results == []


async def test_a_sign_is_found_by_what_it_means() -> None:
    """Words, or the sign itself, lead to it; "signs" to all of them."""
    host = Host(HelpScreen(COMMANDS))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"begins clipping")
        assert _pane(pilot).current == Sign("◆", "A clipping; in a text, where it begins.")
        await pilot.press(*["backspace"] * 15, *"signs")

        assert "◆" in _screen_words(pilot)


FRAME = set("─┬│←→↑↓") | set("▂▃▅▆")
"""Symbols that are the frame's or keys', and the bars between those that are told."""


def _drawn() -> set[str]:
    """Every symbol in a string of the screen's code; of docstrings and of what is told, none."""
    found: set[str] = set()
    for file in Path(tui.__path__[0]).rglob("*.py"):
        if file.name in {"signs.py", "typesetting.py"}:
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                drawn = id(node) not in told and "[" not in node.value  # no expression
                found |= set(node.value) if drawn else set()
    return {c for c in found if unicodedata.category(c) in {"So", "Sm", "Po"} and c > "\x7f"}


def test_every_sign_of_the_screen_is_told() -> None:
    """Whatever symbol the code draws is in the help."""
    told = {char for sign in signs() for char in sign.shown if char > "\x7f"}

    assert sorted(_drawn() - FRAME - told) == []


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize(("language", "typed"), [("en", "legend"), ("fr", "légende")])
async def test_who_looks_for_the_legend_finds_the_signs(language: str, typed: str) -> None:
    """All of them, by the name that a map gives them."""
    speak(language)
    host = Host(HelpScreen(READER))
    async with host.run_test(size=(80, 60)) as pilot:
        await pilot.press(*typed)
        await pilot.pause()
        shown = _screen_words(pilot)

        assert all(" ".join(sign.means.split()) in shown for sign in signs())
