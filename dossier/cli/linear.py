"""``show --plain``: the articles read from first to last, for a screen reader or a printer."""

from collections.abc import Iterator

from dossier.article import Article, Block
from dossier.cli.listing import article_lines, counted
from dossier.dossier import Dossier

_SAID = {
    "heading": "Heading: ",
    "caption": "Caption: ",
    "reference": "Source: ",
    "quote": "Quote: ",
}
"""What a voice says before a block that the eye would know by its look."""

_IN_THE_HEAD = frozenset({"headline", "byline", "date"})
"""Blocks that the lines above the text have said already."""


def linear_lines(dossier: Dossier, *, furniture: bool) -> Iterator[str]:
    """Every article's lines, a blank one between blocks; furniture is counted, or read if asked."""
    for number, article in enumerate(dossier.articles, 1):
        yield f"Article {number} of {len(dossier.articles)}"
        yield from article_lines(article)
        yield ""
        for block in article.blocks:
            if block.kind not in _IN_THE_HEAD and (furniture or block.kind != "furniture"):
                yield _read(article, block)
                yield ""
        folded = sum(block.kind == "furniture" for block in article.blocks)
        if folded and not furniture:
            yield f"({counted(folded, 'block')} of furniture left out; --furniture reads them.)"
            yield ""


def _read(article: Article, block: Block) -> str:
    """A block on one line, with its passage's number."""
    passage = article.passage_at(block.span.start)
    number = f"§ {passage.number}. " if passage else ""
    words = " ".join(block.span.of(article.text).split())
    return f"{number}{_SAID.get(block.kind, '')}{words}"
