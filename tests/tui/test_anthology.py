"""The anthology of a topic: which source one reads in it, and where the keys lead from there."""

import pytest
from textual.pilot import Pilot

from dossier.dossier import Dossier
from tests.looking import press, text_of
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.screens.reader import ReaderScreen


def reader_of(app: DossierApp) -> ReaderScreen:
    """The reader's screen of an app."""
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def to_second_source(pilot: Pilot[None]) -> None:
    """Read the last extract of the first topic: that of its second source."""
    await press(pilot, "j", "J", "J")


async def test_the_source_one_reads_is_the_one_chosen(flood: Dossier, make_app: MakeApp) -> None:
    """The bar in the sources follows what is read in the text, up and down."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_second_source(pilot)
        there = reader_of(app).desk.sources.selected
        told = text_of(app)
        await press(pilot, "K")

        assert there == 1
        assert "source 2 of 2" in told
        assert reader_of(app).desk.sources.selected == 0


@pytest.mark.parametrize("key", ["l", "enter"])
async def test_into_the_sources_leads_to_the_words_one_reads(
    key: str, flood: Dossier, make_app: MakeApp
) -> None:
    """Into the sources and out again one stays at the passage, in the article and outside it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_second_source(pilot)
        screen = reader_of(app)
        place = "weather.txt", screen.desk.text.place()[1]
        await press(pilot, key)
        inside = screen.reading.file, screen.desk.text.reads(*place)
        await press(pilot, "h")

        assert inside == ("weather.txt", True)
        assert screen.reading.file is None
        assert screen.desk.text.place() == place


@pytest.mark.parametrize(
    ("keys", "file"), [("]", "flood.txt"), ("J]", "weather.txt"), ("JJ[", "flood.txt")]
)
async def test_the_next_source_is_counted_from_the_one_one_reads(
    keys: str, file: str, flood: Dossier, make_app: MakeApp
) -> None:
    """The next source and the one before are those beside what is read; at the start, the first."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", *keys)

        assert reader_of(app).reading.file == file


async def test_at_the_last_source_nothing_follows(flood: Dossier, make_app: MakeApp) -> None:
    """Who reads the last source is told so, and stays."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await to_second_source(pilot)
        await press(pilot, "]")

        assert "That was the last source on this topic." in text_of(app)
        assert reader_of(app).reading.file is None
