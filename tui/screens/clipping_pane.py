"""The list of clippings, and the whole of the one that is chosen."""

from collections.abc import Iterator

from dossier.article import Article
from dossier.clippings import Anchored, AnchorState
from dossier.dossier import Dossier
from tui.commands import keys_now
from tui.dates import dated
from tui.glyphs import cut
from tui.screens.detail_pane import Paragraph
from tui.screens.grouped_pane import GroupedPane
from tui.widgets.row_pane import Parts
from tui.widgets.source_pane import where_and_when
from tui.wording import say

MARKS: dict[AnchorState, str] = {"held": "◆", "moved": "◇", "lost": "✕"}
"""What stands before a clipping, so that its state does not rest on colour."""


def article_of(dossier: Dossier, file: str) -> Article | None:
    """The article of a file; None when the dossier has it no more."""
    return dossier.article(file) if dossier.has(file) else None


def particulars(article: Article) -> str:
    """Outlet, author and date, as far as they are known."""
    return " · ".join(part for part in (article.outlet, article.byline, dated(article)) if part)


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
    def by_source(self) -> bool:
        """Whether the headings say whose words these are; otherwise each row does."""
        return True

    @property
    def row_height(self) -> int:
        """Words and place; words alone in a low pane."""
        return 2 if self.size.height >= 6 else 1

    def draw_row(self, row: Anchored, width: int) -> tuple[Parts, ...]:
        """The words, cut; under them the place and the note."""
        inks, clipping = self.inks, row.clipping
        mark = (MARKS[row.state] + " ", inks.clipping if row.state != "lost" else inks.dim)
        words = (cut(clipping.exact, width - 2), inks.text if row.state != "lost" else inks.dim)
        article = article_of(self._dossier, row.file)
        where = place_of(row, article)
        if article is not None and not self.by_source:
            where += f" · {where_and_when(article, width // 2)}"
        note = f" · {' '.join(clipping.note.split())}" if clipping.note else ""
        tags = "".join(f" #{tag}" for tag in clipping.tags)
        return (mark, words), (("  " + cut(where + tags + note, width - 2), inks.dim),)

    def empty(self) -> str:
        """What to do when there are none."""
        leaves, clips = keys_now(self.app, "escape", "clip")
        return say(
            "No clippings. {escape} leaves; {clip} clips the passage one reads.",
            escape=leaves,
            clip=clips,
        )


def whole_of(dossier: Dossier, anchored: Anchored) -> Iterator[Paragraph]:
    """A clipping whole: its source, how it stands, its note, its words."""
    clipping, article = anchored.clipping, article_of(dossier, anchored.file)
    about = particulars(article) if article else ""
    yield Paragraph(article.name if article else clipping.file, "bold")
    yield Paragraph(" · ".join(p for p in (about, place_of(anchored, article)) if p), "dim")
    if clipping.tags:
        yield Paragraph(" ".join(f"#{tag}" for tag in clipping.tags), "accent")
    if clipping.note:
        yield Paragraph(say("Note: {note}", note=clipping.note), "accent")
    yield Paragraph("")
    yield Paragraph(clipping.exact, mark="▎ ")
