"""The cuttings: what is taken from the page. Clips, notes, copies, exports, and the way back."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from dossier.article import Article
from dossier.dossier import extracts_in
from dossier.problems import DossierError
from dossier.spans import Span
from tui.commands import bindings, keys_now
from tui.guide import Guide
from tui.places import Place
from tui.telling import failure_told
from tui.wording import say, say_many

if TYPE_CHECKING:
    from dossier.clippings import Clipping, ClippingStore
    from dossier.topics import Topic
    from tui.keeping import Keeping


class Cuttings(Widget):
    """Holds the desk, and carries out what keeps or takes away what is read there."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *("clip", "clip_topic", "clip_hits", "copy", "clippings", "export"),
        *("note", "edit_note", "undo", "redo"),
    )
    BLANK = True
    DEFAULT_CSS = """
    Cuttings { width: 1fr; height: 1fr; }
    """

    @dataclass
    class Sought(Message):
        """The clippings were found whose files are gone; ``take`` has them stand there."""

        take: Callable[[], None]

    def __init__(
        self,
        guide: Guide,
        store: Callable[[], "ClippingStore"],
    ) -> None:
        super().__init__(id="cuttings")
        self._store = store
        self._guide, self._desk, self._reading = guide, guide.desk, guide.reading
        self._asked: tuple[frozenset[str], Sequence[Article]] = (frozenset(), ())
        """The clippings last sought, and in which articles."""
        self._typed = ""
        """What the list of clippings was narrowed by when it was left."""

    def compose(self) -> ComposeResult:
        """The desk."""
        yield self._desk

    @cached_property
    def keeping(self) -> "Keeping":
        """The clippings; none is read before the first paint."""
        from tui.keeping import Keeping

        return Keeping(self._reading.dossier, self._store())

    def open(self) -> None:
        """Read what was kept, and show it."""
        self._guide.kept = lambda: len(self.keeping)
        self.keeping.dossier = self._reading.dossier
        self._try(self.keeping.store.load)
        for problem in self.keeping.store.problems:
            from tui.problems import problem_told

            self._guide.hints.tell(problem_told(problem.message))
        self._show()

    def _show(self) -> None:
        """Show what is clipped now; what it costs does not hang on how much is."""
        with suppress(DossierError):  # it could be written a moment ago, and is told if not
            files = self.keeping.read()
            if files is None:
                self._reading.mark(self.keeping.standing())
            for file in files or ():
                self._reading.mark_in(file, self.keeping.standing_in(file))
            self._seek_astray()
        self._desk.text.repaint_marks()
        self._guide.tell()

    def _seek_astray(self) -> None:
        """Have a thread look through all articles for those whose files are gone, once."""
        asked = frozenset(self.keeping.astray), self._reading.dossier.articles
        if asked[0] and not (asked[0] == self._asked[0] and asked[1] is self._asked[1]):
            self._seek()
        self._asked = asked

    @work(thread=True, exclusive=True, group="seek")
    def _seek(self) -> None:
        take = self.keeping.seek()
        if not get_current_worker().is_cancelled:
            self.post_message(self.Sought(take))

    @on(Sought)
    def _sought(self, message: Sought) -> None:
        message.take()
        self._reading.mark(self.keeping.standing())
        self._show()

    def _try(self, does: Callable[[], object]) -> bool:
        """Do something to the store; say why when it cannot be done."""
        try:
            does()
        except DossierError as error:
            self._guide.hints.tell(failure_told(error))
            return False
        return True

    def _here(self) -> tuple[str, Span] | None:
        """What would be taken: the selection, else the passage that is read."""
        span = self._desk.text.taken()
        if span is None:
            self._guide.hints.tell(say("There is no passage here."))
        return span

    def action_clip(self) -> None:
        """Keep what is read, or let it go."""
        here = self._here()
        chosen = self._desk.text.selecting is not None
        said: list[str] = []
        if here is not None and self._try(lambda: said.append(self.toggle(*here, chosen=chosen))):
            self._desk.text.unselect()
            self._guide.hints.tell(*said)

    def toggle(self, file: str, span: Span, *, chosen: bool) -> str:
        """Keep a span, or let go what is kept of it; what is to be said. Raises DossierError.

        One that was ``chosen`` lets go what it has the whole of, and nothing larger.
        """
        from tui.keeping import now

        seen = self.keeping.at(file, span)
        self._show()
        kept = not seen and bool(self.keeping.at(file, span))
        if not kept:  # else by another reader of the dossier: it is not let go for that
            article, topic = self._reading.dossier.article(file), self._topic_at(file, span)
            kept = self.keeping.toggle(article, span, created=now(), topic=topic, chosen=chosen)
            self._kept()
            self._show()
        many = say_many("{n} clipping", "{n} clippings", len(self.keeping))
        [undo] = keys_now(self.app, "undo")
        said = say("Clipped") if kept else say("Let go; {key} takes it back", key=undo)
        return f"{said} · {many}"

    def holds(self, file: str, span: Span) -> bool:
        """Whether it is kept, or some of it and nothing more: what ``toggle`` lets go."""
        return bool(self.keeping.at(file, span, whole=True))

    def _topic_at(self, file: str, span: Span) -> "Topic | None":
        """The topic one reads, if what stands there is of it."""
        topic = self._reading.topic
        extracts = extracts_in(topic, file) if topic else ()
        return topic if any(extract.span.overlaps(span) for extract in extracts) else None

    def action_clip_topic(self) -> None:
        """Keep every extract of the topic one reads."""
        if self._reading.topic is None:
            self._guide.hints.tell(say("Choose a topic first."))
            return
        sources = self._reading.sources()
        extracts = [(e.file, e.span) for source in sources for e in source.extracts]
        self._clip_all(extracts, topic=self._reading.topic)

    def action_clip_hits(self) -> None:
        """Keep the passages that have what is looked for, or the name narrowed to."""
        dossier = self._reading.dossier
        spans: list[tuple[str, Span]] = []
        for hit in self._reading.lens.hits:
            passage = dossier.article(hit.file).passage_at(hit.span.start)
            if passage is not None:
                spans.append((hit.file, passage.span))
        if not spans:
            self._guide.hints.tell(self._guide.hits.nothing_told())
        else:
            self._clip_all(spans)

    def _clip_all(self, spans: list[tuple[str, Span]], *, topic: "Topic | None" = None) -> None:
        from tui.keeping import now

        kept = 0

        def keep() -> None:
            nonlocal kept
            kept = self.keeping.keep_all(spans, created=now(), topic=topic)

        if self._try(keep):
            if kept:
                self._kept()
            self._show()
            new = say_many("{n} new", "{n} new ones", kept)
            many = say_many("{n} clipping", "{n} clippings", len(self.keeping))
            said = say("{name}: {value}", name=say("Clipped"), value=f"{new} · {many}")
            self._guide.hints.tell(said)

    def action_copy(self) -> None:
        """Copy what is read with its citation."""
        from tui.screens.leaving import copied

        here = self._here()
        if here is not None:
            said, done = copied(self.app, self._reading.dossier, *here)
            if done:
                self._desk.text.unselect()
            self._guide.hints.tell(said)

    @work
    async def action_clippings(self) -> None:
        """List what was kept; go to the one that is opened there."""
        from tui.listing import list_clippings

        dossier, keeping = self._reading.dossier, self.keeping
        listed = await list_clippings(
            self.app, dossier, keeping, self._guide.history, typed=self._typed
        )
        self._typed, chosen = listed.typed, listed.chosen
        self.open()
        if chosen is not None and chosen.span is not None:
            topic = self._reading.topic
            title = topic.title if topic and self._reading.source(chosen.file) else None
            self._guide.visit(Place(title, chosen.file, chosen.span.start))

    @work
    async def action_export(self) -> None:
        """Write what was kept, or a topic, to a file."""
        from tui.exporting import export

        reading = self._reading
        found: Iterable[tuple[str, Span]] = ()
        if reading.lens.narrowed:
            found = [(hit.file, hit.span) for hit in reading.lens.hits]
        if reading.lens.narrowed and reading.lens.more:
            from tui.screens.leaving import AllHits

            found = AllHits(reading.dossier, self._guide.hits.sought)
        try:
            kept = self.keeping.clippings
        except DossierError as error:
            self._guide.hints.tell(failure_told(error))
            return
        said = await export(self.app, reading.dossier, kept, topic=reading.topic, found=found)
        if said is not None:
            self._guide.hints.tell(said)

    @work
    async def action_note(self) -> None:
        """Write a note on the clipping here; one of several lines in the reader's editor.

        What was clipped for the note is let go when none is written.
        """
        from tui.screens.note import NoteScreen

        held, made = self._clipped_here()
        words = self._words_of(held) if held is not None else ""
        if held is not None and "\n" in words:
            self._edit(held)
        elif held is not None:
            keep = partial(self._take_note, held)
            note = await self.app.push_screen_wait(NoteScreen(words, keep=keep))
            if note is None and made:
                step = self.keeping.changes.step
                self._step(lambda: self._guide.history.undo(step), "", say("Undone"))
            self._take_note(held, note)

    def action_edit_note(self) -> None:
        """Write the note in the reader's editor."""
        if (held := self._clipped_here()[0]) is not None:
            self._edit(held)

    def _clipped_here(self) -> "tuple[Clipping | None, bool]":
        """The clipping here, and whether it was made for this: what is not clipped is first."""
        here = self._here()
        if here is None:
            return None, False
        self._show()
        made = not self.keeping.at(*here)
        if made:
            self.action_clip()
        held = self.keeping.at(*here)
        return (held[0] if held else None), made

    def _words_of(self, held: "Clipping") -> str:
        """The note to type on: what could not be written, else what is."""
        return self.keeping.changes.typed_on(say("note"), held).note

    def _edit(self, held: "Clipping") -> None:
        from tui.editor import edit

        try:
            self._take_note(held, edit(self._words_of(held), self.app.suspend))
        except DossierError as error:
            self._guide.hints.tell(failure_told(error))

    def _take_note(self, held: "Clipping", note: str | None) -> None:
        if note is None:
            return
        if note == held.note:
            self.keeping.changes.forget(say("note"), held)
            return
        noted = replace(held, note=note)
        if self._try(lambda: self.keeping.change(say("note"), held, noted)):
            self._kept()
            self._show()
            self._guide.hints.tell(say("Noted."))

    def _kept(self) -> None:
        """Remember that something was done to the clippings."""
        self._guide.history.did(self.keeping.changes.step)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._step(self._guide.history.undo, say("Nothing to undo."), say("Undone"))

    def action_redo(self) -> None:
        """Make the change again."""
        self._step(self._guide.history.redo, say("Nothing to redo."), say("Done again"))

    def _step(self, does: Callable[[], str | None], nothing: str, done: str) -> None:
        name: str | None = None

        def step() -> None:
            nonlocal name
            name = does()

        if self._try(step):
            self._show()
            told = say("{name}: {value}", name=done, value=name) if name else nothing
            self._guide.hints.tell(told)
