"""Finding words in articles."""

import unicodedata
from dataclasses import replace
from itertools import count, pairwise
from typing import Literal

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from dossier.article import Article, Block, Passage
from dossier.language.sieve import Sieved, sieve, words_of
from dossier.search import Hit, find_hits, search
from dossier.search.query import Query, read_query
from dossier.search.searchable import Searchable
from dossier.search.searched import Searched
from dossier.spans import Span
from dossier.structure import structure_article


def article_of(text: str, file: str = "a.txt") -> Article:
    """An article of a text, a passage a line."""
    return structure_article(file, text)


def one_passage(text: str) -> Article:
    """An article of one passage, line ends and all."""
    span = Span(0, len(text))
    return Article(
        "a.txt", text, (Block("paragraph", span),), (Passage(1, "paragraph", span, (span,)),)
    )


def words_found(text: str, words: str) -> list[str]:
    """The source's words at each hit."""
    return [hit.span.of(text) for hit in search((one_passage(text),), words)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("L’Élysée se tait.", "l'elysee", ["L’Élysée"]),
        ("Le cœur du sujet", "coeur", ["cœur"]),
        ("Le coeur du sujet", "cœur", ["coeur"]),
        ("un cessez-le-feu", "cessez le feu", ["cessez-le-feu"]),
        ("le feu, un cessez", "cessez le feu", ["le", "feu", "cessez"]),
        ("le plan de paix, un plan américain", "plan américain", ["plan", "plan américain"]),
        ("un plan, un plan américain", 'plan "américain"', ["plan", "plan américain"]),
        ("un plan, des plans américains", 'plan "américain"', []),
        ("un cessez le feu", "cessez-le-feu", ["cessez le feu"]),
        ("un cessez‑\nle-feu", "cessez-le", ["cessez‑\nle"]),
        ("le plan\n   américain", '"plan américain"', ["plan\n   américain"]),
        ("le plan de paix américain", '"plan américain"', []),
        ("des drones, un drone", "drone", ["drone", "drone"]),
        ("des drones, un drone", '"drone"', ["drone"]),
        ("partir, une partie", "art", []),
        ("20 morts en 2018, 120 blessés", "20", ["20", "20"]),
        ("投资128亿元，约13日", "128亿元", ["128亿元"]),
        ("投资128亿元，约13日", "13", ["13"]),
        ("2013年に8ミリ", "8ミリ", ["8ミリ"]),
        ("投资128亿元", "28", []),
        ("\N{ARABIC LETTER ALEF}الحوثيون", "حوث", ["حوث"]),
        ("le mot\u00adclé", "motcle", ["mot\u00adclé"]),
        ("« Utile », dit-il", "utile dit", ["Utile", "dit"]),
        ("x STRASSE", "straße", ["STRASSE"]),
        ("Il peut venir, dit-il", "peut, venir;", ["peut venir"]),
        ("Il peut, dit-il", '"peut, dit"', ["peut, dit"]),
        ("Quoi ?!", "?!", ["?!"]),
        ("trop", "-trop", []),
        ("trop", "", []),
        ("trop", '"', []),
        ("trop -- -", "-", []),
    ],
)
def test_words_are_found_as_a_reader_types_them(text: str, words: str, found: list[str]) -> None:
    """Case, accents, ligatures, apostrophes, hyphens and line ends do not stand in the way.

    Words that stand together as they were typed are one hit.
    """
    assert words_found(text, words) == found


def test_all_the_words_stand_in_one_passage() -> None:
    """A passage that lacks one of the words, or has one that was ruled out, has no hits."""
    text = "Le plan de Moscou.\nLe plan de Kiev.\nKiev attend."

    hits = search((article_of(text),), "plan kiev")

    assert [(hit.span.of(text), hit.line, hit.passage) for hit in hits] == [
        ("plan", 2, 2),
        ("Kiev", 2, 2),
    ]
    assert [hit.line for hit in search((article_of(text),), "kiev -plan")] == [3]
    assert search((article_of(text),), 'kiev -attend -"le plan"') == ()


def test_small_words_are_asked_for_and_not_stepped_through() -> None:
    """A hit is a word that says something, unless none does or it is in a phrase."""
    text = "Les garanties de sécurité de l'Europe. Sécurité de la France."
    article = replace(one_passage(text), language="fr")

    def found(words: str) -> list[str]:
        return [hit.span.of(text) for hit in search((article,), words)]

    assert found("garanties de securite") == ["garanties de sécurité", "Sécurité"]
    assert found("garanties dans securite") == []
    assert found("de") == ["de", "de", "de"]
    assert found("de la") == ["de", "de", "de la"]
    assert found('europe "de" securite') == ["de", "sécurité", "de", "Europe", "Sécurité", "de"]


def test_furniture_is_not_searched() -> None:
    """A hit lies in a block that is not furniture, and outside passages has no number."""
    text = "Partager\nLe titre à partager\nà partager"
    article = Article(
        "a.txt",
        text,
        (
            Block("furniture", Span(0, 8)),
            Block("headline", Span(9, 28)),
            Block("paragraph", Span(29, 39)),
        ),
        (Passage(1, "paragraph", Span(29, 39), (Span(29, 39),)),),
    )

    assert search((article,), "partager") == (
        Hit("a.txt", Span(20, 28), 2, None),
        Hit("a.txt", Span(31, 39), 3, 1),
    )


def test_the_first_hits_do_not_wait_for_the_last() -> None:
    """Hits come one after the other: with the first, one article was looked at."""
    articles = tuple(article_of("drone drone", f"{n}.txt") for n in range(3))
    looks = count(1)

    hits = find_hits(articles, "drone", go_on=lambda: next(looks) > 0)

    assert next(hits).file == "0.txt"
    assert next(looks) == 2


HARD = st.text(
    st.one_of(
        st.sampled_from("aeéèœÆ'’- \n\t-‑«»\u00a0\u00ad\u0301\u0327ﬁ²½…ßİıΣςá가각\u1100\u1161"),
        st.characters(),
    ),
    max_size=60,
)


@given(HARD)
def test_a_folded_text_leads_back_to_its_own(text: str) -> None:
    """Each folded character comes from a place in the text, in order; every letter is reached."""
    searchable = Searchable(text)
    spans = [searchable.span(at, at + 1) for at in range(len(searchable.text))]

    assert all(span.end <= len(text) and len(span) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    reached = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(
        at in reached for at, letter in enumerate(text) if letter.isascii() and letter.isalnum()
    )


@given(HARD, st.data())
def test_what_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    """Words copied from a text find the place they were copied from, in any Unicode form."""
    words = text.split()
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    form: Literal["NFC", "NFD"] = data.draw(st.sampled_from(("NFC", "NFD")))
    asked = Searchable(unicodedata.normalize(form, word)).text.strip()
    found = words_found(unicodedata.normalize("NFC", text), asked.upper())

    assert found or not asked or asked.startswith("-")


@given(HARD, HARD)
def test_any_query_on_any_text_gives_spans_apart_and_in_order(text: str, words: str) -> None:
    """Whatever is typed, hits lie in the text, ascend and do not overlap."""
    spans = [hit.span for hit in search((article_of(text), one_passage(text)), words)]
    ours = [hit.span for hit in search((one_passage(text),), words)]

    assert all(len(span) > 0 and span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(ours))


@given(HARD, st.data())
def test_the_sieve_loses_nothing(text: str, data: st.DataObject) -> None:
    """A block that has a hit has what is looked for next to each other, as the sieve cuts it."""
    start = data.draw(st.integers(0, len(text)))
    words = text[start : start + data.draw(st.integers(1, 9))] + data.draw(st.sampled_from(MORE))
    query, here = read_query(words), words_of(Searchable(text).text)
    met = bool(search((one_passage(text),), words))
    event(f"met: {met}")

    let_through = all(_stands_in(here, one) for one in _sieved(query))
    assert let_through or not met
    assert all(word.isascii() and word.isalnum() for word in here)


def _sieved(query: Query) -> tuple[Sieved, ...]:
    return sieve((term.text, term.whole) for term in query.wanted)


def _stands_in(here: list[str], sieved: Sieved) -> bool:
    """Whether the words stand in these, next to each other."""
    *first, last = sieved.words
    return any(
        here[at : at + len(first)] == first
        and (one == last if sieved.whole else one.startswith(last))
        for at, one in enumerate(here[len(first) :])
    )


@given(HARD, HARD)
def test_what_is_kept_to_be_searched_is_as_it_was_made(text: str, words: str) -> None:
    """Written down and read, an article as it is searched gives the same hits."""
    article = article_of(text)
    made = Searched(article)
    read = Searched.read(made.kept())

    assert read.kept() == made.kept()
    assert list(read.blocks()) == list(made.blocks())
    for hit in search((article,), words):
        assert (read.line(hit.span), read.passage(hit.span)) == (hit.line, hit.passage)


@pytest.mark.parametrize("kept", [b"", b"12", b"\x00" * 40, b"\x0b\x00\x00\x00" * 3, b"x" * 99])
def test_what_was_not_kept_is_not_read(kept: bytes) -> None:
    """Other bytes are refused with one named error."""
    with pytest.raises(ValueError, match="no article"):
        Searched.read(kept)


MORE = ("", " ", ' "', " a", " -b")
"""What is typed after a piece of the text."""
