"""The other process: reads a large dossier, works out its entities and topics, and keeps them.

Those that read for it load this module as well, so it imports nothing before it is run.
"""

import gc
import json
import os
import sys
from pathlib import Path


def main() -> None:
    """Do what the first argument says: the paths, the folder to keep it in, whether to sort."""
    from dossier.dossier import analyse
    from dossier.index import Index

    paths, folder, sort = json.loads(sys.argv[1])
    if hasattr(os, "nice"):
        os.nice(5)  # the page that is being read goes first
    gc.set_threshold(100_000, 20, 100)  # to look for rubbish in what is kept: a tenth (2026-11)
    index = Index([Path(path) for path in paths], Path(folder) if folder else None, at_hand=True)
    dossier = index.open()
    if sort:
        index.keep(analyse(dossier))
    else:
        index.keep_articles()


if __name__ == "__main__":
    main()
