"""The sub-commands say the same of a folder that is kept, and work nothing out for it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.clippings import clip, store_of
from dossier.dossier import analyse, open_dossier
from dossier.entities import Found
from dossier.index import Index
from dossier.index.store import file_for
from dossier.spans import Span
from tests.dossier.index.kept_folder import make_large, write

ASKED = (
    ("show",),
    ("show", "--json"),
    ("show", "--plain", "--furniture"),
    ("topics",),
    ("topics", "--json"),
    ("entities",),
    ("entities", "--json"),
    ("search", "loire"),
    ("search", "--json", '"jean petit" -mardi'),
    ("clippings", "--json"),
    ("check", "--json"),
    ("export",),
    ("export", "--clippings", "--group", "source"),
    ("export", "--entity", "Jean Petit", "--form", "html"),
    ("export", "--search", "pont fermé", "--form", "csl-json"),
    ("export", "--topic", "1", "--speakers"),
)
"""What is asked of the folder."""


@pytest.fixture(params=[4, 100])
def folder(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of five articles, few or many, with a clipping, a decision and a broken file."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("DOSSIER_DATA_DIR", str(tmp_path / "kept"))
    monkeypatch.setattr("dossier.cli.taking.LARGE", 100)  # of more, an export names no speakers
    make_large(monkeypatch, request.param)
    folder = write(tmp_path / "crue")
    (folder / "e.txt").write_bytes(b"Suivez-nous\n\nLa Loire baisse.\n\n\xff\xfe caf\xe9 ferm\xe9.")
    (folder / "f.txt").write_bytes(b"")
    decided = '[[article]]\nfile = "b.txt"\noutlet = "Le Courrier"\npublished = 2026-01-01\n'
    (folder / "dossier.toml").write_text(decided, encoding="utf-8")
    article = open_dossier([folder]).article("a.txt")
    store_of(folder).add(clip(article, Span(44, 60), created="2026-02-04T10:00:00+00:00"))
    return folder


def said(
    capsys: pytest.CaptureFixture[str], folder: Path, argv: tuple[str, ...]
) -> tuple[int, str, str]:
    """The exit status, and what is printed on both streams."""
    status = main([*argv, str(folder)])
    return status, *capsys.readouterr()


def test_the_same_is_said_and_nothing_is_worked_out(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, whatever is asked; no article is read and nothing sorted a second time."""
    plain = [said(capsys, folder, argv) for argv in ASKED]
    assert main(["index", str(folder)]) == 0
    capsys.readouterr()
    monkeypatch.setattr("dossier.cli.listing.open_dossier", None)
    monkeypatch.setattr("dossier.cli.listing.analyse", None)

    for argv, before in zip(ASKED, plain, strict=True):
        assert said(capsys, folder, argv) == before, argv


def test_what_changed_is_read_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is kept of other files is not told of these."""
    assert main(["index", str(folder)]) == 0
    (folder / "d.txt").write_text("Le canal gèle\n\nNul ne navigue.", encoding="utf-8")
    capsys.readouterr()

    assert said(capsys, folder, ("search", "bridge"))[1] == ""
    assert "d.txt:1: Le canal" in said(capsys, folder, ("search", "canal"))[1]


def test_scripts_get_what_the_rules_give(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Names that a model refined are kept for the screen; they are not those of a script."""
    before = said(capsys, folder, ("entities", "--json"))
    index = Index([folder], at_hand=True)
    done = analyse(index.open())
    assert index.keep(replace(done, found=Found(), derived=None, heard="a model"))

    assert said(capsys, folder, ("entities", "--json")) == before


@pytest.mark.parametrize("kind", ["article", "text", "searched", "entity", "mentions", "extracts"])
def test_what_is_damaged_is_worked_out(
    folder: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """Nothing is left out in silence of what a script is told."""
    asked = (("entities", "--json"), ("topics", "--json"), ("search", "loire"), ("show", "--json"))
    before = [said(capsys, folder, argv) for argv in asked]
    for argv, one in zip(asked, before, strict=True):
        assert main(["index", str(folder)]) == 0
        capsys.readouterr()
        with closing(sqlite3.connect(file_for([folder]))) as shelf, shelf:
            shelf.execute(f"UPDATE {kind} SET said = x'00' WHERE number = 1")  # noqa: S608 - ours

        assert said(capsys, folder, argv) == one


@pytest.mark.parametrize("form", ["markdown", "text", "html", "csv", "annotations", "bibtex"])
def test_an_export_says_how_many_clippings_were_not_found(
    capsys: pytest.CaptureFixture[str], folder: Path, form: str
) -> None:
    """On standard error, whatever the form."""
    (folder / "a.txt").write_text("Rien de ce qui fut.\n", encoding="utf-8")
    _, _, told = said(capsys, folder, ("export", "--clippings", "--form", form))

    assert "1 clipping not found in the articles of today." in told
