"""The export screen: what leaves, in which order and form, where to; and how it reads.

Nothing is written before Enter on the file's name, and no file is replaced before a second one; an
article of the dossier never is.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from os.path import expanduser
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from dossier.clippings import Clipping
from dossier.dossier import Dossier
from dossier.export import FORMS, GROUPS, Document, Form
from dossier.export.writing import check_files, standing
from dossier.problems import DossierError
from dossier.spans import Span
from dossier.topics import Topic
from tui.clipboard import copy
from tui.commands import bindings, keys_now
from tui.screens.choice_pane import ChoicePane
from tui.screens.chrome import HIGHER, LeftOnce, TypeLine
from tui.screens.documents import Documents
from tui.screens.export_choices import TELLING, choices_of, forms_with
from tui.screens.leaving import (
    Going,
    StoppedError,
    Written,
    count_of,
    elsewhere,
    files_of,
    outside,
    proposed,
)
from tui.screens.outgoing import Answers, Outgoing
from tui.screens.rendered_text import RenderedText
from tui.screens.source_text import SourceText
from tui.settings import Settings
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say

_WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (72, "-beside"), (160, "-wide")]
"""From where on the text stands rendered beside its source; and the choices beside both."""


_MANY_ARTICLES, _MANY_CLIPPINGS = 50, 500
"""From how many on what would be written takes longer than a key may."""


class ExportScreen(LeftOnce[Written | None]):
    """Clippings or topics on their way to a file; gives what was written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape", "pane_left", "pane_right", "copy")
    CSS = """
    ExportScreen #body { layout: vertical; height: 1fr; }
    ExportScreen #choices-and-file { layout: vertical; height: 5; }
    ExportScreen ChoicePane { height: 4; }
    ExportScreen #file-line { layout: horizontal; height: 1; }
    ExportScreen #to {
        width: auto; max-width: 60%; padding: 0 1 0 0; border-left: blank; color: $dim;
        text-wrap: nowrap;
    }
    ExportScreen #to.-lit { background: $selected; border-left: outer $accent; }
    ExportScreen TypeLine:focus { background: $selected; }
    ExportScreen TypeLine { width: 1fr; }
    ExportScreen #beside { layout: horizontal; height: 1fr; border-top: solid $rule; }
    ExportScreen #text, ExportScreen #rendered { width: 1fr; }
    ExportScreen.-narrow #rendered, ExportScreen #rendered.-none { display: none; }
    ExportScreen.-wide #body { layout: horizontal; }
    ExportScreen.-wide #choices-and-file { width: 44; height: 1fr; }
    ExportScreen.-wide #file-line { layout: vertical; height: 2; }
    ExportScreen.-wide #to { width: 100%; max-width: 100%; }
    ExportScreen.-wide #beside { border-top: none; border-left: solid $rule; }
    ExportScreen.-low TitleLine, ExportScreen.-low HintLine, ExportScreen.-low #beside,
    ExportScreen.-small TitleLine, ExportScreen.-small #beside { display: none; }
    ExportScreen.-low #choices-and-file, ExportScreen.-small #choices-and-file {
        width: 100%; height: 1fr;
    }
    ExportScreen.-low ChoicePane, ExportScreen.-small ChoicePane { height: 1fr; }
    ExportScreen.-low #file-line, ExportScreen.-small #file-line {
        layout: horizontal; height: 1;
    }
    """
    VERTICAL_BREAKPOINTS = HIGHER
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = "#file"

    def __init__(
        self,
        dossier: Dossier,
        clippings: Sequence[Clipping],
        *,
        folder: Path,
        settings: Settings | None = None,
        topic: Topic | None = None,
        found: Iterable[tuple[str, Span]] = (),
        template: Path | None = None,
    ) -> None:
        """``folder`` is where a file is proposed; ``settings`` have the answers of the last time.

        ``topic`` is the one that is read, ``found`` are the places of what is looked for,
        ``template`` is the reader's own form.
        """
        super().__init__()
        self._dossier = dossier
        self._clippings = tuple(clippings)
        self._folder = outside(folder, dossier.folder)
        self._within: Path | None = None
        """A file among the articles that the reader was asked about."""
        self._replaced: frozenset[Path] = frozenset()
        """Files that the reader was told stand there; written on, they are replaced."""
        documents = Documents(dossier, self._clippings, topic, found)
        self._outgoing = Outgoing(dossier, documents, lambda: self._key("escape"))
        self._writing: Worker[None] | None = None
        self._forms, self._wrong = forms_with(template)
        choices = choices_of(documents.offered, self._forms, settings or Settings())
        self._choices = ChoicePane(choices, id="choices")
        self._suffix = self._form.suffix
        self._to = Static(say("To"), id="to", markup=False)
        self._to.styles.min_width = self._choices.asked_cells  # as the answers above
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
                    yield self._to
                    yield self._file
            with Container(id="beside"):
                yield self._text
                yield self._rendered
        yield self._hints

    def on_mount(self) -> None:
        """Show what would be written."""
        self._file.value = proposed(self._dossier.title, self._form.suffix)
        self._preview()

    @property
    def _form(self) -> Form:
        return self._forms[self._choices.choices[2].at]

    @property
    def _answers(self) -> Answers:
        """The answers that stand."""
        what, group, _, speakers = self._choices.choices
        return Answers(what.answer, GROUPS[group.at], self._form, speakers.answer == TELLING[0])

    def _key(self, command: str) -> str:
        """The key that carries a command out."""
        (key,) = keys_now(self.app, command)
        return key

    def document(self) -> Document:
        """What would be written, by the answers that stand."""
        return self._outgoing.document(self._answers)

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
        if self._is_long:
            self._preview_later()
        else:
            self._show(self._form, *self._outgoing.shown(self._answers))

    @property
    def _is_long(self) -> bool:
        """Whether what would be written takes longer than a key may."""
        articles, kept = len(self._dossier.articles), len(self._clippings)
        return articles > _MANY_ARTICLES or kept > _MANY_CLIPPINGS

    @work(thread=True, exclusive=True, group="preview")
    def _preview_later(self) -> None:
        worker, answers = get_current_worker(), self._answers
        with suppress(StoppedError):
            shown = self._outgoing.shown(answers, Going(lambda: not worker.is_cancelled, bool))
            if not worker.is_cancelled:
                self.app.call_from_thread(self._show, answers.form, *shown)

    def _show(self, form: Form, document: Document, text: str) -> None:
        self._text.show(text)
        markdown = form.suffix == FORMS[0].suffix
        self._rendered.set_class(not markdown, "-none")
        self._rendered.show(text if markdown else "")
        self._title.tell(say("Export"), self._dossier.title, count_of(document))

    def on_descendant_focus(self) -> None:
        """Say what the keys do where one is; the name has the bar where it is typed."""
        copies, close = keys_now(self.app, "copy", "escape")
        self._to.set_class(self._file.has_focus, "-lit")
        tab, ends = ("Tab", self._next_said()), [(copies, say("copy")), (close, say("close"))]
        hints = [tab, *ends]
        if self._file.has_focus:
            hints = [("Enter", say("write")), ("↑", say("choices")), tab, ends[1]]
        elif self._choices.has_focus:
            hints = [("← →", say("change")), *hints]
        self._hints.hint(hints)

    def _next_said(self) -> str:
        """What Tab leads to from where one is: not every size shows the text, or both of it."""
        said = {
            self._choices: say("choices"),
            self._file: say("name of the file"),
            self._text: say("text"),
            self._rendered: say("rendered"),
        }
        there = [part for part in said if part in self.focus_chain]
        at = next((i for i, part in enumerate(there) if part.has_focus), 0)
        return said[there[(at + 1) % len(there)]]

    @on(Input.Changed, "#file")
    def _renamed(self) -> None:
        self._within, self._replaced = None, frozenset()
        self._hints.tell(self._wrong)
        folder = "" if self._file.value.strip()[:1] in ("/", "~") else elsewhere(self._folder)
        self._to.update(f"{say('To')} {folder}".rstrip())

    @on(Input.Submitted, "#file")
    def _write(self, message: Input.Submitted) -> None:
        name = message.value.strip()
        if self._writing is not None:
            return
        if not name or not name.isprintable():
            self._hints.tell(say("The file needs a name."))
            return
        file = self._folder / expanduser(name)  # noqa: PTH111 - a ~ that is nobody's is a name
        files = files_of(self._form, file)
        try:
            check_files(files, dossier=self._dossier, replace=files)
        except DossierError as error:
            self._hints.tell(failure_told(error))
            return
        there = standing(files)
        if self._within != file and outside(file.parent, self._dossier.folder) != file.parent:
            self._within = file
            self._hints.tell(say("There it would be read as an article; Enter again writes it."))
        elif not self._replaced.issuperset(there):
            self._ask(*there)
        elif self._is_long:
            self._writing = self._write_later(file)
        else:
            self._ended(self._outgoing.write(self._answers, file, self._replaced))

    @work(thread=True, exclusive=True, group="writing")
    def _write_later(self, file: Path) -> None:
        """Write it while one goes on; Escape stops it, and then nothing is written."""
        worker, tell = get_current_worker(), self.app.call_from_thread
        going = Going(lambda: not worker.is_cancelled, lambda n: tell(self._tell_written, n))
        with suppress(StoppedError):
            tell(self._tell_written, 0)
            ended = self._outgoing.write(self._answers, file, self._replaced, going)
            tell(self._ended, ended)

    def _tell_written(self, steps: int) -> None:
        """Say that it is being written, and how far it is."""
        said = say("Writing … {n}; {key} stops.", n=steps, key=self._key("escape"))
        self._hints.tell(said)

    def _ended(self, ended: Written | Exception) -> None:
        """Leave with what was written, or say why it was not."""
        self._writing = None
        if isinstance(ended, Written):
            self.dismiss(ended)
        elif isinstance(ended, FileExistsError):
            self._ask(*ended.args)
        else:
            self._hints.tell(failure_told(ended))

    def _ask(self, file: Path, *more: Path) -> None:
        """Say that files stand there; the same name given again replaces them."""
        self._replaced |= {file, *more}
        said = say("{file} exists; Enter again replaces it.", file=file.name)
        for other in more:
            said = say(
                "{file} exists, and {other} too; Enter again replaces both.",
                file=file.name,
                other=other.name,
            )
        self._hints.tell(said)

    def action_copy(self) -> None:
        """Put the text that would be written on the clipboard."""
        if self._is_long:
            self._copy_later()
        else:
            self._copied(self._copied_text())

    @work(thread=True, exclusive=True, group="copying")
    def _copy_later(self) -> None:
        worker = get_current_worker()
        with suppress(StoppedError):
            text = self._copied_text(Going(lambda: not worker.is_cancelled, bool))
            self.app.call_from_thread(self._copied, text)

    def _copied_text(self, step: Callable[[], object] = bool) -> str | DossierError:
        """The text that would be written; why there is none."""
        try:
            return "".join(self._outgoing.text(self._answers, step))
        except DossierError as error:
            return error

    def _copied(self, text: str | DossierError) -> None:
        """Put it on the clipboard, and say so."""
        if isinstance(text, DossierError):
            said = failure_told(text)
        else:
            said = copy(text, terminal=self.app.copy_to_clipboard).said
        self._hints.tell(said)

    def action_pane_right(self) -> None:
        """Go to the next part of the screen."""
        self.focus_next()

    def action_pane_left(self) -> None:
        """Go to the part before."""
        self.focus_previous()

    def action_up(self) -> None:
        """From the name, go to the choice above it."""
        self._choices.go_to_end(bottom=True)
        self._choices.focus()

    @on(ChoicePane.Below)
    def _to_name(self) -> None:
        self._file.focus()

    def action_escape(self) -> None:
        """Close, nothing is written; what is being written is stopped first."""
        if self._writing is None:
            self.dismiss(None)
            return
        self._writing.cancel()
        self._writing = None
        self._hints.tell(say("Stopped; the file was not written."))
