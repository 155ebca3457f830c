"""What holds of the recogniser whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from dossier.article import Article, Block
from dossier.entities import find_entities
from dossier.spans import Span
from dossier.structure import structure_article
from tests.strategies import HOSTILE, press_text


@settings(max_examples=40, deadline=None)
@given(press_text())
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    """Whatever the text, each mention is words of it, and no two share a character."""
    found = find_entities([structure_article("a.txt", text)])

    spans = sorted(m.span for entity in found.entities for m in entity.mentions)

    assert all(span.of(text).strip() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=25, deadline=None)
@given(press_text(), press_text())
def test_the_same_articles_give_the_same_entities(one: str, other: str) -> None:
    """The recogniser is a pure function of the articles."""
    articles = [structure_article("a.txt", one), structure_article("b.txt", other)]

    assert find_entities(articles) == find_entities(articles)


@settings(max_examples=40, deadline=None)
@given(press_text())
def test_every_entity_bears_one_of_its_spellings(text: str) -> None:
    """An entity has mentions, and is called by words that stand in the articles."""
    for entity in find_entities([structure_article("a.txt", text)]).entities:
        assert entity.mentions
        assert entity.name in entity.aliases


@pytest.mark.parametrize(
    "piece", [*HOSTILE, "M. ", "Jean de ", "1 000 ", "Le ", "A-", "l'", "vingt-", "Bank of "]
)
def test_a_long_line_of_one_thing_is_read_in_one_pass(piece: str) -> None:
    """A line of 100,000 characters that repeat is read, and in no more than one pass."""
    text = piece * (100_000 // len(piece))
    article = Article("a.txt", text, (Block("paragraph", Span(0, len(text))),), language="fr")

    assert all(
        m.span.end <= len(text) for e in find_entities([article]).entities for m in e.mentions
    )
