"""What an article says of itself: who wrote it, when it was published and updated."""

from datetime import date

import pytest

from dossier.article import Article
from dossier.structure import structure_article

TOLD = (
    "La mairie a voté mardi la fermeture du pont, que la crue de dimanche avait déjà ébranlé.\n\n"
    "Le conseil se réunira de nouveau jeudi pour décider des travaux, estimés à deux millions.\n"
)
THIRD, SIXTH = date(2025, 12, 3), date(2025, 12, 6)


def _article(line: str) -> Article:
    """An article with a line between its headline and its text."""
    return structure_article("a.txt", f"La rivière déborde et coupe deux routes\n\n{line}{TOLD}")


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Publié le 3 décembre 2025 à 08h15 - Mis à jour le 6 décembre 2025 à 10h", THIRD, SIXTH),
        ("Publié le 03/12/2025 à 08:15, modifié le 06/12/2025", THIRD, SIXTH),
        ("Posted 3 December 2025, updated 6 December 2025", THIRD, SIXTH),
        ("Pubblicato il 3 dicembre 2025 (modifica il 6 dicembre 2025 | 22:18)", THIRD, SIXTH),
        ("MIS À JOUR LE 6 DÉCEMBRE 2025", None, SIXTH),
        ("First published on Wed 3 Dec 2025 05.00 GMT", THIRD, None),
        ("2025-12-03T10:15:00+01:00", THIRD, None),
        ("3 grudnia 2025, 19:45", THIRD, None),
        ("Lyon, le 3 décembre 2025", THIRD, None),
        ("Publié le 03/12/25 à 08h15, mis à jour le 06/12/25", THIRD, SIXTH),
        ("03.12.25", THIRD, None),
        ("Publié hier à 08h15", None, None),
    ],
)
def test_a_line_says_when_it_was_published_and_when_updated(
    line: str, published: date | None, updated: date | None
) -> None:
    """Each day of a line is that of publication or of an update, by the words before it."""
    article = _article(f"{line}\n\n")

    assert (article.published, article.updated) == (published, updated)
    assert [block.kind for block in article.blocks][1] == "date"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Par Jeanne Martin, le 3 décembre 2025", "Jeanne Martin"),
        ("By Jeanne Martin, December 3, 2025", "Jeanne Martin"),
        ("Publié le 3 décembre 2025 par Jeanne Martin", "Jeanne Martin"),
        ("3 décembre 2025 | Por Laura Martínez y Raúl Novés", "Laura Martínez y Raúl Novés"),
        ("Texto: Noa de la Torre. Fotos: Vicent Bosch, 3 de diciembre de 2025", "Noa de la Torre"),
    ],
)
def test_a_byline_with_its_day_gives_both(line: str, byline: str) -> None:
    """The day that stands in a byline is the article's, and no part of the name."""
    article = _article(f"{line}\n\n")

    assert (article.byline, article.published) == (byline, THIRD)


def test_an_agency_dateline_dates_the_article() -> None:
    """The day in a dateline is that of publication, where no line gives one."""
    assert _article("LYON, 3 déc 2025 (AFP) - ").published == THIRD
    assert _article("6 décembre 2025\n\nLYON, 3 déc 2025 (AFP) - ").published == SIXTH


@pytest.mark.parametrize(
    ("lines", "outlet", "byline"),
    [
        ("Time Mirror\n3 December 2025\nBy Jonas Wieg", "Time Mirror", "Jonas Wieg"),
        ("Neues Tagblatt, 03.12.2025\ndpa / Sabine Thoma", "Neues Tagblatt", "dpa / Sabine Thoma"),
        ("3 de diciembre de 2025 | Heraldo de la Costa\nRedacción", "Heraldo de la Costa", None),
        ("The Daily Planet\nDecember 3, 2025", None, None),
        ("Rolling Bay\n3 December 2025\nBy Jonas Wieg", None, "Jonas Wieg"),
    ],
)
def test_the_outlet_at_the_head_is_no_author(
    lines: str, outlet: str | None, byline: str | None
) -> None:
    """What names the paper beside the day is the outlet; who wrote the article stands apart."""
    article = _article(f"{lines}\n\n")

    assert (article.outlet, article.byline) == (outlet, byline)
    assert article.published == THIRD


def test_labels_at_the_head_name_the_outlet_and_the_address() -> None:
    """A note's labels give what they say, and are no part of the text."""
    labels = "Source : La Gazette libre\nDate : 22 juin 2024\nURL : https://val.example/a\n\n"
    article = _article(labels)

    assert (article.outlet, article.url) == ("La Gazette libre", "https://val.example/a")
    assert [block.kind for block in article.blocks].count("paragraph") == 2
