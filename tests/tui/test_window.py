"""The window on a page: which rows are in sight, and how little it moves."""

import pytest

from dossier.dossier import Dossier
from tui.layout import Layout, Row
from tui.pages import article_page
from tui.window import Window


def window_on(dossier: Dossier, height: int) -> Window:
    """The first rows of the first article, set narrow."""
    window = Window()
    window.layout = Layout(article_page(dossier.articles[0], folded=False), 20)
    window.height = height
    window.settle(Row(0, 0))
    return window


@pytest.mark.parametrize("height", [1, 3, 8])
def test_a_row_revealed_is_in_sight_and_what_is_in_sight_does_not_move(
    height: int, flood: Dossier
) -> None:
    """Down and up again: the row comes in at the nearer edge, or nothing moves at all."""
    window = window_on(flood, height)
    end = window.layout.lowest_top(1)
    rows = window.layout.window(Row(0, 0), 1000)
    for row in (*rows, *reversed(rows)):
        before = window.rows
        window.reveal(row)

        assert row in window.rows
        assert window.rows == before or row in (window.rows[0], window.rows[-1])

    window.reveal(end)
    assert window.seen() == 1.0


def test_a_page_scrolls_as_far_as_its_last_row(flood: Dossier) -> None:
    """Past the end nothing moves; and the way back is as long as the way there."""
    window = window_on(flood, 5)
    down = sum(iter(lambda: window.scroll(1), False))
    last = window.rows[-1]
    up = sum(iter(lambda: window.scroll(-1), False))

    assert last == window.layout.lowest_top(1)
    assert down == up > 0
    assert window.above(window.rows[-1].piece) >= 0
