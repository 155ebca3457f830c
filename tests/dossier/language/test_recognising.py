"""Telling the language of a text."""

import pytest
from hypothesis import given

from dossier.language import recognise_language, stop_words
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ca",
            "El ple ha votat que el pont no s'obri fins ara, perquè l'aigua també és molt alta.",
        ),
        (
            "cs",
            "Rada se sešla v úterý a podle starosty je most zavřený, protože by ještě mohl být.",
        ),
        (
            "da",
            "Byrådet har stemt for at lukke broen, som ikke kan bruges efter det der skete i går.",
        ),
        ("fi", "Kunta kertoi, että silta on suljettu ja se ei ole vielä auki, mutta myös tie on."),
        (
            "hu",
            "A tanács szerint a híd már nem járható, és ez csak akkor lesz más, ha a víz is meg.",
        ),
        ("no", "Kommunen har stengt broen, og etter det som ble sagt er det ikke noe å gjøre nå."),
        ("pl", "Rada zdecydowała, że most jest zamknięty, ale nie na długo, i to już po wtorku."),
        ("ro", "Consiliul a votat ca podul să fie închis, iar apa nu este în scădere, a spus el."),
        ("sv", "Kommunen har stängt bron, och det är inte klart när den ska öppna för bilar igen."),
        ("tr", "Meclis köprü için bir karar aldı, ancak su çok yüksek olduğunu da ifade etti ve."),
        ("vi", "Hội đồng đã bỏ phiếu đóng cây cầu và cho biết nước không rút trong ngày này."),
        ("fr", "Fréquentation touristique record en Ile-de-France en 2018"),
        ("en", "Implement end-to-end tests for critical user flows."),
        ("es", "Julián Paz, el abogado, insiste en que «el concejal no es familia mía»."),
    ],
)
def test_the_language_is_told_by_more_words_where_fewer_are_listed(
    language: str, text: str
) -> None:
    """A longer sentence tells the language; a line of French, English or Spanish stays one."""
    assert recognise_language(text) == language


@given(press_text())
def test_any_text_has_a_language_or_none(text: str) -> None:
    """Whatever the text, the answer is a two-letter code or None."""
    language = recognise_language(text)

    assert language is None or (len(language) == 2 and language.islower())


def test_the_words_that_tell_a_language_are_its_stop_words() -> None:
    """Where a language has no file of its own; none where it has no list."""
    assert {"ve", "bir"} <= stop_words("tr")
    assert not stop_words("mt")
