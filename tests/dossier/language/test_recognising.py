"""Telling the language of a text."""

import pytest
from hypothesis import given

from dossier.language import recognise_language
from tests.strategies import press_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La mairie a voté mardi la fermeture du pont, que la crue avait ébranlé."),
        ("en", "The council voted on Tuesday to close the bridge, which the flood had shaken."),
        ("es", "El ayuntamiento votó el martes el cierre del puente que la riada había dañado."),
        ("de", "Der Rat hat am Dienstag beschlossen, die Brücke zu schließen, die nach der Flut."),
        ("it", "Il consiglio ha votato la chiusura del ponte, che la piena aveva danneggiato."),
        ("ru", "Совет проголосовал за закрытие моста, который повредило наводнение."),
        ("uk", "Рада проголосувала за закриття мосту, який пошкодила повінь у місті її."),
        ("ar", "صوت المجلس يوم الثلاثاء على إغلاق الجسر."),
        ("ja", "市議会は火曜日に橋の閉鎖を決めた。"),
        ("zh", "市议会星期二决定关闭大桥。"),
        ("km", "ក្រុមប្រឹក្សាបានបោះឆ្នោតបិទស្ពាន"),
        (None, "2025 – 12,5 % ***"),
        (None, ""),
    ],
)
def test_the_language_of_a_sentence_is_told(language: str | None, text: str) -> None:
    """A sentence is enough to tell its language; figures tell none."""
    assert recognise_language(text) == language


@given(press_text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    """Whatever the text, the answer is a two-letter code or None."""
    language = recognise_language(text)

    assert language is None or (len(language) == 2 and language.islower())
