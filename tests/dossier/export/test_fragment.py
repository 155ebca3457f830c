import pytest

from dossier.export.fragment import address_of


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("Le pont ferme.", "Le%20pont%20ferme."),
        ("• Le pont ferme.", "Le%20pont%20ferme."),
        ("– 12 blessés", "12%20bless%C3%A9s"),
        ("—", "%E2%80%94"),
        ("Le pont ferme.\nLa digue tient.", "Le%20pont%20ferme.,La%20digue%20tient."),
        (
            "un deux trois quatre cinq six sept huit\n\nneuf dix onze douze treize quatorze quinze",
            "un%20deux%20trois%20quatre%20cinq%20six,dix%20onze%20douze%20treize%20quatorze%20quinze",
        ),
        (
            "une digue " * 6 + "reste, dit-on, à bâtir sur la rive gauche de la Laine",
            "une%20digue%20une%20digue%20une%20digue,la%20rive%20gauche%20de%20la%20Laine",
        ),
        (
            "une digue " * 5 + "reste-t-elle, ou non ?",
            f"{'une%20digue%20' * 5}reste%2Dt%2Delle%2C%20ou%20non%20%3F",
        ),
    ],
)
def test_an_end_of_the_words_stands_in_one_line_of_the_page(words: str, directive: str) -> None:
    """Neither end reaches over a line's end, and the mark of an item is none of the words."""
    assert address_of("https://a.org/x", words) == f"https://a.org/x#:~:text={directive}"


def test_an_address_that_leads_to_a_part_of_a_page_leads_to_the_words() -> None:
    """What names the part stays; what is no address of the web leads nowhere."""
    assert address_of("https://a.org/x#live", "Le pont") == "https://a.org/x#live:~:text=Le%20pont"
    assert address_of("file:///a/x.html", "Le pont") is None
    assert address_of(None, "Le pont") is None
