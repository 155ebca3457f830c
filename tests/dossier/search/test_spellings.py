"""Finding a name where it is spelled otherwise."""

from pathlib import Path

import pytest

from dossier.article import Article, Block, BlockKind
from dossier.dossier import analyse, open_dossier
from dossier.entities import Entity, EntityKind, Mention, find_entities
from dossier.on_demand import ArticlesOnDemand
from dossier.search import find_hits, mentions_meant, search
from dossier.spans import Span
from dossier.structure import structure_article
from tests.dossier.index.kept_folder import index_of, keep, make_large

SEEDS = Path(__file__).parents[3] / "seeds"

ENVOY = "Iouri Ouchakov est à Kiev.\nYouri Ushakov quitte Kyiv.\nOuchakov se tait."
OTHERS = "Pavel Ouchakov est là.\nL'UE attend.\nL'Union européenne aussi, dit Xi."


def entity_of(kind: EntityKind, *places: tuple[Article, str, int]) -> Entity:
    """An entity mentioned where those words stand, counted from 0 in their article."""
    mentions = []
    for article, words, nth in places:
        at = -1
        for _ in range(nth + 1):
            at = article.text.index(words, at + 1)
        mentions.append(Mention(article.file, Span(at, at + len(words)), kind, "by hand"))
    aliases = tuple(dict.fromkeys(words for _, words, _ in places))
    return Entity(aliases[0], kind, aliases, tuple(mentions))


ARTICLES = (structure_article("a.txt", ENVOY), structure_article("b.txt", OTHERS))
A, B = ARTICLES
ENTITIES = (
    entity_of("person", (A, "Iouri Ouchakov", 0), (A, "Youri Ushakov", 0), (A, "Ouchakov", 1)),
    entity_of("person", (B, "Pavel Ouchakov", 0)),
    entity_of("place", (A, "Kiev", 0), (A, "Kyiv", 0)),
    entity_of("organisation", (B, "Union européenne", 0), (B, "UE", 0)),
    entity_of("date", (A, "quitte", 0), (A, "Kyiv", 0)),
)


def found(words: str) -> list[str]:
    """The words of each hit, with a star where they are another spelling."""
    hits = search(ARTICLES, words, entities=ENTITIES)
    text = {article.file: article.text for article in ARTICLES}
    return [hit.span.of(text[hit.file]) + "*" * hit.variant for hit in hits]


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Kyiv", ["Kiev*", "Kyiv"]),
        ("KIEV", ["Kiev", "Kyiv*"]),
        ("kiev", ["Kiev", "Kyiv*"]),
        ("Kie", ["Kie"]),
        ("Ushakov", ["Iouri Ouchakov*", "Ushakov", "Ouchakov*"]),
        ("Ushako", ["Ushako"]),
        ("Ouchakov", ["Ouchakov", "Youri Ushakov*", "Ouchakov", "Ouchakov"]),
        ('"iouri ouchakov"', ["Iouri Ouchakov", "Youri Ushakov*", "Ouchakov*"]),
        ("Youri Ushakov", ["Iouri Ouchakov*", "Youri Ushakov", "Ouchakov*"]),
        ("Pavel", ["Pavel"]),
        ("Pavel Ouchakov", ["Pavel Ouchakov"]),
        ("UE", ["UE", "Union européenne*"]),
        ("union europeenne", ["UE*", "Union européenne"]),
        ("ue", ["UE"]),
        ("quitte", ["quitte"]),
        ("Kyiv quitte", ["quitte", "Kyiv"]),
        ("Kyiv Iouri", ["Iouri", "Kiev*"]),
        ("Kyiv Ushakov", ["Iouri Ouchakov*", "Kiev*", "Ushakov", "Kyiv"]),
        ("Ushakov -tait", ["Iouri Ouchakov*", "Ushakov"]),
        ("Kiev -Ushakov", ["Kiev"]),
        ("-Kyiv", []),
    ],
)
def test_a_name_is_found_by_its_other_spellings(words: str, there: list[str]) -> None:
    """Whole, a spelling or surname finds the mentions of its entity that are written otherwise."""
    assert found(words) == there


def test_no_namesake_is_found() -> None:
    """A surname of two persons, none of whose spellings it is, finds its own letters alone."""
    text = "Anne Petit part.\nLa ministre Pettit.\nJean Petit reste."
    article = structure_article("a.txt", text)
    anne = entity_of("person", (article, "Anne Petit", 0), (article, "Pettit", 0))
    jean = entity_of("person", (article, "Jean Petit", 0))

    assert len(search((article,), "Petit", entities=(anne,))) == 3
    assert len(search((article,), "Petit", entities=(anne, jean))) == 2
    assert len(search((article,), "Pettit", entities=(anne, jean))) == 2


def test_a_given_name_means_no_one() -> None:
    """It finds its own letters, though the articles call one person so; a surname finds more."""
    article = structure_article("a.txt", "Anne Petit part.\nAnne rit.\nPetit pleure.\nAnne Roux.")
    anne = entity_of(
        "person", (article, "Anne Petit", 0), (article, "Anne", 1), (article, "Petit", 1)
    )

    assert len(search((article,), "Anne", entities=(anne,))) == 3
    assert len(search((article,), "Petit", entities=(anne,))) == 3


def test_nothing_is_gone_through_where_the_text_has_it_all() -> None:
    """No mention is looked at of a name all of whose spellings have the words, or of none."""
    assert mentions_meant(ENTITIES, "Pavel Ouchakov") == {}
    assert mentions_meant(ENTITIES, "Kie") == {}
    assert mentions_meant((), "Kiev") == {}
    assert set(mentions_meant(ENTITIES, "Kiev")) == {"a.txt"}


def test_where_a_mention_stands_for_the_words_it_alone_is_the_hit() -> None:
    """Other words that begin as one of a name's, or are one of them, are none of it there."""
    text = "Kim Jong Un est là.\nJongleur, Kim attend.\nUn jongleur."
    article = structure_article("a.txt", text)
    kim = entity_of("person", (article, "Kim Jong Un", 0), (article, "Kim", 1))
    hits = search((article,), "Kim Jong Un", entities=(kim,))

    said = [(hit.span.of(text), hit.variant) for hit in hits]
    assert said == [("Kim Jong Un", False), ("Kim", True)]


def test_a_mention_in_the_furniture_is_no_hit() -> None:
    """What is not searched is not found by name either."""
    text = "Kyiv dort.\nLire : Kiev\nKiev dort."
    spans = Span(0, 10), Span(11, 22), Span(23, 33)
    kinds: tuple[BlockKind, ...] = ("paragraph", "furniture", "paragraph")
    article = Article("a.txt", text, tuple(map(Block, kinds, spans)))
    place = entity_of("place", (article, "Kyiv", 0), (article, "Kiev", 0), (article, "Kiev", 1))

    assert [hit.span for hit in search((article,), "Kyiv", entities=(place,))] == [
        Span(0, 4),
        Span(23, 27),
    ]


def test_the_names_of_the_seeds_are_found_by_each_spelling() -> None:
    """The envoy, the negotiator and the capital are found wherever they are mentioned."""
    articles = open_dossier([SEEDS]).articles
    entities = find_entities(articles).entities
    for words in ("Ushakov", "Ouchakov", "Witkoff", "Whitkoff", "Kyiv", "Kiev"):
        (entity,) = (e for e in entities if words in e.aliases or f"Iouri {words}" in e.aliases)
        hits = search(articles, words, entities=entities)
        places = {(m.file, m.span.start) for m in entity.mentions}

        assert len(hits) == len(entity.mentions)
        assert {(h.file, h.span.start) for h in hits if h.variant} <= places
        assert not any(h.variant for h in search(articles, words))


@pytest.mark.parametrize("words", ["Kyiv", "Kiev", "Kyiv accord", '"volodymyr zelensky"'])
def test_a_large_dossier_finds_the_same(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made on demand, articles and names give the same hits, wherever one begins to look."""
    make_large(monkeypatch)
    folder = tmp_path / "talks"
    folder.mkdir()
    for number, text in enumerate(TALKS):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    keep(folder)
    whole, kept = analyse(open_dossier([folder])), index_of(folder).open()
    hits = search(whole.articles, words, entities=whole.found.entities)

    assert isinstance(kept.articles, ArticlesOnDemand)
    assert any(hit.variant for hit in hits)
    assert search(kept.articles, words, entities=kept.found.entities) == hits
    meant = mentions_meant(kept.found.entities, words)
    for start in range(len(kept.articles)):
        found = list(find_hits(kept.articles, words, meant=meant, start=start))
        after = [hit for hit in hits if whole.place(hit.file) >= start]
        assert found == [*after, *hits[: len(hits) - len(after)]]


TALKS = (
    "Un accord se dessine à Kiev\n\nLe président Volodymyr Zelensky a reçu l'émissaire à Kiev.",
    "Les négociateurs sont attendus à Kyiv\n\nVolodymyr Zelensky espère un accord à Kyiv.",
    "La pluie tombe sur Moscou\n\nRien de neuf, a dit le président Vladimir Poutine.",
    "Zelensky remercie l'Europe\n\nL'accord sera signé à Kiev, a dit Zelensky vendredi.",
)
"""Articles on talks, that spell the names in two ways."""
