"""Marking: a group that no frame leads is called by what its articles keep writing."""

from collections.abc import Sequence

import pytest

from dossier.entities import Entity
from dossier.entities.entity import EntityKind
from dossier.structure import structure_article
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.titles.marking import is_marked_off, may_head, phrases_once

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


def group_of(texts: Sequence[str], word: str) -> tuple[list[int], list[Sentence]]:
    """The sentences that have a word, among those of an article a text."""
    sentences = sentences_of([structure_article(f"{i}.txt", text) for i, text in enumerate(texts)])
    return [i for i, sentence in enumerate(sentences) if word in sentence.text], sentences


@pytest.mark.parametrize(
    ("texts", "language", "word", "title"),
    [
        (FRENCH, "fr", "diplomat", "Les passeports diplomatiques"),
        (ELIDED, "fr", "grenade", "L'éclat de grenade"),
        (ENGLISH, "en", "server", "The private server"),
    ],
)
def test_the_phrase_of_a_group_marks_it_off_and_is_a_title_as_it_is_written(
    texts: tuple[str, ...], language: str, word: str, title: str
) -> None:
    """What every sentence of the group has, and no other."""
    own, sentences = group_of(texts, word)

    assert is_marked_off(own, sentences, language)
    assert title in [form for i in own for _, form in phrases_once(sentences[i].text, language)]


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        (
            ("Le pont ferme. Il pleut.", "On voit le pont. Il vente.", "Le pont tient. Il gèle."),
            "p",
        ),
        (("La digue de bois a cédé. Il pleut.", "La barque coule. Il vente."), "digue"),
        ((*FRENCH, "Ses passeports diplomatiques, encore.") * 2, "Ses"),
    ],
)
def test_a_noun_alone_or_what_is_written_elsewhere_marks_nothing_off(
    texts: tuple[str, ...], word: str
) -> None:
    """Nor what one sentence has."""
    own, sentences = group_of(texts, word)

    assert own
    assert not is_marked_off(own, sentences, "fr")


def test_a_language_without_small_words_known_has_no_phrases() -> None:
    """Nothing is guessed in a language whose noun phrases are not known."""
    own, sentences = group_of(["Ein Satz. Noch ein Satz."] * 3, "Satz")

    assert not is_marked_off(own, sentences, "de")


def test_a_name_is_never_cut() -> None:
    """An office keeps the whole name of who holds it, or is told without."""
    leads = ("Later on", "On Monday morning", "By the time they met")
    texts = [f"{lead} the trust chairman Anna Maria Kovacs resigned." for lead in leads]
    titles = [form for text in texts for _, form in phrases_once(text, "en") if form]

    assert titles
    assert all("Anna" not in title or "Kovacs" in title for title in titles)


@pytest.mark.parametrize(
    ("text", "language", "titles"),
    [
        ("la hausse des taxes", "fr", {"La hausse", "La hausse des taxes"}),
        ("selon une habitante", "fr", set()),
        ("avec leur manifestation", "fr", set()),
        ("avec leur arrivée", "fr", {"L'arrivée"}),
        ("comme le confirmait la préfecture", "fr", {"La préfecture"}),
        ("boire le lait", "fr", {"Le lait"}),
        ("demande aux camions d'éviter la ville", "fr", {"La ville"}),
        ("le droit de manifester", "fr", {"Le droit", "Le droit de manifester"}),
        ("les prochaines heures", "fr", set()),
        (
            "l'appel des villes espagnole et turque",
            "fr",
            {"L'appel", "L'appel des villes"},
        ),
        ("l'avis de partie civile", "fr", {"L'avis", "L'avis de partie civile"}),
        ("near a ferry terminal", "en", {"The ferry terminal"}),
        ("expect the right thing", "en", set()),
        ("a lawsuit frivolous and weak", "en", set()),
        ("for Red Cross teams", "en", set()),
    ],
)
def test_a_noun_is_a_title_with_the_article_that_the_text_tells(
    text: str, language: str, titles: set[str]
) -> None:
    """None where the word before does not tell it, the phrase goes on, or it ends in a quality."""
    assert {title for _, title in phrases_once(text, language) if title} == titles


@pytest.mark.parametrize(
    ("name", "kind", "heads"),
    [("Paul Aubin", "person", True), ("Aubin", "person", False),
     ("Union du littoral", "organisation", True), ("XR-4F7", "organisation", False)],
)  # fmt: skip
def test_a_name_that_heads_a_topic_is_whole(name: str, kind: EntityKind, heads: bool) -> None:
    """A family name alone heads none, nor what has figures in it."""
    assert may_head(Entity(name, kind, (name,), ())) is heads


def test_an_english_verb_behind_that_is_no_noun() -> None:
    """Fires "that threaten property" are no "threaten property"."""
    found = phrases_once(
        "Crews fight fires that threaten property, and the property is safe.", "en"
    )

    assert dict(found)["property"] == "The property"
    assert not any("threaten" in key for key, _ in found)


def test_what_always_belongs_to_another_noun_is_no_title() -> None:
    """Whoever is "dépositaire de la force navale" does not make "La force navale" a topic."""
    for lead in ("Hier matin est venu", "Le maire a reçu", "On a vu au port"):
        found = dict(phrases_once(f"{lead} cet agent dépositaire de la force navale.", "fr"))

        assert found["force navale"] == ""


def test_a_noun_that_once_belongs_to_another_keeps_its_title() -> None:
    """Wherever in the sentence it stands by itself."""
    before = phrases_once("La digue a cédé au pied de la digue.", "fr")
    after = phrases_once("Au pied de la digue, la digue a cédé.", "fr")

    assert dict(before)["digue"] == dict(after)["digue"] == "La digue"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Je ne l'entends plus.", None),
        ("Elle les accompagne partout.", None),
        ("Avec les accompagnateurs du port.", "Les accompagnateurs du port"),
        ("La ministre des Affaires étrangères parle.", "La ministre des Affaires étrangères"),
        ("Le bureau du Conseil de saisir demain.", "Le bureau du Conseil"),
        ("Les écluses central du port.", "Les écluses"),
        ("Les propos du chef de l'État étonnent.", "Les propos du chef de l'État"),
        (
            "L'usage des lanceurs de balles de défense est contesté.",
            "L'usage des lanceurs de balles de défense",
        ),
    ],
)
def test_no_verb_is_a_noun_and_no_phrase_is_cut(text: str, title: str | None) -> None:
    """A pronoun before it tells a verb; an adjective or "de balles" belongs to what it follows."""
    titles = [form for _, form in phrases_once(text, "fr") if " " in form]

    assert (titles[-1] if titles else None) == title
    cut = {"La ministre des Affaires", "L'usage des lanceurs", "Les propos du chef"}
    assert not cut & set(titles)


@pytest.mark.parametrize(
    "text",
    [
        "Certains disent Laurent.",
        "Pour les condamner.",
        "Beaucoup le prennent.",
        "Afin de le montrer.",
    ],
)
def test_no_part_of_a_word_and_no_verb_behind_its_object_is_a_noun(text: str) -> None:
    """In "Certains" there is no article, and behind "les" nothing is in the singular."""
    assert not phrases_once(text, "fr")
