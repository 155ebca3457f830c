"""Figures of one value: one where they tell of one thing, several where they do not."""

from dossier.article import Article, Block
from dossier.entities import Found, find_entities
from dossier.entities.corrections import EntityCorrection, apply_entity_decisions
from dossier.spans import Span


def articles_of(*texts: str) -> list[Article]:
    """An article a text, in French."""
    return [
        Article(f"{n}.txt", text, (Block("paragraph", Span(0, len(text))),), language="fr")
        for n, text in enumerate(texts)
    ]


def figures(found: Found, value: str) -> list[list[str]]:
    """For each figure of that value, the files it stands in."""
    return sorted([m.file for m in e.mentions] for e in found.entities if e.value == value)


TEXTS = (
    "Deux personnes ont été interpellées mercredi à Roissy avec des armes.",
    "La crue a tué : deux personnes sont mortes à Pezens.",
    "À Pezens, deux personnes sont mortes dans leur voiture, dit le préfet.",
)


def test_two_persons_of_two_stories_are_two() -> None:
    """Those who were arrested are not those who died; those who died are one in both articles."""
    found = find_entities(articles_of(*TEXTS))

    assert figures(found, "2 personnes") == [["0.txt"], ["1.txt", "2.txt"]]


def test_two_of_an_age_are_two() -> None:
    """Two persons who are 45 share no figure."""
    apart = articles_of("Le soudeur a 45 ans.", "La maîtresse enseigne depuis hier à 45 ans.")

    assert figures(find_entities(apart), "45 y") == [["0.txt"], ["1.txt"]]


def test_what_says_what_it_counts_is_one_everywhere() -> None:
    """The 28 points of a plan are those of any article; so is a number nobody meets twice."""
    found = find_entities(
        articles_of(
            "Le texte dévoilé propose 28 points et 1259 personnes.",
            "On parle ailleurs de 28 points, signés par 1259 personnes.",
        )
    )

    assert figures(found, "28 points") == [["0.txt", "1.txt"]]
    assert figures(found, "1259 personnes") == [["0.txt", "1.txt"]]


def test_a_figure_that_is_hidden_is_hidden_wherever_it_stands() -> None:
    """What is said of one of two figures of one name is said of both."""
    articles = articles_of(*TEXTS)

    hidden = apply_entity_decisions(
        find_entities(articles), articles, [EntityCorrection("deux personnes", hidden=True)]
    )

    assert figures(hidden, "2 personnes") == []
