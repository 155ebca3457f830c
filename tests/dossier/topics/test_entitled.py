"""Why a topic is called as it is."""

from dataclasses import replace

import pytest

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import Extract, Topic, sort_topics
from dossier.topics.entitled import Entitled, _gives, entitled
from dossier.topics.frames import frames_of

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


def test_a_title_that_its_kind_of_news_never_has_is_not_told_so() -> None:
    """Though the topic's extracts have the terms of that kind."""
    for title in ("L'attente d'une famille", "Jeanne Martin", "L'hôpital et la famille"):
        told = entitled(replace(toll(), title=title), article_of, "fr")

        assert not told.kind


def test_a_story_s_mark_does_not_hide_what_a_title_is_from() -> None:
    """Of two stories in a folder, "Lyon : le bilan" is what such news is called as well."""
    topic = toll()
    small = topic.title[0].lower() + topic.title[1:]
    marked = replace(topic, title=f"Lyon : {small}", key="lyon:toll")

    told = entitled(marked, article_of, "fr")

    assert told == entitled(topic, article_of, "fr")


def test_a_heading_is_told_before_a_kind_of_news() -> None:
    """Where it is the title: one that only has its words is none."""
    topic = toll()

    def under(heading: str) -> Entitled:
        text = "Lyon attend\n\nIl pleut à Lyon depuis mardi matin, dit le maire de la ville."
        text += f"\n\n{heading}\n\nDeux ouvriers sont morts à Lyon, dans la nuit de mardi.\n"
        article = structure_article("0.txt", text)
        extract = Extract("0.txt", article.passages[-1].span, 1.0)
        return entitled(replace(topic, extracts=(extract,)), lambda _: article, "fr")

    told, apart = under(f"1. {topic.title}"), under(f"{topic.title} au soir")

    assert told.heading
    assert not told.kind
    assert apart.kind


def test_a_section_is_called_by_its_heading_however_long() -> None:
    """Though the title was cut to its length."""
    heading = "Les habitants de Corbigny et de Tannay attendent le retour du courant"
    text = (
        "La crue surprend la vallée\n\nLa rivière est sortie de son lit dans la nuit de mardi.\n\n"
        f"{heading}\n\nLa circulation est déviée par le nord depuis mercredi matin.\n"
    )
    article = structure_article("0.txt", text)
    topic = sort_topics((article,), Found(), language="fr")[-1]

    assert topic.title.endswith("…")
    assert entitled(topic, lambda _: article, "fr").heading


def test_a_word_inside_another_is_not_of_a_headline() -> None:
    """A headline with the words "trois morts" does not have "trois mort"."""
    told = [entitled(replace(toll(), title=t), article_of) for t in ("Trois mort", "Trois morts")]

    assert [bool(one.headline) for one in told] == [False, True]


@pytest.mark.parametrize(
    ("language", "key", "titles"),
    [
        ("fr", "suspect", ("le profil du suspect", "le suspect : jean dubois")),
        ("fr", "trial", ("le proces", "le proces de la banque")),
        ("fr", "meeting", ("la rencontre avec poutine", "la rencontre de moscou")),
        ("fr", "takeover", ("l'avenir d'ardel", "l'avenir de ponts", "la reprise du site")),
        ("en", "trial", ("the murder trial",)),
        ("en", "suspect", ("the suspect: jean dubois",)),
    ],
)
def test_what_a_frame_makes_of_its_title_is_its_own(
    language: str, key: str, titles: tuple[str, ...]
) -> None:
    """Alone, with a name, or with what the dossier joins to its noun."""
    frame = next(frame for frame in frames_of(language) if frame.key == key)

    assert all(_gives(frame).fullmatch(title) for title in titles)
    assert not _gives(frame).fullmatch("les ponts de corbigny")


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
