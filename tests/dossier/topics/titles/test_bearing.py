"""How far a topic bears out what it might be called."""

import pytest

from dossier.entities import Entity, find_entities
from dossier.spans import Span
from dossier.structure import structure_article
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.titles.bearing import (
    Bearing,
    bearing_of,
    belonging,
    is_plural,
    is_role,
    saying,
    speaking,
)
from dossier.topics.titles.candidates import candidates_of
from dossier.topics.titles.material import Material
from dossier.topics.titles.naming import named_in


def sentences_at(*texts: str) -> list[Sentence]:
    """One sentence an article."""
    return [
        Sentence(i, f"{i}.txt", i, i, None, 0.0, Span(0, len(text)), text)
        for i, text in enumerate(texts)
    ]


def bearing_on(own: int, *texts: str) -> Bearing:
    """The first so many of the sentences, among all."""
    sentences = sentences_at(*texts)
    spoken, none = ["fr"] * len(texts), [()] * len(texts)
    main = [0] * own + [1] * (len(texts) - own)
    material = Material(sentences, main, none, find_entities([]), "fr", spoken)
    return bearing_of(range(own), material)


def test_what_most_of_a_topic_has_and_no_other_does_tells_it_best() -> None:
    """Less of the topic, or more of the others, tells it less."""
    bridge = ("Le pont de bois est rompu.", "On a fermé le pont de bois.", "Le pont tient.")
    other = ("La pluie tombe encore.", "Un pont reste à bâtir.", "La pluie cesse.")
    bearing = bearing_on(3, *bridge, *other)

    assert bearing.told(bearing.having("Le pont de bois")) == pytest.approx(2 / 3 * (2 / 3) ** 0.35)
    assert bearing.told(bearing.having("Le pont")) > 0
    assert bearing.apart(bearing.having("Le pont")) < 1
    assert bearing.told(bearing.having("La pluie")) == 0


def test_what_one_hand_wrote_counts_once() -> None:
    """A sentence that two papers copied bears out no more than one, and nothing of four."""
    copied = "Nous ne voulons plus subir les lois des banques étrangères, dit ce texte."
    own = (copied, f"Selon nous, {copied.lower()}", "La grêle a frappé hier.", "Le vent forcit.")
    bearing = bearing_on(4, *own, *["La digue tient."] * 6)

    assert len(set(bearing.first.values())) == 3
    assert bearing.told(bearing.having("Les lois des banques")) == 0


def somebody(name: str) -> Entity:
    """Somebody who is called so."""
    return Entity(name, "person", (name, name.rsplit(maxsplit=1)[-1]), ())


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Les noces ont eu lieu hier, a précisé Anna Vidal.", True),
        ("Anna Vidal, maire d'un village voisin du nôtre, estime que c'est trop.", True),
        ("« Personne n'aurait cru à cela hier », lâche avec un soupir Anna Vidal.", True),
        ("The wedding was yesterday, according to Anna Vidal.", True),
        ("Anna Vidal a été élue hier par le conseil.", False),
        ("Les « bonnets verts » ont suivi Anna Vidal jusqu'au port.", False),
    ],
)
def test_who_speaks_is_told_from_who_is_spoken_of(text: str, speaks: bool) -> None:
    """A verb of saying beside the name, or the name beside a quotation; not a word in quotes."""
    assert bool(speaking([0], somebody("Anna Vidal"), sentences_at(text))) is speaks


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Anna Vidal (Union du littoral) a gagné.", True),
        ("Le président de l'Union du littoral est venu.", True),
        ("L'Union du littoral veut bâtir une digue.", False),
    ],
)
def test_a_body_that_says_where_somebody_is_from_is_not_the_matter(
    text: str, belongs: bool
) -> None:
    """In brackets behind a name, or behind an office."""
    body = Entity("Union du littoral", "organisation", ("Union du littoral",), ())

    assert bool(belonging([0], body, sentences_at(text))) is belongs


@pytest.mark.parametrize(
    ("phrase", "text", "language", "told"),
    [
        ("Le secrétaire d'État", "", "fr", True),
        ("L'élève de terminale", "", "fr", True),
        ("Le porte-parole", "", "fr", True),
        ("The president", "", "en", True),
        ("Le gréeur de cale", "Paul Aubin, un gréeur de cale, attend.", "fr", True),
        ("Les élèves de terminale", "", "fr", False),
        ("Le gréement de cale", "Le gréement de cale est vieux.", "fr", False),
        ("The trust chairman Anna Vidal", "", "en", False),
    ],
)
def test_what_one_person_is_is_told_from_what_happens(
    phrase: str, text: str, language: str, told: bool
) -> None:
    """An office, or a pupil among many, or what stands behind a name; several are a matter."""
    assert is_role(phrase, [text] if text else [], language) is told


@pytest.mark.parametrize(
    ("behind", "told"),
    [("rendra", False), ("a fermé", False), ("central", True), ("de bois", True)],
)
def test_a_noun_and_its_verb_are_no_phrase(behind: str, told: bool) -> None:
    """Side by side as a noun and its adjective are."""
    texts = [f"{lead} le pont {behind} hier." for lead in ("Ici", "Là-bas", "Au nord du village")]
    sentences = sentences_at(*texts, *["La pluie cesse.", "Le train part."] * 4)
    none: list[tuple[int, ...]] = [()] * len(sentences)
    spoken = ["fr"] * len(sentences)
    main = [0] * 3 + [1] * 8
    material = Material(sentences, main, none, find_entities([]), "fr", spoken)
    titles = {c.title for c in candidates_of(bearing_of(range(3), material), material, [])}

    assert (f"Le pont {behind}" in titles) is told


def test_whoever_is_spoken_of_goes_before_whoever_speaks() -> None:
    """Both are named as often."""
    texts = [
        "Anna Vidal a épousé Jean hier à la mairie. La noce a été belle, a précisé Paul Aubin.",
        "Le village a fêté Anna Vidal au port. Le bal a duré tard, a précisé Paul Aubin.",
        "On attendait Anna Vidal depuis midi. Tout le monde est venu, a précisé Paul Aubin.",
    ]
    articles = [structure_article(f"{i}.txt", text) for i, text in enumerate(texts)]
    articles.append(structure_article("z.txt", "Il pleut. Le train part. La digue tient. Rien."))
    sentences, found = sentences_of(articles), find_entities(articles)
    owned = [i for i, sentence in enumerate(sentences) if sentence.article < 3]
    main = [0 if i in owned else 1 for i in range(len(sentences))]
    spoken = ["fr"] * len(articles)
    material = Material(sentences, main, named_in(sentences, found), found, "fr", spoken)
    names = [
        one.title
        for one in candidates_of(bearing_of(owned, material), material, [])
        if "name" in one.kinds
    ]

    assert names == ["Anna Vidal"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Theresa May", "The mayor said nothing of it.", False),
        ("Theresa May", "The Commons may wait, May said.", True),
        ("Wei Li", "La police dit avoir parlé.", False),
        ("习近平", "According to 昨天习近平 it rained.", True),
    ],
)
def test_a_name_inside_a_word_does_not_speak(name: str, text: str, said: bool) -> None:
    """A person called "May" is in no "mayor", nor "Li" in "police", nor "May" in what may be."""
    assert bool(saying([0], somebody(name), sentences_at(text))) is said


@pytest.mark.parametrize(
    ("title", "several"),
    [("The couples", True), ("The press", False), ("The virus", False), ("The crisis", False)],
)
def test_an_english_word_in_s_may_be_one_thing(title: str, several: bool) -> None:
    """-ss, -is and -us end no plural."""
    assert is_plural(title) is several
