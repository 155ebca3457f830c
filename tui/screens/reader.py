"""The reader's screen: topics, sources, text, and the way between them.

The screen owns what is chosen (a ``Reading``) and tells the panes; the panes say what the reader
did. Text and marks are worked out when something is chosen, never while a line is drawn.
"""

from collections.abc import Callable
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from dossier.dossier import Dossier, Source
from dossier.search import Hit, find_hits
from dossier.topics import Topic
from tui.commands import bindings
from tui.marks import Dress
from tui.messages import Analysed, Arranged, Found
from tui.places import Place, Trail
from tui.reading import Reading
from tui.telling import hints_for, kept_line, place_line, way_here, what_is_in
from tui.widgets.bottom_line import HintLine, Legend
from tui.widgets.desk import Desk
from tui.widgets.source_pane import SourcePane
from tui.widgets.text_pane import TextPane
from tui.widgets.title_line import TitleLine
from tui.widgets.topic_pane import TopicPane
from tui.wording import say, say_many

MOST_HITS = 20_000
"""Hits that are looked for at most."""

Analyse = Callable[[Dossier], Dossier]
"""Works out topics and entities; any thread may run it."""


class ReaderScreen(Screen[None]):
    """Three panes on a dossier."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "enter",
        "escape",
        "next_source",
        "previous_source",
        "next_topic",
        "previous_topic",
        "back",
        "forward",
        "why",
        "find",
        "next_hit",
        "previous_hit",
        "furniture",
    )
    CSS_PATH = "reader.tcss"
    AUTO_FOCUS = "#topics"

    def __init__(self, dossier: Dossier, analyse: Analyse, dress: Dress | None = None) -> None:
        super().__init__()
        self.reading = Reading(dossier)
        self.trail = Trail()
        self.words = ""
        """What was looked for last."""
        self._analyse = analyse
        self._title = TitleLine()
        self._desk = Desk(dress or Dress())
        self._legend = Legend()
        self._hints = HintLine()
        self._desk.listen(self._heard)
        self.reading.choose(None, None)

    def compose(self) -> ComposeResult:
        """A title, the panes, two lines."""
        yield self._title
        yield self._desk
        yield self._legend
        yield self._hints

    def on_mount(self) -> None:
        """Show what was read; the rest is worked out meanwhile."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._restyle())
        self._fill()
        if not self.reading.dossier.analysed:
            self.call_after_refresh(self._work_out)

    @property
    def desk(self) -> Desk:
        """The panes."""
        return self._desk

    # -- what is shown

    def _fill(self, offset: int | None = None) -> None:
        """Show what is chosen in all three panes; the text at an offset, else where it starts."""
        reading, desk = self.reading, self._desk
        desk.topics.fill(reading.topics(), reading.counts(), reading.topic)
        self._fill_sources()
        self._show_text(offset)

    def _fill_sources(self) -> None:
        reading = self.reading
        title = reading.topic.title if reading.topic else ""
        self._desk.sources.fill(reading.sources(), reading.file, title, reading.hit_counts())

    def _show_text(self, offset: int | None = None, file: str | None = None) -> None:
        reading = self.reading
        file = reading.file or file
        if offset is None and file is not None:
            offset = reading.landing(file)
        self._desk.text.show(reading.page(), reading.marks_of, file, offset or 0)

    def _tell(self) -> None:
        """Say in the lines at top and bottom where one is."""
        reading, desk = self.reading, self._desk
        alone = not desk.joints()
        title = way_here(reading, desk.current) if alone else reading.dossier.title
        about = "" if alone else what_is_in(reading)
        self._title.tell(title, about, kept_line(reading, desk.dress))
        self._title.join(desk.joints(), desk.lit())
        text = desk.text
        shown = desk.dress.kinds if desk.dress.overlay else frozenset()
        self._legend.count(reading.mention_counts(text.page_shown), shown)
        self._legend.tell(place_line(reading, text.place()[0], text.seen()))
        self._hints.hint(hints_for(desk.current, reading))

    def _restyle(self) -> None:
        for pane in self._desk.panes:
            pane.restyle()
        self.refresh()

    def _heard(self, message: Message) -> None:
        """Follow what happened in a pane, within the same paint."""
        match message:
            case TopicPane.Chosen():
                self._topic_chosen(message.topic)
            case SourcePane.Chosen():
                self._source_chosen(message.source)
            case TextPane.Moved():
                self._tell()
            case _:
                self._focus_decides()
                self._tell()

    @on(Arranged)
    def _arranged(self, message: Arranged) -> None:
        self._heard(message)

    def on_key(self) -> None:
        """What was said stands until the next key."""
        self._hints.tell("")

    # -- what the panes say

    def _topic_chosen(self, topic: Topic | None) -> None:
        self._leave()
        self.reading.choose(topic, None)
        self._fill_sources()
        self._show_text()

    def _source_chosen(self, source: Source) -> None:
        self._leave()
        self.reading.choose(self.reading.topic, source.article.file)
        self._show_text()

    def _focus_decides(self) -> None:
        """With the keys in the topics the text is the anthology; in the sources, the source."""
        reading, current = self.reading, self._desk.current
        if current is self._desk.topics and reading.topic and reading.file:
            file = reading.file
            reading.choose(reading.topic, None)
            self._show_text(file=file)
        elif current is self._desk.sources and reading.file is None and reading.sources():
            source = self._desk.sources.sources[self._desk.sources.selected]
            reading.choose(reading.topic, source.article.file)
            self._show_text()

    # -- topics and entities, worked out meanwhile

    @work(thread=True, exclusive=True, group="analyse")
    def _work_out(self) -> None:
        dossier = self._analyse(self.reading.dossier)
        if not get_current_worker().is_cancelled:
            self.post_message(Analysed(dossier))

    @on(Analysed)
    def _analysed(self, message: Analysed) -> None:
        """Show topics and overlay; what one reads stays where it is."""
        reading = self.reading
        reading.take(message.dossier)
        self._desk.topics.fill(reading.topics(), reading.counts(), reading.topic)
        self._desk.text.repaint_marks()
        self._tell()

    # -- going

    def place(self) -> Place:
        """Where one is."""
        file, offset = self._desk.text.place()
        return self.reading.place(offset, None if self.reading.file is None else file)

    def go(self, place: Place, *, landing: bool = False) -> None:
        """Go to a place, in its topic; at the source's first extract if ``landing``."""
        place = self.reading.moved_to(place)
        topic = self.reading.topic_of(place.topic)
        self.reading.choose(topic, place.file)
        desk = self._desk
        desk.topics.point(topic)
        self._fill_sources()
        self._show_text(None if landing else place.offset)
        if desk.current is desk.topics and place.file is not None:
            desk.enter_pane(desk.text)

    def _leave(self) -> None:
        """Remember the place one goes away from."""
        self.trail.leave(self.place())

    def _go_to_source(self, step: int) -> None:
        file = self.reading.source_after(self.reading.file, step)
        if file is None:
            self._hints.tell(say("No further source on this topic; } goes to the next topic."))
            return
        self._leave()
        title = self.reading.topic.title if self.reading.topic else None
        self.go(Place(title, file), landing=True)

    def _go_to_topic(self, step: int) -> None:
        topic = self.reading.topic_after(step)
        if topic == self.reading.topic:
            self._hints.tell(say("No further topic."))
            return
        self._leave()
        file, self.reading.topic = self.reading.file, topic
        if file is not None and self.reading.source(file) is None:
            file = self.reading.first_file()
        if self._desk.current is self._desk.topics:
            file = None
        self.go(Place(topic.title if topic else None, file), landing=True)

    def _go_to_hit(self, hit: Hit | None) -> None:
        if hit is None:
            self._hints.tell(
                say("Nothing is looked for; / finds.")
                if not self.words
                else say("Nothing found for “{words}”.", words=self.words)
            )
            return
        topic: Topic | None = self.reading.topic
        if topic and not any(
            e.file == hit.file and e.span.overlaps(hit.span) for e in topic.extracts
        ):
            topic = None
        self._leave()
        self.go(Place(topic.title if topic else None, hit.file, hit.span.start))

    # -- finding

    def look_for(self, words: str) -> None:
        """Find words in the whole dossier, and show the first place that has them."""
        self.words = words
        self._search(words)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, words: str) -> None:
        hits = tuple(islice(find_hits(self.reading.dossier.articles, words), MOST_HITS))
        if not get_current_worker().is_cancelled:
            self.post_message(Found(words, hits))

    @on(Found)
    def _found(self, message: Found) -> None:
        if message.words != self.words:
            return
        self.reading.find(message.hits, narrowed=bool(message.words.strip()))
        place = self.place()
        hit = self.reading.hit_after(Place(None, place.file, place.offset - 1), 1)
        self._desk.topics.fill(self.reading.topics(), self.reading.counts(), self.reading.topic)
        if hit is not None:
            self._go_to_hit(hit)
        else:
            self._fill_sources()
            self._desk.text.repaint_marks()
        self._hints.tell(say_many("{n} hit", "{n} hits", len(message.hits)))

    def widen(self) -> None:
        """Open the lens: everything is shown again, and one stays where one is."""
        self.words = ""
        self.reading.find((), narrowed=False)
        self._desk.topics.fill(self.reading.topics(), self.reading.counts(), self.reading.topic)
        self._fill_sources()
        self._desk.text.repaint_marks()
        self._tell()

    # -- what the reader does

    def action_enter(self) -> None:
        """Go into what is chosen; from the anthology, into the article at this place."""
        desk = self._desk
        if desk.current is not desk.text:
            desk.action_pane_right()
        elif self.reading.file is None:
            file, offset = desk.text.place()
            if file is not None:
                self._leave()
                self.go(self.reading.place(offset, file))

    def action_escape(self) -> None:
        """Open the lens, else go out of the pane."""
        if self.reading.narrowed:
            self.widen()
        elif self._desk.alone:
            self._desk.action_only_text()
        else:
            self._desk.action_pane_left()

    def action_next_source(self) -> None:
        """Go to the next source on the topic, at its extract."""
        self._go_to_source(1)

    def action_previous_source(self) -> None:
        """Go to the source before."""
        self._go_to_source(-1)

    def action_next_topic(self) -> None:
        """Go to the next topic."""
        self._go_to_topic(1)

    def action_previous_topic(self) -> None:
        """Go to the topic before."""
        self._go_to_topic(-1)

    def action_back(self) -> None:
        """Go back along the trail."""
        if place := self.trail.back(self.place()):
            self.go(place)

    def action_forward(self) -> None:
        """Go forward along the trail."""
        if place := self.trail.forward(self.place()):
            self.go(place)

    def action_why(self) -> None:
        """Say why what one reads is in the topic."""
        file, offset = self._desk.text.place()
        topic = self.reading.topic
        extracts = topic.extracts if topic else ()
        piece = self._desk.text.read_piece()
        end = piece.end if piece else offset + 1
        for extract in extracts:
            if extract.file == file and extract.span.start < end and extract.span.end > offset:
                self._hints.tell(extract.why or say("Nothing is said about why."))
                return
        self._hints.tell(say("This passage is not in the topic."))

    def action_find(self) -> None:
        """Find words, as one types."""

    def action_next_hit(self) -> None:
        """Go to the next hit."""
        self._go_to_hit(self.reading.hit_after(self.place(), 1))

    def action_previous_hit(self) -> None:
        """Go to the hit before."""
        self._go_to_hit(self.reading.hit_after(self.place(), -1))

    def action_furniture(self) -> None:
        """Show what the site put around the article, or fold it."""
        file, offset = self._desk.text.place()
        self.reading.folded = not self.reading.folded
        self._show_text(offset, file)
