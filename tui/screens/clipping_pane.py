"""The list of clippings, and the whole of the one that is chosen."""

from collections.abc import Iterator
from itertools import islice

from rich.style import Style
from textual.strip import Strip

from dossier.article import Article
from dossier.clippings import Anchored, AnchorState
from dossier.dossier import Dossier
from tui.dates import long_date
from tui.glyphs import cut, visible
from tui.inks import BOLD
from tui.rendering import line
from tui.screens.grouped_pane import GroupedPane
from tui.typesetting import wrap
from tui.widgets.pane import Pane
from tui.widgets.row_pane import Parts
from tui.wording import say

MARKS: dict[AnchorState, str] = {"held": "◆", "moved": "◇", "lost": "✕"}
"""What stands before a clipping, so that its state does not rest on colour."""


def article_of(dossier: Dossier, file: str) -> Article | None:
    """The article of a file; None when the dossier has it no more."""
    return next((article for article in dossier.articles if article.file == file), None)


def particulars(article: Article) -> str:
    """Outlet, author and date, as far as they are known."""
    day = article.updated or article.published
    parts = (article.outlet, article.byline, long_date(day) if day else None)
    return " · ".join(part for part in parts if part)


def place_of(anchored: Anchored, article: Article | None) -> str:
    """Where in its article a clipping stands: "§ 4"; or why it stands nowhere."""
    if anchored.state == "lost":
        return say("lost: its words are not in the articles any more")
    passage = article.passage_at(anchored.span.start) if article and anchored.span else None
    number = f"§ {passage.number}" if passage else say("outside the passages")
    return f"{number} · {say('found again')}" if anchored.state == "moved" else number


class ClippingPane(GroupedPane[Anchored]):
    """Two lines a clipping: its words, and where it stands with its note."""

    def __init__(self, dossier: Dossier, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._dossier = dossier

    @property
    def row_height(self) -> int:
        """Words and place; words alone in a low pane."""
        return 2 if self.size.height >= 6 else 1

    def draw_row(self, row: Anchored, width: int) -> tuple[Parts, ...]:
        """The words, cut; under them the place and the note."""
        inks, clipping = self.inks, row.clipping
        mark = (MARKS[row.state] + " ", inks.clipping if row.state != "lost" else inks.dim)
        words = (cut(clipping.exact, width - 2), inks.text if row.state != "lost" else inks.dim)
        where = place_of(row, article_of(self._dossier, row.file))
        note = f" · {clipping.note}" if clipping.note else ""
        return (mark, words), (("  " + cut(where + note, width - 2), inks.dim),)

    def empty(self) -> str:
        """What to do when there are none."""
        return say("No clippings. Esc leaves; m clips the passage one reads.")


class ClippingDetail(Pane, can_focus=False):
    """The chosen clipping whole: its source, its words, its note, how it stands."""

    def __init__(self, dossier: Dossier, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._dossier = dossier
        self._standing: Anchored | None = None
        self._lines: list[Parts] = []

    def show(self, anchored: Anchored | None) -> None:
        """Show another clipping; None shows nothing."""
        self._standing = anchored
        self._set()

    def on_resize(self) -> None:
        """Set the lines for the new size."""
        self._set()

    def _set(self) -> None:
        width = max(1, min(82, self.size.width - 1) - 3)
        found = islice(self._said(self._standing, width), self.size.height + 1)
        self._lines = list(found) if self._standing else []
        if len(self._lines) > self.size.height:
            self._lines[self.size.height - 1 :] = [(("…", self.inks.dim),)]
        self.redraw()

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        parts = self._lines[y] if y < len(self._lines) else ()
        return line(self.size.width, (" ", self.inks.ground), *parts, fill=self.inks.ground)

    def _said(self, anchored: Anchored | None, width: int) -> Iterator[Parts]:
        """The lines, one after the other; a long clipping is set no further than is shown."""
        if anchored is None:
            return
        inks, clipping = self.inks, anchored.clipping
        article = article_of(self._dossier, anchored.file)
        yield from self._wrapped(
            article.name if article else clipping.file, width, "", inks.text + BOLD
        )
        about = particulars(article) if article else ""
        where = " · ".join(part for part in (about, place_of(anchored, article)) if part)
        yield from self._wrapped(where, width, "", inks.dim)
        if clipping.note:
            yield from self._wrapped(
                say("Note: {note}", note=clipping.note), width, "", inks.accent
            )
        yield ()
        yield from self._wrapped(clipping.exact, width, "▎ ", inks.text)

    def _wrapped(self, words: str, width: int, mark: str, style: Style) -> Iterator[Parts]:
        for start, end in wrap(words, 0, len(words), width):
            yield (mark, self.inks.clipping), (visible(words[start:end]), style)
