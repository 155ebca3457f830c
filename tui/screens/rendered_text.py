"""A Markdown text as it will read once rendered: what its own parser makes of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.glyphs import visible
from tui.rendering import line
from tui.screens.detail_pane import Paragraph, ink_of
from tui.screens.paged_pane import PagedPane
from tui.typesetting import leaves, wrap
from tui.widgets.row_pane import Parts
from tui.wording import say

if TYPE_CHECKING:
    from markdown_it.token import Token

_LOOKED_AT = 60_000
"""Characters that are rendered: pages enough to see; a longer text goes on beside, as source."""


def rendered(markdown: str) -> Iterator[Paragraph]:
    """What a Markdown text reads as, paragraph by paragraph."""
    from markdown_it import MarkdownIt

    end = markdown.rfind("\n\n", 0, _LOOKED_AT) if len(markdown) > _LOOKED_AT else len(markdown)
    quoted, ink = 0, "text"
    for token in MarkdownIt("commonmark").parse(_without_front_matter(markdown[:end])):
        match token.type:
            case "blockquote_open":
                quoted += 1
            case "blockquote_close":
                quoted -= 1
                yield Paragraph("")
            case "heading_open":
                ink = "bold"
            case "heading_close":
                ink = "text"
                yield Paragraph("")
            case "inline":
                words = _words(token)
                plain = "dim" if words.startswith(("[^", "—")) else ink
                yield Paragraph(words, ink if quoted else plain, "▎ " * min(quoted, 1))
                if not quoted and ink == "text":
                    yield Paragraph("")
    if end < len(markdown):
        yield Paragraph(say("… and so on: the source shows all of it."), "dim")


def _without_front_matter(markdown: str) -> str:
    """The text without the YAML block above it, which is not shown."""
    if markdown.startswith("---\n") and (end := markdown.find("\n---\n", 3)) > 0:
        return markdown[end + 5 :]
    return markdown


def _words(token: "Token") -> str:
    """What an inline token reads as."""
    said = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(said.get(child.type, child.content) for child in token.children or [])


class RenderedText(PagedPane[Parts]):
    """Paragraphs to page through, right of a rule."""

    _paragraphs: tuple[Paragraph, ...] = ()

    def show(self, markdown: str) -> None:
        """Show another text, from its start."""
        self._paragraphs = tuple(rendered(markdown))
        self.restart()

    def lines(self, width: int) -> Iterator[Parts]:
        """Each row, with the mark of its paragraph."""
        for paragraph in self._paragraphs:
            words, ink = paragraph.words, ink_of(self.inks, paragraph.ink)
            mark = (paragraph.mark, self.inks.clipping)
            room = max(1, width - len(paragraph.mark))
            if not words:
                yield ()
            for part in words.split("\n") if words else ():
                for first, last in leaves(part, 0, len(part)):
                    for start, end in wrap(part, first, last, room):
                        yield mark, (visible(part[start:end]), ink)

    def draw(self, y: int) -> Strip:
        """The row ``y``."""
        parts, inks = self.row_at(y) or (), self.inks
        return line(self.size.width, ("│ ", inks.rule), *parts, fill=inks.ground)
