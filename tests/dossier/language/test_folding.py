"""Folding, and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.language import fold, fold_places
from tests.strategies import press_text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ÉLYSÉE", "elysee"),
        ("Œuvre", "oeuvre"),
        ("l’été", "l'ete"),
        ("rendez‑vous", "rendez-vous"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("20\u00a0%", "20 %"),
        ("co\u00adopérer", "cooperer"),
    ],
)
def test_case_accents_and_ligatures_are_folded(text: str, folded: str) -> None:
    """What a reader types without accents or typographic marks is what is compared."""
    assert fold(text) == folded


@given(st.text() | press_text())
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    """The same words in NFC and in NFD fold to the same."""
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert fold(composed) == fold(decomposed)


@given(st.text() | press_text())
def test_every_folded_place_leads_back_to_what_it_was_folded_from(text: str) -> None:
    """A range of the folded text leads to a span whose own folding holds the same letters."""
    folded = fold_places(text)

    assert folded.text == fold(text)
    for at, letter in enumerate(folded.text):
        assert letter in fold(folded.span(at, at + 1).of(text) or text[folded.span(at, at).start])
