"""What was decided of a file follows it to the name it has now."""

from pathlib import Path

import pytest

from dossier.cli import main
from dossier.decisions import read_decisions
from dossier.decisions.renaming import renamed, write_renamed
from dossier.problems import DossierError

WRITTEN = """\
# ours
[[article]]
# the first
file = "crue.txt"   # of the Courrier
outlet = "Le Courrier"

[[topic]]
title = "Le pont"
terms = ["pont"]
with = [
  "lac.txt#p2", # one
  "crue.txt#p3", # two
]
without = ["crue.txt#p1"]

[[entity]]
name = "Jeanne Martin"
at = ["crue.txt@14", "lac.txt@2"]
"""

TEXT = "La rivière déborde\n\nLe pont de Givors est fermé.\n"


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "dossier.toml").write_text(WRITTEN, encoding="utf-8")
    for name in ("crue.md", "lac.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_all_that_names_a_file_names_the_other(tmp_path: Path) -> None:
    """Particulars, passages and mentions; comments and order stay, and nothing else changes."""
    folder = _folder(tmp_path)
    write_renamed(folder, read_decisions(folder)[0], "crue.txt", "crue.md")

    written = (folder / "dossier.toml").read_text(encoding="utf-8")
    assert written == WRITTEN.replace("crue.txt", "crue.md")


def test_what_speaks_of_other_files_is_left_alone(tmp_path: Path) -> None:
    """Nothing is to be written of a file of which nothing was decided."""
    decisions, _ = read_decisions(_folder(tmp_path))

    assert renamed(decisions, "pluie.txt", "crue.md").decisions == ()


def test_all_of_it_is_written_or_nothing(tmp_path: Path) -> None:
    """Where another hand took one of the tables out meanwhile, none follows."""
    folder = _folder(tmp_path)
    known, _ = read_decisions(folder)
    less = WRITTEN[: WRITTEN.index("[[entity]]")]
    (folder / "dossier.toml").write_text(less, encoding="utf-8")

    with pytest.raises(DossierError, match="is not there any more"):
        write_renamed(folder, known, "crue.txt", "crue.md")
    assert (folder / "dossier.toml").read_text(encoding="utf-8") == less


def test_check_follows_when_it_is_asked_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says how, then does it, and nothing is left to ask."""
    folder = _folder(tmp_path)

    assert main(["check", str(folder)]) == 0
    asked = capsys.readouterr()
    assert main(["check", "--follow", str(folder)]) == 0
    followed = capsys.readouterr()
    assert "Is it crue.md that is meant?" in asked.out
    assert "check --follow" in asked.err
    assert "crue.txt" not in followed.out
    assert followed.err == "dossier: What was decided of crue.txt is decided of crue.md now.\n"


def test_of_two_names_for_one_file_none_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which of them it was is the reader's to say."""
    folder = _folder(tmp_path)
    twice = WRITTEN + "\n[[article]]\nfile = 'presse/crue.txt'\noutlet = 'La Presse'\n"
    (folder / "dossier.toml").write_text(twice, encoding="utf-8")

    assert main(["check", "--follow", str(folder)]) == 0
    assert "Is it crue.md that is meant?" in capsys.readouterr().out
    assert (folder / "dossier.toml").read_text(encoding="utf-8") == twice
