"""The two guards of the house: what may import what, and what importing really loads."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path


def test_the_model_does_not_know_the_terminal() -> None:
    """Importing the model loads neither tui, nor Textual, nor Rich."""
    code = (
        "import pkgutil, importlib, sys, dossier\n"
        "for module in pkgutil.walk_packages(dossier.__path__, 'dossier.'):\n"
        "    module.name.endswith('__main__') or importlib.import_module(module.name)\n"
        "print({'tui', 'textual', 'rich'} & set(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_what_is_given_out_as_source_can_be_built_and_checked() -> None:
    """The source distribution has every file that the Makefile and the README name."""
    root = Path(__file__).parent.parent
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    given = {*project["tool"]["hatch"]["build"]["targets"]["sdist"]["include"], "pyproject.toml"}
    named = re.findall(r"\b[\w-]+\.(?:txt|svg|toml|md)\b", (root / "Makefile").read_text("utf-8"))

    assert {file for file in named if (root / file).is_file()} <= given
    assert "check: $(VENV)/.dev lint types contracts tests" in (root / "Makefile").read_text(
        "utf-8"
    )
