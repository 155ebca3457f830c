import os
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.dossier import Dossier
from dossier.export import FORMS, GROUPS, own_form
from dossier.problems import DossierError
from tests.looking import text_of
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.inks import KINDS
from tui.keymap import load_keymap, read_keymap
from tui.problems import problem_told
from tui.rendering import ON_TOPIC
from tui.screens.clipping_list import ORDERS
from tui.screens.reader import ReaderScreen
from tui.settings import CHOICES, LoadedSettings, Settings, load_settings, save_settings
from tui.theming import read_theme
from tui.wording import LANGUAGES, speak

CHOSEN = Settings(
    theme="papier",
    language="fr",
    overlay=False,
    hidden_kinds=("date", "figure"),
    dim=False,
    topics_width=24,
    export_group="source",
)


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    """No file is needed, and none is a problem."""
    loaded = load_settings(tmp_path / "settings.toml")

    assert loaded.settings == Settings()
    assert loaded.problems == ()


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """Settings written and read again are the same, in a folder that did not exist."""
    file = tmp_path / "new" / "settings.toml"

    save_settings(file, CHOSEN)

    assert load_settings(file).settings == CHOSEN


def test_a_mark_at_the_head_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    """Settings and keys that Windows marked as UTF-8 are read, and written again."""
    file, keys = tmp_path / "settings.toml", tmp_path / "keys.toml"
    file.write_text('theme = "papier"\n', encoding="utf-8-sig")
    keys.write_text('clip = "b"\n', encoding="utf-8-sig")

    assert load_settings(file) == LoadedSettings(Settings(theme="papier"))
    assert load_keymap(keys, COMMANDS).keymap() == {"clip": "b"}
    save_settings(file, Settings(theme="sepia"))
    assert load_settings(file).settings == Settings(theme="sepia")


def in_french(told: Callable[[str], str], words: str) -> str:
    """What is told to a French reader; the others are told in English again."""
    speak("fr")
    try:
        return told(words)
    finally:
        speak("en")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
@pytest.mark.parametrize("make", [getattr(os, "mkfifo", Path.mkdir), Path.mkdir])
def test_what_is_no_file_is_told(make: Callable[[Path], None], tmp_path: Path) -> None:
    """A pipe is not waited for, nothing of it or of a folder counts, and it is left as it is."""
    file, keys = tmp_path / "settings.toml", tmp_path / "keys.toml"
    make(file)
    make(keys)

    loaded, given = load_settings(file), load_keymap(keys, COMMANDS)

    assert loaded.settings == Settings()
    assert given.keymap() == {}
    for [problem] in (loaded.problems, given.problems):
        assert "it is not a file" in problem.message
        assert "ce n’est pas un fichier" in in_french(problem_told, problem.message)
    with pytest.raises(DossierError):
        save_settings(file, CHOSEN)
    assert not file.is_file()


def test_defaults_are_not_written(tmp_path: Path) -> None:
    """The file holds what differs, so that a better default reaches the reader."""
    file = tmp_path / "settings.toml"
    save_settings(file, CHOSEN)

    save_settings(file, Settings(theme="papier"))

    assert tomllib.loads(file.read_text()) == {"theme": "papier"}


def test_what_the_reader_wrote_stays(tmp_path: Path) -> None:
    """Comments and keys of a later version outlive a change."""
    file = tmp_path / "settings.toml"
    file.write_text('# mine\nfuture = [1, 2]\ntheme = "papier"  # by day\n')

    save_settings(file, Settings(theme="encre"))

    text = file.read_text()
    assert "# mine" in text
    assert tomllib.loads(text) == {"future": [1, 2], "theme": "encre"}


@pytest.mark.parametrize(
    "line",
    [
        "theme = 3",
        "overlay = 1",
        "hidden_kinds = [1]",
        "hidden_kinds = true",
        "topics_width = true",
        "topics_width = -4",
        'theme = "a\\u0000b"',
        "[dim]",
        'clippings_order = "colour"',
        'export_form = "docx"',
        'export_group = "x"',
        'hidden_kinds = ["persons"]',
        'pipelines = ["nonsense"]',
    ],
)
def test_a_wrong_value_is_told_and_its_default_counts(line: str, tmp_path: Path) -> None:
    """A value of the wrong kind is a problem with its line; the other values count."""
    file = tmp_path / "settings.toml"
    file.write_text(f'language = "fr"\n{line}\n')

    loaded = load_settings(file)

    [problem] = loaded.problems
    assert loaded.settings == Settings(language="fr")
    assert "line 2" in problem.message


def test_a_broken_file_is_told_and_never_overwritten(tmp_path: Path) -> None:
    """A file that is no TOML gives the defaults and a problem, and saving leaves it as it is."""
    file = tmp_path / "settings.toml"
    file.write_text("theme =")

    [problem] = load_settings(file).problems
    assert "defaults" in problem.message
    with pytest.raises(DossierError, match="left alone"):
        save_settings(file, CHOSEN)
    assert file.read_text() == "theme ="


DEEP = "x = " + "[" * 5_000 + "]" * 5_000
LONG = "x = " + "9" * 5_000


@pytest.mark.parametrize("text", [DEEP, LONG])
def test_what_toml_cannot_hold_is_told(text: str, tmp_path: Path) -> None:
    """Lists in lists without end, or a number of thousands of digits, in any file of ours."""
    file = tmp_path / "settings.toml"
    file.write_text(text)

    assert len(load_settings(file).problems) == 1
    assert len(read_keymap(text, "keys.toml", ()).problems) == 1
    assert len(read_theme("mine", text, "mine.toml").problems) == 1


def test_a_file_too_deep_is_left_alone(tmp_path: Path) -> None:
    """Saving leaves it as it is, and says so."""
    file = tmp_path / "settings.toml"
    file.write_text(DEEP)

    with pytest.raises(DossierError, match="left alone"):
        save_settings(file, CHOSEN)
    assert file.read_text() == DEEP


def test_a_folder_in_the_way_is_said_in_one_sentence(tmp_path: Path) -> None:
    """What cannot be written is told by name, and leaves no half file beside it."""
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DossierError, match="could not be written"):
        save_settings(tmp_path / "taken" / "settings.toml", CHOSEN)

    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_what_a_setting_may_be_is_what_there_is() -> None:
    """The words that are allowed are those of the screen, the exports and the list."""
    there = {
        "language": LANGUAGES,
        "hidden_kinds": KINDS,
        "clippings_order": ORDERS,
        "export_group": GROUPS,
        "export_form": (*(form.name for form in FORMS), own_form(Path(__file__)).name),
    }

    assert there == CHOICES


def test_what_no_file_can_hold_is_not_kept(tmp_path: Path) -> None:
    """A folder whose name is not UTF-8 is forgotten; what else was chosen is kept."""
    file = tmp_path / "kept.toml"

    save_settings(file, replace(CHOSEN, export_folder="new \udce9"))

    assert load_settings(file).settings == CHOSEN


def test_a_linked_file_stays_linked(tmp_path: Path) -> None:
    """Settings kept elsewhere through a link are written there, with the same permissions."""
    there = tmp_path / "dotfiles.toml"
    there.write_text("")
    there.chmod(0o600)
    link = tmp_path / "settings.toml"
    link.symlink_to(there)

    save_settings(link, CHOSEN)

    assert link.is_symlink()
    assert load_settings(there).settings == CHOSEN
    assert there.stat().st_mode & 0o777 == 0o600


async def test_furniture_is_shown_as_it_was_left(flood: Dossier) -> None:
    """Folded or not when one leaves, it is so at the next opening."""
    app = DossierApp(flood, settings=Settings(furniture=True))
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        shown = screen.reading.folded
        await pilot.press("j", "l", "F", "q")

    assert not shown
    assert app.settings == Settings()


async def test_without_decorations_rules_have_the_colour_of_the_ground(flood: Dossier) -> None:
    """In every theme; the marks that tell something stand."""
    app = DossierApp(flood, settings=Settings(decorations=False))
    async with app.run_test(size=(120, 40)) as pilot:
        for _ in range(3):
            assert app.theme_variables["rule"] == app.theme_variables["background"]
            await pilot.press("t")
        await pilot.press("j", "l", "j")
        shown = text_of(app)

    assert ON_TOPIC in shown
