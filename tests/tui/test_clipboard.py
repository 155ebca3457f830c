from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui import clipboard
from tui.clipboard import OSC_52_BYTES, Copied, copy, run_command

EVERYTHING = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "TMUX": "socket,1,0"}


class Desk:
    """Commands that are there, and what each was given."""

    def __init__(self, *there: str) -> None:
        self.there = there
        self.asked: list[str] = []
        self.taken: list[bytes] = []
        self.sent: list[str] = []

    def run(self, command: Sequence[str], words: bytes) -> bool:
        """Take the words, if the command is there."""
        self.asked.append(command[0])
        if command[0] in self.there:
            self.taken.append(words)
        return command[0] in self.there


def _copied(desk: Desk, environment: dict[str, str], platform: str = "linux") -> Copied:
    return copy(
        "« Non\u202f! »",
        terminal=desk.sent.append,
        environment=environment,
        platform=platform,
        run=desk.run,
    )


@pytest.mark.parametrize(
    ("there", "environment", "platform", "by"),
    [
        (("wl-copy", "xclip", "tmux"), EVERYTHING, "linux", "wl-copy"),
        (("xclip", "tmux"), EVERYTHING, "linux", "xclip"),
        (("xsel", "tmux"), EVERYTHING, "linux", "xsel"),
        (("tmux",), EVERYTHING, "linux", "tmux"),
        ((), EVERYTHING, "linux", "terminal"),
        (("wl-copy", "xclip", "tmux"), {}, "linux", "terminal"),
        (("pbcopy", "tmux"), {"TMUX": "x"}, "darwin", "pbcopy"),
        (("pbcopy",), {}, "linux", "terminal"),
    ],
)
def test_the_first_way_that_takes_the_words_is_used_and_said(
    there: tuple[str, ...], environment: dict[str, str], platform: str, by: str
) -> None:
    """Desktop, then tmux, then terminal; one alone gets the words, and its name is said."""
    desk = Desk(*there)

    copied = _copied(desk, environment, platform)

    assert copied.by == by
    assert by in copied.said
    assert len(desk.taken) + len(desk.sent) == 1


def test_the_words_arrive_as_they_are() -> None:
    """A command gets UTF-8, the terminal the text: no-break spaces are kept."""
    by_command, by_terminal = Desk("tmux"), Desk()

    _copied(by_command, {"TMUX": "x"})
    _copied(by_terminal, {})

    assert by_command.taken == ["« Non\u202f! »".encode()]
    assert by_terminal.sent == ["« Non\u202f! »"]


def test_without_any_way_it_is_said() -> None:
    """With no desktop, no tmux and no terminal the reader is told, and told what to do."""
    copied = copy("words", environment={}, platform="linux", run=Desk().run)

    assert copied.by is None
    assert "export" in copied.said


def test_what_is_too_long_for_a_terminal_is_not_sent_by_half() -> None:
    """A terminal that would drop a long text does not get it."""
    desk = Desk()

    copied = copy("x" * (OSC_52_BYTES + 1), terminal=desk.sent.append, environment={}, run=desk.run)

    assert desk.sent == []
    assert copied.by is None


def test_half_a_character_is_no_failure() -> None:
    """A lone surrogate, as a damaged file may hold, is copied as a question mark."""
    desk = Desk()

    copy("a\ud800b", terminal=desk.sent.append, environment={}, run=desk.run)

    assert desk.sent == ["a?b"]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Makes a command of that shell script and puts it on the path."""

    def made(script: str) -> str:
        file = tmp_path / "to-clipboard"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
        return file.name

    return made


def test_a_command_gets_the_words_on_its_standard_input(
    command: Callable[[str], str], tmp_path: Path
) -> None:
    """Words go in by the standard input, never by the command line."""
    name = command(f'cat > "{tmp_path}/got"')

    assert run_command([name], b"$(touch broken); `x`")
    assert (tmp_path / "got").read_bytes() == b"$(touch broken); `x`"


def test_a_command_that_fails_or_is_missing_took_nothing(command: Callable[[str], str]) -> None:
    """A missing command, one that fails and one that reads nothing are no failure of ours."""
    assert not run_command(["no-such-command-here"], b"words")
    assert not run_command([command("exit 3")], b"words" * 100_000)


def test_a_command_that_hangs_is_given_up(
    command: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command that never ends is left after its time."""
    monkeypatch.setattr(clipboard, "PATIENCE", 0.05)

    assert not run_command([command("exec tail -f /dev/null")], b"words")
