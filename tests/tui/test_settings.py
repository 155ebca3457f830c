import tomllib
from pathlib import Path

import pytest

from dossier.problems import DossierError
from tui.settings import Settings, load_settings, save_settings, write_whole

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


def test_a_folder_in_the_way_is_said_in_one_sentence(tmp_path: Path) -> None:
    """What cannot be written is told by name, and leaves no half file beside it."""
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(DossierError, match="could not be written"):
        save_settings(tmp_path / "taken" / "settings.toml", CHOSEN)

    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """A text that cannot be encoded leaves the old file, and nothing beside it."""
    file = tmp_path / "kept.toml"
    file.write_text("old")

    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "new \ud800")

    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


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
