"""The dossier: the parts joined, and the questions asked of it."""

import gc
from datetime import date
from pathlib import Path

import pytest

from dossier import dossier as module
from dossier.article import Article, Block, Passage
from dossier.decisions import Decisions, EntityDecision, TopicDecision
from dossier.dossier import Dossier, decide, open_dossier
from dossier.entities import Entity, Found, Mention
from dossier.spans import Span
from dossier.topics import Extract, Topic


def article(file: str, text: str = "Un, deux. Trois.", published: date | None = None) -> Article:
    """An article of one passage."""
    span = Span(0, len(text))
    passage = Passage(1, "paragraph", span, (span,))
    return Article(file, text, (Block("paragraph", span),), (passage,), published=published)


ONE, TWO = Span(0, 2), Span(4, 8)
ANNE = Entity("Anne", "person", ("Anne", "deux"), (Mention("b.txt", TWO, "person", ""),))
JEAN = Entity("Jean", "person", ("Jean", "Un"), (Mention("b.txt", ONE, "person", ""),))
PONT = Topic("Le pont", (Extract("b.txt", ONE, 0.4), Extract("a.txt", Span(0, 9), 0.9)))
CRUE = Topic("La crue", (Extract("b.txt", Span(0, 9), 0.8),))
DOSSIER = Dossier(
    "crue",
    (article("a.txt"), article("b.txt")),
    found=Found((ANNE, JEAN)),
    topics=(PONT, CRUE),
)


def test_an_article_is_found_by_its_file() -> None:
    """By its file alone; none is made up."""
    assert DOSSIER.article("b.txt") is DOSSIER.articles[1]
    with pytest.raises(KeyError):
        DOSSIER.article("c.txt")


def test_mentions_are_in_reading_order_with_their_entities() -> None:
    """Whatever the order of the entities, a text's mentions are as they stand in it."""
    assert [(m.span, e.name) for m, e in DOSSIER.mentions("b.txt")] == [
        (ONE, "Jean"),
        (TWO, "Anne"),
    ]
    assert DOSSIER.mentions("a.txt") == ()
    assert [DOSSIER.mention_at("b.txt", at) for at in (2, 3, 8)] == [None] * 3
    assert [pair[1].name for at in (0, 1, 4, 7) if (pair := DOSSIER.mention_at("b.txt", at))] == [
        "Jean",
        "Jean",
        "Anne",
        "Anne",
    ]


def test_the_language_is_that_of_most_articles(tmp_path: Path) -> None:
    """One long page in another language does not name the topics of all the others."""
    english = "The river rose in the night and the mayor asked people to leave their homes. "
    french = "La rivière est montée dans la nuit et le maire demande aux habitants de partir. "
    for name, text in (("a", english * 40), ("b", french), ("c", french)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    dossier = open_dossier([tmp_path])

    assert [article.language for article in dossier.articles] == ["en", "fr", "fr"]
    assert dossier.language == "fr"


def test_a_decision_is_played_over_what_was_derived_and_leaves_it() -> None:
    """Decided and decided otherwise, the dossier is as if only the last had been said."""
    hidden = Decisions(entities=(EntityDecision("deux", hidden=True),))
    renamed = Decisions(topics=(TopicDecision("Le vieux pont", was=("Le pont",)),))

    once = decide(DOSSIER, hidden)
    then = decide(once, renamed)
    back = decide(then, Decisions())

    assert [m.span for entity in once.found.entities for m in entity.mentions] == [ONE]
    assert then.found == DOSSIER.found
    assert "Le vieux pont" in {topic.title for topic in then.topics}
    assert (back.found, back.topics) == (DOSSIER.found, DOSSIER.topics)


def test_the_main_topic_of_a_place_comes_first() -> None:
    """By weight, not by the topics' order."""
    assert [topic.title for topic in DOSSIER.topics_of("b.txt", 1)] == ["La crue", "Le pont"]
    assert [topic.title for topic in DOSSIER.topics_of("b.txt", 5)] == ["La crue"]
    assert DOSSIER.topics_of("b.txt", 12) == ()


def test_sources_are_in_the_dossiers_order_with_their_share() -> None:
    """Whatever the order of the extracts; the shares add up to one."""
    sources = DOSSIER.sources(PONT)

    assert [(s.article.file, len(s.extracts)) for s in sources] == [("a.txt", 1), ("b.txt", 1)]
    assert [s.coverage for s in sources] == pytest.approx([9 / 11, 2 / 11])
    assert [s.article.file for s in DOSSIER.sources(None)] == ["a.txt", "b.txt"]


def test_what_answers_the_questions_goes_with_the_dossier() -> None:
    """Nothing of a dossier is kept once it is let go."""
    gc.collect()
    before = len(module._LOOKUPS)
    passing = Dossier("x", (article("x.txt"),))
    passing.article("x.txt")
    kept = len(module._LOOKUPS) - before
    del passing
    gc.collect()

    assert (kept, len(module._LOOKUPS) - before) == (1, 0)


def test_articles_are_in_the_order_of_their_dates(tmp_path: Path) -> None:
    """By date where known, then by file."""
    for name, line in (("a", ""), ("b", "Publié le 3 décembre 2025\n\n"), ("c", "")):
        text = f"Le pont est fermé\n\n{line}Le pont est fermé depuis mardi. Nul ne passe plus."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "dossier.toml").write_text(
        "[[article]]\nfile = 'c.txt'\npublished = 2025-12-01\n", encoding="utf-8"
    )

    assert [a.file for a in open_dossier([tmp_path]).articles] == ["c.txt", "b.txt", "a.txt"]


def test_a_dossier_of_one_file_is_called_by_its_article(tmp_path: Path) -> None:
    """A folder by its name, a file by its headline."""
    (tmp_path / "a.txt").write_text(
        "Le pont est fermé\n\nLe pont est fermé depuis mardi. Nul ne passe plus.", encoding="utf-8"
    )

    assert open_dossier([tmp_path / "a.txt"]).title == "Le pont est fermé"
    assert open_dossier([tmp_path]).title == tmp_path.name
