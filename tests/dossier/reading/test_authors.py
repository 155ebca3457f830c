"""Whom a saved page names as its authors."""

import pytest

from dossier.reading import read_article

TOLD = "La mairie a voté mardi la fermeture du pont, que la crue de dimanche avait ébranlé. " * 4


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Doe, December 3, 2025", "Jane Doe"),
        ("Por Luisa Corradini | 11 de mayo de 2023", "Luisa Corradini"),
        ("Jeanne Martin Jeanne Martin", "Jeanne Martin"),
        ("Von Katharina Möller und Jan Groß, 3. Dezember 2025", "Katharina Möller, Jan Groß"),
    ],
)
def test_the_day_in_a_byline_is_no_author(byline: str, author: str) -> None:
    """A page's marked byline gives names, whatever the language of the day that follows them."""
    page = (
        "<!DOCTYPE html><html><head><title>Le pont</title></head><body><article>"
        f"<h1>Le pont fermé</h1><p class=byline>{byline}</p><p>{TOLD}</p><p>{TOLD}</p></article>"
    )

    assert read_article("a.html", page.encode()).articles[0].byline == author
