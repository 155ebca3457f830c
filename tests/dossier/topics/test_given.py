"""The terms a reader gives, as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.structure import structure_article
from dossier.topics import Extract, Topic
from dossier.topics.given import Given, drawn_from
from tests.strategies import HOSTILE

TEXT = "L'eau a emporté deux ponts à Saint-Prix : la préfète y était. 洪水冲走了两座桥梁。"


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("pont", ["ponts"]),
        ("Pont,", ["ponts"]),
        ("« pont »", ["ponts"]),
        ("emport*", ["emporté"]),
        ("deux ponts", ["deux ponts"]),
        ("l’eau", ["L'eau"]),
        ("prefete", ["préfète"]),
        ("Saint-Prix", ["Saint-Prix"]),
        ("桥梁", ["桥梁"]),
        ("pon", []),
        ("'", []),
        ("*", []),
        ("\u200b", []),
        ("\u0301 \u0301", []),
        ("\u064b \u064b", []),
        ("\u0301 ponts", ["ponts"]),
    ],
)
def test_a_term_is_its_words(term: str, words: list[str]) -> None:
    """Whatever stands around them, and whatever the script; a star is any ending."""
    found = [TEXT[hit.start : hit.end] for hit in Given([term]).hits(TEXT)]

    assert found == words


@given(st.lists(st.text() | st.sampled_from(HOSTILE), max_size=4), st.text() | st.just(TEXT))
def test_any_terms_may_be_given(terms: list[str], text: str) -> None:
    """Nothing typed is a failure; what is met stands in the text, in order."""
    hits = Given(terms).hits(text)

    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert hits == sorted(hits, key=lambda hit: hit.start)


def test_terms_draw_from_a_topic_or_from_all() -> None:
    """Sentences of the topic's extracts alone, or every one that has a term."""
    articles = [structure_article(f"{n}.txt", "Un pont. Une digue. Deux ponts.") for n in range(2)]
    first = articles[0].passages[0].sentences
    topic = Topic("Un", (Extract("0.txt", first[0], 0.6), Extract("0.txt", first[1], 0.6)))

    assert list(drawn_from(topic, articles, ["pont"])) == [("0.txt", first[0])]
    assert len(list(drawn_from(None, articles, ["pont"]))) == 4


WORDS = st.lists(
    st.sampled_from(["pont", "Ponts", "PRÉFÈTE", "œuvres", "cœur", "chevaux", "İ", "ΣΑΣ", "l’eau"])
    | st.text(alphabet="aeéœßİΣ\u00ad’'-s", max_size=6),
    max_size=4,
).map(" ".join)


class Thorough(Given):
    """Looks at every word of every text."""

    def may_be_in(self, text: str) -> bool:
        """Of every text."""
        del text
        return True


@given(st.lists(WORDS | WORDS.map("{}*".format), max_size=3), WORDS | st.just(TEXT))
def test_no_text_that_has_a_term_is_passed_over(terms: list[str], text: str) -> None:
    """What is told at once of a text never hides what its words would give."""
    assert Given(terms).hits(text) == Thorough(terms).hits(text)
