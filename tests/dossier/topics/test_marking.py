"""Marking: a group that no frame leads is called by what its articles keep writing."""

import pytest

from dossier.structure import structure_article
from dossier.topics.marking import marking_phrases
from dossier.topics.sentences import sentences_of

FRENCH = (
    "Les passeports diplomatiques ont servi au Tchad. Un voyage suit.",
    "Des passeports diplomatiques lui ont été remis. La pluie tombe.",
    "Ces passeports diplomatiques n'ont pas été rendus. Le train part.",
)
ELIDED = (
    "Un éclat de grenade l'a touché. Il pleut.",
    "Cet homme a reçu un éclat de grenade. Le train part.",
    "On a trouvé un éclat de grenade. La boutique ferme.",
)
ENGLISH = (
    "The private server was in her house. It rained.",
    "She used a private server for years. Trains left late.",
    "Nobody knew of the private server then. The shop closed.",
)


@pytest.mark.parametrize(
    ("texts", "language", "title"),
    [
        (FRENCH, "fr", "Les passeports diplomatiques"),
        (ELIDED, "fr", "L'éclat de grenade"),
        (ENGLISH, "en", "Private server"),
    ],
)
def test_the_phrase_of_a_group_is_its_title_as_it_is_written(
    texts: tuple[str, ...], language: str, title: str
) -> None:
    """What every sentence of the group has, and no other, comes first."""
    sentences = sentences_of([structure_article(f"{i}.txt", text) for i, text in enumerate(texts)])
    own = [
        i
        for i, sentence in enumerate(sentences)
        if any(word in sentence.text for word in ("diplomat", "grenade", "server"))
    ]

    assert marking_phrases(own, sentences, language)[0] == title


def test_a_language_without_small_words_known_has_no_phrases() -> None:
    """Nothing is guessed in a language whose noun phrases are not known."""
    sentences = sentences_of([structure_article("a.txt", "Ein Satz. Noch ein Satz.")])

    assert marking_phrases([0, 1], sentences, "de") == []
