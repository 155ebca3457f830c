import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from tests.hosts import Host
from tests.looking import rows_of
from tui.widgets.title_line import TitleLine


class _Titled(Screen[None]):
    """A title line alone."""

    def compose(self) -> ComposeResult:
        yield TitleLine()


@pytest.mark.parametrize("width", range(40, 100, 3))
async def test_what_is_in_and_what_is_kept_stand_apart(width: int) -> None:
    """At any width two cells part them: what is in it is cut sooner than glued."""
    host = Host(_Titled())
    async with host.run_test(size=(width, 4)) as pilot:
        line = host.screen.query_one(TitleLine)
        line.tell("jaunes › Mouvement des «gilets»", "8 articles · 11 thèmes", "11 coupures")
        await pilot.pause()
        row = rows_of(host)[0].rstrip()

        kept = row.find("11 coupures")
        assert kept < 0 or row[:kept].endswith("  ")
