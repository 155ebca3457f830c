"""What is read before the screen stands: settings, keys, and what the terminal says of itself.

Light: it is imported before anything that takes time, so that the terminal answers meanwhile.
"""

import os
import sys
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.problems import Problem
from dossier.values import dataclass
from tui.settings import Settings, config_folder, load_settings
from tui.terminal import Answer, Question, said_by

if TYPE_CHECKING:
    from tui.keymap import LoadedKeymap


@dataclass(frozen=True, slots=True)
class Opening:
    """How a reader finds the program: their choices, their keys, their terminal."""

    settings: Settings = field(default_factory=Settings)
    config: Path | None = None
    """The folder of settings, keys and themes; None keeps nothing."""
    keymap: "LoadedKeymap | None" = None
    """None for our own keys."""
    problems: tuple[Problem, ...] = ()
    """What was wrong in the files."""
    dark: bool | None = None
    """What the terminal says of its ground; None when it does not say."""
    colours: int | None = None
    """How many colours the terminal has, 16 or 256; None when it has any."""
    typed: str = ""
    """What was typed before the screen stood."""
    memory: Path | None = None
    """The file of where the reader was in this dossier; None remembers nothing."""

    @property
    def themes(self) -> Path | None:
        """Where the reader's own themes stand."""
        return self.config / "themes" if self.config else None


class Asked:
    """The terminal was asked; ``opening`` takes the answer once the imports are done."""

    def __init__(
        self,
        language: str | None = None,
        question: Question | None = None,
        answer: Answer | None = None,
    ) -> None:
        """Read the settings, and ask the terminal if they leave it to it.

        ``language`` is what the reader asked for this time; None leaves it to settings and locale.
        ``question`` was put already; ``answer`` was given.
        """
        self._language = language
        self._config = config_folder()
        self._loaded = load_settings(self._config / "settings.toml")
        self._dark = said_by(os.environ)
        self._question, self._answer = question, answer
        self.asks = self._loaded.settings.theme is None and self._dark is None
        """Whether it is left to the terminal to say whether it is dark or light."""
        if self.asks and not question and not answer and sys.stdin.isatty():
            self._question = Question(sys.stdin.fileno())

    def withdraw(self) -> None:
        """Leave the terminal as it was."""
        if self._question:
            self._question.answer()

    def speak(self) -> None:
        """Have the program speak the reader's language from now on."""
        from tui.wording import language_of, speak

        speak(self._language or self._loaded.settings.language or language_of())

    def opening(self) -> Opening:
        """All of it; the screen speaks the reader's language from now on."""
        from tui.commands import COMMANDS
        from tui.keymap import load_keymap

        self.speak()
        answer = self._question.answer() if self._question else self._answer
        return Opening(
            settings=self._loaded.settings,
            config=self._config,
            keymap=load_keymap(self._config / "keys.toml", COMMANDS),
            problems=self._loaded.problems,
            dark=answer.dark if answer and self.asks else self._dark,
            colours=how_many_colours(),
            typed=answer.typed if answer else "",
        )


def how_many_colours() -> int | None:
    """How many colours the terminal has, 16 or 256, as its environment tells; None when any."""
    from rich.console import Console
    from textual.constants import COLOR_SYSTEM

    console = Console(force_terminal=True, color_system=COLOR_SYSTEM)  # type: ignore[arg-type]  # a str
    return {"standard": 16, "windows": 16, "256": 256}.get(console.color_system or "")
