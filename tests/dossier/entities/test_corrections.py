"""What the reader put right, played over what was found."""

from dossier.article import Article, Block
from dossier.entities import Entity, Found, find_entities
from dossier.entities.corrections import EntityCorrection, apply_entity_decisions
from dossier.spans import Span


def article(file: str, text: str) -> Article:
    """An article of one block."""
    return Article(file, text, (Block("paragraph", Span(0, len(text))),), language="fr")


ARTICLES = (
    article("a.txt", "Le juge Gérald Marchandot a entendu Iouri Ouchakov et Yuri Ushakov à Brest."),
    article("b.txt", "Le juge Gérard Marchandot a quitté Brest avec Paul Rivoal. Rivoal se tait."),
)
FOUND = find_entities(ARTICLES)


def corrected(*records: EntityCorrection) -> Found:
    """What was found in the articles, with corrections."""
    return apply_entity_decisions(FOUND, ARTICLES, records)


def entity(found: Found, name: str) -> Entity:
    """The entity of that name."""
    [one] = [e for e in found.entities if e.name == name]
    return one


def mentions(found: Found) -> set[Span]:
    """Where anything is mentioned."""
    return {m.span for e in found.entities for m in e.mentions}


def test_no_correction_changes_nothing() -> None:
    """Without corrections what was found stands as it is."""
    assert corrected() is FOUND


def test_a_merger_gathers_every_mention() -> None:
    """A suggestion that is accepted is one entity, with the reason, and is suggested no more."""
    found = corrected(EntityCorrection("Gérald Marchandot", aliases=("Gérard Marchandot",)))

    one = entity(found, "Gérald Marchandot")
    assert set(one.aliases) == {"Gérald Marchandot", "Gérard Marchandot"}
    assert [m.file for m in one.mentions] == ["a.txt", "b.txt"]
    assert one.why == ("Gérard Marchandot = Gérald Marchandot: said by the reader",)
    assert FOUND.suggestions
    assert not found.suggestions
    assert mentions(found) == mentions(FOUND)


def test_a_spelling_is_separated() -> None:
    """A spelling that is not an entity's own becomes an entity, and no mention is lost."""
    found = corrected(EntityCorrection("Iouri Ouchakov", distinct_from=("Yuri Ushakov",)))

    assert entity(found, "Iouri Ouchakov").aliases == ("Iouri Ouchakov",)
    assert entity(found, "Yuri Ushakov").aliases == ("Yuri Ushakov",)
    assert entity(FOUND, "Iouri Ouchakov").why
    assert entity(found, "Iouri Ouchakov").why == ()
    assert mentions(found) == mentions(FOUND)


def test_what_is_left_over_stays_with_the_name_of_the_whole() -> None:
    """Separating the lesser name leaves the other spellings with the greater."""
    found = corrected(EntityCorrection("Rivoal", distinct_from=("Paul Rivoal",)))

    assert entity(found, "Paul Rivoal").aliases == ("Paul Rivoal",)
    assert entity(found, "Rivoal").aliases == ("Rivoal",)


def test_a_spelling_that_is_the_name_but_for_accents_cuts_nothing_off() -> None:
    """What differs from the name by accents and capitals alone is its own, whatever is said."""
    articles = (
        article("a.txt", "Le juge Gérald Marchandot a entendu un témoin. Marchandot se tait."),
        article("b.txt", "Le juge Gerald Marchandot a quitté Brest, et Marchandot se tait."),
    )
    record = EntityCorrection("Gérald Marchandot", distinct_from=("Gerald Marchandot",))

    found = apply_entity_decisions(find_entities(articles), articles, [record])

    aliases = entity(found, "Gérald Marchandot").aliases
    assert set(aliases) == {"Marchandot", "Gérald Marchandot", "Gerald Marchandot"}


def test_one_mention_is_moved() -> None:
    """A single mention, by its place, goes where the reader says."""
    place = entity(FOUND, "Paul Rivoal").mentions[1]

    found = corrected(EntityCorrection("Jeanne Rivoal", at=((place.file, place.span.start),)))

    assert [m.span for m in entity(found, "Jeanne Rivoal").mentions] == [place.span]
    assert entity(found, "Paul Rivoal").aliases == ("Paul Rivoal",)
    assert mentions(found) == mentions(FOUND)


def test_an_entity_is_renamed_retyped_and_hidden() -> None:
    """Name and kind are the reader's; what is hidden is no entity."""
    found = corrected(
        EntityCorrection("Brest-même", aliases=("Brest",), kind="organisation"),
        EntityCorrection("Paul Rivoal", hidden=True),
    )

    assert entity(found, "Brest-même").kind == "organisation"
    assert {m.kind for m in entity(found, "Brest-même").mentions} == {"organisation"}
    assert "Paul Rivoal" not in [e.name for e in found.entities]


def test_a_refused_suggestion_is_not_made_again() -> None:
    """Two that the reader told apart are suggested no more, and stay two."""
    found = corrected(EntityCorrection("Gérald Marchandot", distinct_from=("Gérard Marchandot",)))

    assert not found.suggestions
    assert {"Gérald Marchandot", "Gérard Marchandot"} <= {e.name for e in found.entities}


def test_a_correction_of_what_is_not_met_does_nothing() -> None:
    """A name that no article holds leaves the entities as they were."""
    found = corrected(EntityCorrection("Nobody Here", aliases=("Nor Here",), hidden=True))

    assert found.entities == FOUND.entities


def test_a_decision_holds_for_articles_that_come_later() -> None:
    """What is found to be one with a merged name, in a new article, is merged with it."""
    later = (*ARTICLES, article("c.txt", "Gérard Marchandot parle. Le juge Marchandot insiste."))

    found = apply_entity_decisions(
        find_entities(later),
        later,
        [EntityCorrection("Gérald Marchandot", aliases=("Gérard Marchandot",))],
    )

    assert len(entity(found, "Gérald Marchandot").mentions) == 4


def test_a_correction_touches_only_what_it_names() -> None:
    """Names it does not speak of are passed on untouched; the articles without them go unread."""
    found = apply_entity_decisions(
        FOUND, ARTICLES[1:], [EntityCorrection("Paul Rivoal", hidden=True)]
    )

    assert "Paul Rivoal" not in {e.name for e in found.entities}
    untouched = [e for e in FOUND.entities if e.name != "Paul Rivoal"]
    assert all(any(e is one for one in found.entities) for e in untouched)


def test_a_mention_given_to_a_new_name_is_of_the_kind_it_was() -> None:
    """A name of the reader's own, said of one mention, takes what it was taken from."""
    [brest] = [e for e in FOUND.entities if e.name == "Brest"]
    mark = brest.mentions[0].file, brest.mentions[0].span.start

    found = corrected(EntityCorrection("Brest (Bélarus)", at=(mark,)))

    assert entity(found, "Brest (Bélarus)").kind == "place"
    assert len(entity(found, "Brest").mentions) == len(brest.mentions) - 1


def test_a_correction_of_nothing_found_does_nothing() -> None:
    """With no entity at all, or with a name nobody bears, what was found stands."""
    nobody = EntityCorrection("Nobody", aliases=("No one",), at=(("a.txt", 0),))

    assert apply_entity_decisions(Found(), (), [nobody]) == Found()
    assert corrected(nobody).entities == FOUND.entities
