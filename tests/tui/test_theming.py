import os
import tomllib
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import themes
from tests.hosts import Host
from tui.commands import READER
from tui.inks import inks_of
from tui.screens.help import CommandPane, HelpScreen
from tui.theming import (
    INKS,
    OWN,
    READABLE,
    ROLES,
    contrast,
    load_theme,
    load_themes,
    read_theme,
    role_defaults,
    theme_names,
    weak_inks,
)
from tui.toml_lines import line_of, plain_tables


def test_every_theme_of_ours_is_whole_and_without_a_problem() -> None:
    """Our themes give every role, and nothing in them is wrong."""
    loaded = load_themes()

    assert loaded.problems == ()
    assert all(set(ROLES) <= theme.variables.keys() for theme in loaded.themes)
    assert [theme.name for theme in loaded.themes][:2] == list(OWN)


@pytest.mark.parametrize("name", theme_names())
def test_words_and_marks_are_readable_in_every_theme(name: str) -> None:
    """WCAG AA: 4.5:1 for words on the ground and on the selected row, 3:1 for marks."""
    [theme] = load_theme(name).themes

    assert list(weak_inks(theme)) == []


@pytest.mark.parametrize("name", theme_names())
def test_names_off_topic_stay_readable(name: str) -> None:
    """What is dimmed is dimmed no further than words can be read."""
    [theme] = load_theme(name).themes
    inks = inks_of(_variables(theme))

    for ink in inks.dimmed:
        assert ink.color is not None
        if ink.color.triplet is not None and not theme.ansi:
            assert contrast(ink.color.triplet.hex, theme.variables["ground"]) >= READABLE


def _variables(theme: Theme) -> dict[str, str]:
    grounds = {"background": theme.background or "", "foreground": theme.foreground or ""}
    return {**theme.variables, **grounds}


@pytest.mark.parametrize("name", theme_names())
def test_kinds_of_name_differ_in_colour(name: str) -> None:
    """Persons, places, organisations, dates and figures have five colours."""
    [theme] = load_theme(name).themes

    kinds = [theme.variables[role] for role in ("person", "place", "organisation", "date")]
    assert len({*kinds, theme.variables["figure"]}) == 5


@pytest.mark.parametrize("name", ["contrast-dark", "contrast-light"])
def test_the_high_contrast_themes_are_that(name: str) -> None:
    """Every ink of a high-contrast theme has 7:1 on the ground (WCAG AAA)."""
    [theme] = load_theme(name).themes

    ratios = [
        contrast(theme.variables[ink], theme.variables["ground"], dark=theme.dark) for ink in INKS
    ]
    assert min(ratios) >= 7


def test_there_is_a_theme_for_every_screen() -> None:
    """Eight themes or more, dark and light ones, and one each of the terminal's own colours."""
    loaded = load_themes().themes

    assert len(loaded) >= 8
    assert {theme.dark for theme in loaded if theme.ansi} == {True, False}
    assert sum(theme.dark for theme in loaded) >= 3
    assert sum(not theme.dark for theme in loaded) >= 3


def test_our_own_two_are_a_dark_and_a_light_one() -> None:
    """The first theme is dark, the second light."""
    assert [theme.dark for theme in load_themes().themes[:2]] == [True, False]


@pytest.mark.parametrize("name", theme_names())
async def test_every_theme_can_be_worn(name: str) -> None:
    """A screen of ours is drawn in every theme, in its very colours."""
    host = Host(HelpScreen(READER), theme=name)
    async with host.run_test(size=(60, 20)) as pilot:
        strip = pilot.app.screen.query_one(CommandPane).render_line(2)
        styles = [segment.style for segment in strip if segment.text.strip()]

        expected = Color.parse(load_theme(name).themes[0].variables["accent"]).rich_color
        assert any(style and style.color == expected for style in styles)


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21:1, a colour on itself 1:1, whichever is the ink."""
    assert contrast("#000000", "#ffffff", dark=False) == pytest.approx(21)
    assert contrast("#ffffff", "#000000", dark=True) == pytest.approx(21)
    assert contrast("#777777", "#ffffff", dark=False) == pytest.approx(4.48, abs=0.01)
    assert contrast("ansi_default", "ansi_default", dark=True) == pytest.approx(21)


def test_a_file_may_give_only_what_it_changes() -> None:
    """What a theme leaves out comes from our own theme of the same tone."""
    loaded = read_theme("mine", 'dark = false\n[roles]\naccent = "#005f5f"\n', "mine.toml")

    [theme] = loaded.themes
    [_, papier] = load_themes().themes[:2]
    assert loaded.problems == ()
    assert theme.variables["accent"] == theme.accent == "#005f5f"
    assert theme.variables["person"] == papier.variables["person"]


def test_a_colour_may_be_named_in_the_palette() -> None:
    """A role may name a colour of the file's own palette."""
    text = '[palette]\nbrick = "#ff8866"\n[roles]\naccent = "brick"\n'

    [theme] = read_theme("mine", text, "mine.toml").themes

    assert theme.variables["accent"] == "#ff8866"


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('[roles]\naccent = "zinc-ish"\n', 2, "zinc-ish"),
        ('[roles]\n\npersonne = "#ffffff"\n', 3, "personne"),
        ("[roles]\nplace = 12\n", 2, "12"),
        ('dark = true\ncolour = "red"\n', 2, "colour"),
        ("[roles]\nplace = #ffffff\n", 2, "Invalid value"),
        ("[roles]\n[styles]\n", 2, "styles"),
        ('dark = "no"\n', 1, "dark"),
        ('dark = false\nroles = "red"\n', 2, "roles"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, word: str) -> None:
    """A wrong line of a theme becomes a problem that names the file, the line and the word."""
    [problem] = read_theme("mine", text, "mine.toml").problems

    assert problem.file == "mine.toml"
    assert problem.message.startswith(f"line {line}: ")
    assert word in problem.message
    assert problem.span is not None
    assert text.count("\n", 0, problem.span.start) + 1 == line


def test_the_rest_of_a_wrong_file_counts() -> None:
    """A theme with one wrong line keeps its right ones."""
    text = '[roles]\naccent = "nonsense"\nplace = "#00ff00"\n'

    [theme] = read_theme("mine", text, "mine.toml").themes

    assert theme.variables["place"] == "#00ff00"
    assert theme.variables["accent"] == role_defaults()["accent"]


def test_a_theme_of_the_reader_replaces_ours_of_the_same_name(tmp_path: Path) -> None:
    """The reader's file wins over ours, and the list holds the name once."""
    (tmp_path / "encre.toml").write_text('[roles]\naccent = "#ffd000"\n')

    names = [theme.name for theme in load_themes(tmp_path).themes]
    assert names.count("encre") == 1
    assert load_theme("encre", tmp_path).themes[0].accent == "#ffd000"


def test_a_theme_that_is_hard_to_read_is_told(tmp_path: Path) -> None:
    """A theme of the reader's with faint words loads, and says which are too faint."""
    (tmp_path / "pale.toml").write_text('[roles]\ndim = "#333333"\n')

    loaded = load_theme("pale", tmp_path)

    assert loaded.themes[0].variables["dim"] == "#333333"
    assert "hard to read" in loaded.problems[0].message


def test_what_is_hard_to_read_is_told_below_what_is_asked(tmp_path: Path) -> None:
    """No sentence says that 4.5:1 is under 4.5:1."""
    (tmp_path / "red.toml").write_text('[roles]\naccent = "#ff0000"\n')

    told = [problem.message for problem in load_theme("red", tmp_path).problems]

    assert "“accent” on “ground” is 4.4:1; under 4.5:1 it is hard to read." in told


def test_a_theme_with_a_mark_at_its_head_is_read(tmp_path: Path) -> None:
    """Windows marks a text as UTF-8; that is no mistake."""
    (tmp_path / "mine.toml").write_text('[roles]\naccent = "#ffd000"\n', encoding="utf-8-sig")

    loaded = load_theme("mine", tmp_path)

    assert loaded.problems == ()
    assert loaded.themes[0].accent == "#ffd000"


@pytest.mark.parametrize("name", ["nowhere", "../encre", "", "\0", "encre.toml"])
def test_a_theme_that_is_not_there_gives_encre_and_says_so(name: str, tmp_path: Path) -> None:
    """An unknown name is a problem that lists the names there are; the screen still has colours."""
    loaded = load_theme(name, tmp_path)

    assert loaded.themes[0].name == "encre"
    assert "papier" in loaded.problems[0].message


def test_a_folder_of_themes_that_cannot_be_looked_into_has_none(tmp_path: Path) -> None:
    """Ours can be worn all the same; asking for a theme ended the reader."""
    shut = tmp_path / ("x" * 300)  # to look there fails for the superuser, too

    assert load_themes(shut).themes == load_themes().themes


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_file_is_no_theme(tmp_path: Path) -> None:
    """A pipe or folder of a theme's name is neither waited for nor listed among the themes."""
    os.mkfifo(tmp_path / "mine.toml")
    (tmp_path / "folder.toml").mkdir()

    assert theme_names(tmp_path) == theme_names()
    [problem] = load_theme("mine", tmp_path).problems
    assert problem.message.count("mine") == 1


def test_a_theme_file_that_is_not_text_is_told(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 make a problem, not a failure."""
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")

    loaded = load_themes(tmp_path)

    assert "bytes" not in [theme.name for theme in loaded.themes]
    assert loaded.problems[0].file.endswith("bytes.toml")


def test_a_line_is_found_by_its_key() -> None:
    """The line of a key is found bare, quoted, or as a table's head."""
    text = 'a = 1\n"b-c" = 2\n[d]\n'

    found = [line_of(text, key) for key in ("a", "b-c", "d", "e")]
    assert [span and span.of(text) for span in found] == ["a = 1", '"b-c" = 2', "[d]", None]


@pytest.mark.parametrize("name", theme_names())
def test_our_files_are_read_line_by_line_as_toml_is(name: str) -> None:
    """A theme of ours says the same to the quick reader as to TOML's own."""
    text = Path(themes.__path__[0], f"{name}.toml").read_text("utf-8")

    assert plain_tables(text) == tomllib.loads(text)


@pytest.mark.parametrize("line", ["width = 12", 'names = ["a"]', "theme = 'encre'", "theme"])
def test_what_the_quick_reader_does_not_know_it_refuses(line: str) -> None:
    """A line that is neither words in double quotes nor true nor false is not guessed at."""
    with pytest.raises(ValueError, match=r".+"):
        plain_tables(line)
