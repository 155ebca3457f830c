"""Arranging: what is written when a topic is retitled, merged, filled or ordered."""

from dataclasses import replace

import pytest

from dossier.decisions import Decisions, TopicDecision
from dossier.decisions.arranging import Arranger, TopicWish
from dossier.decisions.records import DossierDecision, Place
from dossier.dossier import decide
from dossier.topics import Topic
from tests.flood import make_flood

P1, P2, P3 = Place("a.txt", 1), Place("a.txt", 2), Place("b.txt", 3)

BRIDGE, WATER = Topic("Le pont", (), key="bridge"), Topic("La crue", (), key="flood")
REST = Topic("Autres points", (), rest=True, key="rest")
DERIVED = (BRIDGE, WATER, REST)


def _arranger(*held: TopicDecision, topics: tuple[Topic, ...] = DERIVED) -> Arranger:
    return Arranger(Decisions("T", "fr", (), topics=held), DERIVED, topics)


def test_a_retitled_topic_is_known_by_its_title_and_its_key() -> None:
    """Both are remembered, so that it is found when other articles give it another title."""
    wish = _arranger().retitle(BRIDGE, "Le bac")

    assert wish == TopicWish((TopicDecision("Le bac", was=("Le pont", "bridge")),), "Le pont")


def test_a_topic_called_without_its_article_is_the_one_that_was_worked_out() -> None:
    """What is put there goes into it, and its own names are remembered."""
    held = TopicDecision("Pont", ("pont*",))
    topic = Topic("Pont", (), key="bridge", by_hand=True, was=("Le pont",))
    retitled = _arranger(held, topics=(topic, WATER, REST)).retitle(topic, "Le bac")

    assert _arranger().draw("PONT", ["bac"]).decisions == (
        TopicDecision("Le pont", ("bac",), was=("bridge",)),
    )
    assert retitled.decisions == (TopicDecision("Le bac", ("pont*",), was=("Le pont", "bridge")),)


def test_a_title_in_another_case_is_a_title() -> None:
    """The topic is not merged with itself; it is called as it is written now."""
    held = TopicDecision("La crue", ("eau",))
    made = TopicDecision("La Crue", was=("La crue", "flood"))

    assert _arranger().retitle(WATER, "La Crue") == TopicWish((made,), "La crue")
    assert _arranger(held).retitle(WATER, "La Crue") == TopicWish(
        (replace(made, terms=("eau",)),), "La crue"
    )


def test_a_title_takes_the_place_of_what_was_said_of_a_topic_that_is_no_more() -> None:
    """That alone is forgotten: two tables of one title would be one too many."""
    gone, other = TopicDecision("LE BAC", ("bac*",)), TopicDecision("La digue", ("digue",))
    held = TopicDecision("Le pont", ("pont*",))
    wish = _arranger(gone, other, held).retitle(BRIDGE, "Le bac")

    made = TopicDecision("Le bac", ("pont*",), was=("Le pont", "bridge"))
    assert wish == TopicWish((made,), "Le pont", (gone,))


def test_a_decision_is_extended_never_overwritten() -> None:
    """A second title keeps terms, passages and the first title."""
    held = TopicDecision("Le bac", ("bac*",), (P1,), (P2,), ("Le pont", "bridge"))
    topic = Topic("Le bac", (), key="bridge", by_hand=True)
    arranger = _arranger(held, topics=(topic, WATER, REST))

    [made] = arranger.retitle(topic, "La passerelle").decisions
    assert made == TopicDecision("La passerelle", ("bac*",), (P1,), (P2,), ("Le pont", "bridge"))
    [moved, left] = arranger.move([P3], WATER, "Le bac").decisions
    assert moved == TopicDecision("Le bac", ("bac*",), (P1, P3), (P2,), held.was)
    assert left == TopicDecision("La crue", removed=(P3,), was=("flood",))


def test_the_first_title_again_is_no_decision_unless_more_was_said() -> None:
    """A decision that says nothing any more is taken out; one with terms stays."""
    topic = Topic("Le bac", (), key="bridge", by_hand=True)
    bare = TopicDecision("Le bac", was=("Le pont", "bridge"))
    full = TopicDecision("Le bac", ("bac*",), was=bare.was)

    assert _arranger(bare, topics=(topic, REST)).retitle(topic, "Le pont").forgetting == (bare,)
    [made] = _arranger(full, topics=(topic, REST)).retitle(topic, "Le pont").decisions
    assert made == TopicDecision("Le pont", ("bac*",), was=bare.was)


def test_a_merged_topic_brings_all_it_had() -> None:
    """Terms, passages and titles of both are the one's; the other's decision goes."""
    gone = TopicDecision("Le bac", ("bac*",), (P1,), (P2,), ("Le pont", "bridge"))
    held = TopicDecision("La crue", ("eau",), (P2,), (P1,))
    topic = Topic("Le bac", (), key="bridge", by_hand=True)
    wish = _arranger(gone, held, topics=(topic, WATER, REST)).retitle(topic, "LA CRUE")

    [made] = wish.decisions
    assert wish.forgetting == (gone,)
    assert isinstance(made, TopicDecision)
    assert (made.title, made.terms) == ("La crue", ("eau", "bac*"))
    assert (set(made.added), made.removed) == ({P1, P2}, ())
    assert made.was == ("flood", "Le pont", "bridge")


def test_a_passage_there_and_back_is_where_it_was() -> None:
    """Moved twice it is put into one topic and taken out of the other, not both."""
    one = _arranger().move([P1], BRIDGE, "La crue")
    into, left = one.decisions
    assert isinstance(into, TopicDecision)
    assert isinstance(left, TopicDecision)
    back, out = _arranger(into, left).move([P1], WATER, "Le pont").decisions
    assert isinstance(back, TopicDecision)
    assert isinstance(out, TopicDecision)

    assert (back.title, back.added, back.removed) == ("Le pont", (P1,), ())
    assert (out.title, out.added, out.removed) == ("La crue", (), (P1,))


def test_the_order_follows_a_title_and_keeps_what_else_is_said() -> None:
    """A retitled topic keeps its place in the order; title and language of the dossier stay."""
    arranger = Arranger(Decisions("T", "fr", ("La crue", "Le pont")), DERIVED, DERIVED)

    order = DossierDecision("T", "fr", ("L'eau", "Le pont"))
    assert arranger.retitle(WATER, "L'eau").decisions[1:] == (order,)
    moved = arranger.reorder(BRIDGE, 1)
    assert moved == TopicWish((DossierDecision("T", "fr", ("La crue", "Le pont")),))


@pytest.mark.parametrize(("topic", "step"), [(BRIDGE, -1), (WATER, 1), (REST, -1)])
def test_no_topic_goes_past_the_ends(topic: Topic, step: int) -> None:
    """Neither over the first nor under the last; what fits nowhere stays where it is."""
    assert _arranger().reorder(topic, step) is None


def test_a_passage_of_the_rest_goes_elsewhere_and_the_rest_stays() -> None:
    """What fits nowhere stays what it is, last, and loses what was moved from it."""
    flood = make_flood()
    rest, pont = flood.topics[2], flood.topics[1]
    wish = Arranger(flood.decisions, flood.topics, flood.topics).move(
        [Place("council.txt", 2)], rest, pont.title
    )
    held = tuple(one for one in wish.decisions if isinstance(one, TopicDecision))

    topics = decide(flood, Decisions(topics=held)).topics
    [left] = [topic for topic in topics if topic.rest]
    assert left is topics[-1]
    assert not any(extract.file == "council.txt" for extract in left.extracts)


def test_what_a_topic_was_about_is_written_beside_its_names() -> None:
    """The passages it had, when it is retitled, filled or parted; a topic made by hand has none."""
    flood = make_flood()
    crue, pont, rest = flood.topics
    made = Topic("Le bac", (), by_hand=True)
    arranger = Arranger(Decisions(), flood.topics, (*flood.topics, made), flood.article)

    def about(*decisions: object) -> list[list[str]]:
        topics = [one for one in decisions if isinstance(one, TopicDecision)]
        return [[str(place) for place in one.about] for one in topics]

    of_water = ["flood.txt#p1", "flood.txt#p2", "weather.txt#p1"]
    of_bridge = ["flood.txt#p1", "council.txt#p1"]
    assert about(*arranger.retitle(crue, "L'eau").decisions) == [of_water]
    assert about(*arranger.retitle(crue, "Le pont").decisions) == [
        list(dict.fromkeys(of_bridge + of_water))
    ]
    assert about(*arranger.move([P1], crue, "Le pont").decisions) == [of_bridge, of_water]
    split = arranger.split(pont, "Le bois", ["bois"])
    assert split is not None
    assert about(*split.decisions) == [of_bridge]
    assert about(*arranger.retitle(made, "La barque").decisions) == [[]]
    assert about(*arranger.take_out([P1], rest).decisions) == [[]]
    other = replace(rest, title="Divers", rest=False, by_hand=True)
    held = Decisions(topics=(TopicDecision("Divers", was=(rest.title, "rest")),))
    named = Arranger(held, flood.topics, (crue, pont, other), flood.article)
    assert about(*named.take_out([P1], other).decisions) == [[]]


def test_the_first_title_again_is_no_decision_though_it_says_what_it_was_about() -> None:
    """What was remembered to find it again is forgotten with the title."""
    flood = make_flood()
    crue = flood.topics[0]
    [held] = (
        Arranger(Decisions(), flood.topics, flood.topics, flood.article)
        .retitle(crue, "L'eau")
        .decisions
    )
    assert isinstance(held, TopicDecision)
    decisions = Decisions(topics=(held,))
    topics = decide(flood, decisions).topics
    back = Arranger(decisions, flood.topics, topics, flood.article).retitle(topics[0], crue.title)

    assert back == TopicWish(forgetting=(held,))


def test_a_topic_made_by_hand_goes_with_its_last_passage() -> None:
    """What would say nothing any more is forgotten; one with terms, or worked out, stays."""
    bare, drawn = (
        TopicDecision("Le bac", added=(P1, P2)),
        TopicDecision("La digue", ("digue",), (P1,)),
    )
    made = tuple(Topic(one.title, (), by_hand=True) for one in (bare, drawn))
    arranger = _arranger(bare, drawn, topics=(*made, *DERIVED))

    assert arranger.take_out([P1, P2], made[0]) == TopicWish(forgetting=(bare,))
    assert arranger.take_out([P1], made[0]).forgetting == ()
    assert arranger.take_out([P1], made[1]).forgetting == ()
    assert arranger.take_out([P1], BRIDGE).forgetting == ()
    moved = arranger.move([P1, P2], made[0], "La crue")
    assert moved.forgetting == (bare,)
    assert [one.title for one in moved.decisions if isinstance(one, TopicDecision)] == ["La crue"]


def test_topics_that_were_merged_stay_so_whatever_is_put_there() -> None:
    """What goes in, comes out or is drawn leaves the one all the names of both."""
    held = TopicDecision("La crue", was=("flood", "Le pont", "bridge"))
    topic = replace(WATER, by_hand=True, was=("La crue", "Le pont"))
    arranger = _arranger(held, topics=(topic, REST))
    wishes = (
        arranger.move([P1], None, "La crue"),
        arranger.take_out([P1], topic),
        arranger.draw("La crue", ["eau"]),
    )

    for wish in wishes:
        [made] = wish.decisions
        assert isinstance(made, TopicDecision)
        assert made.was == held.was


def test_of_two_that_changed_their_titles_each_is_the_other() -> None:
    """What is parted from one is parted from the topic it was, not from that of its title."""
    held = (
        TopicDecision("La crue", was=("Le pont", "bridge")),
        TopicDecision("Le pont", was=("La crue", "flood")),
    )
    topics = (
        replace(BRIDGE, title="La crue", by_hand=True, was=("Le pont",)),
        replace(WATER, title="Le pont", by_hand=True, was=("La crue",)),
    )
    split = _arranger(*held, topics=topics).split(topics[1], "Les digues", ["digue"])

    assert split == TopicWish((TopicDecision("Les digues", ("digue",), split="flood"),))


def test_a_part_and_the_whole_it_came_from_are_made_whole_without_its_words() -> None:
    """Its words drew from that topic alone; they do not draw from all when the two are merged."""
    part = TopicDecision("Le bac", ("bac*",), split="bridge")
    topic = Topic("Le bac", (), key="le bac", by_hand=True)
    arranger = _arranger(part, topics=(BRIDGE, topic, WATER, REST))

    back = arranger.retitle(topic, "Le pont")
    [made] = back.decisions
    assert isinstance(made, TopicDecision)
    assert (made.title, made.terms, made.split) == ("Le pont", (), None)
    assert back.forgetting == (part,)
    [over] = arranger.retitle(BRIDGE, "Le bac").decisions
    assert isinstance(over, TopicDecision)
    assert (over.title, over.terms, over.split) == ("Le bac", (), None)
    assert over.was[:2] == ("Le pont", "bridge")
    [other] = arranger.retitle(topic, "La crue").decisions
    assert isinstance(other, TopicDecision)
    assert other.terms == ("bac*",)


def test_what_a_topic_made_by_hand_was_called_is_remembered() -> None:
    """What was clipped in it is found under each title it has, but for another topic's key."""
    made = Topic("Le bac", (), by_hand=True)
    held = TopicDecision("Le bac", ("bac*",), was=("La barque",))
    [done] = _arranger(held, topics=(made, *DERIVED)).retitle(made, "Le radeau").decisions
    back = _arranger(held, topics=(made, *DERIVED)).retitle(made, "La barque").decisions
    key = replace(made, title="flood")
    arranger = _arranger(TopicDecision("flood", ("eau",)), topics=(key, *DERIVED))

    assert isinstance(done, TopicDecision)
    assert done.was == ("La barque", "Le bac")
    assert back == (TopicDecision("La barque", ("bac*",), was=("Le bac",)),)
    assert arranger.retitle(key, "Le flot").decisions == (TopicDecision("Le flot", ("eau",)),)
    assert arranger.retitle(key, "Le pont").decisions == (
        TopicDecision("Le pont", ("eau",), was=("bridge",)),
    )


def test_a_topic_made_by_hand_is_not_the_one_whose_key_is_its_title() -> None:
    """What is decided of either says nothing of the other."""
    made = Topic("Flood", (), by_hand=True)
    arranger = _arranger(TopicDecision("Flood", ("eau",)), topics=(made, *DERIVED))
    [merged] = arranger.retitle(made, "Le pont").decisions

    assert isinstance(merged, TopicDecision)
    assert merged.was == ("bridge", "Flood")
    [other] = arranger.retitle(WATER, "L'eau").decisions
    assert isinstance(other, TopicDecision)
    assert other.was == ("La crue", "flood")
    lower = _arranger(topics=(replace(made, title="flood"), *DERIVED))
    [other] = lower.retitle(WATER, "L'eau").decisions
    assert isinstance(other, TopicDecision)
    assert other.was == ("La crue",)


def test_what_fits_nowhere_is_known_though_nothing_was_sorted_there() -> None:
    """Retitled, merged and parted it goes by its title and its key."""
    arranger = Arranger(Decisions(), DERIVED[:2], DERIVED)
    [named] = arranger.retitle(REST, "Divers").decisions
    [merged] = arranger.retitle(REST, "Le pont").decisions
    parted = arranger.split(REST, "Le bois", ["bois"])

    assert named == TopicDecision("Divers", was=("Autres points", "rest"))
    assert merged == TopicDecision("Le pont", was=("bridge", "Autres points", "rest"))
    assert parted == TopicWish((TopicDecision("Le bois", ("bois",), split="rest"),))


def test_what_was_taken_out_of_one_stays_where_the_other_has_it() -> None:
    """Merged, the two have the passages of both."""
    flood = make_flood()
    crue, _, rest = flood.topics
    place = Place("council.txt", 2)
    held = TopicDecision("La crue", removed=(place, Place("weather.txt", 2)))
    arranger = Arranger(Decisions(topics=(held,)), flood.topics, flood.topics, flood.article)
    for one in (rest, crue), (crue, rest):
        made, *_ = arranger.retitle(one[0], one[1].title).decisions

        assert isinstance(made, TopicDecision)
        assert made.removed == (Place("weather.txt", 2),)


def test_a_part_merged_into_another_topic_leaves_the_one_it_is_of() -> None:
    """The other has the part's sentences, the topic it was parted from what was left of it."""
    flood = make_flood()
    crue, pont, _ = flood.topics

    def arranger(*held: TopicDecision) -> Arranger:
        topics = decide(flood, Decisions(topics=held)).topics
        return Arranger(Decisions(topics=held), flood.topics, topics, flood.article)

    split = arranger().split(pont, "Le bois", ["bois"])
    assert split is not None
    [part] = split.decisions
    assert isinstance(part, TopicDecision)
    parted = arranger(part)
    one = parted.titled("Le bois")
    assert one is not None
    [made] = parted.retitle(one, crue.title).decisions
    assert isinstance(made, TopicDecision)

    done = {topic.title: len(topic.extracts) for topic in arranger(made).topics if not topic.rest}
    assert done == {"La crue": 4, "Le pont": 1}


def test_a_topic_that_draws_from_all_merged_into_a_part_draws_from_all_still() -> None:
    """Nothing it had is lost; the topic that the part was of is not merged with them."""
    part = TopicDecision("Le bois", ("bois",), split="bridge", about=(P1,))
    drawn = TopicDecision("L'eau", ("eau",))
    made = tuple(Topic(one.title, (), by_hand=True) for one in (part, drawn))
    [merged] = (
        _arranger(part, drawn, topics=(*made, *DERIVED)).retitle(made[1], "Le bois").decisions
    )

    assert isinstance(merged, TopicDecision)
    assert (merged.terms, merged.split, merged.about) == (("bois", "eau"), None, ())
