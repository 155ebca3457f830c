from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.dossier import Dossier
from dossier.language import fold
from dossier.quotes import find_quotes
from dossier.speakers import speakers
from tests.strategies import press_text
from tests.tolls import SAID, dossier_of_texts


def told(dossier: Dossier) -> list[tuple[str | None, str, list[tuple[str, str]]]]:
    """Who speaks, by what each is known, and the words of each quote in its article."""
    return [
        (
            one.name,
            one.known,
            [(q.file, q.span.of(dossier.article(q.file).text)) for q in one.quotes],
        )
        for one in speakers(dossier)
    ]


def test_who_is_named_comes_before_who_is_called_something_and_nobody_known() -> None:
    """Those of most articles first; a film's title is nobody's words."""
    assert told(dossier_of_texts(*SAID)) == [
        (
            "Paul Garnier",
            "name",
            [
                ("0.txt", "Nous n'avons rien vu venir"),
                ("1.txt", "Nous n'avons rien vu venir"),
                ("1.txt", "Pas un mot"),
            ],
        ),
        ("Odile Ferrand", "name", [("0.txt", "Il faut des digues")]),
        ("un habitant", "role", [("1.txt", "On a tout perdu")]),
        (None, "nobody", [("2.txt", "Que faire ?")]),
    ]


def test_who_is_named_comes_first_however_often_others_are_quoted() -> None:
    """Then a role; then nobody known, whom most articles quote here."""
    named, role = "« Il le faut », a dit Paul Garnier.", "« C'est trop », raconte un habitant."
    nobody = "« Que faire ? » La nuit tombe."
    dossier = dossier_of_texts(nobody, f"{nobody} {role}", f"{nobody} {role} {named}")

    assert [(known, len(quotes)) for _, known, quotes in told(dossier)] == [
        ("name", 1),
        ("role", 2),
        ("nobody", 3),
    ]


def test_the_same_words_of_several_articles_stand_together() -> None:
    """After the first of them, whatever case and white space; the others in their order."""
    first = "« Rien vu », a dit Paul Garnier. « Tout va bien », a dit Paul Garnier."
    second = "« Tout va bien », a dit Paul Garnier. « RIEN  VU », a dit Paul Garnier."

    ((_, _, quotes),) = told(dossier_of_texts(first, second))

    assert quotes == [
        ("0.txt", "Rien vu"),
        ("1.txt", "RIEN  VU"),
        ("0.txt", "Tout va bien"),
        ("1.txt", "Tout va bien"),
    ]


def test_what_most_articles_set_apart_as_a_name_is_nobody_s_everywhere() -> None:
    """Three times a name and once behind a verb that speaks; not once each, nor said as often."""
    name = "Le collectif « Digue vive » a défilé."
    said = "Paul Garnier a annoncé le recul de « Digue vive »."
    both = "Paul Garnier a annoncé : « Digue vive »."

    assert told(dossier_of_texts(name, said)) == [
        ("Paul Garnier", "name", [("1.txt", "Digue vive")])
    ]
    assert told(dossier_of_texts(name, name, name, said)) == []
    assert len(told(dossier_of_texts(name, name, name, both, both))[0][2]) == 2


def test_nobody_speaks_where_nothing_is_said() -> None:
    """Nor in an empty dossier."""
    assert told(dossier_of_texts("La crue est passée.")) == []
    assert told(dossier_of_texts()) == []


def test_it_may_be_stopped() -> None:
    """Whoever does not wait any more raises in a step."""

    def step() -> None:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        speakers(dossier_of_texts(*SAID), step)


@given(st.lists(st.sampled_from(SAID) | press_text(), max_size=4))
def test_no_quote_is_lost_nor_told_twice(texts: list[str]) -> None:
    """Every quote but nobody's speech, and names set apart thrice, is one speaker's, once."""
    dossier = dossier_of_texts(*(text for text in texts if text))
    found = [
        (quote, fold(" ".join(quote.span.of(article.text).split())))
        for article in dossier.articles
        for quote in find_quotes(article, dossier.mentions(article.file))
    ]
    apart = Counter(words for quote, words in found if quote.state == "unsaid")
    said = Counter(words for quote, words in found if quote.state in ("named", "role"))
    names = {w for w in apart if apart[w] >= 3 and apart[w] > 2 * said[w] and len(w) <= 40}
    every = [
        (quote.file, quote.span)
        for quote, words in found
        if quote.state != "unsaid" and (words not in names or len(quote.span) > 40)
    ]
    listed = [(quote.file, quote.span) for one in speakers(dossier) for quote in one.quotes]

    assert sorted(listed) == sorted(every)
