from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from dossier.comparing import Comparison, Figure, compare
from dossier.dossier import Dossier
from dossier.entities import Found
from dossier.spans import Span
from dossier.topics import sort_topics
from tests.hosts import Host
from tests.tolls import TOLLS, dossier_of_texts
from tests.tui.pressing import app_of
from tui.commands import COMMANDS
from tui.here import opened_from
from tui.kinds import told_number
from tui.screens.comparisons import ComparisonPane, ComparisonsScreen
from tui.screens.detail_pane import DetailPane
from tui.screens.gathering import GatheredPane, Here
from tui.screens.palette import PaletteScreen
from tui.screens.reader import ReaderScreen
from tui.screens.speakers import SpeakersScreen
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import speak


async def compared(pilot: Pilot[None]) -> list[str]:
    """Wait until the figures have been compared; the rows of the list."""
    pane = pilot.app.screen.query_one("#gathered")
    assert isinstance(pane, GatheredPane)
    while not pane.ready:
        await pilot.pause()
    await pilot.pause()
    return rows_in(pane)


def rows_in(pane: GatheredPane[Any]) -> list[str]:  # Any: whatever is gathered
    """The rows of the list, without the bar of what is chosen."""
    return [pane.render_line(y).text.strip("▌ ") for y in range(pane.size.height)]


async def test_each_source_stands_with_its_figure_under_what_is_counted() -> None:
    """The heading has the numbers, a row the figure with its bound, its source, what is said."""
    host: Host[Figure | None] = Host(ComparisonsScreen(dossier_of_texts(*TOLLS)))
    async with host.run_test(size=(120, 40)) as pilot:
        rows = await compared(pilot)
        title = host.screen.query_one(TitleLine).render_line(0).text

    assert "3 comparisons" in title
    at = next(at for at, row in enumerate(rows) if row.startswith("morts"))
    assert "3, 5 · 3 sources" in rows[at]
    assert [word in rows[at + 1] for word in ("trois morts", "Le Courrier 0")] == [True] * 2
    assert "La crue de la Laine a fait trois morts" in rows[at + 2]
    assert any(row.startswith("Au moins cinq morts") for row in rows)
    assert any("400, 1,200 · 2 sources" in row for row in rows)


async def test_the_passage_of_the_chosen_figure_stands_beside_with_it_marked() -> None:
    """Beside the list, or below it, is what goes before and after; the figure painted as a hit."""
    screen = ComparisonsScreen(dossier_of_texts(*TOLLS))
    async with Host(screen).run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        await pilot.press("down", "down")
        detail = screen.query_one(DetailPane)
        rows = [detail.render_line(y) for y in range(detail.size.height)]
        hits = [part.text for row in rows for part in row if part.style == detail.inks.hit]

    assert "Article 2" in rows[0].text
    assert hits == ["cinq morts"]


async def test_the_passage_is_shown_from_the_sentence_before_on() -> None:
    """What stands further up is left to the article."""
    text = "Rien à voir. La Laine déborde. La crue de la Laine a fait {} morts à Morvan. Nul abri."
    screen = ComparisonsScreen(dossier_of_texts(text.format("trois"), text.format("cinq")))
    async with Host(screen).run_test(size=(120, 40)) as pilot:
        await compared(pilot)
        detail = screen.query_one(DetailPane)
        rows = [detail.render_line(y).text.strip() for y in range(detail.size.height)]
    words = " ".join(" ".join(rows).split())

    assert words.endswith(
        "La Laine déborde. La crue de la Laine a fait trois morts à Morvan. Nul abri."
    )
    assert "Rien à voir" not in words


async def test_words_typed_narrow_the_list_and_enter_gives_the_figure() -> None:
    """By what is counted, by a source, by a word around a figure; none is told."""
    dossier = dossier_of_texts(*TOLLS)
    host: Host[Figure | None] = Host(ComparisonsScreen(dossier))
    async with host.run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        await pilot.press("slash", *"quartier")
        pane = host.screen.query_one(ComparisonPane)
        narrowed = rows_in(pane)
        await pilot.press(*"zz")
        none = rows_in(pane)
        await pilot.press("backspace", "backspace", "enter", "down", "enter")

    assert narrowed[1].startswith("habitants · 400, 1,200")
    assert not any("morts ·" in row for row in narrowed)
    assert none[0] == "Nothing here has these words."
    (given,) = host.results
    assert given is not None
    assert given.span.of(dossier.article(given.file).text) == "1 200 habitants"


@pytest.mark.parametrize(
    ("width", "height", "lines"),
    [(120, 40, 2), (60, 20, 2), (40, 7, 2), (20, 5, 1), (1, 1, 1)],
)
async def test_it_stands_in_any_size(width: int, height: int, lines: int) -> None:
    """In a low pane a row is the figure alone; nothing breaks."""
    screen = ComparisonsScreen(dossier_of_texts(*TOLLS))
    host: Host[Figure | None] = Host(screen)
    async with host.run_test(size=(width, height)) as pilot:
        await compared(pilot)
        of_a_row = screen.query_one(ComparisonPane).row_height
        await pilot.press("down", "pagedown", "enter")

    assert of_a_row == lines
    assert host.results != [None]


async def test_a_low_screen_leaves_out_title_and_keys() -> None:
    """Of every screen one chooses in: its rows are for what there is to choose."""
    screens: tuple[Screen[Any], ...] = (  # Any: what each gives is its own
        ComparisonsScreen(dossier_of_texts(*TOLLS)),
        PaletteScreen(dossier_of_texts(*TOLLS), COMMANDS),
    )
    for screen in screens:
        async with Host(screen).run_test(size=(60, 6)):
            shown = [screen.query_one(kind).display for kind in (TitleLine, HintLine)]

        assert shown == [False, False]


async def test_what_is_not_known_yet_is_told_and_comes() -> None:
    """Before names are worked out it says so; as they come, the figures are compared."""
    known = dossier_of_texts(*TOLLS)
    screen = ComparisonsScreen(replace(known, found=Found(), analysed=False))
    async with Host(screen).run_test(size=(120, 24)) as pilot:
        before = await compared(pilot)
        screen.take(known)
        await pilot.app.workers.wait_for_complete()
        after = await compared(pilot)

    assert before[0] == "Names are still being looked for."
    assert after[1].startswith("morts")


@pytest.mark.parametrize(
    ("part", "chosen"),
    [(Span(0, 999), "cinq morts"), (Span(82, 88), "71 ans"), (Span(41, 54), "trois morts")],
    ids=["passage", "figure", "figure that does not differ"],
)
async def test_the_list_opens_at_a_figure_of_what_is_read(part: Span, chosen: str) -> None:
    """At the one that one stands on, or the first of the passage; else at its first row."""
    dossier = dossier_of_texts(*TOLLS)
    screen = ComparisonsScreen(dossier, Here(("1.txt", part)))
    async with Host(screen).run_test(size=(120, 24)) as pilot:
        await compared(pilot)
        row = screen.query_one(ComparisonPane).current

    assert row is not None
    assert row.span.of(dossier.article(row.file).text) == chosen


async def test_where_nothing_differs_it_says_so() -> None:
    """No list, and why."""
    screen = ComparisonsScreen(dossier_of_texts(TOLLS[0]))
    async with Host(screen).run_test(size=(120, 24)) as pilot:
        rows = await compared(pilot)

    assert rows[0].startswith("No figure differs from source to source")


async def test_enter_goes_to_the_figure_and_back_leads_where_one_was(tmp_path: Path) -> None:
    """In its article, with its card; `<` is where one was before."""
    known = dossier_of_texts(*TOLLS)
    dossier = replace(known, topics=sort_topics(known.articles, known.found))
    app = app_of(dossier, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        before = app.screen.reading.file
        await pilot.press("d")
        await compared(pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        file, stood = screen.reading.file, screen.desk.text.mention
        await pilot.press("less_than_sign")
        back = screen.reading.file

    assert file == "1.txt"
    assert stood is not None
    assert stood[0].span.of(dossier.article(file).text) == "cinq morts"
    assert back == before != file


@pytest.mark.parametrize(
    ("opening", "kind"),
    [("d", ComparisonsScreen), ("Q", SpeakersScreen)],
    ids=["figures", "quotes"],
)
async def test_the_key_that_opened_a_list_closes_it(
    tmp_path: Path, opening: str, kind: type[Screen[Any]]
) -> None:
    """And does not open another over it."""
    dossier = dossier_of_texts(*TOLLS)
    app = app_of(dossier, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(opening)
        await compared(pilot)
        opened = type(app.screen)
        await pilot.press(opening)
        await pilot.pause()

        assert opened is kind
        assert isinstance(app.screen, ReaderScreen)


async def test_what_was_gathered_is_not_gathered_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened again, the rows stand at once; with other names they are gathered anew."""
    asked: list[Dossier] = []

    def comparing(dossier: Dossier, step: Callable[[], object]) -> tuple[Comparison, ...]:
        asked.append(dossier)
        return compare(dossier, step)

    monkeypatch.setattr("tui.screens.comparisons.compare", comparing)
    dossier = dossier_of_texts(*TOLLS)
    other = replace(dossier, found=Found())
    app = app_of(dossier, tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("d")
        before = await compared(pilot)
        await pilot.press("escape", "d")
        again = await compared(pilot)
        guide = app.leader
        assert guide is not None
        await app.push_screen(ComparisonsScreen(other, opened_from(guide)))
        anew = await compared(pilot)

    assert again == before
    assert anew[0].startswith("No figure differs")
    assert len(asked) == 2


async def test_a_list_under_another_goes_on_with_what_becomes_known(tmp_path: Path) -> None:
    """While the other is shown over it."""
    app = app_of(dossier_of_texts(*TOLLS), tmp_path)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("d")
        await compared(pilot)
        below = app.screen
        await pilot.press("Q")
        await compared(pilot)
        guide = app.leader
        assert guide is not None
        guide.follows(dossier_of_texts(TOLLS[0]))
        await app.workers.wait_for_complete([w for w in app.workers if w.node is below])
        await pilot.press("escape")
        rows = await compared(pilot)

        assert app.screen is below
        assert rows[0].startswith("No figure differs")


def test_numbers_are_written_as_the_language_has_them() -> None:
    """In groups of three, decimals apart, both ends of a span."""
    numbers = ("3", "1200", "1500000", "2.5", "1000–1500", "3, 4")
    english = [told_number(number) for number in numbers]
    speak("fr")
    try:
        french = [told_number(number) for number in numbers]
    finally:
        speak("en")

    assert english == ["3", "1,200", "1,500,000", "2.5", "1,000–1,500", "3, 4"]
    assert french == [
        "3",
        "1\u202f200",
        "1\u202f500\u202f000",
        "2,5",
        "1\u202f000–1\u202f500",
        "3, 4",
    ]
