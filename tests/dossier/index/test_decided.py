"""What the reader put right in a large dossier: the same as in a whole one, still on demand."""

from collections.abc import Callable

import pytest

from dossier.decisions import Decisions, EntityDecision, Mark, TopicDecision
from dossier.decisions.records import Place
from dossier.dossier import Dossier, decide
from dossier.entities.on_demand import EntitiesOnDemand
from dossier.index.articles import KeptArticles
from dossier.index.lately import Lately
from dossier.index.stock import Stock
from tests.dossier.index.kept_folder import TEXTS, whole_and_large

PLACE = Mark("b.txt", TEXTS["b.txt"].index("Tours"))
SAID: tuple[tuple[EntityDecision, ...], ...] = (
    (EntityDecision("Jean Petit", aliases=("Loire",)),),
    (EntityDecision("La Loire", kind="organisation", aliases=("Loire",)),),
    (EntityDecision("Tours", hidden=True), EntityDecision("Météo-France", kind="other")),
    (EntityDecision("La ville", at=(PLACE,)),),
    (EntityDecision("Jean Petit", at=(PLACE,)), EntityDecision("Loire", distinct_from=("Tours",))),
    (EntityDecision("Nobody"),),
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Dossier]:
    """A folder whole, and on demand."""
    with pytest.MonkeyPatch.context() as patch:
        return whole_and_large(tmp_path_factory.mktemp("decided"), patch)


@pytest.mark.parametrize("said", SAID)
def test_corrections_are_the_same_on_demand(
    opened: tuple[Dossier, Dossier], said: tuple[EntityDecision, ...]
) -> None:
    """Merged, told apart, hidden, of another kind, at one place: as in a dossier taken whole."""
    whole, kept = (decide(dossier, Decisions(entities=said)) for dossier in opened)

    assert isinstance(kept.found.entities, EntitiesOnDemand)
    assert kept.found == whole.found
    for article in whole.articles:
        assert kept.mentions(article.file) == whole.mentions(article.file)


def note(patch: pytest.MonkeyPatch, stock: Stock, name: str) -> list[int]:
    """The numbers that the stock fetches something of by that method, from now on."""
    fetched: list[int] = []
    fetch: Callable[..., object] = getattr(stock, name)

    def noted(number: int, *more: object) -> object:
        fetched.append(number)
        return fetch(number, *more)

    patch.setattr(stock, name, noted)
    return fetched


def test_a_correction_fetches_no_mentions_but_those_it_is_about(
    opened: tuple[Dossier, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mentions of an entity that no decision names stay where they are kept."""
    _, kept = opened
    assert isinstance(kept.articles, KeptArticles)
    stock = kept.articles.stock
    stock._mentions._values.clear()
    fetched = note(monkeypatch, stock, "_mentions_of")
    decided = decide(kept, Decisions(entities=(EntityDecision("Tours", hidden=True),)))

    assert [kept.found.entities[number].name for number in set(fetched)] == ["Tours"]
    assert "Tours" not in {entity.name for _, entity in decided.mentions("a.txt")}


def test_a_topic_put_right_fetches_what_an_article_has_of_all_topics_at_once(
    opened: tuple[Dossier, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many topics there are, and of no article but those that something is taken out of."""
    whole, kept = opened
    assert isinstance(kept.articles, KeptArticles)
    stock = kept.articles.stock
    monkeypatch.setattr(stock, "_extracts", Lately(1))
    fetched = note(monkeypatch, stock, "_extracts_of")
    put, out = (Place("a.txt", 1),), (Place("b.txt", 1),)
    added = Decisions(topics=(TopicDecision("Le pont", added=put, removed=out),))
    decided = decide(kept, added)
    many = len(fetched)

    assert many == 1
    assert len(kept.topics) > 1
    assert decided.topics == decide(whole, added).topics


def test_of_topics_that_are_merged_no_article_is_fetched_twice(
    opened: tuple[Dossier, Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it has of them both is fetched at once."""
    whole, kept = opened
    assert isinstance(kept.articles, KeptArticles)
    stock = kept.articles.stock
    monkeypatch.setattr(stock, "_extracts", Lately(1))
    fetched = note(monkeypatch, stock, "_extracts_of")
    both = tuple(topic.title for topic in whole.topics[:2])
    merged = Decisions(topics=(TopicDecision("Neuf", was=both),))
    decided = decide(kept, merged)
    many = len(fetched)

    assert many == len({extract.file for topic in whole.topics[:2] for extract in topic.extracts})
    assert decided.topics == decide(whole, merged).topics
