"""Random keys on several dossiers and sizes, and what must hold after them.

The suite presses a few thousand; ``python -m tests.tui.pressing 20000`` (``make presses``) as many
as one likes, and tells the first fault with the seed that leads to it again.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot

from dossier.article import Article
from dossier.clippings import ClippingStore
from dossier.decisions import Decisions
from dossier.dossier import Dossier, analyse, open_dossier
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

SIZES = ((120, 40), (80, 24), (60, 20), (20, 5))
ODD_SIZES = ((200, 60), (72, 9), (40, 12), (7, 3), (1, 1))

NEVER = {"quit", "edit_note"}
"""Commands that end the program, or lend the terminal to another."""
KEYS = tuple(
    key for command in COMMANDS if command.id not in NEVER for key in command.keys.split(",")
)
TYPED = (*"eaion-'0123456789", "enter", "enter", "escape", "escape", "backspace", "é", "漢")
"""Keys that are words where one types, and nothing or a mark's letter elsewhere."""

SEEDS = Path(__file__).parents[2] / "seeds"

ARABIC = (
    "أبها تستضيف المهرجان\n\nقال أمير منطقة عسير إن المهرجان سيبدأ يوم الخميس 12 يونيو في أبها، "
    "وحضر 3000 زائر.\n\nوأضاف: «نرحب بالجميع» وذكر NATO و‏UE‎ في كلمته.\n"
)


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


@cache
def one_article() -> Dossier:
    """A dossier of one article, worked out."""
    return analyse(Dossier("un", (structure_article("un.txt", make_flood().articles[0].text),)))


@cache
def right_to_left() -> Dossier:
    """Two articles that are read from the right, worked out."""
    other = ARABIC.replace("أبها", "الرياض")
    articles = tuple(structure_article(f"{n}.txt", text) for n, text in enumerate((ARABIC, other)))
    return analyse(Dossier("عسير", articles, language="ar"))


@cache
def seeds() -> Dossier:
    """The seeds, worked out."""
    return replace(analyse(open_dossier([SEEDS])), folder=None)


MADE: dict[str, Callable[[], Dossier]] = {
    "flood": make_flood,
    "seeds": seeds,
    "one": one_article,
    "empty": empty,
    "hostile": hostile,
    "right to left": right_to_left,
}
"""The dossiers that are read."""


@contextmanager
def harmless() -> Iterator[None]:
    """Nothing is copied to a clipboard, opened in a window, or written but in a new folder."""
    refuse = patch("tui.clipboard.run_command", lambda *_: False)
    shut = patch("tui.original.start_command", lambda _: False)
    with tempfile.TemporaryDirectory() as folder, chdir(folder), refuse, shut:
        yield


def app_of(dossier: Dossier, folder: Path) -> DossierApp:
    """The app on a dossier; what is decided and clipped is written into the folder."""
    store = ClippingStore(folder / "clippings.jsonl", "test")
    dossier = replace(dossier, folder=folder)
    return DossierApp(dossier, store=store, analyse=lambda opened: opened)


async def back_on_the_page(app: DossierApp, pilot: Pilot[None]) -> ReaderScreen:
    """Leave whatever a key opened over the page."""

    def is_page() -> bool:
        return len(app.screen_stack) == 1 and isinstance(app.focused, Pane)

    for _ in range(12):
        while app._keying.is_behind:
            await pilot.pause()
        for _ in range(3):  # what the last key asked for may open only now
            await pilot.pause()
        if is_page():
            break
        await pilot.press("escape")
    screen = app.screen
    assert isinstance(screen, ReaderScreen), screen
    return screen


def check(app: DossierApp, screen: ReaderScreen) -> None:
    """What must hold whatever was pressed."""
    assert app.focused is screen.desk.current
    text, dossier = screen.desk.text, screen.reading.dossier
    file, offset = text.place()
    if file is not None:
        assert 0 <= offset <= len(dossier.article(file).text)
    read = text.read_piece()
    assert read is None or read.read
    for piece in text.page_shown.pieces:
        start, end = piece.span
        assert 0 <= start <= end <= len(piece.text)
    for start, end, index in text.window.words():
        piece = text.page_shown.pieces[index]
        if piece.words is None:
            assert piece.article is not None
            held = dossier.article(piece.article.file).text
            assert visible(piece.text[start:end]) == visible(held[start:end])
    assert screen.reading.topic is None or screen.reading.topic in dossier.topics
    rows_of(app)


async def press(name: str, seed: int, presses: int, folder: Path) -> None:
    """Press so many keys on a dossier at sizes that change; AssertionError at the first fault."""
    chance = random.Random(seed)  # noqa: S311 - chance for tests
    app = app_of(MADE[name](), folder)
    async with app.run_test(size=chance.choice(SIZES)) as pilot:
        await pilot.pause()
        done = 0
        while done < presses:
            await pilot.resize_terminal(
                *chance.choice(SIZES if chance.random() < 0.8 else ODD_SIZES)
            )
            few = min(40, presses - done)
            for _ in range(few):
                app.simulate_key(chance.choice(KEYS if chance.random() < 0.8 else TYPED))
            done += few
            check(app, await back_on_the_page(app, pilot))


def kept(screen: ReaderScreen) -> tuple[object, ...]:
    """What undo brings back: the clippings, and what was put right."""
    clippings = {(c.file, c.span, c.note, c.tags) for c in screen.cuttings.keeping.clippings}
    return clippings, screen.reading.dossier.decisions


CHANGING = (
    *("m", "m", "T", "H", "a", "r", "M", "R", "(", ")", "c", "*"),
    *("J", "K", "]", "[", "}", "{", "j", "k", "h", "l", "g", "G", "v", "."),
    *(*"eau", "enter", "enter", "escape", "slash"),
)
"""Keys that change what undo brings back, and lead to where they do."""


async def undo_all(name: str, seed: int, presses: int, folder: Path) -> None:
    """Change this and that, then undo all of it; AssertionError when anything is left of it."""
    chance = random.Random(seed)  # noqa: S311 - chance for tests
    app = app_of(replace(MADE[name](), decisions=Decisions()), folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        screen = await back_on_the_page(app, pilot)
        before = kept(screen)
        for _ in range(presses):
            await pilot.press(chance.choice(CHANGING))
        screen = await back_on_the_page(app, pilot)
        for _ in range(presses):
            await pilot.press("u")
        await pilot.pause()

        assert kept(screen) == before


def main() -> int:
    """Press as many keys as are asked for, on every dossier; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.tui.pressing", description=main.__doc__)
    parser.add_argument("presses", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    each, began, status = asked.presses // len(MADE), time.process_time(), 0
    for name in MADE:
        for press_so, many in ((press, each), (undo_all, 60)):
            with harmless(), tempfile.TemporaryDirectory() as folder:
                try:
                    asyncio.run(press_so(name, asked.seed, many, Path(folder)))
                except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
                    status = 1
                    sys.stdout.write(f"{name}, seed {asked.seed}, {press_so.__name__}: {fault!r}\n")
    took = time.process_time() - began
    sys.stdout.write(f"{each * len(MADE)} presses on {len(MADE)} dossiers, {took:.0f} CPU-s\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
