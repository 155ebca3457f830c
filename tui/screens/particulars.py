"""About an article: what is known of it, and where each thing was read; the reader mends it here.

A mend is written into dossier.toml before it shows; ``u`` on the reader's screen takes it back.
"""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from dossier.article import Article, Origin
from dossier.dossier import Dossier
from dossier.problems import DossierError
from tui.commands import bindings, keys_now
from tui.dates import long_date
from tui.glyphs import cells, cut
from tui.problems import problem_told
from tui.screens.chrome import HIGHER, LeftOnce, TypeLine
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.telling import failure_told
from tui.widgets.bottom_line import HintLine
from tui.widgets.row_pane import Parts, RowPane
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many

Mend = Callable[[str, str, str], Dossier]
"""Writes down what a particular of a file's article is; gives the dossier as it is then.

May raise DossierError.
"""

Beside = Callable[[str, int], str | None]
"""The file of the source so many further on; None when there is none."""


class ParticularPane(RowPane):
    """Title, outlet, author, date and address, one a row; Enter mends the one chosen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("enter")

    class Opened(Message):
        """The particular chosen is to be mended."""

    def __init__(self, article: Article) -> None:
        super().__init__(id="mendable")
        self._particulars = mendable(article)
        self.count = len(self._particulars)

    @property
    def heading_rows(self) -> int:
        """None: the screen has its own title."""
        return 0

    def tell_of(self, article: Article) -> None:
        """Show another article's particulars, or the same mended."""
        self._particulars = mendable(article)
        self.redraw()

    def row(self, index: int, sub: int, width: int) -> Parts:
        """What it is called, what it says, and where that was read."""
        del sub
        _, name, value, where = self._particulars[index]
        room = 3 + max(cells(name) for _, name, _, _ in self._particulars)
        room, origin = min(room, width // 3), f"  {where}" if value else ""
        said = cut(value or where, max(0, width - room - cells(origin)))
        name = cut(name, room - 1)
        return (
            (name + " " * (room - cells(name)), self.inks.dim),
            (said, self.inks.text if value else self.inks.dim),
            (origin, self.inks.dim),
        )

    def action_enter(self) -> None:
        """Mend the one chosen."""
        self.post_message(self.Opened())


class ParticularsScreen(LeftOnce[str | None]):
    """Particulars, to be mended one by one; length; what was not understood.

    Gives the file of the article that it tells of at last; None when it is still the first.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(
        "escape", "particulars", "next_source", "previous_source"
    )
    CSS = """
    ParticularsScreen ParticularPane { height: 5; }
    ParticularsScreen TypeLine { display: none; }
    ParticularsScreen TypeLine.-open { display: block; }
    ParticularsScreen.-low TitleLine, ParticularsScreen.-low HintLine,
    ParticularsScreen.-low DetailPane, ParticularsScreen.-small TitleLine,
    ParticularsScreen.-small DetailPane { display: none; }
    ParticularsScreen.-low ParticularPane, ParticularsScreen.-small ParticularPane { height: 1fr; }
    """
    AUTO_FOCUS = "ParticularPane"
    VERTICAL_BREAKPOINTS = HIGHER

    def __init__(
        self,
        dossier: Dossier,
        file: str,
        mend: Mend | None = None,
        beside: Beside = lambda _file, _step: None,
    ) -> None:
        """``beside`` knows the sources before and after; None of them where it is not given."""
        super().__init__()
        self._beside = beside
        self._first = file
        self._dossier = dossier
        self._file = file
        self._mend = mend
        self._pane = ParticularPane(dossier.article(file))
        self._line = TypeLine(say("no words: as it was read"), id="mend")

    def compose(self) -> ComposeResult:
        """Title, what may be mended, the line to mend it in, the rest, the keys."""
        yield TitleLine()
        yield self._pane
        yield self._line
        yield DetailPane(id="particulars")
        yield HintLine()

    def on_mount(self) -> None:
        """Show them."""
        self._show()

    def _show(self) -> None:
        article = self._dossier.article(self._file)
        self.query_one(TitleLine).tell(say("About this article"), article.file, "")
        self._pane.tell_of(article)
        self.query_one(DetailPane).show(particulars_of(self._dossier, article))
        enter, further, close = keys_now(self.app, "enter", "next_source", "escape")
        hints = [(enter, say("mend"))] if self._mend else []
        hints += [(further, say("next source"))] if self._beside(self._file, 1) else []
        self.query_one(HintLine).hint([*hints, (close, say("close"))])
        self.query_one(HintLine).tell("")

    @on(ParticularPane.Opened)
    def _open(self) -> None:
        """Open the line on what is chosen, with the words it has."""
        if self._mend is None:
            return
        article = self._dossier.article(self._file)
        name = mendable(article)[self._pane.selected][0]
        value = getattr(article, name)
        self._line.value = str(value) if value else ""
        self._line.action_select_all()
        self._line.add_class("-open")
        self._line.focus()
        hint = [("Enter", say("keep it")), ("Esc", say("leave it"))]
        self.query_one(HintLine).hint(hint)

    @on(Input.Submitted)
    def _mended(self, message: Input.Submitted) -> None:
        """Write it down; what cannot be written stays in the line, with the reason under it."""
        article = self._dossier.article(self._file)
        name = mendable(article)[self._pane.selected][0]
        value = getattr(article, name)
        if self._mend is not None and message.value.strip() != (str(value) if value else ""):
            try:
                self._dossier = self._mend(self._file, name, message.value)
            except DossierError as error:
                self.query_one(HintLine).tell(failure_told(error))
                return
        self._close()

    def _close(self) -> None:
        self._line.remove_class("-open")
        self._pane.focus()
        self._show()

    def action_escape(self) -> None:
        """Leave the line, else the screen."""
        if self._line.has_class("-open"):
            self._close()
        else:
            self._leave()

    def action_particulars(self) -> None:
        """Close: the key that opened it."""
        self._leave()

    def action_next_source(self) -> None:
        """Tell of the next source, the same particular chosen."""
        self._go(1, say("That was the last source on this topic."))

    def action_previous_source(self) -> None:
        """Tell of the source before."""
        self._go(-1, say("This is the first source."))

    def _leave(self) -> None:
        self.dismiss(self._file if self._file != self._first else None)

    def _go(self, step: int, end: str) -> None:
        if (file := self._beside(self._file, step)) is None:
            self.query_one(HintLine).tell(end)
            return
        self._file = file
        self._show()


def mendable(article: Article) -> tuple[tuple[str, str, str | None, str], ...]:
    """The field, what it is called, what it says, and where that was read; in rows."""
    origins, published = dict(article.origins), article.published
    day = long_date(published) if published else None
    rows = (
        ("title", say("Title"), article.title),
        ("outlet", say("Outlet"), article.outlet),
        ("byline", say("Author"), article.byline),
        ("published", say("Published"), day),
        ("url", say("Address"), article.url),
    )
    return tuple(
        (field, name, value, _origin(value, origins.get(field))) for field, name, value in rows
    )


def particulars_of(dossier: Dossier, article: Article) -> Iterator[Paragraph]:
    """What else is known of an article, and what the reader should know of its file."""
    yield Paragraph("")
    if not article.title:
        yield Paragraph(say("no headline: these are its first words"), "dim")
        yield Paragraph(article.name)
    origins, updated = dict(article.origins), article.updated
    for field, name, value in (
        ("updated", say("Updated"), long_date(updated) if updated else None),
        ("language", say("Language"), article.language),
    ):
        if value:
            where = f"  ({_origin(value, origins.get(field))})" if field in origins else ""
            yield Paragraph(say("{name}: {value}", name=name, value=value) + where)
    words = sum(_words(passage.span.of(article.text)) for passage in article.passages)
    passages = say_many("{n} passage", "{n} passages", len(article.passages))
    yield Paragraph(say("Length: {passages}, {words} words", passages=passages, words=words))
    for assumed in article.assumed:
        yield Paragraph(say("Assumed: {said}", said=problem_told(assumed)), "dim")
    for problem in dossier.problems:
        if problem.file == article.file:
            yield Paragraph(say("Problem: {said}", said=problem_told(problem.message)), "accent")


def _words(said: str) -> int:
    """How many words there are; a guillemet that stands alone is none."""
    return sum(any(map(str.isalnum, word)) for word in said.split())


def _origin(value: str | None, origin: Origin | None) -> str:
    """Where a particular was read, in a word or two."""
    if not value:
        return say("absent")
    match origin:
        case "text":
            return say("text")
        case "metadata":
            return say("metadata")
        case "by hand":
            return say("by hand")
        case None:
            return ""
