"""Other words that commands are found by in help and palette, none of them shown.

A command's name and sentence have one word for what it does; who looks for it may think of
another. Words of more than one command are meant: each of those is then listed.
"""

from tui.commands import Command
from tui.wording import say

OTHER_WORDS = {
    "pane_left": "column",
    "pane_right": "column",
    "enter": "choose into",
    "escape": "cancel leave close clear",
    "down": "scroll line",
    "up": "scroll line",
    "page_down": "scroll forward",
    "page_up": "scroll back",
    "top": "start beginning first",
    "bottom": "end last",
    "next_passage": "paragraph",
    "previous_passage": "paragraph",
    "back": "return history",
    "forward": "history",
    "next_source": "article",
    "previous_source": "article",
    "next_topic": "theme subject section",
    "previous_topic": "theme subject section",
    "why": "reason explain",
    "find": "search look query",
    "next_hit": "match result occurrence found search",
    "previous_hit": "match result occurrence found search",
    "overlay": "highlight colour color paint",
    "kind_person": "people highlight colour color",
    "kind_place": "location country town highlight colour color",
    "kind_organisation": "body party company institution organization highlight colour color",
    "kind_date": "day time highlight colour color",
    "kind_figure": "number amount sum highlight colour color",
    "clip": "save bookmark cut collect delete remove",
    "copy": "clipboard quote yank",
    "clippings": "saved kept bookmarks notes",
    "export": "save print report markdown html csv",
    "dim": "grey gray fade focus",
    "furniture": "menu links advertisement unfold hide",
    "only_text": "zoom full screen maximise",
    "theme": "colour color dark light",
    "help": "keys shortcuts commands manual",
    "quit": "exit close end",
    "entities": "people index",
    "compare": "difference differ numbers contradict disagree toll",
    "lens": "filter restrict",
    "particulars": "details metadata author date outlet edit correct",
    "original": "web url link page",
    "problems": "errors warnings",
    "palette": "jump search",
    "note": "comment annotate",
    "edit_note": "comment annotate",
    "tag": "label keyword",
    "arrange": "sort group",
    "move_down": "reorder order sort",
    "move_up": "reorder order sort",
    "clip_topic": "save collect all",
    "clip_hits": "save collect results search",
    "put_right": "correct fix join alias spelling kind delete remove",
    "undo": "cancel revert",
    "redo": "repeat again",
    "retitle": "rename join fuse",
    "split_topic": "divide separate break",
    "move_extract": "remove delete add assign",
    "new_topic": "create add",
    "topic_up": "reorder order sort",
    "topic_down": "reorder order sort",
    "mark": "bookmark",
    "count": "number repeat times",
    "passage": "paragraph line jump",
    "select": "sentence word part",
    "other_end": "selection start",
    "next_mention": "entity mention",
    "previous_mention": "entity mention",
    "numbers": "paragraph margin",
    "wider": "width resize column",
    "narrower": "width resize column",
}
"""By the command's id."""


def found_by(command: Command) -> tuple[str, str]:
    """The words, in the reader's language, that a command is found by and does not show."""
    return command.name, say(OTHER_WORDS[command.id])
