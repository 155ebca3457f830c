"""The diet: what is loaded before the first page stands.

Times are measured in ``tests/bench``; here stands what does not depend on the machine. A module
that joins the lists below is loaded by everyone who opens a dossier, each time: it belongs there
only if the first page cannot be drawn without it.
"""

import json
import os
import subprocess
import sys

import pytest

from dossier.index import Index

LIBRARIES = {"platformdirs", "rich", "textual", "typing_extensions"}
"""The libraries of others that are loaded before the first page stands."""

MODEL = {
    "dossier",
    "dossier.article",
    "dossier.cli",
    "dossier.cli.output",
    "dossier.decisions",
    "dossier.decisions.articles",
    "dossier.decisions.decided",
    "dossier.dossier",
    "dossier.entities",
    "dossier.entities.entity",
    "dossier.entities.on_demand",
    "dossier.index",
    "dossier.index.articles",
    "dossier.index.derived",
    "dossier.index.lately",
    "dossier.index.opening",
    "dossier.index.records",
    "dossier.index.seal",
    "dossier.index.shelf",
    "dossier.index.stock",
    "dossier.index.store",
    "dossier.on_demand",
    "dossier.problems",
    "dossier.reading",
    "dossier.reading.files",
    "dossier.reading.loaded",
    "dossier.search",
    "dossier.search.hit",
    "dossier.search.on_demand",
    "dossier.spans",
    "dossier.topics",
    "dossier.topics.on_demand",
    "dossier.topics.topic",
    "dossier.values",
}
"""What of the model is, when the articles were read before: no rule, no word list, no numpy."""

SCREENS = {"tui.screens", "tui.screens.reader"}
"""The screens that are; the others wait for their key."""

SPARED = {
    "ssl",
    "_hashlib",
    "textual.command",
    "textual.widgets._input",
    "textual.widgets._option_list",
}
"""What the toolkit would load with any app, and ours has no use for."""

OPEN = """
import sys

bare = set(sys.modules)
import json
from pathlib import Path
from tui import sparing, start

load = sparing.load_toolkit

def watched():
    load()
    from textual.app import App

    run, shown = App.run, App.post_display_hook

    def tell(app):
        print(json.dumps(sorted(set(sys.modules) - bare)), file=sys.stderr)
        sys.stderr.flush()
        app.exit()
        App.post_display_hook = shown

    App.post_display_hook = tell
    App.run = lambda app, **options: run(app, **(options | {"headless": True}))

sparing.load_toolkit = watched
start.read([Path(sys.argv[1])])
"""
"""Opens a dossier as the command does, tells what is loaded when the first page stands, leaves.

Not told is what the interpreter has before any of ours: a system's own has a ``sitecustomize``."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are loaded when the first page of a dossier known before stands."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "crue"
    folder.mkdir()
    (folder / "a.txt").write_text("La Loire déborde\n\nLe maire a fermé le pont mardi.\n", "utf-8")
    index = Index([folder], home / "dossier-reader")
    index.analyse(index.open())
    kinds = ("CACHE", "CONFIG", "DATA", "STATE")
    ours, theirs = os.openpty()
    with os.fdopen(ours), os.fdopen(theirs) as terminal:
        done = subprocess.run(
            [sys.executable, "-c", OPEN, str(folder)],
            env=os.environ | {f"XDG_{kind}_HOME": str(home) for kind in kinds},
            stdin=terminal,
            capture_output=True,
            text=True,
            check=True,
        )
    return set(json.loads(done.stderr.splitlines()[0]))


here = pytest.mark.skipif(sys.platform != "linux", reason="the caches stand elsewhere")


@here
def test_the_first_page_needs_little_of_the_model(loaded: set[str]) -> None:
    """No rule, no word list and nothing that finds or keeps is loaded before a page stands."""
    assert {name for name in loaded if name.split(".")[0] == "dossier"} - MODEL == set()


@here
def test_the_first_page_needs_one_screen(loaded: set[str]) -> None:
    """The other screens are loaded when they are asked for."""
    assert {name for name in loaded if name.startswith("tui.screens")} - SCREENS == set()


@here
def test_the_first_page_needs_few_libraries(loaded: set[str]) -> None:
    """Nothing of others is loaded before a page stands but what draws it."""
    known = sys.stdlib_module_names | {"dossier", "tui", "themes", "__main__", "__mp_main__"}
    others = {name.split(".")[0] for name in loaded} - known

    assert {name for name in others if not name.startswith("_")} - LIBRARIES == set()


@here
def test_the_first_page_does_without_what_no_page_has(loaded: set[str]) -> None:
    """The toolkit's own palette, its fields and lists, and TLS are not loaded."""
    assert loaded & SPARED == set()
