"""Fates: the dead are the dead, however an article counts them."""

import pytest

from dossier.fates import fate_of
from dossier.spans import Span


@pytest.mark.parametrize(
    ("text", "figure", "unit", "language", "fate"),
    [
        ("La crue a fait trois morts à Morvan.", "trois morts", "morts", "fr", "dead"),
        ("Trois personnes ont été tuées lundi.", "Trois personnes", "personnes", "fr", "dead"),
        (
            "Trois personnes, dont un élu, sont mortes.",
            "Trois personnes",
            "personnes",
            "fr",
            "dead",
        ),
        ("La mort de trois personnes est un choc.", "trois personnes", "personnes", "fr", "dead"),
        ("Il a tué au moins trois personnes.", "trois personnes", "personnes", "fr", "dead"),
        ("Plus de 1600 ont été blessées.", "1600", "", "fr", "injured"),
        ("Deux personnes sont portées disparues.", "Deux personnes", "personnes", "fr", "missing"),
        ("L'arrestation de dix personnes suit.", "dix personnes", "personnes", "fr", "arrested"),
        ("At least nine people were killed.", "nine people", "people", "en", "dead"),
        ("It sank with the loss of 17 lives.", "17 lives", "lives", "en", "dead"),
        ("They turned 17 lives around.", "17 lives", "lives", "en", ""),
        ("In all 14 were missing on Friday.", "14", "", "en", "missing"),
        ("Trois personnes ont été évacuées.", "Trois personnes", "personnes", "fr", ""),
        ("Trois soldats ont été tués.", "Trois soldats", "soldats", "fr", ""),
        ("Trois personnes vivent ici. Tuées, non.", "Trois personnes", "personnes", "fr", ""),
        ("Drei Menschen wurden getötet.", "Drei Menschen", "menschen", "de", ""),
    ],
)
def test_what_happened_to_those_who_are_counted_is_told_by_the_words_beside(
    text: str, figure: str, unit: str, language: str, fate: str
) -> None:
    """By the noun, the verb behind or before; nothing is told of others than people at large."""
    start = text.index(figure)
    sentence = Span(0, text.index(".") + 1)

    assert fate_of(text, sentence, Span(start, start + len(figure)), unit, language) == fate
