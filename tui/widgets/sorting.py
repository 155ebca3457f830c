"""Sorting: what the reader does to the topics themselves. Titles, order, what stands in which."""

from asyncio import Event
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widget import Widget

from dossier.article import Article
from dossier.dossier import extracts_in, sources_count
from dossier.index import LARGE
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.topics import Topic
from tui.commands import bindings, keys_now
from tui.glyphs import visible
from tui.guide import Guide
from tui.telling import failure_told
from tui.wording import say

if TYPE_CHECKING:
    from dossier.decisions.arranging import Arranger, TopicWish
    from dossier.decisions.records import Place


COUNTED, LETTERS = 60, 300_000
"""Articles up to which it is counted, at each key, what words draw from them, and letters they have
together at most: 0.07 s of work a key."""


_LOOKED_AT = 200
"""Hits that are asked whether the words looked for stand together there."""


class Sorting(Widget):
    """Holds what is read, and carries out what changes its topics."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "retitle", "split_topic", "move_extract", "new_topic", "topic_up", "topic_down"
    )
    BLANK = True
    DEFAULT_CSS = """
    Sorting { width: 1fr; height: 1fr; }
    """

    def __init__(self, guide: Guide, held: Widget) -> None:
        super().__init__(id="sorting")
        self._guide, self._held, self._reading = guide, held, guide.reading

    def compose(self) -> ComposeResult:
        """What is read."""
        yield self._held

    def _arranger(self) -> "Arranger":
        from dossier.decisions.arranging import Arranger

        dossier = self._reading.dossier
        derived = dossier.derived.topics if dossier.derived else dossier.topics

        def known(file: str) -> Article | None:
            return dossier.article(file) if dossier.has(file) else None

        return Arranger(dossier.decisions, derived, dossier.topics, known)

    async def _write_seen(self, name: str, wish: "TopicWish | None", done: str) -> None:
        """Do as ``_write``; of a large dossier, once it is said that this is being worked out."""
        if len(self._reading.dossier.articles) >= LARGE:
            painted = Event()
            self._guide.hints.tell(say("Working it out …"))
            self.call_after_refresh(painted.set)
            await painted.wait()
        self._write(name, wish, done)

    def _write(self, name: str, wish: "TopicWish | None", done: str) -> None:
        """Write a wish down under a name for undo, and say what was done, or why it was not."""
        if wish is None or not (wish.decisions or wish.forgetting):
            return
        try:
            self._guide.correcting.make(
                name, *wish.decisions, replacing=wish.replacing, forgetting=wish.forgetting
            )
        except DossierError as error:
            self._guide.hints.tell(failure_told(error))
        else:
            [key] = keys_now(self.app, "undo")
            self._guide.hints.tell(say("{done}; {key} takes it back", done=done, key=key))

    def _topic(self) -> Topic | None:
        """The topic chosen, which something is to be done to."""
        if self._reading.topic is None:
            self._guide.hints.tell(say("Choose a topic first."))
        return self._reading.topic

    async def _asked_topic(self) -> Topic | None:
        """The topic chosen, else the one the reader says; None when they give it up.

        It is asked for, not refused: the words typed after the key are commands where none is.
        """
        from tui.screens.topic_list import TopicListScreen

        reading = self._reading
        if reading.topic is not None:
            return reading.topic
        screen = TopicListScreen(reading.dossier.topics, asked=say("Which topic?"))
        return reading.topic_of(await self.app.push_screen_wait(screen))

    async def _title(self, words: str, known: Sequence[str] = (), *, new: bool = False) -> str:
        """A title; the ``known`` are those of topics that it may be merged with.

        The ``words`` where it is emptied. A ``new`` one is asked for until no topic has it.
        """
        from dossier.language.folding import fold
        from tui.screens.note import NoteScreen

        def is_taken(typed: str) -> bool:
            return new and self._arranger().titled(" ".join(typed.split())) is not None

        def sign(typed: str) -> str:
            if is_taken(typed):
                return say("title taken:")
            merges = fold(" ".join(typed.split())) in map(fold, known)
            return say("merge with:") if merges else say("title:")

        asked = say("the topic's title; Enter keeps it")
        over = True  # not what was typed, and is taken: that is typed on
        while True:
            screen = NoteScreen(visible(words), asked, sign=sign, known=known, over=over)
            said = await self.app.push_screen_wait(screen)
            if said is None:
                return ""
            title = " ".join((said or words).split())  # emptied, and kept: the one proposed
            if not is_taken(title):
                return title
            words, over = title, False

    async def _terms(self, topic: Topic | None) -> list[str]:
        """Words that draw sentences from a topic, or from all articles; how many is told."""
        from tui.screens.note import NoteScreen

        def sign(typed: str) -> str:
            if not typed:  # room for how words are written
                return say("new topic:") if topic is None else say("split:")
            drawn = self._drawn(topic, _listed(typed))
            if topic is None:
                told = say("new topic of words ({n}):", n=drawn or 0)
                return say("new topic of words:") if drawn is None else told
            told = say("split by words ({n}):", n=drawn or 0)
            return say("split by words:") if drawn is None else told

        asked = say("with commas between; flood* finds flooding too")
        screen = NoteScreen("", asked, sign=sign)
        said = await self.app.push_screen_wait(screen)
        terms = _listed(said or "")
        if terms and self._drawn(topic, terms) == 0:
            self._guide.hints.tell(say("No sentence here has these words: nothing was made."))
            return []
        return terms

    def _drawn(self, topic: Topic | None, terms: Sequence[str]) -> int | None:
        """How many sentences the terms draw; None where there are too many to count at a key."""
        from dossier.topics.given import drawn_from

        dossier = self._reading.dossier
        many = len(dossier.articles) if topic is None else sources_count(topic)
        if many > COUNTED or not terms:
            return None
        articles = [source.article for source in dossier.sources(topic)]
        if sum(len(article.text) for article in articles) > LETTERS:
            return None
        return sum(1 for _ in drawn_from(topic, articles, terms))

    @work
    async def action_retitle(self) -> None:
        """Give the topic another title; that of another topic merges the two."""
        topic = await self._asked_topic()
        if topic is None:
            return
        others = [one.title for one in self._reading.dossier.topics if one != topic]
        title = await self._title(topic.title, others)
        if not title or title in {topic.title, " ".join(visible(topic.title).split())}:
            return
        arranger = self._arranger()
        other = arranger.titled(title)
        name, done = say("title of a topic"), say("Retitled: {title}", title=title)
        if other is not None and other != topic:
            name = say("merging of topics")
            done = say("Merged: {one} is in {title}", one=topic.title, title=other.title)
        await self._write_seen(name, arranger.retitle(topic, title), done)

    @work
    async def action_split_topic(self) -> None:
        """Part from the topic what has certain words: a topic of its own, beside it."""
        topic = await self._asked_topic()
        if topic is None:
            return
        terms = await self._terms(topic)
        title = await self._title(_capital(terms[0].rstrip("*")), new=True) if terms else ""
        if title:
            done = say("Parted from {title}: {new}", title=topic.title, new=title)
            wish = self._arranger().split(topic, title, terms)
            await self._write_seen(say("split of a topic"), wish, done)

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
            title = await self._title("") or None
        if title is None:
            return
        arranger, name = self._arranger(), say("move to a topic")
        if title == OUT and source is not None:
            done = say("No longer in {title}", title=source.title)
            await self._write_seen(name, arranger.take_out(places, source), done)
        else:
            stays = screen.stays
            done = say("Also in {title}") if stays else say("Moved to {title}")
            there = arranger.meant(title)
            wish = arranger.move(places, None if stays else source, title)
            await self._write_seen(name, wish, done.format(title=there.title if there else title))

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
        """Make a topic of what is found, else of words: they draw its extracts from all."""
        from tui.sought import are_together, terms_of

        dossier, lens = self._reading.dossier, self._reading.lens
        sought = self._guide.hits.sought if lens.narrowed else ""
        terms: Sequence[str] = terms_of(
            sought,
            dossier.found.entities,
            language=dossier.language or "",
            together=are_together(sought, lens.hits[:_LOOKED_AT], dossier),
        )
        title = sought.strip(' -"«»“”')
        if not terms:
            terms = await self._terms(None)
            title = terms[0].rstrip("*") if terms else ""
        title = await self._title(_capital(title)) if terms else ""
        if title:
            arranger = self._arranger()
            there, done = arranger.meant(title), say("New topic: {title}", title=title)
            if there is not None:
                done = say("Also in {title}", title=there.title)
            await self._write_seen(say("new topic"), arranger.draw(title, terms), done)

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


def _listed(typed: str) -> list[str]:
    """The terms of a line, between its commas."""
    return [term for term in (" ".join(part.split()) for part in typed.split(",")) if term]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
