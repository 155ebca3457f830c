"""The noun phrases of the dossier that make a frame's title its own."""

import pytest

from dossier.entities import find_entities
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics.frames import Frame
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.titles.naming import named_in, sharing
from dossier.topics.titles.phrases import complemented, covered, phrase_of


def sentences_at(*texts: str) -> list[Sentence]:
    """One sentence an article."""
    return [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]


def frame_with(*heads: str) -> Frame:
    """A frame of those nouns."""
    return Frame("some", "Une partie", (), heads=heads)


@pytest.mark.parametrize(
    ("heads", "texts", "language", "phrase"),
    [
        (
            ("le mouvement", "la crise"),
            ("Le mouvement des « bonnets verts » dure.", "La crise des bonnets verts dure."),
            "fr",
            "Le mouvement des bonnets verts",
        ),
        (("le débat",), ("Le débat politique dure.",), "fr", None),
        (
            ("l'accord",),
            ("L'accord entre Oslo et Riga dure.",),
            "fr",
            "L'accord entre Oslo et Riga",
        ),
        (("l'accord",), ("L'accord entre Oslo, Riga et Berne dure.",), "fr", None),
        (("the plan",), ("The harbour plan is late.",), "en", "The harbour plan"),
    ],
)
def test_what_is_joined_to_several_nouns_of_a_frame_counts_for_all(
    heads: tuple[str, ...], texts: tuple[str, ...], language: str, phrase: str | None
) -> None:
    """Quote marks do not part what is one; an adjective that says nothing makes no phrase."""
    own = sentences_at(*texts * 3)

    assert phrase_of(frame_with(*heads), own, own, language) == phrase


def test_a_phrase_of_a_small_part_is_not_the_title_of_the_whole() -> None:
    """Three sentences on one motion do not make twenty on politics "La motion de défiance"."""
    motion = sentences_at(*["La motion de défiance est rejetée."] * 3)
    others = sentences_at(*["Les élus se sont réunis hier pour parler des écoles."] * 17)

    assert phrase_of(frame_with("la motion"), motion, motion, "fr") == "La motion de défiance"
    assert phrase_of(frame_with("la motion"), motion + others, motion + others, "fr") is None
    assert covered("La motion de défiance", motion + others, "fr") == 0.15


def test_a_bare_title_takes_what_its_topic_keeps_speaking_of() -> None:
    """Whatever the noun before it in the text, if enough of the sentences have its words."""
    own = sentences_at(
        "La colère des bonnets verts monte.",
        "Un appel des « bonnets verts » circule.",
        "Les bonnets verts sont nombreux.",
        "Le chef des bonnets verts attend.",
    )

    assert complemented("La mobilisation", own, own, "fr") == "La mobilisation des bonnets verts"
    assert complemented("La mobilisation", own[:1] + sentences_at("Rien.") * 9, own, "fr") is None


def test_a_bare_title_takes_a_name_that_is_written_behind_it() -> None:
    """The second half of an office belongs to nothing else."""
    own = sentences_at(
        "Le ministre des Comptes publics parle.",
        "Le budget des Comptes publics baisse.",
        "Le bureau des Comptes publics ferme.",
    )
    written = sentences_at("La crise des « Comptes publics » dure.")

    assert complemented("La mobilisation", own, own, "fr") is None
    assert complemented("La crise", own, own + written, "fr") == "La crise des Comptes publics"


def test_people_who_share_a_topic_are_told_if_the_rest_does_not_speak_of_them() -> None:
    """Of several articles, and more frequent there than on the whole."""
    about = "Claire Montfort a critiqué le texte devant les élus de la région."
    other = "La rivière est sortie de son lit dans la nuit et la route est coupée."
    articles = [structure_article(f"{i}.txt", f"{about} {other} {other} {about}") for i in "abc"]
    sentences, found = sentences_of(articles), find_entities(articles)
    named = named_in(sentences, found)
    places = [sentence.article for sentence in sentences]
    own = [i for i, sentence in enumerate(sentences) if sentence.text == about]

    assert [e.name for e in sharing(own, places, named, found)] == ["Claire Montfort"]
    assert sharing(range(len(sentences)), places, named, found) == []
