"""Small groups that nothing tells apart from a topic of their kind."""

import numpy as np

from dossier.spans import Span
from dossier.topics.frames import frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.settling import settled
from dossier.topics.sorting import Sorted

SAVED = (
    "Les pompiers ont secouru deux familles par hélitreuillage.",
    "Des sauveteurs hélitreuillent aussi, disent les secouristes.",
)
OTHER = ("Le budget sera voté lundi.", "Les élus attendent encore.", "Rien de neuf hier.")


def kept_beside(key: str) -> int:
    """How many sides are left of a group on rescuers, beside the topic of the frame of that key."""
    texts = (*SAVED, *OTHER * 14)
    sentences = [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]
    frame = next(frame for frame in frames_of("fr") if frame.key == key)
    scores = np.array([[2, 1] if text in SAVED else [0, 1] for text in texts], dtype=np.float32)
    lost = np.zeros(len(texts), dtype=np.bool_)
    done = settled(Sorted((None, frame), scores, lost), sentences, ["fr"] * len(texts), "fr")

    assert done.scores.shape == (len(texts), len(done.sides))
    return len(done.sides)


def test_a_small_group_goes_to_the_topic_of_its_kind() -> None:
    """Its frame has a topic, and no phrase marks the group off."""
    assert kept_beside("rescue") == 1


def test_a_small_group_of_another_kind_stays() -> None:
    """No topic is its frame's."""
    assert kept_beside("money") == 2
