from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from tests.hosts import Host
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
