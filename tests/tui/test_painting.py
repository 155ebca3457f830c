"""What is painted at once stands as Textual would have painted it, for fewer bytes."""

import random

import pytest

from dossier.dossier import Dossier
from tests.tui.conftest import MakeApp
from tui.app import DossierApp
from tui.canvas import Canvas
from tui.widgets.drawn import Drawn

COLUMNS, LINES = 120, 40


class Screenful:
    """The canvas of an app without a terminal, and the bytes that one would be sent."""

    def __init__(self, app: DossierApp) -> None:
        self.app, self.sent = app, ""
        self.canvas = Canvas()
        self.canvas.paint(self.all_of_it())
        app.painting.canvas, app.painting.write = self.canvas, self._write

    def all_of_it(self) -> str:
        """All of the screen, as Textual paints it."""
        update = self.app.screen._compositor.render_full_update()
        return update.render_segments(self.app.console)

    def _write(self) -> None:
        self.sent += self.canvas.due()


@pytest.mark.parametrize("seed", range(3))
async def test_what_is_painted_at_once_is_what_textual_paints(
    flood: Dossier, make_app: MakeApp, seed: int
) -> None:
    """After any keys that lay nothing out, all of the screen painted again changes no cell."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    app = make_app(flood)
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        for _ in range(3):
            await pilot.pause()
        screenful = Screenful(app)
        for _ in range(40):
            await pilot.press(chance.choice(["j", "k", "l", "h", "}", "]", "pagedown", "e", "f"]))
            await pilot.pause()

            assert screenful.canvas.paint(screenful.all_of_it()) == ""


@pytest.mark.parametrize(
    ("before", "key", "most"),
    [
        ([], "j", 4_500),  # a list, and a page of new text
        (["l"], "j", 4_500),
        (["l", "l"], "j", 4_500),
        (["l", "l"], "pagedown", 4_500),
        (["l", "l"], "J", 500),
    ],
)
async def test_a_key_sends_few_bytes(
    flood: Dossier, make_app: MakeApp, before: list[str], key: str, most: int
) -> None:
    """A key with a page of new text sends a page and little more; one without, some cells."""
    app = make_app(flood)
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        for _ in range(3):
            await pilot.pause()
        await pilot.press("j", *before)
        await pilot.pause()
        screenful = Screenful(app)

        await pilot.press(key)
        await pilot.pause()

        assert 0 < len(screenful.sent.encode()) <= most


class Listening(Canvas):
    """A canvas that knows in which rows something was wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[int] = []

    def put(self, y: int, x: int, painted: str) -> bool:
        """Keep the row in mind."""
        self.rows.append(y)
        return super().put(y, x, painted)


@pytest.mark.parametrize(("size", "keys"), [((80, 8), "jjx"), ((20, 5), "jji"), ((30, 8), "jjx")])
async def test_nothing_is_painted_below_the_last_row(
    flood: Dossier, make_app: MakeApp, size: tuple[int, int], keys: str
) -> None:
    """A terminal puts what is below its last row over that: the keys that are told there."""
    app = make_app(flood)
    async with app.run_test(size=size) as pilot:
        for _ in range(3):
            await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        canvas = Listening()
        app.painting.canvas = canvas
        for drawn in app.screen.query(Drawn):
            drawn.restyle()
            drawn.redraw_rows(0, size[1] + 5)
        await pilot.pause()

        assert all(0 <= row < size[1] for row in canvas.rows)
