from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier, open_dossier
from dossier.problems import Problem
from tests.hosts import Host, dossier_of_floods
from tests.looking import rows_of, text_of
from tui.app import DossierApp
from tui.messages import Analysed
from tui.screens.particulars import ParticularsScreen, mendable, particulars_of
from tui.screens.reader import ReaderScreen
from tui.wording import speak

SIZES = [(80, 24), (40, 12)]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


def test_each_particular_is_told_with_where_it_was_read() -> None:
    """Text, metadata, by hand or absent: each of the five says which."""
    brest = replace(
        dossier_of_floods().articles[0],
        origins=(("title", "text"), ("outlet", "by hand"), ("published", "metadata")),
    )

    assert [(name, said, where) for _, name, said, where in mendable(brest)] == [
        ("Title", "Crue : Brest se prépare", "text"),
        ("Outlet", "Le Littoral", "by hand"),
        ("Author", None, "absent"),
        ("Published", "3 February 2026", "metadata"),
        ("Address", None, "absent"),
    ]


def test_what_was_assumed_and_not_understood_is_told() -> None:
    """Length, assumptions and problems of the article's file stand under its particulars."""
    dossier = dossier_of_floods()
    brest = replace(dossier.articles[0], assumed=("Read as Mac Roman.",))
    problem = Problem("brest.txt", "Two bytes could not be read.")

    said = [p.words for p in particulars_of(replace(dossier, problems=(problem,)), brest)]

    assert "Length: 3 passages, 37 words" in said
    assert "Assumed: Read as Mac Roman." in said
    assert "Problem: Two bytes could not be read." in said


def test_an_article_without_a_headline_says_so() -> None:
    """First words that stand for a headline are marked as such."""
    dossier = dossier_of_floods()
    untitled = replace(dossier.articles[1], title=None)

    said = [paragraph.words for paragraph in particulars_of(dossier, untitled)]

    assert "no headline: these are its first words" in said
    assert any(words.startswith("The Odet rose") for words in said)


@pytest.mark.parametrize("key", ["escape", "i"])
async def test_the_key_that_opened_it_closes_it(key: str) -> None:
    """Escape and i close the screen."""
    dossier = dossier_of_floods()
    host = Host(ParticularsScreen(dossier, "brest.txt"))
    async with host.run_test(size=(40, 12)) as pilot:
        assert "Crue : Brest" in text_of(pilot.app)
        await pilot.press(key)

    assert host.results == [None]


# -- mending


@pytest.fixture
def app(tmp_path: Path) -> DossierApp:
    """Two long articles of a folder, in an app of the test's own."""
    folder = tmp_path / "digue"
    folder.mkdir()
    body = "\n\n".join(f"L’eau monte encore de {n} centimètres, dit la préfète." for n in range(60))
    (folder / "a.txt").write_text(f"La digue a cédé\n\n{body}\n", encoding="utf-8")
    (folder / "b.txt").write_text(f"Le pont ferme\n\n{body}\n", encoding="utf-8")
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    return DossierApp(open_dossier([folder]), store=store, analyse=_analysed)


def _analysed(dossier: Dossier) -> Dossier:
    return replace(dossier, analysed=True)


async def _mend(pilot: Pilot[None], row: int, words: str) -> None:
    """Open the particulars and give one of them these words."""
    await pilot.press("i")
    await pilot.pause()
    await pilot.press(*["j"] * row, "enter", "ctrl+u", *words, "enter")
    await pilot.pause()


def _reader(app: DossierApp) -> ReaderScreen:
    [reader] = [screen for screen in app.screen_stack if isinstance(screen, ReaderScreen)]
    return reader


@pytest.mark.parametrize("size", SIZES)
async def test_a_mend_shows_at_once_where_one_was(app: DossierApp, size: tuple[int, int]) -> None:
    """The title mended stands on both screens, marked as said by hand; the place is the same."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("l", "l", "space", "space", "J")
        await pilot.pause()
        reader = _reader(app)
        place = reader.guide.place()
        await _mend(pilot, 0, "Rupture")
        about = "\n".join(rows_of(app))

        assert "Rupture" in about
        assert "by hand" in about
        await pilot.press("escape")
        await pilot.pause()
        assert reader.guide.place() == place
        assert place.offset > 0
        await pilot.press("h")
        await pilot.pause()
        assert "Rupture" in text_of(app)


async def test_a_day_by_hand_gives_an_article_its_place_in_the_list(app: DossierApp) -> None:
    """Its row and its hits stand where its day puts them; one reads on where one was."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l", "j", "l", "space")
        await pilot.press("/", *"monte", "enter")
        await pilot.pause()
        reader = _reader(app)
        place, narrowed = reader.guide.place(), len(reader.reading.lens.hits)
        await _mend(pilot, 3, "2026-02-06")
        await pilot.press("escape")
        await pilot.pause()
        listed = [source.article.file for source in reader.desk.sources.sources]
        hits = [hit.file for hit in reader.reading.lens.hits]

        assert listed == ["b.txt", "a.txt"]
        assert (place.file, reader.guide.place()) == ("b.txt", place)
        assert reader.desk.sources.selected == 0
        assert hits == ["b.txt"] * (narrowed // 2) + ["a.txt"] * (narrowed // 2)
        await pilot.press("g", "n")
        await pilot.pause()
        assert reader.guide.place().file == "b.txt"
        await pilot.press("u")
        await pilot.pause()
        assert [source.article.file for source in reader.desk.sources.sources] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("size", SIZES)
async def test_u_takes_a_mend_back_in_its_turn(app: DossierApp, size: tuple[int, int]) -> None:
    """A clipping made after it goes first, then the mend; Ctrl+r makes it again."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("l", "l")
        await _mend(pilot, 2, "Awa Diop")
        for key in ("escape", "m", "u"):
            await pilot.press(key)
            await pilot.pause()
        reader = _reader(app)
        file = reader.guide.place().file or ""
        folder = reader.reading.dossier.folder or Path()

        assert reader.reading.dossier.article(file).byline == "Awa Diop"
        assert 'byline = "Awa Diop"' in (folder / "dossier.toml").read_text(encoding="utf-8")
        await pilot.press("u")
        await pilot.pause()
        assert reader.reading.dossier.article(file).byline is None
        assert not (folder / "dossier.toml").exists()
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert reader.reading.dossier.article(file).byline == "Awa Diop"


async def test_what_is_no_date_stays_in_the_line_with_the_reason(app: DossierApp) -> None:
    """A day that is none is not written; put right, it is."""
    async with app.run_test(size=(80, 24)) as pilot:
        await _mend(pilot, 3, "hier")
        assert "“hier” is no date" in text_of(app)
        await pilot.press("ctrl+u", *"2025-12-03", "enter")
        await pilot.pause()

        assert "3 December 2025" in text_of(app)


async def test_escape_leaves_the_line_and_then_the_screen(app: DossierApp) -> None:
    """What is given up is not written."""
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("enter", *"xyz", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ParticularsScreen)
        assert "xyz" not in text_of(app)
        await pilot.press("escape")
        await pilot.pause()

        assert isinstance(app.screen, ReaderScreen)


async def test_a_mend_outlives_what_is_worked_out_meanwhile(app: DossierApp) -> None:
    """Topics that arrive later, of the dossier as it was, do not undo a mend."""
    async with app.run_test(size=(80, 24)) as pilot:
        reader = _reader(app)
        before = reader.reading.dossier
        await _mend(pilot, 1, "Le Phare")
        reader.post_message(Analysed(before))
        await pilot.pause()

        assert reader.reading.dossier.article("a.txt").outlet == "Le Phare"


async def test_the_particulars_are_told_in_french(app: DossierApp) -> None:
    """Names and origins are said in the reader's language."""
    speak("fr")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        said = text_of(app)

    assert "Titre" in said
    assert "texte" in said
    assert "absent" in said


async def test_why_a_mend_cannot_be_made_is_told_in_french(app: DossierApp) -> None:
    """What the model refuses is said in the reader's language, and so is how a file was read."""
    speak("fr")
    dossier = dossier_of_floods()
    brest = replace(dossier.articles[0], assumed=("Read as shift_jis, which fits its bytes best.",))
    read = " ".join(paragraph.words for paragraph in particulars_of(dossier, brest))
    async with app.run_test(size=(80, 24)) as pilot:
        await _mend(pilot, 3, "hier")
        said = text_of(app)

    assert "« hier » n’est pas une date : écrivez 3 décembre 2025 ou 2025-12-03." in said.replace(
        "\xa0", " "
    )
    assert "Lu comme shift_jis, qui convient le mieux à ses octets." in read


@pytest.mark.parametrize("size", [(20, 5), (30, 3)])
async def test_in_a_low_window_the_title_stands_first(size: tuple[int, int]) -> None:
    """Nothing is scrolled out of sight, and no bar stands beside the rows."""
    host = Host(ParticularsScreen(dossier_of_floods(), "brest.txt"))
    async with host.run_test(size=size) as pilot:
        await pilot.pause()

        assert "Crue" in rows_of(pilot.app)[0]
        assert not pilot.app.screen.show_vertical_scrollbar


async def test_one_goes_on_to_the_next_article_without_leaving_the_card(app: DossierApp) -> None:
    """] tells of the next source, and that one is mended; closed, one reads it; [ leads back."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("j", "right_square_bracket", "enter", *"Est", "enter")
        await pilot.pause()
        told = text_of(app)
        await pilot.press("right_square_bracket")
        end = text_of(app)
        await pilot.press("escape")
        await pilot.pause()
        reader = _reader(app)
        there = reader.guide.place().file
        await pilot.press("i", "left_square_bracket", "escape")
        await pilot.pause()

        assert "b.txt" in told
        assert "last source" in end
        assert there == "b.txt"
        assert [article.outlet for article in reader.reading.dossier.articles] == [None, "Est"]
        assert reader.guide.place().file == "a.txt"
