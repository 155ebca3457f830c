"""What a figure's words amount to."""

import pytest

from dossier.entities.measures import amount, are_ends, bound_before


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("cinq heures", "5 h"),
        ("5 heures", "5 h"),
        ("20%", "20 %"),
        ("20 pour cent", "20 %"),
        ("28 points", "28 points"),
        ("19 à 27", "19–27"),
        ("un milliard d'euros", "1000000000 EUR"),
        ("10 et 12 milliards d'euros", "10000000000–12000000000 EUR"),
        ("huit et dix milliards d'euros", "8000000000–10000000000 EUR"),
        ("vingt et un morts", "21 morts"),
        ("vingtaine de blessés", "20 blesses"),
        ("dizaine de milliers de manifestants", "10000 manifestants"),
        ("centaine de millions d'euros", "100000000 EUR"),
        ("3.200.000 euros", "3200000 EUR"),
        ("1,5 milliard de dollars canadiens", "1500000000 CAD"),
        ("20 francs suisses", "20 CHF"),
        ("1,80 m", "1.8 m"),
        ("deux millions de touristes", "2000000 touristes"),
        ("quatre-vingt-dix-sept voix", "97 voix"),
        ("deux mille trois cents pages", "2300 pages"),
        ("quatre autres documents", "4 documents"),
        ("sixième voyage", "6. voyage"),
        ("30 mètres carrés", "30 m²"),
        ("5 km²", "5 km²"),
        ("2 millions de kilomètres carrés", "2000000 km²"),
        ("48 millions de mètres cubes", "48000000 m³"),
        ("12 MWh", "12 MWh"),
        ("12 mètres cubes", "12 m³"),
        ("un mois et demi", "1.5 mo"),
        ("deux heures et demie", "2.5 h"),
        ("1h30", "1.5 h"),
        ("2 h", "2 h"),
        ("1m80", "1.8 m"),
        ("un million et demi d'euros", "1500000 EUR"),
        ("un million et demi", "1500000"),
    ],
)
def test_french_words_give_number_and_unit(words: str, value: str) -> None:
    """French figures, in figures or in words, give one number and what it counts."""
    assert amount(words, "fr").value == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("$2.3 billion", "2300000000 USD"),
        ("$1.2m", "1200000 USD"),
        ("US$2 million", "2000000 USD"),
        ("A$5 million", "5000000 AUD"),
        ("40 Canadian dollars", "40 CAD"),
        ("2,000-pound", "2000 lb"),
        ("two and a half years", "2.5 y"),
        ("13 per cent", "13 %"),
        ("2 to 3 per cent", "2–3 %"),
        ("1,200 jobs", "1200 jobs"),
        ("seventy-five homes", "75 homes"),
        ("two hundred and twenty people", "220 people"),
        ("five-year-old", "5 y"),
        ("third trial", "3. trial"),
        ("dozen other houses", "12 houses"),
        ("30 square metres", "30 m²"),
        ("12 square kilometres", "12 km²"),
        ("20,000 square miles", "20000 mi²"),
        ("12,000 square feet", "12000 ft²"),
        ("40 cubic feet", "40 ft³"),
    ],
)
def test_english_words_give_number_and_unit(words: str, value: str) -> None:
    """English figures give one number and what it counts."""
    assert amount(words, "en").value == value


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("il a duré près de 5 heures", "près de"),
        ("une durée supérieure à 5 heures", "supérieure à"),
        ("at least 5 hours", "at least"),
        ("il a duré 5 heures", None),
    ],
)
def test_the_words_that_bound_a_figure_are_kept(text: str, bound: str | None) -> None:
    """What makes a figure more or less than it says is kept beside it, as written."""
    assert bound_before(text, text.index("5")) == bound


def test_two_numbers_are_a_span_where_they_are_told_to_be() -> None:
    """Otherwise both are meant."""
    text = "Entre 2 et 3 euros, puis 5 et 6 euros, 3, 6 et 8 ans, ou 7 à 8 euros, between $3 and $4"

    def value(words: str, language: str) -> str | None:
        ends = are_ends(text, text.index(words), words)
        return amount(words, language, is_span=ends).value

    assert value("2 et 3 euros", "fr") == "2–3 EUR"
    assert value("5 et 6 euros", "fr") == "5, 6 EUR"
    assert value("3, 6 et 8 ans", "fr") == "3, 6, 8 y"
    assert value("7 à 8 euros", "fr") == "7–8 EUR"
    assert value("$3 and $4", "en") == "3–4 USD"
