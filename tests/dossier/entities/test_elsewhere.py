"""Names, dates and figures in German, Spanish, Italian and Portuguese articles."""

import pytest

from dossier.entities import find_entities
from dossier.structure import structure_article

TEXTS = {
    "de": (
        "Die Häuser an der Ahr sind zerstört, sagte Landrätin Anna Weber am Abend in Köln. "
        "Im Landkreis Ahrweiler fehlen Wasser und Strom, nach Angaben der Polizei seit Tagen. "
        "Dutzende Menschen aus Ahrweiler und Deutschland warten auf Hilfe, sagte Weber der SPD."
    ),
    "es": (
        "La Audiencia condena a Luis Gómez y a Marta Ruiz por el beso en la final del Mundial. "
        "El Sr. Gómez ha dicho que recurrirá la sentencia en España. "
        "El Tribunal de Justicia y los Estados Unidos no han respondido a la Sra. Ruiz."
    ),
    "it": (
        "Il boss di Cosa Verde è stato arrestato a Palermo con Giovanni Bruni e Leonardo Rossi. "
        "I carabinieri hanno fermato Bruni in Sicilia, il sig. Rossi è in carcere. "
        "La Procura della Repubblica di Palermo e il Governo hanno ringraziato gli uomini."
    ),
    "pt": (
        "O juiz Paulo Mendes aceitou o pedido do Grupo Laranjas, disse Marcos Lima no Brasil. "
        "Os bancos e as lojas das Laranjas não falaram com o Dr. Mendes nos Estados Unidos. "
        "A Assembleia Geral dos Credores reuniu-se no Rio de Janeiro e no Tribunal de Justiça."
    ),
}


def names_in(language: str) -> dict[str, str]:
    """What a text names, and of which kind."""
    article = structure_article("a.txt", TEXTS[language])
    assert article.language == language
    found = find_entities([article])
    return {
        alias: entity.kind
        for entity in found.entities
        for alias in (entity.name, *entity.aliases)
        if entity.kind in ("person", "place", "organisation")
    }


def test_a_german_noun_is_no_name() -> None:
    """Of words that all have a capital, those count that a list, a title or a cue tells."""
    names = names_in("de")

    assert names["Anna Weber"] == names["Weber"] == "person"
    assert names["Ahrweiler"] == names["Köln"] == names["Deutschland"] == "place"
    assert names["SPD"] == "organisation"
    assert not {"Häuser", "Wasser", "Menschen", "Dutzende Menschen", "Abend", "Hilfe"} & set(names)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", {"Luis Gómez": "person", "Marta Ruiz": "person", "Estados Unidos": "place"}),
        ("it", {"Giovanni Bruni": "person", "Leonardo Rossi": "person", "Sicilia": "place"}),
        ("pt", {"Paulo Mendes": "person", "Brasil": "place", "Grupo Laranjas": "organisation"}),
    ],
)
def test_a_name_has_no_article_and_no_neighbour(language: str, told: dict[str, str]) -> None:
    """What stands before a name, and who is named behind an "and", is no part of it."""
    names = names_in(language)

    assert told.items() <= names.items()
    small = {"a", "al", "da", "das", "del", "della", "di", "el", "do", "no"}
    assert not [name for name in names if small & {name.split()[0]}]
    assert not [name for name in names if {"y", "e"} & set(name.split())]
