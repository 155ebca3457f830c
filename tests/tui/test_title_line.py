import re

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


_LONG = "Un dossier dont le titre est vraiment long, comme en ont les dossiers de presse"


@pytest.mark.parametrize(("width", "firm"), [(100, False), (80, False), (90, True)])
async def test_a_long_name_of_the_dossier_makes_room_for_the_topic(width: int, firm: bool) -> None:
    """The dossier's name is cut, and the topic with what is in the dossier stands whole."""
    host = Host(_Titled())
    async with host.run_test(size=(width, 4)) as pilot:
        line = host.screen.query_one(TitleLine)
        kept = "3 hits of “pont”" if firm else ""
        line.tell(f"{_LONG} › La rencontre à Moscou", "5 articles", kept, firm=firm)
        await pilot.pause()
        row = rows_of(host)[0]

        assert "… › La rencontre à Moscou  5 articles" in row
        assert row.rstrip().endswith(kept)


@pytest.mark.parametrize("width", range(20, 100))
async def test_no_count_is_cut(width: int) -> None:
    """At any width a count is there whole with its word's beginning, or not at all."""
    host = Host(_Titled())
    async with host.run_test(size=(width, 4)) as pilot:
        line = host.screen.query_one(TitleLine)
        line.tell("d-str › La traque", "14 articles · 11 thèmes", "15 occurrences · 12 coupures")
        await pilot.pause()
        row = rows_of(host)[0]

        assert not re.search(r"\d…", row)
        assert ("·" in row.partition("15")[0]) == ("11 thèmes" in row)


async def test_the_focused_pane_is_told_without_colour() -> None:
    """The rule over it is a heavier line, up to the rules between the panes."""
    host = Host(_Titled())
    async with host.run_test(size=(20, 4)) as pilot:
        host.screen.query_one(TitleLine).join((5, 12), (6, 12))
        await pilot.pause()

        assert rows_of(host)[1] == "─────┬━━━━━━┬───────"
