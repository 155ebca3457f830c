"""Lines of a page: cut where breaks were lost, joined where they were added."""

from itertools import pairwise

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from dossier.structure import structure_article
from dossier.structure.cutting import open_page
from tests.strategies import press_text


def _lines(text: str) -> list[str]:
    return [" ".join(line.words.split()) for line in open_page(text).lines]


def test_paragraphs_glued_at_a_full_stop_are_cut_apart() -> None:
    """A lost break after a full stop, and an inserted link, part the paragraphs again."""
    first = "La mairie a voté mardi la fermeture du pont, que la crue a ébranlé dimanche."
    link = "Lire aussi: La crue de 1910, racontée par ceux qui l’ont vue"
    last = "Le conseil se réunira de nouveau jeudi pour décider des travaux à mener."

    assert _lines(first + last) == [first, last]
    assert _lines(first + link + last) == [first, link, last]


@pytest.mark.parametrize(
    "text",
    [
        "Tout se trouve à l’adresse www.example.org/Une.Page.Html, et nulle part ailleurs, dit-il.",
        "Le général A.B.Martin commande les forces (U.S.Army) dans la région du fleuve.",
        '"Nous verrons bien ce que dira la région." Le maire n\'en dit rien de plus.',
        "Le prix est de 3.200.000 euros. La mairie en paiera la moitié, la région le reste.",
    ],
)
def test_addresses_initials_and_figures_are_not_cut(text: str) -> None:
    """A full stop inside an address, initials or a figure ends no paragraph."""
    assert _lines(text) == [text]


GERMAN = (
    "„So etwas haben wir hier noch nie erlebt“, sagte die Bürgermeisterin von Wernbach am Abend.",
    "„Das Wasser kam innerhalb von zwanzig Minuten.“ Die Stadt habe am Abend keine Warnung gehabt.",
)


def test_a_german_closing_mark_opens_no_paragraph() -> None:
    """What „ opened is closed by “: no break was lost before it, though one may be behind it."""
    first, last = GERMAN

    assert _lines(f"{first} {last}") == [f"{first} {last}"]
    assert _lines(f"Er rief „Halt“ An der Lauter. {last}") == [
        f"Er rief „Halt“ An der Lauter. {last}"
    ]
    told = "Die Lauter steht seit dem Morgen wieder bei zwei Metern, so der Landrat von Wernbach."
    assert _lines(f"{first} „Das reicht.“{told}") == [f"{first} „Das reicht.“", told]


def test_a_text_wrapped_at_a_column_is_put_together() -> None:
    """Lines broken at a column are one passage; the text keeps its breaks."""
    text = (
        "La rivière déborde et coupe deux routes\n\n"
        "La mairie a voté mardi la fermeture du pont, que la crue\n"
        "de dimanche avait déjà ébranlé, selon le préfet. Jeanne\n"
        "Martin, la maire, ne dit pas quand il rouvrira.\n\n"
        "Fin."
    )

    article = structure_article("a.txt", text)

    assert [p.span.of(text).count("\n") for p in article.passages] == [2, 0]
    assert len(article.passages[0].sentences) == 2


def test_a_paragraph_that_a_link_broke_is_put_together() -> None:
    """A line belongs to the one before that ends on "and", or when it goes on with a comma."""
    text = "Mr Rossi and\nMr Battista\n, a member, met the leader on Tuesday.\nThey talked.\n"

    assert _lines(text) == [
        "Mr Rossi and Mr Battista , a member, met the leader on Tuesday.",
        "They talked.",
    ]


def test_an_ornate_first_letter_joins_its_word() -> None:
    """A drop cap alone on its line is the first letter of the paragraph."""
    assert _lines("T\n\nhe palace is a majestic allegory.") == [
        "T he palace is a majestic allegory."
    ]


def test_a_byline_in_lower_case_stays_a_line() -> None:
    """A line that opens with "by" goes on nothing."""
    assert _lines("Council votes to close the old bridge\nby charles") == [
        "Council votes to close the old bridge",
        "by charles",
    ]


def test_wide_gaps_part_the_paragraphs_of_a_line_that_lost_its_breaks() -> None:
    """Two spaces between sentences are a lost break, unless the writer always typed two."""
    paragraph = " ".join(
        f"Le conseil de {place} a voté mardi les travaux du pont, ébranlé par la crue."
        for place in ("Vallières", "Sept-Saulx", "Montreuil", "Courville", "Aubigny")
    )

    assert _lines("  ".join([paragraph] * 8)) == [paragraph] * 8
    assert len(_lines("  ".join([paragraph] * 8).replace(". ", ".  "))) < 8


GLUED = (
    *("La mairie a voté mardi la fermeture du pont, ébranlé par la crue.", "Pont écroulé", " "),
    *("pic.twitter.com/F846CoVLvQ", "— Jeanne Martin (@jmartin) 15 octobre 2018", "  ", "?", "»"),
    *("Le pont dimanche. Photograph: Jeanne Martin/EPA", "Lire aussi: la crue de 1910", "« "),
    *("Même si les travaux commencent, dit le maire", "https://t.co/F846CoVLvQ", "\n", "Les "),
)


@given(st.lists(st.sampled_from(GLUED), min_size=4, max_size=60).map("".join))
def test_what_was_glued_is_cut_without_a_loss(text: str) -> None:
    """Whatever stands glued together, the pieces hold every visible character once, in order."""
    lines = open_page(text).lines
    event(f"cut: {any(line.cut for line in lines)}")

    assert "".join("".join(line.words.split()) for line in lines) == "".join(text.split())
    assert all(line.words.strip() for line in lines)
    assert all(a.span.end <= b.span.start for a, b in pairwise(lines))


@given(press_text())
def test_lines_hold_every_visible_character_once(text: str) -> None:
    """However lines are cut and joined, they ascend and lose nothing."""
    lines = open_page(text).lines

    assert "".join("".join(line.words.split()) for line in lines) == "".join(text.split())
    assert all(a.span.end <= b.span.start for a, b in pairwise(lines))
