"""What is read and worked out while one reads: it arrives, or says why not; reading goes on."""

from dataclasses import replace
from threading import Event

from dossier.dossier import Dossier
from tests.looking import text_of
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.screens.reader import ReaderScreen


def shown(app: DossierApp) -> ReaderScreen:
    """The reader's screen of a running app."""
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


async def test_a_mistake_in_what_is_worked_out_does_not_end_the_reading(
    flood: Dossier, make_app: MakeApp
) -> None:
    """A failure while topics are worked out is one line; the text stays and keys go on."""
    opened = replace(flood, topics=(), analysed=False)

    def fail(_: Dossier) -> Dossier:
        raise ZeroDivisionError("two words apart")

    app = DossierApp(opened, store=make_app(flood)._store, analyse=fail)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete(
            [worker for worker in app.workers if worker.group != "analyse"]
        )
        await pilot.pause()
        said = "".join(segment.text for segment in shown(app).guide.hints.render_line(0))
        await pilot.press("l", "j")

        assert "two words apart" in said
        assert app.is_running
        assert shown(app).reading.file == flood.articles[1].file


async def test_the_other_articles_arrive_without_moving_what_is_read(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The first article stands while the others are read; then all are listed, it still stands."""
    begun = replace(flood, articles=flood.articles[:1], topics=(), analysed=False, whole=False)
    store = make_app(flood)._store
    app = DossierApp(begun, store=store, analyse=lambda _: flood, complete=lambda _: flood)
    async with app.run_test(size=(120, 40)) as pilot:
        before = shown(app).desk.text.place()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert len(shown(app).desk.sources.sources) == len(flood.articles)
        assert shown(app).desk.text.place() == before


async def test_a_first_opening_stands_on_the_first_source_of_all(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The file read first may be a later one by date: untouched, the text begins at the top."""
    begun = replace(flood, articles=flood.articles[-1:], topics=(), analysed=False, whole=False)
    store = make_app(flood)._store
    app = DossierApp(begun, store=store, analyse=lambda _: flood, complete=lambda _: flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert shown(app).desk.text.place()[0] == flood.articles[0].file
        assert shown(app).desk.text.at_start()
        assert shown(app).desk.sources.selected == 0


async def test_who_went_into_the_first_file_stays_in_it(flood: Dossier, make_app: MakeApp) -> None:
    """One reads in the text already: the others arrive, and the text does not change."""
    begun = replace(flood, articles=flood.articles[-1:], topics=(), analysed=False, whole=False)
    may_end = Event()

    def complete(_: Dossier) -> Dossier:
        may_end.wait()
        return flood

    store = make_app(flood)._store
    app = DossierApp(begun, store=store, analyse=lambda _: flood, complete=complete)
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("enter", "enter")
            before = shown(app).desk.text.place()
            may_end.set()
            await app.workers.wait_for_complete()
            await pilot.pause()

            assert len(shown(app).desk.sources.sources) == len(flood.articles)
            assert shown(app).desk.text.place() == before
    finally:
        may_end.set()


async def test_that_topics_are_to_come_is_said_where_one_looks_for_them(
    flood: Dossier, make_app: MakeApp
) -> None:
    """On a narrow screen too, and ``}`` does not call the only row there is the last topic."""
    opened = replace(flood, topics=(), analysed=False)
    may_end = Event()

    def wait(_: Dossier) -> Dossier:
        may_end.wait()
        return flood

    app = DossierApp(opened, store=make_app(flood)._store, analyse=wait)
    try:
        async with app.run_test(size=(60, 20)) as pilot:
            begun = text_of(app)
            await pilot.press("}")
            pressed = text_of(app)
            may_end.set()
    finally:
        may_end.set()

    assert "working out topics" in begun
    assert "last topic" not in pressed
