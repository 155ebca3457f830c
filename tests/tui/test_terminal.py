import os
import pty
import termios
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import terminal
from tui.terminal import ASKED, Answer, Question, keys_of, read_answer, said_by

DEVICE = b"\x1b[?62;22c"
HERE = {"TERM": "xterm-256color"}


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal: the reader's side, the program's."""
    outer, inner = pty.openpty()
    yield outer, inner
    os.close(outer)
    os.close(inner)


@pytest.mark.parametrize(
    ("said", "dark"),
    [
        (b"\x1b]11;rgb:1515/1717/1c1c\x1b\\", True),
        (b"\x1b]11;rgb:ffff/ffff/dddd\x07", False),
        (b"\x1b]11;rgb:fa/f6/ee\x07", False),
        (b"\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", True),
        (b"", None),
        (b"\x1b]11;?\x07", None),
    ],
)
def test_a_ground_is_dark_or_light(said: bytes, dark: bool | None) -> None:
    """The colour a terminal names, in either length and either ending, is dark or light."""
    assert read_answer(said + DEVICE).dark is dark


def test_what_was_typed_meanwhile_is_kept() -> None:
    """Keys before, between and after the answers come back in order, accents whole."""
    said = b"j" + b"\x1b]11;rgb:0/0/0\x07" + "é".encode() + DEVICE + b"\x1b[B"

    answer = read_answer(said)

    assert answer == Answer(dark=True, typed="jé\x1b[B")
    assert list(keys_of(answer.typed)) == ["j", "é", "down"]


def test_keys_have_their_names() -> None:
    """Signs, Enter, Tab and arrows are named as Textual names them; other sequences are left."""
    typed = "]? ,/\r\t\x1b[A\x1b[1;5C\x1b[6~"

    assert list(keys_of(typed)) == [
        "right_square_bracket",
        "question_mark",
        "space",
        "comma",
        "slash",
        "enter",
        "tab",
        "up",
    ]


@given(st.binary(max_size=80))
def test_whatever_a_terminal_says_is_read(said: bytes) -> None:
    """No answer fails, and no key is named by anything but visible words."""
    for key in keys_of(read_answer(said).typed):
        assert key.isprintable()


def test_a_terminal_is_asked_answered_and_left_as_it_was(ends: tuple[int, int]) -> None:
    """The question goes out without an echo; after the answer the terminal's settings are back."""
    outer, inner = ends
    before = termios.tcgetattr(inner)

    question = Question(inner, HERE)
    assert os.read(outer, 100) == ASKED
    os.write(outer, b"k\x1b]11;rgb:fafa/f6f6/eeee\x07" + DEVICE)
    answer = question.answer()

    assert answer == Answer(dark=False, typed="k")
    assert termios.tcgetattr(inner) == before


def test_a_terminal_that_is_silent_is_not_waited_for(
    ends: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer in time nothing is known, and the settings are back."""
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    before = termios.tcgetattr(ends[1])

    assert Question(ends[1], HERE).answer() == Answer()
    assert termios.tcgetattr(ends[1]) == before


def test_what_is_no_terminal_is_not_asked(ends: tuple[int, int]) -> None:
    """A pipe and a dumb terminal get no question."""
    outer, inner = ends
    os.set_blocking(outer, False)
    read, write = os.pipe()

    assert Question(read, HERE).answer() == Answer()
    assert Question(inner, {"TERM": "dumb"}).answer() == Answer()
    with pytest.raises(BlockingIOError):
        os.read(outer, 1)
    os.close(read)
    os.close(write)


@pytest.mark.parametrize(
    ("said", "dark"), [("15;0", True), ("0;15", False), ("0;default;7", False), ("x", None)]
)
def test_some_terminals_say_it_unasked(said: str, dark: bool | None) -> None:
    """COLORFGBG tells ink and ground by number."""
    assert said_by({"COLORFGBG": said}) is dark
    assert said_by({}) is None
