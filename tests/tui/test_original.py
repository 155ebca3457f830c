import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.dossier import Dossier
from tests.looking import text_of
from tests.tui.conftest import MakeApp
from tui import original
from tui.original import Original, open_original, original_of, start_command

ADDRESS = "https://est-presse.example/crue?a=1&b=2"


class Started:
    """Keeps the commands it is given; they go well or do not."""

    def __init__(self, *, well: bool = True) -> None:
        self.commands: list[list[str]] = []
        self._well = well

    def __call__(self, command: Sequence[str]) -> bool:
        """Keep the command."""
        self.commands.append(list(command))
        return self._well


def test_the_address_comes_before_the_file(flood: Dossier, tmp_path: Path) -> None:
    """An article with an address is found there; without one it is its file; else nowhere."""
    article = flood.articles[0]
    assert original_of(article, tmp_path) is None
    (tmp_path / article.file).write_text(article.text, encoding="utf-8")
    assert original_of(article, None) is None
    file = original_of(article, tmp_path)
    assert file == Original(str(tmp_path.resolve() / article.file), is_file=True)

    assert original_of(replace(article, url=ADDRESS), tmp_path) == Original(ADDRESS)


def test_where_nothing_can_be_looked_at_there_is_no_file(flood: Dossier, tmp_path: Path) -> None:
    """A folder that was shut while one reads has none to open; asking for it ended the reader."""
    shut = tmp_path / ("x" * 300)  # to look there fails for the superuser, too

    assert original_of(flood.articles[0], shut) is None


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "-h", "ftp://x/y"])
def test_only_an_address_of_the_web_is_opened(url: str, flood: Dossier) -> None:
    """What an article says of itself is never opened as anything but a page of the web."""
    assert original_of(replace(flood.articles[0], url=url), None) is None


@pytest.mark.parametrize(
    ("platform", "environment", "opener"),
    [
        ("linux", {"DISPLAY": ":0"}, "xdg-open"),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, "wslview"),
        ("darwin", {}, "open"),
        ("win32", {}, "explorer"),
    ],
)
def test_each_system_opens_in_its_own_way(
    platform: str, environment: dict[str, str], opener: str
) -> None:
    """The address goes whole to the system's opener, and the reader is told it was opened."""
    start = Started()
    said = open_original(Original(ADDRESS), environment=environment, platform=platform, start=start)

    assert start.commands == [[opener, ADDRESS]]
    assert said == f"Opened in the browser: {ADDRESS}"


@pytest.mark.parametrize(
    ("platform", "environment"),
    [("linux", {}), ("linux", {"SSH_CONNECTION": "1"}), ("darwin", {"SSH_CONNECTION": "1"})],
)
def test_without_a_window_nothing_is_started(platform: str, environment: dict[str, str]) -> None:
    """Over SSH and on a console the address is told, and no browser takes the terminal."""
    start = Started()
    said = open_original(Original(ADDRESS), environment=environment, platform=platform, start=start)

    assert start.commands == []
    assert said == f"No window can be opened from here: {ADDRESS}"


def test_a_file_is_said_to_be_one_and_a_failure_is_told(tmp_path: Path) -> None:
    """The reader hears that it was the file, by its name; and when it could not be opened."""
    file = Original(str(tmp_path / "a.txt"), is_file=True)
    shown = {"DISPLAY": ":0"}

    said = open_original(file, environment=shown, platform="linux", start=Started())
    assert said == "Opened the file, for there is no address: a.txt"
    said = open_original(file, environment=shown, platform="linux", start=Started(well=False))
    assert said == "xdg-open does not open it: a.txt"


def test_a_command_runs_apart_and_its_failure_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that ends well or runs on has gone well; one that fails or is not there has not."""
    waited_for = tmp_path / "pipe"
    os.mkfifo(waited_for)
    monkeypatch.setattr(original, "PATIENCE", 60.0)
    assert start_command([sys.executable, "-c", ""])
    assert not start_command([sys.executable, "-c", "raise SystemExit(3)"])
    assert not start_command(["there-is-no-such-command"])
    monkeypatch.setattr(original, "PATIENCE", 0.0)

    assert start_command([sys.executable, "-c", f"open({str(waited_for)!r}).read(); exit(3)"])
    waited_for.write_text("")  # it had run on until here


async def test_o_opens_the_article_one_reads(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``o`` opens the address of the article; without one, and without a file, it says so."""
    start = Started()
    monkeypatch.setattr(original, "start_command", start)
    monkeypatch.setenv("DISPLAY", ":0")
    first, *others = flood.articles
    app = make_app(replace(flood, articles=(replace(first, url=ADDRESS), *others)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("o")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert f"Opened in the browser: {ADDRESS}" in text_of(app)
        await pilot.press("]", "o")
        await pilot.pause()

        assert "neither an address nor a file" in text_of(app)
    assert [command[1:] for command in start.commands] == [[ADDRESS]]
