"""What was looked for, as terms."""

import pytest

from tests.flood import make_flood
from tui.sought import terms_of


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("éco", ("éco*",)),
        ('pont "deux écoles" -digue', ("pont*", "deux écoles")),
        ("« deux écoles » pont pont", ("deux écoles", "pont*")),
        ('"deux écoles', ("deux écoles",)),
        ("-digue", ()),
        ("pont, digue ?", ("pont*", "digue*")),
        ("  ", ()),
        ("« »", ()),
        ("Jeanne Martin", ("Jeanne Martin", "Mme Martin")),
        ('pont "jeanne martin"', ("pont*", "jeanne martin", "Mme Martin")),
        ("pont Martin", ("pont*", "Martin*")),
    ],
)
def test_words_phrases_and_names_are_terms(words: str, terms: tuple[str, ...]) -> None:
    """A word may go on, a phrase may not; a name is all its spellings; what is excluded is not."""
    assert terms_of(words, make_flood().found.entities) == terms


def test_words_that_are_found_together_are_one_term() -> None:
    """Apart each is one, but for those that say nothing."""
    entities = make_flood().found.entities

    assert terms_of("pont de bois", entities, language="fr", together=True) == ("pont de bois*",)
    assert terms_of("pont de bois", entities, language="fr") == ("pont*", "bois*")
    assert terms_of("de la", entities, language="fr") == ("de*", "la*")
