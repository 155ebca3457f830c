from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.dossier import open_dossier
from dossier.entities import find_entities
from tui.reasons import reason
from tui.wording import speak


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """Whatever a test spoke, the next one hears English."""
    yield
    speak("en")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("after “Mme”", "après «\u00a0Mme\u00a0»"),
        ("the article's own date is not known", "la date de l’article n’est pas connue"),
        (
            "told from the article's date, 2025-12-03",
            "compté depuis la date de l’article, 3 décembre 2025",
        ),
        (
            "Ushakov = Iouri Ouchakov: the only one of that surname",
            "Ushakov = Iouri Ouchakov\u00a0: le seul de ce nom",
        ),
        (
            "J. Kushner = Jared Kushner: same surname, J. for Jared",
            "J. Kushner = Jared Kushner\u00a0: même nom, J. pour Jared",
        ),
    ],
)
def test_a_reason_is_said_in_the_readers_language(why: str, said: str) -> None:
    """In French a reason is French, and the names in it are the article's."""
    speak("fr")

    assert reason(why) == said


def test_a_reason_we_have_no_words_for_stands_as_it_is() -> None:
    """What is not in the list is told as the model told it."""
    speak("fr")

    assert reason("heard on the radio") == "heard on the radio"


def test_no_reason_of_the_seeds_is_left_in_english() -> None:
    """Whatever the rules say of five articles has its words in French."""
    articles = open_dossier([Path(__file__).parents[2] / "seeds"]).articles
    entities = find_entities(articles).entities
    reasons = {mention.why for entity in entities for mention in entity.mentions}
    reasons |= {why for entity in entities for why in entity.why}
    speak("fr")

    assert len(reasons) > 20
    assert sorted(why for why in reasons if why and reason(why) == why) == []
