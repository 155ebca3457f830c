from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.dossier import Dossier, open_dossier
from dossier.quotes import Quote, find_quotes
from dossier.quotes.rules import GUESSES, RULES
from dossier.spans import Span
from dossier.topics import Extract, Topic, sort_topics
from tests.hosts import Host
from tests.tolls import SAID, dossier_of_texts
from tests.tui.pressing import app_of
from tests.tui.test_comparisons import compared, rows_in
from tui.reasons import reason
from tui.screens.detail_pane import DetailPane
from tui.screens.reader import ReaderScreen
from tui.screens.speakers import QuotePane, SpeakersScreen
from tui.widgets.bottom_line import HintLine
from tui.wording import speak


async def test_each_quote_stands_under_its_speaker_with_its_source() -> None:
    """How many quotes and sources, the words, and below them who has them."""
    host: Host[Quote | None] = Host(SpeakersScreen(dossier_of_texts(*SAID)))
    async with host.run_test(size=(120, 40)) as pilot:
        rows = await compared(pilot)
        detail = host.screen.query_one(DetailPane)
        beside = [detail.render_line(y).text.strip() for y in range(detail.size.height)]

    assert rows[1:4] == [
        "Paul Garnier · 3 quotes · 2 sources",
        "Nous n'avons rien vu venir",
        "Le Courrier 0 · 3 Feb",
    ]
    assert "Who speaks is not told · 1 quote · 1 source" in rows
    assert beside[:3] == [
        "Article 0",
        "Le Courrier 0 · 3 February 2026",
        "said so, after the words",
    ]


async def test_who_is_not_sure_is_marked() -> None:
    """By a sign before the words, and in words below them."""
    text = "Paul Garnier est arrivé à Morvan avec « un plan que personne n'a vu avant lui »."
    dossier = dossier_of_texts(text)
    host: Host[Quote | None] = Host(SpeakersScreen(dossier))
    async with host.run_test(size=(80, 24)) as pilot:
        rows = await compared(pilot)
        current = host.screen.query_one(QuotePane).current

    assert current is not None
    assert (current.state, current.speaker) == ("uncertain", "Paul Garnier")
    assert rows[2].startswith("? un plan que personne")
    assert rows[3].endswith("perhaps")


async def test_words_typed_narrow_to_a_speaker_or_to_quotes() -> None:
    """A name leaves all that is said; a word, the quotes that have it. Enter gives one."""
    host: Host[Quote | None] = Host(SpeakersScreen(dossier_of_texts(*SAID)))
    async with host.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        pane = host.screen.query_one(QuotePane)
        await pilot.press("slash", *"garnier")
        of_one = rows_in(pane)
        await pilot.press(*["backspace"] * 7, *"DIGUES")
        of_words = rows_in(pane)
        await pilot.press("enter", "enter")

    assert (of_one[1], pane.count) == ("Paul Garnier · 3 quotes · 2 sources", 2)
    assert of_words[1] == "Odile Ferrand · 1 quote · 1 source"
    (quote,) = host.results
    assert quote is not None
    assert quote.span.of(SAID[0]) == "Il faut des digues"


@asynccontextmanager
async def reader_of(
    dossier: Dossier, folder: Path
) -> AsyncIterator[tuple[Pilot[None], ReaderScreen]]:
    """The reader on a dossier, its page shown."""
    app = app_of(dossier, folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        yield pilot, app.screen


def said() -> Dossier:
    """What is said in two articles, sorted."""
    known = dossier_of_texts(*SAID)
    return replace(known, topics=sort_topics(known.articles, known.found))


async def test_the_words_of_one_name_are_found_again_where_one_reads(tmp_path: Path) -> None:
    """From a passage with a quote the list opens there, and Enter leads back to it."""
    async with reader_of(said(), tmp_path) as (pilot, screen):
        await pilot.press("right_square_bracket", "Q")
        await compared(pilot)
        row = pilot.app.screen.query_one(QuotePane).current
        await pilot.press("enter")
        await pilot.pause()
        back, place = pilot.app.screen, screen.desk.text.place()

    assert row is not None
    assert row.file == "1.txt"
    assert back is screen
    assert place[0] == "1.txt"


async def test_words_outside_the_topic_one_reads_are_gone_to_all_the_same(tmp_path: Path) -> None:
    """Their article is read in no topic; a name they begin with is not what one stands on."""
    texts = ("La crue est passée.", "« Odile Ferrand n'a rien vu », a dit Paul Garnier.")
    known = dossier_of_texts(*texts)
    topic = Topic("La crue", (Extract("0.txt", Span(0, len(texts[0])), 0.5),))
    async with reader_of(replace(known, topics=(topic,)), tmp_path) as (pilot, screen):
        await pilot.press("j", "l")
        before = screen.reading.topic
        await pilot.press("Q")
        await compared(pilot)
        await pilot.press("enter")
        await pilot.pause()
        after, file = screen.reading.topic, screen.desk.text.place()[0]
        mention = screen.desk.text.mention

    assert (before, after) == (topic, None)
    assert file == "1.txt"
    assert known.mention_at("1.txt", 2) is not None
    assert mention is None


async def test_the_list_opens_at_what_is_selected(tmp_path: Path) -> None:
    """Of a passage with several quotes, at the one in the sentence that is selected."""
    async with reader_of(said(), tmp_path) as (pilot, screen):
        await pilot.press("right_square_bracket", "v", "J")
        selected = screen.desk.text.chosen
        await pilot.press("Q")
        await compared(pilot)
        row = pilot.app.screen.query_one(QuotePane).current

    assert selected is not None
    assert selected[1].of(SAID[1]) == "« On a tout perdu », raconte un habitant."
    assert row is not None
    assert row.span.of(SAID[1]) == "On a tout perdu"


async def test_words_are_kept_and_let_go_from_the_list(tmp_path: Path) -> None:
    """The quote alone is kept, marked, told; the same key lets it go, and so does undo."""
    async with reader_of(said(), tmp_path) as (pilot, screen):
        await pilot.press("Q")
        await compared(pilot)
        pane = pilot.app.screen.query_one(QuotePane)
        await pilot.press("home", "m")
        kept = [one.exact for one in screen.cuttings.keeping.clippings]
        marked = rows_in(pane)[2]
        told = pilot.app.screen.query_one(HintLine).render_line(0).text.strip()
        await pilot.press("m")
        let_go = [one.exact for one in screen.cuttings.keeping.clippings]
        await pilot.press("m", "escape", "u")
        undone = [one.exact for one in screen.cuttings.keeping.clippings]

    assert kept == ["Nous n'avons rien vu venir"]
    assert marked == "◆ Nous n'avons rien vu venir"
    assert told == "Clipped · 1 clipping"
    assert (let_go, undone) == ([], [])


async def test_words_are_copied_with_their_citation(monkeypatch: pytest.MonkeyPatch) -> None:
    """The quote and where it stands; where nobody keeps clippings, none is kept."""
    taken: list[str] = []

    def take(_command: Sequence[str], words: bytes) -> bool:
        taken.append(words.decode())
        return True

    monkeypatch.setattr("tui.clipboard._native", lambda *_: iter([("hand",)]))
    monkeypatch.setattr("tui.clipboard.run_command", take)
    host: Host[Quote | None] = Host(SpeakersScreen(dossier_of_texts(*SAID)))
    async with host.run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        await pilot.press("m", "y")
        said = host.screen.query_one(HintLine).render_line(0).text.strip()

    (text,) = taken
    assert text.startswith("> Nous n'avons rien vu venir")
    assert "Le Courrier 0" in text
    assert said == "Copied by hand."


def test_why_somebody_speaks_is_told_in_french() -> None:
    """Whatever the rules say of a quote, on the seeds and in their tables, has its words."""
    articles = open_dossier([Path(__file__).parents[2] / "seeds"]).articles
    named = dossier_of_texts(*SAID)
    every = (*((a, ()) for a in articles), *((a, named.mentions(a.file)) for a in named.articles))
    whys = {q.why for article, mentions in every for q in find_quotes(article, mentions)}
    whys -= {"a name or a title, nobody's words", "a word set apart"}
    whys |= {why for _, why, _ in RULES} | {why for _, why in GUESSES}
    speak("fr")
    try:
        assert len(whys) > 10
        assert [why for why in whys if why and reason(why) == why] == []
    finally:
        speak("en")
