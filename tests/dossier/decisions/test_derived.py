"""Decisions played over what was worked out."""

from pathlib import Path

import pytest

from dossier.decisions import Decisions
from dossier.decisions.derived import _ordered, apply_to_topics
from dossier.dossier import Dossier, analyse, open_dossier
from dossier.topics import Topic

TEXTS = {
    "a.txt": "Le pont est fermé depuis mardi. La mairie a voté la fermeture du pont.\n\n"
    "La rivière monte encore, dit la préfète. Deux routes sont coupées.",
    "b.txt": "La rivière est sortie de son lit. Les secours sont sur place.\n\n"
    "Le pont rouvrira en juin, selon la mairie. Les travaux coûteront trois millions.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def decided(folder: Path, toml: str) -> Dossier:
    """The dossier with these decisions, worked out."""
    (folder / "dossier.toml").write_text(toml, encoding="utf-8")
    return analyse(open_dossier([folder]))


def test_a_topic_made_by_hand_holds_what_was_put_there(folder: Path) -> None:
    """By its terms and by hand, less what was taken out."""
    dossier = decided(
        folder,
        "[[topic]]\ntitle = 'Le chantier'\nterms = ['pont']\n"
        "with = ['b.txt#p1']\nwithout = ['a.txt#p1']\n",
    )
    (topic,) = (topic for topic in dossier.topics if topic.title == "Le chantier")

    assert {e.file for e in topic.extracts} == {"b.txt"}
    words = [e.span.of(TEXTS["b.txt"]) for e in topic.extracts]
    assert any(word.startswith("La rivière est sortie") for word in words)
    assert any(word.startswith("Le pont rouvrira") for word in words)


def test_topics_stand_in_the_readers_order(folder: Path) -> None:
    """Those named come first, in that order; the others follow as they were."""
    made = (
        "[[topic]]\ntitle = 'Un'\nterms = ['pont']\n[[topic]]\ntitle = 'Deux'\nterms = ['mairie']\n"
    )
    dossier = decided(folder, "[dossier]\norder = ['Deux', 'Un']\n" + made)

    assert [topic.title for topic in dossier.topics][:2] == ["Deux", "Un"]


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (("D", "A", "C", "was B"), "DABC."),  # B bears another title: it follows A as before
        (("D", "C", "B", "was A"), "ADCB."),
        (("D", "C", "A"), "DCAB."),  # B is named by nobody
        (("D", "gone", "gone too"), "DABC."),
    ],
)
def test_a_topic_that_bears_another_title_stays_beside_its_neighbour(
    order: tuple[str, ...], shown: str
) -> None:
    """It is not in the reader's order, nor is what bore its old title any more."""
    topics = tuple(Topic(title, (), rest=title == ".") for title in "ABCD.")
    done = apply_to_topics(topics, (), Decisions(order=order))

    assert "".join(topic.title for topic in done) == shown


def test_a_part_stands_below_its_topic_whatever_the_order() -> None:
    """The order names neither part; both stay where they were made: behind what they are of."""
    topics = [Topic(title, (), rest=title == ".") for title in "ABECDF."]
    done = _ordered(topics, ("D", "A", "C"), frozenset("be"))

    assert "".join(topic.title for topic in done) == "DABECF."


def test_entities_are_as_the_reader_put_them(folder: Path) -> None:
    """Gathered under one name, retyped, or hidden, with the kind and mentions they had."""
    people = "Anne Le Goff parle. Mme Le Goff attend à Lyon. Le maire Jean Martin parle à Lyon."
    (folder / "c.txt").write_text(people, encoding="utf-8")
    dossier = decided(
        folder,
        "[[entity]]\nname = 'la préfète'\naliases = ['Anne Le Goff']\n"
        "[[entity]]\nname = 'Lyon'\nhidden = true\n",
    )
    names = {entity.name: entity for entity in dossier.found.entities}

    assert "Lyon" not in names
    assert "Anne Le Goff" in names["la préfète"].aliases
