"""Why a topic is called as it is."""

from dataclasses import replace

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import Topic, sort_topics
from dossier.topics.entitled import entitled

TOLL = (
    "Deux ouvriers sont morts à Lyon. Trois autres sont blessés.",
    "Les blessés sont à l'hôpital. Le bilan est provisoire.",
    "Une troisième victime est morte mardi. Sa famille attend.",
)
ARTICLES = tuple(
    structure_article(f"{i}.txt", f"Lyon : le bilan est de trois morts ({i})\n\n{toll}\n")
    for i, toll in enumerate(TOLL)
)


def article_of(file: str) -> Article:
    """The article of that file."""
    return next(article for article in ARTICLES if article.file == file)


def toll() -> Topic:
    """The topic that all of it is."""
    return next(topic for topic in sort_topics(ARTICLES, Found()) if topic.key == "toll")


def test_what_such_news_is_called_is_told_with_how_much_of_it_says_so() -> None:
    """Every extract that has a word of the kind counts."""
    topic = toll()

    told = entitled(topic, article_of, "fr")

    assert told.kind
    assert told.having == told.among == len(topic.extracts)


def test_a_part_of_a_headline_is_told_with_the_headline() -> None:
    """Whole, as the article has it."""
    named = replace(toll(), title="Le bilan est de trois morts", key="x")

    told = entitled(named, article_of, "fr")

    assert told.headline == ARTICLES[0].title
    assert not told.kind


def test_words_of_the_title_are_counted() -> None:
    """Of a title that is neither of a headline nor of a kind of news."""
    named = replace(toll(), title="La famille et les blessés", key="x")

    told = entitled(named, article_of, "fr")

    assert told.headline is None
    assert 0 < told.having <= told.among


def test_a_title_of_the_reader_has_no_other_reason() -> None:
    """Not even where a headline has it too."""
    told = entitled(replace(toll(), by_hand=True), article_of, "fr")

    assert told.by_hand
    assert told.headline is None
