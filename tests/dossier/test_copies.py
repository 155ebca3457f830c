"""Articles and passages that stand twice in a dossier."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dossier.copies import find_copies
from dossier.reading import read_paths
from dossier.structure import structure_article
from tests.strategies import passages, press_text

CRUE = (
    "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé, selon le préfet.\n\n"
    "Le conseil se réunira jeudi pour décider des travaux, estimés à deux millions d'euros."
)
PROCES = (
    "Le tribunal a condamné le gérant de la société à deux ans de prison, dont un avec sursis.\n\n"
    "Son avocat fait appel ; les parties civiles se disent soulagées par cette décision de justice."
)


def test_a_reprint_under_another_headline_is_a_copy() -> None:
    """An agency piece with another headline and one more paragraph is linked to the first."""
    more = f"Le pont ferme\n\n{CRUE}\n\nLa gare reste ouverte, et deux cars feront la navette."
    articles = [structure_article("a.txt", f"Crue\n\n{CRUE}"), structure_article("b.txt", more)]

    copies = find_copies(articles)

    assert [(copy.file, copy.of) for copy in copies.articles] == [("a.txt", "b.txt")]
    assert copies.of("b.txt") == ("a.txt",)
    assert [shared.places for shared in copies.passages] == [
        (("a.txt", 1), ("b.txt", 1)),
        (("a.txt", 2), ("b.txt", 2)),
    ]


def test_articles_on_two_stories_are_no_copies() -> None:
    """Articles that share no run of words are not linked."""
    copies = find_copies([structure_article("a.txt", CRUE), structure_article("b.txt", PROCES)])

    assert copies.articles == ()
    assert copies.passages == ()


def test_the_seeds_are_five_articles() -> None:
    """No two seeds are taken for copies, though they tell one story."""
    copies = find_copies(read_paths([Path("seeds")]).articles)

    assert copies.articles == ()


@given(press_text(), st.lists(passages(), min_size=1, max_size=3))
def test_an_article_and_itself_are_copies(text: str, paragraphs: list[str]) -> None:
    """The same text under two names is a copy, whole; empty articles are none of anything."""
    whole = "\n\n".join((text, *paragraphs))
    articles = [structure_article(name, whole) for name in ("a.txt", "b.txt")]

    copies = find_copies([*articles, structure_article("c.txt", "")])

    assert [(copy.of, copy.share) for copy in copies.articles] == [("a.txt", 1.0)]
