"""What is likely to be printed over a topic."""

from dataclasses import replace

import pytest

from dossier.entities import Entity, Found
from dossier.spans import Span
from dossier.topics.frames import frames_of
from dossier.topics.sentences import Sentence
from dossier.topics.titles.bearing import bearing_of
from dossier.topics.titles.candidates import Candidate, Kind, candidates_of
from dossier.topics.titles.kin import kinship
from dossier.topics.titles.material import Material
from dossier.topics.titles.weighing import weigh
from dossier.topics.wording import wording_of

OWN = (
    "Le tribunal valide la vente du port de Lorient.",
    "La vente du port sera signée, dit le tribunal.",
    "Les dockers attendent la vente du port.",
)
OTHER = ("La pluie tombe sur les champs.", "Les vignes ont souffert du gel.") * 4


def material(headlines: tuple[str, ...] = (), own: tuple[str, ...] = OWN) -> Material:
    """Three sentences on a sale, of the first article, and eight on the weather, of others."""
    texts = [*own, *OTHER]
    sentences = [
        Sentence(max(0, i - 2), f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]
    none: list[tuple[int, ...]] = [()] * len(texts)
    main = [0] * len(own) + [1] * len(OTHER)
    return Material(sentences, main, none, Found(), "fr", ["fr"] * len(texts), headlines)


def weight(one: Candidate, headlines: tuple[str, ...] = ()) -> float:
    """How likely it is to be printed over the sale."""
    told = material(headlines)
    return weigh(one, bearing_of(range(len(OWN)), told), told)


def test_what_the_topic_has_and_no_other_goes_before_what_all_have_a_word_of() -> None:
    """A phrase before one of its words, and before what stands elsewhere."""
    phrase = weight(Candidate("La vente du port", frozenset(["phrase"])))

    assert phrase > weight(Candidate("Le port", frozenset(["noun"])))
    assert phrase > weight(Candidate("Les vignes", frozenset(["phrase"])))


def test_what_stands_in_a_headline_goes_first_unless_it_stands_in_many() -> None:
    """The first tells a side of the story, the second the story."""
    one = Candidate("La vente du port", frozenset(["phrase"]))
    others = ("Il pleut", "Il gèle", "Il neige", "Il vente")

    printed = weight(one, ("La vente du port", *others))

    assert printed > weight(one, others)
    assert printed > weight(one, ("La vente du port", "Encore la vente du port"))


def test_a_clause_is_worth_what_its_article_has_of_the_topic() -> None:
    """The headline of an article that has all of it is its own; that of another is not."""
    told = "Le tribunal valide la vente du port"
    its_own = weight(Candidate(told, frozenset(["clause"]), article=0), (told,))

    assert its_own > weight(Candidate(told, frozenset(["clause"]), article=3), (told,)) + 0.5


def test_the_frame_that_leads_goes_before_one_that_is_only_spoken_of() -> None:
    """What put the sentences together is mostly what they are about."""
    told = material()
    trial = next(frame for frame in frames_of("fr") if frame.key == "trial")
    kin = next(
        one for one in kinship(range(3), told.sentences, told.spoken, "fr") if one.frame is trial
    )
    frame: frozenset[Kind] = frozenset(["frame"])

    leading = weight(Candidate("Le procès", frame, kin, leads=True, first=True))

    assert leading > weight(Candidate("Le procès", frame, kin))


def test_candidates_are_of_all_kinds_and_none_is_twice() -> None:
    """A phrase, a noun, a clause and frames, each with all that it is."""
    told = material(("Crue : le tribunal valide la vente du port", "Il pleut"))
    bearing = bearing_of(range(3), told)
    kin = kinship(range(3), told.sentences, told.spoken, "fr")

    found = candidates_of(bearing, told, kin)

    titles = [one.title for one in found]
    assert len(set(titles)) == len(titles)
    assert {kind for one in found for kind in one.kinds} == {"phrase", "noun", "clause", "frame"}
    assert "Il pleut" not in titles


def test_words_of_people_are_called_so() -> None:
    """Where half of the sentences are quotations; not where one of three is."""
    said = "« La vente du port est une faute pour nous », dit un docker."
    heard = (said, said.replace("faute", "chance"), "Le port attend.")
    titles = [
        {one.title for one in candidates_of(bearing_of(range(3), told), told, [])}
        for told in (material(own=heard), material(own=(said, *OWN[1:])))
    ]

    assert [wording_of("fr").voices in found for found in titles] == [True, False]


@pytest.mark.parametrize(("before", "told"), [("", True), ("#", False)])
def test_a_tag_of_a_network_heads_no_topic(before: str, told: bool) -> None:
    """A body does that is named in all of its sentences."""
    texts = [
        f"Les dockers de {before}PortOuvert {done}." for done in ("crient", "partent", "rient")
    ]
    body = Entity("PortOuvert", "organisation", ("PortOuvert",), ())
    named = [(0,)] * len(texts) + [()] * len(OTHER)
    found = replace(material(own=tuple(texts)), named=named, found=Found((body,)))

    titles = {one.title for one in candidates_of(bearing_of(range(3), found), found, [])}

    assert ("PortOuvert" in titles) is told


def test_a_headline_in_capitals_gives_a_clause_in_small_letters() -> None:
    """As the articles write its words."""
    told = material(("Les Dockers Attendent La Vente Du Port", "Il pleut"))

    found = candidates_of(bearing_of(range(3), told), told, [])

    clauses = [one.title for one in found if "clause" in one.kinds]
    assert clauses == ["Les dockers attendent la vente du port"]


@pytest.mark.parametrize(("own", "told"), [(OWN, True), (("Des dockers attendent.", *OWN), False)])
def test_a_first_sentence_gives_no_clause_that_counts(own: tuple[str, ...], told: bool) -> None:
    """An editor's headline may open so; a lede that stands for one does so in the middle of it."""
    found = material(("Des dockers attendent", "Il pleut"), own)

    clauses = [
        one.title
        for one in candidates_of(bearing_of(range(len(own)), found), found, [])
        if "clause" in one.kinds
    ]
    assert ("Des dockers attendent" in clauses) is told


def test_two_nouns_are_joined_with_their_capitals() -> None:
    """An article is small behind "and", a name's adjective is not."""
    own = (
        "The steel tariffs hurt. Steel tariffs fall.",
        "They dropped the steel tariffs.",
        "The European nations wait.",
        "For European nations it is late.",
    )
    texts = (*own, *("Rain fell on the fields.", "The vines froze.") * 4)
    sentences = [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]
    none: list[tuple[int, ...]] = [()] * len(texts)
    told = Material(sentences, [0] * len(texts), none, Found(), "en", ["en"] * len(texts))

    found = candidates_of(bearing_of(range(len(own)), told), told, [])

    pairs = [one.title for one in found if "pair" in one.kinds]
    assert len(pairs) == 1
    assert "European nations" in pairs[0]


def test_a_noun_is_not_joined_to_its_plural() -> None:
    """It would say one thing twice: "Le quai et les quais"."""
    own = ("Le quai ferme.", "On voit le quai.", "Les quais rouillent.", "Vers les quais.")
    told = material(own=own)

    found = candidates_of(bearing_of(range(len(own)), told), told, [])

    assert {"Le quai", "Les quais"} & {one.title for one in found}
    assert not [one.title for one in found if "pair" in one.kinds]


def test_a_noun_that_says_nothing_without_a_complement_is_no_title() -> None:
    """Neither alone nor one of two; with its complement it is."""
    own = (
        "Le passage du bateau fâche : la grève tient.",
        "La grève va durer, le passage du bateau aussi.",
        "On attend le passage, la grève est votée.",
        "Le passage fermé, on vote la grève.",
    )
    texts = (*own, *OTHER)
    sentences = [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]
    none: list[tuple[int, ...]] = [()] * len(texts)
    told = Material(sentences, [0] * len(texts), none, Found(), "fr", ["fr"] * len(texts))

    titles = {c.title for c in candidates_of(bearing_of(range(len(own)), told), told, [])}

    assert {"La grève", "Le passage du bateau"} <= titles
    assert not any(title.endswith("passage") for title in titles)
    assert not any(title.startswith("Le passage et") for title in titles)


def test_a_topic_without_a_word_of_its_frame_is_not_called_by_it() -> None:
    """What led there was likeness alone: a label that no sentence bears out says nothing."""
    told = material()
    frames = {frame.key: frame for frame in frames_of("fr")}
    kin = kinship(range(3), told.sentences, told.spoken, "fr")

    def labels(key: str) -> set[str]:
        found = candidates_of(bearing_of(range(3), told), told, kin, frames[key])
        return {one.title for one in found if one.leads}

    assert labels("trial")
    assert not labels("military")
