"""What a group that no frame leads is called."""

from dossier.entities import Found
from dossier.spans import Span
from dossier.topics.frames import frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.titles import titles_of
from dossier.topics.titles.kin import kin_of
from dossier.topics.titles.material import Material

SAVED = (
    "Les pompiers ont porté secours aux naufragés par hélitreuillage.",
    "Des sauveteurs ont hélitreuillé une famille, disent les secouristes.",
    "Les secours et les pompiers sont venus en barque.",
)
OTHER = ("Le budget de la région sera voté lundi.", "Les élus attendent une réponse écrite.")


def sentences_at(*texts: str) -> list[Sentence]:
    """One sentence an article."""
    return [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]


def titles_beside(key: str) -> list[str]:
    """The titles of a group on rescuers, and of a topic that the frame of that key leads."""
    sentences = sentences_at(*SAVED, *OTHER * 4)
    frame = next(frame for frame in frames_of("fr") if frame.key == key)
    main = [0] * len(SAVED) + [1] * (len(sentences) - len(SAVED))
    none: list[tuple[int, ...]] = [()] * len(sentences)
    material = Material(sentences, main, none, Found(), "fr", ["fr"] * len(sentences))
    return [heads.title for heads in titles_of([None, frame], material)]


def test_a_group_is_akin_to_the_frames_whose_terms_mark_it_off() -> None:
    """Several terms of the frame, in several of its sentences, and few in the others."""
    sentences = sentences_at(*SAVED, *OTHER * 4)

    near = kin_of(range(3), sentences, ["fr"] * len(sentences), "fr")

    assert near[0].key == "rescue"
    assert kin_of(range(3, 5), sentences, ["fr"] * len(sentences), "fr") == []


def test_a_group_has_the_title_of_the_frame_it_is_nearest_to() -> None:
    """By itself when no topic has it."""
    title, _ = titles_beside("money")

    assert title == next(frame.title for frame in frames_of("fr") if frame.key == "rescue")


def test_no_two_topics_have_the_title_of_one_frame() -> None:
    """It is of the one that speaks of it; the frame that leads the other is not enough."""
    whole = next(frame.title for frame in frames_of("fr") if frame.key == "rescue")

    own, other = titles_beside("rescue")

    assert own == whole
    assert other != whole


def test_a_group_of_a_large_dossier_is_called_by_a_part_of_it() -> None:
    """What marks it off is found without reading every sentence."""
    texts = ("Le barrage du Lerrain est plein.", *OTHER * 4) * 600
    sentences = sentences_at(*texts)
    main = [0 if "barrage" in text else 1 for text in texts]
    frame = next(frame for frame in frames_of("fr") if frame.key == "money")
    material = Material(sentences, main, [()] * len(texts), Found(), "fr", ["fr"] * len(texts))

    assert "arrage" in titles_of([None, frame], material)[0].title
