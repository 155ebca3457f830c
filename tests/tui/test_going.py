from dataclasses import replace

import pytest
from textual.pilot import Pilot

from dossier.dossier import Dossier
from dossier.export.citation import numbered
from tests.looking import rows_of, text_of
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.counting import MOST, Count
from tui.places import Place
from tui.screens.find import FindBar
from tui.screens.reader import ReaderScreen
from tui.widgets.text_pane import TextPane


def reader_of(app: DossierApp) -> ReaderScreen:
    """The reader's screen of an app."""
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def passage_of(app: DossierApp) -> int:
    """The number of the passage that is read."""
    piece = reader_of(app).desk.text.read_piece()
    assert piece is not None
    assert piece.article is not None
    passage = piece.article.passage_at(piece.start)
    assert passage is not None
    return passage.number


def test_a_count_is_taken_once_and_has_an_end() -> None:
    """What is typed is given to one movement; without one it is made once; digits too many go."""
    count = Count()
    for digit in "0012345":
        count.add(digit)
    count.give()

    assert (count.times(), count.times()) == (1234, 1)
    assert MOST < 10_000


@pytest.mark.parametrize(
    ("keys", "topic"),
    [("02j", 2), ("09j", 3), ("03jk", 2), ("03j02k", 1), ("04G", 3), ("02g", 1), ("02}", 2)],
)
async def test_a_count_repeats_a_movement(
    keys: str, topic: int, flood: Dossier, make_app: MakeApp
) -> None:
    """``0`` and digits before a movement make it so often, or lead to that row."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()

        assert reader_of(app).desk.topics.selected == topic
        assert reader_of(app).desk.counting.typed is None


async def test_a_count_leads_over_sources_and_back(flood: Dossier, make_app: MakeApp) -> None:
    """``02]`` goes two sources on; the trail has one place for it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"02]")
        await pilot.pause()
        screen = reader_of(app)
        assert screen.reading.file == "weather.txt"
        await pilot.press("<")
        await pilot.pause()

        assert screen.reading.file == "flood.txt"


async def test_a_count_is_told_while_it_is_typed_and_escape_drops_it(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The bottom line shows the digits and what may follow; Escape leaves all as it was."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        before = reader_of(app).guide.place()
        await pilot.press("0", "1", "2")
        assert "12 … j J ]: so often; G: to that row or passage; Esc: no count" in text_of(app)
        await pilot.press("escape", "l", "l")
        await pilot.pause()

        assert reader_of(app).guide.place() == before
        assert reader_of(app).desk.dress.kinds >= {"person", "place"}
        assert "so often" not in text_of(app)


async def test_a_kind_of_the_overlay_waits_for_nothing(flood: Dossier, make_app: MakeApp) -> None:
    """A digit that no count was begun for switches its kind at once."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")

        assert "place" not in reader_of(app).desk.dress.kinds


async def test_a_mark_may_be_a_digit(flood: Dossier, make_app: MakeApp) -> None:
    """After ``'`` a digit is the mark's letter, not a count; a mark ends a count."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("0", "'", "0")
        await pilot.pause()
        screen = reader_of(app)

        assert screen.guide.remembered.marks == {"0": screen.guide.place()}
        assert screen.desk.counting.typed is None


@pytest.mark.parametrize("keys", [("l", "l", "0", "4", "G"), (":", "4", "enter")])
async def test_a_passage_is_gone_to_by_its_number(
    keys: tuple[str, ...], flood: Dossier, make_app: MakeApp
) -> None:
    """``04G`` in the text and ``:`` with 4 anywhere read the passage that citations call 4."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert passage_of(app) == 4
        assert reader_of(app).desk.current is reader_of(app).desk.text
        await pilot.press("<")

        assert passage_of(app) == 1


async def test_from_an_anthology_a_number_leads_into_the_article(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The number is one of the article whose extract is read; the topic stays."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", ":", "5", "enter")
        await pilot.pause()

        assert passage_of(app) == 5
        assert reader_of(app).reading.file == "flood.txt"
        assert reader_of(app).reading.topic == flood.topics[0]


@pytest.mark.parametrize("typed", ["6", "0", "x"])
async def test_a_number_there_is_no_passage_of_says_so(
    typed: str, flood: Dossier, make_app: MakeApp
) -> None:
    """What is no passage's number moves nothing, and says how many there are."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        before = reader_of(app).guide.place()
        await pilot.press(":", typed, "enter")
        await pilot.pause()

        assert f"No passage {typed}: this article has 5 passages." in text_of(app)
        assert reader_of(app).guide.place() == before


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_passages_are_numbered_on_demand(
    size: tuple[int, int], flood: Dossier, make_app: MakeApp
) -> None:
    """``p`` sets the numbers that citations use beside the passages, and hides them."""
    app = make_app(flood)
    async with app.run_test(size=size) as pilot:
        await pilot.press("l", "l", "p")
        await pilot.pause()
        region = reader_of(app).desk.text.region
        edge = region.x
        rows = [row[edge:] for row in rows_of(app)[region.y : region.bottom]]
        shown = {row.split()[0]: row for row in rows if row.strip()[:1].isdigit()}
        assert "La rivière" in shown[str(numbered([1])).split()[-1]]
        assert "Jeanne Martin" in shown["2"]
        assert "- deux écoles" in shown["3"]
        await pilot.press("p")
        await pilot.pause()

        assert not any(row[edge:].strip().startswith("2 ") for row in rows_of(app))


async def test_that_numbers_are_shown_is_kept(flood: Dossier, make_app: MakeApp) -> None:
    """The setting follows the key."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")

    assert app.settings.numbers


async def test_numbers_leave_the_text_of_a_wide_pane_where_it_is(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Where there is a margin the numbers stand in it, and no line is set anew."""
    app = make_app(flood)
    async with app.run_test(size=(200, 40)) as pilot:
        before = [row.index("La rivière") for row in rows_of(app) if "La rivière" in row]
        await pilot.press("p")
        await pilot.pause()

        assert [row.index("La rivière") for row in rows_of(app) if "La rivière" in row] == before


async def find(app: DossierApp, words: str) -> None:
    """Look for words as the bar does."""
    reader_of(app).finding.look_for(words)
    await app.workers.wait_for_complete()


async def test_opening_the_lens_keeps_place_and_topic(flood: Dossier, make_app: MakeApp) -> None:
    """After a hit outside the topic, Escape chooses the topic again: the article is its source."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "l", "l")
        screen = reader_of(app)
        await find(app, "gymnase")
        await pilot.pause()
        assert screen.reading.topic is None
        here = screen.guide.place()
        await pilot.press("escape")
        await pilot.pause()

        assert screen.reading.topic == flood.topics[0]
        assert (here.file, here.offset) == screen.desk.text.place()
        assert screen.desk.topics.selected == 1
        assert not screen.reading.lens.narrowed


@pytest.mark.parametrize("keys", ["jll", "jJJ", "jjl", "llJ"])
async def test_a_search_given_up_leads_back(keys: str, flood: Dossier, make_app: MakeApp) -> None:
    """Escape while one types: the same topic, source and words stand, and one pane has the keys."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        screen = reader_of(app)
        before = screen.guide.place(), screen.desk.text.rows_above(), screen.desk.current
        await pilot.press("/", *"digue")
        await app.workers.wait_for_complete()
        await pilot.pause()
        found = screen.guide.place()
        await pilot.press("escape")
        await pilot.pause()
        now = screen.guide.place(), screen.desk.text.rows_above(), screen.desk.current

        assert found.file == "council.txt"
        assert now == before
        assert screen.focused is screen.desk.current
        assert not screen.reading.lens.narrowed


async def test_opening_the_lens_elsewhere_stays_in_all_articles(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Where the article read is no source of the topic, the place counts; ``<`` leads back."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "l", "l", "/", *"digue", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = reader_of(app)
        await pilot.press("escape")
        await pilot.pause()
        assert (screen.reading.topic, screen.reading.file) == (None, "council.txt")
        await pilot.press("<")

        assert (screen.reading.topic, screen.reading.file) == (flood.topics[0], "flood.txt")


async def test_a_topic_chosen_under_the_lens_stays_chosen(
    flood: Dossier, make_app: MakeApp
) -> None:
    """What the reader chose after the hit led away is not undone by Escape."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "l", "l")
        screen = reader_of(app)
        await find(app, "gymnase")
        await pilot.pause()
        await pilot.press("h", "h", "j", "k", "escape")
        await pilot.pause()

        assert screen.reading.topic is None


async def test_titles_take_two_lines_where_there_is_room(flood: Dossier, make_app: MakeApp) -> None:
    """A title too long for its pane goes on below, is chosen by a click there, and never torn."""
    long = "Les routes coupées et les ponts emportés"
    topics = tuple(replace(t, title=long) if t is flood.topics[1] else t for t in flood.topics)
    app = make_app(replace(flood, topics=topics, derived=None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j")
        pane = reader_of(app).desk.topics
        column = [row[: pane.region.width].strip("▌ ") for row in rows_of(app)]
        at = next(y for y, row in enumerate(column) if row.startswith("Les routes"))
        said = " ".join(row.rstrip("0123456789 ") for row in column[at : at + 4])
        assert " ".join(said.split()).startswith(long)
        await pilot.click(pane, offset=(3, 3))
        assert pane.selected == 1
        await pilot.click(pane, offset=(3, at + 1 - pane.region.y))

        assert pane.selected == 2


async def test_the_keys_of_the_lens_stand_below_once_it_is_found(
    flood: Dossier, make_app: MakeApp
) -> None:
    """After Enter on what is looked for, the bottom line has the keys that walk the hits."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "]", "/", *"pont", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert rows_of(app)[-1].startswith(" n Next hit   N Previous hit")


async def test_which_hit_one_stands_on_is_told_at_once(flood: Dossier, make_app: MakeApp) -> None:
    """After Enter the place says which of how many; the topics' figures say that they are hits."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"pont", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        first, heading = rows_of(app)[-2], rows_of(app)[2]
        await pilot.press("n")
        await pilot.pause()
        second = rows_of(app)[-2]
        await pilot.press("escape")
        await pilot.pause()

        assert "hit 1 of 2" in first
        assert heading[:26].split() == ["Topics", "hits"]
        assert "hit 2 of 2" in second
        assert "hit" not in rows_of(app)[-2] + rows_of(app)[2][:26]


def _hits_drawn(app: DossierApp) -> list[tuple[str, bool]]:
    """The hits in sight, and whether each is told from the others."""
    text = app.screen.query_one(TextPane)
    drawn = (part for y in range(text.size.height) for part in text.render_line(y))
    return [
        (part.text, bool(part.style.underline))
        for part in drawn
        if part.style and part.style.reverse and part.text.strip()
    ]


async def test_the_hit_one_stands_on_is_told_from_the_others(
    flood: Dossier, make_app: MakeApp
) -> None:
    """It alone is underlined, be it in a headline or a passage, and counted; widened, none is."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"de", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        first, counted = _hits_drawn(app), rows_of(app)[-2]
        await pilot.press("n")
        await pilot.pause()
        second, counted_on = _hits_drawn(app), rows_of(app)[-2]
        await pilot.press("escape")
        await pilot.pause()

        assert [told for _, told in first].count(True) == 1
        assert [told for _, told in second].count(True) == 1
        assert first != second
        assert "hit 1 of" in counted
        assert "hit 2 of" in counted_on
        assert _hits_drawn(app) == []


async def test_the_last_source_with_a_hit_is_told_as_such(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Not as the last source on the topic, which the place says it is not."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", *"martin", "enter")
        await app.workers.wait_for_complete()
        await pilot.press("h", "h", "g", "j", "l", "]")
        await pilot.pause()

        assert rows_of(app)[-1].startswith(" No source after this one has a hit.")


async def test_a_quick_search_loses_no_key(flood: Dossier, make_app: MakeApp) -> None:
    """What is struck right after ``/``, the very first key, is typed and no command."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("slash", "m", "z", "e"):
            app.simulate_key(key)
        await pilot.pause()
        await app.workers.wait_for_complete()

        assert reader_of(app).finding.typing
        assert not reader_of(app).desk.alone
        assert reader_of(app).desk.dress.overlay
        assert len(reader_of(app).cuttings.keeping) == 0


@pytest.mark.parametrize("width", [80, 60, 44, 30, 20])
async def test_the_key_to_help_is_the_last_to_go(
    width: int, flood: Dossier, make_app: MakeApp
) -> None:
    """However narrow, the bottom line says which key helps."""
    app = make_app(flood)
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("l", "l")
        await pilot.pause()

        assert rows_of(app)[-1].rstrip().endswith("? Help")


async def test_what_is_typed_before_the_page_has_the_keys_is_kept(
    flood: Dossier, make_app: MakeApp
) -> None:
    """A search begun as soon as the program runs finds; none of its letters is a command."""
    app = make_app(flood)

    async def press(pilot: Pilot[object]) -> None:
        assert app.focused is None
        await pilot.press("/", *"digue", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not reader_of(app).desk.alone
        assert reader_of(app).reading.file == "council.txt"
        app.exit(return_code=7)

    await app.run_async(headless=True, size=(80, 24), auto_pilot=press)

    assert app.return_code == 7


async def test_a_search_without_a_hit_says_what_to_do(flood: Dossier, make_app: MakeApp) -> None:
    """Where nothing was found, the bottom line says so and how all of it comes back."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/", *"zzz", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert rows_of(app)[-1].startswith(" Nothing has “zzz”; Esc shows everything.")


async def test_keys_that_come_at_once_are_done_in_their_order(
    flood: Dossier, make_app: MakeApp
) -> None:
    """A mark, moves, a count and the way back to the mark, typed before any of it is done."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l")
        began = reader_of(app).desk.text.place()
        for key in ("apostrophe", "m", "0", "3", "j", "right_square_bracket", "apostrophe", "m"):
            app.simulate_key(key)
        await pilot.pause()

        assert reader_of(app).desk.text.place() == began
        assert not reader_of(app).going.marking


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_leaves_no_line_open_behind(key: str, flood: Dossier, make_app: MakeApp) -> None:
    """Out of the line of a search one goes on with what was found, as by Enter."""
    app = make_app(flood)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("slash")
        assert len(rows_of(app)) == 5
        await pilot.press(*"digue", key)
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert not app.screen.query_one(FindBar).is_open
        assert app.focused is reader_of(app).desk.current
        assert reader_of(app).reading.lens.narrowed


async def test_where_one_is_led_from_the_sources_one_reads_on(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The keys go to the text: there ``j`` reads on, in the sources it would lead away."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("m", "l", "j", "C", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert reader_of(app).reading.file == "flood.txt"
        assert reader_of(app).desk.text.has_focus


async def test_a_hit_is_in_sight_where_the_sources_stood_alone(
    flood: Dossier, make_app: MakeApp
) -> None:
    """While one types too, and after ``n``; given up, the sources stand there again."""
    app = make_app(flood)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("enter", "slash", *"gymnase")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "le gymnase accueille" in text_of(app)
        await pilot.press("escape")
        assert reader_of(app).desk.sources.has_focus

        await find(app, "pont")
        reader_of(app).desk.enter_pane(reader_of(app).desk.sources)
        await pilot.press("n")
        assert "pont" in text_of(app)
        assert reader_of(app).desk.text.has_focus


async def test_narrowed_topics_without_a_hit_are_passed_over(
    flood: Dossier, make_app: MakeApp
) -> None:
    """As sources are by ``]``; the anthology opens at its first hit, and an end is told."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await find(app, "prévient")
        screen = reader_of(app)
        screen.desk.enter_pane(screen.desk.topics)
        await pilot.press("g")
        await pilot.press("}")
        topic, place = screen.reading.topic, screen.guide.place()
        await pilot.press("}")
        told = rows_of(app)[-1]

    assert topic is screen.reading.topic
    assert (topic, place.within) == (flood.topics[0], "weather.txt")
    assert "No topic after this one has a hit." in told


async def test_narrowed_one_goes_to_a_source_of_the_next_topic_that_has_a_hit(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The article one reads is one of its sources, but has none there."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await find(app, "pont neuf")
        screen = reader_of(app)
        screen.desk.enter_pane(screen.desk.text)
        screen.guide.go(Place(None, "flood.txt"))
        await pilot.press("}")

        assert (screen.reading.topic, screen.reading.file) == (flood.topics[1], "council.txt")
