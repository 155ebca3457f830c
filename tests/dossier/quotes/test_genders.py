"""Who is a woman and who a man, as far as an article tells."""

from importlib.resources import files

import pytest

from dossier.dossier import Dossier
from dossier.entities import find_entities
from dossier.quotes.genders import Genders, gender_of_role
from dossier.quotes.given import Gender
from dossier.quotes.scene import Scene
from dossier.reading import read_article


def told(text: str) -> dict[str, Gender | None]:
    """What an article tells of those it names."""
    [article] = read_article("case.txt", text.encode()).articles
    named = Dossier("", (article,), found=find_entities([article])).mentions("case.txt")
    genders = Genders(Scene(article, named, ()))
    return {entity.name: genders.of(entity.name) for _, entity in named}


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Mme Lestrade est venue voir la digue.", "Lestrade", "woman"),
        ("M. Lestrade est venu voir la digue.", "Lestrade", "man"),
        ("La ministre de la Ville, Camille Lestrade, est venue.", "Camille Lestrade", "woman"),
        ("Camille Lestrade, députée du Gard, est venue.", "Camille Lestrade", "woman"),
        ("Le ministre Camille Lestrade a vu la digue.", "Camille Lestrade", None),
        ("Sa femme, Camille Lestrade, a vu la digue.", "Camille Lestrade", "woman"),
        ("Le père de la victime, Camille Lestrade, a parlé.", "Camille Lestrade", "man"),
        ("Hélène Lestrade a vu la digue.", "Hélène Lestrade", "woman"),
        ("Jean-Marie Lestrade a vu la digue.", "Jean-Marie Lestrade", "man"),
        ("Camille Lestrade a vu la digue.", "Camille Lestrade", None),
        ("Mr Marsh came to see the bridge.", "Marsh", "man"),
    ],
)
def test_an_article_tells_who_is_a_woman(text: str, name: str, gender: Gender | None) -> None:
    """Titles, given names and what agrees with a name tell; a masculine office tells nothing."""
    assert told(text)[name] == gender


@pytest.mark.parametrize(
    ("role", "gender"),
    [
        ("la ministre", "woman"),
        ("le procureur de Paris", "man"),
        ("l’avocate", "woman"),
        ("l’intéressé", None),
        ("un témoin", "man"),
        ("a spokeswoman", "woman"),
        ("the mayor", None),
    ],
)
def test_a_role_agrees(role: str, gender: Gender | None) -> None:
    """An article or a noun tells whom a role is said of, where it agrees."""
    assert gender_of_role(role) == gender


def test_no_given_name_is_both() -> None:
    """What women and men are both called tells nothing, and stands in neither list."""
    folder = files("dossier.quotes") / "data"
    women, men = (
        {
            name
            for line in (folder / f"{file}.txt").read_text(encoding="utf-8").splitlines()
            if not line.startswith("#")
            for name in line.split()
        }
        for file in ("women", "men")
    )

    assert not women & men
    assert {"Camille", "Dominique", "Andrea", "Kim"}.isdisjoint(women | men)
