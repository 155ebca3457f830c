"""The screen on a large dossier shows what it shows of a whole one, and fetches what it shows."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from dossier.article import Article
from dossier.decisions import Decisions
from dossier.decisions.records import Place as Passage
from dossier.decisions.records import TopicDecision
from dossier.dossier import Dossier, TopicSources, analyse, decide, place_in
from dossier.entities import Entity, Found
from dossier.index import Index
from dossier.index.articles import KeptArticles
from dossier.index.shelf import Shelf
from dossier.index.stock import Stock
from dossier.search import Hit, search
from dossier.spans import Span
from dossier.topics import Extract
from tests.dossier.index.kept_folder import make_large
from tests.hosts import Host
from tests.tui.conftest import MakeApp
from tui.anthologies import LongAnthology
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.lens import Lens
from tui.marks import Dress
from tui.messages import Renewed
from tui.pages import Page, anthology_page
from tui.palette import entries_of, further_sources
from tui.places import Place
from tui.reading import Reading
from tui.screens.clipping_list import ClippingList
from tui.screens.entities import EntitiesScreen, EntityPane
from tui.screens.grouped_pane import Heading
from tui.screens.leaving import AllHits
from tui.screens.named import Named
from tui.screens.palette import EntryPane, PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.sifting import SOON, sift
from tui.telling import kept_line, what_is_in

MANY = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles on a flood, of which everything is kept."""
    folder = tmp_path_factory.mktemp("many") / "crue"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:03}.txt").write_text(
            f"La Loire déborde, jour {number}\n\nLe maire Jean Petit a fermé {number + 2} ponts à "
            "Tours mardi. Des habitants ont quitté leur maison.\n\nSelon la préfecture, 300 "
            "personnes sont à l'abri. La pluie tombera jusqu'à vendredi.\n",
            "utf-8",
        )
    with pytest.MonkeyPatch.context() as patch:
        make_large(patch, MANY)
        index = Index([folder], folder.parent / "cache", at_hand=True)
        index.keep(analyse(index.open()))
    return folder


def opened(folder: Path, monkeypatch: pytest.MonkeyPatch, large: int) -> Dossier:
    """The dossier, made on demand from so many articles on."""
    make_large(monkeypatch, large)
    return Index([folder], folder.parent / "cache").open()


@pytest.fixture
def whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The dossier whole."""
    return opened(folder, monkeypatch, MANY + 1)


@pytest.fixture
def kept(whole: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    """The same, made on demand."""
    assert isinstance(whole.articles, tuple)
    dossier = opened(folder, monkeypatch, MANY)
    assert isinstance(dossier.articles, KeptArticles)
    return dossier


def shelf_of(dossier: Dossier) -> Shelf:
    """The shelf that a dossier is made of on demand."""
    assert isinstance(dossier.articles, KeptArticles)
    return dossier.articles.stock.shelf


def pages(dossier: Dossier) -> list[Page]:
    """The anthology of each topic."""
    return [anthology_page(dossier.sources(topic)) for topic in dossier.topics]


def test_an_anthology_is_the_same_made_as_it_is_shown(whole: Dossier, kept: Dossier) -> None:
    """Its pieces, where an offset stands in it, and how far one has read."""
    for page, long in zip(pages(whole), pages(kept), strict=True):
        assert isinstance(long, LongAnthology)
        assert tuple(long.pieces) == page.pieces
        assert long.next_read(-1, 1) == page.next_read(-1, 1)
        for index, piece in enumerate(page.pieces):
            assert long.share(index, 1) == page.share(index, 1)
            assert piece.article is not None
            for offset in (piece.start, piece.end - 1):
                place = piece.article.file, offset
                assert long.piece_at(*place) == page.piece_at(*place)
        assert long.piece_at("z.txt", 0) is None


def test_an_anthology_fetches_what_is_looked_at(kept: Dossier) -> None:
    """Three pieces in the midst of forty sources cost a source's rows, not forty."""
    before = shelf_of(kept).fetched

    page = anthology_page(kept.sources(kept.topics[0]))
    middle = len(page.pieces) // 2
    assert all(piece.article for piece in page.pieces[middle : middle + 3])
    assert page.share(middle, 0) > 0.4
    assert shelf_of(kept).fetched - before <= 10


def _bridges(_: Dossier) -> TopicDecision:
    """A topic of words."""
    return TopicDecision("Les ponts", ("pont*",))


def _one_out(dossier: Dossier) -> TopicDecision:
    """A topic that one of its passages is taken out of."""
    first = dossier.topics[0].extracts[0]
    passage = dossier.article(first.file).passage_at(first.span.start)
    assert passage is not None
    taken = Passage(first.file, passage.number)
    return TopicDecision(dossier.topics[0].title, removed=(taken,))


@pytest.mark.parametrize("said", [_bridges, _one_out])
def test_what_a_topic_made_by_hand_mentions_is_counted_without_fetching_who_it_is(
    whole: Dossier,
    kept: Dossier,
    monkeypatch: pytest.MonkeyPatch,
    said: Callable[[Dossier], TopicDecision],
) -> None:
    """The same numbers of each kind as in a dossier that is whole, and no name asked for."""
    made = said(whole)
    one, other = (Reading(decide(dossier, Decisions(topics=(made,)))) for dossier in (whole, kept))
    for reading in (one, other):
        reading.choose(reading.topic_of(made.title), None)
    page, asked = other.page(), list[int]()
    monkeypatch.setattr(Stock, "entity", lambda _, number: asked.append(number))

    assert other.mention_counts(page) == one.mention_counts(one.page())
    assert any(other.mention_counts(page))
    assert not asked


def test_sources_and_steps_are_the_same(whole: Dossier, kept: Dossier) -> None:
    """Of every topic: how many sources, which stands where, which is next."""
    one, other = Reading(whole), Reading(kept)
    assert one.counts() == other.counts()
    for topic, same in zip(one.topics(), other.topics(), strict=True):
        one.choose(topic, None)
        other.choose(same, None)
        assert list(one.sources()) == list(other.sources())
        assert other.mention_counts(other.page()) == one.mention_counts(one.page())
        for article in whole.articles:
            file = article.file
            assert place_in(one.sources(), file) == place_in(other.sources(), file)
            assert one.landing(file) == other.landing(file)
            assert one.marks_of(file) == other.marks_of(file)
            for step in (-100, -3, -1, 1, 3, 100):
                assert one.source_after(file, step) == other.source_after(file, step)
    assert isinstance(kept.sources(kept.topics[0]), TopicSources)
    assert other.moved_to(Place(None, "z.txt")).file is None


async def test_a_first_page_fetches_what_it_shows(kept: Dossier, make_app: MakeApp) -> None:
    """The lists and the article in sight cost some rows; the other articles cost none."""
    before = shelf_of(kept).fetched
    async with make_app(kept).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        at_first = shelf_of(kept).fetched - before
        await pilot.press("j")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)
        await pilot.press("l", "j")
        await pilot.pause()
        at_last = shelf_of(kept).fetched - before

        assert screen.reading.file == kept.sources(screen.reading.topic)[1].article.file
    assert at_first <= 40
    assert at_last <= at_first + MANY + 60  # all are copies: each is looked up once


def test_the_first_hits_are_told_before_all_are_found(whole: Dossier, kept: Dossier) -> None:
    """They are those from the article one reads on; then come all, counted topic by topic."""
    here = kept.articles[30].file

    first, everything = sift(kept, "ponts", here, lambda: True)

    assert not first.whole
    assert len(first.hits) == SOON
    assert here in {hit.file for hit in first.hits}
    assert everything.whole
    (alone,) = sift(whole, "ponts", here, lambda: True)
    assert everything.hits == alone.hits
    one, other = Reading(whole), Reading(kept)
    one.look(Lens(whole, alone.hits, narrowed=True))
    other.look(Lens(kept, everything.hits, narrowed=True, tally=everything.tally))
    assert other.counts() == one.counts()
    other.look(Lens(kept, everything.hits, narrowed=True))
    assert other.counts() == one.counts()
    counts = [each.lens.in_sources(each.sources()) for each in (one, other)]
    assert list(counts[0] or ()) == list(counts[1] or ())


def test_a_search_that_no_one_waits_for_ends(kept: Dossier) -> None:
    """Typed on, the search before looks at no further article and tells nothing more."""
    before = shelf_of(kept).fetched

    assert list(sift(kept, "ponts", None, lambda: False)) == []
    assert shelf_of(kept).fetched - before <= 70


async def test_what_is_typed_is_found_and_one_stays_there(kept: Dossier, make_app: MakeApp) -> None:
    """The first hit stands while the others are looked for, and does not move when they come."""
    async with make_app(kept).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"ponts")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)

        assert len(screen.reading.lens.hits) == MANY
        assert screen.reading.file == kept.articles[0].file
        assert screen.reading.counts()[0] == MANY


async def test_a_name_typed_makes_the_names_that_are_shown(
    whole: Dossier, kept: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed in the index of names is looked for in what they are called."""
    for word in ("", "tours", "1 ponts", "PETIT jean", "zzz"):
        numbers = [list(Named(d.found.entities, ()).having(word, None)) for d in (whole, kept)]

        assert numbers[0] == numbers[1]
    made: set[int] = set()
    entity = Stock.entity

    def counted(stock: Stock, number: int) -> Entity:
        made.add(number)
        return entity(stock, number)

    monkeypatch.setattr(Stock, "entity", counted)
    host: Host[Entity | None] = Host(EntitiesScreen(kept))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", *"ponts")
        pane = pilot.app.screen.query_one(EntityPane)

        assert pane.count == 40
        assert len(made) < 60 < len(kept.found.entities)


@pytest.mark.parametrize("gone", [False, True])
async def test_an_article_that_changed_is_shown_as_it_is(
    kept: Dossier, make_app: MakeApp, gone: bool
) -> None:
    """Kept from the last time, then found changed or removed: its words of today stand."""
    first = kept.articles[0]
    others = [replace(article, outlet="Est") for article in kept.articles[1:3]]
    again = Article(first.file, "Le pont a rouvert.", (), ())
    now = replace(kept, articles=tuple(others if gone else [again, *others]), topics=())
    app = make_app(kept)
    app = DossierApp(replace(kept, checked=False), store=app._store, complete=lambda _: now)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ReaderScreen)

        assert len(screen.desk.sources.sources) == len(now.articles)
        assert screen.reading.file == now.articles[0].file
        assert screen.desk.text.page_shown.pieces[0].article == now.articles[0]


async def test_what_is_put_right_while_files_are_looked_at_hinders_nothing(kept: Dossier) -> None:
    """They were looked at, and are watched from then on."""
    corrected = Event()

    def complete(dossier: Dossier) -> Dossier:
        corrected.wait(10)
        return dossier

    app = DossierApp(replace(kept, checked=False), complete=complete)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        last = screen.reading.dossier.topics[-1].title
        screen.guide.take(decide(screen.reading.dossier, Decisions(order=(last,))))
        corrected.set()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert screen.at_rest
        assert screen.reading.dossier.topics[0].title == last


def test_the_palette_lists_the_first_and_finds_the_others(
    kept: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of sources and names the first stand there; what is typed leads to the other sources."""
    monkeypatch.setattr("tui.palette.MOST", 3)
    entries = tuple(entries_of(kept, COMMANDS))

    listed = [entry.target for entry in entries if isinstance(entry.target, Article)]
    assert [one.file for one in listed] == ["000.txt", "001.txt", "002.txt"]
    assert sum(isinstance(entry.target, Entity) for entry in entries) == 3
    found = [entry.name for entry in further_sources(kept, "jour 3", entries)]
    assert found == [
        "La Loire déborde, jour 3",
        *(f"La Loire déborde, jour 3{n}" for n in range(10)),
    ]
    assert next(further_sources(kept, "jour 2", entries)).name == "La Loire déborde, jour 20"
    assert not [*further_sources(kept, "ponts", entries)]
    assert not [*further_sources(kept, " ", entries)]


async def test_what_stands_again_after_files_changed_is_not_compared(
    kept: Dossier, folder: Path, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Topics and anthology are shown anew where one is; no extract is made but those in sight."""
    app = make_app(kept)
    async with app.run_test(size=(120, 12)) as pilot:
        await pilot.press("j")
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        before = screen.guide.place()
        again = opened(folder, monkeypatch, MANY)
        made: list[int] = []
        extracts = Stock._extracts_of

        def noted(stock: Stock, number: int) -> dict[int, tuple[Extract, ...]]:
            made.append(number)
            return extracts(stock, number)

        monkeypatch.setattr(Stock, "_extracts_of", noted)
        screen.post_message(Renewed(again))
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert screen.reading.dossier.topics[0] is again.topics[0]
        assert screen.guide.place() == before
        assert 0 < len(set(made)) < MANY / 2


async def test_the_palette_says_how_many_it_does_not_list(
    kept: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the group's heading; where all are listed, nothing is said."""
    monkeypatch.setattr("tui.palette.MOST", 3)
    async with Host(PaletteScreen(kept, COMMANDS)).run_test() as pilot:
        pane = pilot.app.screen.query_one(EntryPane)
        headings = {row.words: row.about for row in pane._rows if isinstance(row, Heading)}

        assert headings["Sources"] == f"the first 3 of {MANY}"
        assert headings["Commands"] == ""


async def test_a_very_large_dossier_says_how_it_is_sorted(
    kept: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is worked out unasked, the line says what to run, and its files are watched."""
    monkeypatch.setattr("dossier.index.VERY_LARGE", MANY - 1)
    unsorted = replace(kept, analysed=False, derived=None, found=Found(), topics=(), checked=False)
    app = DossierApp(unsorted, analyse=lambda dossier: dossier)
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)

        assert "topics: run “dossier index”" in what_is_in(screen.reading)
        assert screen.reading.dossier.checked
        assert screen.at_rest
        await pilot.press("/", *"jour 39")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [hit.file for hit in screen.reading.lens.hits] == ["039.txt"]


def test_a_list_of_clippings_fetches_no_more_than_they_are_of(kept: Dossier) -> None:
    """Articles that nothing is clipped of are not looked at, nor are they for a step among hits."""
    shelf = shelf_of(kept)
    reading = Reading(kept)
    hits = tuple(Hit(f"{n:03}.txt", Span(0, 2)) for n in range(1, MANY, 2))
    reading.look(Lens(kept, hits, narrowed=True))
    before = shelf.fetched

    listed = ClippingList(kept)

    assert shelf.fetched == before
    assert listed.heading("007.txt").words == "La Loire déborde, jour 7"
    assert "not in the dossier" in listed.heading("gone.txt").words
    assert reading.source_after("010.txt", 1) == "011.txt"
    assert reading.source_after("011.txt", -2) == "007.txt"
    assert shelf.fetched - before < MANY
    assert reading.source_after("011.txt", 99) == "039.txt"
    assert reading.source_after("001.txt", -1) is None
    assert reading.source_after(None, 1) == "001.txt"


@pytest.mark.parametrize("most", [1, 3, 100])
def test_that_there_are_more_hits_than_are_looked_for_is_told(
    kept: Dossier, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counting stops at so many hits, and says so; where these are all, it does not."""
    every = search(kept.articles, "ponts")
    monkeypatch.setattr("tui.sifting.MOST_HITS", most)
    monkeypatch.setattr("tui.sifting.SOON", 1)

    *_, last = sift(kept, "ponts", None, lambda: True)

    assert last.hits == every[:most]
    assert last.more == (len(every) > most)
    assert [(hit.file, hit.span) for hit in every] == list(AllHits(kept, "ponts"))


def test_a_count_that_stopped_says_and_more(kept: Dossier) -> None:
    """The line under the page tells a count that stopped from one that did not."""
    reading = Reading(kept)
    hits = search(kept.articles, "ponts")[:2]
    reading.look(Lens(kept, hits, narrowed=True))
    counted = kept_line(reading, Dress(), 0, "ponts")
    reading.look(Lens(kept, hits, narrowed=True, more=True))

    assert kept_line(reading, Dress(), 0, "ponts") != counted
    assert "2 hits and more" in kept_line(reading, Dress(), 0, "ponts")
