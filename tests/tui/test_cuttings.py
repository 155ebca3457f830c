"""What is taken from the page many at a time, and how the lists are found again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from dossier.cli import main
from dossier.clippings import clip
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.problems import DossierError
from tests.looking import text_of
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.history import Step
from tui.places import Place
from tui.screens.clipping_pane import ClippingPane
from tui.screens.clippings import ClippingsScreen
from tui.screens.export import ExportScreen
from tui.screens.reader import ReaderScreen
from tui.settings import Settings
from tui.wording import speak


def reader_of(app: DossierApp) -> ReaderScreen:
    """The reader's screen."""
    [reader] = [screen for screen in app.screen_stack if isinstance(screen, ReaderScreen)]
    return reader


def list_of(pilot: Pilot[None]) -> ClippingsScreen:
    """The list of clippings that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, ClippingsScreen)
    return screen


async def listed(pilot: Pilot[None]) -> ClippingPane:
    """The rows of the list, once they stand there and are gone through."""
    for _ in range(200):
        await pilot.pause()
        panes = pilot.app.screen.query(ClippingPane)
        if panes and panes.first().count and panes.first().has_focus:
            break
    return list_of(pilot).query_one(ClippingPane)


async def test_a_topic_is_clipped_extract_by_extract(flood: Dossier, make_app: MakeApp) -> None:
    """``T`` keeps every extract of the topic under its title, once; ``u`` lets all of them go."""
    app = make_app(flood)
    topic = flood.topics[0]
    wanted = {(extract.file, extract.span) for extract in topic.extracts}
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("T")
        assert "topic" in text_of(app)
        assert len(reader_of(app).cuttings.keeping) == 0

        await pilot.press("right_curly_bracket", "T")
        keeping = reader_of(app).cuttings.keeping
        assert {(c.file, c.span) for c in keeping.clippings} == wanted
        assert {c.topic for c in keeping.clippings} == {topic.title}

        await pilot.press("T")
        assert len(keeping) == len(wanted)
        await pilot.press("u")
        assert len(keeping) == 0


async def test_what_is_told_is_punctuated_as_the_language_has_it(
    flood: Dossier, make_app: MakeApp
) -> None:
    """In French a space stands before the colon."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        speak("fr")
        try:
            await pilot.press("right_curly_bracket", "T")
            kept = text_of(app)
            await pilot.press("u")
            undone = text_of(app)
        finally:
            speak("en")

    assert "Découpé : " in kept
    assert "Annulé : " in undone


async def test_hits_are_clipped_passage_by_passage(flood: Dossier, make_app: MakeApp) -> None:
    """``H`` keeps the passages that have what is looked for, each once; without, it says so."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("H")
        assert len(reader_of(app).cuttings.keeping) == 0

        await pilot.press("slash", *"martin", "enter")
        await pilot.pause()
        hits = reader_of(app).cuttings._reading.lens.hits  # what the lens holds
        await pilot.press("H")
        kept = reader_of(app).cuttings.keeping.clippings

    assert hits
    assert all("martin" in one.exact.lower() for one in kept)
    passages = {(h.file, flood.article(h.file).passage_at(h.span.start)) for h in hits}
    assert len(kept) == len({key for key in passages if key[1] is not None})


async def test_a_clipping_knows_the_topic_one_reads(flood: Dossier, make_app: MakeApp) -> None:
    """What is clipped among all articles has no topic; what is clipped in one has that one."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m")
        await pilot.press("right_curly_bracket", "J", "m")
        first, second = reader_of(app).cuttings.keeping.clippings

    assert first.topic == ""
    assert second.topic == flood.topics[0].title


async def test_the_list_of_clippings_is_as_it_was_left(flood: Dossier, make_app: MakeApp) -> None:
    """Its order and its filter are those of the last time it was open."""
    app, extract = make_app(flood), flood.topics[0].extracts[0]
    words = extract.span.of(flood.article(extract.file).text).split()
    word = max((one for one in words if one.isascii() and one.isalpha()), key=len).lower()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_curly_bracket", "T", "C")
        many = (await listed(pilot)).count
        assert list_of(pilot).order == "source"
        await pilot.press("s", "slash", *word, "enter")
        few = (await listed(pilot)).count
        await pilot.press("enter", "C")
        again = (await listed(pilot)).count

        assert (list_of(pilot).order, list_of(pilot).typed) == ("topic", word)
        assert list_of(pilot).query_one("#filter", Input).value == word
        assert 0 < few == again < many
        assert app.settings.clippings_order == "topic"
        await pilot.press("escape")
        await pilot.pause()
        assert list_of(pilot).typed == ""


@pytest.mark.parametrize("group", ["topic", "source"])
def test_the_command_writes_what_the_screen_does(
    tmp_path: Path, group: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """``dossier export`` gives the very text of the export screen, speakers and all."""
    folder = tmp_path / "crue"
    folder.mkdir()
    said = "« Le pont est fermé jusqu'à la fin du mois », a déclaré Jeanne Martin."
    (folder / "a.txt").write_text(f"La Loire déborde\n\n{said}\n\nLe bac est à quai.\n", "utf-8")
    (folder / "b.txt").write_text("Crue\n\nLa Loire a monté de 80 cm lundi.\n", "utf-8")
    screen = ExportScreen(
        analyse(open_dossier([folder])), (), folder=tmp_path, settings=Settings(export_group=group)
    )
    shown = screen._form.write(screen.document())  # what Enter would write

    assert main(["export", str(folder), "--group", group]) == 0
    assert capsys.readouterr().out == shown
    assert "— Jeanne Martin" in shown


async def test_a_clipping_has_no_topic_that_it_is_not_in(flood: Dossier, make_app: MakeApp) -> None:
    """A passage beside the topic's extracts, come to in the article, is of none."""
    app, topic = make_app(flood), flood.topics[0]
    async with app.run_test(size=(120, 40)) as pilot:
        reader = reader_of(app)
        await pilot.press("right_curly_bracket")
        spans = [
            (article.file, passage.span)
            for article in flood.articles
            for passage in article.passages
            if not any(
                e.file == article.file and e.span.overlaps(passage.span) for e in topic.extracts
            )
        ]
        file, span = spans[0]
        reader.guide.visit(Place(topic.title, file, span.start))
        await pilot.pause()
        await pilot.press("m")
        [kept] = reader.cuttings.keeping.clippings

    assert kept.exact == span.of(flood.article(file).text)
    assert kept.topic == ""


async def test_sentences_chosen_in_a_clipping_are_clipped_and_leave_it(
    flood: Dossier, make_app: MakeApp
) -> None:
    """What is larger than what was chosen is not let go; chosen once more, the choice is."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m")
        keeping = reader_of(app).cuttings.keeping
        [whole] = keeping.clippings
        await pilot.press("v", "m")
        both = keeping.clippings
        await pilot.press("v", "m")

        assert len(both) == 2
        assert whole in both
        assert len(both[1].exact) < len(whole.exact)
        assert keeping.clippings == (whole,)


async def test_what_is_done_in_the_list_is_taken_back_in_its_turn(
    flood: Dossier, make_app: MakeApp
) -> None:
    """There and where one reads: a tag goes before the note that came before it, and comes back."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m", "a", *"vu", "enter", "C")
        await listed(pilot)
        await pilot.press("number_sign", *"pont", "enter", "escape")
        await pilot.pause()
        keeping = reader_of(app).cuttings.keeping

        def stands() -> list[tuple[str, tuple[str, ...]]]:
            return [(one.note, one.tags) for one in keeping.clippings]

        assert stands() == [("vu", ("pont",))]
        await pilot.press("u")
        assert stands() == [("vu", ())]
        await pilot.press("ctrl+r", "C")
        await listed(pilot)
        await pilot.press("m", "escape")
        await pilot.pause()
        assert stands() == []
        await pilot.press("C", "u", "escape")
        await pilot.pause()
        assert stands() == [("vu", ("pont",))]
        await pilot.press("u", "u", "u")
        assert stands() == []


async def test_the_list_takes_back_what_was_done_to_clippings_alone(
    flood: Dossier, make_app: MakeApp
) -> None:
    """What was done elsewhere after it is not taken back under the list."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m")
        history, taken = reader_of(app).guide.history, list[str]()

        def take_back() -> str:
            taken.append("back")
            return "topic"

        history.did(Step(take_back, take_back))
        await pilot.press("C")
        await listed(pilot)
        await pilot.press("u")
        there = list(taken)
        await pilot.press("escape", "u")

    assert there == []
    assert taken == ["back"]


async def test_a_note_that_is_given_up_leaves_nothing_clipped(
    flood: Dossier, make_app: MakeApp
) -> None:
    """The passage is clipped for the note alone; one that was clipped before stays."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "a", "escape")
        await pilot.pause()
        keeping = reader_of(app).cuttings.keeping
        given_up = len(keeping)
        await pilot.press("m", "a", *"vu", "escape")
        await pilot.pause()

    assert given_up == 0
    assert [one.note for one in keeping.clippings] == [""]


async def test_a_note_that_could_not_be_written_is_typed_on(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its words are there when one tries again; once kept they are the note."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m")
        keeping = reader_of(app).cuttings.keeping
        with monkeypatch.context() as held:
            held.setattr(keeping.store, "add", refuse)
            await pilot.press("a", *"vu", "enter")
            await pilot.pause()
        refused = [one.note for one in keeping.clippings]
        await pilot.press("a", "enter")
        await pilot.pause()

    assert refused == [""]
    assert [one.note for one in keeping.clippings] == ["vu"]


def refuse(*_: object) -> None:
    """As a store does that cannot be written."""
    raise DossierError("The journal is held.")


async def test_an_export_of_clippings_that_cannot_be_read_says_so(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the reader reads on."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        monkeypatch.setattr(reader_of(app).cuttings.keeping.store, "load", refuse)
        await pilot.press("x")
        await pilot.pause()

        assert isinstance(app.screen, ReaderScreen)
        assert "The journal is held." in text_of(app)


async def test_a_note_that_is_given_up_takes_nothing_else_back(
    flood: Dossier, make_app: MakeApp
) -> None:
    """What was clipped before stays, though another reader clips while one writes."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l", "m", "a")
        cuttings = reader_of(app).cuttings
        [mine] = cuttings.keeping.clippings
        article = flood.articles[1]
        other = clip(article, article.passages[0].span, created="2026-02-04T08:00:00+01:00")
        cuttings.keeping.store.add(other)
        cuttings.open()
        await pilot.press("escape")
        await pilot.pause()

    assert set(cuttings.keeping.clippings) == {mine, other}


async def test_what_another_reader_clipped_is_not_let_go_unseen(
    flood: Dossier, make_app: MakeApp
) -> None:
    """Clipped here as well it is one clipping; clipped once more, it is let go."""
    app = make_app(flood)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l", "l")
        cuttings = reader_of(app).cuttings
        here = cuttings._desk.text.taken()
        assert here is not None
        other = clip(flood.article(here[0]), here[1], created="2026-02-04T08:00:00+01:00")
        cuttings.keeping.store.add(other)
        await pilot.press("m")
        once = cuttings.keeping.clippings
        await pilot.press("m")

    assert once == (other,)
    assert cuttings.keeping.clippings == ()
