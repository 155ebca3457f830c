"""Names refined on the command line: by rules alone unless a model is asked for."""

import json
import sys
from pathlib import Path

import pytest

from dossier.cli import main
from dossier.entities import hearing

TEXT = "La direction de Brasparts a tranché mardi. Lannilis restera dans le giron de Tromelin.\n"
ECHO = """
import json, sys
print(json.dumps({"ready": "1"}), flush=True)
for line in sys.stdin:
    found = [[[t.index("Tromelin"), t.index("Tromelin") + 8, "ORG"]]
             if "Tromelin" in t else [] for t in json.loads(line)]
    print(json.dumps(found), flush=True)
"""
"""A worker that hears one name."""


def test_a_model_is_heard_only_when_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same articles give a script the same names, whatever a model said of them before."""
    monkeypatch.setattr(hearing, "WORKER", (sys.executable, "-c", ECHO))
    monkeypatch.setattr(hearing, "pipeline_for", lambda *_: "json")
    monkeypatch.setattr("dossier.index.store.cache_folder", lambda: tmp_path / "cache")
    folder = tmp_path / "fusion"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")

    said = []
    for option in ([], ["--model"], []):
        assert main(["entities", str(folder), "--json", *option]) == 0
        printed = json.loads(capsys.readouterr().out)["entities"]
        said.append({entity["name"]: entity["kind"] for entity in printed})
    assert said[0] == said[2]
    assert said[1]["Tromelin"] != said[0]["Tromelin"]
