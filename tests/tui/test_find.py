import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from dossier.dossier import Dossier
from dossier.entities import Entity, Found
from dossier.entities.on_demand import Called, called_all
from dossier.search import spellings
from tests.dossier.index.kept_folder import index_of, keep, make_large
from tests.flood import entity_of
from tests.hosts import Host
from tests.looking import rows_of
from tests.tui.conftest import MakeApp
from tui import sifting
from tui.screens.find import MOST_KEPT, FindBar


class _Finding(Screen[None]):
    """Keeps what the bar says, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield FindBar()

    @on(FindBar.Typed)
    @on(FindBar.Kept)
    @on(FindBar.Left)
    def _hear(self, message: FindBar.Typed) -> None:
        self.heard.append((type(message).__name__, message.words))


async def test_every_letter_is_told_and_enter_keeps_the_words() -> None:
    """Words are told as they are typed; Enter keeps them and closes the bar."""
    screen = _Finding()
    async with Host(screen).run_test() as pilot:
        bar = screen.query_one(FindBar)
        bar.open()
        await pilot.press("e", "a", "u", "enter")

        assert screen.heard == [("Typed", "e"), ("Typed", "ea"), ("Typed", "eau"), ("Kept", "eau")]
        assert not bar.is_open


async def test_escape_gives_up_and_a_new_search_starts_anew() -> None:
    """Escape closes the bar without keeping; opened with words, a letter takes their place."""
    screen = _Finding()
    async with Host(screen).run_test() as pilot:
        bar = screen.query_one(FindBar)
        bar.open()
        await pilot.press("x", "escape")
        assert screen.heard[-1] == ("Left", "")
        assert bar.history == []
        bar.open("Brest")
        await pilot.pause()
        await pilot.press("y")

        assert screen.heard[-1] == ("Typed", "y")


async def test_earlier_searches_come_back_with_the_arrows() -> None:
    """Up goes back through what was kept, Down forward to what was being typed."""
    screen = _Finding()
    async with Host(screen).run_test() as pilot:
        bar = screen.query_one(FindBar)
        for word in ("eau", "pont", "eau"):
            bar.open()
            await pilot.press(*word, "enter")
        bar.open()
        await pilot.press("z", "up", "up", "up", "down", "down", "down")

        typed = [words for name, words in screen.heard if name == "Typed"]
        assert bar.history == ["pont", "eau"]
        assert typed[-5:] == ["z", "eau", "pont", "eau", "z"]


async def test_what_is_remembered_has_an_end() -> None:
    """The oldest searches are forgotten."""
    screen = _Finding()
    async with Host(screen).run_test() as pilot:
        bar = screen.query_one(FindBar)
        bar.history = [str(number) for number in range(MOST_KEPT)]
        bar.open()
        await pilot.press("a", "enter")

        assert len(bar.history) == MOST_KEPT
        assert (bar.history[0], bar.history[-1]) == ("1", "a")


@pytest.fixture
def river(flood: Dossier) -> Dossier:
    """The flood, whose river is called so as well, and in one place by a long name."""
    spellings = "Seille", "La rivière", "le gymnase accueille les familles"
    return replace(flood, found=Found((entity_of("Seille", "place", flood.articles, *spellings),)))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_a_name_in_another_spelling_is_counted_and_told(
    river: Dossier, make_app: MakeApp, size: tuple[int, int]
) -> None:
    """The bar says how many hits are spelled otherwise; the place of such a hit says how."""
    app = make_app(river)
    async with app.run_test(size=size) as pilot:
        await pilot.press("/", *"seill")
        await app.workers.wait_for_complete()
        await pilot.pause()
        beginning = rows_of(app)[-1]
        await pilot.press("e")
        await app.workers.wait_for_complete()
        await pilot.pause()
        whole = rows_of(app)[-1]
        places = []
        await pilot.press("enter")
        for _ in range(4):
            await pilot.pause()
            places += rows_of(app)[-2:]
            await pilot.press("n")

        assert beginning.endswith(" 2 hits ")
        assert whole.endswith(" 4 hits, 2 by other spellings ")
        assert re.findall(r"hit (\d)[^,·]*, as ([^·]*) ·", "\n".join(places)) == [
            ("2", "La rivière"),
            ("3", "le gymnase accueill…"),
        ]


async def test_the_first_hits_are_shown_before_names_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a large dossier, what the text has comes first; then it is joined by other spellings."""
    make_large(monkeypatch)
    monkeypatch.setattr(sifting, "SOON", 2)
    folder = tmp_path / "talks"
    folder.mkdir()
    for number, town in enumerate(("Kiev", "Kyiv", "Kiev", "Kyiv", "Kiev")):
        text = f"La négociation reprend à {town}\n\nLe président est à {town} depuis mardi."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    keep(folder)
    dossier = index_of(folder).open()
    found = list(sifting.sift(dossier, "kyiv", None, lambda: True))

    assert [(len(one.hits), one.whole) for one in found] == [(2, False), (10, True)]
    assert [sum(hit.variant for hit in one.hits) for one in found] == [0, 6]
    assert list(found[-1].hits) == sorted(found[-1].hits, key=lambda hit: (hit.file, hit.span))


async def test_what_the_first_letter_would_wait_for_is_done_when_the_bar_opens(
    flood: Dossier, make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The spellings of all names are folded before a letter is typed, and not again for one."""
    folded: list[Sequence[Entity]] = []
    made = called_all

    def noted(entities: Sequence[Entity]) -> Sequence[Called]:
        folded.append(entities)
        return made(entities)

    monkeypatch.setattr(spellings, "called_all", noted)
    app = make_app(flood)
    async with app.run_test() as pilot:
        await pilot.pause()
        before = len(folded)
        await pilot.press("/")
        await app.workers.wait_for_complete()
        opened = len(folded)
        await pilot.press("s", "e")
        await app.workers.wait_for_complete()

    assert (before, opened, len(folded)) == (0, 1, 1)
