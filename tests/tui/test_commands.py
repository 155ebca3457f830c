import re
from collections import Counter
from typing import get_args

import pytest
from textual.binding import Binding

from tui.commands import COMMANDS, Group, grouped, pick, shown_keys


def test_a_key_means_one_thing() -> None:
    """No two commands share a key, no two an id, no two a name."""
    keys = Counter(b.key for c in COMMANDS for b in Binding.make_bindings([c.binding()]))

    assert [key for key, times in keys.items() if times > 1] == []
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.name for command in COMMANDS}) == len(COMMANDS)


def test_every_command_says_what_it_does() -> None:
    """Each has a short name, and a sentence with a capital and a full stop."""
    for command in COMMANDS:
        assert 0 < len(command.name) <= 20
        assert re.fullmatch(r"[A-Z].*\.", command.sentence), command.id
        assert command.id.isidentifier()


def test_the_keys_shown_are_the_keys_bound() -> None:
    """What the help shows as a command's keys is what is bound."""
    for command in COMMANDS:
        assert command.shown == shown_keys(command.keys)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("h,left,shift+tab", "h ← Shift+Tab"),
        ("right_square_bracket", "]"),
        ("less_than_sign", "<"),
        ("ctrl+r", "Ctrl+r"),
        ("f5", "F5"),
        ("é", "é"),
        ("question_mark", "?"),
    ],
)
def test_keys_are_shown_as_a_person_reads_them(keys: str, shown: str) -> None:
    """Textual's names of keys become the signs on a keyboard."""
    assert shown_keys(keys) == shown


def test_groups_hold_every_command_once_in_order() -> None:
    """Grouping loses and doubles nothing, and follows the order of the groups."""
    groups = list(grouped(COMMANDS))

    assert Counter(c.id for _, inside in groups for c in inside) == Counter(c.id for c in COMMANDS)
    assert [name for name, _ in groups] == [g for g in get_args(Group) if g in dict(groups)]


def test_a_screen_picks_its_commands_by_id() -> None:
    """Commands are picked in the order asked for; an unknown id is the caller's mistake."""
    assert [command.id for command in pick("up", "down")] == ["up", "down"]
    with pytest.raises(KeyError):
        pick("fly")
