import json
from pathlib import Path

import pytest

from dossier.cli import main
from tests.tolls import SAID


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three articles that quote."""
    for number, text in enumerate(SAID):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    return tmp_path


def test_each_quote_is_printed_under_its_speaker(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its article; who is not known is said to be."""
    assert main(["quotes", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[:4] == [
        "Paul Garnier (3 quotes, 2 sources)",
        "  0.txt: Nous n'avons rien vu venir",
        "  1.txt: Nous n'avons rien vu venir",
        "  1.txt: Pas un mot",
    ]
    assert lines[-2:] == ["[not told] (1 quote, 1 source)", "  2.txt: Que faire ?"]


def test_as_json_each_quote_has_its_place_and_why(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The place leads to the words; by what a speaker is known stands beside the name."""
    assert main(["quotes", str(folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["speakers"]

    assert [(one["name"], one["known"]) for one in found] == [
        ("Paul Garnier", "name"),
        ("Odile Ferrand", "name"),
        ("un habitant", "role"),
        (None, "nobody"),
    ]
    for quote in (quote for one in found for quote in one["quotes"]):
        text = SAID[int(quote["file"][0])]
        assert text[quote["start"] : quote["end"]] == quote["words"]
    assert found[0]["quotes"][0]["state"] == "named"
    assert found[0]["quotes"][0]["why"] == "said so, after the words"


def test_where_nobody_is_quoted_it_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """To people, apart from what a script reads; it is no failure."""
    (folder / "0.txt").write_text("La crue est passée.", "utf-8")
    alone = str(folder / "0.txt")
    assert main(["quotes", alone]) == 0
    said = capsys.readouterr()
    assert main(["quotes", alone, "--json"]) == 0

    assert (said.out, said.err) == ("", "dossier: Nobody is quoted in these articles.\n")
    assert json.loads(capsys.readouterr().out) == {"speakers": []}
