"""Particulars mended by hand."""

from datetime import date
from pathlib import Path

import pytest

from dossier.decisions import DECISIONS_FILE, ArticleDecision
from dossier.decisions.recording import Change, forget, record, take_back
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.mending import mended, retell, says_nothing
from dossier.problems import DossierError

STOOD = """# ours
[dossier]
title = "Crue"  # for now

[[article]]
# said on the phone
file = "b.txt"
outlet = "Le Phare"
"""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """Two articles, and a dossier.toml with comments."""
    (tmp_path / "a.txt").write_text("La digue a cédé\n\nL’eau monte depuis mardi, dit-on.\n")
    (tmp_path / "b.txt").write_text("Le pont ferme\n\nLa mairie a voté la fermeture du pont.\n")
    (tmp_path / DECISIONS_FILE).write_text(STOOD)
    return open_dossier([tmp_path])


def mend(dossier: Dossier, file: str, name: str, words: str) -> Change:
    """Write down what is said."""
    assert dossier.folder is not None
    decision = mended(dossier, file, name, words)
    return (forget if says_nothing(decision) else record)(dossier.folder, decision)


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("title", "La  digue", "La digue"),
        ("outlet", "Ouest", "Ouest"),
        ("byline", "Awa Diop", "Awa Diop"),
        ("published", "2025-12-03", date(2025, 12, 3)),
        ("published", "3 décembre 2025", date(2025, 12, 3)),
        ("url", "https://example.org/a", "https://example.org/a"),
    ],
)
def test_what_is_mended_is_told_and_stands_at_the_next_opening(
    dossier: Dossier, tmp_path: Path, name: str, words: str, value: object
) -> None:
    """A mend shows at once, as said by hand, and when the dossier is opened again."""
    mend(dossier, "a.txt", name, words)

    for told in (retell(dossier, ["a.txt"]), open_dossier([tmp_path])):
        article = told.article("a.txt")
        assert getattr(article, name) == value
        assert dict(article.origins)[name] == "by hand"
        assert article.blocks == dossier.article("a.txt").blocks


def test_a_mend_keeps_comments_and_can_be_taken_back(dossier: Dossier, tmp_path: Path) -> None:
    """What stood in dossier.toml stands there still; taken back, the file is as it was."""
    change = mend(dossier, "b.txt", "byline", "Awa Diop")

    written = (tmp_path / DECISIONS_FILE).read_text()
    assert written == STOOD + 'byline = "Awa Diop"\n'
    take_back(tmp_path, change)
    assert (tmp_path / DECISIONS_FILE).read_text() == STOOD
    assert retell(dossier, ["b.txt"]).article("b.txt").byline is None


def test_an_emptied_particular_is_as_it_was_read(dossier: Dossier) -> None:
    """Without words the title is again the text's own."""
    mend(dossier, "a.txt", "title", "Autre titre")
    told = retell(dossier, ["a.txt"])
    mend(told, "a.txt", "title", " ")

    article = retell(told, ["a.txt"]).article("a.txt")
    assert article == dossier.article("a.txt")


@pytest.mark.parametrize(("name", "words"), [("published", "hier soir"), ("url", "digue")])
def test_what_is_no_date_or_address_is_not_written(
    dossier: Dossier, tmp_path: Path, name: str, words: str
) -> None:
    """The reader is told how to write it, and the file is not touched."""
    with pytest.raises(DossierError, match=words):
        mend(dossier, "a.txt", name, words)

    assert (tmp_path / DECISIONS_FILE).read_text() == STOOD


def test_of_two_tables_on_an_article_the_one_that_is_mended_counts(dossier: Dossier) -> None:
    """What is put right on the screen goes into the first; the second is told."""
    folder = dossier.folder
    assert folder is not None
    twice = f'{STOOD}\n[[article]]\nfile = "b.txt"\noutlet = "L’Écho"\n'
    (folder / DECISIONS_FILE).write_text(twice)

    mend(open_dossier([folder]), "b.txt", "outlet", "Ouest")

    again = open_dossier([folder])
    assert again.article("b.txt").outlet == "Ouest"
    assert any("put the two together" in problem.message for problem in again.problems)


def test_a_day_mended_by_hand_places_the_days_named(dossier: Dossier) -> None:
    """A weekday has its date at once, as it has when the folder is opened again."""
    before = analyse(dossier)
    mend(before, "a.txt", "published", "2026-02-06")
    told = retell(before, ["a.txt"])
    again = analyse(open_dossier([dossier.folder or Path()]))

    assert [one.value for one in before.found.entities if one.kind == "date"] == [None]
    assert [one.value for one in told.found.entities if one.kind == "date"] == ["2026-02-03"]
    assert told.found == again.found


def test_a_day_mended_by_hand_gives_an_article_its_place(dossier: Dossier) -> None:
    """Articles and extracts stand in the order that the next opening has."""
    before = analyse(dossier)
    assert [article.file for article in before.articles] == ["a.txt", "b.txt"]
    mend(before, "b.txt", "published", "2026-02-06")

    told = retell(before, ["b.txt"])

    assert [article.file for article in told.articles] == ["b.txt", "a.txt"]
    assert told == analyse(open_dossier([dossier.folder or Path()]))
    take = ArticleDecision("b.txt", outlet="Le Phare")
    assert dossier.folder is not None
    record(dossier.folder, take)
    assert retell(told, ["b.txt"]).articles == before.articles
