"""The two lines one types in about a clipping: its note, and its tags."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widgets import Input

from dossier.clippings import Clipping
from tui.screens.changes import Changes
from tui.screens.chrome import TypeLine
from tui.tags import TagLine, TagSuggester, line_of, tags_of
from tui.wording import say


class ClippingNotes(Container):
    """A line for the note and one for the tags, each there while one types in it."""

    DEFAULT_CSS = """
    ClippingNotes { height: auto; }
    ClippingNotes TypeLine { display: none; }
    ClippingNotes TypeLine.-open { display: block; }
    """

    @dataclass
    class Rewritten(Message):
        """Another note or other tags were given to a clipping."""

        name: str
        """What was done, in the reader's words."""
        before: Clipping
        after: Clipping

    @dataclass
    class Opened(Message):
        """One types in a line."""

    @dataclass
    class Closed(Message):
        """One left the line."""

    def __init__(self, changes: Changes) -> None:
        """``changes`` have what was typed and could not be written: it is typed on."""
        super().__init__()
        self._changes = changes
        self._clipping: Clipping | None = None
        self._note = TypeLine(say("a note; Enter keeps it"), id="note")
        self._tags = TagLine(say("tags; Tab completes, Enter keeps them"), id="tags")

    def compose(self) -> ComposeResult:
        """The two lines, neither of them there yet."""
        yield self._note
        yield self._tags

    def note(self, clipping: Clipping) -> None:
        """Write a note on the clipping; one of several lines in the reader's editor."""
        words = self._changes.typed_on(say("note"), clipping).note
        if "\n" in words:
            self.edit(clipping)
        else:
            self._open(self._note, clipping, words)

    def edit(self, clipping: Clipping) -> None:
        """Write the note in the reader's editor; DossierError when it cannot be."""
        from tui.editor import edit

        words = self._changes.typed_on(say("note"), clipping).note
        noted = replace(clipping, note=edit(words, self.app.suspend))
        self._tell(self.Rewritten(say("note"), clipping, noted))

    def tag(self, clipping: Clipping, known: Sequence[str]) -> None:
        """Tag the clipping, with what tags there are to complete by."""
        self._tags.suggester = TagSuggester(known)
        tags = self._changes.typed_on(say("tags"), clipping).tags
        self._open(self._tags, clipping, line_of(tags))

    @property
    def typing(self) -> bool:
        """Whether one types in a line."""
        return any(line.has_class("-open") for line in (self._note, self._tags))

    def close(self) -> bool:
        """Leave the line one types in; whether there was one."""
        if not self.typing:
            return False
        for line in (self._note, self._tags):
            line.remove_class("-open")
        self.post_message(self.Closed())
        return True

    def _open(self, line: TypeLine, clipping: Clipping, words: str) -> None:
        self._clipping = clipping
        line.value = words
        line.cursor_position = len(words)
        line.add_class("-open")
        line.focus()
        self.post_message(self.Opened())

    def typed(self) -> Rewritten | None:
        """What the line one types in would change, or leave as it is; None where there is none."""
        if (one := self._clipping) is None or not self.typing:
            return None
        if self._tags.has_class("-open"):
            tags = tags_of(self._tags.value)
            return self.Rewritten(say("tags"), one, replace(one, tags=tags))
        note = self._note.value.strip()
        return self.Rewritten(say("note"), one, replace(one, note=note))

    @on(Input.Submitted)
    def _done(self, message: Input.Submitted) -> None:
        message.stop()
        typed = self.typed()
        self.close()
        self._tell(typed)

    def _tell(self, rewritten: Rewritten | None) -> None:
        if rewritten is None:
            return
        if rewritten.before != rewritten.after:
            self.post_message(rewritten)
        else:
            self._changes.forget(rewritten.name, rewritten.before)
