"""Clippings whose words are not in the articles any more: it is said where they leave or go."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import current_thread, main_thread

import pytest

from dossier.clippings import ClippingStore, clip
from dossier.dossier import open_dossier
from tests.hosts import Host, dossier_of_floods
from tests.looking import text_of
from tests.tui.test_watching import children, folder, reading
from tui.app import DossierApp
from tui.keeping import Keeping
from tui.opening import Opening
from tui.screens.export import ExportScreen
from tui.screens.leaving import Written
from tui.widgets.cuttings import Cuttings

__all__ = ["children", "folder"]

WHEN = "2026-02-04T08:00:00+01:00"


async def test_an_export_says_how_many_clippings_are_not_found(tmp_path: Path) -> None:
    """Those that are lost leave with the others, under a heading: the quotes are not all of it."""
    dossier = dossier_of_floods()
    kept = [clip(a, a.passages[0].span, created=WHEN) for a in dossier.articles]
    one_left = replace(dossier, articles=dossier.articles[:1])
    for number, clippings, told in (
        (0, kept[1:], "0 quotes of 0 sources (1 clipping not found)"),
        (1, kept, "1 quote of 1 source (1 clipping not found)"),
    ):
        screen = ExportScreen(one_left, clippings, folder=tmp_path)
        host: Host[Written | None] = Host(screen)
        async with host.run_test(size=(120, 30)) as pilot:
            shown = text_of(host).splitlines()[0]
            await pilot.press("home", *f"{number}-", "enter")

        [written] = host.results
        assert written is not None
        assert told in shown
        assert written.said.startswith(f"{told} written to ")
        assert "The Odet rose by 80 cm" in written.file.read_text(encoding="utf-8")


async def test_clippings_that_a_change_takes_away_are_told(folder: Path) -> None:
    """In the line that tells of the change, with the key that lists them; that they are back too.

    One that was let go meanwhile is not found again.
    """
    file = folder / "a.txt"
    before = file.read_text(encoding="utf-8")
    async with reading(folder) as reader:
        await reader.pilot.press("l", "l", "m", "j", "m")
        there = [clipping.file for clipping in reader.screen.cuttings.keeping.clippings]
        file.write_text("La neige\n\nRien n'est tombé sur les sommets.\n", encoding="utf-8")
        await reader.look()
        gone = reader.said
        await reader.pilot.press("j")
        (folder / "0.txt").write_text("La neige\n\nLe vent est froid.\n", encoding="utf-8")
        await reader.look()
        still = reader.said
        await reader.pilot.press("C", "m", "escape")
        file.write_text(before, encoding="utf-8")
        await reader.look()

        assert there == ["a.txt", "a.txt"]
        assert gone.startswith("2 clippings are not found any more (C shows them) · 1 article chan")
        assert still.startswith("1 article added")
        assert reader.said.startswith("1 clipping found again · 1 article changed")


async def test_clippings_lost_while_one_was_away_are_told_once(folder: Path) -> None:
    """At the opening, with the key that lists them; what the reader knows of is not told again."""
    file, store = folder / "a.txt", folder.parent / "clippings.jsonl"
    before = file.read_text(encoding="utf-8")
    opening = Opening(memory=folder.parent / "place.json")
    told = []
    for text, keys in (
        (before, ["l", "l", "m", "j", "m"]),
        ("La neige\n\nRien n'est tombé sur les sommets.\n", []),
        ("La neige\n\nRien n'est tombé sur les sommets.\n", []),
        (before, []),
        ("La neige\n\nRien n'est tombé du tout.\n", []),
    ):
        file.write_text(text, encoding="utf-8")
        dossier = open_dossier([folder])
        app = DossierApp(dossier, store=ClippingStore(store, "test"), opening=opening)
        async with app.run_test(size=(120, 30)) as pilot:
            await pilot.pause()
            await pilot.pause()
            told.append("are not found any more (C shows them)" in text_of(app))
            await pilot.press(*keys, "q")

    assert told == [False, True, False, False, True]


async def test_a_clipping_whose_file_is_gone_from_a_large_dossier_is_sought_beside_the_keys(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No key waits for it; it stands where it is found, and the reader is told of the others."""
    monkeypatch.setattr("tui.keeping.LARGE", 1)
    read = open_dossier([folder]).articles
    kept = [clip(one, one.passages[0].span, created=WHEN) for one in read]
    lost = [replace(kept[0], id=name, exact=name, digest="", file="x") for name in ("one", "two")]
    store = ClippingStore(folder.parent / "clippings.jsonl", "test")
    store.add(*kept, *lost)
    (folder / read[0].file).rename(folder / "renamed.txt")
    seek, sought = Keeping.seek, list[tuple[bool, int]]()

    def watched(keeping: Keeping) -> Callable[[], None]:
        sought.append((current_thread() is main_thread(), len(keeping.lost())))
        return seek(keeping)

    monkeypatch.setattr(Keeping, "seek", watched)
    opening = Opening(memory=folder.parent / "place.json")
    app = DossierApp(open_dossier([folder]), store=store, opening=opening)
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        keeping = app.screen.query_one(Cuttings).keeping
        said = text_of(app)

    assert sought == [(False, 3)]
    assert keeping.lost() == {"one", "two"}
    assert keeping.standing_in("renamed.txt") == (kept[0].span,)
    assert "2 clippings are not found any more (C shows them)" in said
