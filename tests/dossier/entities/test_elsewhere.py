"""Names, dates and figures in German, Spanish, Italian and Portuguese articles."""

from dataclasses import replace

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
        "La Cruz Roja, el Tribunal de Justicia y los Estados Unidos no responden a la Sra. Ruiz."
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
        ("es", {"Luis Gómez": "person", "Cruz Roja": "organisation", "Estados Unidos": "place"}),
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


def test_of_the_behind_a_given_name_is_of_the_name() -> None:
    """The end of a name that a particle goes on is given to nobody else."""
    text = (
        "La jueza María del Mar Ferrer no ha dicho nada a Josep Ferrer, según los vecinos. "
        "El caso de Marta del Castillo y de Jaime Urrutia Sáenz de Tejada no se ha cerrado."
    )

    found = find_entities([structure_article("a.txt", text)]).entities
    assert {e.name for e in found if e.kind == "person"} == {
        "María del Mar Ferrer",
        "Josep Ferrer",
        "Marta del Castillo",
        "Jaime Urrutia Sáenz de Tejada",
    }


VALUES = {
    "de": (
        (
            "Am Donnerstag, 15. Juli 2021, stieg die Ahr um 3,5 Meter, seit 1990 war das nicht so. "
            "Der Schaden liegt bei 17,2 Mrd. Euro nicht bei 1.300 Euro, sagte sie um 23 Uhr. "
            "Rund 1.300 Menschen sind ohne Strom, das sind 20 Prozent, und das nach 3 Tagen."
        ),
        {"2021-07-15", "1990", "T23:00"},
        {"17200000000 EUR", "1300 EUR", "1300 menschen", "20 %", "3 d", "3.5 m"},
    ),
    "es": (
        (
            "El juicio comenzó el 3 de febrero de 2025 y la final se jugó en agosto de 2023. "
            "La multa es de 10.800 euros y el presupuesto del club es de 2 mil millones de euros. "
            "Durante 18 meses no se acercará a 200 metros, ni un 5 por ciento de los días."
        ),
        {"2025-02-03", "2023-08"},
        {"10800 EUR", "2000000000 EUR", "18 mo", "200 m", "5 %"},
    ),
    "it": (
        (
            "Il boss è stato arrestato il 16 gennaio 2023, era ricercato dal 1993 per le stragi. "
            "Le spese sono di 1.234,5 euro e il bilancio della regione è di 3 miliardi di euro. "
            "La fuga è durata 30 anni, e il 7 per cento degli uomini era con lui per 2 chilometri."
        ),
        {"2023-01-16", "1993"},
        {"1234.5 EUR", "3000000000 EUR", "30 y", "7 %", "2 km"},
    ),
    "pt": (
        (
            "A empresa pediu ajuda em 19 de janeiro de 2023, o plano passou em dezembro de 2023. "
            "A dívida é de R$ 43 bilhões, ou 7,6 mil milhões de euros, e não de R$ 1.234,5. "
            "O prazo é de 180 dias e as ações caíram 70% para os 7.720 credores do grupo."
        ),
        {"2023-01-19", "2023-12"},
        {"43000000000 BRL", "7600000000 EUR", "1234.5 BRL", "180 d", "70 %", "7720 credores"},
    ),
}


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        (
            "it",
            "La polizia ha fermato 120 persone e ha letto 300 contratti dopo la festa della città.",
            {"120 persone", "300 contratti"},
        ),
        (
            "es",
            "El gobierno gastó 5 billones de euros y la obra tiene 30 suspendidos en la ciudad.",
            {"5000000000000 EUR", "30 suspendidos"},
        ),
        (
            "pt",
            "O governo não gastou R$ 5 mi e sim R$ 2 bi com os 30 massacres na região da cidade.",
            {"5000000 BRL", "2000000000 BRL", "30 massacres"},
        ),
    ],
)
def test_what_is_counted_may_open_as_a_small_word_does(
    language: str, text: str, figures: set[str]
) -> None:
    """A noun such as "persone" is not "per"; "mi" and "billones" are worth what they say."""
    article = replace(structure_article("a.txt", text), language=language)

    assert {e.value for e in find_entities([article]).entities if e.kind == "figure"} >= figures


@pytest.mark.parametrize("language", VALUES)
def test_dates_and_figures_are_read_in_their_language(language: str) -> None:
    """Days, years and hours, sums, measures and shares have the value that a reader gives them."""
    text, dates, figures = VALUES[language]
    article = structure_article("a.txt", text)

    assert article.language == language
    entities = find_entities([article]).entities
    assert {e.value for e in entities if e.kind == "date"} >= dates
    assert {e.value for e in entities if e.kind == "figure"} >= figures
