from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dossier import Dossier
from dossier.search import search
from dossier.spans import Span
from dossier.topics import Topic
from tui.lens import Lens
from tui.places import LONGEST, Place, Trail
from tui.reading import Reading

PLACES = st.builds(Place, st.sampled_from(["a", "b", None]), st.just("f.txt"), st.integers(0, 9))


@given(st.lists(PLACES, min_size=1), PLACES, st.integers(1, 12))
def test_back_then_forward_returns(visited: list[Place], now: Place, steps: int) -> None:
    """Going back some places and forward as many leads to where one was."""
    trail = Trail()
    for place in visited:
        trail.leave(place)
    here, taken = now, 0
    for _ in range(steps):
        if (earlier := trail.back(here)) is None:
            break
        here, taken = earlier, taken + 1
    for _ in range(taken):
        forward = trail.forward(here)
        assert forward is not None
        here = forward

    assert here == now


def test_a_new_way_forgets_what_lay_ahead() -> None:
    """Leaving from the middle of the trail drops what one came back from."""
    trail = Trail()
    one, two, three = (Place(None, "f.txt", offset) for offset in (1, 2, 3))
    trail.leave(one)
    assert trail.back(two) == one
    trail.leave(three)

    assert trail.forward(one) is None
    assert trail.back(one) == three


def test_a_trail_does_not_grow_for_ever() -> None:
    """The oldest places are forgotten."""
    trail = Trail()
    for offset in range(3 * LONGEST):
        trail.leave(Place(None, "f.txt", offset))
    back = 0
    while trail.back(Place(None, "f.txt", -back)) is not None and back < 3 * LONGEST:
        back += 1

    assert back <= LONGEST + 1


def test_choosing_no_topic_shows_the_first_article(flood: Dossier) -> None:
    """All articles together are no anthology: the first one is shown."""
    reading = Reading(flood)
    reading.choose(None, None)

    assert reading.file == "flood.txt"
    assert [source.article.file for source in reading.sources()] == [
        "flood.txt",
        "council.txt",
        "weather.txt",
    ]


def test_sources_pass_over_articles_without_a_hit(flood: Dossier) -> None:
    """Narrowed, the next source is the next one with a hit; the others count zero."""
    reading = Reading(flood)
    reading.choose(None, None)
    reading.look(Lens(flood, search(flood.articles, "seille"), narrowed=True))

    assert reading.lens.in_sources(reading.sources()) == (1, 0, 1)
    assert reading.source_after("flood.txt", 1) == "weather.txt"
    assert reading.source_after("weather.txt", 1) is None


@pytest.mark.parametrize("words", ["martin", "seille", "pont", "vallieres", "la"])
def test_a_topic_has_as_many_hits_as_its_sources_together(flood: Dossier, words: str) -> None:
    """What stands beside a source is what it says of it on the topic; the next one has some."""
    reading = Reading(flood)
    hits = search(flood.articles, words)
    reading.look(Lens(flood, hits, narrowed=True))
    for topic, count in zip(reading.topics(), reading.counts(), strict=True):
        reading.choose(topic, None)
        counts = reading.lens.in_sources(reading.sources())
        assert counts is not None
        assert sum(counts) == count
        shown = {s.article.file for s, n in zip(reading.sources(), counts, strict=True) if n}
        walked, file = set(), None
        while (file := reading.source_after(file, 1)) is not None:
            walked.add(file)
            starts = [h.span.start for h in hits if h.file == file]
            held = [e.span for e in flood.extracts(topic, file)] if topic else []
            assert reading.landing(file) in starts
            assert not held or any(s.start <= reading.landing(file) < s.end for s in held)
        assert walked == shown


def test_hits_go_round_the_dossier(flood: Dossier) -> None:
    """After the last hit comes the first, and before the first the last."""
    reading = Reading(flood)
    hits = search(flood.articles, "seille")
    reading.look(Lens(flood, hits, narrowed=True))

    assert reading.lens.hit_after(Place(None, "weather.txt", 10**6), 1) == hits[0]
    assert reading.lens.hit_after(Place(None, "flood.txt", 0), -1) == hits[-1]
    assert reading.lens.hit_after(Place(None, "flood.txt", hits[0].span.start), 1) == hits[1]


def test_topics_worked_out_later_keep_the_choice(flood: Dossier) -> None:
    """Taking a dossier whose topics changed keeps the topic by its title, else lets it go."""
    reading = Reading(flood)
    reading.choose(flood.topics[1], "council.txt")
    fewer = replace(flood, topics=(flood.topics[1], Topic("Autre", ())))
    reading.take(fewer)
    assert reading.topic == flood.topics[1]

    reading.take(replace(flood, topics=()))
    assert reading.topic is None
    assert reading.file == "council.txt"


def test_clippings_that_overlap_are_one_mark(flood: Dossier) -> None:
    """Marks of clippings ascend and stay apart, however they were clipped."""
    reading = Reading(flood)
    reading.mark(
        [("flood.txt", Span(5, 20)), ("flood.txt", Span(0, 8)), ("flood.txt", Span(30, 40))]
    )

    assert reading.marks_of("flood.txt").clippings == (Span(0, 20), Span(30, 40))


def test_the_anthology_dims_nothing(flood: Dossier) -> None:
    """Everything in an anthology is on its topic."""
    reading = Reading(flood)
    reading.choose(flood.topics[0], None)
    assert reading.marks_of("flood.txt").topic is None

    reading.choose(flood.topics[0], "flood.txt")
    assert reading.marks_of("flood.txt").topic is not None


def test_what_one_source_alone_says_is_marked_in_both_pages(flood: Dossier) -> None:
    """In the topic's anthology and in the source; without a topic nothing is alone."""
    first, *others = flood.topics
    lone, *rest = first.extracts
    topic = replace(first, extracts=(replace(lone, only_here=True), *rest))
    reading = Reading(replace(flood, topics=(topic, *others)))

    reading.choose(topic, None)
    assert reading.marks_of("flood.txt").alone == (lone.span,)
    reading.choose(topic, "flood.txt")
    assert reading.marks_of("flood.txt").alone == (lone.span,)
    reading.choose(None, "flood.txt")
    assert reading.marks_of("flood.txt").alone == ()
