"""The entity index: everyone and everything named, and how much each source names them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input

from dossier.article import Article
from dossier.dossier import Dossier, by_article
from dossier.entities import Entity, EntityKind, Suggestion
from dossier.entities.on_demand import called_all, sources_of
from dossier.index import sorts_itself
from dossier.problems import DossierError
from dossier.spans import Span
from tui.commands import bindings
from tui.glyphs import cells, cut
from tui.inks import KINDS
from tui.kinds import kind_name, kinds_name, value_of
from tui.reasons import reason
from tui.screens.choosing import ChoosingScreen
from tui.screens.chrome import WIDTHS, TypeLine
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.screens.grouped_pane import GroupedPane, Heading
from tui.screens.named import Named, written
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

if TYPE_CHECKING:
    from dossier.decisions.naming import Wish
    from tui.naming import Make

BARS = "▁▂▃▄▅▆▇"
"""How much of the most a source names an entity; ``·`` is not at all."""

MOST_BARS = 24
"""Sources that get a bar each; with more of them the number of sources is said."""

LOW = 14
"""In fewer rows the card tells each thing in one line: mentions stand there beside the names."""

_NUMBER = re.compile(r"\d+")
"""Of a day, and of its year."""

CONTEXT = 60
"""Code points shown before and after a mention."""


class EntityPane(GroupedPane[Entity | Suggestion]):
    """A row an entity: name, kind, mentions, a bar a source; below, what may be one."""

    def __init__(self, dossier: Dossier, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._dossier = dossier
        few, many = dossier.articles[:MOST_BARS], len(dossier.articles)
        self._files = (*(article.file for article in few), *[""] * (many - len(few)))

    def draw_row(self, row: Entity | Suggestion, width: int) -> tuple[Parts, ...]:
        """The name in its kind's ink; what is told at its right goes as the pane gets narrow."""
        inks = self.inks
        if isinstance(row, Suggestion):
            return (((cut(" = ".join(row.names) + " ?", width), inks.text),),)
        bars = bars_of(row, self._files) if width >= 40 else ""
        kind = kind_name(row.kind) if width >= 64 else ""
        count = str(len(row.mentions)).rjust(5) if width >= 20 else ""
        kind = kind.ljust(_kind_cells()) if kind else ""
        bars = f"  {bars}" if bars else ""
        room = max(0, width - cells(kind) - len(count) - cells(bars))
        name = cut(row.name, room - 1)
        day = _day_beside(row)
        day = f"  {day}" if day and cells(name) + cells(day) + 3 < room else ""
        gap = " " * max(0, room - cells(name) - cells(day))
        ink = inks.ground + inks.kind(row.kind)
        return (
            (
                (name, ink),
                (day, inks.dim),
                (gap, inks.ground),
                (kind, inks.dim),
                (count, inks.text),
                (bars, inks.accent),
            ),
        )

    def empty(self) -> str:
        """Why there is nothing: none is of that name, or none was found at all."""
        if self._dossier.found.entities:
            return say("Nothing of that name.")
        return unknown(self._dossier) or say("No name found: they are told in six languages.")


def unknown(dossier: Dossier) -> str:
    """Why no name of the dossier is known yet; "" where they have been looked for."""
    if dossier.found.entities or dossier.analysed:
        return ""
    if not sorts_itself(dossier):
        return say("Names are looked for by “dossier index”: the dossier is very large.")
    return say("Names are still being looked for.")


def _day_beside(entity: Entity) -> str:
    """The day that a date's words mean where they do not say it: "samedi", five times."""
    is_day = entity.kind == "date" and (entity.value or "")[:1].isdigit()  # no time of day
    told = value_of(entity) if is_day else ""
    return "" if set(_NUMBER.findall(told)) <= set(_NUMBER.findall(entity.name)) else told


class EntitiesScreen(ChoosingScreen[Entity]):
    """The entities of a dossier by weight; gives the one to narrow the dossier to."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "pane_right", "pane_left", "put_right", "next_passage", "previous_passage"
    )
    CSS = """
    EntitiesScreen #body { layout: vertical; height: 1fr; }
    EntitiesScreen #beside { height: 50%; border-top: solid $rule; }
    EntitiesScreen.-wide #body { layout: horizontal; }
    EntitiesScreen.-wide #beside {
        height: 1fr; width: 40%; border-top: none; border-left: solid $rule;
    }
    EntitiesScreen.-short #beside, EntitiesScreen.-low #beside, EntitiesScreen.-empty #beside,
    EntitiesScreen.-low TitleLine, EntitiesScreen.-low HintLine { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = WIDTHS

    def __init__(
        self,
        dossier: Dossier,
        *,
        only: Sequence[Entity] | None = None,
        asked: str = "",
        make: "Make | None" = None,
    ) -> None:
        """``only`` are the ones to choose from; None is all of them, and what may be one.

        ``asked`` is what the one chosen is for; ``make`` writes down what is put right, None where
        nothing can be.
        """
        super().__init__()
        self._dossier = dossier
        self._only = None if only is None else tuple(only)
        self._named = self._names()
        self._asked = asked
        self._make = make
        self._kind: EntityKind | None = None
        self._pane = EntityPane(dossier, id="entities")
        self._detail = DetailPane(id="entity", brief_below=LOW)
        self._words = TypeLine(say("type a name"), id="filter")
        self._title = TitleLine()
        self._hints = HintLine()

    def _names(self) -> Named:
        """The names to choose from."""
        found = self._dossier.found
        return (
            Named(found.entities, found.suggestions)
            if self._only is None
            else Named(self._only, ())
        )

    def take(self, dossier: Dossier) -> None:
        """Go on with the same articles, now that more is known of their names.

        Where one chooses from a few, those few stay.
        """
        self._dossier = dossier
        if self._only is None:
            self._named = self._names()
            if self.is_mounted:
                self._list()

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
                ("Enter", say("choose it") if self._asked else say("narrow to it")),
                *([("Ctrl+o", say("put right"))] if self._make else []),
                ("Shift+↓", say("more")),
                ("Tab", say("next kind")),
                ("Esc", say("close")),
            ]
        )
        self._list()

    @on(Input.Changed)
    def _list(self) -> None:
        """Show the entities of the kind that have what is typed in one of their names."""
        typed = self._words.value
        shown = self._named.having(typed, self._kind)
        below: list[Suggestion | Heading] = []
        if perhaps := self._named.perhaps(typed) if self._kind is None else ():
            many = say_many("{n} to decide", "{n} to decide", len(perhaps))
            below = [Heading(say("Perhaps one"), many), *perhaps]
        at = self._place(shown, below)
        self._pane.show_at(self._named.rows(shown, below), at)
        about = kinds_name(self._kind) if self._kind else self._dossier.title
        if self._dossier.analysed and not self._dossier.heard:
            about += " · " + say("by rules alone")
        count = say_many("{n} name", "{n} names", len(shown))
        self._title.tell(self._asked or say("Entities"), about, count)

    def _place(self, shown: Sequence[int], below: Sequence[Suggestion | Heading]) -> int:
        """The row of what was chosen, as it is now; the first when it is not there."""
        current = self._pane.current
        if isinstance(current, Entity):
            return self._named.place(current, shown) or 0
        return len(shown) + below.index(current) if current in below else 0

    @on(EntityPane.Highlighted)
    def _chosen(self) -> None:
        current = self._pane.current
        self.set_class(current is None, "-empty")
        match current:
            case Entity():
                self._detail.show(whole_of(self._dossier, current))
            case Suggestion():
                self._detail.show(perhaps_of(self._dossier, current))
            case None:
                self._detail.show(())

    @on(Input.Submitted)
    @on(EntityPane.Opened)
    def action_enter(self) -> None:
        """Close, and narrow the dossier to the entity; of what may be one, decide."""
        current = self._pane.current
        if isinstance(current, Entity):
            self.dismiss(current)
        elif current is not None:
            self.action_put_right()

    @work
    async def action_put_right(self) -> None:
        """Put right the name that is chosen, or say whether what may be one is one."""
        from tui.naming import Naming

        current = self._pane.current
        if current is None or self._make is None:
            return
        naming = Naming(self.app, self._dossier, self._written)
        try:
            if isinstance(current, Entity):
                await naming.put_right(current, None)
            else:
                await naming.answer(current)
        except DossierError as error:
            self._hints.tell(failure_told(error))

    def _written(self, name: str, wish: "Wish") -> None:
        if self._make is not None:
            self._make(name, wish)
            self._hints.tell(name)

    def action_pane_right(self) -> None:
        """Show the next kind alone; after the last one, all of them."""
        self._take_kind(1)

    def action_pane_left(self) -> None:
        """Show the kind before alone."""
        self._take_kind(-1)

    def action_next_passage(self) -> None:
        """Show more of the card."""
        self._detail.turn(1)

    def action_previous_passage(self) -> None:
        """Show what stands above in the card."""
        self._detail.turn(-1)

    def _take_kind(self, step: int) -> None:
        there = self._named.kinds
        kinds = [None, *(kind for kind in KINDS if kind in there)]
        at = kinds.index(self._kind) if self._kind in kinds else 0
        self._kind = kinds[(at + step) % len(kinds)]
        self._list()


def _kind_cells() -> int:
    """Cells of the column of the kinds: of the longest of their names, and two."""
    return 2 + max(cells(kind_name(kind)) for kind in KINDS)


def bars_of(entity: Entity, files: Sequence[str]) -> str:
    """``▂·▇▁``: how much each source names the entity, in the order of the sources."""
    if len(files) > MOST_BARS:
        return say("{n} of {all}", n=sources_of(entity), all=len(files)).rjust(12)
    counts = Counter(mention.file for mention in entity.mentions)
    most = max(counts.values(), default=1)
    top = len(BARS) - 1
    return "".join(BARS[counts[file] * top // most] if counts[file] else "·" for file in files)


def whole_of(dossier: Dossier, entity: Entity) -> Iterator[Paragraph]:
    """An entity whole: its names, its sources, why its names are one, where it stands."""
    yield Paragraph(entity.name, entity.kind)
    others = [alias for alias in entity.aliases if alias != entity.name]
    if others:
        yield Paragraph(say("also {names}", names=", ".join(others)), "dim")
    mentions = say_many("{n} mention", "{n} mentions", len(entity.mentions))
    sources = say_many("{n} source", "{n} sources", sources_of(entity))
    parts = (kind_name(entity.kind), value_of(entity), mentions, sources)
    yield Paragraph(" · ".join(part for part in parts if part), "dim")
    for why in entity.why:
        yield Paragraph(reason(why), "dim")
    yield Paragraph("")
    told: set[str] = set()
    for article, mentions_there in by_article(dossier, entity):
        yield Paragraph(article.name, "bold")
        for mention in mentions_there:
            yield Paragraph(around(article, mention.span), mark="▎ ")
            if mention.why and mention.why not in told:
                yield Paragraph(reason(mention.why), "dim", "    ")
            told.add(mention.why)


def perhaps_of(dossier: Dossier, suggestion: Suggestion) -> Iterator[Paragraph]:
    """What may be one: why, and each of them whole."""
    yield Paragraph(" = ".join(suggestion.names) + " ?", "bold")
    yield Paragraph(reason(suggestion.why), "dim")
    entities = dossier.found.entities
    for number in written(called_all(entities), suggestion.names):
        entity = entities[number]
        if set(suggestion.names) & set(entity.aliases):
            yield Paragraph("")
            yield from whole_of(dossier, entity)


def around(article: Article, span: Span, context: int = CONTEXT) -> str:
    """A span with whole words of its surroundings in its block, on one line.

    ``context`` is how many code points of them on either side at most.
    """
    text = article.text
    first, last = _block_of(article, span)
    start, end = max(first, span.start - context), min(last, span.end + context)
    before, after = text[start : span.start], text[span.end : end]
    if start > first:
        before = "…" + before[min(before.find(" ") + 1, len(before)) :]
    if end < last:
        after = after[: after.rfind(" ")] + "…" if " " in after else "…"
    return " ".join((before + span.of(text) + after).split())


def _block_of(article: Article, span: Span) -> tuple[int, int]:
    """Where the block that the span stands in starts and ends; of the text where none does."""
    blocks = article.blocks
    at = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if at >= 0 and span.end <= blocks[at].span.end:
        return blocks[at].span.start, blocks[at].span.end
    return 0, len(article.text)
