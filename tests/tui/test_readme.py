import re
from pathlib import Path

import pytest

from tui.commands import COMMANDS
from tui.keymap import read_keymap
from tui.settings import load_settings
from tui.theming import read_theme, weak_inks

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def _example(name: str) -> str:
    [text] = re.findall(rf"```toml\n# {re.escape(name)}.*?\n(.*?)```", README, re.DOTALL)
    return str(text)


def test_the_readmes_keys_can_be_given() -> None:
    """The example of ``keys.toml`` is read without a problem."""
    loaded = read_keymap(_example("keys.toml"), "keys.toml", COMMANDS)

    assert loaded.problems == ()
    assert loaded.keymap()["clip"] == "b"


def test_the_readmes_theme_can_be_worn() -> None:
    """The example of a theme is read without a problem, and can be read by."""
    loaded = read_theme("brume", _example("themes/brume.toml"), "brume.toml")

    assert loaded.problems == ()
    assert list(weak_inks(loaded.themes[0])) == []


@pytest.mark.parametrize("line", re.findall(r"`(\w+ = \"\w+\")`", README))
def test_the_readmes_settings_are_settings(line: str, tmp_path: Path) -> None:
    """A setting the README names is one."""
    file = tmp_path / "settings.toml"
    file.write_text(line)

    name, _, value = line.partition(" = ")
    assert load_settings(file).problems == ()
    assert getattr(load_settings(file).settings, name) == value.strip('"')


def test_the_readmes_table_of_keys_is_true() -> None:
    """Each key of the README's table is a key of a command."""
    shown = {key for command in COMMANDS for key in command.shown.split()}
    rows = re.findall(r"^\| (`.*?) \|", README, re.MULTILINE)

    told = [key for row in rows for part in re.findall(r"`([^`]+)`", row) for key in part.split()]
    assert len(told) > 15
    assert [key for key in told if key not in shown] == []
