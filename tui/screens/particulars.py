"""About an article: what is known of it, and where each thing was read."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from dossier.article import Article, Origin
from dossier.dossier import Dossier
from tui.commands import bindings
from tui.dates import long_date
from tui.screens.chrome import HEIGHTS
from tui.screens.detail_pane import DetailPane, Paragraph
from tui.widgets.bottom_line import HintLine
from tui.widgets.title_line import TitleLine
from tui.wording import say, say_many


class ParticularsScreen(Screen[None]):
    """Title, outlet, author, dates, address, language; length; what was not understood."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("escape", "enter", "particulars")
    CSS = """
    ParticularsScreen.-low TitleLine, ParticularsScreen.-low HintLine { display: none; }
    """
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, dossier: Dossier, article: Article) -> None:
        super().__init__()
        self._dossier = dossier
        self._article = article

    def compose(self) -> ComposeResult:
        """Title, the particulars, the keys."""
        yield TitleLine()
        yield DetailPane(id="particulars")
        yield HintLine()

    def on_mount(self) -> None:
        """Show them."""
        self.query_one(TitleLine).tell(say("About this article"), self._article.file, "")
        self.query_one(DetailPane).show(particulars_of(self._dossier, self._article))
        self.query_one(HintLine).hint([("Esc", say("close"))])

    def action_escape(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_enter(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_particulars(self) -> None:
        """Close: the key that opened it."""
        self.dismiss(None)


def particulars_of(dossier: Dossier, article: Article) -> Iterator[Paragraph]:
    """What is known of an article, each with where it was read; then what is not known."""
    yield Paragraph(article.name, "bold")
    if not article.title:
        yield Paragraph(say("no headline: these are its first words"), "dim")
    yield Paragraph("")
    origins = dict(article.origins)
    missing = []
    for field, name, value in _known(article):
        if value:
            where = f"  ({_origin(origins[field])})" if field in origins else ""
            yield Paragraph(say("{name}: {value}", name=name, value=value) + where)
        else:
            missing.append(name)
    words = sum(_words(passage.span.of(article.text)) for passage in article.passages)
    passages = say_many("{n} passage", "{n} passages", len(article.passages))
    yield Paragraph(say("Length: {passages}, {words} words", passages=passages, words=words))
    if missing:
        yield Paragraph(say("Not known: {names}", names=", ".join(missing)), "dim")
    for problem in dossier.problems:
        if problem.file == article.file:
            yield Paragraph(say("Problem: {said}", said=problem.message), "accent")


def _known(article: Article) -> Iterator[tuple[str, str, str | None]]:
    """The field, what it is called, what it says."""
    published, updated = article.published, article.updated
    yield "outlet", say("Outlet"), article.outlet
    yield "byline", say("Author"), article.byline
    yield "published", say("Published"), long_date(published) if published else None
    yield "updated", say("Updated"), long_date(updated) if updated else None
    yield "language", say("Language"), article.language
    yield "url", say("Address"), article.url


def _words(said: str) -> int:
    """How many words there are; a guillemet that stands alone is none."""
    return sum(any(map(str.isalnum, word)) for word in said.split())


def _origin(origin: Origin) -> str:
    match origin:
        case "text":
            return say("read in the text")
        case "metadata":
            return say("read in the file's metadata")
        case "by hand":
            return say("said in dossier.toml")
