"""The export screen: what leaves, in which order and form, where to; and how it reads.

Nothing is written before Enter on the file's name, and no file is replaced before a second one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from dossier.clippings import Clipping, find_all_again
from dossier.dossier import Dossier
from dossier.export import (
    FORMS,
    GROUPS,
    Document,
    Form,
    Group,
    Speakers,
    arranged,
    own_form,
    topic_document,
)
from dossier.export.document import of_clippings, of_places
from dossier.export.writing import write_file
from dossier.language.folding import fold
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.topics import Topic
from tui.clipboard import copy
from tui.commands import bindings, first_keys
from tui.screens.choice_pane import Choice, ChoicePane
from tui.screens.chrome import HEIGHTS, LeftOnce, TypeLine
from tui.screens.export_choices import (
    TELLING,
    form_said,
    group_said,
    known_group,
    telling_said,
    what_said,
)
from tui.screens.rendered_text import RenderedText
from tui.screens.source_text import SourceText
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (72, "-beside"), (160, "-wide")]
"""From where on the text stands rendered beside its source; and the choices beside both."""


_MANY_ARTICLES, _MANY_CLIPPINGS = 50, 500
"""From how many on what would be written takes longer than a key may."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and the choices to propose the next time."""

    file: Path
    said: str
    """One sentence: how much, and where."""
    group: Group
    form: str = FORMS[0].name
    speakers: bool = True
    """Whether who speaks in a quotation is named."""


class ExportScreen(LeftOnce[Written | None]):
    """Clippings or topics on their way to a file; gives what was written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape", "pane_left", "pane_right", "copy")
    CSS = """
    ExportScreen #body { layout: vertical; height: 1fr; }
    ExportScreen #choices-and-file { layout: vertical; height: 5; }
    ExportScreen ChoicePane { height: 4; }
    ExportScreen #file-line { layout: horizontal; height: 1; }
    ExportScreen #to { width: auto; padding: 0 1; color: $dim; }
    ExportScreen TypeLine { width: 1fr; }
    ExportScreen #beside { layout: horizontal; height: 1fr; border-top: solid $rule; }
    ExportScreen #text, ExportScreen #rendered { width: 1fr; }
    ExportScreen.-narrow #rendered, ExportScreen #rendered.-none { display: none; }
    ExportScreen.-wide #body { layout: horizontal; }
    ExportScreen.-wide #choices-and-file { width: 44; height: 1fr; }
    ExportScreen.-wide #beside { border-top: none; border-left: solid $rule; }
    ExportScreen.-low TitleLine, ExportScreen.-low HintLine,
    ExportScreen.-low #beside, ExportScreen.-low ChoicePane { display: none; }
    ExportScreen.-low #choices-and-file { height: 1; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = "#file"

    def __init__(
        self,
        dossier: Dossier,
        clippings: Sequence[Clipping],
        *,
        folder: Path,
        topic: Topic | None = None,
        group: str = "topic",
        form: str = FORMS[0].name,
        found: Sequence[tuple[str, Span]] = (),
        template: Path | None = None,
        speakers: bool = True,
    ) -> None:
        """``topic`` is the one that is read; ``folder`` is where a file is proposed.

        ``found`` are the places of what is looked for, ``template`` the reader's own form;
        ``speakers``: whether who speaks in a quotation is named.
        """
        super().__init__()
        self._dossier = dossier
        self._clippings = tuple(clippings)
        self._folder = _outside(folder, dossier.folder)
        self._topic = topic
        self._asked: Path | None = None
        self._found = tuple(found)
        self._speakers = Speakers(dossier)
        self._documents: dict[tuple[str, ...], Document] = {}
        """What would be written, by the answers it was made by."""
        self._wrong = ""
        """Why there is no form of the reader's own, when its file cannot be read."""
        self._forms = (*FORMS, *self._own(template))
        names = tuple(one.name for one in self._forms)
        at = names.index(form) if form in names else 0
        self._suffix = self._forms[at].suffix
        whats = ["clippings"] if clippings else []
        whats += ["found"] if found else []
        whats += ["topic"] if topic else []
        whats += ["topics"] if dossier.topics else []
        self._choices = ChoicePane(
            [
                Choice(say("What"), tuple(whats or ["clippings"]), what_said),
                Choice(say("Grouped"), GROUPS, group_said, GROUPS.index(known_group(group))),
                Choice(say("As"), names, form_said, at),
                Choice(say("Speakers"), TELLING, telling_said, 0 if speakers else 1),
            ],
            id="choices",
        )
        self._file = TypeLine(say("name of the file"), id="file")
        self._text = SourceText(id="text")
        self._rendered = RenderedText(id="rendered")
        self._title = TitleLine()
        self._hints = HintLine()

    def compose(self) -> ComposeResult:
        """Title, choices and file, the text that will be written, the keys."""
        yield self._title
        with Container(id="body"):
            with Container(id="choices-and-file"):
                yield self._choices
                with Container(id="file-line"):
                    yield Static(say("To"), id="to", markup=False)
                    yield self._file
            with Container(id="beside"):
                yield self._text
                yield self._rendered
        yield self._hints

    def on_mount(self) -> None:
        """Show what would be written."""
        self._file.value = self._proposed(self._form)
        self._preview()

    @property
    def _form(self) -> Form:
        return self._forms[self._choices.choices[2].at]

    @property
    def _group(self) -> Group:
        return GROUPS[self._choices.choices[1].at]

    def _own(self, template: Path | None) -> Iterator[Form]:
        """The form of the reader's own template; told when its file cannot be read."""
        if template is not None:
            try:
                yield own_form(template)
            except DossierError as error:
                self._wrong = str(error)

    @property
    def _telling(self) -> bool:
        return self._choices.choices[3].answer == TELLING[0]

    def document(self) -> Document:
        """What would be written, by the answers that stand; made once for each."""
        what, group, _, telling = (choice.answer for choice in self._choices.choices)
        if (what, group, telling) not in self._documents:
            made = self._made(what)
            made = self._speakers.told(made) if self._telling else made
            self._documents[what, group, telling] = made
        return self._documents[what, group, telling]

    def _made(self, what: str) -> Document:
        if what == "topic" and self._topic:
            return topic_document(self._dossier, [self._topic], group=self._group)
        if what == "topics":
            return topic_document(self._dossier, self._dossier.topics, group=self._group)
        if what == "found":
            return arranged(self._dossier, of_places(self._dossier, self._found), group=self._group)
        found = find_all_again(self._clippings, self._dossier.articles)
        lost = [one.clipping for one in found if one.state == "lost"]
        quotations = of_clippings(self._dossier, found)
        return arranged(self._dossier, quotations, group=self._group, lost=lost)

    @on(ChoicePane.Answered)
    def _answered(self) -> None:
        """Take the answers up; a file's name ends as its form does."""
        stem = self._file.value.removesuffix(self._suffix)
        if stem != self._file.value:
            self._file.value = stem + self._form.suffix
            self._suffix = self._form.suffix
        self._preview()

    def _preview(self) -> None:
        """Show what would be written; what takes long is made while one goes on."""
        articles, kept = len(self._dossier.articles), len(self._clippings)
        if articles > _MANY_ARTICLES or kept > _MANY_CLIPPINGS:
            self._preview_later()
        else:
            self._show(*self._written())

    @work(thread=True, exclusive=True, group="preview")
    def _preview_later(self) -> None:
        written = self._written()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, *written)

    def _written(self) -> tuple[Document, Form, str]:
        document, form = self.document(), self._form
        try:
            return document, form, form.write(document)
        except DossierError as error:  # a template's: its line is told in the text's place
            return document, form, str(error)

    def _show(self, document: Document, form: Form, text: str) -> None:
        self._text.show(text)
        markdown = form.suffix == FORMS[0].suffix
        self._rendered.set_class(not markdown, "-none")
        self._rendered.show(text if markdown else "")
        self._title.tell(say("Export"), self._dossier.title, _count(document))

    def on_descendant_focus(self) -> None:
        """Say what Enter does where one is."""
        among = getattr(self.app, "commands", None)
        copies, close = first_keys("copy", "escape", among=among)
        hints = [("Tab", say("choices, text")), (copies, say("copy")), (close, say("close"))]
        if self._file.has_focus:
            hints = [("Enter", say("write")), hints[0], hints[2]]
        elif self._choices.has_focus:
            hints = [("← →", say("change")), *hints]
        self._hints.hint(hints)

    @on(Input.Changed, "#file")
    def _renamed(self) -> None:
        self._asked = None
        self._hints.tell(self._wrong)

    @on(Input.Submitted, "#file")
    def _write(self, message: Input.Submitted) -> None:
        name = message.value.strip()
        if not name or not name.isprintable():
            self._hints.tell(say("The file needs a name."))
            return
        file = self._folder / Path(name).expanduser()
        if self._asked != file and _outside(file.parent, self._dossier.folder) != file.parent:
            self._asked = file
            self._hints.tell(say("There it would be read as an article; Enter again writes it."))
            return
        document = self.document()
        try:
            texts = dict(_texts(self._form, document, file))
        except DossierError as error:
            self._hints.tell(str(error))
            return
        standing = [one for one in texts if one.exists()]
        if standing and self._asked != file:
            self._asked = file
            self._ask(standing[0])
            return
        try:
            for one, text in texts.items():
                write_file(one, text, replace=self._asked == file)
        except FileExistsError:
            self._ask(file)
        except (DossierError, ValueError, OSError) as error:
            self._hints.tell(str(error))
        else:
            said = say("{what} written to {file}.", what=_count(document), file=file)
            self.dismiss(Written(file, said, self._group, self._form.name, self._telling))

    def _ask(self, file: Path) -> None:
        """Say that a file stands there; the same name given again replaces it."""
        if file.is_dir():
            self._asked = None
            self._hints.tell(say("{file} is a folder; add a name.", file=file))
            return
        self._hints.tell(say("{file} exists; Enter again replaces it.", file=file.name))

    def action_copy(self) -> None:
        """Put the text that would be written on the clipboard."""
        try:
            text = self._form.write(self.document())
        except DossierError as error:
            self._hints.tell(str(error))
            return
        self._hints.tell(copy(text, terminal=self.app.copy_to_clipboard).said)

    def action_pane_right(self) -> None:
        """Go to the next part of the screen."""
        self.focus_next()

    def action_pane_left(self) -> None:
        """Go to the part before."""
        self.focus_previous()

    def action_escape(self) -> None:
        """Close; nothing is written."""
        self.dismiss(None)

    def _proposed(self, form: Form) -> str:
        """A name for the file, made of the dossier's title."""
        words = re.findall(r"\w+", fold(self._dossier.title))
        return ("-".join(words)[:60] or "dossier") + form.suffix


def _outside(folder: Path, dossier: Path | None) -> Path:
    """The folder, or the one above a dossier it lies in: an export there would be an article."""
    if dossier is None:
        return folder
    inside = dossier.resolve()
    return inside.parent if folder.resolve().is_relative_to(inside) else folder


def _texts(form: Form, document: Document, file: Path) -> Iterator[tuple[Path, str]]:
    """The file and its text; and the second one that some forms need beside it."""
    yield file, form.write(document)
    if form.beside and form.write_beside:
        yield file.with_name(form.beside), form.write_beside(document)


def _count(document: Document) -> str:
    """How much leaves: "5 quotes of 3 sources"."""
    quotes = say_many("{n} quote", "{n} quotes", len(document.quotations))
    sources = say_many("{n} source", "{n} sources", len(document.articles))
    return say("{quotes} of {sources}", quotes=quotes, sources=sources)
