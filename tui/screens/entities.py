"""The entity index: everyone and everything named, and how much each source names them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.screen import Screen
from textual.widgets import Input

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import Entity, EntityKind
from dossier.spans import Span
from tui.commands import bindings
from tui.glyphs import cells, cut
from tui.inks import KINDS
from tui.reasons import reason
from tui.screens.chrome import HEIGHTS, WIDTHS, TypeLine, has_words
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.screens.grouped_pane import GroupedPane
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

BARS = "▁▂▃▄▅▆▇"
"""How much of the most a source names an entity; ``·`` is not at all."""

MOST_BARS = 24
"""Sources that get a bar each; with more of them the number of sources is said."""

CONTEXT = 60
"""Code points shown before and after a mention."""


class EntityPane(GroupedPane[Entity]):
    """A row an entity: name, kind, mentions, a bar a source."""

    def __init__(self, dossier: Dossier, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._files = tuple(article.file for article in dossier.articles)

    def draw_row(self, row: Entity, width: int) -> tuple[Parts, ...]:
        """The name in its kind's ink; what is told at its right goes as the pane gets narrow."""
        inks = self.inks
        bars = bars_of(row, self._files) if width >= 40 else ""
        kind = kind_name(row.kind) if width >= 64 else ""
        count = str(len(row.mentions)).rjust(5) if width >= 20 else ""
        kind = kind.ljust(14) if kind else ""
        bars = f"  {bars}" if bars else ""
        room = max(0, width - cells(kind) - len(count) - cells(bars))
        name = cut(row.name, room - 1)
        gap = " " * max(0, room - cells(name))
        ink = inks.ground + inks.kind(row.kind)
        return (
            (
                (name, ink),
                (gap, inks.ground),
                (kind, inks.dim),
                (count, inks.text),
                (bars, inks.accent),
            ),
        )

    def empty(self) -> str:
        """What to do when nothing is found."""
        return say("Nothing of that name.")


class EntitiesScreen(Screen[Entity | None]):
    """The entities of a dossier by weight; gives the one to narrow the dossier to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "enter", "escape", "down", "up", "page_down", "page_up", "pane_right", "pane_left"
    )
    CSS = """
    EntitiesScreen #body { layout: vertical; height: 1fr; }
    EntitiesScreen #beside { height: 7; border-top: solid $rule; }
    EntitiesScreen.-wide #body { layout: horizontal; }
    EntitiesScreen.-wide #beside {
        height: 1fr; width: 40%; border-top: none; border-left: solid $rule;
    }
    EntitiesScreen.-short #beside, EntitiesScreen.-low #beside,
    EntitiesScreen.-low TitleLine, EntitiesScreen.-low HintLine { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    HORIZONTAL_BREAKPOINTS = WIDTHS
    AUTO_FOCUS = "TypeLine"

    def __init__(self, dossier: Dossier, *, only: Sequence[Entity] | None = None) -> None:
        """``only`` are the ones to choose from; None is all of them."""
        super().__init__()
        self._dossier = dossier
        self._entities = dossier.found.entities if only is None else tuple(only)
        self._kind: EntityKind | None = None
        self._pane = EntityPane(dossier, id="entities")
        self._detail = DetailPane(id="entity")
        self._words = TypeLine(say("type a name"), id="filter")
        self._title = TitleLine()
        self._hints = HintLine()

    def compose(self) -> ComposeResult:
        """Title, the line to type in, the list with the chosen one whole, the keys."""
        yield self._title
        yield self._words
        with Container(id="body"):
            yield self._pane
            with Container(id="beside"):
                yield self._detail
        yield self._hints

    def on_mount(self) -> None:
        """Show every entity."""
        self._hints.hint(
            [
                ("Enter", say("narrow to it")),
                ("Tab", say("next kind")),
                ("↑ ↓", say("move")),
                ("Esc", say("close")),
            ]
        )
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        """Show the entities of the kind that have what is typed in one of their names."""
        typed = self._words.value
        shown = [
            entity
            for entity in self._entities
            if self._kind in (None, entity.kind) and has_words(typed, entity.name, *entity.aliases)
        ]
        self._pane.show_rows(shown, self._pane.current)
        about = kinds_name(self._kind) if self._kind else self._dossier.title
        count = say_many("{n} name", "{n} names", len(shown))
        self._title.tell(say("Entities"), about, count)

    @on(EntityPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self._detail.show(whole_of(self._dossier, current) if current else ())

    @on(Input.Submitted)
    @on(EntityPane.Opened)
    def action_enter(self) -> None:
        """Close, and narrow the dossier to the entity."""
        if (current := self._pane.current) is not None:
            self.dismiss(current)

    def action_escape(self) -> None:
        """Close; nothing is narrowed."""
        self.dismiss(None)

    def action_pane_right(self) -> None:
        """Show the next kind alone; after the last one, all of them."""
        self._take_kind(1)

    def action_pane_left(self) -> None:
        """Show the kind before alone."""
        self._take_kind(-1)

    def _take_kind(self, step: int) -> None:
        there = {entity.kind for entity in self._entities}
        kinds = [None, *(kind for kind in KINDS if kind in there)]
        at = kinds.index(self._kind) if self._kind in kinds else 0
        self._kind = kinds[(at + step) % len(kinds)]
        self._list()

    def action_down(self) -> None:
        """Choose the next entity."""
        self._pane.action_down()

    def action_up(self) -> None:
        """Choose the entity before."""
        self._pane.action_up()

    def action_page_down(self) -> None:
        """Choose the entity a page further down."""
        self._pane.action_page_down()

    def action_page_up(self) -> None:
        """Choose the entity a page further up."""
        self._pane.action_page_up()


def bars_of(entity: Entity, files: Sequence[str]) -> str:
    """``▂·▇▁``: how much each source names the entity, in the order of the sources."""
    counts = Counter(mention.file for mention in entity.mentions)
    if len(files) > MOST_BARS:
        return say("{n} of {all}", n=len(counts), all=len(files)).rjust(12)
    most = max(counts.values(), default=1)
    top = len(BARS) - 1
    return "".join(BARS[counts[file] * top // most] if counts[file] else "·" for file in files)


def whole_of(dossier: Dossier, entity: Entity) -> Iterator[Paragraph]:
    """An entity whole: its names, its sources, why its names are one, where it stands."""
    yield Paragraph(entity.name, entity.kind)
    others = [alias for alias in entity.aliases if alias != entity.name]
    if others:
        yield Paragraph(say("also {names}", names=", ".join(others)), "dim")
    counts = Counter(mention.file for mention in entity.mentions)
    mentions = say_many("{n} mention", "{n} mentions", len(entity.mentions))
    sources = say_many("{n} source", "{n} sources", len(counts))
    parts = (kind_name(entity.kind), entity.value, mentions, sources)
    yield Paragraph(" · ".join(part for part in parts if part), "dim")
    for why in entity.why:
        yield Paragraph(reason(why), "dim")
    yield Paragraph("")
    told: set[str] = set()
    for article in dossier.articles:
        if article.file in counts:
            yield Paragraph(article.name, "bold")
        for mention in entity.mentions:
            if mention.file == article.file:
                yield Paragraph(around(article, mention.span), mark="▎ ")
                if mention.why and mention.why not in told:
                    yield Paragraph(reason(mention.why), "dim", "  ")
                told.add(mention.why)


def around(article: Article, span: Span) -> str:
    """A span with whole words of its surroundings, on one line."""
    text = article.text
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    if start:
        before = "…" + before[min(before.find(" ") + 1, len(before)) :]
    if end < len(text):
        after = after[: after.rfind(" ")] + "…" if " " in after else "…"
    return " ".join((before + span.of(text) + after).split())


def kind_name(kind: EntityKind) -> str:
    """What one entity of the kind is called."""
    match kind:
        case "person":
            return say("person")
        case "place":
            return say("place")
        case "organisation":
            return say("organisation")
        case "date":
            return say("date")
        case "figure":
            return say("figure")
        case "other":
            return say("event or work")


def kinds_name(kind: EntityKind) -> str:
    """What the entities of the kind are called."""
    match kind:
        case "person":
            return say("persons")
        case "place":
            return say("places")
        case "organisation":
            return say("organisations")
        case "date":
            return say("dates")
        case "figure":
            return say("figures")
        case "other":
            return say("events and works")
