"""The reader's own keys: ``keys.toml``, and what is wrong with which line of it.

A line gives a command's id and its keys, in place of the ones it has::

    clip = "c"
    next_source = ["ctrl+n", "n"]

A wrong line is a ``Problem`` and the command keeps its keys, and so it is with a clash: a key that
means two things would do one of them in silence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from textual.binding import Binding, Keymap
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from dossier.problems import Problem
from dossier.values import dataclass
from tui.commands import Command, shown_keys
from tui.toml_lines import at_line, line_of, own_text


@dataclass(frozen=True, slots=True)
class LoadedKeymap:
    """The keys a file gives to commands, by the commands' ids, and what was wrong in it."""

    keys: tuple[tuple[str, str], ...] = ()
    """Id, and Textual key names separated by commas."""
    problems: tuple[Problem, ...] = ()

    def keymap(self) -> Keymap:
        """What ``App.set_keymap`` takes."""
        return dict(self.keys)

    def applied(self, commands: Iterable[Command]) -> tuple[Command, ...]:
        """The commands with the keys they now have, for the help and the bottom line."""
        given = dict(self.keys)
        return tuple(
            replace(command, keys=keys, shown=shown_keys(keys))
            if (keys := given.get(command.id))
            else command
            for command in commands
        )


def load_keymap(file: Path, commands: Iterable[Command]) -> LoadedKeymap:
    """The keys that a file gives to the commands; none when there is no file."""
    try:
        text = own_text(file)
    except FileNotFoundError:
        return LoadedKeymap()
    except (OSError, UnicodeDecodeError) as error:
        problem = Problem(str(file), f"The keys could not be read, so none changed: {error}.")
        return LoadedKeymap((), (problem,))
    return read_keymap(text, str(file), commands)


def read_keymap(text: str, file: str, commands: Iterable[Command]) -> LoadedKeymap:
    """The keys that a TOML text gives to the commands."""
    import tomllib  # not for a page

    try:
        lines = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # no TOML, or too deep, or too long a number
        from dossier.decisions.reading import why_not_toml

        why = why_not_toml(error)
        problem = Problem(file, f"The keys could not be read, so none changed: {why}.")
        return LoadedKeymap((), (problem,))
    commands = tuple(commands)
    known = {command.id for command in commands}
    given: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    for name, said in lines.items():
        keys = _keys(said)
        if name not in known:
            wrong.append((name, f"there is no command “{name}”"))
        elif keys is None:
            wrong.append((name, f"“{name}” cannot have the key {said!r}"))
        else:
            given[name] = keys
    while clashes := _clashes(commands, given):
        wrong += clashes.items()
        given = {name: keys for name, keys in given.items() if name not in clashes}
    problems = tuple(_problem(text, file, name, message) for name, message in wrong)
    return LoadedKeymap(tuple(given.items()), problems)


def _clashes(commands: Iterable[Command], given: Mapping[str, str]) -> dict[str, str]:
    """The given commands whose keys another command has as well, each with a sentence."""
    holders: dict[str, list[str]] = {}
    for command in commands:
        for key in (given.get(command.id) or _keys(command.keys.split(",")) or "").split(","):
            holders.setdefault(key, []).append(command.id)
    return {
        name: f"the key {shown_keys(key)} of “{name}” is also that of “{other}”"
        for key, held in holders.items()
        for name in held
        for other in held
        if name != other and name in given
    }


def _keys(said: object) -> str | None:
    """Keys as Textual names them, separated by commas; None when one of them is no key."""
    keys = said if isinstance(said, list) else [said]
    named = ["comma" if key == "," else key for key in keys if isinstance(key, str)]
    if not named or len(named) < len(keys) or not all(map(_is_key, named)):
        return None
    return ",".join(b.key for key in named for b in Binding.make_bindings([Binding(key, "")]))


def _is_key(said: str) -> bool:
    """Whether a keyboard can send it: one character, or Textual's name of a key, with modifiers."""
    *modifiers, key = said.split("+") if len(said) > 1 else [said]
    if not set(modifiers) <= _MODIFIERS:
        return False
    return key.isprintable() and (key in _NAMED or key_to_character(key) is not None)


_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMED = {*(key.value for key in Keys), *KEY_NAME_REPLACEMENTS.values()}


def _problem(text: str, file: str, name: str, message: str) -> Problem:
    span = line_of(text, name)
    return Problem(file, f"{at_line(text, span)}{message}; it keeps its keys.", span)
