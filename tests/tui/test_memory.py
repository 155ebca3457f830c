import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier
from tui.app import DossierApp
from tui.memory import keep, memory_file, remember
from tui.opening import Opening
from tui.places import Place, Remembered
from tui.screens.reader import ReaderScreen

MakeApp = Callable[[Dossier], DossierApp]

NAMES = st.none() | st.text(max_size=9)
PLACES = st.builds(Place, NAMES, NAMES, st.integers(0, 10**9), NAMES)
REMEMBERED = st.builds(
    Remembered,
    st.none() | PLACES,
    st.dictionaries(st.text(max_size=9), st.integers(0, 10**9), max_size=3),
    st.sets(st.text(max_size=9), max_size=3),
    st.dictionaries(st.text(max_size=1), PLACES, max_size=3),
    st.lists(st.text(max_size=9), max_size=3),
    st.sets(st.text(max_size=9), max_size=3),
    st.integers(0, 2),
)


@given(remembered=REMEMBERED)
def test_what_is_kept_is_remembered(
    remembered: Remembered, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Writing and reading gives the same."""
    file = tmp_path_factory.mktemp("places") / "one.json"
    keep(file, remembered)

    assert remember(file) == remembered


def test_two_readers_of_a_folder_keep_the_marks_of_both(tmp_path: Path) -> None:
    """Whoever leaves last; of one letter, the last one's."""
    here, elsewhere = Place(None, "a.txt", 3), Place(None, "b.txt", 5)
    keep(tmp_path / "one.json", Remembered(marks={"a": here, "b": here}))
    keep(tmp_path / "one.json", Remembered(marks={"b": elsewhere}))

    assert remember(tmp_path / "one.json").marks == {"a": here, "b": elsewhere}


@pytest.mark.parametrize(
    "said",
    ["", "{", "[]", "null", '{"format": 9}', '{"format": 1}', '{"format": 1, "place": [1, 2, 3]}'],
)
def test_a_damaged_file_remembers_nothing(said: str, tmp_path: Path) -> None:
    """Whatever stands in the file, the dossier opens."""
    file = tmp_path / "one.json"
    file.write_text(said, encoding="utf-8")

    assert remember(file) == Remembered()


def test_a_place_that_is_no_place_is_refused(tmp_path: Path) -> None:
    """A place in another form makes nothing of the file."""
    file = tmp_path / "one.json"
    keep(file, Remembered(Place("a", "b", 3)))
    said = json.loads(file.read_text(encoding="utf-8"))
    said["place"] = ["a", 5, 3]
    file.write_text(json.dumps(said), encoding="utf-8")

    assert remember(file) == Remembered()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """In place of a folder's file it remembers nothing, and it is not written over."""
    file = tmp_path / "one.json"
    os.mkfifo(file)

    assert remember(file) == Remembered()
    with pytest.raises(OSError, match="not a file"):
        keep(file, Remembered(Place("a", "b", 3)))
    assert file.is_fifo()


def test_two_folders_have_two_files(tmp_path: Path) -> None:
    """A folder is known by where it is, whatever its name."""
    one, two = tmp_path / "a" / "crue", tmp_path / "b" / "crue"

    assert memory_file(one, kept_in=tmp_path) != memory_file(two, kept_in=tmp_path)
    assert memory_file(one, kept_in=tmp_path) == memory_file(one, kept_in=tmp_path)


async def test_one_reads_on_where_one_left_off(
    flood: Dossier, make_app: MakeApp, tmp_path: Path
) -> None:
    """Leaving and opening again leads to the same article, passage and topic; marks are kept."""
    opening = Opening(memory=tmp_path / "place.json")
    app = make_app(flood)
    app._opening = opening
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "]", "]", "apostrophe", "b")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        here = screen.guide.place()
        await pilot.press("q")

    again = make_app(flood)
    again._opening = opening
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = again.screen
        assert isinstance(screen, ReaderScreen)
        assert screen.guide.place() == here
        assert screen.reading.topic == flood.topics[0]
        assert set(screen.guide.remembered.marks) == {"b"}


async def test_a_comparison_opens_as_one_left_it(
    flood: Dossier, make_app: MakeApp, tmp_path: Path
) -> None:
    """Left among a topic's extracts, a dossier opens there, at the words one read; so do marks."""
    opening = Opening(memory=tmp_path / "place.json")
    app = make_app(flood)
    app._opening = opening
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "J", "J", "apostrophe", "b")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        here = screen.guide.place()
        await pilot.press("q")

    again = make_app(flood)
    again._opening = opening
    async with again.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = again.screen
        assert isinstance(screen, ReaderScreen)
        assert (here.file, here.within) == (None, "weather.txt")
        assert screen.guide.place() == here
        assert screen.desk.current is screen.desk.topics
        assert screen.desk.sources.selected == 1
        await pilot.press("l", "l", "g", "apostrophe", "b")

        assert screen.guide.place() == here


async def test_a_comparison_opens_in_its_article_until_its_topic_is_known(
    flood: Dossier, tmp_path: Path
) -> None:
    """The words one read are shown in their article; the topic is chosen when it is known."""
    keep(tmp_path / "place.json", Remembered(Place("La crue", None, 30, "weather.txt"), pane=0))
    bare = replace(flood, topics=(), analysed=False)
    app = DossierApp(
        bare,
        opening=Opening(memory=tmp_path / "place.json"),
        store=ClippingStore(tmp_path / "clippings.jsonl", "test"),
        analyse=lambda _: flood,
    )
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        shown = screen.reading.file
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert shown == screen.reading.file == "weather.txt"
        assert screen.reading.topic == flood.topics[0]
        assert screen.desk.current is screen.desk.text


async def test_who_leaves_before_topics_are_known_comes_back_to_the_topic_of_before(
    flood: Dossier, make_app: MakeApp, tmp_path: Path
) -> None:
    """The topic one read in is kept while none is known."""
    opening = Opening(memory=tmp_path / "place.json")
    left = Place(flood.topics[0].title, flood.articles[0].file, 0)
    keep(tmp_path / "place.json", Remembered(left))
    app = make_app(replace(flood, topics=(), analysed=False))
    app._opening = opening
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("q")

    kept = remember(tmp_path / "place.json").place
    assert kept is not None
    assert (kept.topic, kept.file) == (left.topic, left.file)
