"""What leaves is looked at: the words that were read are those the files say."""

from pathlib import Path

import pytest

from dossier.dossier import Dossier, open_dossier
from dossier.evidence import changed_since
from dossier.index.articles import KeptArticles
from tests.dossier.index.kept_folder import TEXTS, index_of, keep, write


@pytest.mark.parametrize("is_large", [False, True])
def test_files_that_say_something_else_are_told(
    tmp_path: Path, is_large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other words are; the same ones written anew, in other bytes too, or no file are not."""
    monkeypatch.setattr("dossier.index.rules_mark", lambda: "rules")
    folder = write(tmp_path / "crue")
    dossier = open_dossier([folder])
    if is_large:
        monkeypatch.setattr("dossier.index.LARGE", len(TEXTS))
        keep(folder)
        dossier = index_of(folder).open(patience=0)
        assert isinstance(dossier.articles, KeptArticles)
    assert list(changed_since(dossier, TEXTS)) == []
    (folder / "a.txt").write_text(TEXTS["a.txt"].replace("Jean", "Anne"), "utf-8")
    (folder / "b.txt").write_text(TEXTS["b.txt"], "utf-8-sig")
    (folder / "c.txt").unlink()
    (folder / "d.txt").write_bytes(b"\0" * 40)

    assert list(changed_since(dossier, TEXTS)) == ["a.txt", "d.txt"]


def test_of_what_has_no_folder_nothing_is_told() -> None:
    """What came on standard input is not read twice."""
    assert list(changed_since(Dossier("-", ()), ["-"])) == []
