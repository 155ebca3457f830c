import gc
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui import opening, start
from tui.opening import Asked
from tui.start import language_asked
from tui.wording import say, speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(
    ("argv", "left", "language"),
    [
        ([], [], None),
        (["crue"], ["crue"], None),
        (["--lang", "fr", "crue"], ["crue"], "fr"),
        (["crue", "--lang=en"], ["crue"], "en"),
        (["read", "--lang", "fr", "show"], ["read", "show"], "fr"),
        (["serve", "crue", "--lang=fr"], ["serve", "crue"], "fr"),
        (["--lang", "fr", "serve"], ["serve"], "fr"),
        (["--lang"], [], ""),
        (["--", "--lang", "fr"], ["--", "--lang", "fr"], None),
        (["search", "--lang", "fr"], ["search", "--lang", "fr"], None),
    ],
)
def test_the_language_is_taken_out_of_the_arguments(
    argv: list[str], left: list[str], language: str | None
) -> None:
    """``--lang`` counts before or after the paths, not after ``--`` nor for a sub-command."""
    assert language_asked(argv) == (left, language)


def test_a_language_the_screen_does_not_speak_is_a_misuse(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is opened; one sentence names the languages there are."""
    monkeypatch.setattr(sys, "argv", ["dossier", "--lang", "de", "crue"])

    assert start.main() == 2
    assert (
        capsys.readouterr().err
        == "dossier: The screen does not speak “de”: --lang takes en or fr.\n"
    )


@pytest.mark.parametrize(
    ("asked", "setting", "locale", "said"),
    [
        ("fr", "en", "en_GB.UTF-8", "Thèmes"),
        (None, "fr", "en_GB.UTF-8", "Thèmes"),
        (None, None, "fr_BE.UTF-8", "Thèmes"),
        ("en", "fr", "fr_FR.UTF-8", "Topics"),
        (None, None, "de_DE.UTF-8", "Topics"),
    ],
)
def test_what_is_asked_comes_before_the_setting_and_that_before_the_locale(
    asked: str | None,
    setting: str | None,
    locale: str,
    said: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The screen speaks what is asked for, else what is set, else what the locale says."""
    folder = tmp_path_factory.mktemp("config")
    if setting:
        (folder / "settings.toml").write_text(f'language = "{setting}"\n', encoding="utf-8")
    monkeypatch.setattr(opening, "config_folder", lambda: folder)
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LC_ALL", locale)

    Asked(asked).opening()
    assert say("Topics") == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "« {} » n’existe pas : donnez"), ("en", "There is no “{}”: give")],
)
def test_what_cannot_be_opened_is_told_in_the_language_of_the_screen(
    language: str,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who mistypes a folder wanted the screen, and is told in what it would have spoken."""
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    missing = tmp_path / "nowhere"

    assert start.read([missing], language) == 1
    assert said.format(missing) in capsys.readouterr().err.replace("\u00a0", " ")
