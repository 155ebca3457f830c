"""Names, dates and figures against the cases of their files."""

import pytest

from dossier.article import Article, Block
from dossier.entities import Mention, find_entities
from dossier.spans import Span
from tests.case_files import Case, read_cases


def mentions(text: str) -> list[tuple[Mention, str]]:
    """What is found in a text of one block, in reading order, with its words."""
    article = Article("case.txt", text, (Block("paragraph", Span(0, len(text))),))
    found = [m for entity in find_entities([article]).entities for m in entity.mentions]
    return [(m, m.span.of(text)) for m in sorted(found, key=lambda m: m.span)]


@pytest.mark.parametrize("case", read_cases("names"), ids=lambda case: case.title)
def test_names_are_found_with_their_kind(case: Case) -> None:
    """The persons, places and bodies of a text are those a reader would underline."""
    kinds = ("person", "place", "organisation")

    found = [f"{m.kind}: {words}" for m, words in mentions(case.text) if m.kind in kinds]

    assert tuple(found) == case.expected


@pytest.mark.parametrize("case", read_cases("dates"), ids=lambda case: case.title)
def test_dates_are_found(case: Case) -> None:
    """The dates and times of a text are found, without the words around them."""
    found = [words for m, words in mentions(case.text) if m.kind == "date"]

    assert tuple(found) == case.expected


@pytest.mark.parametrize("case", read_cases("figures"), ids=lambda case: case.title)
def test_figures_are_found(case: Case) -> None:
    """The figures of a text are found with what they count, without what bounds them."""
    found = [words for m, words in mentions(case.text) if m.kind == "figure"]

    assert tuple(found) == case.expected
