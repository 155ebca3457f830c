"""What a topic was about finds it again, when the articles give it another title or none."""

from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from dossier.topics.corrections import apply_topic_decisions
from dossier.topics.heirs import MOST, passages_had
from dossier.topics.meant import TopicCorrection

TEXT = "\n\n".join(f"La phrase {n} parle de la chose {n}. Elle en dit plus long." for n in range(8))
ARTICLES = tuple(structure_article(file, TEXT) for file in ("a.txt", "b.txt", "c.txt"))
KNOWN = {article.file: article for article in ARTICLES}


def topic_of(title: str, *places: str, key: str = "") -> Topic:
    """A topic of whole passages, "a2" the second of a.txt."""
    extracts: list[Extract] = []
    for place in places:
        article = KNOWN[f"{place[0]}.txt"]
        sentences = article.passages[int(place[1:]) - 1].sentences
        extracts += [Extract(article.file, s, 0.6, why="worked out") for s in sentences]
    return Topic(title, tuple(extracts), key=key or title)


def refs(*places: str) -> tuple[str, ...]:
    """The same places, as a decision has them."""
    return tuple(f"{place[0]}.txt#p{place[1:]}" for place in places)


def places_of(topic: Topic) -> set[str]:
    """The passages a topic has sentences of."""
    at = ((e.file, KNOWN[e.file].passage_at(e.span.start)) for e in topic.extracts)
    return {f"{file[0]}{passage.number}" for file, passage in at if passage}


def played(topics: tuple[Topic, ...], *records: TopicCorrection) -> dict[str, set[str]]:
    """The passages of each topic with the corrections made, by its title."""
    done = apply_topic_decisions(topics, ARTICLES, records)
    return {topic.title: places_of(topic) for topic in done if not topic.rest}


WAS = ("a1", "a2", "a3", "b1")
MINE = TopicCorrection("À moi", was=("Le pont",), about=refs(*WAS))


def test_a_topic_is_found_again_by_its_passages() -> None:
    """Its group has another title now, lost a passage and gained two: it is the reader's still."""
    topics = (topic_of("Un autre", "a2", "a3", "b1", "c1", "c2"), topic_of("Reste", "a4", "a1"))

    assert played(topics, MINE) == {
        "À moi": {"a1", "a2", "a3", "b1", "c1", "c2"},
        "Reste": {"a4", "a1"},
    }


def test_a_name_that_another_topic_took_does_not_count() -> None:
    """The title stands over what has nothing of it: that is left alone."""
    topics = (topic_of("Le pont", "c5", "c6"), topic_of("La digue", "a1", "a2", "a3", "b1"))

    assert played(topics, MINE) == {"Le pont": {"c5", "c6"}, "À moi": set(WAS)}


def test_a_name_that_has_one_of_the_passages_is_the_topic_still() -> None:
    """Though what it had is mostly elsewhere: the two are one again."""
    topics = (topic_of("Le pont", "c5", "c6", "a1"), topic_of("La digue", "a2", "a3", "b1"))

    assert played(topics, MINE) == {"À moi": {"c5", "c6", *WAS}}


def test_a_frame_is_its_name_whatever_it_holds() -> None:
    """A topic that has a key beside its title is the one, though it has none of the passages."""
    moved = TopicCorrection("Le récit", was=("account",), about=refs(*WAS), with_=refs("c8"))
    topics = (topic_of("Le récit", "c5", key="account"), topic_of("La digue", "a5", "b5"))

    assert played(topics, moved) == {"Le récit": {"c5", "c8"}, "La digue": {"a5", "b5"}}


def test_no_two_titles_are_alike() -> None:
    """What came by the title that the reader speaks of is told apart from it."""
    filled = TopicCorrection("Le pont", with_=refs("c8"), about=refs(*WAS))
    topics = (topic_of("Le pont", "c5", "c6"), topic_of("La digue", *WAS))

    assert played(topics, filled) == {"Le pont (2)": {"c5", "c6"}, "Le pont": {*WAS, "c8"}}


def test_a_topic_that_the_articles_make_no_more_keeps_what_it_had() -> None:
    """Its passages are spread over larger ones, which keep theirs; the reason is told."""
    topics = (
        topic_of("Un", "a1", "a2", "a4", "a5", "a6", "a7", "b2"),
        topic_of("Deux", "a3", "b1", "b3", "b4", "b5", "a8"),
    )
    done = apply_topic_decisions(topics, ARTICLES, [MINE])

    assert [topic.title for topic in done if not topic.rest] == ["Un", "À moi", "Deux"]
    assert places_of(done[1]) == set(WAS)
    assert {e.why for e in done[1].extracts} == {
        "It stood here when the topic was given its title."
    }
    assert (done[0], done[2]) == topics


def test_what_was_taken_out_by_hand_does_not_come_back() -> None:
    """A passage the reader took out is not among those it keeps."""
    out = TopicCorrection("À moi", without=refs("a2"), was=("Le pont",), about=refs(*WAS))

    assert played((topic_of("Un", *(f"a{n}" for n in range(1, 9))),), out)["À moi"] == {
        "a1",
        "a3",
        "b1",
    }


def test_both_of_two_merged_topics_are_found_again() -> None:
    """One goes by its old name, the other by what it was about."""
    both = TopicCorrection("Le pont", was=("La digue",), about=refs(*WAS, "c1", "c2", "c3"))
    topics = (topic_of("Le pont", *WAS), topic_of("Les travaux", "c1", "c2", "c3", "c4"))

    assert played(topics, both) == {"Le pont": {*WAS, "c1", "c2", "c3", "c4"}}


def test_a_topic_the_reader_speaks_of_elsewhere_is_nobodys_heir() -> None:
    """What another correction names is not taken by one that lost its own."""
    topics = (topic_of("La digue", "a1", "a2", "a3"), topic_of("Le bac", "c1"))
    other = TopicCorrection("Mon ouvrage", was=("La digue",))

    assert played(topics, MINE, other)["Mon ouvrage"] == {"a1", "a2", "a3"}


def test_what_was_parted_is_parted_from_the_heir() -> None:
    """The topic it came from goes by another title: what the words draw leaves that one alone."""
    split = TopicCorrection("La 2", terms=("chose 2",), split="Le pont", about=refs(*WAS))
    topics = (topic_of("La digue", *WAS), topic_of("Ailleurs", "c3", "b3"))

    done = {t.title: t for t in apply_topic_decisions(topics, ARTICLES, [split])}
    assert len(done["La digue"].extracts) == 7
    assert places_of(done["La 2"]) == {"a3"}
    assert done["Ailleurs"] == topics[1]


def test_what_was_parted_keeps_what_went_elsewhere() -> None:
    """The topic it came from is there and has those passages no more: its words still draw them."""
    split = TopicCorrection("La 2", terms=("chose 2",), split="Le pont", about=refs(*WAS))
    topics = (topic_of("Le pont", "a1", "b1"), topic_of("Ailleurs", "a3", "c3"))

    done = {t.title: t for t in apply_topic_decisions(topics, ARTICLES, [split])}
    assert places_of(done["La 2"]) == {"a3"}
    assert (done["Le pont"], done["Ailleurs"]) == topics


def test_of_a_large_topic_the_passages_of_some_articles_are_remembered() -> None:
    """About as many as are looked at, all those of each article that has any."""
    articles = [structure_article(f"{n:03}.txt", TEXT) for n in range(100)]
    known = {article.file: article for article in articles}
    extracts = (Extract(a.file, p.sentences[0], 0.6) for a in articles for p in a.passages[:4])
    had = passages_had(Topic("Grand", tuple(extracts)), known.get)

    files = {file for file, _ in had}
    assert MOST // 2 <= len(had) <= 2 * MOST
    assert len(had) == 4 * len(files)


def test_a_passage_is_remembered_where_it_is_mostly_the_topics() -> None:
    """One sentence of three does not make a passage its own, unless nothing else does."""
    three = structure_article("d.txt", "Un mot suffit. Un autre suit. Un dernier clôt.\n\nAutre.")
    first = Extract("d.txt", three.passages[0].sentences[0], 0.6)
    second = Extract("d.txt", three.passages[1].sentences[0], 0.6)

    assert passages_had(Topic("Deux", (first, second)), {"d.txt": three}.get) == (("d.txt", 2),)
    assert passages_had(Topic("Une", (first,)), {"d.txt": three}.get) == (("d.txt", 1),)
