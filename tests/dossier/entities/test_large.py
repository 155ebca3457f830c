"""A large dossier's names are found in little memory: it grows with them, not with the words."""

import tracemalloc

from dossier.article import Article, Block
from dossier.entities import find_entities
from dossier.spans import Span

WORDS = "la rivière est sortie de son lit et les habitants ont quitté leur maison dans la nuit "


def articles(many: int) -> list[Article]:
    """So many articles of a thousand words, each with a name and a number."""
    texts = [f"{WORDS * 60}. Le maire Jean Petit compte {n + 2} ponts." for n in range(many)]
    return [
        Article(f"{n}.txt", text, (Block("paragraph", Span(0, len(text))),), language="fr")
        for n, text in enumerate(texts)
    ]


def peak(many: int) -> int:
    """Bytes held at most while names are found in so many articles."""
    read = articles(many)
    tracemalloc.start()
    try:
        find_entities(read)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_words_of_one_article_are_held_at_a_time() -> None:
    """Twice as many articles take hardly more: their words would take twice as much."""
    find_entities(articles(24))  # what is loaded or kept once

    few, many = peak(12), peak(24)

    assert many < 1.3 * few
