"""What ``dossier.toml`` says, and what in it is not understood."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.decisions import (
    ArticleDecision,
    Decisions,
    EntityDecision,
    Place,
    TopicDecision,
    read_decisions,
)
from dossier.decisions.editing import all_tables
from dossier.decisions.reading import parse_decisions
from dossier.dossier import open_dossier
from dossier.problems import DossierError

WHOLE = """
[dossier]
title = "La crue"
language = "fr"
order = ["Le pont"]

[[article]]
file = "a.txt"
outlet = "La Gazette"
published = 2026-03-01

[[topic]]
title = "Le pont"
terms = ["pont", "travaux"]
with = ["a.txt#p1"]
without = ["b.txt#p2"]
was = ["La rivière"]

[[entity]]
name = "Jeanne Martin"
kind = "person"
aliases = ["J. Martin"]
distinct_from = ["Paul Martin"]
"""


def test_everything_the_file_may_say_is_read() -> None:
    """Title, language, particulars, topics and entities, in the file's order."""
    assert parse_decisions(WHOLE) == (
        Decisions(
            "La crue",
            "fr",
            ("Le pont",),
            (ArticleDecision("a.txt", outlet="La Gazette", published=date(2026, 3, 1)),),
            (
                TopicDecision(
                    "Le pont",
                    ("pont", "travaux"),
                    (Place("a.txt", 1),),
                    (Place("b.txt", 2),),
                    ("La rivière",),
                ),
            ),
            (EntityDecision("Jeanne Martin", "person", ("J. Martin",), ("Paul Martin",)),),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[dossier]\ntitel = 'x'", "Line 2: 'titel' means nothing in [dossier]. Is it 'title'"),
        ("[dossier]\ntitle = 3", "Line 2: 'title' is to be words"),
        ("[dossier]\nlanguage = 'français'", "Line 2: 'français' is no language"),
        ("title = 'x'", "Line 1: 'title' means nothing in here."),
        ("# x\n\n[article]\nfile = 'a'", "Line 3: 'article' is to be written [[article]]"),
        ("[[article]]\noutlet = 'x'", "Line 1: This [[article]] does not say which"),
        (
            "[[article]]\nfile = 'a'\n[[article]]\nfile = 'b'\npublished = 'hier'",
            "Line 5: 'published'",
        ),
        ("[[topic]]\ntitle = '''\nterms = 3'''\nterms = 3", "Line 4: 'terms' is to be a list"),
        ("[[topic]]\ntitle = 'x'\nwith = [\n 'a.txt',\n]", "Line 3: 'a.txt' is no passage"),
        ("[[entity]]\nname = 'x'\nkind = 'personne'", "Line 3: 'personne' is no kind"),
        ("[[entity]]\nname = 'x'\nhidden = 'yes'", "Line 3: 'hidden' is to be true or false"),
        ("[dossier]\ntitle = 'x", "Line 2: "),
        ("[[entity]]\nname = 'x'\n\n[dossier", "Line 4: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, said: str) -> None:
    """One problem, that names the line and what may be done."""
    (problem,) = parse_decisions(text)[1]

    assert problem.message.startswith(said)
    assert problem.span
    assert problem.span.of(text) == text.split("\n")[int(said.split()[1][:-1]) - 1]


def test_the_rest_of_the_file_counts() -> None:
    """One wrong value does not take the others with it."""
    decisions, problems = parse_decisions(WHOLE.replace('"fr"', "12"))

    assert (decisions.title, decisions.language, len(problems)) == ("La crue", None, 1)


def test_a_folder_without_the_file_has_no_decisions(tmp_path: Path) -> None:
    """Everything in the file can be left out, and the file too."""
    assert read_decisions(tmp_path) == (Decisions(), ())


def test_a_file_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    """A file saved in another encoding is told with its line."""
    (tmp_path / "dossier.toml").write_bytes("[dossier]\ntitle = 'é'".encode("latin-1"))

    assert "Line 2 is not UTF-8" in read_decisions(tmp_path)[1][0].message


def test_decisions_are_part_of_the_dossier(tmp_path: Path) -> None:
    """Title, language and particulars by hand are those of the dossier that is opened."""
    (tmp_path / "a.txt").write_text("Le pont est fermé. Personne ne passe.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("La rivière monte. Le maire attend.", encoding="utf-8")
    (tmp_path / "dossier.toml").write_text(WHOLE + "[[article]]\nfile = 'c.txt'\n", "utf-8")

    dossier = open_dossier([tmp_path])

    article = dossier.article("a.txt")
    assert (dossier.title, dossier.language) == ("La crue", "fr")
    assert (article.outlet, article.published) == ("La Gazette", date(2026, 3, 1))
    assert dict(article.origins)["outlet"] == "by hand"
    assert [a.file for a in dossier.articles] == ["a.txt", "b.txt"]
    assert [p.message for p in dossier.problems] == [
        "It tells of c.txt, which is not in the folder."
    ]


@given(
    st.lists(
        st.sampled_from(
            [*WHOLE.split("\n"), "x = 1", "[[topic]]", "[topic]", '"""', "title = '''", "[", "= 3"]
        )
    )
)
def test_any_file_gives_decisions_and_problems_in_its_text(lines: list[str]) -> None:
    """Whatever stands in the file, reading it does not fail, and problems lie in it."""
    text = "\n".join(lines)

    assert all(p.span is None or p.span.end <= len(text) for p in parse_decisions(text)[1])


@pytest.mark.parametrize(("table", "key"), [("article", "file"), ("entity", "name")])
def test_what_is_told_twice_of_one_article_or_name_is_said(table: str, key: str) -> None:
    """The second is named; names that differ in case are two."""
    twice = "\n".join(f'[[{table}]]\n{key} = "{said}"' for said in ("Un", "Un", "UN"))

    _, [problem] = parse_decisions(twice)

    assert problem.message == (
        f"Line 4: “Un” is the {key} of an [[{table}]] above: put the two together."
    )


def test_a_title_that_stands_twice_is_told() -> None:
    """Of two tables of one title, in whatever case, the second is named; both are read."""
    decisions, [problem] = parse_decisions(
        '[[topic]]\ntitle = "Bombe"\n[[topic]]\ntitle = "bombe "\nterms = ["x"]\n'
    )

    assert problem.message == (
        "Line 4: “bombe” is the title of a [[topic]] above: put the two together."
    )
    assert [topic.title for topic in decisions.topics] == ["Bombe", "bombe"]


@pytest.mark.parametrize("value", ["9" * 5000, "[" * 5000 + "]" * 5000])
def test_a_value_that_python_will_not_hold_is_told(value: str) -> None:
    """A number of thousands of digits, or lists in lists: one sentence, and nothing is written."""
    text = f"[dossier]\ntitle = {value}\n"

    decisions, [problem] = parse_decisions(text)

    assert decisions == Decisions()
    assert problem.span is None or problem.span.end <= len(text)
    with pytest.raises(DossierError, match="was not written"):
        all_tables(text)
