import signal
import tomllib
from pathlib import Path

import pytest
from textual.events import AppFocus

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier
from dossier.problems import Problem
from tests.looking import text_of
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.keymap import read_keymap
from tui.opening import Opening, how_many_colours
from tui.settings import Settings
from tui.widgets.drawn import Drawn
from tui.widgets.topic_pane import TopicPane


def _app(dossier: Dossier, opening: Opening, kept_in: Path) -> DossierApp:
    store = ClippingStore(kept_in / "clippings.jsonl", "test")
    return DossierApp(dossier, store=store, analyse=lambda opened: opened, opening=opening)


@pytest.mark.parametrize(
    ("dark", "chosen", "theme"),
    [
        (None, None, "encre"),
        (True, None, "encre"),
        (False, None, "papier"),
        (False, "sepia", "sepia"),
    ],
)
async def test_dark_or_light_follows_the_terminal_unless_chosen(
    dark: bool | None, chosen: str | None, theme: str, flood: Dossier, tmp_path: Path
) -> None:
    """A light terminal gets paper, any other ink; a theme that was chosen wins."""
    app = _app(flood, Opening(Settings(theme=chosen), dark=dark), tmp_path)
    async with app.run_test():
        assert app.theme == theme


@pytest.mark.parametrize(
    ("dark", "chosen", "theme"),
    [
        (None, None, "terminal"),
        (False, None, "terminal-light"),
        (None, "papier", "terminal-light"),
        (False, "encre", "terminal"),
        (None, "terminal-light", "terminal-light"),
    ],
)
async def test_a_terminal_of_sixteen_colours_gets_a_theme_of_them(
    dark: bool | None, chosen: str | None, theme: str, flood: Dossier, tmp_path: Path
) -> None:
    """Where our colours would all turn white, the terminal's own tell the kinds apart.

    What was chosen says whether it is dark, and stays chosen for a terminal that has its colours.
    """
    app = _app(flood, Opening(Settings(theme=chosen), dark=dark, colours=16), tmp_path)
    async with app.run_test():
        assert app.theme == theme
        assert app.settings.theme == chosen


async def test_a_terminal_of_sixteen_colours_is_offered_only_themes_of_them(
    flood: Dossier, tmp_path: Path
) -> None:
    """``t`` goes from the dark one to the light one and back."""
    app = _app(flood, Opening(Settings(), colours=16), tmp_path)
    async with app.run_test() as pilot:
        walked = []
        for _ in range(3):
            await pilot.press("t")
            walked.append(app.theme)

        assert walked == ["terminal-light", "terminal", "terminal-light"]


@pytest.mark.parametrize(
    ("term", "colorterm", "many"),
    [
        ("xterm", "", 16),
        ("linux", "", 16),
        ("xterm-256color", "", 256),
        ("screen-256color", "", 256),
        ("xterm", "truecolor", None),
    ],
)
def test_how_many_colours_there_are_is_told_by_the_environment(
    term: str, colorterm: str, many: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TERM and COLORTERM say it, as they do to other programs."""
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert how_many_colours() == many


async def test_what_is_chosen_on_the_screen_is_kept(flood: Dossier, tmp_path: Path) -> None:
    """Theme, overlay, kinds and dimming are written when one leaves, and nothing else."""
    app = _app(flood, Opening(config=tmp_path), tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("t", "f", "4", "e")

    kept = tomllib.loads((tmp_path / "settings.toml").read_text())
    assert kept == {"theme": "papier", "dim": False, "hidden_kinds": ["date"], "overlay": False}


async def test_settings_that_hide_every_kind_open_with_the_overlay_off(
    flood: Dossier, tmp_path: Path
) -> None:
    """The title line says that nothing is painted, and ``e`` paints all."""
    hidden = Settings(hidden_kinds=("person", "place", "organisation", "date", "figure"))
    app = _app(flood, Opening(config=tmp_path, settings=hidden), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "overlay off" in text_of(app)
        await pilot.press("e")

    assert tomllib.loads((tmp_path / "settings.toml").read_text()) == {}


@pytest.mark.parametrize("_time", ["once", "again"])
async def test_no_test_before_heeds_the_system(flood: Dossier, tmp_path: Path, _time: str) -> None:
    """Ctrl+c and SIGTERM end the tests, though tests have run the app, which heeds them."""
    app = _app(flood, Opening(), tmp_path)
    before = signal.getsignal(signal.SIGTERM)
    async with app.run_test() as pilot:
        await pilot.pause()

        assert signal.getsignal(signal.SIGTERM) is not before
    assert getattr(before, "__module__", "") != "tui.app"


async def test_nothing_chosen_writes_nothing(flood: Dossier, tmp_path: Path) -> None:
    """A visit that changes no setting leaves no file."""
    app = _app(flood, Opening(config=tmp_path / "config"), tmp_path)
    async with app.run_test() as pilot:
        await pilot.press("j", "l", "question_mark", "escape")

    assert not (tmp_path / "config").exists()


async def test_the_readers_own_keys_work_and_are_shown(flood: Dossier, tmp_path: Path) -> None:
    """A rebound command does what it does by its new key, and hints and help show that key."""
    keymap = read_keymap('next_topic = "ctrl+n"\nhelp = "f1"\n', "keys.toml", COMMANDS)
    app = _app(flood, Opening(keymap=keymap), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("ctrl+n", "l", "l")
        await pilot.pause()
        hints = text_of(app).splitlines()[-1]
        await pilot.press("f1")
        await pilot.pause()
        await pilot.press(*"next topic")

        assert "Ctrl+n Next topic" in hints
        assert "Ctrl+n" in text_of(app)
        assert "}" not in text_of(app)


async def test_what_is_wrong_in_the_files_is_told_at_once(flood: Dossier, tmp_path: Path) -> None:
    """The first problem of settings, keys or themes stands in the bottom line, and how many."""
    problem = Problem("settings.toml", "line 3: “dim” cannot be 4; its default counts.")
    app = _app(flood, Opening(problems=(problem,)), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        assert "line 3" in text_of(app).splitlines()[-1]


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (30, 6)])
async def test_everything_wrong_in_the_files_is_listed(
    size: tuple[int, int], flood: Dossier, tmp_path: Path
) -> None:
    """The bottom line counts the problems; ! lists each whole, whatever room there is."""
    lines = "".join(f'command{n} = "q"\n' for n in range(30))
    keymap = read_keymap(lines, "/config/keys.toml", COMMANDS)
    settings = Problem("settings.toml", f"line 3: “{'a' * 40}” cannot be 4; its default counts.")
    app = _app(flood, Opening(problems=(settings,), keymap=keymap), tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        if size[1] > 6:
            assert "31 problems (! lists them)" in text_of(app)
        await pilot.press("!")
        await pilot.pause()
        seen = text_of(app)
        for _ in range(40):
            await pilot.press("pagedown")
            seen += text_of(app)
        seen = "".join(seen.replace("↪", "").split())

        said = ["/config/keys.toml", "settings.toml", *(f"command{n}”" for n in range(30))]
        assert [words for words in said if words not in seen] == []
        assert "".join(settings.message.split()) in seen
        await pilot.press("!")
        await pilot.pause()
        assert app.guide is not None


async def test_what_was_mended_in_a_theme_is_wrong_no_more(flood: Dossier, tmp_path: Path) -> None:
    """Themes are read again when one takes the next: what is wrong in them is what is so now."""
    themes = tmp_path / "themes"
    themes.mkdir()
    (themes / "brume.toml").write_text("colour = 1\n", "utf-8")
    app = _app(flood, Opening(config=tmp_path), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert [Path(problem.file).name for problem in app.problems] == ["brume.toml"]
        (themes / "brume.toml").write_text("dark = true\n", "utf-8")
        await pilot.press("t", "!")
        await pilot.pause()

        assert app.problems == ()
        assert "Nothing is wrong in your files" in text_of(app)


async def test_keys_typed_before_the_screen_stood_are_served(
    flood: Dossier, tmp_path: Path
) -> None:
    """What was typed while the program came up is done once it stands."""
    app = _app(flood, Opening(typed="jj\x1b[B"), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.pause()

        guide = app.guide
        assert guide is not None
        assert guide.reading.topic == flood.topics[2]


async def test_a_theme_edited_in_another_window_is_taken_up(flood: Dossier, tmp_path: Path) -> None:
    """Back from the editor the screen has the new colours; a wrong line is told, the rest stays."""
    file = tmp_path / "themes" / "mine.toml"
    file.parent.mkdir()
    file.write_text('[roles]\naccent = "#ffcc00"\n')
    app = _app(flood, Opening(Settings(theme="mine"), config=tmp_path), tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        file.write_text('[roles]\naccent = "#00ccff"\n')
        app.post_message(AppFocus())
        await pilot.pause()
        await pilot.pause()
        assert app.theme_variables["accent"] == "#00ccff"
        pane = app.screen.query_one(TopicPane)
        colours = {s.style.color.name for s in pane.render_line(0) if s.style and s.style.color}
        assert "#00ccff" in colours
        file.write_text('[roles]\naccent = "#00ccff"\nplace = "mist"\n')
        app.post_message(AppFocus())
        await pilot.pause()

        assert "line 3" in text_of(app).splitlines()[-1]


@pytest.mark.parametrize("theme", ["encre", "papier", "terminal", "terminal-light"])
async def test_without_colours_words_are_still_told_from_their_ground(
    theme: str, flood: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With NO_COLOR no word is drawn in the ground's own colour, and no hue is left."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = _app(flood, Opening(Settings(theme=theme)), tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        strips = [pane.render_line(y) for pane in app.screen.query(Drawn) for y in range(1)]
        strips += [app.screen.query_one(TopicPane).render_line(y) for y in range(6)]
        styles = [s.style for strip in strips for s in strip if s.style and s.text.strip()]

    colours = [(style.color, style.bgcolor) for style in styles]
    assert styles
    assert all(ink is None or ink.is_default or ink != ground for ink, ground in colours)
    for colour in {one for pair in colours for one in pair if one is not None}:
        red, green, blue = colour.get_truecolor()
        assert red == green == blue
