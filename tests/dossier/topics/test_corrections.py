"""What the reader put right about topics holds over whatever was worked out."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dossier.article import Article
from dossier.entities import Found
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics import Extract, Topic, sort_topics
from dossier.topics.corrections import apply_topic_decisions
from dossier.topics.headings import numbered
from dossier.topics.meant import TopicCorrection, spans_at

CRUE = (
    "La crue surprend la vallée\n\n"
    "La rivière est sortie de son lit dans la nuit. Deux ponts sont coupés.\n\n"
    "Les pompiers ont évacué trente habitants. Un gymnase les accueille.\n\n"
    "Le maire demande une digue. Elle coûterait deux millions d'euros.\n"
)
PONTS = (
    "Deux ponts coupés par les eaux\n\n"
    "Les eaux ont emporté deux ponts mardi. La circulation est déviée.\n\n"
    "La préfète a salué les secours. Une enquête dira si l'alerte est venue à temps.\n"
)
ARTICLES = (structure_article("crue.txt", CRUE), structure_article("ponts.txt", PONTS))
TOPICS = sort_topics(ARTICLES, Found())


def words_of(topic: Topic) -> list[str]:
    """What the extracts of a topic say."""
    text = {article.file: article.text for article in ARTICLES}
    return [extract.span.of(text[extract.file]) for extract in topic.extracts]


def corrected(*records: TopicCorrection) -> tuple[Topic, ...]:
    """The topics with the corrections made."""
    return apply_topic_decisions(TOPICS, ARTICLES, records)


def covered(topics: tuple[Topic, ...], articles: Iterable[Article] = ARTICLES) -> bool:
    """Whether every sentence of the articles is in a topic."""
    extracts = [extract for topic in topics for extract in topic.extracts]
    return all(
        any(e.file == article.file and e.span.covers(sentence) for e in extracts)
        for article in articles
        for passage in article.passages
        for sentence in passage.sentences
    )


def test_no_corrections_change_nothing() -> None:
    """Topics nobody corrected are as they were worked out."""
    assert corrected() == TOPICS


def test_a_topic_made_by_hand_draws_extracts_by_its_terms() -> None:
    """The terms of a new topic draw every sentence that has them, across articles."""
    topics = corrected(TopicCorrection("Les ponts", terms=("pont*",)))

    made = next(topic for topic in topics if topic.title == "Les ponts")
    assert made.by_hand
    assert words_of(made) == ["Deux ponts sont coupés.", "Les eaux ont emporté deux ponts mardi."]
    assert "ponts" in made.extracts[0].why


def test_a_retitled_topic_keeps_its_extracts() -> None:
    """A new title changes the title alone, and is found by the old one or by the key."""
    old = TOPICS[0]
    for name in (old.title, old.key):
        topics = corrected(TopicCorrection("La nuit de la crue", was=(name,)))

        assert topics[0].title == "La nuit de la crue"
        assert topics[0].extracts == old.extracts
        assert topics[1:] == TOPICS[1:]


def test_merged_topics_hold_the_sentences_of_both() -> None:
    """Two topics made one have the sentences of both, none twice."""
    one, other = TOPICS[0], TOPICS[1]
    topics = corrected(TopicCorrection("Ensemble", was=(one.title, other.title)))

    assert len(topics) == len(TOPICS) - 1
    assert covered(topics)
    spans = [(extract.file, extract.span) for extract in topics[0].extracts]
    assert not any(
        a[0] == b[0] and a[1].overlaps(b[1]) for i, a in enumerate(spans) for b in spans[i + 1 :]
    )


def test_a_passage_put_somewhere_by_hand_is_first_of_all_there() -> None:
    """An extract put by hand weighs more than any that was worked out."""
    topics = corrected(TopicCorrection("À suivre", with_=("crue.txt#p3",)))

    made = next(topic for topic in topics if topic.title == "À suivre")
    (extract,) = made.extracts
    assert words_of(made) == ["Le maire demande une digue. Elle coûterait deux millions d'euros."]
    assert extract.weight > max(e.weight for topic in TOPICS for e in topic.extracts)


def test_a_passage_taken_out_stands_in_the_rest_if_nowhere_else() -> None:
    """Taking a passage out of its topics loses none of its sentences."""
    records = [
        TopicCorrection(topic.title, without=("ponts.txt#p1", "crue.txt#p2")) for topic in TOPICS
    ]
    topics = corrected(*records)

    assert covered(topics)
    assert topics[-1].rest


def test_corrections_of_what_is_gone_do_nothing() -> None:
    """A place of an article that left the folder, or no place at all, is passed over."""
    topics = corrected(TopicCorrection(TOPICS[0].title, with_=("gone.txt#p1", "crue.txt#p99", "#")))

    assert [t.extracts for t in topics] == [t.extracts for t in TOPICS]


def test_corrections_do_not_need_topics() -> None:
    """Topics written by hand work over a dossier where nothing was worked out."""
    topics = apply_topic_decisions((), ARTICLES, [TopicCorrection("Les secours", ("pompier*",))])

    assert [topic.title for topic in topics] == ["Les secours", "Autres points"]
    assert covered(topics)
    assert isinstance(topics[0].extracts[0], Extract)


def test_a_split_takes_what_it_draws_from_one_topic_alone() -> None:
    """What has the words leaves the topic it was in; other topics keep theirs; it stands beside."""
    source = next(t for t in TOPICS if any("pont" in words for words in words_of(t)))
    record = TopicCorrection("Les ponts", terms=("pont*",), split=source.key)
    topics = corrected(record)

    made = next(i for i, topic in enumerate(topics) if topic.title == "Les ponts")
    left = next((topic for topic in topics if topic.key == source.key), None)
    assert words_of(topics[made])
    assert all("pont" in words for words in words_of(topics[made]))
    assert left is None or not any("pont" in words for words in words_of(left))
    assert [t for t in topics if t.key not in {source.key, topics[made].key}] == [
        t for t in TOPICS if t.key != source.key
    ]
    assert covered(topics)


def test_a_split_of_a_topic_that_is_gone_is_a_topic_by_its_words() -> None:
    """What the reader parted does not stand empty; the other topics keep what they have."""
    topics = corrected(TopicCorrection("Les ponts", terms=("pont*",), split="gone"))

    made = next(topic for topic in topics if topic.title == "Les ponts")
    assert words_of(made)
    assert all("pont" in words for words in words_of(made))
    assert [t for t in topics if t != made] == list(TOPICS)


def test_a_title_that_yields_to_the_readers_is_no_longer_than_one_may_be() -> None:
    """The number behind it has its place within the forty-five letters."""
    long = "Les ponts coupés de la vallée et la circulation"[:45]
    theirs = Topic(long, (), key="theirs", by_hand=True)

    second = replace(TOPICS[0], title=numbered(long, [long]), key="second")
    known = (second, replace(TOPICS[0], title=long), theirs)
    done = apply_topic_decisions(known, ARTICLES, ())
    titles = [topic.title for topic in done]

    assert long in titles
    assert len(set(titles)) == len(titles) == 4
    assert max(map(len, titles)) <= 45


NAMES = sorted(
    {name for topic in TOPICS for name in (topic.title, topic.key, topic.key.title())}
    | {
        "Tout",
        "all",
        "Autres points",
        "Other points",
        "Weitere Punkte",
        "rest",
        "Rest",
        "Nouveau",
        "Autre",
    }
)
REFERENCES = [f"{a.file}#p{p.number}" for a in ARTICLES for p in a.passages] + ["routes.txt#p1"]
RECORDS = st.builds(
    TopicCorrection,
    st.sampled_from(NAMES),
    terms=st.lists(st.sampled_from(["pont*", "les", "maire"]), max_size=1).map(tuple),
    with_=st.lists(st.sampled_from(REFERENCES), max_size=2).map(tuple),
    without=st.lists(st.sampled_from(REFERENCES), max_size=5).map(tuple),
    was=st.lists(st.sampled_from(NAMES), max_size=2).map(tuple),
    split=st.none() | st.sampled_from(NAMES),
    about=st.lists(st.sampled_from(REFERENCES), max_size=2).map(tuple),
)


ROUTES = (
    "Les routes de la vallée\n\n"
    "La route du col est fermée. Deux ponts manquent au sud. Le maire attend les secours."
    " La route du nord est ouverte.\n"
)
LONG = structure_article("routes.txt", ROUTES)
WHOLE = Topic(
    "Tout",
    tuple(
        Extract(article.file, Span(p.sentences[0].start, p.sentences[-1].end), 0.5, 1.0)
        for article in (*ARTICLES, LONG)
        for p in article.passages
    ),
    key="all",
)
"""A topic of every passage, one of them of four sentences."""


@given(
    st.lists(RECORDS, max_size=4, unique_by=lambda one: one.title.casefold()),
    st.sampled_from([None, "fr", "en", "de"]),
    st.sampled_from([TOPICS, (WHOLE,), (*TOPICS[:2], WHOLE), (WHOLE, *TOPICS)]),
)
def test_no_sentence_is_lost(
    records: list[TopicCorrection], language: str | None, known: tuple[Topic, ...]
) -> None:
    """Whatever is said of topics, each sentence is in one, and no two are the rest.

    No title stands twice; a topic has whole sentences of a passage, in order and none twice.
    """
    articles = {article.file: article for article in (*ARTICLES, LONG)}
    topics = apply_topic_decisions(known, list(articles.values()), records, language)

    assert covered(topics, articles.values())
    assert sum(topic.rest for topic in topics) <= 1
    assert len({topic.title for topic in topics}) == len(topics)
    for topic in topics:
        held = [(list(articles).index(e.file), e.span) for e in topic.extracts]
        assert held == sorted(held)
        assert not any(a[0] == b[0] and a[1].overlaps(b[1]) for a, b in pairwise(held))
        for extract in topic.extracts:
            passage = articles[extract.file].passage_at(extract.span.start)
            assert passage is not None
            assert extract.span.start in {sentence.start for sentence in passage.sentences}
            assert extract.span.end in {sentence.end for sentence in passage.sentences}


@given(RECORDS, st.sampled_from([TOPICS, (WHOLE,), (*TOPICS[:2], WHOLE)]))
def test_what_is_taken_out_of_a_topic_is_out(
    record: TopicCorrection, known: tuple[Topic, ...]
) -> None:
    """Whatever its words draw; what is put there by hand is there, and all of it."""
    articles = {article.file: article for article in (*ARTICLES, LONG)}
    topics = apply_topic_decisions(known, list(articles.values()), [record])
    made = [topic for topic in topics if topic.title == record.title]
    put = [at for ref in record.with_ for at in spans_at(ref, articles)]
    out = [at for ref in record.without for at in spans_at(ref, articles) if at not in put]
    there = [(extract.file, extract.span) for topic in made for extract in topic.extracts]

    assert set(put) <= set(there)
    if not any(topic.rest for topic in made):
        assert not any(f == file and s.overlaps(span) for file, span in out for f, s in there)


SIDES = tuple(topic for topic in TOPICS if not topic.rest)


def test_the_rest_is_known_by_its_title_in_the_language_of_the_dossier() -> None:
    """The articles are in French; the word for it in another language is one title of many."""
    out = [TopicCorrection(topic.title, without=("crue.txt",)) for topic in SIDES]
    mine = TopicCorrection("Autres points", with_=("crue.txt#p1",))
    topics = apply_topic_decisions(SIDES, ARTICLES, (*out, mine), "en")

    assert [topic.title for topic in topics if topic.rest] == ["Other points"]
    assert covered(topics)


LEFT = tuple(TopicCorrection(topic.title, without=("crue.txt#p2",)) for topic in SIDES)
"""What leaves two sentences over."""
POMPIERS, GYMNASE = "Les pompiers ont évacué trente habitants.", "Un gymnase les accueille."


def test_what_fits_nowhere_can_have_a_title() -> None:
    """All that the corrections leave over is under it, and no rest beside."""
    mine = TopicCorrection("Divers", was=("Autres points", "rest"))
    topics = apply_topic_decisions(SIDES, ARTICLES, (*LEFT, mine))

    made = next(topic for topic in topics if topic.title == "Divers")
    assert {POMPIERS, GYMNASE} <= set(words_of(made))
    assert not any(topic.rest for topic in topics)


def test_what_fits_nowhere_can_be_merged() -> None:
    """The other topic has it all, though none was there before the corrections."""
    into = TopicCorrection("Les ponts", ("pont*",), was=("Autres points",))
    topics = apply_topic_decisions(SIDES, ARTICLES, (*LEFT, into))

    made = next(topic for topic in topics if topic.title == "Les ponts")
    assert {POMPIERS, GYMNASE, "Deux ponts sont coupés."} <= set(words_of(made))
    assert not any(topic.rest for topic in topics)


def test_what_fits_nowhere_can_be_parted() -> None:
    """The words draw from it alone; what they do not draw stays."""
    split = TopicCorrection("Les secours", ("pompier*", "pont*"), split="Autres points")
    topics = corrected(*LEFT, split)

    made = next(topic for topic in topics if topic.title == "Les secours")
    assert words_of(made) == [POMPIERS]
    assert GYMNASE in words_of(topics[-1])
    assert topics[-1].rest


BRIDGES = Topic("Les ponts coupés", TOPICS[0].extracts, key="bridge")
OTHERS = Topic("La vallée", TOPICS[1].extracts, key="valley")


def played(*records: TopicCorrection) -> dict[str, int]:
    """How many extracts the topics have that frames led, with the corrections made."""
    done = apply_topic_decisions((BRIDGES, OTHERS, *TOPICS[2:]), ARTICLES, records)
    return {topic.title: len(topic.extracts) for topic in done}


def test_a_title_that_is_the_key_of_another_topic_takes_nothing_of_it() -> None:
    """A new topic, a retitled one and a part may bear it; the other stays what it is."""
    held = len(BRIDGES.extracts)
    for title in ("bridge", "Bridge"):
        assert played(TopicCorrection(title, terms=("maire",)))[BRIDGES.title] == held
        retitled = played(TopicCorrection(title, was=("La vallée", "valley")))
        assert retitled[BRIDGES.title] == held
        assert retitled[title] == len(OTHERS.extracts)
        word = words_of(BRIDGES)[0].split()[1]
        parted = played(TopicCorrection(title, terms=(word,), split="bridge"))
        assert parted[title] >= 1
        assert BRIDGES.title in parted or parted[title] == held


def test_two_topics_may_change_their_titles() -> None:
    """Each has the other's; they are two still."""
    done = played(
        TopicCorrection("La vallée", was=("Les ponts coupés", "bridge")),
        TopicCorrection("Les ponts coupés", was=("La vallée", "valley")),
    )

    assert done["La vallée"] == len(BRIDGES.extracts)
    assert done["Les ponts coupés"] == len(OTHERS.extracts)


def test_a_part_is_parted_from_what_took_the_place_of_its_topic() -> None:
    """Made by hand, retitled and merged since, it has what the part draws from it."""
    part = TopicCorrection("La préfète", ("préfète",), split="L'alerte")
    whole = TopicCorrection("Les autorités", ("maire", "préfète"), was=("L'alerte",))
    for records in (part, whole), (whole, part):
        made = {topic.title: words_of(topic) for topic in corrected(*records)}

        assert made["La préfète"] == ["La préfète a salué les secours."]
        assert made["Les autorités"] == ["Le maire demande une digue."]


def test_a_title_with_its_article_or_without_is_one() -> None:
    """What the reader writes joins the topic that was worked out, and no two titles are alike."""
    topics = (Topic("La situation militaire", TOPICS[0].extracts, key="front"), *TOPICS[1:])
    for title in ("Situation militaire", "SITUATION MILITAIRE", "la situation militaire"):
        done = apply_topic_decisions(
            topics, ARTICLES, [TopicCorrection(title, with_=("crue.txt",))]
        )

        assert len(done) == len(topics)
        assert done[0].title == title
        assert done[0].was == ("La situation militaire",)


def test_a_title_that_is_another_s_too_is_left_alone() -> None:
    """Of two that the reader speaks of, each is its own; so is a part, and what was retitled."""
    topics = (Topic("Le pont", TOPICS[0].extracts, key="bridge"), *TOPICS[1:])
    both = [TopicCorrection("Pont", ("pont*",)), TopicCorrection("Le pont", ("eaux",))]
    part = [TopicCorrection("Pont", ("pont*",), split="bridge")]
    retitled = [TopicCorrection("Pont", was=(TOPICS[1].title,))]

    for records in (both, part, retitled):
        titles = [one.title for one in apply_topic_decisions(topics, ARTICLES, records)]
        assert {"Pont", "Le pont"} <= set(titles)


def test_reasons_are_told_to_scripts_in_one_language() -> None:
    """Of French articles too: in English, with the words that the articles have."""
    done = corrected(
        TopicCorrection("Les ponts", terms=("pont*",)),
        TopicCorrection("À moi", with_=("crue.txt#p3",)),
    )
    told = {extract.why for topic in (*done, *TOPICS) for extract in topic.extracts}

    assert {"It has “ponts”.", "Put here by hand."} <= told
    assert all(re.match(r"It has|Under the|Close to|Nothing ties|Put here", why) for why in told)
