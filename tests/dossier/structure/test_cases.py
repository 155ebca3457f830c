"""Each rule of the table against the cases of its file."""

import pytest

from dossier.structure import RULES, structure_article
from dossier.structure.dateline import find_dateline
from tests.case_files import CASES, Case, read_cases

NAMES = sorted({rule.name for rule in RULES})


def _cases() -> list[object]:
    return [
        pytest.param(name, case, id=f"{name}: {case.title}")
        for name in NAMES
        if (CASES / f"{name.replace(' ', '-')}.md").exists()
        for case in read_cases(name.replace(" ", "-"))
    ]


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_a_rule_finds_the_words_of_its_case(rule: str, case: Case) -> None:
    """What a rule names in a text is what a reader would name so, and nothing else."""
    article = structure_article("case.txt", case.text)

    found = [" ".join(b.span.of(case.text).split()) for b in article.blocks if b.why == rule]

    assert tuple(found) == case.expected


@pytest.mark.parametrize("rule", NAMES)
def test_every_rule_has_cases(rule: str) -> None:
    """A rule of the table has a case where it finds something, and one where it must not."""
    cases = read_cases(rule.replace(" ", "-"))

    assert any(case.expected for case in cases)
    assert any(not case.expected for case in cases)


@pytest.mark.parametrize("case", read_cases("dateline-words"), ids=lambda case: case.title)
def test_a_dateline_is_the_place_without_the_dash(case: Case) -> None:
    """The dateline of a text is its place and agency; the dash and the first words are not."""
    found = [span.of(case.text) for span in find_dateline(case.text)]

    assert tuple(found) == case.expected
