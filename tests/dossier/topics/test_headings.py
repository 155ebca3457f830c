"""Headings as titles."""

import pytest

from dossier.topics.headings import LONGEST, is_heading, numbered, shorten, tidy

LONG = "Les suites judiciaires de la crue dans la vallée de la Cure"


@pytest.mark.parametrize(
    "heading", ["Les suites", "1. Les suites :", "« La suite »", "LES SUITES DE LA CRUE", LONG]
)
def test_a_heading_is_known_however_it_was_set(heading: str) -> None:
    """As it stands, tidied and shortened, and with a number behind it."""
    title = shorten(tidy(heading))

    assert is_heading(title, heading)
    assert is_heading(numbered(title, [title]), heading)
    assert not is_heading("La suite des travaux", heading)


def test_a_title_with_a_number_is_a_title_still() -> None:
    """No longer than one may be, and like none that is taken."""
    title = "x" * LONGEST
    taken = [title]
    for _ in range(120):
        taken.append(numbered(title, taken))

    assert len(set(taken)) == len(taken)
    assert max(map(len, taken)) <= LONGEST
