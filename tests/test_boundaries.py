"""The two guards of the house: what may import what, and what importing really loads."""

import subprocess
import sys


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
