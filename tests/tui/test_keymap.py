from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App
from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, pick
from tui.keymap import load_keymap, read_keymap

FEW = pick("clip", "down", "next_source", "previous_source", "help")
"""Commands of which no other has a key that the tests give."""


def test_without_a_file_the_keys_are_ours(tmp_path: Path) -> None:
    """No file is needed, and none is a problem."""
    loaded = load_keymap(tmp_path / "keys.toml", COMMANDS)

    assert loaded.keymap() == {}
    assert loaded.problems == ()
    assert loaded.applied(COMMANDS) == COMMANDS


def test_a_command_takes_the_keys_it_is_given() -> None:
    """Keys may be signs or names, one or several; the help shows them as they are."""
    text = 'clip = "c"\nnext_source = [",", "ctrl+n"]\nhelp = ["f1", "at"]\n'

    loaded = read_keymap(text, "keys.toml", FEW)

    assert loaded.problems == ()
    assert loaded.keymap() == {"clip": "c", "next_source": "comma,ctrl+n", "help": "f1,at"}
    shown = {command.id: command.shown for command in loaded.applied(FEW)}
    assert shown["next_source"] == ", Ctrl+n"
    assert shown["previous_source"] == "["


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('clip = "b"\nfly = "ctrl+y"\n', 2, "fly"),
        ("\nclip = 3\n", 2, "3"),
        ("clip = []\n", 1, "[]"),
        ('clip = "ctrl+nothing"\n', 1, "ctrl+nothing"),
        ('clip = ""\n', 1, "''"),
        ('clip = "\\u0000"\n', 1, "clip"),
        ('# comment\nclip = "j"\n', 2, "down"),
        ('[clip]\nkey = "c"\n', 1, "clip"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, word: str) -> None:
    """An unknown command, a key that is none and a clash each name their line."""
    loaded = read_keymap(text, "keys.toml", COMMANDS)

    [problem] = loaded.problems
    assert problem.message.startswith(f"line {line}: ")
    assert word in problem.message
    assert "clip" not in loaded.keymap() or "fly" in text


def test_two_lines_with_one_key_are_both_told() -> None:
    """Of two commands given the same key neither gets it."""
    text = 'clip = "c"\ncopy = "c"\n'

    loaded = read_keymap(text, "keys.toml", COMMANDS)

    assert loaded.keymap() == {}
    assert [problem.message.split(":")[0] for problem in loaded.problems] == ["line 1", "line 2"]


def test_keys_may_be_swapped() -> None:
    """A key that another line frees may be taken."""
    loaded = read_keymap('up = "j"\ndown = "k"\n', "keys.toml", COMMANDS)

    assert loaded.problems == ()
    assert loaded.keymap() == {"up": "j", "down": "k"}


def test_a_swap_with_one_wrong_half_changes_nothing() -> None:
    """When the command that would have freed the key keeps it, the taker keeps its own."""
    loaded = read_keymap('up = "j"\ndown = "qq"\n', "keys.toml", COMMANDS)

    assert loaded.keymap() == {}
    assert len(loaded.problems) == 2


def test_a_file_that_is_no_toml_changes_no_key(tmp_path: Path) -> None:
    """Broken TOML and broken bytes are told, and every command keeps its keys."""
    file = tmp_path / "keys.toml"
    for content in (b"clip =", b"\xff\xfe"):
        file.write_bytes(content)
        loaded = load_keymap(file, COMMANDS)

        assert loaded.keymap() == {}
        assert str(file) == loaded.problems[0].file


@given(
    st.dictionaries(
        st.sampled_from([command.id for command in COMMANDS]),
        st.sampled_from(["a", "j", "k", "ctrl+x", "f2", "é", ",", "left", "]"]),
    )
)
def test_whatever_is_given_no_key_means_two_things(lines: dict[str, str]) -> None:
    """After any file, each key still belongs to one command."""
    text = "".join(f'{name} = "{key}"\n' for name, key in lines.items())

    commands = read_keymap(text, "keys.toml", COMMANDS).applied(COMMANDS)

    keys = [b.key for c in commands for b in Binding.make_bindings([c.binding()])]
    assert len(keys) == len(set(keys))


class _Counting(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [c.binding() for c in pick("clip", "down")]

    done: tuple[str, ...] = ()

    def action_clip(self) -> None:
        self.done += ("clip",)

    def action_down(self) -> None:
        self.done += ("down",)


async def test_a_running_app_takes_the_keymap() -> None:
    """After a command is given another key, that key does it and its old one does nothing."""
    app = _Counting()
    async with app.run_test() as pilot:
        app.set_keymap(read_keymap('clip = ","\n', "keys.toml", FEW).keymap())
        await pilot.press("m", "j", "comma")

    assert app.done == ("down", "clip")
