import re
from collections.abc import Callable
from typing import Any

import pytest

from dossier.dossier import Dossier
from dossier.entities import Entity, Mention
from tests.looking import rows_of, text_of
from tui.app import DossierApp
from tui.card import card_rows
from tui.screens.reader import ReaderScreen
from tui.widgets.pane import WHEEL
from tui.widgets.row_pane import Parts
from tui.widgets.text_pane import TextPane

MakeApp = Callable[[Dossier], DossierApp]


def text_pane_of(app: DossierApp) -> TextPane:
    """The text of the reader's screen."""
    screen = app.screen
    assert isinstance(screen, ReaderScreen)
    return screen.desk.text


def chosen(app: DossierApp) -> str:
    """The words that are selected."""
    text = text_pane_of(app)
    assert text.selecting is not None
    return text.selecting.span.of(text.selecting.article.text)


def cell_of(app: DossierApp, words: str) -> tuple[int, int]:
    """The cell of the text pane at which the words start."""
    region = text_pane_of(app).region
    for y, row in enumerate(rows_of(app)):
        if (x := row.find(words, region.x)) >= 0:
            return x - region.x, y - region.y
    raise AssertionError(words)


async def test_v_selects_sentences_then_words_and_m_clips_them(
    flood: Dossier, make_app: MakeApp
) -> None:
    """What is selected, and only that, is clipped; then nothing is selected."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v")
        assert chosen(app) == "La rivière est sortie de son lit dans la nuit."
        assert "Sentences: j more, k less; v words, O start, m clip" in text_of(app)
        await pilot.press("l")
        assert chosen(app).endswith("Le pont de bois a été emporté.")
        await pilot.press("h", "v", "k", "m")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)

        kept = screen.cuttings.keeping.clippings
        assert [c.exact for c in kept] == ["La rivière est sortie de son lit dans la nuit"]
        assert text_pane_of(app).selecting is None


async def test_the_beginning_of_a_selection_moves_as_well(
    flood: Dossier, make_app: MakeApp
) -> None:
    """After O words are let go from the beginning, after another from the end; keys are told."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "v", "O")
        assert "Words: k more, j less; v sentences, O end, m clip" in text_of(app)
        await pilot.press("j", "j")
        assert chosen(app) == "est sortie de son lit dans la nuit."
        assert "O Other end" in text_of(app)
        await pilot.press("k", "O", "k", "k")

        assert chosen(app) == "rivière est sortie de son lit dans la"


async def test_there_is_no_other_end_of_nothing(flood: Dossier, make_app: MakeApp) -> None:
    """Where nothing is selected, O says which key selects."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("O")

        assert "Nothing is selected: v selects." in text_of(app)
        assert text_pane_of(app).selecting is None


async def test_escape_lets_a_selection_go(flood: Dossier, make_app: MakeApp) -> None:
    """Escape first lets go what is selected; the pane stays."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("v", "escape")

        assert text_pane_of(app).selecting is None
        assert text_pane_of(app).has_focus


async def test_a_drag_selects_the_words_under_it(flood: Dossier, make_app: MakeApp) -> None:
    """Pressing on one word and letting go on another selects from the one to the other."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        start, end = cell_of(app, "rivière"), cell_of(app, "sortie")
        await pilot.mouse_down("#text", offset=(start[0] + 2, start[1]))
        await pilot.hover("#text", offset=(end[0] + 1, end[1]))
        await pilot.mouse_up("#text", offset=(end[0] + 1, end[1]))

        assert chosen(app) == "rivière est sortie"


async def test_two_clicks_select_a_word_three_a_sentence(flood: Dossier, make_app: MakeApp) -> None:
    """A double click takes the word, a triple click the sentence around it."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        at = cell_of(app, "emporté")
        await pilot.click("#text", offset=at, times=2)
        assert chosen(app) == "emporté"

        await pilot.click("#text", offset=at, times=3)
        assert chosen(app) == "Le pont de bois a été emporté."


async def test_a_click_reads_the_passage_and_takes_the_keys(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Clicking a passage reads it; clicking the lines at top and bottom leaves the keys alone."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#text", offset=cell_of(app, "Jeanne Martin"))
        text = text_pane_of(app)
        assert text.reads("flood.txt", flood.articles[0].text.index("Jeanne"))
        assert text.has_focus

        await pilot.click("#legend")
        await pilot.click("#title")
        assert text.has_focus


async def test_a_click_on_folded_furniture_shows_it(flood: Dossier, make_app: MakeApp) -> None:
    """The folded line opens when it is clicked."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#text", offset=cell_of(app, "1 line around"))

        assert "Partager Commenter" in text_of(app)


async def test_the_wheel_scrolls_and_chooses_nothing(flood: Dossier, make_app: MakeApp) -> None:
    """The wheel over the sources leaves the source that is read."""
    app = make_app(flood)
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("l")
        before = text_pane_of(app).place()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        screen.desk.sources.scroll_rows(WHEEL)

        assert text_pane_of(app).place() == before


async def test_a_name_tells_who_it_is(flood: Dossier, make_app: MakeApp) -> None:
    """``.`` goes from name to name; the card says its other names and how often it is mentioned."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(".", ".")
        text = text_pane_of(app)
        assert text.mention is not None
        assert text.mention[1].name == "Vallières"
        await pilot.press(",")
        assert "also Mme Martin" in text_of(app)
        assert "3 mentions · in 2 sources" in text_of(app)
        assert re.search(r"\S 2 · \S.* 1", text_of(app))

        await pilot.press("escape")
        assert "also Mme Martin" not in text_of(app)


async def test_the_card_of_a_name_is_made_once(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many rows it has; it is made anew for another name, another size, another theme."""
    made: list[str] = []

    def counted(mention: Mention, entity: Entity, *said: Any, **named: Any) -> list[Parts]:  # as is
        made.append(entity.name)
        return card_rows(mention, entity, *said, **named)

    monkeypatch.setattr("tui.card.card_rows", counted)
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        seen = []
        for key in (".", "j", ".", "t"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(len(made))
        await pilot.resize_terminal(100, 30)
        await pilot.pause()

    assert seen == [1, 1, 2, 3]
    assert made[0] != made[1] == made[2] == made[3]


async def test_a_letter_marks_a_place_and_returns_to_it(flood: Dossier, make_app: MakeApp) -> None:
    """``'`` and a letter mark; from elsewhere the same keys return."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "]", "J", "apostrophe", "a")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        here = screen.guide.place()
        await pilot.press("}", "}", "apostrophe", "a")

        assert screen.guide.place() == here


async def test_panes_are_made_wider(flood: Dossier, make_app: MakeApp) -> None:
    """``+`` gives the pane that has the keys two more columns, ``-`` takes them again."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        width = screen.desk.topics.region.width
        await pilot.press("plus")
        assert screen.desk.topics.region.width == width + 2

        await pilot.press("minus", "minus")
        assert screen.desk.topics.region.width == width - 2


async def test_the_first_name_told_is_one_of_what_is_read(
    flood: Dossier, make_app: MakeApp
) -> None:
    """``.`` begins with the passage one reads, not with the top of the page."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "J", ".")
        await pilot.pause()
        mention = text_pane_of(app).mention

    assert mention is not None
    assert mention[1].name == "Jeanne Martin"
