"""Random keys on several dossiers and sizes: what must hold whatever the reader does."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from tests.flood import make_flood
from tests.looking import rows_of
from tests.strategies import HOSTILE, OPENINGS, PIECES
from tui.app import DossierApp
from tui.commands import COMMANDS
from tui.glyphs import visible
from tui.screens.reader import ReaderScreen
from tui.widgets.pane import Pane

MakeApp = Callable[[Dossier], DossierApp]

ELSEWHERE = {"quit", "theme", "help", "palette", "entities", "particulars", "clippings", "export"}
"""Commands that leave the reader's screen; they have tests of their own."""

KEYS = [
    key
    for command in COMMANDS
    if command.id not in ELSEWHERE | {"find", "note", "copy", "lens"}
    for key in command.keys.split(",")
]
SIZES = ((120, 40), (80, 24), (72, 9), (60, 20), (40, 12), (20, 5), (7, 3), (1, 1), (200, 60))


def hostile() -> Dossier:
    """Articles made of what breaks terminals, with topics over them."""
    chance = random.Random(7)  # noqa: S311 - chance for tests
    texts = [
        "\n".join(chance.choices([*HOSTILE, *OPENINGS, *PIECES], k=count)) for count in (3, 12, 40)
    ]
    texts += ["", "\x1b[2J" * 3, "x" * 5_000, "漢字" * 3_000, "e" + "\u0301" * 3_000]
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate(texts))
    extracts = tuple(
        Extract(article.file, passage.sentences[0], 1.0)
        for article in articles
        for passage in article.passages[::2]
        if passage.sentences
    )
    topics = (Topic("Le pont [red]", extracts), Topic("\x1b[31m", extracts[:1], rest=True))
    return Dossier("[bold]\x1b]0;x\x07", articles, topics=topics, analysed=True)


def empty() -> Dossier:
    """One article in which nothing stands."""
    return Dossier("rien", (Article("rien.txt", ""),), analysed=True)


def check(app: DossierApp, screen: ReaderScreen) -> None:
    """What must hold after every key."""
    assert isinstance(app.focused, Pane)
    assert app.focused is screen.desk.current
    file, offset = screen.desk.text.place()
    if file is not None:
        assert 0 <= offset <= len(screen.reading.dossier.article(file).text)
    for piece in screen.desk.text.page_shown.pieces:
        start, end = piece.span
        assert 0 <= start <= end <= len(piece.text)
    texts = "\n".join(visible(a.text) for a in screen.reading.dossier.articles)
    for start, end, piece in screen.desk.text.words_in_sight():
        if piece.words is None:
            assert visible(piece.text[start:end]) in texts


@pytest.mark.parametrize("make", [make_flood, hostile, empty])
@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_is_pressed_the_reader_reads_on(
    make: Callable[[], Dossier], seed: int, make_app: MakeApp
) -> None:
    """No key and no size brings an exception, a lost focus or a word that no article has."""
    chance = random.Random(seed)  # noqa: S311 - chance for tests
    app = make_app(make())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for _ in range(12):
            await pilot.resize_terminal(*chance.choice(SIZES))
            for _ in range(25):
                app.simulate_key(chance.choice(KEYS))
            await pilot.pause()
            while len(app.screen_stack) > 1:  # what a key opened over the page is left again
                await pilot.press("escape")

            check(app, screen)
            rows_of(app)


async def test_undo_brings_the_clippings_back(make_app: MakeApp) -> None:
    """After any keys that clip, as many undoes leave no clipping."""
    chance = random.Random(3)  # noqa: S311 - chance for tests
    app = make_app(make_flood())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("l", "l")
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        for _ in range(60):
            await pilot.press(chance.choice(["J", "K", "m", "]", "}", "m"]))
        for _ in range(60):
            await pilot.press("u")

        assert len(screen.cuttings.keeping) == 0


async def test_nothing_of_a_file_reaches_the_terminal_as_an_order(make_app: MakeApp) -> None:
    """No control character of an article, a name or a topic stands on any row."""
    app = make_app(replace(hostile()))
    async with app.run_test(size=(120, 40)) as pilot:
        for key in ("j", "j", "l", "]", "]", "l", "G", "F", "w"):
            await pilot.press(key)
            shown = "".join(rows_of(app))

            assert not any(ord(char) < 32 or char in "\u202e\u2066\x7f" for char in shown)
