"""Copies, as the reader sees them."""

from dataclasses import replace
from pathlib import Path

import pytest

from dossier.clippings import ClippingStore
from dossier.dossier import Dossier, open_dossier
from tests.looking import text_of
from tui.app import DossierApp
from tui.copied import compare
from tui.screens.reader import ReaderScreen

SHARED = (
    "La digue a cédé dans la nuit de mardi et l’eau a gagné les rues basses de la ville, où trois"
    " écoles ont ouvert leurs portes aux habitants."
)
MORE = "Le préfet a demandé aux familles de rester chez elles jusqu’à ce que l’eau baisse enfin."
OTHER = (
    "Le club de la ville a gagné samedi devant dix mille personnes un match que personne"
    " n’attendait si facile, avec quatre buts en vingt minutes."
)


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    """An article, its reprint, and another."""
    folder = tmp_path / "digue"
    folder.mkdir()
    for name, title, body in (
        ("a.txt", "La digue cède", f"{SHARED}\n\n{MORE}"),
        ("b.txt", "Nuit de crue", f"{SHARED}\n\n{MORE}"),
        ("c.txt", "Large victoire", OTHER),
    ):
        (folder / name).write_text(f"{title}\n\n{body}\n", encoding="utf-8")
    return open_dossier([folder])


def test_a_passage_says_where_else_it_stands(dossier: Dossier) -> None:
    """What stands in two articles leads from each to the other; what stands once leads nowhere."""
    copied = compare(dossier.articles)

    assert copied.files == {"a.txt", "b.txt"}
    assert copied.elsewhere("a.txt", 1) == ("b.txt",)
    assert copied.elsewhere("b.txt", 1) == ("a.txt",)
    assert copied.elsewhere("c.txt", 1) == ()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_copies_are_marked_and_told(
    dossier: Dossier, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The sources pane marks both copies; a passage read in one names the other."""
    store = ClippingStore(tmp_path / "clippings.jsonl", "test")
    app = DossierApp(dossier, store=store, analyse=lambda opened: replace(opened, analysed=True))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        copied = app.screen.reading.copied
        assert copied is not None
        assert (set(copied.files), copied.many) == ({"a.txt", "b.txt"}, 1)
        await pilot.press("l")
        await pilot.pause()
        assert text_of(app).count("≈") == 2
        assert "2 + 1 copy" in text_of(app)
        await pilot.press("l", "J")
        await pilot.pause()
        await pilot.press("K")
        await pilot.pause()

        assert "The same in: Nuit de crue" in text_of(app)
