"""Carrying a sub-command out: arguments in, exit status out, every failure one sentence."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

from dossier.cli import Carrier
from dossier.cli.arguments import arguments_of
from dossier.cli.misuse import Misuse
from dossier.cli.output import complain
from dossier.problems import DossierError

DONE, FAILED, MISUSED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit statuses; the last two as the shell gives them for SIGINT and SIGPIPE."""


def run(argv: Sequence[str], screen: Mapping[str, Carrier]) -> int:
    """Carry a sub-command out; the exit status. ``screen`` has those that need a screen."""
    open_what_is_closed()
    gc.set_threshold(100_000, 20, 100)  # to look for rubbish in what is kept: a tenth (2026-11)
    try:
        asked = arguments_of(argv)
        status = _carrier_of(asked.carry_out, screen)(asked)
        sys.stdout.flush()
    except Misuse as misuse:
        complain(str(misuse))
        return MISUSED
    except DossierError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:
        _let_go_of_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}.")
        return FAILED
    return status


def _carrier_of(name: str, screen: Mapping[str, Carrier]) -> Carrier:
    """What carries that out: "module.function" of this package, or one that needs a screen."""
    module, _, function = name.partition(".")
    if function:
        carrier: Carrier = getattr(import_module(f"dossier.cli.{module}"), function)
        return carrier
    if module not in screen:
        raise Misuse(f"There is no screen here to {module} it on. See: dossier {module} --help")
    return screen[module]


def open_what_is_closed() -> None:
    """Give the program the streams it was started without (``>&-``), leading nowhere.

    Before any other file is opened: it would be given the number of the one that is closed.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def _let_go_of_stdout() -> None:
    """Keep Python from writing to the closed pipe once more as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
