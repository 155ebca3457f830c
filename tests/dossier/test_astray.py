"""What is said of topics that are not there is told, with what to do."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.astray import astray
from dossier.decisions.reading import parse_decisions
from dossier.dossier import decide
from tests.flood import make_flood


def told(toml: str) -> list[str]:
    """What is wrong with these decisions on the flood."""
    decisions, problems = parse_decisions(toml)
    assert problems == ()
    return [problem.message for problem in astray(decide(make_flood(), decisions))]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("title = 'La crue'", None),
        ("title = 'À moi'\nwas = ['La crue']", None),
        ("title = 'À moi'\nterms = ['pluie']", None),
        ("title = 'À moi'\nterms = ['neige']", "no sentence has its terms."),
        ("title = 'À moi'\nwas = ['Le lac']", "what it takes the place of is no topic any more;"),
        ("title = 'La crux'", "Is it “La crue” that is meant?"),
        ("title = 'Autre'", "it has neither terms nor passages."),
        ("title = 'La crue'\nwith = ['flood.txt#p99']", "the article has 5 passages."),
        ("title = 'La crue'\nwithout = ['gone.txt#p1']", "and there is no such file."),
        ("title = 'À moi'\nterms = ['pluie']\nsplit = 'Le lac'", "which is no topic any more:"),
        (
            "title = 'Le pont'\nwithout = ['flood.txt#p1', 'council.txt#p1']",
            "were taken out of it.",
        ),
        ("title = 'Bois'\nterms = ['pluie']\nsplit = 'Le pont'", "no sentence of “Le pont” has"),
        ("title = 'À moi'\nwas = ['Le lac']\nabout = ['council.txt#p2']", "it keeps the passages"),
        ("title = 'Bois'\nterms = ['bois']\nsplit = 'BOIS'", "is parted from itself:"),
        ("title = 'Seille'\nterms = ['Seille']\nsplit = 'Autres points'", "no sentence of “Autres"),
        ("title = 'Bois'\nterms = ['plan']\nsplit = 'rest'", None),
    ],
)
def test_a_table_that_holds_no_more_is_told(table: str, said: str | None) -> None:
    """Once, in a sentence that names it; nothing is told of one that holds."""
    messages = told(f"[[topic]]\n{table}\n")

    assert len(messages) == (said is not None)
    assert said is None or said in messages[0]


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    """A name longer than a system allows is a file that is not there, and no failure."""
    decisions, _ = parse_decisions(
        f"[[topic]]\ntitle = 'La crue'\nwith = ['{'a' * 4000}.txt#p1']\n"
    )
    (problem,) = astray(decide(replace(make_flood(), folder=tmp_path), decisions))

    assert problem.message.endswith("and there is no such file.")


def test_nothing_is_told_before_topics_are_known() -> None:
    """While files are read, or what changed is worked out, a topic may stand empty for a while."""
    decisions, _ = parse_decisions("[[topic]]\ntitle = 'Autre'\n")
    dossier = decide(make_flood(), decisions)

    assert len(astray(dossier)) == 1
    assert astray(replace(dossier, whole=False)) == ()
    assert astray(replace(dossier, analysed=False)) == ()
    assert astray(replace(dossier, unsorted=frozenset({"flood.txt"}))) == ()


@pytest.mark.parametrize(("code", "count"), [("zz", 1), ("en", 0), ("fr", 0), ("de", 0)])
def test_a_language_of_no_article_is_told(code: str, count: int) -> None:
    """Unless titles can be written in it."""
    messages = told(f"[dossier]\nlanguage = '{code}'\n")

    assert len(messages) == count
    assert all("“zz” is the language of no article" in message for message in messages)


def test_what_is_parted_from_a_topic_that_has_another_title_is_where_it_is() -> None:
    """The table that gave it that title leads to it; nothing is wrong."""
    bridge = "[[topic]]\ntitle = 'Le bac'\nwas = ['Le pont']\n"

    assert told(bridge + "[[topic]]\ntitle = 'Bois'\nterms = ['bois']\nsplit = 'Le pont'") == []


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("presse/council.txt", "council.txt"),  # it was moved
        ("council.md", "council.txt"),
        ("Counciil.txt", "council.txt"),
        ("council-2.txt", None),  # a number tells files apart
        ("lake.txt", None),
        ("weather.txt", None),
    ],
)
def test_a_file_by_another_name_is_asked_about(named: str, meant: str | None) -> None:
    """What is said of a file that is gone is perhaps of one that is there and not spoken of."""
    asked = [f"There is no {named} any more. Is it {meant} that is meant?"] if meant else []

    assert told(f"[[article]]\nfile = '{named}'\noutlet = 'L’Est'\n") == asked


def test_a_file_that_is_spoken_of_has_its_own_name() -> None:
    """It is not what another has become."""
    table = "[[topic]]\ntitle = 'La crue'\nwith = ['{}.txt#p1']\nwithout = ['council.txt#p2']"

    assert "any more" not in " ".join(told(table.format("councill")))
    assert "any more" in " ".join(told(table.format("weathers")))
