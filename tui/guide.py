"""The guide: takes the reader from place to place, and keeps panes and lines in step.

It owns what is chosen (a ``Reading``), the trail of places and the history of what was done; the
panes say what the reader did.
Text and marks are worked out when something is chosen, never while a line is drawn. It is no
widget, so that a screen, a test or another screen can lead with it.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from textual.message import Message

from dossier.dossier import Dossier, Source, extracts_in
from dossier.topics import Extract, Topic
from tui.gathered import Gathered
from tui.history import History
from tui.hits import Hits
from tui.messages import Arranged
from tui.places import Place, Remembered, Trail
from tui.reading import Reading
from tui.resuming import Resuming
from tui.stepping import Stepping
from tui.telling import (
    also_in,
    chosen_here,
    hints_for,
    kept_line,
    no_name,
    place_lines,
    read_extract,
    sought_as,
    source_name,
    way_here,
    what_is_in,
)
from tui.widgets.bottom_line import HintLine, Legend
from tui.widgets.desk import Desk
from tui.widgets.pane import Pane
from tui.widgets.row_pane import RowPane
from tui.widgets.source_pane import SourcePane
from tui.widgets.text_pane import TextPane
from tui.widgets.title_line import TitleLine
from tui.widgets.topic_pane import TopicPane
from tui.wording import say

if TYPE_CHECKING:
    from tui.copied import Copied
    from tui.correcting import Correcting


class Guide:
    """Leads through a dossier: what is chosen decides what all panes and lines show."""

    def __init__(self, reading: Reading, desk: Desk) -> None:
        self.reading = reading
        self.desk = desk
        self.title = TitleLine()
        self.legend = Legend()
        self.hints = HintLine()
        self.trail = Trail()
        self.history = History()
        """What was done, whatever did it, and the way back."""
        self.remembered = Remembered()
        """What was read and where, in this dossier; kept between two openings."""
        self._stayed = False
        """Whether the page shown has been stayed on: what one only passes is not read."""
        self.kept: Callable[[], int] = lambda: 0
        """How many clippings there are."""
        self.follows: Callable[[Dossier], object] = lambda _: None
        """Told of what is known more, while a screen stands over this one."""
        self.gathered = Gathered()
        """What lists have gathered of the dossier."""
        self.hits = Hits(self)
        self.resuming = Resuming(self)
        self.steps = Stepping(self)
        desk.no_name = lambda: no_name(reading)
        desk.text.source_name = lambda file: source_name(reading, file)
        desk.listen(self.heard)

    @cached_property
    def correcting(self) -> "Correcting":
        """What the reader puts right is written down here; nothing is before the first paint."""
        from tui.correcting import Correcting

        return Correcting(lambda: self.reading.dossier, self.take, self.history)

    # -- what is shown

    def fit(self, height: int, *, typing: bool = False) -> None:
        """Leave lines out of a low screen; the hints make room for a line one types in."""
        self.title.display = height >= 4
        self.title.styles.height = 2 if height >= 12 else 1
        self.legend.display = height >= 10
        self.hints.display = height >= 7 and not typing

    def fill_topics(self) -> None:
        """Show the topics and how many sources or hits each has."""
        reading, topics = self.reading, self.desk.topics
        topics.fill(reading.topics(), reading.counts(), reading.topic, hits=reading.lens.narrowed)

    def refill(self) -> None:
        """Show topics, sources and marks as they count now; one stays where one is."""
        self.fill_topics()
        self.fill_sources()
        self.desk.text.repaint_marks()
        self.tell()

    def fill_sources(self) -> None:
        """Show the sources of the topic, the one that is read chosen."""
        reading = self.reading
        title, file = reading.topic.title if reading.topic else "", self.file_read()
        sources = reading.sources()
        self.desk.sources.fill(sources, file, title, reading.lens.in_sources(sources))

    def file_read(self) -> str | None:
        """The file of the source one reads: the one chosen, or whose extracts these are."""
        return self.reading.file or self.desk.text.place()[0]

    def _show_text(self, offset: int | None = None, file: str | None = None) -> None:
        """Show the page that is chosen: at an offset of a file, or where the file starts."""
        reading = self.reading
        file = reading.file or file
        if file is None and reading.lens.narrowed:  # an anthology: at its first hit
            file, offset = reading.first_file(), None
        if offset is None and file is not None:
            offset = reading.landing(file) or self.remembered.offsets.get(file, 0)
        self._stayed = False
        self.desk.text.show(reading.page(), reading.marks_of, file, offset or 0)

    def tell(self) -> None:
        """Say in the lines at top and bottom where one is."""
        reading, desk = self.reading, self.desk
        alone = not desk.joints()
        title = way_here(reading, desk.current) if alone else chosen_here(reading)
        about = what_is_in(reading) if not (reading.is_known and alone) else ""
        self.title.tell(title, about, self._kept_line(), firm=reading.lens.narrowed)
        self.title.join(desk.joints(), desk.lit())
        text = desk.text
        shown = desk.dress.kinds if desk.dress.overlay else frozenset()
        if alone and desk.current is not text:  # no text in sight to tell of
            self.legend.count((), shown)
            self.legend.tell("")
        else:
            self.legend.count(reading.mention_counts(text.page_shown), shown)
            hit = self.hits.number()
            self.legend.tell(*place_lines(reading, text.place()[0], text.window.seen(), hit))
        self.hints.hint(hints_for(desk.current, reading, alone=alone))

    def _kept_line(self) -> str:
        hits = self.hits
        sought = sought_as(hits.sought, by_name=hits.by_name)
        return kept_line(self.reading, self.desk.dress, self.kept(), sought)

    # -- what the panes say

    def heard(self, message: Message) -> None:
        """Follow what happened in a pane, within the same paint."""
        match message:
            case TopicPane.Chosen():
                self._topic_chosen(message.topic)
            case SourcePane.Chosen():
                self._source_chosen(message.source)
            case TextPane.Moved():
                self._note_reading()
                if self.reading.file is None and (file := self.file_read()):
                    self.desk.sources.point(file)
                self.tell()
                if said := also_in(self.reading, self.desk.text.read_piece()):
                    self.hints.tell(said)
            case TextPane.Unfolded():
                self.refold()
            case RowPane.Entered():
                self.desk.action_pane_right()
            case TextPane.Sought():
                self.steps.to_passage(str(message.number))
            case _:
                self._focus_decides()
                self.tell()
                if isinstance(message, Arranged) and message.said:
                    self.hints.tell(message.said)

    def _note_reading(self) -> None:
        """Remember how far the article was read, and that it was read to its end."""
        text = self.desk.text
        file, offset = text.place()
        if file is None or self.reading.file != file or self.desk.current is self.desk.topics:
            return
        self.remembered.offsets[file] = offset
        if self._stayed and file not in self.remembered.read and text.window.seen() == 1.0:
            self.remembered.read.add(file)
            self.desk.sources.mark_read(frozenset(self.remembered.read))
        self._stayed = True

    def _topic_chosen(self, topic: Topic | None) -> None:
        self.leave()
        self.hits.stay()
        self.reading.choose(topic, None)
        self.fill_sources()
        self._show_text()

    def _source_chosen(self, source: Source) -> None:
        self.leave()
        self.reading.choose(self.reading.topic, source.article.file)
        self._show_text()

    def _focus_decides(self) -> None:
        """With the keys in the topics the text is the anthology; in the sources, the source."""
        reading, desk = self.reading, self.desk
        file, offset = desk.text.place()
        if desk.current is desk.topics and reading.topic and reading.file:
            extracts = extracts_in(reading.topic, file)
            ahead = (extract.span.start for extract in extracts if extract.span.end > offset)
            reading.choose(reading.topic, None)
            self._show_text(next(ahead, offset), file)
        elif desk.current is desk.sources and reading.file is None and desk.sources.sources:
            source = desk.sources.sources[desk.sources.selected]
            stays = file == source.article.file and not desk.text.at_start()
            reading.choose(reading.topic, source.article.file)
            self._show_text(offset if stays else None)

    def take(self, dossier: Dossier) -> None:
        """Show what was read or worked out meanwhile; nothing moves in the text."""
        before = self.reading.dossier
        more = len(dossier.articles) != len(before.articles)
        mended = _mended(before, dossier)
        if mended:
            from dossier.mending import retell

            dossier = retell(dossier, mended)
        self.reading.take(dossier)
        title_now, marks = self.reading.titles_since(before), self.remembered.marks
        self.trail.retitle(title_now)
        marks |= {letter: place.retitled(title_now) for letter, place in marks.items()}
        if not before.checked:
            self._show_changed()
        elif more:
            self.fill_sources()
            self.resuming.article()
        if mended:
            self._show_again()
        self.resuming.topic()
        self.fill_topics()
        if dossier.decisions != before.decisions:
            self._show_rearranged()
        text = self.desk.text
        if text.mention is not None:
            stood = text.mention[0]
            text.mention = dossier.mention_at(stood.file, stood.span.start)
        text.repaint_marks()
        self.tell()
        self.follows(dossier)

    def _show_changed(self) -> None:
        """Show articles that were changed, added or removed since they were kept."""
        reading = self.reading
        if reading.file is not None and not reading.dossier.has(reading.file):
            reading.choose(None, None)
        self._show_again()

    def _show_rearranged(self) -> None:
        """Show the topics' sources as they are now, and the text where other words stand in it."""
        reading, text = self.reading, self.desk.text
        if reading.topic is None and reading.file is None:
            reading.choose(None, text.place()[0])
        if reading.page() != text.page_shown:
            self._show_again()
        else:
            self.fill_sources()

    def _show_again(self) -> None:
        """Show articles whose particulars were mended; one stays where one is."""
        file, offset = self.desk.text.place()
        self.fill_sources()
        self._show_text(offset, file)

    def compared(self, copied: "Copied") -> None:
        """Mark the articles that are copies; passages say where else they stand."""
        self.reading.copied = copied
        self.desk.sources.mark_copies(copied)
        self.fill_sources()
        self.tell()

    # -- going

    def place(self) -> Place:
        """Where one is."""
        file, offset = self.desk.text.place()
        return self.reading.place(offset, file)

    def sight(self) -> Place:
        """The first words in sight: where the next hit is counted from."""
        file, offset = self.desk.text.sight()
        return Place(None, file, offset)

    def go(self, place: Place, *, landing: bool = False) -> None:
        """Go to a place, in its topic; at the source's first extract if ``landing``."""
        place = self.reading.moved_to(place)
        topic = self.reading.topic_of(place.topic)
        self.hits.stay()
        self.reading.choose(topic, place.file)
        desk = self.desk
        desk.topics.point(topic)
        self.fill_sources()
        self._show_text(None if landing else place.offset, place.within)
        if place.file is not None and (desk.current is desk.topics or not desk.joints()):
            self._enter_text()

    def visit(self, place: Place) -> None:
        """Go to a place to read there, and remember the one before."""
        self.leave()
        self.go(place)
        if place.file is not None:
            self._enter_text()

    def _enter_text(self) -> None:
        """Read on with the keys; in a line one types in they stay."""
        desk = self.desk
        desk.enter_pane(desk.text, keys=isinstance(desk.screen.focused, Pane))

    def leave(self) -> None:
        """Remember the place one goes away from."""
        self._note_reading()
        self.trail.leave(self.place())

    def into_article(self) -> None:
        """From the anthology, go to the same words in their article."""
        file, offset = self.desk.text.place()
        if self.reading.file is None and file is not None:
            self.leave()
            topic = self.reading.topic
            self.go(Place(topic.title if topic else None, file, offset))

    def refold(self) -> None:
        """Show what sites put around the articles, or fold it; what one reads stays in sight."""
        file, offset = self.desk.text.place()
        chosen = self.reading.file
        blocks = self.reading.dossier.article(chosen).blocks if chosen else ()
        if not any(block.kind == "furniture" for block in blocks):
            self.hints.tell(say("Nothing stands around what is shown here."))
            return
        self.reading.folded = not self.reading.folded
        self._show_text(offset, file)

    def why(self) -> tuple[Topic, Extract] | None:
        """The topic, and what one reads of it; None when it is not in one, and that is told."""
        found = read_extract(self.reading.topic, self.desk.text.read_piece())
        if isinstance(found, str):
            self.hints.tell(found)
            return None
        return found


def _mended(before: Dossier, after: Dossier) -> frozenset[str]:
    """The files of the articles of which something else is said by hand."""
    said = set(before.decisions.articles) ^ set(after.decisions.articles)
    return frozenset(one.file for one in said if after.has(one.file))
