"""The command ``dossier``: decides between a sub-command and the screen.

Nothing that takes time is imported before that is decided; nothing is drawn before the articles
are read, so that what cannot be read is said in one sentence on a terminal left as it was.
"""

import sys
from pathlib import Path


def main() -> int:
    """Run ``dossier`` with the arguments of the process; the exit status."""
    from dossier import cli

    argv = sys.argv[1:]
    paths = cli.paths_to_read(argv)
    if paths is None:
        return cli.main(argv)
    if not sys.stdout.isatty():
        return cli.main(["show", *map(str, paths)])
    return read(paths)


def read(paths: list[Path]) -> int:
    """Read on the screen; the exit status."""
    import gc

    from dossier.problems import DossierError
    from tui.opening import Asked

    gc.disable()  # to look for rubbish among imports is 5 % of the time to a page (2026-11)
    asked = Asked()
    try:
        from dossier.index import Index

        index = Index(paths)
        dossier = index.open()
        from tui.app import DossierApp

        opening = asked.opening()
    except DossierError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        asked.withdraw()
    app = DossierApp(dossier, opening=opening, analyse=index.analyse, ready=_collect)
    app.run()
    return app.return_code or 0


def _collect() -> None:
    """Look for rubbish again, now that a page stands; not in what was imported."""
    import gc

    gc.freeze()
    gc.enable()
