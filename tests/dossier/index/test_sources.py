"""The sources of a topic of a large dossier: counted without the articles they are."""

from pathlib import Path

import pytest

from dossier.index.stock import Stock
from dossier.topics.on_demand import ExtractsOnDemand
from tests.dossier.index.kept_folder import TEXTS, whole_and_large


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
