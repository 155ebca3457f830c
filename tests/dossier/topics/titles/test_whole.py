"""Whole: a phrase keeps what its articles hardly ever part from it."""

import pytest

from dossier.topics.titles.whole import whole


@pytest.mark.parametrize(
    ("title", "behind", "told"),
    [
        ("Les foulards", ["foulards rouges", "foulards rouges", "foulards rouges"], " rouges"),
        ("La tour", ["tour Eiffel", "tour Eiffel", "tour Eiffel ferme", "tour penche"], " Eiffel"),
        ("Le canon", ["canon de 75", "canon de 75", "canon de 75"], ""),
        ("Le numéro", ["numéro 12", "numéro 12", "numéro 12"], " 12"),
        ("L'accord entre Oslo", ["accord entre Oslo et Riga"] * 3, " et Riga"),
        ("Les foulards", ["foulards rouges", "foulards rouges"], ""),
        ("Les foulards", ["foulards rouges", "foulards verts"] * 3, ""),
        ("Le préfet", ["préfet annonce", "préfet annonce", "préfet annonce"], ""),
        ("Le pont", ["pont et la digue"] * 3, ""),
        ("Le plan", ["planétaire"] * 3, ""),
    ],
)
def test_what_mostly_follows_a_phrase_and_belongs_to_it_is_put_behind(
    title: str, behind: list[str], told: str
) -> None:
    """An adjective, a name, a figure; no verb, nothing that follows seldom or now and then."""
    assert whole(title, [f"On voit {text} ici." for text in behind], "fr") == f"{title}{told}"


def test_an_english_phrase_is_whole_already() -> None:
    """It is read up to its noun."""
    assert whole("The tower", ["The tower Bridge."] * 3, "en") == "The tower"
