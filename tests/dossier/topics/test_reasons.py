"""What put an extract in its topic, part by part."""

from dataclasses import astuple, replace

import pytest

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import Extract, Topic, sort_topics
from dossier.topics.corrections import apply_topic_decisions
from dossier.topics.meant import TopicCorrection
from dossier.topics.reasons import reasons_of

TOLL = (
    "Deux ouvriers sont morts à Lyon. Trois autres sont blessés.",
    "Les blessés sont à l'hôpital. Le bilan est provisoire.",
    "Une troisième victime est morte mardi. Sa famille attend.",
)
STRIKE = (
    "Le syndicat appelle à la grève. Les salariés ont voté.",
    "La grève est reconduite. Un préavis court jusqu'à mai.",
    "Les grévistes bloquent l'usine. La direction négocie.",
)
ARTICLES = tuple(
    structure_article(f"{i}.txt", f"La vallée attend ({i})\n\n{toll}\n\n{strike}\n")
    for i, (toll, strike) in enumerate(zip(TOLL, STRIKE, strict=True))
)
TOPICS = sort_topics(ARTICLES, Found())


def article_of(file: str) -> Article:
    """The article of that file."""
    return next(article for article in ARTICLES if article.file == file)


def first_of(key: str) -> tuple[Topic, Extract]:
    """The topic of that key, and its first extract."""
    topic = next(topic for topic in TOPICS if topic.key == key)
    return topic, topic.extracts[0]


def test_the_terms_of_the_topic_are_told_where_they_stand() -> None:
    """Each term is a span of the article, inside the extract."""
    topic, extract = first_of("toll")

    reasons = reasons_of(extract, topic, TOPICS, article_of)

    words = [span.of(ARTICLES[0].text) for span in reasons.strong]
    assert words == ["morts", "blessés"]
    assert all(extract.span.covers(span) for span in (*reasons.strong, *reasons.weak))


def test_a_story_s_topics_have_the_terms_of_their_frames() -> None:
    """Where two stories lie in a folder, the mark of a story changes nothing in what is told."""
    topic, extract = first_of("toll")
    marked = replace(topic, key="lyon:toll", title="Lyon : le bilan")

    told = reasons_of(extract, marked, TOPICS, article_of)

    assert told.strong == reasons_of(extract, topic, TOPICS, article_of).strong
    assert told.strong


def test_a_desk_is_no_frame_of_its_name() -> None:
    """Whole articles of a desk are there for what the article is."""
    topic, extract = first_of("toll")
    desk = replace(topic, key="desk:toll", title="Faits divers", rough=True)

    assert reasons_of(extract, desk, TOPICS, article_of).strong == ()


@pytest.mark.parametrize(
    "heading", ["Les suites", "1. Les suites de la crue", "« La suite »", "LES SUITES DE LA CRUE"]
)
def test_the_heading_of_a_section_is_told_as_it_stands(heading: str) -> None:
    """Whatever its title left out of it, and though a story's mark stands before its key."""
    text = (
        "La crue surprend la vallée\n\nLa rivière est sortie de son lit dans la nuit de mardi.\n\n"
        f"{heading}\n\nLa circulation est déviée par le nord depuis mercredi matin.\n"
    )
    article = {"a.txt": structure_article("a.txt", text)}
    topics = sort_topics(tuple(article.values()), Found(), language="fr")
    topic = topics[-1]
    marked = replace(topic, key=f"lyon:{topic.title}")

    for one in (topic, marked):
        told = reasons_of(one.extracts[0], one, topics, article.__getitem__)
        assert told.heading == heading


def test_sentences_beside_it_count() -> None:
    """Two sentences of one passage speak for each other; those of the extract are not beside it."""
    topic, extract = first_of("toll")
    passage = article_of(extract.file).passage_at(extract.span.start)
    assert passage is not None
    cut = tuple(replace(extract, span=sentence) for sentence in passage.sentences)
    parted = replace(topic, extracts=cut)

    assert [passage.sentences[0].start, passage.sentences[1].end] == [*astuple(extract.span)]
    assert reasons_of(extract, topic, TOPICS, article_of).beside == 0
    assert [reasons_of(one, parted, TOPICS, article_of).beside for one in cut] == [1, 1]


def test_what_the_words_go_with_is_told_where_the_title_does_not_say_it() -> None:
    """A topic called by a headline has words of a kind of news, which is told by its own title."""
    topic, extract = first_of("toll")
    other = replace(topic, title="La vallée attend")

    assert reasons_of(extract, topic, TOPICS, article_of).kind is None
    assert reasons_of(extract, other, TOPICS, article_of).kind == topic.title


def test_what_the_reader_said_is_a_reason() -> None:
    """The terms given to a topic are told, and so is a place taken by hand."""
    record = TopicCorrection("L'usine", terms=("usine",), with_=("0.txt#p1",))
    topics = apply_topic_decisions(TOPICS, ARTICLES, [record])
    topic = next(topic for topic in topics if topic.title == "L'usine")
    by_hand, drawn = topic.extracts

    told = reasons_of(drawn, topic, topics, article_of, terms=("usine",))

    assert [span.of(ARTICLES[2].text) for span in told.strong] == ["usine"]
    assert not told.by_hand
    assert reasons_of(by_hand, topic, topics, article_of, terms=("usine",)).by_hand


def beside(*records: TopicCorrection) -> dict[str, set[str | None]]:
    """What the extracts of each topic would else stand in, once the topics were put right."""
    first, second = TOPICS[:2]
    extracts = tuple(replace(extract, runner_up=second.title) for extract in first.extracts)
    topics = (replace(first, extracts=extracts), second)
    done = apply_topic_decisions(topics, ARTICLES, records)
    return {
        topic.title: {reasons_of(e, topic, done, article_of).runner_up for e in topic.extracts}
        for topic in done
    }


def test_the_next_best_topic_is_called_as_it_is_now() -> None:
    """Retitled, or merged with another, it has the title that stands; no topic is beside itself."""
    first, second = (topic.title for topic in TOPICS[:2])
    retitled = beside(TopicCorrection("Dans la rue", was=(second,)))
    merged = beside(TopicCorrection("Tout", was=(first, second)))

    assert beside()[first] == {second}
    assert retitled[first] == {"Dans la rue"}
    assert merged["Tout"] == {None}
