"""What the reader puts right in a large dossier, of which little is made, and in the same whole."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from dossier.decisions import Decisions, TopicDecision
from dossier.decisions.records import Place
from dossier.dossier import (
    Dossier,
    TopicSources,
    decide,
    extracts_in,
    place_in,
    sources_count,
    those_of,
)
from dossier.topics import Topic
from dossier.topics.given import Given
from dossier.topics.heirs import passages_had
from dossier.topics.on_demand import ExtractsOnDemand
from dossier.topics.topic import REST_KEY
from tests.dossier.index.kept_folder import TEXTS, index_of, keep, make_large

FLOODS = {
    f"{letter}{name}": text.replace("Tours", town).replace("Jean Petit", mayor)
    for letter, town, mayor in (
        ("1", "Tours", "Jean Petit"),
        ("2", "Blois", "Anne Grand"),
        ("3", "Nantes", "Paul Roy"),
    )
    for name, text in TEXTS.items()
}
NAMES = ("Neuf", "Autre titre", "Autres points", REST_KEY, "gone")
WORDS = ("Loire", "pont*", "maire", "300 personnes", "absent*", "the")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Dossier, Dossier]]:
    """The floods as they are opened again: taken whole, and on demand as a large dossier is."""
    folder = tmp_path_factory.mktemp("floods") / "crue"
    folder.mkdir()
    for name, text in FLOODS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        make_large(patch, 1000)
        keep(folder)
        whole = index_of(folder).open()
        make_large(patch, len(FLOODS))
        yield whole, index_of(folder).open()


def test_what_a_topic_had_is_remembered_alike(both: tuple[Dossier, Dossier]) -> None:
    """The same passages, whether the topic is held whole or fetched from its sources."""
    whole, large = ([passages_had(one, d.article) for one in d.topics] for d in both)

    assert large == whole
    assert sum(map(len, whole)) > len(whole)


def told(topics: tuple[Topic, ...]) -> list[Topic]:
    """The topics as tuples, without what stands in one article alone: told of the smaller alone."""
    return [
        replace(one, extracts=tuple(replace(e, only_here=False) for e in one.extracts))
        for one in topics
    ]


@st.composite
def records(draw: st.DrawFn, names: list[str], places: list[Place]) -> TopicDecision:
    """Something a reader says of topics."""
    some = st.lists(st.sampled_from(places), max_size=3, unique=True).map(tuple)
    few = st.one_of(st.just(()), some)
    return TopicDecision(
        draw(st.sampled_from(names)),
        terms=draw(st.one_of(st.just(()), st.lists(st.sampled_from(WORDS), max_size=2).map(tuple))),
        added=draw(few),
        removed=draw(few),
        was=draw(st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple)),
        split=draw(st.one_of(st.none(), st.sampled_from(names))),
        about=draw(few),
    )


@settings(max_examples=40)
@given(data=st.data())
def test_a_large_dossier_is_put_right_as_a_small_one(
    both: tuple[Dossier, Dossier], data: st.DataObject
) -> None:
    """Whatever is said of its topics, and though few of its articles are made."""
    whole, _ = both
    names = [*NAMES, *(name for t in whole.topics for name in (t.title, t.key))]
    places = [Place(a.file, p.number) for a in whole.articles for p in a.passages]
    said = data.draw(st.lists(records(names, places), max_size=4))
    decisions = Decisions(topics=tuple(said))
    for unsorted in (frozenset[str](), frozenset({"1a.txt"})):
        expected, topics = (
            decide(replace(one, unsorted=unsorted or None), decisions).topics for one in both
        )
        event(f"{sum(isinstance(t.extracts, ExtractsOnDemand) for t in topics)} as they were kept")

        assert told(topics) == told(expected)


@pytest.mark.parametrize("made", ["merged", "of words", "split", "emptied", "moved"])
def test_topics_put_together_are_found_by_their_articles(
    both: tuple[Dossier, Dossier], made: str
) -> None:
    """Their sources are those of the same dossier whole, each made when it is asked for."""
    whole, _ = both
    other = min((topic for topic in whole.topics if not topic.rest), key=sources_count)
    one = next(topic for topic in whole.topics if topic != other)
    all_of_it = [Place(a.file, p.number) for a in whole.articles for p in a.passages]
    held = {extract.file for extract in other.extracts}
    there = [place for place in all_of_it if place.file in held]
    elsewhere = [place for place in all_of_it if place.file not in held]
    assert there
    assert elsewhere
    said = {
        "merged": TopicDecision("Neuf", was=(one.title, other.title)),
        "of words": TopicDecision("Neuf", terms=("Loire",)),
        "split": TopicDecision("Neuf", terms=("pont", "maire"), split=one.title),
        "emptied": TopicDecision(other.title, removed=tuple(there)),
        "moved": TopicDecision(
            other.title,
            removed=tuple(place for place in there if place.file == there[0].file),
            added=(there[-1], *elsewhere),
        ),
    }[made]
    small, large = (decide(one, Decisions(topics=(said,))) for one in both)
    files = frozenset(article.file for article in small.articles)

    for one, other in zip(small.topics, large.topics, strict=True):
        assert isinstance(other.extracts, ExtractsOnDemand)
        sources, found = small.sources(one), large.sources(other)
        assert list(found) == list(sources)
        assert isinstance(found, TopicSources)
        assert found == large.sources(other)
        assert list(found.counts()) == [len(source.extracts) for source in sources]
        assert found.most == max((source.coverage for source in sources), default=0)
        for place, source in enumerate(sources):
            assert place_in(found, source.article.file) == place
            assert extracts_in(other, source.article.file) == source.extracts
        assert those_of(found, files) == those_of(sources, files)


def test_what_a_title_changes_is_not_made(both: tuple[Dossier, Dossier]) -> None:
    """A topic that is retitled has its extracts as they were kept; so have the others."""
    _, large = both
    said = TopicDecision("Neuf", was=(large.topics[0].title,))
    topics = decide(large, Decisions(topics=(said,))).topics

    assert topics[0].title == "Neuf"
    assert all(isinstance(topic.extracts, ExtractsOnDemand) for topic in topics)


@pytest.mark.parametrize("word", ["Grand", "pont*", "l'abri", "Météo-France", "million", "300"])
def test_words_are_drawn_from_those_that_have_them(
    both: tuple[Dossier, Dossier], word: str
) -> None:
    """Of a large dossier not all others are looked at; what is drawn is the same."""
    decisions = Decisions(topics=(TopicDecision("Neuf", terms=(word,)),))
    expected, drawn = (
        next(t for t in decide(one, decisions).topics if t.title == "Neuf") for one in both
    )
    among = {article.file for article in Given([word]).among(both[1].articles)}

    assert drawn.extracts
    assert told((drawn,)) == told((expected,))
    assert {extract.file for extract in drawn.extracts} <= among < set(FLOODS)
