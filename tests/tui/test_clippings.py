from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from dossier.clippings import Anchored, Clipping, ClippingStore, clip, store_of
from dossier.dossier import Dossier
from tests.hosts import Host, dossier_of_floods
from tests.looking import rows_of
from tui.screens.clipping_pane import ClippingPane
from tui.screens.clippings import ClippingsScreen
from tui.screens.detail_pane import DetailPane
from tui.screens.export import ExportScreen

WHEN = "2026-02-04T08:00:00+01:00"


@pytest.fixture
def dossier() -> Dossier:
    """Two articles on one flood."""
    return dossier_of_floods()


@pytest.fixture
def store(dossier: Dossier, tmp_path: Path) -> ClippingStore:
    """Three clippings: two of Brest, one of Quimper with a note; the last was kept first."""
    store = store_of(None, kept_in=tmp_path)
    brest, quimper = dossier.articles
    store.add(clip(quimper, quimper.passages[0].span, created=WHEN, note="check the height"))
    store.add(*(clip(brest, passage.span, created=WHEN) for passage in brest.passages[:2]))
    return store


def _host(dossier: Dossier, store: ClippingStore) -> Host[Anchored | None]:
    return Host(ClippingsScreen(dossier, store))


async def _settled(pilot: Pilot[None]) -> ClippingPane:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return pilot.app.screen.query_one(ClippingPane)


def _words(pilot: Pilot[None]) -> str:
    pane, detail = (pilot.app.screen.query_one(kind) for kind in (ClippingPane, DetailPane))
    return "\n".join(w.render_line(y).text for w in (pane, detail) for y in range(w.size.height))


async def test_clippings_stand_by_source_with_their_words(
    dossier: Dossier, store: ClippingStore
) -> None:
    """Sources in the dossier's order, clippings in reading order, each with words and passage."""
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        words = _words(pilot)

    places = [words.index(part) for part in ("Crue : Brest", "posé des barrages", "§ 1")]
    places += [words.index(part) for part in ("« Nous attendons", "§ 2", "Quimper wakes")]
    assert places == sorted(places)
    assert "check the height" in words
    assert "Le Littoral · 3 February 2026" in words


async def test_in_every_order_a_row_says_whose_words_it_has(
    dossier: Dossier, store: ClippingStore
) -> None:
    """By source the headings say it; by topic, by tag and by time each row does."""
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        pane = await _settled(pilot)
        told = []
        for _ in range(4):
            rows = [pane.render_line(y).text for y in range(pane.size.height)]
            told.append(sum("§ " in row and " · Le Littoral · 3 Feb" in row for row in rows))
            await pilot.press("s")
            await _settled(pilot)

    assert told == [0, 2, 2, 2]


async def test_enter_goes_to_the_place_it_has_today(dossier: Dossier, store: ClippingStore) -> None:
    """Enter gives the chosen clipping with its span in the article of today."""
    brest, quimper = dossier.articles
    longer = replace(brest, text="Mis à jour.\n\n" + brest.text)
    today = replace(dossier, articles=(longer, quimper))
    host = _host(today, store)
    async with host.run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("j", "enter")

    [given] = host.results
    assert given is not None
    assert given.state == "moved"
    assert given.span is not None
    assert (
        given.span.of(longer.text) == given.clipping.exact == brest.passages[1].span.of(brest.text)
    )


async def test_a_lost_clipping_keeps_its_words_and_leads_nowhere(
    dossier: Dossier, store: ClippingStore
) -> None:
    """When its article is gone a clipping is shown with its words, as lost; Enter says so."""
    host = _host(replace(dossier, articles=dossier.articles[:1]), store)
    async with host.run_test(size=(80, 30)) as pilot:
        pane = await _settled(pilot)
        await pilot.press("G", "enter")

        assert pane.current is not None
        assert pane.current.state == "lost"
        assert "The Odet rose by 80 cm" in _words(pilot)
        assert "quimper.txt is not in the dossier any more" in _words(pilot)
        assert host.results == []


async def test_letting_go_can_be_taken_back_and_made_again(
    dossier: Dossier, store: ClippingStore
) -> None:
    """Key m lets a clipping go, u brings it back to its place, Ctrl+r lets it go again."""
    before = store.load()
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("m")
        await _settled(pilot)
        gone = store.load()
        await pilot.press("u")
        await _settled(pilot)
        back = store.load()
        await pilot.press("ctrl+r")
        await _settled(pilot)

    assert gone == before[:1] + before[2:]
    assert back == before
    assert store.load() == gone


async def test_a_note_is_written_kept_and_taken_back(
    dossier: Dossier, store: ClippingStore
) -> None:
    """Key a opens the note, Enter keeps it on disk; u brings the old one back."""
    before = store.load()
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("G", "a", *" twice", "enter")
        pane = await _settled(pilot)
        noted = {clipping.note for clipping in store.load()}
        assert pane.current is not None
        assert pane.current.clipping.note == "check the height twice"
        await pilot.press("u")
        await _settled(pilot)

    assert noted == {"", "check the height twice"}
    assert store.load() == before


async def test_a_note_left_with_escape_changes_nothing(
    dossier: Dossier, store: ClippingStore
) -> None:
    """Escape leaves the note as it was, and the screen open."""
    before = store.load()
    host = _host(dossier, store)
    async with host.run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("a", *"m qu", "escape")
        await _settled(pilot)

        assert store.load() == before
        assert host.results == []


async def test_typing_keeps_the_clippings_with_those_words(
    dossier: Dossier, store: ClippingStore
) -> None:
    """/ keeps what has the words in text, note or source; Escape shows all, then leaves."""
    host = _host(dossier, store)
    async with host.run_test(size=(80, 30)) as pilot:
        pane = await _settled(pilot)
        await pilot.press("slash", *"PREFECTURE", "enter")
        await _settled(pilot)
        found = pane.count
        await pilot.press("escape")
        await _settled(pilot)
        assert (found, pane.count) == (2, 5)
        await pilot.press("escape")

    assert host.results == [None]


async def test_a_clipping_is_copied_and_all_shown_are_exported(
    dossier: Dossier, store: ClippingStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key y copies the chosen one with its source; x leads to an export of those that are shown."""
    taken: list[bytes] = []

    def take(_command: Sequence[str], words: bytes) -> bool:
        taken.append(words)
        return True

    monkeypatch.setattr("tui.clipboard._native", lambda *_: iter([("hand",)]))
    monkeypatch.setattr("tui.clipboard.run_command", take)
    monkeypatch.chdir(tmp_path)
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("y", "slash", *"prefecture", "enter", "x")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ExportScreen)
        await pilot.press("enter")
        await pilot.pause()

    assert "posé des barrages" in taken[0].decode()
    assert "Le Littoral" in taken[0].decode()
    exported = (tmp_path / "crue-de-fevrier.md").read_text(encoding="utf-8")
    assert "The Odet rose" in exported
    assert "barrages" not in exported


async def test_the_last_clipping_gone_leaves_a_sentence(dossier: Dossier, tmp_path: Path) -> None:
    """With nothing kept the screen says what to do, and no key fails."""
    store = store_of(None, kept_in=tmp_path)
    host = _host(dossier, store)
    async with host.run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("m", "a", "enter", "u", "ctrl+r", "j", "G", "space", "enter")

        assert "No clippings." in _words(pilot)
        assert host.results == []


async def test_without_a_clipping_the_title_stands_and_no_key_is_named_that_does_nothing(
    dossier: Dossier, tmp_path: Path
) -> None:
    """The list says how to clip; the bottom line has what is left to do."""
    host = _host(dossier, store_of(None, kept_in=tmp_path))
    async with host.run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        lines = rows_of(host)

        assert lines[0].startswith(" Clippings")
        assert "0 clippings" in lines[0]
        assert any("m clips the passage one reads" in one for one in lines)
        assert lines[-1].split() == ["Esc", "close"]


@pytest.mark.parametrize("size", [(80, 30), (120, 30)])
async def test_an_empty_list_stands_alone_and_offers_what_there_is_to_take_back(
    size: tuple[int, int], dossier: Dossier, tmp_path: Path
) -> None:
    """No rule parts it from nothing; undo is offered once the last clipping was let go."""
    store = store_of(None, kept_in=tmp_path)
    brest = dossier.articles[0]
    store.add(clip(brest, brest.passages[0].span, created=WHEN))
    host = _host(dossier, store)
    async with host.run_test(size=size) as pilot:
        await _settled(pilot)
        beside, hints = (host.screen.query_one(one) for one in ("#beside", "HintLine"))
        full, offered = beside.display, hints.render_line(0).text
        await pilot.press("m")
        await _settled(pilot)
        empty = beside.display
        await pilot.press("down")

        assert (full, empty) == (True, False)
        assert "undo" not in offered
        assert hints.render_line(0).text.split() == ["u", "undo", "Esc", "close"]


@pytest.mark.parametrize("key", ["a", "#"])
async def test_while_one_types_of_a_clipping_the_keys_of_the_line_are_named(
    dossier: Dossier, store: ClippingStore, key: str
) -> None:
    """Those of the list stand again when the line is left."""
    host = _host(dossier, store)
    async with host.run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        before = rows_of(host)[-1]
        await pilot.press("number_sign" if key == "#" else key)
        await pilot.pause()
        typing = rows_of(host)[-1].split()
        await pilot.press("escape")
        await pilot.pause()

        assert typing == ["Enter", "keep", "it", "Esc", "leave", "it"]
        assert rows_of(host)[-1] == before


async def test_a_store_that_cannot_be_written_is_told(
    dossier: Dossier, store: ClippingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk refuses, the sentence says so, and the clipping stays."""
    before = store.load()
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        pane = await _settled(pilot)
        monkeypatch.setattr(store, "remove", _refuse)
        await pilot.press("m")
        await _settled(pilot)

        assert pane.count == 5
        assert store.load() == before
        assert "the disk is full" in rows_of(pilot.app)[-1]


@pytest.mark.parametrize(
    ("key", "line", "typed"), [("a", "#note", "vu"), ("number_sign", "#tags", "pont")]
)
async def test_what_could_not_be_written_is_typed_on(
    dossier: Dossier,
    store: ClippingStore,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    line: str,
    typed: str,
) -> None:
    """The words of a note, and tags, are there when one tries again; once kept they are it."""
    before = store.load()
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        with monkeypatch.context() as held:
            held.setattr(store, "add", _refuse)
            await pilot.press(key, *typed, "enter")
            await _settled(pilot)
        refused = store.load()
        await pilot.press(key)
        await pilot.pause()
        there = pilot.app.screen.query_one(line, Input).value
        await pilot.press("enter")
        await _settled(pilot)

    assert refused == before
    assert typed in there
    assert [one for one in store.load() if typed in (one.note, *one.tags)]


def _refuse(*_: object) -> tuple[Clipping, ...]:
    from dossier.problems import DossierError

    raise DossierError("Not kept: the disk is full.")


@pytest.mark.parametrize(
    "size", [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (20, 5), (1, 1)]
)
async def test_any_size_shows_whole_lines(
    size: tuple[int, int], dossier: Dossier, store: ClippingStore
) -> None:
    """At every size each line has the pane's width, also while typing a note."""
    hostile = "\x1b[31m[red]\u202e" + "word " * 400 + "x" * 5000
    store.add(replace(store.load()[0], id="hostile", exact=hostile, note="[@click=x]\x07" * 40))
    async with _host(dossier, store).run_test(size=size) as pilot:
        await _settled(pilot)
        await pilot.press("G", "a", "x", "escape", "slash", "o", "enter", "k")
        await _settled(pilot)

        for widget in pilot.app.screen.query(ClippingPane), pilot.app.screen.query(DetailPane):
            for pane in widget:
                for y in range(pane.size.height):
                    assert pane.render_line(y).cell_length == pane.size.width
                    assert "\x1b" not in pane.render_line(y).text


async def test_tags_are_typed_completed_kept_and_taken_back(
    dossier: Dossier, store: ClippingStore
) -> None:
    """# opens the tags, Tab completes one that is known, Enter keeps them; u takes them back."""
    store.replace(replace(store.load()[0], tags=("inondation",)))
    before = store.load()
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("number_sign", *"pont #in")
        await pilot.pause()
        await pilot.press("tab", "enter")
        await _settled(pilot)
        tags = store.load()[1].tags
        assert "#pont #inondation" in _words(pilot)
        await pilot.press("u")
        await _settled(pilot)

    assert tags == ("pont", "inondation")
    assert store.load() == before


async def test_the_order_clipped_is_the_readers_to_change(
    dossier: Dossier, store: ClippingStore
) -> None:
    """D and U move a clipping in the order clipped alone; it is kept so, and can be taken back."""
    before = [clipping.id for clipping in store.load()]
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("D")
        await _settled(pilot)
        assert [clipping.id for clipping in store.load()] == before
        await pilot.press("s", "s", "s", "g", "D")
        await _settled(pilot)
        moved = [clipping.id for clipping in store.load()]
        await pilot.press("D", "D", "U")
        await _settled(pilot)
        again = [clipping.id for clipping in store.load()]
        await pilot.press("u", "u")
        await _settled(pilot)
        back = [clipping.id for clipping in store.load()]
        await pilot.press("u")
        await _settled(pilot)

    assert moved == [before[1], before[0], before[2]]
    assert again == moved
    assert back == moved
    assert [clipping.id for clipping in store.load()] == before


async def test_a_long_note_is_written_in_the_readers_editor(
    dossier: Dossier, store: ClippingStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A takes the note to the editor and keeps what it leaves; a, for a note of two lines, too."""
    monkeypatch.setattr("tui.editor.edit", lambda text, _suspend: f"{text}|\nmore")
    async with _host(dossier, store).run_test(size=(80, 30)) as pilot:
        await _settled(pilot)
        await pilot.press("A")
        await _settled(pilot)
        await pilot.press("a")
        await _settled(pilot)

    assert store.load()[1].note == "|\nmore|\nmore"
