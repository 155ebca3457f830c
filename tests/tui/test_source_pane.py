"""The sources: what tells one from another is read at any width."""

from datetime import date

import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from dossier.article import BlockKind
from dossier.copies import Copies, Copy
from dossier.dossier import Source
from dossier.spans import Span
from dossier.topics import Extract
from tests.flood import article_of
from tests.hosts import Host
from tests.looking import rows_of
from tui.copied import Copied
from tui.widgets.source_pane import SourcePane, shared_name, where_and_when

_TITLE = "Attaque à Strasbourg : le récit d'une nuit de cauchemar sur le marché de Noël"
_BLOCKS: tuple[tuple[BlockKind, str], ...] = (("paragraph", "La Seille déborde."),)
_DAY = date(2018, 12, 12)


class _Sources(Screen[None]):
    """The pane of the sources alone."""

    def compose(self) -> ComposeResult:
        yield SourcePane()


def _sources(many: int) -> list[Source]:
    articles = [
        article_of(f"texts/{n:02}.txt", _BLOCKS, title=_TITLE, outlet="Le Monde", published=_DAY)
        for n in range(many)
    ]
    extract = (Extract("", Span(0, 18), 1.0),)
    return [Source(article, extract, 0.5) for article in articles]


@pytest.mark.parametrize(("width", "height"), [(20, 20), (28, 26), (34, 36), (60, 16)])
@pytest.mark.parametrize("many", [3, 9, 40])
async def test_titles_take_the_lines_that_would_stand_empty(
    width: int, height: int, many: int
) -> None:
    """A title goes on in a second line, and the outlet stands whole below it."""
    host = Host(_Sources())
    async with host.run_test(size=(width, height)) as pilot:
        host.screen.query_one(SourcePane).fill(_sources(many), None, "")
        await pilot.pause()
        rows = [row.strip("▌ ") for row in rows_of(host)]

        first = rows.index(next(row for row in rows if row.startswith("●")))
        below = next(at for at in range(first + 1, height) if rows[at].startswith("Le Monde"))
        assert below - first >= 2
        assert sum(row.startswith("Le Monde") for row in rows) >= min(many, (height - 4) // 3)


async def test_where_all_have_room_every_word_of_a_title_is_read() -> None:
    """With air between the sources, as many lines as it needs."""
    host = Host(_Sources())
    async with host.run_test(size=(34, 36)) as pilot:
        host.screen.query_one(SourcePane).fill(_sources(3), None, "")
        await pilot.pause()
        rows = [row.strip("▌ ●") for row in rows_of(host)]

        assert " ".join(rows[2:5]) == _TITLE
        assert rows[5].startswith("Le Monde · 12 Dec")
        assert rows[6] == ""


@pytest.mark.parametrize(
    ("width", "heading"),
    [
        (44, "Sources 5 + 2 copies · La crue de la Seille"),
        (29, "Sources 5 + 2 copies · La c…"),
        (25, "Sources 5 + 2 copies"),
        (21, "Sources 5 + 2 copies"),
        (20, "Sources 5 + 2"),
        (12, "Sources"),
    ],
)
async def test_a_heading_that_has_no_room_loses_whole_parts(width: int, heading: str) -> None:
    """The copies are counted whole, and nothing parts them from a title that is not there."""
    host, sources = Host(_Sources()), _sources(7)
    files = [source.article.file for source in sources]
    copies = Copies(tuple(Copy(file, files[0], 1.0) for file in files[1:3]))
    async with host.run_test(size=(width, 24)) as pilot:
        pane = host.screen.query_one(SourcePane)
        pane.fill(sources, None, "La crue de la Seille")
        pane.mark_copies(Copied(copies))
        await pilot.pause()

        assert rows_of(host)[0].strip() == heading


def test_the_day_goes_before_little_is_left_of_the_outlet() -> None:
    """Twelve cells of an outlet are kept; a short one keeps its day."""
    article = article_of("a.txt", _BLOCKS, title=_TITLE, outlet="Journal de Québec", published=_DAY)
    brief = article_of("b.txt", _BLOCKS, title=_TITLE, outlet="AFP", published=_DAY)

    assert where_and_when(article, 30) == "Journal de Québec · 12 Dec"
    assert where_and_when(article, 22) == "Journal de Q… · 12 Dec"
    assert where_and_when(article, 16) == "Journal de Québ…"
    assert where_and_when(brief, 14) == "AFP · 12 Dec"


def test_without_headline_and_outlet_the_file_is_named() -> None:
    """Without what all files have in common; that there is no headline is always said."""
    files = ["texts/a/02_journal.txt", "texts/b/03.txt"]
    article = article_of(files[0], _BLOCKS, title=None)

    shared = shared_name(files)
    assert shared == ("texts/", ".txt")
    assert where_and_when(article, 40, shared) == "no headline · a/02_journal"
    assert where_and_when(article, 20, shared) == "no headline · a/02_…"
    assert where_and_when(article, 14, shared) == "no headline"
    assert shared_name(["a/1.txt", "b/1.html"]) == ("", "")
    assert shared_name(["texts/one.txt"]) == ("texts/", ".txt")
    assert shared_name([]) == ("", "")
