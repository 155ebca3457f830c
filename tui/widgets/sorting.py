"""Sorting: what the reader does to the topics themselves. Titles, order, what stands in which."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from dossier.article import Article
from dossier.dossier import extracts_in
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.topics import Topic
from tui.commands import bindings
from tui.guide import Guide
from tui.widgets.cuttings import Cuttings
from tui.wording import say

if TYPE_CHECKING:
    from dossier.decisions.arranging import Arranger, TopicWish
    from dossier.decisions.records import Place


class Sorting(Widget):
    """Holds what is read, and carries out what changes its topics."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "retitle", "split_topic", "move_extract", "new_topic", "topic_up", "topic_down"
    )
    BLANK = True
    DEFAULT_CSS = """
    Sorting { width: 1fr; height: 1fr; }
    """

    def __init__(self, guide: Guide, cuttings: Cuttings) -> None:
        super().__init__(id="sorting")
        self._guide, self._cuttings, self._reading = guide, cuttings, guide.reading

    def compose(self) -> ComposeResult:
        """What is read."""
        yield self._cuttings

    def _arranger(self) -> "Arranger":
        from dossier.decisions.arranging import Arranger

        dossier = self._reading.dossier
        derived = dossier.derived.topics if dossier.derived else dossier.topics

        def known(file: str) -> Article | None:
            return dossier.article(file) if dossier.has(file) else None

        return Arranger(dossier.decisions, derived, dossier.topics, known)

    def _write(self, name: str, wish: "TopicWish | None", done: str) -> None:
        """Write a wish down under a name for undo, and say what was done, or why it was not."""
        if wish is None or not (wish.decisions or wish.forgetting):
            return
        try:
            self._cuttings.correcting.make(
                name, *wish.decisions, replacing=wish.replacing, forgetting=wish.forgetting
            )
        except DossierError as error:
            self._guide.hints.tell(str(error))
        else:
            self._guide.hints.tell(say("{done}; u takes it back", done=done))

    def _topic(self) -> Topic | None:
        """The topic chosen, which something is to be done to."""
        if self._reading.topic is None:
            self._guide.hints.tell(say("Choose a topic first."))
        return self._reading.topic

    async def _words(self, asked: str, words: str) -> str:
        from tui.screens.note import NoteScreen

        said = await self.app.push_screen_wait(NoteScreen(words, asked))
        return " ".join((said or "").split())

    @work
    async def action_retitle(self) -> None:
        """Give the topic another title; that of another topic merges the two."""
        topic = self._topic()
        if topic is None:
            return
        title = await self._words(say("the topic's title; Enter keeps it"), topic.title)
        if not title or title == topic.title:
            return
        arranger = self._arranger()
        other = arranger.titled(title)
        merged = other is not None and other != topic
        done = say("Retitled: {title}", title=title)
        if other is not None and merged:
            done = say("Merged: {one} is in {title}", one=topic.title, title=other.title)
        self._write(say("title of a topic"), arranger.retitle(topic, title), done)

    @work
    async def action_split_topic(self) -> None:
        """Part from the topic what has certain words: a topic of its own, beside it."""
        topic = self._topic()
        if topic is None:
            return
        asked = say("words that part it, with commas; a star stands for any ending")
        terms = [term.strip() for term in (await self._words(asked, "")).split(",")]
        terms = [term for term in terms if term]
        if not terms:
            return
        title = terms[0].rstrip("*")
        title = await self._words(
            say("a title; Enter makes the topic"), title[:1].upper() + title[1:]
        )
        if not title:
            return
        wish = self._arranger().split(topic, title, terms)
        if wish is None:
            self._guide.hints.tell(say("There is a topic of that title."))
            return
        done = say("Parted from {title}: {new}", title=topic.title, new=title)
        self._write(say("split of a topic"), wish, done)

    @work
    async def action_move_extract(self) -> None:
        """Put the passages one reads into another topic, or out of the one they are in."""
        from tui.screens.topic_list import OUT, TopicListScreen

        here = self._guide.desk.text.taken()
        places = self._places(*here) if here else ()
        if not here or not places:
            self._guide.hints.tell(say("There is no passage here."))
            return
        source = self._source(*here)
        topics = [t for t in self._reading.dossier.topics if t != source and not t.rest]
        screen = TopicListScreen(topics, source)
        title = await self.app.push_screen_wait(screen)
        if title == "":
            title = await self._words(say("a title; Enter makes the topic"), "") or None
        if title is None:
            return
        arranger, name = self._arranger(), say("move to a topic")
        if title == OUT and source is not None:
            done = say("No longer in {title}", title=source.title)
            self._write(name, arranger.take_out(places, source), done)
        else:
            done = say("Moved to {title}", title=title)
            self._write(name, arranger.move(places, source, title), done)

    def _places(self, file: str, span: Span) -> "tuple[Place, ...]":
        """The passages that a span touches."""
        from dossier.decisions.records import Place

        passages = self._reading.dossier.article(file).passages
        return tuple(Place(file, p.number) for p in passages if p.span.overlaps(span))

    def _source(self, file: str, span: Span) -> Topic | None:
        """The topic that a span stands in: the one chosen if it does, else its main one."""

        def share(topic: Topic) -> int:
            inside = (e.span for e in extracts_in(topic, file) if e.span.overlaps(span))
            return sum(min(one.end, span.end) - max(one.start, span.start) for one in inside)

        topics = self._reading.dossier.topics
        chosen = self._reading.topic
        if chosen is not None and share(chosen):
            return chosen
        holding = [topic for topic in topics if share(topic)]
        return max(holding, key=share, default=None)

    @work
    async def action_new_topic(self) -> None:
        """Make a topic of what is found: the words looked for draw its extracts."""
        from tui.sought import terms_of

        sought = self._guide.hits.sought
        terms = terms_of(sought, self._reading.dossier.found.entities)
        if not terms or not self._reading.narrowed:
            self._guide.hints.tell(say("Nothing is looked for; / finds."))
            return
        title = sought.strip(' -"«»“”')
        title = await self._words(
            say("a title; Enter makes the topic"), title[:1].upper() + title[1:]
        )
        if title:
            done = say("New topic: {title}", title=title)
            self._write(say("new topic"), self._arranger().draw(title, terms), done)

    def action_topic_up(self) -> None:
        """Have the topic stand before the one above."""
        self._reorder(-1)

    def action_topic_down(self) -> None:
        """Have the topic stand after the next one."""
        self._reorder(1)

    def _reorder(self, step: int) -> None:
        topic = self._topic()
        if topic is None:
            return
        wish = self._arranger().reorder(topic, step)
        if wish is None:
            self._guide.hints.tell(say("This topic cannot go further."))
            return
        down = step > 0
        done = say("Further down: {title}") if down else say("Further up: {title}")
        self._write(say("order of topics"), wish, done.format(title=topic.title))
