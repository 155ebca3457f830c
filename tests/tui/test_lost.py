"""Clippings whose words are not in the articles any more: it is said where they leave or go."""

from dataclasses import replace
from pathlib import Path

from dossier.clippings import clip
from tests.hosts import Host, dossier_of_floods
from tests.looking import text_of
from tui.screens.export import ExportScreen
from tui.screens.leaving import Written

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
