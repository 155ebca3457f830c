"""Dossiers of hundreds of articles are sorted by sample, and nothing of them is lost."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest

from dossier.article import Article
from dossier.entities import Found
from dossier.structure import structure_article
from dossier.topics import large, making, sort_topics
from dossier.topics.evidence import Evidence, gather
from dossier.topics.frames import frames_of
from dossier.topics.large import DECAY, DENSE, sampled, sort_large, spread
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.sorting import Sorted
from dossier.topics.words import WORD, terms_of

SIDES = (
    "La rivière est sortie de son lit, la crue a surpris la vallée après des pluies record.",
    "Les pompiers ont évacué les habitants, les secours cherchent deux disparus.",
    "Le parquet a ouvert une enquête ; deux suspects sont en garde à vue.",
    "Le syndicat appelle à la grève, les salariés craignent des licenciements.",
    "Les dégâts se chiffrent en millions, des maisons sont détruites.",
)


def article(number: int) -> Article:
    """An article that tells the sides in an order of its own, each with a word of its own."""
    told = [SIDES[(number + i) % len(SIDES)] for i in range(4)]
    text = "\n\n".join(f"{side} La commune {number}{i} le sait." for i, side in enumerate(told))
    return structure_article(f"{number:04}.txt", f"La vallée {number} sous les eaux\n\n{text}\n")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> int:
    """How many sentences are compared with each other here, for a large dossier to be small."""
    most = 200
    monkeypatch.setattr(large, "DENSE", most)
    monkeypatch.setattr(making, "DENSE", most)
    return most


def test_a_hundred_articles_are_sorted_and_none_of_their_sentences_is_lost(few: int) -> None:
    """Every sentence is in a topic, and sentences of one side stand together."""
    articles = [article(number) for number in range(100)]
    topics = sort_topics(articles, Found())

    sentences = {(a.file, s) for a in articles for p in a.passages for s in p.sentences}
    text = {a.file: a.text for a in articles}
    held = {
        (e.file, s)
        for topic in topics
        for e in topic.extracts
        for a in [articles[int(e.file[:4])]]
        for p in a.passages
        for s in p.sentences
        if e.span.covers(s)
    }
    inquiry = next(topic for topic in topics if topic.key == "inquiry")
    assert len(sentences) > 3 * few
    assert held == sentences
    assert sum("parquet" in e.span.of(text[e.file]) for e in inquiry.extracts) > 66


def test_a_word_of_a_million_letters_is_a_word() -> None:
    """A file without a space, or of nothing but signs, is sorted like any other."""
    for text in ("a" * 1_000_000, "漢字" * 200_000, "« " * 100_000, "\x00\u202e[red]" * 20_000):
        articles = [structure_article("a.txt", text), article(1)]
        topics = sort_topics(articles, Found())

        assert {e.file for topic in topics for e in topic.extracts} >= {"0001.txt"}


def test_a_large_dossier_that_has_no_word_is_sorted(few: int) -> None:
    """Nine hundred lines of figures, or of words that say nothing, are lost to nobody."""
    for line in ("12 34 56.", "The of and."):
        article = structure_article("a.txt", "\n\n".join([line] * (few + 100)))
        topics = sort_topics([article], Found())

        held = sum(len(extract.span) for topic in topics for extract in topic.extracts)
        assert held >= sum(len(s) for p in article.passages for s in p.sentences) > 0


@pytest.mark.usefixtures("few")
def test_titles_do_not_read_each_sentence_for_each_phrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the articles are about twice the work, however many phrases they have."""
    read: list[str] = []

    def noted(text: str) -> Iterator[re.Match[str]]:
        read.append(text)
        return WORD.finditer(text)

    monkeypatch.setattr("dossier.topics.words._written", noted)
    counts = []
    for many in (100, 200):
        read.clear()
        sort_topics([article(number) for number in range(many)], Found())
        counts.append(len(read))

    assert 0 < counts[1] < 3 * counts[0]


def test_a_group_that_no_frame_leads_keeps_what_is_like_it_when_a_word_of_a_frame_is_near() -> None:
    """Sentences on violins stand together, those as well that say an inquiry found it out."""
    violin = "Le violon de Crémone garde son vernis ambré, {}."
    inquiry = "Le parquet a ouvert une enquête ; deux suspects sont en garde à vue."
    told = [
        violin.format(("le luthier le sait", "une enquête l'établit")[n % 10 == 5])
        for n in range(700)
    ]
    text = "\n\n".join([*told, *[inquiry] * 700])
    sentences = sentences_of([structure_article("a.txt", text)])
    known = next(frame for frame in frames_of("fr") if frame.key == "inquiry")

    def sort_sample(part: Sequence[Sentence], *_: object) -> Sorted:
        own = np.array(["violon" in sentence.text for sentence in part])
        scores = np.stack([own, ~own], axis=1).astype(np.float32)
        return Sorted((None, known), scores, np.zeros(len(part), dtype=np.bool_), frames=(known,))

    done = sort_large(
        sentences,
        [terms_of(sentence.text, "fr") for sentence in sentences],
        lambda some, keys: gather(some, ["fr"], "fr", keys),
        sort_sample,
    )

    violins = np.array(["violon" in sentence.text for sentence in sentences])
    assert (done.scores.argmax(axis=1) == ~violins).all()


def test_an_article_more_changes_little_of_the_sample() -> None:
    """The passages looked at of three hundred articles are those looked at of one article more."""
    articles = [article(number) for number in range(301)]
    some, more = sentences_of(articles[1:]), sentences_of(articles)

    before = {(some[i].file, some[i].span) for i in sampled(some, DENSE)}
    after = {(more[i].file, more[i].span) for i in sampled(more, DENSE)}

    assert 0.9 * DENSE < len(before) < 1.1 * DENSE
    assert len(before & after) > 0.98 * len(before)


@pytest.mark.parametrize("files", [1, 2, 3])
def test_a_sample_is_taken_of_articles_without_paragraphs(files: int) -> None:
    """Where an article is one passage of a thousand sentences, sentences are taken of each."""
    long = "La pluie tombe. " * 1200
    sentences = sentences_of([structure_article(f"{n}.txt", long) for n in range(files)])

    taken = sampled(sentences, DENSE)

    assert DENSE / 2 <= len(taken) <= 2 * DENSE
    assert {sentences[i].article for i in taken} == set(range(files))


def test_a_sentence_takes_on_a_share_of_its_neighbours_and_nothing_of_another_article() -> None:
    """What is around a sentence counts less the farther it is, across an article's end nothing."""
    two = [structure_article(f"{n}.txt", "Un vent se lève. La pluie tombe.\n") for n in range(2)]
    sentences = sentences_of(two)
    scores = np.array([[1.0], [0.0], [0.0], [0.0]], dtype=np.float32)

    assert spread(scores, sentences)[:, 0].tolist() == pytest.approx([1.0, DECAY, 0.0, 0.0])


def test_a_part_of_a_frame_that_is_a_side_itself_is_not_counted_twice() -> None:
    """Another part is counted with the whole it is a part of."""
    whole, *others = (f for f in frames_of("fr"))
    kinds = (whole, *(replace(f, part_of=whole.key) for f in others[:2]))
    scores = np.array([[0.1, 0.5, 0.9]], dtype=np.float32)
    evidence = Evidence(kinds, scores, scores > 0.8)

    told, backed = large._folded(evidence, kinds[:2])

    assert told.tolist() == [pytest.approx([0.9, 0.5])]
    assert backed.tolist() == [[True, False]]
    told, backed = large._folded(evidence, (kinds[0], kinds[2]))
    assert told.tolist() == [pytest.approx([0.5, 0.9])]
    assert backed.tolist() == [[False, True]]
