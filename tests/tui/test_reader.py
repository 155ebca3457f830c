from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import events
from textual.widgets import Input

from dossier.dossier import Dossier
from dossier.entities import Found
from tests.looking import rows_of, text_of
from tui.app import DossierApp
from tui.marks import Dress
from tui.screens.chrome import TypeLine
from tui.screens.help import HelpScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.finding import Finding

MakeApp = Callable[[Dossier], DossierApp]


def reader_of(app: DossierApp) -> ReaderScreen:
    """The reader's screen of an app."""
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def test_the_first_article_stands_at_once(flood: Dossier, make_app: MakeApp) -> None:
    """Opening shows all articles, and the text of the first."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        shown = text_of(app)
        assert "All articles" in shown
        assert "La rivière est sortie de son lit" in shown
        assert reader_of(app).reading.file == "flood.txt"


async def test_a_topic_chosen_shows_its_anthology(flood: Dossier, make_app: MakeApp) -> None:
    """With the keys in the topics, every source's extracts stand one after the other."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j")

        shown = text_of(app)
        assert "Le pont de bois a été emporté." in shown
        assert "vote mercredi 2 millions" in shown
        assert "La pluie tombera" not in shown
        assert reader_of(app).reading.file is None


async def test_the_title_line_has_the_topic_whole(flood: Dossier, make_app: MakeApp) -> None:
    """Where the list has to cut a title, the line above the panes still says all of it."""
    long = "Les routes coupées et les ponts emportés"
    topics = tuple(replace(t, title=long) if t is flood.topics[0] else t for t in flood.topics)
    app = make_app(replace(flood, topics=topics, derived=None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j")
        title, *panes = rows_of(app)

        assert f"La crue › {long}" in title
        assert not any(long in row for row in panes)


async def test_a_source_chosen_shows_the_article_at_its_extract(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Going right from a topic shows the whole article, read at the topic's first extract."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "j", "l")
        screen = reader_of(app)

        assert screen.reading.file == "flood.txt"
        assert "Les secours" in text_of(app)
        assert screen.desk.text.reads("flood.txt", flood.topics[1].extracts[0].span.start)


async def test_bracket_goes_to_the_next_source_on_the_topic(
    flood: Dossier, make_app: MakeApp
) -> None:
    """``]`` passes over articles with nothing on the topic; past the last it says so."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "]", "]")
        screen = reader_of(app)
        assert screen.reading.file == "weather.txt"
        assert screen.desk.current is screen.desk.text

        await pilot.press("]")
        assert "last source" in text_of(app)
        await pilot.press("[")
        assert screen.reading.file == "flood.txt"


async def test_brace_keeps_the_article_where_it_is_a_source_too(
    flood: Dossier, make_app: MakeApp
) -> None:
    """``}`` stays in the article read when the next topic has it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "l", "}")
        screen = reader_of(app)

        assert screen.reading.topic == flood.topics[1]
        assert screen.reading.file == "flood.txt"
        await pilot.press("}")
        assert screen.reading.file == "council.txt"


async def test_back_returns_to_the_place_left(flood: Dossier, make_app: MakeApp) -> None:
    """``<`` goes back through the places visited, ``>`` forward again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "]", "]")
        screen = reader_of(app)
        here = screen.guide.place()

        await pilot.press("<")
        assert screen.reading.file == "flood.txt"
        await pilot.press(">")
        assert screen.guide.place() == here


async def test_furniture_is_folded_with_a_count(flood: Dossier, make_app: MakeApp) -> None:
    """What the site put around the article is one line with a count, until ``F`` shows it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "1 line around the article" in text_of(app)
        assert "Partager Commenter" not in text_of(app)

        await pilot.press("F")
        assert "Partager Commenter" in text_of(app)


async def test_nothing_to_unfold_is_said(flood: Dossier, make_app: MakeApp) -> None:
    """Where the site put nothing around the article, ``F`` says so, and the text stays."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("l", "j")
        before = reader_of(app).guide.place()
        await pilot.press("F")

        assert reader_of(app).reading.file == "council.txt"
        assert "Nothing stands around what is shown here." in text_of(app)
        assert reader_of(app).guide.place() == before


async def test_find_narrows_and_escape_opens_again(flood: Dossier, make_app: MakeApp) -> None:
    """``/`` goes to the first hit as one types, ``n`` on to the next article, Escape widens."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"seille")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        screen = reader_of(app)
        assert len(screen.reading.lens.hits) == 2
        assert screen.reading.file == "flood.txt"

        await pilot.press("n")
        assert screen.reading.file == "weather.txt"
        await pilot.press("escape")
        assert not screen.reading.lens.narrowed
        assert screen.reading.file == "weather.txt"


async def test_letters_typed_at_once_after_slash_are_not_commands(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Typing faster than the screen follows loses no letter and carries out no command."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for key in ("slash", *"emfz"):
            app.simulate_key(key)
        await pilot.pause()
        screen = reader_of(app)

        assert screen.query_one("#find-words", Input).value == "emfz"
        assert len(screen.cuttings.keeping) == 0


async def test_clip_is_kept_counted_and_taken_back(flood: Dossier, make_app: MakeApp) -> None:
    """``m`` keeps the passage read, ``u`` lets it go, Ctrl+r keeps it again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m")
        screen = reader_of(app)
        assert "1 clipping" in text_of(app)
        assert screen.cuttings.keeping.clippings[0].exact.startswith("La rivière")
        assert "◆" in text_of(app)

        await pilot.press("u")
        assert len(screen.cuttings.keeping) == 0
        await pilot.press("ctrl+r")
        assert len(screen.cuttings.keeping) == 1


async def test_the_legend_counts_what_is_on_the_page(flood: Dossier, make_app: MakeApp) -> None:
    """The legend counts the mentions of each kind in the article shown."""
    app = make_app(flood)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()

        assert "persons 2" in text_of(app)
        assert "figures 1" in text_of(app)


async def test_names_not_looked_for_yet_are_not_counted(flood: Dossier, make_app: MakeApp) -> None:
    """Until names are found the legend does not say that there are none."""
    from dataclasses import replace

    from dossier.entities import Found

    app = make_app(replace(flood, topics=(), found=Found(), analysed=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()

        assert "working out topics" in text_of(app)
        assert "persons" not in text_of(app)


async def test_a_narrow_legend_keeps_names_one_can_read(flood: Dossier, make_app: MakeApp) -> None:
    """Where the names of the kinds do not fit, they are abbreviated as a printed list would."""
    app = make_app(flood)
    async with app.run_test(size=(72, 24)) as pilot:
        await pilot.pause()

        assert "1 pers. 2" in text_of(app)
        assert "5 fig. 1" in text_of(app)


async def test_with_the_overlay_off_a_kind_is_painted_alone(
    flood: Dossier, make_app: MakeApp
) -> None:
    """``2`` shows places, and no other kind that has a key; the next key adds its own."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "2")
        dress = reader_of(app).desk.dress
        assert dress.overlay
        assert dress.kinds == {"place", "other"}
        await pilot.press("1")

        assert reader_of(app).desk.dress.kinds == {"person", "place", "other"}


async def test_without_any_kind_the_overlay_is_off(flood: Dossier, make_app: MakeApp) -> None:
    """The key of the last kind turns the overlay off, which is told; ``e`` paints all again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("e", "1", "1")
        assert "overlay off" in text_of(app)
        await pilot.press("e")
        dress = reader_of(app).desk.dress
        assert (dress.overlay, dress.kinds) == (True, Dress().kinds)
        await pilot.press("1", "2", "3", "4", "5", "full_stop")

        assert reader_of(app).desk.dress == Dress()


async def test_before_names_are_known_none_is_said_to_be_missing(
    flood: Dossier, make_app: MakeApp
) -> None:
    """``.`` while names are looked for says that they are, and not that there is none."""
    app = make_app(replace(flood, topics=(), found=Found(()), analysed=False))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("full_stop")
        assert "Names are still being looked for." in text_of(app)
        reader_of(app).guide.take(flood)
        await pilot.press(*["full_stop"] * 12)

        assert "No further name is painted on this page." in text_of(app)


async def test_kinds_are_switched_one_by_one(flood: Dossier, make_app: MakeApp) -> None:
    """``1`` takes persons out of the overlay, ``e`` the whole of it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        screen = reader_of(app)
        assert "person" not in screen.desk.dress.kinds

        await pilot.press("e")
        assert not screen.desk.dress.overlay
        assert "overlay off" in text_of(app)


@pytest.mark.parametrize(
    "size", [(200, 60), (120, 40), (80, 24), (72, 20), (60, 20), (40, 12), (20, 5), (3, 2), (1, 1)]
)
async def test_every_size_draws_and_keeps_its_frame(
    flood: Dossier, make_app: MakeApp, size: tuple[int, int]
) -> None:
    """At any size every row is as wide as the screen, in every pane and with every fold."""
    app = make_app(flood)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in ("j", "enter", "]", "enter", "j", "space", "F", "z", "m", "}", "escape", "h"):
            await pilot.press(key)

            assert len(rows_of(app)) == size[1]


async def test_a_resize_keeps_the_place(flood: Dossier, make_app: MakeApp) -> None:
    """Through every size and back, one reads the same passage."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "]", "J", "J")
        screen = reader_of(app)
        here = screen.guide.place()
        for size in ((200, 60), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            rows_of(app)

        assert screen.guide.place() == here


async def test_topics_arrive_without_moving_what_is_read(flood: Dossier, make_app: MakeApp) -> None:
    """The article stands before the topics are worked out, and stays where it is after."""
    from dataclasses import replace

    from dossier.entities import Found

    opened = replace(flood, topics=(), found=Found(), analysed=False)
    app = DossierApp(opened, store=make_app(flood)._store, analyse=lambda _: flood)
    async with app.run_test(size=(120, 16)) as pilot:
        await pilot.press("l", "l", "j", "j", "j")
        screen = reader_of(app)
        text = [row[62:] for row in rows_of(app)[2:-2]]
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert "La crue" in text_of(app)
        assert [row[62:] for row in rows_of(app)[2:-2]] == text
        assert screen.reading.dossier.analysed


async def test_narrow_screens_show_one_pane_at_a_time(flood: Dossier, make_app: MakeApp) -> None:
    """Below 72 columns Enter goes in, Escape comes out, and the way is said above."""
    app = make_app(flood)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("j")
        assert "Topics" in text_of(app)
        assert "Sources" not in text_of(app)

        await pilot.press("enter")
        assert "La crue › La crue" in text_of(app)
        await pilot.press("enter")
        assert "La rivière est sortie" in text_of(app)
        await pilot.press("escape", "escape")
        assert "Topics" in text_of(app)


async def test_the_words_of_an_article_are_in_sight_on_any_screen(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Its particulars, which are not its own, do not fill the smallest alone."""
    council = replace(flood.articles[1], outlet="Le Courrier des deux Seille et du Rupt-de-Mad")
    app = make_app(replace(flood, articles=(flood.articles[0], council, flood.articles[2])))
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.press("enter", "enter", "right_square_bracket")

        assert "Le conseil de" in text_of(app)


async def test_the_mouse_goes_in_and_out_where_one_pane_stands_alone(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Two clicks on a row go into it; one on the way to here goes out again."""
    app = make_app(flood)
    async with app.run_test(size=(60, 20)) as pilot:
        desk, went = reader_of(app).desk, []
        for where, y, times in (
            ("#topics", 3, 1),
            ("#topics", 3, 2),
            ("#sources", 2, 2),
            ("#title", 0, 1),
            ("#title", 0, 1),
        ):
            await pilot.click(where, offset=(5, y), times=times)
            went.append(desk.current.id)

        assert went == ["topics", "sources", "text", "sources", "topics"]
        assert reader_of(app).reading.topic == flood.topics[0]


async def test_a_click_on_the_title_beside_the_panes_leaves_all_as_it_is(
    flood: Dossier, make_app: MakeApp
) -> None:
    """There is no way out of what is all in sight."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "l", "l")
        await pilot.click("#title", offset=(5, 0))

        assert reader_of(app).desk.current is reader_of(app).desk.text


async def test_a_pane_that_stands_alone_says_how_to_go_in_and_out(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Who sees one pane has no other in sight to guess that there is more."""
    app = make_app(flood)
    async with app.run_test(size=(40, 12)) as pilot:
        said = []
        for key in ("j", "enter"):
            await pilot.press(key)
            said.append(rows_of(app)[-1].split("   "))

        assert said[0][:2] == [" Enter Open", "j Down"]
        assert said[1][:2] == [" Enter Open", "Esc Back out"]
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "l", "l", "z")
        assert "Esc Back out" in rows_of(app)[-1]
        await pilot.press("escape")
        assert "Esc Back out" not in rows_of(app)[-1]


async def test_q_and_ctrl_c_leave(flood: Dossier, make_app: MakeApp) -> None:
    """Both leave, with nothing wrong."""
    for key in ("q", "ctrl+c"):
        app = make_app(flood)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(key)

        assert app.return_code == 0


async def test_in_a_line_ctrl_c_leaves_the_line(flood: Dossier, make_app: MakeApp) -> None:
    """It does what Escape does, and the program goes on; in no line it leaves the program."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "e", "a", "ctrl+c")
        await pilot.pause()
        assert not app.screen.query_one(Finding).typing
        assert app.return_code is None
        await pilot.press("question_mark", "ctrl+c")
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        assert app.return_code is None
        await pilot.press("ctrl+c")

    assert app.return_code == 0


async def test_what_is_typed_behind_ctrl_c_is_no_word_of_the_line(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Struck at once, it is the command that it is outside the line."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "e", "a")
        await pilot.pause()
        for key in ("ctrl+c", "question_mark"):
            app.post_message(events.Key(key, "?" if key == "question_mark" else None))
        await pilot.pause()
        await pilot.pause()

        assert isinstance(app.screen, HelpScreen)


async def test_what_is_pasted_in_a_line_is_taken_whole(flood: Dossier, make_app: MakeApp) -> None:
    """Line ends become spaces; what is selected gives way."""
    app = make_app(flood)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "e")
        app.post_message(events.Paste("au de\nla\r\n\nville "))
        await pilot.pause()

        assert app.screen.query_one(TypeLine).value == "eau de la ville"


async def test_a_line_one_types_in_stands_after_a_resize(flood: Dossier, make_app: MakeApp) -> None:
    """What is looked for stays in sight, whatever the terminal is made."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"crue")
        for size in ((110, 30), (90, 36), (40, 10)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "/ crue" in rows_of(app)[-1]
