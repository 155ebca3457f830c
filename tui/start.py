"""The command ``dossier``: decides between a sub-command and the screen."""

import sys


def main() -> int:
    """Run ``dossier`` with the arguments of the process; the exit status."""
    from pathlib import Path

    from dossier.dossier import open_dossier

    print(open_dossier([Path(p) for p in sys.argv[1:]] or [Path()]).title)
    return 0
