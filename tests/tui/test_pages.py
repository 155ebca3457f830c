from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article, Block
from dossier.dossier import Dossier
from dossier.spans import Span
from dossier.structure import structure_article
from tests.flood import make_flood
from tests.strategies import HOSTILE, OPENINGS, PIECES
from tui.layout import Layout, Row
from tui.pages import Page, anthology_page, article_page

TEXTS = st.lists(st.sampled_from([*HOSTILE, *OPENINGS, *PIECES]), max_size=8).map("\n".join)


def words_of(page: Page) -> str:
    """What of the articles' own words stands on a page, in order."""
    return "\n".join(piece.text[slice(*piece.span)] for piece in page.pieces if piece.words is None)


@given(TEXTS)
def test_an_article_unfolded_loses_no_visible_word(text: str) -> None:
    """With nothing folded, every visible character of the article stands on its page once."""
    article = structure_article("a.txt", text)
    page = article_page(article, folded=False)

    assert "".join(words_of(page).split()) == "".join(text.split())


@given(TEXTS)
def test_folded_furniture_is_counted_and_all_else_stands(text: str) -> None:
    """Folding takes furniture away and nothing else, and says how many lines it took."""
    article = structure_article("a.txt", text)
    page = article_page(article)
    kept = "".join(block.span.of(text) for block in article.blocks if block.kind != "furniture")
    folds = [int(p.words.split()[0]) for p in page.pieces if p.kind == "fold" and p.words]

    assert "".join(words_of(page).split()) == "".join(kept.split())
    assert sum(folds) == sum(block.kind == "furniture" for block in article.blocks)


def test_the_lines_of_a_menu_follow_one_another_without_a_gap() -> None:
    """Unfolded, what stood around an article takes no more room than its lines."""
    text = "Accueil\n\nSport\n\nLe pont ferme."
    menu = Block("furniture", Span(0, 7)), Block("furniture", Span(9, 14))
    article = Article("a.txt", text, (*menu, Block("paragraph", Span(16, 30))))

    page = article_page(article, folded=False)

    assert [piece.above for piece in page.pieces[-3:]] == [1, 0, 1]


def test_an_anthology_holds_the_extracts_and_nothing_else(flood: Dossier) -> None:
    """The words of an anthology are those of the topic's extracts, in order."""
    for topic in flood.topics:
        page = anthology_page(flood.sources(topic))
        words = [extract.span.of(flood.article(extract.file).text) for extract in topic.extracts]

        assert sorted(words_of(page).split("\n")) == sorted(words)


def test_an_extract_that_starts_inside_a_passage_is_marked(flood: Dossier) -> None:
    """An ellipsis of the program's opens it; it is no word of the source."""
    page = anthology_page(flood.sources(flood.topics[1]))
    cut = [piece.text[slice(*piece.span)] for piece in page.pieces if piece.cut]

    assert cut == ["Le pont de bois a été emporté."]


def test_a_dateline_stands_on_its_paragraphs_line() -> None:
    """The dateline and the words after it are set as one."""
    text = "LYON (AFP) — La mairie a voté mardi la fermeture du pont. Il ferme jeudi."
    article = structure_article("a.txt", text)
    pieces = [piece for piece in article_page(article).pieces if piece.words is None]

    dateline = next(block.span for block in article.blocks if block.kind == "dateline")

    assert [piece.text[slice(*piece.span)] for piece in pieces] == [text]
    assert pieces[0].lead == len(dateline)


def test_an_empty_file_says_so() -> None:
    """A page is never blank."""
    page = article_page(Article("leer.txt", "", ()))

    assert any("empty" in (piece.words or "") for piece in page.pieces)


@pytest.mark.parametrize("measure", [1, 5, 20, 80])
@pytest.mark.parametrize("step", [1, 3, 40, -1, -7])
def test_steps_up_undo_steps_down(measure: int, step: int) -> None:
    """Going so many rows one way and back leads to the same row, away from the ends."""
    page = article_page(make_flood().articles[0], folded=False)
    layout = Layout(page, measure)
    total = sum(layout.height(index) for index in range(len(page.pieces)))
    row = layout.step(Row(0, 0), total // 2)
    moved = layout.step(row, step)

    if 0 < total // 2 + step < total - 1:
        assert layout.step(moved, -step) == row


def test_a_window_is_the_rows_one_after_the_other() -> None:
    """The rows from the first on are every line of every piece, each once."""
    page = article_page(make_flood().articles[0], folded=False)
    layout = Layout(page, 30)
    window = layout.window(Row(0, 0), 10_000)

    assert len(window) == sum(layout.height(index) for index in range(len(page.pieces)))
    assert all(a < b for a, b in pairwise(window))
    assert window[-5:] == layout.window(layout.lowest_top(5), 100)


def test_an_offset_leads_to_its_row() -> None:
    """Wherever an offset is in the article, the row found for it holds it."""
    article = make_flood().articles[0]
    layout = Layout(article_page(article, folded=False), 24)
    for passage in article.passages:
        for offset in range(passage.span.start, passage.span.end):
            index = layout.page.piece_at(article.file, offset)
            assert index is not None
            span = layout.span(layout.row_at(index, offset))
            assert span is not None
            assert span[0] <= offset < span[1] or article.text[offset].isspace()


def test_a_megabyte_on_one_line_opens_at_both_ends() -> None:
    """Nothing sets more than a leaf of a long text to show its start, or its end."""
    text = "La Seille déborde « encore » cette nuit. " * 25_000
    article = replace(structure_article("a.txt", "x"), text=text, passages=(), blocks=())
    article = replace(article, blocks=(Block("paragraph", Span(0, len(text))),))
    layout = Layout(article_page(article), 70)
    first = layout.window(Row(0, 0), 50)
    last = layout.window(layout.lowest_top(50), 50)

    assert len(first) == len(last) == 50
    assert len(layout.page.pieces) > 60
    assert layout.set_pieces <= 6
