from textual.app import ComposeResult
from textual.screen import Screen

from tests.hosts import Host
from tests.looking import rows_of
from tui.widgets.bottom_line import Legend


class _Lined(Screen[None]):
    """The legend alone."""

    def compose(self) -> ComposeResult:
        yield Legend()


async def test_where_one_is_is_said_in_short_before_it_is_cut() -> None:
    """In a narrow window the number of a source stands whole, and so does the share read."""
    host = Host(_Lined())
    async with host.run_test(size=(30, 4)) as pilot:
        line = host.screen.query_one(Legend)
        line.count((120, 31, 22, 14, 25), frozenset())
        line.tell("hit 2 of 15 · source 2 of 14 · 10%", "hit 2/15 · 2/14 · 10%")
        await pilot.pause()
        row = rows_of(host)[0]

        assert row.strip() == "hit 2/15 · 2/14 · 10%"
