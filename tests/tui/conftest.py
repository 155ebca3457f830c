"""What the terminal tests share: a dossier made by hand, an app that keeps nothing of ours."""

from collections.abc import Callable
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
def make_app(tmp_path: Path) -> MakeApp:
    """Opens a dossier in an app that keeps what it keeps in a folder of the test's own."""

    def make(dossier: Dossier) -> DossierApp:
        store = ClippingStore(tmp_path / "clippings.jsonl", "test")
        return DossierApp(dossier, store=store, analyse=lambda opened: opened)

    return make
