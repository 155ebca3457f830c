"""What each wish about a name writes down, and what the dossier is with it."""

from dataclasses import replace

import pytest

from dossier.decisions import Decisions, EntityDecision, Mark
from dossier.decisions.naming import (
    Wish,
    change_kind,
    hide,
    merge,
    refuse,
    rename,
    separate,
    separate_mention,
    spellings,
)
from dossier.dossier import Dossier, analyse, decide
from dossier.entities import Entity
from tests.flood import article_of

TEXTS = (
    "Jean Moreau, le maire de Vannes, a parlé. M. Moreau attend. Jeanne Marin aussi, à Vannes.",
    "Le préfet Luc Brun a vu Jean Moreau à Paris. Le groupe Paris a refusé de parler à M. Brun.",
)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Two articles on two men and two towns."""
    articles = (article_of(f"{n}.txt", (("paragraph", t),)) for n, t in enumerate(TEXTS))
    return analyse(Dossier("Conseil", tuple(articles), language="fr"))


def named(dossier: Dossier, name: str) -> Entity:
    """The entity of that name."""
    return next(e for e in dossier.found.entities if name in (e.name, *e.aliases))


def names(dossier: Dossier) -> set[str]:
    """What the entities are called."""
    return {entity.name for entity in dossier.found.entities}


def with_wish(dossier: Dossier, wish: Wish) -> Dossier:
    """The dossier once the wish stands in the file."""
    decisions = dossier.decisions.entities
    kept = [d for d in decisions if d not in wish.forgetting and d.name != wish.replacing]
    made = {d.name for d in wish.decisions}
    kept = [d for d in kept if d.name not in made]
    return decide(dossier, replace(dossier.decisions, entities=(*kept, *wish.decisions)))


def test_two_names_merged_are_one_and_keep_all_mentions(dossier: Dossier) -> None:
    """Merged, one entity has the mentions of both, and what was decided of each."""
    one, other = named(dossier, "Jean Moreau"), named(dossier, "Luc Brun")
    marked = with_wish(dossier, rename(dossier.decisions, other, "Le préfet"))
    marked = with_wish(marked, rename(marked.decisions, one, "Le maire"))
    wish = merge(marked.decisions, named(marked, "Le maire"), named(marked, "Le préfet"))

    merged = named(with_wish(marked, wish), "Le maire")
    assert {*one.mentions, *other.mentions} <= set(merged.mentions)
    assert [decision.name for decision in wish.forgetting] == ["Le préfet"]


def test_merged_from_either_side_the_fuller_name_stays(dossier: Dossier) -> None:
    """An initial merged with a whole name bears the whole name; a name given by hand stays."""
    whole = named(dossier, "Jean Moreau")
    often = whole.mentions * 3
    short = replace(whole, name="Jean M", aliases=("Jean M",), mentions=often)
    for one, other in ((whole, short), (short, whole)):
        wish = merge(Decisions(), one, other)
        assert [d.name for d in wish.decisions] == ["Jean Moreau"]
        assert "Jean M" in wish.decisions[0].aliases
    called = with_wish(dossier, rename(dossier.decisions, named(dossier, "Luc Brun"), "Brun"))
    wish = merge(called.decisions, whole, named(called, "Brun"))

    assert "Jean Moreau" not in names(with_wish(called, wish))
    assert {*whole.mentions} <= {*named(with_wish(called, wish), "Brun").mentions}


def test_a_name_given_by_the_reader_is_shown_and_the_old_one_stays_its_own(
    dossier: Dossier,
) -> None:
    """Renamed twice, an entity has the last name and all its mentions."""
    moreau = named(dossier, "Jean Moreau")
    once = with_wish(dossier, rename(dossier.decisions, moreau, "Le maire"))
    twice = with_wish(once, rename(once.decisions, named(once, "Le maire"), "J. Moreau"))

    assert named(twice, "J. Moreau").mentions == moreau.mentions
    assert len(twice.decisions.entities) == 1


def test_a_spelling_can_be_taken_out_that_is_not_the_name_but_for_accents(
    dossier: Dossier,
) -> None:
    """Of the spellings those are offered that the dossier can tell from the name."""
    moreau = named(dossier, "Jean Moreau")
    also = replace(moreau, aliases=("JEAN MOREAU", "Jean Moreau", "Moreau", "Jean Moréau"))

    assert spellings(also) == ("Moreau",)


def test_a_spelling_taken_out_is_another_entity(dossier: Dossier) -> None:
    """What is not the entity's stands apart; merged again, it is its own again."""
    spelling = next(a for a in named(dossier, "Jean Moreau").aliases if a != "Jean Moreau")
    apart = with_wish(dossier, separate(dossier.decisions, named(dossier, "Jean Moreau"), spelling))
    assert spelling not in named(apart, "Jean Moreau").aliases
    again = with_wish(
        apart, merge(apart.decisions, named(apart, "Jean Moreau"), named(apart, spelling))
    )

    assert named(again, "Jean Moreau").mentions == named(dossier, "Jean Moreau").mentions


def test_one_mention_is_someone_elses(dossier: Dossier) -> None:
    """A single mention goes to the name the reader gives, and on to another when said so."""
    first = next(m for m in named(dossier, "Paris").mentions)
    apart = with_wish(dossier, separate_mention(dossier.decisions, first, "Paris-la-Neuve"))
    assert named(apart, "Paris-la-Neuve").mentions == (first,)
    moved = with_wish(apart, separate_mention(apart.decisions, first, "Vannes"))

    assert [(m.file, m.span) for m in named(moved, "Vannes").mentions if m.file == first.file] == [
        (first.file, first.span)
    ]
    assert "Paris-la-Neuve" not in names(moved)


def test_kind_and_hiding(dossier: Dossier) -> None:
    """A kind said by hand is shown; what is hidden is no entity, and its mentions are no one's."""
    moreau = named(dossier, "Jean Moreau")
    placed = with_wish(dossier, change_kind(dossier.decisions, moreau, "place"))
    hidden = with_wish(placed, hide(placed.decisions, named(placed, "Jean Moreau")))

    assert named(placed, "Jean Moreau").kind == "place"
    assert "Jean Moreau" not in names(hidden)
    assert len(hidden.decisions.entities) == 1


def test_names_told_apart_stay_apart_and_can_be_merged_later() -> None:
    """Refused, a join is written down; merged afterwards, it is no longer refused."""
    one = Entity("Aude", "place", ("Aude",), ())
    other = Entity("Aude Roy", "person", ("Aude Roy",), ())
    refused = refuse(Decisions(), one, other).decisions
    assert refused == (EntityDecision("Aude", distinct_from=("Aude Roy",)),)
    merged = merge(Decisions(entities=refused), one, other).decisions

    assert merged == (EntityDecision("Aude", kind="place", aliases=("Aude Roy",)),)


def test_a_mention_freed_from_one_name_is_not_two(dossier: Dossier) -> None:
    """A mention that moves from one name said by hand to another leaves the first."""
    mention = named(dossier, "Paris").mentions[0]
    mark = Mark(mention.file, mention.span.start)
    held = Decisions(entities=(EntityDecision("Le groupe", at=(mark,)),))

    wish = separate_mention(held, mention, "La ville")

    assert [(d.name, d.at) for d in wish.decisions] == [("La ville", (mark,)), ("Le groupe", ())]
