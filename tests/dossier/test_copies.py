"""Articles and passages that stand twice in a dossier."""

from pathlib import Path
from random import Random

import pytest
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


def _story(number: int) -> str:
    """Forty paragraphs in words of their own, the same for each number."""
    words = (CRUE + PROCES).split()
    draw = Random(number)  # noqa: S311 - a story, not a secret
    return "\n\n".join(f"Le {' '.join(draw.sample(words, 18))}." for _ in range(40))


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


def test_many_articles_are_compared_by_some_of_their_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where articles are too many to look at every run, the same reprints are found."""
    texts = [_story(number) for number in range(4)]
    reprint = f"Reprise\n\n{texts[2]}\n\nLe préfet tiendra un point de presse à midi."
    articles = [
        structure_article(f"{number}.txt", text) for number, text in enumerate([*texts, reprint])
    ]
    whole = find_copies(articles)

    monkeypatch.setattr("dossier.copies.ALL_RUNS", 1)

    assert find_copies(articles) == whole
    assert [(copy.file, copy.of) for copy in whole.articles] == [("2.txt", "4.txt")]


def test_a_piece_that_everybody_prints_is_a_copy() -> None:
    """Sixty articles of the same words are copies of the first; none is taken for a formula."""
    copies = find_copies([structure_article(f"{n:02}.txt", CRUE) for n in range(60)])

    assert copies.of("00.txt") == tuple(f"{n:02}.txt" for n in range(1, 60))


def test_a_speech_that_two_articles_quote_makes_no_copies() -> None:
    """What two articles quote of one speech does not make them copies."""
    speech = (
        "« Nous reconstruirons le pont avant l'hiver, et nous le ferons ensemble », a-t-il dit."
    )
    articles = [
        structure_article(f"{number}.txt", f"{_story(number)}\n\n{speech}") for number in range(2)
    ]

    copies = find_copies(articles)

    assert copies.articles == ()
    assert [len(shared.places) for shared in copies.passages] == [2]
