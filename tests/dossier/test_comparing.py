from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from dossier.comparing import Comparison, compare, sentence_of
from dossier.dossier import Derived, Dossier, decide
from dossier.entities import find_entities
from dossier.structure import structure_article
from tests.strategies import press_text
from tests.tolls import TOLLS, dossier_of_texts


def told(dossier: Dossier) -> list[tuple[str, tuple[str, ...]]]:
    """What is compared, and its numbers."""
    return [(one.counted, one.numbers) for one in compare(dossier)]


def words_of(dossier: Dossier, comparison: Comparison) -> list[tuple[str, str]]:
    """The figures of a comparison, each as its article writes it."""
    figures = comparison.figures
    return [(one.file, one.span.of(dossier.article(one.file).text)) for one in figures]


def test_figures_that_differ_stand_side_by_side() -> None:
    """The dead, the evacuated and an age differ; the injured, twelve for all, do not."""
    dossier = dossier_of_texts(*TOLLS)

    dead, evacuated, age = compare(dossier)

    assert words_of(dossier, dead) == [
        ("0.txt", "trois morts"),
        ("1.txt", "cinq morts"),
        ("2.txt", "cinq morts"),
    ]
    assert [one.bound for one in dead.figures] == [None, None, "Au moins"]
    assert (dead.counted, dead.numbers, len(dead.files)) == ("morts", ("3", "5"), 3)
    assert (evacuated.counted, evacuated.numbers) == ("habitants", ("400", "1200"))
    assert (age.counted, age.numbers) == ("ans", ("71", "72"))


def test_the_dead_are_compared_however_they_are_counted() -> None:
    """As the dead, as people who were killed, by what killed them."""
    dossier = dossier_of_texts(
        "La crue de la Laine a fait trois morts à Morvan.",
        "La crue de la Laine a tué cinq personnes à Morvan.",
    )
    other = dossier_of_texts(
        "La crue de la Laine a fait trois morts à Morvan.",
        "Au total, cinq personnes ont été tuées par la crue de la Laine, dans le bourg de Morvan.",
    )

    assert told(dossier) == told(other) == [("morts", ("3", "5"))]


def test_people_who_met_another_fate_are_not_compared() -> None:
    """Three dead are not five evacuated."""
    dossier = dossier_of_texts(
        "Au total, trois personnes ont été tuées par la crue de la Laine, dans le bourg de Morvan.",
        "Au total, cinq personnes ont été évacuées par la crue de la Laine, au bourg de Morvan.",
    )

    assert told(dossier) == []


@pytest.mark.parametrize(
    "texts",
    [
        (),
        TOLLS[:1],
        ("La crue a fait cinq morts à Morvan.", "La crue a fait cinq morts à Morvan."),
        ("La crue a fait deux morts à Morvan.", "La crue a fait deux cents morts à Morvan."),
        ("Il a 27 ans et vit à Morvan.", "La tour a pris 31 ans de retard sur le plan."),
        ("Le troisième jour de la crue à Morvan.", "Le quatrième jour de la crue à Morvan."),
        ("La crue a fait 12 morts à Morvan, puis 14 morts à Morvan.", "La crue est passée."),
    ],
    ids=["none", "one", "same", "far", "other words", "ranks", "one article"],
)
def test_what_does_not_differ_is_not_compared(texts: tuple[str, ...]) -> None:
    """Nor what one article says of itself, nor what is hundreds of times as much."""
    assert told(dossier_of_texts(*texts)) == []


def test_two_figures_of_one_sentence_are_of_two_things() -> None:
    """Those killed are compared with those killed, those hurt with those hurt."""
    first = "L'homme a tué trois personnes et blessé douze personnes à Morvan."
    second = "L'homme a tué quatre personnes et blessé quinze personnes à Morvan."

    found = told(dossier_of_texts(first, second))

    assert found == [("personnes", ("3", "4")), ("personnes", ("12", "15"))]


@pytest.mark.parametrize(
    ("bound", "differs"),
    [
        *(("plus de", True), ("au moins", True), ("moins de", True), ("jusqu'à", True)),
        *(("environ", False), ("", False), ("près de", False)),
    ],
)
def test_bounds_that_contradict_differ(bound: str, differs: bool) -> None:
    """More than five hours is not nearly five; about five is, and five is both."""
    texts = (f"La réunion de Morvan a duré {words} cinq heures." for words in ("près de", bound))

    found = told(dossier_of_texts(*(" ".join(text.split()) for text in texts)))

    assert found == [("heures", ("5",))] * differs


def test_what_differs_in_its_number_comes_first_then_what_most_tell() -> None:
    """A bound alone is the lesser difference, however many articles tell it."""
    hours = "La réunion de Morvan a duré {} cinq heures."
    dead = "La crue de la Laine a fait {} morts."
    hurt = "L'explosion du dépôt a fait {} blessés."
    texts = [
        " ".join((hours.format("près de"), dead.format(2), hurt.format(4))),
        " ".join((hours.format("plus de"), dead.format(3), hurt.format(5))),
        " ".join((hours.format("plus de"), dead.format(3))),
    ]

    found = told(dossier_of_texts(*texts))

    assert [counted for counted, _ in found] == ["morts", "blessés", "heures"]


def test_an_article_says_each_figure_once() -> None:
    """What it repeats stands once; what it puts right stands beside it."""
    first = "La crue de la Laine a fait deux morts. Oui, la crue de la Laine a fait deux morts."
    second = (
        "La crue de la Laine a fait trois morts. Hier, la crue de la Laine avait fait cinq morts."
    )
    dossier = dossier_of_texts(first, second)

    (dead,) = compare(dossier)

    assert [(one.file, one.number) for one in dead.figures] == [
        ("0.txt", "2"),
        ("1.txt", "3"),
        ("1.txt", "5"),
    ]


@pytest.mark.parametrize(
    ("language", "texts", "counted"),
    [
        ("en", ("Floods killed {} villagers near Morvan.", "9", "12"), "villagers"),
        ("en", ("The council named an {}-month government.", "8", "18"), "mo"),
        ("en", ("The flood's bill for Morvan has reached ${} million.", "2", "3"), "USD"),
        ("fr", ("La facture de la crue atteint {} milliards d'euros.", "2", "3"), "euros"),
        ("fr", ("La crue de la Laine couvre {} % de Morvan.", "20", "30"), "%"),
        ("de", ("Das Hochwasser in Morvan forderte {} Tote.", "12", "14"), "Tote"),
    ],
)
def test_what_is_counted_is_named_as_it_is_written(
    language: str, texts: tuple[str, str, str], counted: str
) -> None:
    """The noun or the unit behind the number; the unit's sign where no word says it."""
    said, one, other = texts

    (comparison,) = compare(
        dossier_of_texts(said.format(one), said.format(other), language=language)
    )

    assert comparison.counted == counted


def test_what_is_hidden_by_hand_is_not_compared() -> None:
    """A figure that the reader took out of the names is none."""
    dossier = dossier_of_texts(*TOLLS)
    kept = tuple(e for e in dossier.found.entities if not e.name.endswith("morts"))

    found = told(replace(dossier, found=replace(dossier.found, entities=kept)))

    assert [counted for counted, _ in found] == ["habitants", "ans"]


def test_what_stands_outside_the_sentence_brings_nothing_together() -> None:
    """However alike the sentences before and behind are."""
    flood = "La crue de la Laine a dévasté Morvan."
    first, second = "Douze agents gardent le dépôt.", "Vingt agents cherchent un enfant."

    assert told(dossier_of_texts(f"{first} {flood}", f"{second} {flood}")) == []
    assert told(dossier_of_texts(f"{flood} {first}", f"{flood} {second}")) == []


def test_words_that_stand_everywhere_bring_nothing_together() -> None:
    """What the whole dossier says tells of no figure; what two sentences alone say does."""
    talk = "Le maire de Morvan a parlé {}."
    others = [talk.format("du budget")] * 6
    depot = [talk.format(f"à {number} agents du dépôt") for number in (12, 20)]
    school = talk.format("à 20 agents du lycée")

    assert told(dossier_of_texts(*depot, *others)) == [("agents", ("12", "20"))]
    assert told(dossier_of_texts(depot[0], school, *others)) == []


def test_figures_without_a_sentence_or_a_unit_are_not_compared() -> None:
    """Those of a headline, which is no passage, and of which no word says what is counted."""
    text = (
        "La crue de la Laine a fait {} morts\n\nLa Laine est sortie de son lit à Morvan dans la"
        " nuit. La cote est passée à 0,{} selon la préfecture. Le quartier de la gare est noyé."
    )
    texts = (text.format("trois", "35"), text.format("cinq", "45"))
    articles = tuple(structure_article(f"{n}.txt", one) for n, one in enumerate(texts))
    found = find_entities(articles)
    dossier = Dossier("Crue", articles, language="fr", derived=Derived(found), analysed=True)

    assert {e.name for e in found.entities} >= {"trois morts", "cinq morts", "0,35", "0,45"}
    assert told(decide(dossier)) == []


def test_it_may_be_stopped() -> None:
    """Whoever does not wait any more raises in a step: twice an article, once a unit."""
    steps: list[None] = []
    compare(dossier_of_texts(*TOLLS), lambda: steps.append(None))
    left = iter(range(4))

    def step() -> None:
        if next(left, None) is None:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        compare(dossier_of_texts(*TOLLS), step)
    units = {"morts", "blessés", "habitants", "heures", "ans"}
    assert len(steps) == 2 * len(TOLLS) + len(units)


SENTENCES = (
    "La crue de la Laine a fait {} morts à Morvan.",
    "Plus de {} morts à Morvan, « {} blessés »\u202f!",
    "{} habitants ont été évacués de Morvan",
    "La Laine a monté de {},5 m en {} heures.",
    "Entre {} et {} millions d'euros de dégâts à Morvan…",
    "Odile Ferrand, {} ans, est recherchée à Morvan.\n",
)
"""Sentences with room for numbers."""


def test_numbers_that_one_sentence_lists_are_not_compared_across() -> None:
    """Both articles have both shares; the third differs in one that no sentence of it lists."""
    dossier = dossier_of_texts(
        "Les visiteurs reviennent au port de Morvan : +27,5 % d'Italiens et +16,1 % d'Espagnols.",
        "Au port de Morvan, les visiteurs reviennent : +16,1 % d'Espagnols, +27,5 % d'Italiens.",
    )
    third = "Les visiteurs reviennent au port de Morvan : +19 % d'Espagnols."

    assert told(dossier) == []
    assert told(dossier_of_texts(*(a.text for a in dossier.articles), third)) == [
        ("%", ("16.1", "19"))
    ]


@given(
    st.lists(
        st.lists(
            st.builds(
                lambda said, *numbers: said.format(*numbers),
                st.sampled_from(SENTENCES),
                *[st.integers(0, 5000)] * 2,
            ),
            min_size=1,
            max_size=3,
        ),
        max_size=4,
    ),
    press_text(),
)
def test_whatever_is_compared_stands_in_the_articles(said: list[list[str]], more: str) -> None:
    """Each figure lies in a sentence of its article; two articles, none twice with one figure."""
    texts = [" ".join((*sentences, more)).strip() for sentences in said]
    dossier = dossier_of_texts(*texts)
    found = compare(dossier)
    event(f"{min(len(found), 3)} comparisons")
    for comparison in found:
        figures = comparison.figures
        assert len(comparison.files) > 1
        assert len({(one.file, one.number, one.bound) for one in figures}) == len(figures)
        for one in figures:
            article = dossier.article(one.file)
            sentence = sentence_of(article, one.span)
            assert sentence is not None
            assert sentence.start <= one.span.start < one.span.end <= len(article.text)
