import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import SuspendNotSupported

from dossier.problems import DossierError
from tui.editor import edit, editor_of

given: list[str] = []


@contextmanager
def suspend() -> Iterator[None]:
    """Notes when the terminal is given away and taken back."""
    given.append("away")
    yield
    given.append("back")


def named(tmp_path: Path, code: str) -> dict[str, str]:
    """An environment whose editor runs some Python with the file's name."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n{code}")
    return {"EDITOR": f"'{sys.executable}' '{script}'"}


def test_a_note_is_what_the_editor_leaves(tmp_path: Path) -> None:
    """Lines and accents go there and come back; the terminal is the editor's meanwhile."""
    given.clear()
    environment = named(tmp_path, "file.write_text(file.read_text() + '\\nligne 2 é\\n')")

    assert edit("ligne 1", suspend, environment=environment) == "ligne 1\nligne 2 é"
    assert given == ["away", "back"]


@pytest.mark.parametrize("code", ["sys.exit(1)", "file.unlink()"])
def test_an_editor_that_gives_up_changes_nothing(tmp_path: Path, code: str) -> None:
    """It is told in a sentence."""
    with pytest.raises(DossierError):
        edit("x", suspend, environment=named(tmp_path, code))


def test_where_no_note_can_be_written_for_the_editor_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder for what is written for a while is full, or gone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))

    with pytest.raises(DossierError, match="no room for the note"):
        edit("x", suspend, environment=named(tmp_path, ""))


def test_an_editor_that_is_not_there_is_told() -> None:
    """As is a terminal that cannot be given away."""

    @contextmanager
    def refuse() -> Iterator[None]:
        raise SuspendNotSupported
        yield

    with pytest.raises(DossierError, match="no-such-editor"):
        edit("x", suspend, environment={"EDITOR": "no-such-editor"})
    with pytest.raises(DossierError, match="terminal"):
        edit("x", refuse, environment={"EDITOR": "true"})


def test_visual_comes_before_editor_and_options_are_kept() -> None:
    """A quotation mark that is not closed leaves that one out."""
    assert editor_of({"VISUAL": "code --wait", "EDITOR": "vi"}) == ["code", "--wait"]
    assert editor_of({"VISUAL": "'code", "EDITOR": "vi"}) == ["vi"]
