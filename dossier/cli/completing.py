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


def _options_before() -> Iterator[argparse.Action]:
    """The options that stand before a command, or alone."""
    from dossier.cli.arguments import whole_parser

    for action in whole_parser()._actions:  # as above
        if action.option_strings:
            yield action


def _values(action: argparse.Action) -> str:
    """What an option may be given, between spaces; "" when anything, or nothing."""
    return " ".join(map(str, action.choices)) if action.choices else ""


def _bash() -> str:
    """For bash, in ``~/.local/share/bash-completion/completions/dossier``."""
    lines = ["_dossier() {", *_bash_before(), '  case "${COMP_WORDS[at]} $before" in']
    for name, _ in COMMANDS:
        for action in _options(name):
            if values := _values(action):
                patterns = "|".join(f'"{name} {option}"' for option in action.option_strings)
                reply = f'COMPREPLY=($(compgen -W "{values}" -- "$word"))'
                lines.append(f"    {patterns}) {reply}; return ;;")
    shells = " ".join(SHELLS)
    reply = f'COMPREPLY=($(compgen -W "{shells}" -- "$word"))'
    lines += [f'    "completions completions") {reply}; return ;;', "  esac"]
    lines.append('  case "${COMP_WORDS[at]} $word" in')
    for name, _ in COMMANDS:
        words = " ".join(option for action in _options(name) for option in action.option_strings)
        lines.append(f'    "{name} -"*) COMPREPLY=($(compgen -W "{words}" -- "$word")) ;;')
    lines += ["  esac", "}", "complete -F _dossier dossier", ""]
    return "\n".join(lines)


def _bash_before() -> list[str]:
    """Lines that complete what stands before a command, and the command."""
    names = " ".join(name for name, _ in COMMANDS)
    options = " ".join(option for one in _options_before() for option in one.option_strings)
    lines = [
        '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" at=1',
        "  compopt -o default 2>/dev/null",
    ]
    for action in _options_before():
        if values := _values(action):
            given = f'[ "${{COMP_WORDS[1]}}" = {action.option_strings[-1]} ]'
            reply = f'COMPREPLY=($(compgen -W "{values}" -- "$word"))'
            lines.append(f"  {given} && at=3")
            lines.append(f'  if [ "$COMP_CWORD" -eq 2 ] && {given}; then {reply}; return; fi')
    return [
        *lines,
        '  if [ "$COMP_CWORD" -le "$at" ]; then',
        f'    case "$word" in -*) COMPREPLY=($(compgen -W "{options}" -- "$word")); return ;; esac',
        "    compopt -o filenames 2>/dev/null",
        f'    mapfile -t COMPREPLY < <(compgen -W "{names}" -- "$word"; compgen -f -- "$word")',
        "    return",
        "  fi",
    ]


def _zsh() -> str:
    """For zsh, in a file ``_dossier`` of a folder of ``$fpath``."""
    lines = ["#compdef dossier", "_dossier() {", "  local -a commands", "  commands=("]
    lines += [f"    '{name}:{_quoted(sentence)}'" for name, sentence in COMMANDS]
    before = " ".join(map(_zsh_option, _options_before()))
    lines += [
        "  )",
        *(f"  {line}" for line in _zsh_past_options()),
        "  if (( CURRENT == 2 )); then",
        f"    if [[ $PREFIX == -* ]]; then _arguments {before}",
        "    else _describe command commands; _files; fi",
        "    return",
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


def _zsh_past_options() -> Iterator[str]:
    """Lines that complete what an option before the command takes, and then go past the two."""
    for action in _options_before():
        if values := _values(action):
            yield f"if [[ $words[2] == {action.option_strings[-1]} ]] && (( CURRENT > 2 )); then"
            yield f"  if (( CURRENT == 3 )); then compadd {values}; return; fi"
            yield "  shift 2 words; (( CURRENT -= 2 ))"
            yield "fi"


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
    lines = [_fish_option(action, "__fish_use_subcommand") for action in _options_before()]
    for name, sentence in COMMANDS:
        lines.append(
            f"complete -c dossier -n __fish_use_subcommand -a {name} -d '{_quoted(sentence)}'"
        )
    for name, _ in COMMANDS:
        when = f"'__fish_seen_subcommand_from {name}'"
        lines += [_fish_option(action, when) for action in _options(name)]
    where = "'__fish_seen_subcommand_from completions'"
    lines.append(f"complete -c dossier -n {where} -x -a '{' '.join(SHELLS)}'")
    return "\n".join([*lines, ""])


def _fish_option(action: argparse.Action, when: str) -> str:
    """An option, and when fish is to offer it."""
    takes = "" if action.nargs == 0 else " -r"
    values = _values(action)
    given = f" -x -a '{values}'" if values else takes
    help_line = _quoted((action.help or "").split(";")[0])
    option = action.option_strings[-1][2:]
    return f"complete -c dossier -n {when} -l {option}{given} -d '{help_line}'"


def _quoted(sentence: str) -> str:
    """A sentence as it may stand between a shell's single quotes."""
    return sentence.replace("'", "’").replace(":", " –")
