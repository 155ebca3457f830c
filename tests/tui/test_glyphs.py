import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.strategies import HOSTILE
from tui.glyphs import cells, cut, offset_at, plain, shed, visible

ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)
"""Any code points at all, lone surrogates too."""


@given(ANY)
def test_nothing_that_moves_a_terminal_is_drawn(words: str) -> None:
    """What is drawn holds no control, no direction, nothing that cannot be encoded."""
    shown = visible(words)

    shown.encode("utf-8")
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029"
    )


@given(ANY)
def test_cells_are_those_of_what_is_drawn(words: str) -> None:
    """The width counted is the width a terminal library counts for what is drawn."""
    assert cells(words) == cell_len(visible(words))


@given(ANY)
def test_plain_words_take_a_cell_a_code_point(words: str) -> None:
    """Where words are plain, nothing is replaced and each code point takes one cell."""
    if plain(words):
        assert visible(words) == words
        assert cell_len(words) == len(words)


def test_every_plain_code_point_takes_one_cell() -> None:
    """The table of plain code points agrees with the terminal library, one by one."""
    wide = [code for code in range(0x20000) if plain(chr(code)) and cell_len(chr(code)) != 1]

    assert wide == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_as_harmless_text(words: str) -> None:
    """An escape sequence is shown, not obeyed; markup stays the letters it is."""
    shown = visible(words)

    assert "\x1b" not in shown
    assert visible("[red]") == "[red]"
    assert visible("\x1b[31m") == "␛[31m"


@given(ANY, st.integers(0, 30))
def test_a_cut_fits(words: str, width: int) -> None:
    """Words that are cut take no more cells than asked for."""
    assert cell_len(cut(words, width)) <= width


def test_a_cut_says_that_it_cut() -> None:
    """An ellipsis stands where words are missing, and nowhere else."""
    assert cut("Le pont neuf", 12) == "Le pont neuf"
    assert cut("Le pont neuf", 8) == "Le pont…"
    assert cut("Le pont\nneuf", 20) == "Le pont neuf"
    assert cut("橋は閉鎖", 5) == "橋は…"


@given(ANY, st.integers(0, 80))
def test_a_cell_leads_to_an_offset_of_the_text(words: str, cell: int) -> None:
    """Whatever cell is pointed at, the offset lies in the words, and what precedes it fits."""
    offset = offset_at(words, cell)

    assert 0 <= offset <= len(words)
    assert sum(cells(char) for char in words[:offset]) <= cell or offset == 0


def test_of_a_line_in_parts_the_last_go_whole() -> None:
    """A part is there whole or not at all, so that no count is cut; a lone part is cut."""
    line = "14 articles · 11 topics · 3 clippings"

    assert shed(line, 37) == line
    assert shed(line, 36) == "14 articles · 11 topics"
    assert shed(line, 22) == "14 articles"
    assert shed(line, 8) == "14 arti…"
    assert shed("", 8) == ""
