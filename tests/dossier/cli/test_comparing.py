import json
from pathlib import Path

import pytest

from dossier.cli import main
from tests.tolls import TOLLS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three accounts of a flood."""
    for number, text in enumerate(TOLLS):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    return tmp_path


def test_each_figure_is_printed_in_its_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Under what is counted, a line a figure, which stands in brackets in its article's words."""
    assert main(["compare", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "morts: 3, 5 (3 sources)"
    assert lines[1] == (
        "  0.txt: La crue de la Laine a fait [trois morts] et douze blessés à Morvan."
    )
    assert "habitants: 400, 1200 (2 sources)" in lines


def test_as_json_each_figure_has_its_place_its_number_and_its_bound(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place leads to its words; the bound is null where there is none."""
    assert main(["compare", str(folder), "--json"]) == 0
    dead = json.loads(capsys.readouterr().out)["comparisons"][0]

    assert dead["counted"] == "morts"
    for figure in dead["figures"]:
        text = TOLLS[int(figure["file"][0])]
        assert text[figure["start"] : figure["end"]] == figure["words"]
    assert [(figure["number"], figure["bound"]) for figure in dead["figures"]] == [
        ("3", None),
        ("5", None),
        ("5", "Au moins"),
    ]


def test_where_nothing_differs_it_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To people, apart from what a script reads; it is no failure."""
    alone = str(folder / "0.txt")
    assert main(["compare", alone]) == 0
    told = capsys.readouterr()
    assert main(["compare", alone, "--json"]) == 0

    assert told.out == ""
    assert "No figure differs" in told.err
    assert json.loads(capsys.readouterr().out) == {"comparisons": []}
