"""The reader's own editor, for a note of more than a line."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from dossier.problems import DossierError
from tui.wording import say

_USUAL = ("sensible-editor", "nano", "vim", "vi")
"""What is looked for when no editor is named."""

Suspend = Callable[[], AbstractContextManager[None]]
"""Gives the terminal away while it is entered: ``App.suspend``."""


def editor_of(environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command that edits a file; empty when there is none."""
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(environment.get(name, "")):
                return command
        except ValueError:  # a quotation mark that is not closed
            continue
    return [found for usual in _USUAL if (found := shutil.which(usual))][:1]


def edit(text: str, suspend: Suspend, *, environment: Mapping[str, str] = os.environ) -> str:
    """The text as the reader's editor leaves it; the terminal is the editor's meanwhile.

    Raises DossierError when there is no editor, it cannot run or it gives up: nothing is changed.
    """
    from textual.app import SuspendNotSupported

    command = editor_of(environment)
    if not command:
        raise DossierError(say("There is no editor: set EDITOR to one."))
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="dossier-"))
            file = Path(folder) / "note.md"
            file.write_text(text, encoding="utf-8", errors="replace")
        except OSError as error:
            said = say(
                "There is no room for the note where the editor would write it: {why}.",
                why=error.strerror,
            )
            raise DossierError(said) from error
        try:
            with suspend():
                done = subprocess.run([*command, str(file)], check=False)  # noqa: S603 - theirs
        except SuspendNotSupported as error:
            raise DossierError(say("This terminal cannot be given to an editor.")) from error
        except OSError as error:
            raise DossierError(f"{command[0]}: {error.strerror}.") from error
        if done.returncode:
            raise DossierError(say("{editor} gave up; the note is as it was.", editor=command[0]))
        try:
            return file.read_text(encoding="utf-8", errors="replace").strip()
        except OSError as error:
            raise DossierError(f"{command[0]}: {error.strerror}.") from error
