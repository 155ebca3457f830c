"""The card of an entity: its names, how much each source names it, why a mention is one of it."""

from collections import Counter
from collections.abc import Callable

from rich.style import Style

from dossier.entities import Entity, Mention
from dossier.entities.on_demand import sources_of
from tui.glyphs import PARTED, cells, cut, shed
from tui.inks import BOLD, Inks
from tui.reasons import reason
from tui.widgets.row_pane import Parts
from tui.wording import say, say_many

LONGEST_SOURCE = 16
"""Cells of a source's name in the row of the sources."""

SourceName = Callable[[str], str]
"""What to call the article of a file, in few words."""


def card_rows(
    mention: Mention,
    entity: Entity,
    inks: Inks,
    width: int,
    rows: int,
    *,
    words: str = "",
    source_name: SourceName = str,
) -> list[Parts]:
    """The card in at most so many rows; what matters least goes first.

    ``words`` are those of the mention, as the article writes them.
    """
    room = max(0, width - 2)
    said = {
        "also": _also(entity),
        "sources": _sources(mention.file, entity, source_name, room),
        "why": _why(mention, entity, words),
        "keys": _keys(),
    }
    kept = _kept(said, rows - 1)
    card: list[Parts] = [(("─" * width, inks.rule),)] if rows > len(kept) + 1 else []
    card.append(_head(entity, inks, room))
    rows_below: dict[str, Parts] = {what: ((cut(said[what], room), inks.dim),) for what in kept}
    if "keys" in kept:
        rows_below["keys"] = _hinted(shed(said["keys"], room), inks)
    return card + [((" ", inks.ground), *rows_below[what]) for what in kept]


def _also(entity: Entity) -> str:
    """Its other names; "" for none."""
    others = [alias for alias in entity.aliases if alias != entity.name]
    return say("also {names}", names=", ".join(others)) if others else ""


def _keys() -> str:
    """What may be done with a name."""
    return say(
        "{next} next · {previous} before · {lens} narrow to it", next=".", previous=",", lens="*"
    )


def _hinted(hints: str, inks: Inks) -> Parts:
    """Keys with what they do, as in the bottom line."""
    parts: list[tuple[str, Style]] = []
    for hint in hints.split(PARTED):
        key, _, does = hint.partition(" ")
        parted = PARTED if parts else ""
        parts += [(parted, inks.dim), (key, inks.accent + BOLD), (f" {does}", inks.dim)]
    return tuple(parts)


def _kept(said: dict[str, str], rows: int) -> list[str]:
    """What there is room for, in its order: why and the names before the sources and the keys."""
    wanted = [what for what in ("why", "also", "sources", "keys") if said[what]][: max(0, rows)]
    return [what for what in said if what in wanted]


def _head(entity: Entity, inks: Inks, room: int) -> Parts:
    """The name, its kind, how many mentions in how many sources."""
    from tui.kinds import kind_name, value_of

    known = [
        kind_name(entity.kind),
        value_of(entity),
        say_many("{n} mention", "{n} mentions", len(entity.mentions)),
        say_many("in {n} source", "in {n} sources", sources_of(entity)),
    ]
    name = cut(entity.name, room)
    about = "  " + _fitting([part for part in known if part], max(0, room - cells(name) - 2))
    ink = inks.ground + inks.kind(entity.kind) + BOLD
    return (" ", inks.ground), (name, ink), (about, inks.dim)


def _sources(here: str, entity: Entity, source_name: SourceName, room: int) -> str:
    """How often each source names it, this one first, then those that do most; "" for one."""
    counts = Counter(mention.file for mention in entity.mentions)
    if len(counts) < 2:
        return ""
    files = sorted(counts, key=lambda file: (file != here, -counts[file], file))
    parts: list[str] = []
    for number, file in enumerate(files):
        part = f"{cut(source_name(file), LONGEST_SOURCE)} {counts[file]}"
        left = len(files) - number
        if cells(" · ".join([*parts, part])) + (cells(f" · +{left}") if left > 1 else 0) > room:
            return " · ".join([*parts, f"+{left}"])
        parts.append(part)
    return " · ".join(parts)


def _why(mention: Mention, entity: Entity, words: str) -> str:
    """Why these words are one with the entity's name; of the name itself, why they are a name."""
    joined = [why for why in entity.why if why.startswith(f"{words} = ")]
    if not joined and words == entity.name:
        joined = [why for why in entity.why if f" = {words}: " in why][:1]
    return reason(joined[0] if joined else mention.why)


def _fitting(parts: list[str], room: int) -> str:
    """The first of the parts, as many as fit whole."""
    fitting = list(parts)
    while len(fitting) > 1 and cells(" · ".join(fitting)) > room:
        fitting.pop()
    return cut(" · ".join(fitting), room)
