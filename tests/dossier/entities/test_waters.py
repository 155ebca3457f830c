"""A river and the territory named after it are two."""

import pytest

from dossier.decisions import Decisions, EntityDecision
from dossier.dossier import Dossier, analyse, decide
from dossier.entities.waters import Land, land_of
from dossier.spans import Span
from tests.flood import article_of

TEXTS = (
    "Le préfet de la Vire a parlé mardi. Le niveau de la Vire monte encore à Saint-Lô.",
    "Les écoles de la Vire sont fermées. La crue de la Vire a surpris les habitants du bourg.",
)


def places(dossier: Dossier) -> list[list[tuple[str, str]]]:
    """For each entity called so, where it stands: the file, and the words before."""
    texts = {article.file: article.text for article in dossier.articles}
    return [
        [(m.file, texts[m.file][: m.span.start].split()[-3]) for m in entity.mentions]
        for entity in dossier.found.entities
        if "Vire" in entity.aliases
    ]


def dossier_of(*texts: str) -> Dossier:
    """An article a text, in French."""
    articles = (article_of(f"{n}.txt", (("paragraph", t),)) for n, t in enumerate(texts))
    return analyse(Dossier("Crue", tuple(articles), language="fr"))


def test_a_river_is_told_from_the_territory_of_its_name() -> None:
    """Where the articles speak of both, the river's mentions are its own."""
    assert sorted(places(dossier_of(*TEXTS))) == [
        [("0.txt", "niveau"), ("1.txt", "crue")],
        [("0.txt", "préfet"), ("1.txt", "écoles")],
    ]


def test_a_river_alone_is_one() -> None:
    """Where no territory of its name is spoken of, all mentions are one place."""
    assert len(places(dossier_of(*(text.replace("préfet", "cours") for text in TEXTS)))) == 1


def test_what_is_said_of_one_is_not_said_of_the_other() -> None:
    """A name given by the reader to one of two places of a name leaves them two."""
    dossier = dossier_of(*TEXTS)

    renamed = decide(dossier, Decisions(entities=(EntityDecision("La Vire", aliases=("Vire",)),)))

    assert len(places(renamed)) == 2
    assert [e.name for e in renamed.found.entities if "Vire" in e.aliases].count("La Vire") == 1


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("le niveau de l'Aude", "river"),
        ("la ville, traversée par l'Aude", "river"),
        ("près de l'Aude, une rivière souvent à sec", "river"),
        ("le préfet de l'Aude", "territory"),
        ("à Trèbes (Aude)", "territory"),
        ("dans l'Aude", ""),
        ("la plaine de l'Aude", "river"),
    ],
)
def test_words_beside_a_name_tell_rivers_from_territories(text: str, land: Land) -> None:
    """A level, banks, a crossing are a river's; a prefect, brackets after a town a territory's."""
    at = text.index("Aude")

    assert land_of(text, Span(at, at + 4)) == land
