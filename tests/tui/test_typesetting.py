import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.strategies import HOSTILE, OPENINGS, PIECES
from tui.glyphs import cells
from tui.typesetting import LEAF, leaves, wrap

WORDS = st.lists(st.sampled_from([*HOSTILE, *OPENINGS, *PIECES]), min_size=1, max_size=6)
TEXTS = st.one_of(st.text(max_size=200), WORDS.map(" ".join), WORDS.map("\n".join))


def lines_of(text: str, width: int, hang: int = 0) -> list[str]:
    """The lines of a text."""
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, hang)]


@given(TEXTS, st.integers(1, 90), st.integers(0, 6))
def test_lines_fit_ascend_and_lose_nothing(text: str, width: int, hang: int) -> None:
    """Lines fit the measure, do not overlap, and hold every code point that is not white."""
    lines = list(wrap(text, 0, len(text), width, hang))

    reached = 0
    for number, (start, end) in enumerate(lines):
        assert reached <= start < end <= len(text)
        assert not text[reached:start].strip("\x1c\x1d\x1e\x1f \t\n\x0b\x0c\r\x85\u2028\u2029")
        room = max(1, width - hang if number else width)
        fits = cells(text[start:end]) <= room
        event("fits" if fits else "one cell too narrow for a wide character")
        assert fits or sum(cells(char) > 0 for char in text[start:end]) == 1
        reached = end
    assert not text[reached:].strip()


@pytest.mark.parametrize("width", range(4, 40))
def test_a_no_break_space_holds(width: int) -> None:
    """Lines never end at U+00A0 or U+202F while there is another place."""
    text = "Il a dit :\u00a0« oui » et 10\u202f000 personnes ont voté à 20\u00a0% pour le pont."
    for line in lines_of(text, width):
        assert not line.endswith(("\u00a0", "\u202f"))
        assert not line.startswith(("\u00a0", "\u202f", "%"))


@pytest.mark.parametrize("width", range(12, 60))
def test_guillemets_stay_with_their_words(width: int) -> None:
    """No line ends with « or starts with », : or %, even at ordinary spaces."""
    text = "La maire a dit « jamais vu » : soit 10 000 euros, 20 % du total ! Et puis « rien »."
    for line in lines_of(text, width):
        assert not line.endswith("«")
        assert not line.startswith(("»", ":", "%", "!"))
        assert not line.startswith("000")


def test_german_guillemets_open_the_other_way() -> None:
    """»Wort« breaks before », for there it opens."""
    assert lines_of("Er sagte »niemals wieder« und ging", 10) == [
        "Er sagte",
        "»niemals",
        "wieder«",
        "und ging",
    ]


def test_what_follows_the_first_line_hangs() -> None:
    """With a hang, later lines have so much less room."""
    assert lines_of("- deux écoles fermées", 12, 2) == ["- deux", "écoles", "fermées"]


def test_a_long_word_is_cut_at_a_hyphen_else_at_the_measure() -> None:
    """A word longer than the measure breaks after a hyphen if it has one."""
    assert lines_of("anticonstitutionnellement", 10) == ["anticonsti", "tutionnell", "ement"]
    assert lines_of("la Franche-Comté-du-Nord", 14) == ["la Franche-", "Comté-du-Nord"]


def test_wide_characters_break_between_each_other_not_before_a_stop() -> None:
    """Chinese and Japanese break anywhere, but no line starts with a full stop."""
    lines = lines_of("橋は閉鎖された。市長は言った", 14)

    assert all(cell_len(line) <= 14 for line in lines)
    assert not any(line.startswith("。") for line in lines)


def test_combining_marks_stay_with_their_letter() -> None:
    """A line never starts with a combining accent."""
    text = "e\u0301" * 30
    for line in lines_of(text, 7):
        assert not line.startswith("\u0301")


@given(st.integers(0, 3 * LEAF), st.sampled_from(["a ", "ab", "漢", "e\u0301"]))
def test_leaves_hold_all_of_a_text_in_pieces_that_are_quick(length: int, unit: str) -> None:
    """However long a text is, its leaves are short, ascend, and lose only white space."""
    text = (unit * length)[:length]
    reached = 0
    for start, end in leaves(text, 0, len(text)):
        assert start < end <= start + LEAF
        assert not text[reached:start].strip()
        reached = end

    assert not text[reached:].strip()
