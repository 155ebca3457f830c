"""Every command once: its keys, its name, a sentence, where it works.

Bindings, help, palette, README and tests read this table; nothing else names a key.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from textual.binding import Binding, BindingType
from textual.keys import key_to_character

from dossier.values import dataclass
from tui.wording import say

Group = Literal[
    "Moving",
    "Topics and sources",
    "Finding",
    "Overlay",
    "Taking away",
    "Correcting",
    "View",
    "Program",
]
"""The part of the help a command stands in."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something the reader can do, by one or more keys."""

    id: str
    """Its name in a keymap; ``action_<id>`` carries it out, unless ``action`` says otherwise."""
    keys: str
    """Textual key names, separated by commas."""
    name: str
    """Two or three words, for the bottom line and the palette."""
    sentence: str
    """What it does, for the help."""
    group: Group
    shown: str
    """The keys as a person reads them."""
    does: str = ""
    """The action, with what is passed to it; empty when it is the id alone."""

    @property
    def action(self) -> str:
        """What ``run_action`` takes to carry it out: ``"next_source"``, ``"kind('person')"``."""
        return self.does or self.id

    def binding(self) -> Binding:
        """The Textual binding that carries the command out."""
        return Binding(self.keys, self.action, self.name, show=False, id=self.id)


READER = (
    Command(
        "pane_left",
        "h,left,shift+tab",
        "Pane to the left",
        "Go to the pane on the left.",
        "Moving",
        "h ← Shift+Tab",
    ),
    Command(
        "pane_right",
        "l,right,tab",
        "Pane to the right",
        "Go to the pane on the right.",
        "Moving",
        "l → Tab",
    ),
    Command("enter", "enter", "Open", "Go into what is chosen.", "Moving", "Enter"),
    Command(
        "escape",
        "escape",
        "Back out",
        "Close the lens, the selection or the pane.",
        "Moving",
        "Esc",
    ),
    Command("down", "j,down", "Down", "Move down one row or line.", "Moving", "j ↓"),
    Command("up", "k,up", "Up", "Move up one row or line.", "Moving", "k ↑"),
    Command(
        "page_down",
        "space,pagedown,ctrl+d",
        "Page down",
        "Move down one page.",
        "Moving",
        "Space PgDn Ctrl+d",
    ),
    Command("page_up", "pageup,ctrl+u", "Page up", "Move up one page.", "Moving", "PgUp Ctrl+u"),
    Command("top", "g,home", "To the top", "Go to the first row or line.", "Moving", "g Home"),
    Command("bottom", "G,end", "To the bottom", "Go to the last row or line.", "Moving", "G End"),
    Command(
        "next_passage",
        "J,shift+down",
        "Next passage",
        "Go to the next passage of the text.",
        "Moving",
        "J Shift+↓",
    ),
    Command(
        "previous_passage",
        "K,shift+up",
        "Previous passage",
        "Go to the previous passage of the text.",
        "Moving",
        "K Shift+↑",
    ),
    Command("back", "less_than_sign", "Back", "Go back through the places visited.", "Moving", "<"),
    Command(
        "forward",
        "greater_than_sign",
        "Forward",
        "Go forward through the places visited.",
        "Moving",
        ">",
    ),
    Command(
        "next_source",
        "right_square_bracket",
        "Next source",
        "Go to the next source on this topic, at its extract.",
        "Topics and sources",
        "]",
    ),
    Command(
        "previous_source",
        "left_square_bracket",
        "Previous source",
        "Go to the previous source on this topic, at its extract.",
        "Topics and sources",
        "[",
    ),
    Command(
        "next_topic",
        "right_curly_bracket",
        "Next topic",
        "Go to the next topic.",
        "Topics and sources",
        "}",
    ),
    Command(
        "previous_topic",
        "left_curly_bracket",
        "Previous topic",
        "Go to the previous topic.",
        "Topics and sources",
        "{",
    ),
    Command(
        "why", "w", "Why here", "Show why this extract is in this topic.", "Topics and sources", "w"
    ),
    Command(
        "find",
        "slash",
        "Find",
        "Find words, or a name in any spelling, in the dossier.",
        "Finding",
        "/",
    ),
    Command("next_hit", "n", "Next hit", "Go to the next hit, across articles.", "Finding", "n"),
    Command(
        "previous_hit",
        "N",
        "Previous hit",
        "Go to the previous hit, across articles.",
        "Finding",
        "N",
    ),
    Command(
        "overlay",
        "e",
        "Overlay",
        "Show or hide names, dates and figures.",
        "Overlay",
        "e",
    ),
    Command(
        "kind_person",
        "1",
        "Persons",
        "Show or hide persons in the overlay.",
        "Overlay",
        "1",
        does="kind('person')",
    ),
    Command(
        "kind_place",
        "2",
        "Places",
        "Show or hide places in the overlay.",
        "Overlay",
        "2",
        does="kind('place')",
    ),
    Command(
        "kind_organisation",
        "3",
        "Organisations",
        "Show or hide organisations in the overlay.",
        "Overlay",
        "3",
        does="kind('organisation')",
    ),
    Command(
        "kind_date",
        "4",
        "Dates",
        "Show or hide dates in the overlay.",
        "Overlay",
        "4",
        does="kind('date')",
    ),
    Command(
        "kind_figure",
        "5",
        "Figures",
        "Show or hide figures in the overlay.",
        "Overlay",
        "5",
        does="kind('figure')",
    ),
    Command("clip", "m", "Clip", "Keep this passage, or let it go.", "Taking away", "m"),
    Command("copy", "y", "Copy", "Copy the passage with its citation.", "Taking away", "y"),
    Command("clippings", "C", "Clippings", "List what you have clipped.", "Taking away", "C"),
    Command(
        "export",
        "x",
        "Export",
        "Write clippings, a topic or what is found to a file.",
        "Taking away",
        "x",
    ),
    Command(
        "dim", "f", "Dim the rest", "Dim what is not on the topic, or stop dimming.", "View", "f"
    ),
    Command(
        "furniture",
        "F",
        "Furniture",
        "Show or fold what the site put around the article.",
        "View",
        "F",
    ),
    Command(
        "only_text",
        "z",
        "Only the text",
        "Give the text the whole screen, or give it back.",
        "View",
        "z",
    ),
    Command("theme", "t", "Theme", "Take the next theme.", "View", "t"),
    Command("help", "question_mark", "Help", "List every command.", "Program", "?"),
    Command("quit", "q", "Leave", "Leave; the place and the clippings are kept.", "Program", "q"),
)
"""What can be done on the reader's screen, in the help's order."""

LEADING = (
    Command("entities", "E", "Entities", "List everyone and everything named.", "Finding", "E"),
    Command(
        "compare",
        "d",
        "Compare figures",
        "List where the sources give different figures.",
        "Finding",
        "d",
    ),
    Command(
        "quotes",
        "Q",
        "Who says what",
        "List what each speaker is quoted as saying.",
        "Finding",
        "Q",
    ),
    Command("lens", "asterisk", "Lens", "Narrow the dossier to the name here.", "Finding", "*"),
    Command("particulars", "i", "About", "Tell what is known of this article.", "View", "i"),
    Command(
        "original",
        "o",
        "Original",
        "Open the article's address in the browser, or its file.",
        "View",
        "o",
    ),
    Command(
        "problems",
        "exclamation_mark",
        "Problems",
        "List what is wrong in your files and in the dossier's.",
        "Program",
        "!",
    ),
    Command(
        "palette",
        "ctrl+p",
        "Palette",
        "Go to any command, topic, source or name.",
        "Program",
        "Ctrl+p",
    ),
)
"""What leads to the other screens, or to the whole dossier by one name."""

CHANGING = (
    Command("note", "a", "Note", "Write a note on this clipping.", "Taking away", "a"),
    Command(
        "edit_note",
        "A",
        "Note in an editor",
        "Write the note in your own editor (EDITOR).",
        "Taking away",
        "A",
    ),
    Command("tag", "number_sign", "Tags", "Tag this clipping; Tab completes.", "Taking away", "#"),
    Command(
        "arrange",
        "s",
        "Order",
        "List clippings by source, topic, tag or time.",
        "Taking away",
        "s",
    ),
    Command(
        "move_down",
        "D,ctrl+down",
        "Further down",
        "Put this clipping after the next one.",
        "Taking away",
        "D Ctrl+↓",
    ),
    Command(
        "move_up",
        "U,ctrl+up",
        "Further up",
        "Put this clipping before the one above.",
        "Taking away",
        "U Ctrl+↑",
    ),
    Command(
        "clip_topic",
        "T",
        "Clip the topic",
        "Keep every extract of this topic.",
        "Taking away",
        "T",
    ),
    Command(
        "clip_hits",
        "H",
        "Clip what is found",
        "Keep the passages found, or that have the name.",
        "Taking away",
        "H",
    ),
    Command(
        "put_right",
        "c,ctrl+o",
        "Put right",
        "Merge, rename, tell apart or hide the name here.",
        "Correcting",
        "c Ctrl+o",
    ),
    Command("undo", "u", "Undo", "Take the last change back.", "Correcting", "u"),
    Command("redo", "ctrl+r", "Redo", "Make the change again.", "Correcting", "Ctrl+r"),
)
"""What is done to what the reader kept or put right."""

SORTING = (
    Command(
        "retitle",
        "r",
        "Retitle",
        "Give this topic another title; another topic's merges.",
        "Correcting",
        "r",
    ),
    Command(
        "split_topic",
        "S",
        "Split the topic",
        "Part from this topic what has certain words.",
        "Correcting",
        "S",
    ),
    Command(
        "move_extract",
        "M",
        "Move the passage",
        "Put this passage into another topic, or out of this one.",
        "Correcting",
        "M",
    ),
    Command(
        "new_topic",
        "R",
        "Topic of the hits",
        "Make a new topic of what is found, else of words.",
        "Correcting",
        "R",
    ),
    Command(
        "topic_up",
        "left_parenthesis,alt+up",
        "Move topic up",
        "Move this topic before the one above.",
        "Correcting",
        "( Alt+↑",
    ),
    Command(
        "topic_down",
        "right_parenthesis,alt+down",
        "Move topic down",
        "Move this topic after the next one.",
        "Correcting",
        ") Alt+↓",
    ),
)
"""What the reader does to the topics themselves."""

PLACING = (
    Command(
        "mark",
        "apostrophe",
        "Mark",
        "With a letter: mark this place, or return to it.",
        "Moving",
        "'",
    ),
    Command(
        "count",
        "0",
        "Count",
        "Then digits, then a move: so often, or to that row.",
        "Moving",
        "0",
    ),
    Command("passage", "colon", "Passage", "Go to a passage by its number.", "Moving", ":"),
    Command("select", "v", "Select", "Choose sentences; again, words.", "Taking away", "v"),
    Command(
        "other_end",
        "O",
        "Other end",
        "Selecting, move the beginning; again, the end.",
        "Taking away",
        "O",
    ),
    Command(
        "next_mention", "full_stop", "Next name", "Tell of the next name painted.", "Overlay", "."
    ),
    Command(
        "previous_mention",
        "comma",
        "Previous name",
        "Tell of the name painted before.",
        "Overlay",
        ",",
    ),
    Command(
        "numbers",
        "p",
        "Passage numbers",
        "Show or hide the numbers that citations use.",
        "View",
        "p",
    ),
    Command("wider", "plus", "Wider", "Give this pane more columns.", "View", "+"),
    Command("narrower", "minus", "Narrower", "Give this pane fewer columns.", "View", "-"),
)
"""What marks a place in the text, chooses words in it, or moves the panes' edges."""

COMMANDS = READER + LEADING + CHANGING + SORTING + PLACING
"""Every command, in the help's order within its group."""


def pick(*ids: str, among: Iterable[Command] | None = None) -> tuple[Command, ...]:
    """The commands of those ids, in that order, for a screen that knows a few of them.

    ``among`` are those with the keys they have now (``App.commands``); None takes ours. Raises
    KeyError for an id there is no command of.
    """
    known = {command.id: command for command in (COMMANDS if among is None else among)}
    return tuple(known[one] for one in ids)


def first_keys(*ids: str, among: Iterable[Command] | None = None) -> tuple[str, ...]:
    """The first key of each of those commands, as the reader's keyboard names it."""
    return tuple(keys_said(command.shown.split()[0]) for command in pick(*ids, among=among))


def keys_now(app: object, *ids: str) -> tuple[str, ...]:
    """The first key that each of those commands has in an app: the reader may have given others."""
    return first_keys(*ids, among=getattr(app, "commands", None))


def grouped(commands: Iterable[Command]) -> Iterator[tuple[Group, tuple[Command, ...]]]:
    """The commands by group, in the order of the groups; no group is empty."""
    commands = tuple(commands)
    for group in get_args(Group):
        if inside := tuple(command for command in commands if command.group == group):
            yield group, inside


def shown_keys(keys: str) -> str:
    """Textual key names as a person reads them: ``"h,left,ctrl+r"`` as "h ← Ctrl+r"."""
    return " ".join(_shown(key.strip()) for key in keys.split(","))


def keys_said(shown: str) -> str:
    """Keys as ``shown_keys`` gives them, as the reader's keyboard names them."""
    return " ".join(map(_said, shown.split()))


def _said(key: str) -> str:
    return "+".join(say(word) if word in KEY_WORDS else word for word in key.split("+"))


KEY_WORDS = frozenset(
    {"Backspace", "Delete", "End", "Enter", "Esc", "Home", "PgDn", "PgUp", "Shift", "Space"}
)
"""What keyboards of other languages call otherwise."""


def _shown(key: str) -> str:
    *modifiers, last = key.split("+")
    sign = _SHOWN.get(last) or key_to_character(last) or ""
    said = sign if sign.isprintable() and sign else last.capitalize()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), said])


_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "escape": "Esc",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "space": "Space",
    "slash": "/",
    "backslash": "\\",
    "at": "@",
    "minus": "-",
    "plus": "+",
    "underscore": "_",
}


def bindings(*ids: str) -> list[BindingType]:
    """The bindings of some commands, for the widget that carries them out."""
    return [command.binding() for command in pick(*ids)]
