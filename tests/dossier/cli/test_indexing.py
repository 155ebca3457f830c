"""What is made ready beforehand is what the reader finds at its next opening."""

from pathlib import Path

import pytest

from dossier.cli import main
from dossier.dossier import analyse, open_dossier
from dossier.index import Index
from dossier.index.store import file_for

TEXT = """La coupe revient à Lens

Lens a battu Nice samedi au Stade de France. Le capitaine Jean Petit a marqué deux buts.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles and an empty file, and somewhere for caches."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = tmp_path / "coupe"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.txt").write_text(TEXT.replace("deux", "trois"), encoding="utf-8")
    (folder / "c.txt").write_bytes(b"")
    return folder


def test_the_next_opening_is_a_second_one(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what is kept and where; nothing is then read again."""
    status = main(["index", str(folder)])

    kept = file_for([folder])
    out, err = capsys.readouterr()
    assert (status, err) == (0, "")
    assert out.startswith("2 articles (1 problem; `dossier check` says which) and ")
    assert out.endswith(f" kept in {kept}.\n")
    expected = analyse(open_dossier([folder]))
    monkeypatch.setattr("dossier.index.open_dossier", None)
    assert Index([folder]).open() == expected


def test_what_is_ready_is_left_as_it_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Asked again, it says the same, and writes nothing."""
    main(["index", str(folder)])
    said, before = capsys.readouterr().out, file_for([folder]).stat()

    assert main(["index", str(folder)]) == 0
    assert capsys.readouterr().out == said
    assert file_for([folder]).stat().st_mtime_ns == before.st_mtime_ns


def test_what_cannot_be_kept_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where caches cannot be written, that is a failure; standard input is a misuse."""
    nowhere = folder.parent / "a-file"
    nowhere.write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(nowhere))

    assert main(["index", str(folder)]) == 1
    assert "cannot be kept in" in capsys.readouterr().err
    assert main(["index", "-"]) == 2
    assert "Standard input cannot be kept" in capsys.readouterr().err
    assert main(["index", str(folder / "absent")]) == 1
