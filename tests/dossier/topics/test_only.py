"""Which extracts no other article of the dossier has the like of."""

from dossier.article import Article
from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from dossier.topics.corrections import apply_topic_decisions
from dossier.topics.extracts import Run
from dossier.topics.meant import TopicCorrection
from dossier.topics.only import only_here
from dossier.topics.sentences import sentences_of

NEAR = "Le maire demande une digue de pierre contre la rivière."
SAME = "Une digue de pierre coûterait deux millions, dit le préfet."
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


def alone(*articles: Article, sides: tuple[int, ...] = (0, 0, 0)) -> list[bool]:
    """Which sentences of the articles stand alone, each a run of its own."""
    sentences = sentences_of(articles)
    terms = [[word for word in s.text.lower().split() if len(word) > 4] for s in sentences]
    runs = [Run(i, i, sides[i], 0.6, 1.0) for i in range(len(sentences))]
    return only_here(runs, sentences, [()] * len(sentences), terms)


def test_what_another_article_says_is_not_alone() -> None:
    """Two of its words there are enough; what shares none is alone; so is nothing in one source."""
    assert alone(*ARTICLES) == [False, True, False]
    assert alone(ARTICLES[0]) == [False, False]
    assert alone() == []


def test_what_another_article_says_under_another_topic_is_not_alone() -> None:
    """Nobody who quotes an extract as one paper's own asks under which topic the others said it."""
    assert alone(*ARTICLES, sides=(0, 0, 1)) == [False, True, False]


def test_what_another_article_says_in_two_sentences_of_a_passage_is_not_alone() -> None:
    """One sentence there has the one word, the next the other."""
    parted = "Une digue coûterait deux millions. La pierre viendrait du pays voisin."
    article = structure_article("b.txt", f"Le second jour\n\n{parted}\n")

    assert alone(ARTICLES[0], article, sides=(0, 0, 0, 0)) == [False, True, True, True]


def test_a_long_extract_is_alone_though_two_of_its_words_come_elsewhere() -> None:
    """Of many words two are met anywhere; an eighth of them in one passage is not chance."""
    many = " ".join(f"mot{letter}{letter}{letter}" for letter in "abcdefghijklmnopqrs")
    two, three = "Digue motaaa motbbb ailleurs.", "Digue motaaa motbbb motccc ailleurs."

    def beside(other: str) -> bool:
        articles = [structure_article("a.txt", many), structure_article("b.txt", other)]
        return alone(*articles)[0]

    assert beside(two)
    assert not beside(three)


def test_words_of_the_whole_dossier_tell_nothing() -> None:
    """Words of more than a tenth of the sentences are its subject: sharing them is no likeness."""
    articles = [
        structure_article(f"{n}.txt", f"Jour {n}\n\nDigue rivière zab{n}a zeb{n}b zub{n}c.\n")
        for n in range(6)
    ]

    assert alone(*articles, sides=(0,) * 6) == [True] * 6


def test_what_is_told_mostly_in_words_that_all_use_is_not_alone() -> None:
    """Three rare words beside three that every article writes are no news of its own."""
    articles = [
        structure_article(
            f"{n}.txt", f"Jour {n}\n\nDigue rivière village zab{n}a zeb{n}b zub{n}c.\n"
        )
        for n in range(6)
    ]

    assert alone(*articles, sides=(0,) * 6) == [False] * 6


def test_what_the_reader_moves_stands_alone_as_it_did() -> None:
    """Merged, or put under a topic by its place: the mark is the dossier's, not the topic's."""
    one = Topic("Un", (extract(NEAR), extract(FAR, only_here=True)), key="one")
    two = Topic("Deux", (extract(SAME),), key="two")
    merged, *_ = apply_topic_decisions(
        (one, two), ARTICLES, [TopicCorrection("Ensemble", was=("one", "two"))]
    )
    moved = apply_topic_decisions(
        (one, two), ARTICLES, [TopicCorrection("Deux", with_=("a.txt#p1", "a.txt#p2"))]
    )

    assert [e.only_here for e in merged.extracts] == [False, True, False]
    held = next(topic for topic in moved if topic.title == "Deux")
    assert [e.only_here for e in held.extracts] == [False, True, False]
