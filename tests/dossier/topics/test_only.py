"""Which extracts no other source of their topic has the like of."""

from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from dossier.topics.corrections import apply_topic_decisions
from dossier.topics.meant import TopicCorrection
from dossier.topics.only import only_in_words

NEAR = "Le maire demande une digue de pierre contre la rivière."
SAME = "Une digue de pierre coûterait deux millions, dit le maire."
FAR = "Des castors ont rongé les peupliers du camping municipal."
ARTICLES = (
    structure_article("a.txt", f"Le premier jour\n\n{NEAR}\n\n{FAR}\n"),
    structure_article("b.txt", f"Le second jour\n\n{SAME}\n"),
)


def extract(words: str, *, only_here: bool = False) -> Extract:
    """The extract of those words."""
    article = next(one for one in ARTICLES if words in one.text)
    passage = article.passage_at(article.text.index(words))
    assert passage is not None
    return Extract(article.file, passage.sentences[0], 0.6, only_here=only_here)


def alone(*words: str) -> list[bool]:
    """Which of the extracts of those words stand alone."""
    return only_in_words([extract(one) for one in words], [one.lower().split() for one in words])


def test_what_another_source_says_is_not_alone() -> None:
    """Two of its words there are enough; what shares none is alone; so is nothing in one source."""
    assert alone(NEAR, FAR, SAME) == [False, True, False]
    assert alone(NEAR, FAR) == [False, False]
    assert alone() == []


def test_what_a_topic_is_about_tells_nothing() -> None:
    """Words of nearly every extract are its subject: sharing them alone is no likeness."""
    files = [Extract(f"{n}.txt", ARTICLES[0].passages[0].sentences[0], 0.6) for n in range(6)]
    terms = [["digue", "pierre", *(f"{word}{n}" for word in ("x", "y", "z"))] for n in range(6)]

    assert only_in_words(files, terms) == [True] * 6


def test_topics_put_together_by_hand_are_looked_at_again() -> None:
    """What stood alone in one of two merged topics has its like in the other."""
    one = Topic("Un", (extract(NEAR, only_here=True), extract(FAR, only_here=True)), key="one")
    two = Topic("Deux", (extract(SAME, only_here=True),), key="two")
    merged, *_ = apply_topic_decisions(
        (one, two), ARTICLES, [TopicCorrection("Ensemble", was=("one", "two"))]
    )
    retitled, *_ = apply_topic_decisions(
        (one,), ARTICLES[:1], [TopicCorrection("Moi", was=("one",))]
    )

    assert [e.only_here for e in merged.extracts] == [False, True, False]
    assert retitled.extracts == one.extracts
