from dataclasses import replace

import pytest

from dossier.problems import Problem
from tests.hosts import Host, dossier_of_floods
from tui.screens.detail_pane import DetailPane
from tui.screens.particulars import ParticularsScreen, particulars_of


def test_what_is_known_is_told_with_where_it_was_read() -> None:
    """Each particular is said with its origin; what is not known is named as such."""
    dossier = dossier_of_floods()
    brest = replace(dossier.articles[0], origins=(("outlet", "by hand"), ("published", "text")))
    problem = Problem("brest.txt", "Two bytes could not be read.")

    said = [p.words for p in particulars_of(replace(dossier, problems=(problem,)), brest)]

    assert "Outlet: Le Littoral  (said in dossier.toml)" in said
    assert "Published: 3 February 2026  (read in the text)" in said
    assert "Not known: Author, Updated, Address" in said
    assert "Length: 3 passages, 37 words" in said
    assert "Problem: Two bytes could not be read." in said


def test_an_article_without_a_headline_says_so() -> None:
    """First words that stand for a headline are marked as such."""
    dossier = dossier_of_floods()
    untitled = replace(dossier.articles[1], title=None)

    said = [paragraph.words for paragraph in particulars_of(dossier, untitled)]

    assert said[0].startswith("The Odet rose")
    assert said[1] == "no headline: these are its first words"


@pytest.mark.parametrize("key", ["escape", "i", "enter"])
async def test_the_key_that_opened_it_closes_it(key: str) -> None:
    """Escape, Enter and i close the screen."""
    dossier = dossier_of_floods()
    host = Host(ParticularsScreen(dossier, dossier.articles[0]))
    async with host.run_test(size=(40, 12)) as pilot:
        pane = pilot.app.screen.query_one(DetailPane)
        assert "Crue : Brest se prépare" in pane.render_line(0).text
        await pilot.press(key)

    assert host.results == [None]
