"""What the terminal tests share: a dossier made by hand, an app that keeps nothing of ours."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier
from tests.flood import make_flood
from tui.app import DossierApp

MakeApp = Callable[[Dossier], DossierApp]


@pytest.fixture
def flood() -> Dossier:
    """Three articles on a flood, three topics, six entities."""
    return make_flood()


@pytest.fixture
def folder(flood: Dossier, tmp_path: Path) -> Path:
    """The flood's articles, as files in a folder that can be written."""
    folder = tmp_path / "crue"
    folder.mkdir()
    for article in flood.articles:
        (folder / article.file).write_text(article.text, encoding="utf-8")
    return folder


@pytest.fixture
def written(flood: Dossier, folder: Path) -> Dossier:
    """The flood with its own topics, in that folder."""
    return replace(flood, folder=folder)


@pytest.fixture
def make_app(tmp_path: Path) -> MakeApp:
    """Opens a dossier in an app that keeps what it keeps in a folder of the test's own."""

    def make(dossier: Dossier) -> DossierApp:
        store = ClippingStore(tmp_path / "clippings.jsonl", "test")
        return DossierApp(dossier, store=store, analyse=lambda opened: opened)

    return make
