"""What a person is stands before the name in a title, in the words of the articles."""

from dataclasses import replace

import pytest

from dossier.entities import find_entities
from dossier.structure import structure_article
from dossier.topics.sentences import sentences_of
from dossier.topics.titles import titles_of
from dossier.topics.titles.candidates import Candidate, Kind
from dossier.topics.titles.material import Material
from dossier.topics.titles.office import with_office


def material(language: str, *texts: str) -> Material:
    """What titles are made from, of articles with one line each."""
    articles = [structure_article(f"{n}.txt", f"{text}\n") for n, text in enumerate(texts)]
    sentences = sentences_of(articles)
    found = find_entities(articles)
    return Material(sentences, [0] * len(sentences), [()] * len(sentences), found, language)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("fr", "Selon l'avocate Jeanne Roussel, rien ne presse.", "L'avocate Jeanne Roussel"),
        (
            "fr",
            "Hier, le ministre de la Santé Paul Martin a dit oui.",
            "Le ministre de la Santé Paul Martin",
        ),
        (
            "fr",
            "Le secrétaire d'État, Paul Martin, a dit oui.",
            "Le secrétaire d'État Paul Martin",
        ),
        ("fr", "« Rien ne presse », a dit Me Jeanne Roussel.", "Me Jeanne Roussel"),
        ("fr", "Le ministre a dit hier que Paul Martin viendrait.", "Paul Martin"),
        ("fr", "Le ministre, Paul Martin le sait, viendra.", "Paul Martin"),
        ("fr", "« Rien ne presse », a dit M. Paul Martin.", "Paul Martin"),
        ("en", "Nobody told Health Secretary Jane Miller.", "Health Secretary Jane Miller"),
        (
            "en",
            "It was Smith's campaign manager John Miller who spoke.",
            "Smith's campaign manager John Miller",
        ),
        ("en", "They met with lawyer Jane Miller on Monday.", "Lawyer Jane Miller"),
        ("en", "Nobody told Jane Miller.", "Jane Miller"),
    ],
)
def test_a_person_is_called_by_what_the_articles_write_before_the_name(
    language: str, text: str, title: str
) -> None:
    """The office goes with the name; what only stands near it does not."""
    name = " ".join(title.split()[-2:])

    assert with_office(name, material(language, text)) == title


def test_the_office_that_is_written_most_is_told_and_a_copied_sentence_counts_once() -> None:
    """Two articles that call her judge outweigh three with one and the same sentence."""
    copied = "Le dossier de la députée Jeanne Roussel est clos."
    texts = (copied, copied, copied, "La juge Jeanne Roussel part.", "Hier la juge Jeanne Roussel.")

    assert with_office("Jeanne Roussel", material("fr", *texts)) == "La juge Jeanne Roussel"


def test_two_topics_of_one_person_are_not_called_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """The office before a name does not hide that the name is taken."""
    text = "Selon l'avocate Jeanne Roussel, rien ne {}."
    two = replace(material("fr", text.format("presse"), text.format("va")), main=[0, 1])
    names = [Candidate("Jeanne Roussel", frozenset(["name"]))]
    monkeypatch.setattr("dossier.topics.titles.candidates_of", lambda *_: names)

    titles = [heads.title for heads in titles_of([None, None], two)]

    assert titles[0] == "L'avocate Jeanne Roussel"
    assert "Jeanne Roussel" not in titles[1]


@pytest.mark.parametrize(
    ("kind", "title"), [("frame", "Contexte et détails"), ("phrase", "Le volet diplomatique")]
)
def test_a_kind_of_news_that_nothing_speaks_of_is_no_title(
    monkeypatch: pytest.MonkeyPatch, kind: Kind, title: str
) -> None:
    """The sentences are details then; a phrase is their own words, however little it tells."""
    one = material("fr", "Rien ne presse.", "Rien ne va.")
    few = [Candidate("Le volet diplomatique", frozenset([kind]))]
    monkeypatch.setattr("dossier.topics.titles.candidates_of", lambda *_: few)
    monkeypatch.setattr("dossier.topics.titles.weigh", lambda *_: -0.1)

    assert [heads.title for heads in titles_of([None], one)] == [title]


def test_what_is_no_person_or_would_be_too_long_stays_as_it_is() -> None:
    """A title has at most 45 characters."""
    long = "Le vice-président du conseil départemental du Finistère Jean Martin viendra."

    assert with_office("Jean Martin", material("fr", long)) == "Jean Martin"
    assert with_office("La juge", material("fr", "La juge Jeanne Roussel part.")) == "La juge"
