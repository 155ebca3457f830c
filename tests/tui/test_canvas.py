"""What stands on the terminal, and what is written for more to stand."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.canvas import Canvas

COLUMNS, LINES = 40, 6
WORDS = st.text(st.sampled_from("ab éÉ «»—│▌●▇\xa0"), min_size=1, max_size=COLUMNS)
INKS = st.sampled_from(["", "1", "4;38;2;1;2;3;48;2;9;9;9", "38;2;1;2;3;48;2;9;9;9", "7;31", "2;3"])
Rows = list[tuple[int, list[tuple[str, str]]]]
ROWS: st.SearchStrategy[Rows] = st.lists(
    st.tuples(st.integers(0, LINES - 1), st.lists(st.tuples(INKS, WORDS), max_size=4)), max_size=8
)


class Terminal:
    """The least of a terminal: cells with their look."""

    def __init__(self) -> None:
        self.cells = [[(" ", "[]")] * COLUMNS for _ in range(LINES)]
        self.written = 0

    def write(self, said: str) -> None:
        """Do what is said; an order that is not known is an error."""
        self.written += len(said)
        y = x = 0
        look: dict[str, str] = {}
        for order, final, words in re.findall(r"\x1b\[([\d;]*)([A-Za-z])|([^\x1b]+)", said):
            if final == "H":
                y, x = (int(part) - 1 for part in order.split(";"))
            elif final == "X":
                for at in range(int(order)):
                    self._set(y, x + at, " ", look)
            elif final == "m":
                _take(look, order.split(";"))
            else:
                assert words, (order, final)
                for char in words:
                    self._set(y, x, char, look)
                    x += 1

    def _set(self, y: int, x: int, char: str, look: dict[str, str]) -> None:
        seen = dict(look)
        if char.isspace() and not seen.keys() & {"4", "7"}:
            seen = {key: value for key, value in seen.items() if key == "ground"}
        self.cells[y][x] = char, repr(sorted(seen.items()))


def _take(look: dict[str, str], codes: list[str]) -> None:
    ends = {"22": ("1", "2"), "23": ("3",), "24": ("4",), "27": ("7",)}
    while codes:
        code = codes.pop(0)
        if code in {"", "0"}:
            look.clear()
        elif code in {"38", "48"}:
            taken = [codes.pop(0) for _ in range(4)]
            look["ink" if code == "38" else "ground"] = ";".join(taken)
        elif code in {"39", "49"}:
            look.pop("ink" if code == "39" else "ground", None)
        elif code in ends:
            for begun in ends[code]:
                look.pop(begun, None)
        elif code == "31":
            look["ink"] = code
        else:
            assert code in {"1", "2", "3", "4", "7"}
            look[code] = code


def painted(rows: Rows, full: bool = False) -> str:
    """Rows as Textual paints them: each from its start, each run with all of its look."""
    said = []
    for y, runs in rows:
        room, parts = COLUMNS, []
        for ink, words in runs:
            words, room = words[:room], room - len(words[:room])
            if words:
                parts.append(f"\x1b[{ink}m{words}\x1b[0m" if ink else words)
        if full:
            parts.append(" " * room)
        said.append(f"\x1b[{y + 1};1H{''.join(parts)}\n")
    return "".join(said)


BLANK = painted([(y, []) for y in range(LINES)], full=True)


@given(st.lists(ROWS, max_size=5))
def test_what_is_written_shows_what_was_painted(paints: list[Rows]) -> None:
    """After any number of paints a terminal shows what it would have if all had been written."""
    canvas, spared, whole = Canvas(), Terminal(), Terminal()
    for said in (BLANK, *map(painted, paints)):
        spared.write(canvas.paint(said))
        whole.write(said.replace("\n", ""))

        assert spared.cells == whole.cells


@given(ROWS)
def test_a_page_painted_twice_is_written_once(
    rows: Rows,
) -> None:
    """What stands already is not written again."""
    canvas = Canvas()
    canvas.paint(BLANK)
    canvas.paint(painted(rows))

    assert canvas.paint(painted(rows)) == ""


@given(ROWS, ROWS)
def test_what_is_held_is_written_when_it_is_released(
    first: Rows,
    second: Rows,
) -> None:
    """A canvas that is held writes nothing; released, all that was painted meanwhile stands."""
    canvas, spared, whole = Canvas(), Terminal(), Terminal()
    canvas.stand(BLANK, COLUMNS, LINES)
    canvas.held = True
    for rows in (first, second):
        assert canvas.paint(painted(rows)) == ""
        whole.write(painted(rows).replace("\n", ""))
    spared.write(canvas.release())

    assert spared.cells == whole.cells


@given(ROWS)
@example([(0, [("", "a"), ("1", "a ")]), (0, [("", "aa")])])
def test_a_frame_is_the_whole_of_what_is_wanted(
    rows: Rows,
) -> None:
    """A frame written on an empty terminal shows what stands; taken up again, it needs nothing."""
    canvas, whole, again = Canvas(), Terminal(), Terminal()
    for said in (BLANK, painted(rows)):
        whole.write(canvas.paint(said))
    frame = canvas.frame(COLUMNS, LINES)
    assert frame is not None
    again.write(frame)
    taken = Canvas()
    taken.stand(frame, COLUMNS, LINES)

    assert again.cells == whole.cells
    assert taken.paint(frame) == ""
    assert taken.frame(COLUMNS, LINES) == frame


def test_a_row_of_which_widths_are_not_sure_is_written_to_its_end() -> None:
    """From the first character that terminals may draw wider on, all of the row is written."""
    canvas = Canvas()
    canvas.paint("\x1b[1;1Hab ❤ cdefghijklmnopqrstuvw")

    written = canvas.paint("\x1b[1;1Hab ❤ cdefghijklmnopqrstuvW")

    assert written == "\x1b[1;4H❤ cdefghijklmnopqrstuvW"


def test_wide_characters_take_two_cells() -> None:
    """A wide character and one that combines are one piece each; what follows stays in place."""
    canvas = Canvas()
    canvas.paint("\x1b[1;1H漢字e\u0301 fin")

    assert canvas.paint("\x1b[1;1H漢字e\u0301 fin") == ""
    assert canvas.frame(9, 1) == "\x1b[1;1H漢字e\u0301 fin"


@pytest.mark.parametrize("mark", ["\u0301", "\u0334\u0327"])
@pytest.mark.parametrize("letter", ["e", "日", "e\u0300"])
def test_a_mark_that_a_look_begins_with_takes_no_cell(letter: str, mark: str) -> None:
    """It is drawn on the letter before it: the row gets no longer than its terminal."""
    canvas = Canvas()
    canvas.paint(f"\x1b[1;1H{letter}\x1b[7m{mark}x\x1b[0m|")
    width = 4 if letter == "日" else 3

    assert canvas.frame(width, 1) == f"\x1b[1;1H{letter}{mark}\x1b[7mx\x1b[0m|"


@pytest.mark.parametrize("strange", ["\x1b[2J", "\x1b]8;;http://a\x1b\\", "\x1b[1;1Ha\x07", "abc"])
def test_what_is_not_understood_is_let_through(strange: str) -> None:
    """It is written as it is, and after it all that is painted is written again."""
    canvas = Canvas()
    canvas.paint(BLANK)

    assert canvas.paint(strange) == strange
    assert canvas.paint(BLANK) != ""


def test_a_terminal_of_another_size_is_painted_anew() -> None:
    """Its lines were set anew by itself: nothing is known of them."""
    canvas = Canvas()
    canvas.fit(COLUMNS, LINES)
    canvas.paint(BLANK)
    canvas.fit(COLUMNS, LINES)
    assert canvas.paint(BLANK) == ""

    canvas.fit(COLUMNS - 1, LINES)

    assert canvas.paint(BLANK) != ""


def test_a_small_change_costs_few_bytes() -> None:
    """One digit of a long line is written alone, with where it stands and its colour."""
    ink = "38;2;117;122;134;48;2;21;23;28"
    canvas = Canvas()
    canvas.paint(f"\x1b[1;1H\x1b[{ink}mpersons 12   places 3   dates 14\x1b[0m")

    written = canvas.paint(f"\x1b[1;1H\x1b[{ink}mpersons 12   places 4   dates 14\x1b[0m")

    assert written == f"\x1b[1;21H\x1b[{ink}m4\x1b[0m"
