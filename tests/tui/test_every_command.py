"""Every command of the table, from every pane: what it changes."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from textual.pilot import Pilot

from dossier.dossier import Dossier
from tests.looking import rows_of
from tests.tui.pressing import app_of, back_on_the_page, harmless
from tui.app import DossierApp
from tui.commands import COMMANDS, Command
from tui.marks import Dress
from tui.places import Place
from tui.screens.reader import ReaderScreen

PANES = ("topics", "sources", "text")
PARTS = 6
"""Into so many the commands are cut, for one is tried after the other."""


@dataclass(frozen=True)
class Looked:
    """What a command may change."""

    pane: str
    topic: str | None
    file: str | None
    place: tuple[str | None, int]
    page: str
    """The rows of the text."""
    dress: Dress
    theme: str
    alone: bool
    folded: bool
    widths: tuple[int, ...]
    screen: str
    typing: bool
    chosen: object
    clippings: int
    decisions: object
    topics: tuple[str, ...]
    narrowed: bool
    counting: str | None
    said: str
    """The bottom line."""


def look(app: DossierApp, screen: ReaderScreen) -> Looked:
    """What stands now."""
    desk, reading = screen.desk, screen.reading
    return Looked(
        desk.current.id or "",
        reading.topic.title if reading.topic else None,
        reading.file,
        desk.text.place(),
        "\n".join(desk.text.render_line(y).text for y in range(desk.text.size.height)),
        desk.dress,
        app.theme,
        desk.alone,
        reading.folded,
        desk.joints(),
        type(app.screen).__name__,
        screen.finding.typing,
        desk.text.chosen,
        len(screen.cuttings.keeping),
        reading.dossier.decisions,
        tuple(topic.title for topic in reading.dossier.topics),
        reading.lens.narrowed,
        desk.counting.typed,
        rows_of(app)[-1] if app.screen is screen and not screen.finding.typing else "",
    )


BEFORE: dict[str, tuple[str, ...]] = {
    "previous_source": ("]", "]"),
    "forward": ("]", "<"),
    "back": ("]",),
    "next_hit": ("sought",),
    "previous_hit": ("sought",),
    "clip_hits": ("sought",),
    "new_topic": ("sought",),
    "undo": ("m",),
    "redo": ("m", "u"),
    "topic_up": ("}",),
    "previous_passage": ("J",),
    "up": ("j",),
    "page_up": ("G",),
    "top": ("G",),
    "previous_topic": ("}",),
}
"""What is pressed first, so that there is something to do; "sought" looks for "pont"."""

CHANGES: dict[str, str | dict[str, str]] = {
    "pane_left": {"topics": "", "sources": "pane", "text": "pane"},
    "pane_right": {"topics": "pane", "sources": "pane", "text": ""},
    "enter": {"topics": "pane", "sources": "pane", "text": ""},
    "escape": {"topics": "", "sources": "pane", "text": "pane"},
    "down": {"topics": "topic", "sources": "file", "text": "page"},
    "up": {"topics": "topic", "sources": "file", "text": "page"},
    "page_down": {"topics": "topic", "sources": "file", "text": "page"},
    "page_up": {"topics": "topic", "sources": "file", "text": "page"},
    "top": {"topics": "topic", "sources": "file", "text": "page"},
    "bottom": {"topics": "topic", "sources": "file", "text": "page"},
    "next_passage": "place",
    "previous_passage": "place",
    "back": {"topics": "place", "sources": "file", "text": "file"},
    "forward": "file",
    "next_source": "file",
    "previous_source": "file",
    "next_topic": "topic",
    "previous_topic": "topic",
    "why": "screen",
    "find": "typing",
    "next_hit": "place",
    "previous_hit": "place",
    "overlay": "dress",
    "kind_person": "dress",
    "kind_place": "dress",
    "kind_organisation": "dress",
    "kind_date": "dress",
    "kind_figure": "dress",
    "clip": "clippings",
    "copy": "said",
    "clippings": "screen",
    "export": "screen",
    "dim": "dress",
    "furniture": {"topics": "said", "sources": "folded", "text": "folded"},
    "only_text": "alone",
    "theme": "theme",
    "help": "screen",
    "entities": "screen",
    "compare": "screen",
    "quotes": "screen",
    "lens": "said",
    "particulars": "screen",
    "original": "said",
    "palette": "screen",
    "problems": "said",
    "note": "screen",
    "edit_note": "said",
    "clip_topic": "clippings",
    "clip_hits": "clippings",
    "put_right": "screen",
    "undo": "clippings",
    "redo": "clippings",
    "retitle": "screen",
    "split_topic": "screen",
    "move_extract": "screen",
    "new_topic": "screen",
    "topic_up": "topics",
    "topic_down": "topics",
    "mark": "said",
    "count": "counting said",
    "passage": "screen",
    "select": "chosen",
    "other_end": "said",
    "next_mention": "chosen",
    "previous_mention": {"topics": "said", "sources": "chosen", "text": "chosen"},
    "numbers": "dress",
    "wider": "widths|said",
    "narrower": "widths|said",
}
"""What each command changes from every pane, or from which; nothing else but what follows."""

ELSEWHERE = {"quit", "tag", "arrange", "move_down", "move_up"}
"""What ends the program, and what the clippings' screen does: they have tests of their own."""


def changed(before: Looked, after: Looked) -> set[str]:
    """The names of what is not as it was."""
    names = (field.name for field in fields(Looked))
    return {name for name in names if getattr(before, name) != getattr(after, name)}


async def begin(app: DossierApp, pilot: Pilot[None], pane: str) -> ReaderScreen:
    """Stand on the topic "La crue", at its first source, in a pane; nothing chosen or narrowed."""
    screen = await back_on_the_page(app, pilot)
    await pilot.press("escape")  # a mark's letter is not waited for any more
    for _ in range(4):
        screen.cuttings.action_undo()
    screen.finding.widen()
    screen.desk.text.close()
    screen.desk.counting.drop()
    screen.desk.text.repaint_marks(Dress())
    screen.reading.folded = True
    if screen.desk.alone:
        await pilot.press("z")
    screen.guide.visit(Place("La crue", "flood.txt", 0))
    screen.desk.enter_pane(screen.desk.text)
    screen.guide.go(Place("La crue", "flood.txt"), landing=True)
    screen.desk.enter_pane(screen.desk.panes[PANES.index(pane)])
    screen.guide.hints.tell("")
    await pilot.pause()
    return screen


async def pressed(app: DossierApp, pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys, and wait for what follows."""
    for key in keys:
        if key == "sought":
            assert isinstance(app.screen, ReaderScreen)
            app.screen.finding.look_for("pont")
            await app.workers.wait_for_complete()
        else:
            await pilot.press(key)
        await pilot.pause()


async def faults_of(app: DossierApp, pilot: Pilot[None], command: Command, pane: str) -> list[str]:
    """What is not as it should be after each of the command's keys, from a pane."""
    faults: list[str] = []
    said = CHANGES[command.id]
    wanted = (said[pane] if isinstance(said, dict) else said).split()
    for key in command.keys.split(","):
        screen = await begin(app, pilot, pane)
        await pressed(app, pilot, BEFORE.get(command.id, ()))
        if BEFORE.get(command.id) == ("sought",) or "]" in BEFORE.get(command.id, ()):
            screen.desk.enter_pane(screen.desk.panes[PANES.index(pane)])
            await pilot.pause()
        before = look(app, screen)
        await pressed(app, pilot, [key])
        after = look(app, screen)
        came = changed(before, after)
        if not all(came & set(one.split("|")) for one in wanted) or (came and not wanted):
            faults.append(f"{command.id} ({key}) in {pane}: {sorted(came)}")
    return faults


def test_every_command_is_tried() -> None:
    """No command of the table is left out here without saying where it is tested."""
    assert CHANGES.keys() | ELSEWHERE == {command.id for command in COMMANDS}
    assert not CHANGES.keys() & ELSEWHERE


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize(
    ("pane", "size"), [(PANES[0], (120, 40)), (PANES[1], (60, 20)), (PANES[2], (120, 40))]
)
async def test_every_key_does_what_its_command_says(
    pane: str, size: tuple[int, int], part: int, flood: Dossier, tmp_path: Path
) -> None:
    """From every pane, side by side or alone, each key changes what its command is for."""
    faults: list[str] = []
    with harmless():
        app = app_of(flood, tmp_path)
        async with app.run_test(size=size) as pilot:
            for command in COMMANDS[part::PARTS]:
                if command.id not in ELSEWHERE:
                    faults += await faults_of(app, pilot, command, pane)

    assert faults == []
