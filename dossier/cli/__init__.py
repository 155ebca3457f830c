"""The sub-commands: the same results as the screen, as plain text or JSON.

This module is imported each time the program starts, also to open the screen: it only knows the
commands' names. What carries them out, and argparse, is imported when one is called.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

Carrier = Callable[["Namespace"], int]
"""Carries a sub-command out; gives the exit status."""

COMMANDS: tuple[tuple[str, str], ...] = (
    ("read", "Read on the screen; also where a folder bears a command's name."),
    ("serve", "Read in a web browser: a page with the same screen."),
    ("show", "Show the articles, and what each part of them is."),
    ("topics", "List the topics, with what each source says about them."),
    ("entities", "List the people, places, organisations, dates and figures."),
    ("compare", "List where the articles give different figures."),
    ("quotes", "List who says what."),
    ("search", "Find words in the articles."),
    ("clippings", "List the clippings; move them to or from another machine."),
    ("export", "Write passages with their citations."),
    ("split", "Write each article of a press archive's export into a file of its own."),
    ("index", "Read and sort a large folder beforehand, so that it opens at once."),
    ("check", "Say what could not be understood, or verify an export's quotes."),
    ("completions", "Print the completions for bash, zsh or fish."),
)
"""Every sub-command and what it does, in the help's order."""


def paths_to_read(argv: Sequence[str]) -> list[Path] | None:
    """The paths to open on the screen; None when the arguments are a sub-command's business.

    ``argv`` is without the program's name. No path means the folder one is in.
    """
    words = list(argv)
    if words and words[0] == "read":
        words = words[1:]
    elif words and words[0] in dict(COMMANDS):
        return None
    options = words[: words.index("--")] if "--" in words else words
    if any(word.startswith("-") and word != "-" for word in options):
        return None
    after = words[len(options) + 1 :]
    return [Path(word) for word in (*options, *after)] or [Path()]


def main(argv: Sequence[str], screen: Mapping[str, Carrier] | None = None) -> int:
    """Carry a sub-command out; the exit status: 0 done, 1 failed, 2 misused.

    ``argv`` is without the program's name. ``screen`` carries out what needs a screen, which is
    unknown here.
    """
    from dossier.cli.running import run

    return run(argv, screen or {})
