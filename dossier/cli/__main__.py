"""``python -m dossier.cli``: the sub-commands without the screen."""

import sys

from dossier.cli import main

sys.exit(main(sys.argv[1:]))
