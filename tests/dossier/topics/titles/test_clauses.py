"""What headlines say, in the length of a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.topics.headings import LONGEST
from dossier.topics.titles.clauses import clauses_of, in_small_letters, is_told


@pytest.mark.parametrize(
    ("headline", "clauses"),
    [
        ("Crue : le préfet ferme trois ponts", ["Le préfet ferme trois ponts"]),
        (
            "Le maire quitte son poste, une enquête est ouverte",
            ["Le maire quitte son poste", "Une enquête est ouverte"],
        ),
        (
            "Le tribunal valide la vente du port par ses créanciers à Lorient",
            ["Le tribunal valide la vente du port"],
        ),
        ("Le maire reste, mais perd sa majorité", ["Le maire reste, mais perd sa majorité"]),
        ("Le port « fermé pour toujours", []),
        ("Jean Martin et Paul Aubin", []),
        ("Faillite.", []),
        ("Un homme, qui avait fui, a été condamné lundi", []),
        (
            "Incendie Les locaux de la mairie ravagés par le feu",
            ["Les locaux de la mairie ravagés par le feu"],
        ),
        ("Débat Avant le vote, une longue nuit de tractations", ["Une longue nuit de tractations"]),
        ("Aubin accuse Le Goff de négligence", ["Aubin accuse Le Goff de négligence"]),
        (
            "Un ancien otage espagnol, détenu pendant des années en Syrie",
            ["Un ancien otage espagnol"],
        ),
        ("L'une des figures de la liste", []),
        ("« Nous avons tout perdu » : un pêcheur de Sète raconte", ["Un pêcheur de Sète raconte"]),
        ("La semaine dernière à peine, le port fermait hier", ["Le port fermait hier"]),
        ("Ces ports qui souffrent depuis un an de la grève des remorqueurs", []),
        ("Ce n'est pas une idée nouvelle", []),
        ("Une digue de fortune relevée par une trentaine de pêcheurs bretons", []),
        ("La digue cède à Sète (PHOTOS + VIDEO)", ["La digue cède à Sète"]),
        ("Le péage de Narbonne, des bâtiments, dont celui", ["Le péage de Narbonne"]),
    ],
)
def test_a_part_of_a_headline_that_stands_alone_is_a_clause(
    headline: str, clauses: list[str]
) -> None:
    """Whole, behind what says where one is, between commas, before who or when."""
    found = [clause for clause in clauses_of(headline, "fr") if clause != headline]

    assert found == [clause for clause in clauses if clause != headline]
    assert all(len(clause) <= LONGEST for clause in clauses_of(headline, "fr"))


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Découvrez tous les résultats du vote", "fr"),
        ("Crue : revivez la journée du pont", "fr"),
        ("Find out who won the vote", "en"),
    ],
)
def test_what_bids_the_reader_is_no_title(headline: str, language: str) -> None:
    """A site's own words, not a part of the story."""
    assert clauses_of(headline, language) == []


def test_what_commas_part_in_an_english_headline_is_a_list() -> None:
    """Nothing is told by the second of two things that are put off."""
    assert clauses_of("Mayor delays new taxes on wine, beer and the spirits", "en") == []


def test_what_is_done_is_not_parted_from_who_does_it_in_english() -> None:
    """A title is cut before who scored, or who was taken, but not behind "backed"."""
    backed = "Militias backed by the planes of three allied countries advance"
    beaten = "Rovers down United by three goals in a bitterly cold and windy final"

    assert "Militias backed" not in clauses_of(backed, "en")
    assert "Rovers down United" in clauses_of(beaten, "en")


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("Lighter winds are expected", True),
        ("Most of the valley", True),
        ("Winds hamper crews", False),
    ],
)
def test_a_sentence_is_told_from_an_english_headline(clause: str, told: bool) -> None:
    """By a verb that headlines leave out, or by counting as it opens."""
    assert is_told(clause, "en") is told


def test_a_language_s_own_small_words_tell_what_stands_alone() -> None:
    """A French verb is no English article, nor the other way about."""
    assert clauses_of("Port: la mer and the bridge", "en") == []
    assert clauses_of("Crue : a long way to go", "fr") == []
    assert clauses_of("Floods: a long way to go", "en") == ["A long way to go"]


def test_a_headline_in_capitals_is_set_in_small_letters_but_for_its_names() -> None:
    """A word is small where the articles write it so."""
    text = "They say the files were seized. The files are with Israel now, Israel says."

    assert in_small_letters("Files Seized by Israel", text) == "Files seized by Israel"
    assert in_small_letters("The files of Israel", text) == "The files of Israel"
    assert in_small_letters("Aubin accuse Le Goff", "Il le dit, le sait.") == "Aubin accuse Le Goff"


@given(st.text(max_size=600), st.sampled_from(["fr", "en", None]))
def test_any_headline_gives_clauses_of_a_titles_length(headline: str, language: str | None) -> None:
    """None is longer, empty, or twice there."""
    clauses = clauses_of(headline, language)

    assert len(set(clauses)) == len(clauses)
    assert all(0 < len(clause) <= LONGEST and clause.isprintable() for clause in clauses)


def test_what_is_too_long_for_a_headline_is_read_at_its_beginning() -> None:
    """A megabyte on one line has no more clauses than its first words."""
    line = "Le préfet ferme le pont par arrêté, " * 30_000

    assert clauses_of(line, "fr") == clauses_of(line[:400], "fr")


def test_a_name_behind_an_accent_is_counted() -> None:
    """A town behind "à" is as much in capitals there as behind any word."""
    text = "Elle vit à Orange. Il va à Orange. Elle est née à Orange. Un fruit orange."

    title = in_small_letters("Le Patron De Orange Démissionne", text)

    assert "Orange" in title
