"""Which names are one entity: pairs that must join, pairs that must not, and what holds of all."""

from itertools import product
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.article import Article, Block
from dossier.entities import EntityKind, Found, Mention, find_entities
from dossier.entities.recognise import Reading
from dossier.entities.resolve import resolve
from dossier.spans import Span
from tests.case_files import Case, read_cases


def named(*names: str, kind: EntityKind = "person", apart: bool = True) -> list[Reading]:
    """A reading of each name, one an article, or all in one; "place: X" gives its own kind."""
    readings = []
    for at, name in enumerate(names):
        said, colon, words = name.partition(": ")
        of = next((k for k in get_args(EntityKind) if colon and k == said), kind)
        file = f"{at}.txt" if apart else "a.txt"
        mention = Mention(file, Span(at * 100, at * 100 + 10), of, "said")
        readings.append(Reading(mention, words if colon else name))
    return readings


def spelled(found: Found) -> list[set[str]]:
    """The aliases of each entity."""
    return [set(entity.aliases) for entity in found.entities]


def joined(text: str) -> list[str]:
    """The lines of a case whose two names are one entity."""
    lines = []
    for line in text.splitlines():
        kind, _, pair = line.partition(": ")
        one, other = pair.split(" | ")
        found = resolve(named(f"{kind}: {one}", other if ": " in other else f"{kind}: {other}"))
        if len(found.entities) == 1:
            lines.append(line)
    return lines


@pytest.mark.parametrize("case", read_cases("joined"), ids=lambda case: case.title)
def test_spellings_of_one_name_are_one_entity(case: Case) -> None:
    """Romanisations, short forms, exonyms and initials are gathered."""
    assert tuple(joined(case.text)) == case.expected


@pytest.mark.parametrize("case", read_cases("apart"), ids=lambda case: case.title)
def test_two_names_that_are_not_one_stay_apart(case: Case) -> None:
    """Relatives, namesakes, lookalikes, streets and saints are never joined."""
    assert tuple(joined(case.text)) == case.expected


def test_there_are_pairs_enough() -> None:
    """The two tables hold the 160 pairs each that the project holds itself to."""
    for name in ("joined", "apart"):
        lines = [line for case in read_cases(name) for line in case.text.splitlines()]

        assert len(set(lines)) >= 160


def test_an_initial_joins_nobody_to_anybody() -> None:
    """An initial that fits two persons is neither's, and never makes them one."""
    found = resolve(named("Jean Dupont", "Jacques Dupont", "J. Dupont"))

    assert spelled(found) == [{"J. Dupont"}, {"Jacques Dupont"}, {"Jean Dupont"}]


def test_names_a_hyphen_apart_agree_with_what_one_of_them_agrees_with() -> None:
    """One person with the initials of the one; of another given name, nobody of theirs."""
    found = resolve(
        named("Jean Pierre Delorme", "Jean-Pierre Delorme", "J.-P. Delorme", "Jean-Louis Delorme")
    )

    assert sorted(map(len, spelled(found))) == [1, 3]
    assert {"Jean-Louis Delorme"} in spelled(found)


def test_a_bare_surname_joins_nobody_to_anybody() -> None:
    """A surname that two persons bear stands alone, and is suggested."""
    found = resolve(named("Marine Le Pen", "Jean-Marie Le Pen", "Le Pen"))

    assert {"Le Pen"} in spelled(found)
    assert ("Le Pen", "Jean-Marie Le Pen", "Marine Le Pen") in [s.names for s in found.suggestions]


def test_a_bare_surname_is_the_persons_named_in_its_article() -> None:
    """Where two bear a surname, the one whom the article names is meant."""
    elsewhere = named("Hillary Clinton", "Hillary Clinton")
    here = [
        Reading(Mention("here.txt", Span(0, 12), "person", ""), "Bill Clinton"),
        Reading(Mention("here.txt", Span(20, 27), "person", ""), "Clinton"),
    ]

    assert {"Bill Clinton", "Clinton"} in spelled(resolve([*elsewhere, *here]))


def test_a_person_goes_by_the_name_that_has_a_given_one() -> None:
    """A surname of two words, however often it is met, is not what a person is called."""
    found = resolve(named("Marine Le Pen", "Le Pen", "Le Pen", apart=False))

    assert [entity.name for entity in found.entities] == ["Marine Le Pen"]

    found = resolve(named("Roberto López Aranda", "López Aranda", "López Aranda", apart=False))

    assert [entity.name for entity in found.entities] == ["Roberto López Aranda"]


def test_a_place_goes_by_its_name_in_small_letters() -> None:
    """Where an article writes it so; letters alone stay as they are."""
    found = resolve(named("PARIS", "Paris", "PARIS", "USA", kind="place"))

    assert {entity.name for entity in found.entities} == {"Paris", "USA"}


def test_a_given_name_alone_is_the_persons_in_the_same_article_only() -> None:
    """A bare Antonio is the Antonio that the article named, and nobody in another article."""
    same = resolve(named("Antonio Megalizzi", "Antonio", apart=False))
    other = resolve(named("Antonio Megalizzi", "Antonio"))

    assert spelled(same) == [{"Antonio Megalizzi", "Antonio"}]
    assert len(other.entities) == 2


def test_a_given_name_that_an_age_introduces_is_of_another() -> None:
    """A witness, "Christophe, 49 ans", is no minister of that given name."""
    text = (
        "Le ministre Christophe Castaner attend. «C'est dur», peste Christophe, 49 ans, en ville."
    )
    article = Article("a.txt", text, (Block("paragraph", Span(0, len(text))),))

    found = find_entities([article])

    assert {"Christophe Castaner"} in spelled(found)
    assert {"Christophe"} in spelled(found)


def test_a_head_word_is_a_body_that_half_of_its_articles_name() -> None:
    """A body goes by its whole name; one that a single article of three names takes no other's."""
    one = named("Ligue des pêcheurs", "Ligue", "Ligue", kind="organisation", apart=False)
    other = named("Ligue", "Ligue", "Ligue", "Ligue", kind="organisation")

    assert [entity.name for entity in resolve(one).entities] == ["Ligue des pêcheurs"]
    assert len(resolve([*one[:2], *other[1:]]).entities) == 2


def test_a_sovereign_is_nobody_of_that_given_name() -> None:
    """The pope François is no François Devaux, whoever of that name is near."""
    why = {"François": "after “pape”"}
    readings = [
        Reading(Mention("here.txt", Span(at, at + len(name)), "person", why.get(name, "")), name)
        for at, name in ((0, "François Devaux"), (20, "François"), (40, "Devaux"))
    ]

    assert {frozenset(names) for names in spelled(resolve(readings))} == {
        frozenset({"François Devaux", "Devaux"}),
        frozenset({"François"}),
    }


def test_each_joining_shows_its_evidence() -> None:
    """Every spelling but the first has a reason on the entity."""
    [entity] = resolve(named("Iouri Ouchakov", "Yuri Ushakov", "Ushakov")).entities

    assert entity.name == "Iouri Ouchakov"
    assert entity.why == (
        "Yuri Ushakov = Iouri Ouchakov: same surname, Yuri = Iouri",
        "Ushakov = Iouri Ouchakov: the only one of that surname",
    )


def test_what_is_near_and_not_sure_is_suggested() -> None:
    """A letter's difference is left to the reader, with the reason."""
    found = resolve(named("Gérald Darmanin", "Gérard Darmanin"))

    assert len(found.entities) == 2
    assert [set(s.names) for s in found.suggestions] == [{"Gérald Darmanin", "Gérard Darmanin"}]


def test_a_second_surname_is_suggested() -> None:
    """Spanish has two, and leaves one out; whether it is the same person is the reader's to say."""
    found = resolve(named("Ramón Iturbe García", "Ramón Iturbe", "Rosa Iturbe"))

    assert [set(s.names) for s in found.suggestions] == [{"Ramón Iturbe García", "Ramón Iturbe"}]


NAMES = st.sampled_from(
    [
        f"{given} {surname}".strip()
        for given, surname in product(
            ("", "Jean", "J.", "Jean-Luc", "Iouri", "Yuri", "Donald", "Melania"),
            ("Trump", "Trump Jr.", "Ouchakov", "Ushakov", "Le Pen", "Martin"),
        )
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, st.sampled_from("ab")), max_size=12))
def test_names_that_disagree_never_share_an_entity(drawn: list[tuple[str, str]]) -> None:
    """Whatever the names and their order, two given names that disagree stay apart."""
    readings = [
        Reading(Mention(f"{file}.txt", Span(at * 50, at * 50 + 9), "person", ""), name)
        for at, (name, file) in enumerate(drawn)
    ]

    for aliases in spelled(resolve(readings)):
        given_names = {a.split(" ")[0] for a in aliases if " " in a} - {"J.", "Le", "Trump"}
        assert len(given_names) <= 1 or given_names == {"Iouri", "Yuri"}
        assert len({a.endswith("Jr.") for a in aliases}) <= 1


@settings(max_examples=40, deadline=None)
@given(st.permutations(["Jean Dupont", "Jacques Dupont", "J. Dupont", "Dupont", "Jean Dupont"]))
def test_the_order_of_the_articles_joins_nobody_else(names: list[str]) -> None:
    """Read in another order, the same names are the same entities."""
    straight = resolve(named("Jean Dupont", "Jacques Dupont", "J. Dupont", "Dupont", "Jean Dupont"))

    assert sorted(map(sorted, spelled(resolve(named(*names))))) == sorted(
        map(sorted, spelled(straight))
    )


def test_ten_thousand_names_that_differ_stay_ten_thousand() -> None:
    """A dossier of ten thousand persons keeps them all apart."""
    syllables = ("ka", "ro", "mi", "tel", "dor", "van", "sha", "lu", "pe", "gor")
    surnames = ["".join(parts).capitalize() for parts in product(syllables, repeat=3)]
    givens = ("Jean", "Paul", "Iouri", "Anna", "Marie", "Dmitri", "Karim", "Luc", "Rosa", "Tom")
    readings = named(*(f"{g} {s}" for g, s in product(givens, surnames)))

    assert len(resolve(readings).entities) == 10_000
