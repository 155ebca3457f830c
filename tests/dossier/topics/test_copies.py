"""What several articles copied counts once."""

import numpy as np

from dossier.spans import Span
from dossier.topics.copies import first_of_copies, without_copied
from dossier.topics.sentences import Sentence
from dossier.topics.sorting import Sorted

AGENCY = "La préfecture a fait savoir que la décrue de la rivière était attendue jeudi matin{}."
OWN = (
    "Un riverain raconte qu'il a passé la nuit sur le toit de sa maison avec ses deux enfants.",
    "Le pont du village voisin s'est effondré sans faire de victime, selon les pompiers.",
    "Une collecte de vêtements est ouverte à la salle des fêtes jusqu'à la fin de la semaine.",
    "Les assureurs attendent plusieurs milliers de dossiers dans les prochaines semaines.",
)


def sentences_of(*texts: str) -> list[Sentence]:
    """One sentence an article."""
    return [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]


def test_a_copy_is_known_by_its_beginning_or_its_end() -> None:
    """What an outlet adds or leaves out at one end does not hide it; a short line is anyone's."""
    sentences = sentences_of(
        AGENCY.format(""),
        AGENCY.format(", au plus tôt"),
        "Oui.",
        "Oui.",
        "Hier : " + OWN[0],
        OWN[0],
    )

    assert first_of_copies(sentences) == [0, 0, 2, 3, 4, 4]


def test_what_was_copied_three_times_is_no_topic() -> None:
    """Its sentences go where they score next; a topic of as many sentences of their own stays."""
    sentences = sentences_of(*[AGENCY.format("")] * 3, *OWN[:2], *OWN[2:])
    scores = np.array([[3, 1, 2]] * 3 + [[0, 3, 1]] * 2 + [[0, 1, 3]] * 2, dtype=np.float32)
    none = np.zeros(len(sentences), dtype=np.bool_)

    done = without_copied(Sorted((None, None, None), scores, none), sentences)

    assert done.scores.argmax(axis=1).tolist() == [1, 1, 1, 0, 0, 1, 1]
