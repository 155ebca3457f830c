from hypothesis import given
from hypothesis import strategies as st

from dossier.structure import structure_article
from tests.flood import make_flood
from tests.strategies import HOSTILE, OPENINGS, PIECES
from tui.selecting import Selecting

TEXTS = st.lists(st.sampled_from([*HOSTILE, *OPENINGS, *PIECES]), max_size=8).map("\n".join)
DOES = st.lists(
    st.sampled_from(["grow", "shrink", "on", "back", "unit", "turn", "reach"]), max_size=20
)


@given(TEXTS, st.integers(0, 400), DOES)
def test_a_selection_is_a_span_of_whole_words(text: str, offset: int, does: list[str]) -> None:
    """Whatever is done, what is selected lies in the text and cuts no word."""
    article = structure_article("a.txt", text)
    selecting = Selecting(article, min(offset, len(text)))
    for step in does:
        match step:
            case "grow":
                selecting.grow(1)
            case "shrink":
                selecting.grow(-1)
            case "on":
                selecting.move(1)
            case "back":
                selecting.move(-1)
            case "unit":
                selecting.change_unit()
            case "turn":
                before = selecting.span
                selecting.turn()
                assert selecting.span == before
            case _:
                selecting.reach(offset)
        span = selecting.span

        assert span.end <= len(text)
        inside = span.of(text)
        assert not (inside[:1].isalnum() and text[span.start - 1 : span.start].isalnum())
        assert not (inside[-1:].isalnum() and text[span.end : span.end + 1].isalnum())


def test_sentences_grow_and_words_refine() -> None:
    """From a sentence on to the next, then by words from its end."""
    flood = make_flood().articles[0]
    start = flood.text.index("La rivière")
    selecting = Selecting(flood, start + 3)
    assert selecting.span.of(flood.text) == "La rivière est sortie de son lit dans la nuit."

    selecting.grow(1)
    assert selecting.span.of(flood.text).endswith("Le pont de bois a été emporté.")
    selecting.grow(-1)
    selecting.change_unit()
    selecting.grow(-1)
    assert selecting.span.of(flood.text) == "La rivière est sortie de son lit dans la nuit"


def test_the_other_end_moves_once_it_is_turned_to() -> None:
    """Turned, the beginning is what moves, also by words; a unit past the other end, the end."""
    flood = make_flood().articles[0]
    selecting = Selecting(flood, flood.text.index("La rivière"))
    selecting.turn()
    selecting.change_unit()
    selecting.grow(1)
    assert selecting.span.of(flood.text) == "rivière est sortie de son lit dans la nuit."
    assert selecting.turned

    selecting.grow(30)
    assert not selecting.turned


def test_an_empty_article_has_nothing_to_select() -> None:
    """No words, no selection, no exception."""
    selecting = Selecting(structure_article("a.txt", ""), 0)
    selecting.grow(1)
    selecting.change_unit()
    selecting.turn()

    assert len(selecting.span) == 0
