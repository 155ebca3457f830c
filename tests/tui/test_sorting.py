"""Topics: retitled, merged, filled, made and ordered by hand, on a dossier that is on disk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.decisions import read_decisions
from dossier.dossier import Dossier, analyse, open_dossier
from tests.flood import make_flood
from tests.hosts import Host
from tests.looking import press, text_of
from tui.app import DossierApp
from tui.messages import Analysed
from tui.screens.reader import ReaderScreen
from tui.screens.topic_list import TargetPane, TopicListScreen
from tui.wording import LANGUAGES, say, speak

MakeApp = Callable[[Dossier], DossierApp]

SIZE = (120, 40)
HERE = "flood.txt"
CREST = "Jeanne Martin, maire"


def _reader(pilot: Pilot[None]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def _titles(pilot: Pilot[None]) -> list[str]:
    return [topic.title for topic in _reader(pilot).reading.dossier.topics]


async def _at_once(pilot: Pilot[None], *keys: str) -> None:
    """Press keys faster than anything they ask for is done."""
    for key in keys:
        pilot.app.simulate_key(key)
    await press(pilot)
    await pilot.pause()


async def _title(pilot: Pilot[None], title: str) -> None:
    """Type a title in the place of the one that stands in the line."""
    await press(pilot, "home", "ctrl+k", *title, "enter")


async def test_a_topic_is_retitled_undone_and_done_again(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Key r, a title: it stays chosen, the text where it was; u and Ctrl+r go to and fro."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "l", "l", "J", "r")
        place = _reader_under(app).guide.place()
        await _title(pilot, "Ce que dit la mairie")
        after = _reader(pilot).guide.place()
        said, titles = text_of(app), _titles(pilot)
        await press(pilot, "u")
        back, chosen = _titles(pilot), _reader(pilot).reading.topic
        await press(pilot, "ctrl+r")

        assert titles == ["Ce que dit la mairie", "Le pont", "Autres points"]
        assert "Retitled: Ce que dit la mairie; u takes it back" in said
        assert after == replace(place, topic="Ce que dit la mairie")
        assert back == ["La crue", "Le pont", "Autres points"]
        assert chosen is not None
        assert chosen.title == "La crue"
        assert _titles(pilot) == titles
        assert _reader(pilot).guide.place() == after
    assert read_decisions(folder)[0].topics[0].was == ("La crue",)


def _reader_under(app: DossierApp) -> ReaderScreen:
    [screen] = [one for one in app.screen_stack if isinstance(one, ReaderScreen)]
    return screen


async def test_a_title_typed_at_once_is_no_command(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Faster than the line opens: no letter is lost, and nothing is clipped or moved by one."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        await _at_once(pilot, "r", "home", "ctrl+k", *"emjx", "enter")

        assert _titles(pilot)[0] == "emjx"
        assert len(_reader(pilot).cuttings.keeping) == 0
    assert [topic.title for topic in read_decisions(folder)[0].topics] == ["emjx"]


async def test_two_enters_at_once_are_two(written: Dossier, make_app: MakeApp) -> None:
    """Faster than a line closes and the next opens: words, Enter for them, Enter for the title."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        await _at_once(pilot, "S", *"nuit", "enter", "enter")

        assert isinstance(app.screen, ReaderScreen)
        assert _titles(pilot) == ["La crue", "Nuit", "Le pont", "Autres points"]


async def test_a_title_typed_at_once_after_a_new_topic_is_chosen_is_its_title(
    written: Dossier, make_app: MakeApp
) -> None:
    """M, up to “a new topic …”, Enter, a title, Enter: no letter of it goes to the list."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await _at_once(pilot, "M", "down", "enter", *"Bac", "enter")

        assert _titles(pilot) == ["La crue", "Le pont", "Bac", "Autres points"]


async def test_a_title_retitled_again_remembers_the_first(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Two titles one after the other are one decision; the first one again is none."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        await _title(pilot, "Un")
        await press(pilot, "r")
        await _title(pilot, "Deux")
        [held] = read_decisions(folder)[0].topics
        assert (held.title, held.was) == ("Deux", ("La crue",))
        await press(pilot, "r")
        await _title(pilot, "La crue")

        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
        topic = _reader(pilot).reading.topic
        assert topic is not None
        assert not topic.by_hand
    assert read_decisions(folder)[0].topics == ()


async def test_the_title_of_another_topic_merges_the_two(
    written: Dossier, make_app: MakeApp
) -> None:
    """What both had is in the one; the message says so, and u parts them again."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        await _title(pilot, "le pont")
        topic = _reader(pilot).reading.topic
        assert _titles(pilot) == ["Le pont", "Autres points"]
        assert "Merged: La crue is in Le pont" in text_of(app)
        assert topic is not None
        assert topic.title == "Le pont"
        assert {e.file for e in topic.extracts} == {"flood.txt", "weather.txt", "council.txt"}
        await press(pilot, "u")

        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]


async def test_in_a_large_dossier_it_is_said_that_a_merging_is_worked_out(
    written: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the seconds that it takes; then what was done."""
    said: list[str] = []
    monkeypatch.setattr("tui.widgets.sorting.LARGE", 1)
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        into = _titles(pilot)[1]
        hints = _reader(pilot).guide.hints
        tell = hints.tell

        def heard(words: str) -> None:
            said.append(words)
            tell(words)

        monkeypatch.setattr(hints, "tell", heard)
        await press(pilot, "j", "r")
        await _title(pilot, into)
        await pilot.pause()

        assert "Working it out …" in said
        assert said[-1].startswith("Merged:")
        assert into in _titles(pilot)


@pytest.mark.parametrize("own", ["La crue", "La Seille"])
async def test_a_topic_parted_again_is_the_one_chosen(
    written: Dossier, make_app: MakeApp, own: str
) -> None:
    """After u one is in the topic that came back, by whatever title it had."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        await _title(pilot, own)
        await press(pilot, "r")
        await _title(pilot, "le pont")
        await press(pilot, "u")
        chosen = _reader(pilot).reading.topic
        pane = _reader(pilot).desk.topics

        assert chosen is not None
        assert chosen.title == own
        assert pane.topics[pane.selected] == chosen


async def _to_martin(pilot: Pilot[None]) -> None:
    """Read the passage on Jeanne Martin, in the topic on the flood."""
    await press(pilot, "j", "l", "l", "J")
    piece = _reader(pilot).desk.text.read_piece()
    assert piece is not None
    assert piece.article is not None
    assert piece.article.text[piece.start :].startswith(CREST)


def _holders(pilot: Pilot[None]) -> list[str]:
    dossier = _reader(pilot).reading.dossier
    at = dossier.article(HERE).text.index(CREST)
    return [topic.title for topic in dossier.topics_of(HERE, at)]


async def test_a_passage_moves_to_the_topic_that_is_chosen(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Key M and some letters put it there and out of where it was; u puts it back."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        place = _reader(pilot).guide.place()
        await press(pilot, "M")
        assert isinstance(app.screen, TopicListScreen)
        await press(pilot, *"pont", "enter")
        assert _holders(pilot) == ["Le pont"]
        assert _reader(pilot).guide.place() == place
        assert "Moved to Le pont; u takes it back" in text_of(app)
        await press(pilot, "u")
        assert _holders(pilot) == ["La crue"]
        await press(pilot, "ctrl+r")

        assert _holders(pilot) == ["Le pont"]
    into, source = read_decisions(folder)[0].topics
    assert (into.title, [str(p) for p in into.added]) == ("Le pont", ["flood.txt#p2"])
    assert (source.title, [str(p) for p in source.removed]) == ("La crue", ["flood.txt#p2"])


async def test_a_passage_moves_to_a_new_topic_and_out_of_it(
    written: Dossier, make_app: MakeApp
) -> None:
    """A title that no topic has makes one; out of it, the passage is among the other points."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await press(pilot, "M", *"Zénith", "enter")
        assert _titles(pilot) == ["La crue", "Le pont", "Zénith", "Autres points"]
        assert _holders(pilot) == ["Zénith"]
        await press(pilot, "M", *"out of", "enter")
        assert _holders(pilot) == ["Autres points"]
        await press(pilot, "M", "down", "down", "down", "enter")
        await _title(pilot, "Encore un")

        assert _holders(pilot) == ["Encore un"]
        assert _titles(pilot)[-1] == "Autres points"
        await press(pilot, "u", "u", "u")
        assert _holders(pilot) == ["La crue"]
        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]


async def test_a_title_without_its_article_is_no_new_topic(
    written: Dossier, make_app: MakeApp
) -> None:
    """What is moved or drawn there goes into the topic that bears it, and that is what is told."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await press(pilot, "R", *"digue", "enter", "ctrl+u", *"pont", "enter")
        drawn, titles = text_of(app), _titles(pilot)
        await press(pilot, "M", "down", "enter")
        await _title(pilot, "PONT")

        assert "Also in Le pont" in drawn
        assert "Moved to Le pont" in text_of(app)
        assert _holders(pilot) == ["Le pont"]
        assert _titles(pilot) == titles == ["La crue", "Le pont", "Autres points"]


async def test_in_the_anthology_a_passage_that_is_moved_goes(
    written: Dossier, make_app: MakeApp
) -> None:
    """With the keys in the topics the text holds the topic's extracts alone, as they are now."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "M", "enter")
        text = _reader(pilot).desk.text
        shown = [p.text[p.start : p.end] for p in text.page_shown.pieces if p.read]

        assert not any("sortie de son lit" in words for words in shown)
        assert any(words.startswith(CREST) for words in shown)
        await press(pilot, "u")
        shown = [p.text[p.start : p.end] for p in text.page_shown.pieces if p.read]
        assert any("sortie de son lit" in words for words in shown)


async def test_what_is_found_makes_a_topic(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Key R on a search gives its words to a new topic."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *"éco")
        await app.workers.wait_for_complete()
        await press(pilot, "enter", "R")
        await press(pilot, "enter")
        assert _titles(pilot) == ["La crue", "Le pont", "Éco", "Autres points"]
        extracts = _reader(pilot).reading.dossier.topics[2].extracts
        assert [e.file for e in extracts] == ["flood.txt"]
        await press(pilot, "u")
        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
        await press(pilot, "ctrl+r")

    assert read_decisions(folder)[0].topics[0].terms == ("éco*",)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("pont de bois", ("pont de bois*",)),
        ("le pont de la bois", ("pont*", "bois*")),
        ("bois pont -digue", ("bois*", "pont*")),
    ],
)
async def test_words_found_together_draw_what_has_them_so(
    words: str, terms: tuple[str, ...], written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """A topic of "pont de bois" has no sentence for its "de"."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", *words)
        await app.workers.wait_for_complete()
        await press(pilot, "enter", "R")
        await press(pilot, "enter")

    assert read_decisions(folder)[0].topics[0].terms == terms


async def test_topics_are_put_in_order(written: Dossier, folder: Path, make_app: MakeApp) -> None:
    """Keys ) and ( move the topic, which stays chosen; past the ends they say so."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "right_parenthesis")
        assert "Choose a topic first." in text_of(app)
        await press(pilot, "j", "right_parenthesis")
        assert _titles(pilot) == ["Le pont", "La crue", "Autres points"]
        assert _reader(pilot).desk.topics.selected == 2
        await press(pilot, "right_parenthesis")
        assert "cannot go further" in text_of(app)
        await press(pilot, "u")
        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
        await press(pilot, "ctrl+r", "left_parenthesis")

        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
    assert read_decisions(folder)[0].order == ("La crue", "Le pont")


async def test_the_next_opening_shows_what_was_arranged(folder: Path, make_app: MakeApp) -> None:
    """What was worked out and then arranged is arranged when the folder is opened again."""
    app = make_app(analyse(open_dossier([folder])))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        await _title(pilot, "Premier")
        await press(pilot, "l", "l", "M", *"Second", "enter")
        shown = _reader(pilot).reading.dossier.topics

    again = analyse(open_dossier([folder]))
    assert again.problems == ()
    assert {"Premier", "Second"} <= {topic.title for topic in again.topics}
    assert [(t.title, t.extracts) for t in again.topics] == [(t.title, t.extracts) for t in shown]


async def test_what_holds_no_more_of_what_was_arranged_is_listed(
    written: Dossier, make_app: MakeApp
) -> None:
    """Key ! tells of a topic that stands empty; what emptied it taken back, nothing is wrong."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j", "M", "enter", "M", "enter", "exclamation_mark")
        listed = text_of(app)
        await press(pilot, "escape", "u", "exclamation_mark")
        after = text_of(app)

    assert "The topic “Le pont” stands empty: all its passages were taken out of it." in listed
    assert "Nothing is wrong in your files or in the dossier's." in after


@pytest.mark.parametrize("key", ["r", "M", "right_parenthesis"])
async def test_a_folder_that_cannot_be_written_changes_nothing(
    key: str, flood: Dossier, tmp_path: Path, make_app: MakeApp
) -> None:
    """The reader is told in a line; the topics stay, and there is nothing to undo."""
    locked = tmp_path / "locked"
    locked.mkdir()
    (locked / "dossier.toml").mkdir()  # cannot be read or written, even by root
    app = make_app(replace(flood, folder=locked))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", key)
        if key == "r":
            await _title(pilot, "Autre")
        elif key == "M":
            await press(pilot, "enter")
        assert "was not written" in text_of(app)
        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
        await press(pilot, "u")
        assert "Nothing to undo." in text_of(app)


async def test_nothing_is_chosen_nothing_is_done(flood: Dossier, make_app: MakeApp) -> None:
    """On all articles the topic is asked for; Escape and the same title change none."""
    app = make_app(flood)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "r")
        assert "Which topic?" in text_of(app)
        await press(pilot, "escape", "j", "r", "escape", "r", "enter", "M", "escape")

        assert isinstance(app.screen, ReaderScreen)
        assert _titles(pilot) == ["La crue", "Le pont", "Autres points"]
        assert "no folder" not in text_of(app)


async def test_a_topic_left_without_passages_can_be_stood_on(
    written: Dossier, make_app: MakeApp
) -> None:
    """When its last passage went, a topic is empty, every key does what it can, u fills it."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j", "M", "enter", "M", "enter")
        topic = _reader(pilot).reading.topic
        assert topic is not None
        assert (topic.title, topic.extracts) == ("Le pont", ())
        await press(pilot, "M", "l", "l", "J", "w", "right_square_bracket", "h", "h", "k", "j")
        await press(pilot, "u", "u")

        topic = _reader(pilot).reading.topic
        assert topic is not None
        assert (topic.title, len(topic.extracts)) == ("Le pont", 2)


async def test_a_topic_that_is_taken_back_while_one_reads_it_leaves_its_text(
    written: Dossier, make_app: MakeApp
) -> None:
    """One stands on all articles, at the passage one read."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await press(pilot, "M", *"Zénith", "enter", "h", "h", "j", "j")
        assert _reader(pilot).guide.place().topic == "Zénith"
        at = _reader(pilot).desk.text.place()
        await press(pilot, "u")

        assert _reader(pilot).reading.topic is None
        assert _reader(pilot).desk.text.place() == at


async def test_a_mark_leads_to_a_topic_whose_title_was_taken_back(
    written: Dossier, make_app: MakeApp
) -> None:
    """As the way back does."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        title = _titles(pilot)[0]
        await press(pilot, "j", "r")
        await _title(pilot, "Ce que dit la mairie")
        await press(pilot, "apostrophe", "a", "j", "u", "apostrophe", "a")

        topic = _reader(pilot).reading.topic
        assert topic is not None
        assert topic.title == title


async def test_the_way_back_leads_to_a_topic_whose_title_was_taken_back(
    written: Dossier, make_app: MakeApp
) -> None:
    """Also where one left it under a title that it has no more."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        title = _titles(pilot)[0]
        await press(pilot, "j", "r")
        await _title(pilot, "Ce que dit la mairie")
        await press(pilot, "j", "u", "less_than_sign")

        topic = _reader(pilot).reading.topic
        assert topic is not None
        assert topic.title == title


async def test_what_was_arranged_while_topics_are_worked_out_stays(
    written: Dossier, make_app: MakeApp
) -> None:
    """What arrives later is arranged the same way."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        await _title(pilot, "Retitré")
        _reader(pilot).post_message(Analysed(written))
        await press(pilot)

        assert _titles(pilot) == ["Retitré", "Le pont", "Autres points"]


@pytest.mark.parametrize("size", [(200, 60), (80, 24), (40, 12), (20, 5), (3, 2), (1, 1)])
async def test_any_size_shows_whole_lines(size: tuple[int, int], flood: Dossier) -> None:
    """At every size and for hostile titles each line has its pane's width."""
    hostile = replace(flood.topics[0], title="\x1b[31m[red]漢字 \u202e{title}" * 9)
    screen = TopicListScreen([hostile, *flood.topics], hostile)
    async with Host(screen).run_test(size=size) as pilot:
        await pilot.press("pagedown", "down", "up", "pageup")
        pane = screen.query_one(TargetPane)

        for y in range(pane.size.height):
            assert pane.render_line(y).cell_length == pane.size.width
            assert "\x1b" not in pane.render_line(y).text


async def test_the_list_finds_a_topic_and_leaves_it_alone() -> None:
    """Letters narrow the list, accents aside; a title of its own is offered once; Escape leaves."""
    topics = make_flood().topics
    host: Host[str | None] = Host(TopicListScreen(topics[:2], topics[0]))
    async with host.run_test(size=(80, 24)) as pilot:
        pane = pilot.app.screen.query_one(TargetPane)
        assert pane.count == 4
        await pilot.press(*"Crué")
        await pilot.pause()
        assert pane.count == 2
        await pilot.press("escape")

    assert host.results == [None]


async def test_a_topic_is_split_by_words_and_made_whole_again(
    written: Dossier, make_app: MakeApp
) -> None:
    """Key S, words, a title: what has them is a topic of its own, out of the other; u undoes it."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        before = _reader(pilot).reading.dossier.topics
        await press(pilot, "j", "S", *"nuit", "enter")
        await _title(pilot, "La nuit")
        after = _reader(pilot).reading.dossier.topics
        said = text_of(app)
        await press(pilot, "u")
        back = _reader(pilot).reading.dossier.topics

    assert [topic.title for topic in after][:2] == ["La crue", "La nuit"]
    assert "Parted from La crue: La nuit; u takes it back" in said
    spans = {(e.file, e.span) for e in after[1].extracts}
    assert spans
    assert not spans & {(e.file, e.span) for e in after[0].extracts}
    assert back == before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ["S", "R"])
async def test_what_words_draw_is_told_whole_in_60_columns(
    written: Dossier, make_app: MakeApp, language: str, key: str
) -> None:
    """Also what the star does, which stands last."""
    app = make_app(written)
    async with app.run_test(size=(60, 20)) as pilot:
        speak(language)
        try:
            await press(pilot, "j", key)
            said = say("with commas between; flood* finds flooding too")
            shown = text_of(app)
        finally:
            speak("en")

        assert said.replace("\u202f", " ") in shown.replace("\u202f", " ")


async def test_words_that_draw_nothing_make_no_topic(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """While one types it is told how many sentences of the topic have them; none is told too."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "S", *"nuit")
        one = text_of(app)
        await press(pilot, *", nei")
        await press(pilot, "home", "ctrl+k", *"neige")
        none = text_of(app)
        await press(pilot, "enter")
        said = text_of(app)

    assert "words (1): nuit" in one
    assert "words (0): neige" in none
    assert "No sentence here has these words" in said
    assert not (folder / "dossier.toml").exists()


async def test_a_topic_is_made_of_words_without_a_search(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Key R asks for words, then a title: they draw from all articles."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "R", *"digue, pluie", "enter", "enter")
        made = _reader(pilot).reading.dossier.topics[2]

    assert made.title == "Digue"
    assert [extract.file for extract in made.extracts] == ["council.txt", "weather.txt"]
    assert read_decisions(folder)[0].topics[0].terms == ("digue", "pluie")


async def test_the_title_of_another_topic_is_completed(written: Dossier, make_app: MakeApp) -> None:
    """Tab takes what is proposed, and the line says that Enter will merge the two."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r", "home", "ctrl+k", *"LE P")
        await pilot.pause()
        before = text_of(app)
        await press(pilot, "tab")
        after = text_of(app)
        await press(pilot, "enter")
        assert _titles(pilot) == ["Le pont", "Autres points"]

    assert "title:" in before
    assert "merge with: Le pont" in after


async def test_a_passage_is_copied_to_another_topic(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """Tab in the list: it is there too, and where it was; u takes it back."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await press(pilot, "M", "tab")
        listed = text_of(app)
        await press(pilot, *"pont", "enter")
        holding, said = _holders(pilot), text_of(app)
        await press(pilot, "u")
        assert _holders(pilot) == ["La crue"]
        await press(pilot, "ctrl+r")

    assert "Copy to a topic  stays in La crue" in listed
    assert "out of this topic" not in listed
    assert sorted(holding) == ["La crue", "Le pont"]
    assert "Also in Le pont; u takes it back" in said
    [into] = read_decisions(folder)[0].topics
    assert (into.title, into.removed) == ("Le pont", ())


async def test_words_are_not_counted_at_each_key_in_texts_too_long_for_it(
    written: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key does not wait for that: the line asks for words and tells no number."""
    monkeypatch.setattr("tui.widgets.sorting.LETTERS", 10)
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "S", *"nuit")

        assert "words: nuit" in text_of(app)


async def test_a_title_that_would_turn_the_line_round_is_asked_for_as_it_shows(
    written: Dossier, folder: Path, make_app: MakeApp
) -> None:
    """No mark that a terminal obeys stands in the line; kept as it stands, nothing is retitled."""
    first, *others = written.topics
    title = "\u202eabc \u2066x"
    app = make_app(replace(written, topics=(replace(first, title=title), *others)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r")
        asked = text_of(app)
        await press(pilot, "enter")

        assert "·abc ·x" in asked
        assert not {"\u202e", "\u2066"} & set(asked)
        assert _titles(pilot)[0] == title
    assert not (folder / "dossier.toml").exists()


async def test_words_typed_where_no_topic_is_chosen_are_no_commands(
    written: Dossier, make_app: MakeApp
) -> None:
    """S on all articles asks for the topic: what is typed at once is looked for among titles."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _at_once(pilot, "S", *"equipe*", "enter")
        assert isinstance(app.screen, TopicListScreen)
        assert "No topic has these words." in text_of(app)
        assert "a new topic" not in text_of(app)
        await press(pilot, "ctrl+u", *"crue", "enter")
        await pilot.pause()
        await press(pilot, *"nuit", "enter")
        await pilot.pause()
        await press(pilot, "enter")
        await pilot.pause()

        assert _titles(pilot) == ["La crue", "Nuit", "Le pont", "Autres points"]
        assert len(_reader(pilot).cuttings.keeping) == 0


async def test_a_title_typed_takes_the_place_of_the_one_that_stands_there(
    written: Dossier, make_app: MakeApp
) -> None:
    """The first letter takes all of it away; an arrow first, and it stays."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "r", *"Les eaux", "enter")
        assert _titles(pilot)[0] == "Les eaux"
        await press(pilot, "r", "right", *" hautes", "enter")

        assert _titles(pilot)[0] == "Les eaux hautes"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("out", "out of this topic"), ("topic", "a new topic: topic"), ("", "Le pont")],
)
async def test_out_typed_is_out_and_no_new_topic(
    typed: str, first: str, written: Dossier, make_app: MakeApp
) -> None:
    """Who begins to type "out of this topic" has it first, before a new topic of that title."""
    app = make_app(written)
    async with app.run_test(size=SIZE) as pilot:
        await _to_martin(pilot)
        await press(pilot, "M", *typed)
        current = app.screen.query_one(TargetPane).current

        assert current is not None
        assert current.name == first
