"""The sources of a topic of a large dossier: counted without the articles they are."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dossier.dossier import sources_count
from dossier.index.stock import Stock
from dossier.topics.on_demand import ExtractsOnDemand
from tests.dossier.index.kept_folder import TEXTS, index_of, whole_and_large


def test_which_files_are_sources_is_told_without_their_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copies among the sources are counted at each key: no row is fetched for one."""
    whole, large = whole_and_large(tmp_path, monkeypatch)
    asked = frozenset((*TEXTS, "nowhere.txt"))
    monkeypatch.setattr(Stock, "_article", None)
    monkeypatch.setattr(Stock, "_number_of", None)

    assert len(large.topics) > 1
    for topic, kept in zip(whole.topics, large.topics, strict=True):
        assert isinstance(kept.extracts, ExtractsOnDemand)
        assert kept.extracts.those_of(asked) == {extract.file for extract in topic.extracts}


def test_a_page_with_all_topics_looks_into_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many sources each has is told beside its title; which ones, when it is chosen."""
    whole, _ = whole_and_large(tmp_path, monkeypatch)
    asked: list[int] = []
    shares = Stock.shares

    def noted(stock: Stock, topic: int) -> Sequence[int]:
        asked.append(topic)
        return shares(stock, topic)

    monkeypatch.setattr(Stock, "shares", noted)
    large = index_of(tmp_path / "crue").open()

    assert list(map(sources_count, large.topics)) == list(map(sources_count, whole.topics))
    assert asked == []
    assert len(large.sources(large.topics[1])) == sources_count(whole.topics[1])
    assert asked == [1]
