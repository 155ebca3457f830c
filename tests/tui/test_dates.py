from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dossier.article import Article
from dossier.entities import Entity
from tui.dates import short_date, told_date
from tui.kinds import value_of
from tui.screens.clipping_pane import particulars
from tui.wording import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2019-02-07", "7 février 2019"),
        ("2019-02-01", "1er février 2019"),
        ("2019-02", "février 2019"),
        ("2019-02-02/2019-02-03", "2 février 2019 – 3 février 2019"),
        ("2019", "2019"),
        ("2019-W06", "2019-W06"),
        ("2019-23", "2019-23"),
        ("2019-02-31", "2019-02-31"),
        ("--02-07", "--02-07"),
        ("T12:00", "T12:00"),
    ],
)
def test_what_a_date_was_taken_for_is_told_as_one_writes_it(value: str, said: str) -> None:
    """Days and months are in words; what is neither stands as it is."""
    speak("fr")

    assert told_date(value) == said


@pytest.mark.parametrize(
    ("language", "month", "said"),
    [("fr", 12, "1er déc."), ("fr", 5, "1er mai"), ("en", 12, "1 Dec"), ("en", 5, "1 May")],
)
def test_a_short_month_has_its_point_where_the_language_writes_one(
    language: str, month: int, said: str
) -> None:
    """In French what is shortened has one; in English none has."""
    speak(language)

    assert short_date(date(2025, month, 1)) == said


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [
        ("en", "6. voyage", "6th voyage"),
        ("en", "1. visit", "1st visit"),
        ("en", "22. day", "22nd day"),
        ("en", "113. day", "113th day"),
        ("fr", "6. voyage", "6e voyage"),
        ("fr", "1. voyage", "1er voyage"),
        ("fr", "1.5 km", "1,5 km"),
        ("fr", "20 %", "20 %"),
        ("fr", "44 y", "44 ans"),
        ("fr", "1 d", "1 jour"),
        ("fr", "2–3 wk", "2–3 semaines"),
        ("en", "1.5 mo", "1.5 months"),
        ("en", "1 y", "1 year"),
    ],
)
def test_a_rank_is_told_as_one_writes_it(language: str, value: str, said: str) -> None:
    """What a figure amounts to is the model's; its rank is the language's."""
    speak(language)

    assert value_of(Entity("it", "figure", ("it",), (), value=value)) == said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("deux blessés", "2 blesses", "2 blessés"),
        ("dix-huitième journée", "18. journee", "18e journée"),
        ("44 ans", "44 y", ""),
        ("deux ans", "2 y", "2 ans"),
        ("15 morts", "15 morts", ""),
    ],
)
def test_what_a_figure_counts_is_written_as_the_article_writes_it(
    name: str, value: str, said: str
) -> None:
    """With its accents; and nothing is told that the figure's own words say."""
    speak("fr")

    assert value_of(Entity(name, "figure", (name,), (), value=value)) == said


def test_a_day_of_change_is_never_given_for_that_of_publication() -> None:
    """In the clippings and the lists as in the text and in a citation."""
    article = Article("a.txt", "La crue.", (), title="La crue", published=date(2025, 10, 14))
    changed = replace(article, updated=date(2025, 10, 15))

    assert particulars(changed) == particulars(article) == "14 October 2025"
    assert particulars(replace(changed, published=None)) == "updated 15 October 2025"
