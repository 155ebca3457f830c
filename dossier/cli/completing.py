"""Completions: what a shell offers after ``dossier``, made from the parsers themselves."""

import argparse
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from dossier.cli import COMMANDS
from dossier.cli.output import say_exactly

SHELLS = ("bash", "zsh", "fish")
"""The shells that can be told."""


def completions(asked: Namespace) -> int:
    """Print the completions of a shell, to be kept where it looks for them."""
    say_exactly({"bash": _bash, "zsh": _zsh, "fish": _fish}[asked.shell]())
    return 0


def _options(command: str) -> Iterator[argparse.Action]:
    """The options of a command."""
    from dossier.cli.arguments import command_parser

    for action in command_parser(command)._actions:  # argparse has no public way to ask
        if action.option_strings:
            yield action


def _values(action: argparse.Action) -> str:
    """What an option may be given, between spaces; "" when anything, or nothing."""
    return " ".join(map(str, action.choices)) if action.choices else ""


def _bash() -> str:
    """For bash, in ``~/.local/share/bash-completion/completions/dossier``."""
    names = " ".join(name for name, _ in COMMANDS)
    lines = [
        "_dossier() {",
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        "  compopt -o default 2>/dev/null",
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        "    compopt -o filenames 2>/dev/null",
        f'    mapfile -t COMPREPLY < <(compgen -W "{names}" -- "$word"; compgen -f -- "$word")',
        "    return",
        "  fi",
        '  case "${COMP_WORDS[1]} $before" in',
    ]
    for name, _ in COMMANDS:
        for action in _options(name):
            if values := _values(action):
                patterns = "|".join(f'"{name} {option}"' for option in action.option_strings)
                reply = f'COMPREPLY=($(compgen -W "{values}" -- "$word"))'
                lines.append(f"    {patterns}) {reply}; return ;;")
    shells = " ".join(SHELLS)
    reply = f'COMPREPLY=($(compgen -W "{shells}" -- "$word"))'
    lines += [f'    "completions completions") {reply}; return ;;', "  esac"]
    lines.append('  case "${COMP_WORDS[1]} $word" in')
    for name, _ in COMMANDS:
        words = " ".join(option for action in _options(name) for option in action.option_strings)
        lines.append(f'    "{name} -"*) COMPREPLY=($(compgen -W "{words}" -- "$word")) ;;')
    lines += ["  esac", "}", "complete -F _dossier dossier", ""]
    return "\n".join(lines)


def _zsh() -> str:
    """For zsh, in a file ``_dossier`` of a folder of ``$fpath``."""
    lines = ["#compdef dossier", "_dossier() {", "  local -a commands", "  commands=("]
    lines += [f"    '{name}:{_quoted(sentence)}'" for name, sentence in COMMANDS]
    lines += [
        "  )",
        "  if (( CURRENT == 2 )); then",
        "    _describe command commands; _files; return",
        "  fi",
        "  local command=$words[2]",
        "  shift words; (( CURRENT-- ))",
        "  case $command in",
    ]
    for name, _ in COMMANDS:
        specs = [_zsh_option(action) for action in _options(name)]
        if name == "completions":
            specs.append(f"'1:shell:({' '.join(SHELLS)})'")
        else:
            specs.append("'*:path:_files'")
        lines.append(f"    {name}) _arguments {' '.join(specs)} ;;")
    lines += ["  esac", "}", 'if [ "$funcstack[1]" = _dossier ]; then _dossier "$@"; fi']
    return "\n".join([*lines, "compdef _dossier dossier 2>/dev/null", ""])


def _zsh_option(action: argparse.Action) -> str:
    """An option as ``_arguments`` takes it."""
    name = action.option_strings[-1]
    help_line = _quoted((action.help or "").split(";")[0]).replace("[", "(").replace("]", ")")
    if action.nargs == 0:
        return f"'{name}[{help_line}]'"
    values = _values(action)
    what = f"({values})" if values else "_files" if action.type is Path else ""
    return f"'*{name}[{help_line}]:{name[2:]}:{what}'"


def _fish() -> str:
    """For fish, in ``~/.config/fish/completions/dossier.fish``."""
    lines = []
    for name, sentence in COMMANDS:
        lines.append(
            f"complete -c dossier -n __fish_use_subcommand -a {name} -d '{_quoted(sentence)}'"
        )
    for name, _ in COMMANDS:
        for action in _options(name):
            option = action.option_strings[-1]
            takes = "" if action.nargs == 0 else " -r"
            values = _values(action)
            given = f" -x -a '{values}'" if values else takes
            help_line = _quoted((action.help or "").split(";")[0])
            lines.append(
                f"complete -c dossier -n '__fish_seen_subcommand_from {name}' "
                f"-l {option[2:]}{given} -d '{help_line}'"
            )
    where = "'__fish_seen_subcommand_from completions'"
    lines.append(f"complete -c dossier -n {where} -x -a '{' '.join(SHELLS)}'")
    return "\n".join([*lines, ""])


def _quoted(sentence: str) -> str:
    """A sentence as it may stand between a shell's single quotes."""
    return sentence.replace("'", "’").replace(":", " –")
