"""Saved web pages, through trafilatura: the article is told from what the site put around it.

What the page says of itself (JSON-LD, Open Graph) gives the particulars. A page in which no article
can be told from the rest is read whole, as text, and the reader is told.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from dossier.article import Article
from dossier.language.folding import fold
from dossier.problems import Problem
from dossier.reading.authors import find_authors
from dossier.structure import Particulars, Piece, assemble_article

Element = Any  # lxml's elements have no types
"""An element of the tree that trafilatura gives."""

_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "dd"}
)
"""Elements that stand on lines of their own."""
_LINE_BREAK = frozenset({"lb"})
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head"})
"""Elements of a page whose words nobody sees."""
LEAST_TITLE = 0.4
"""Share of a title that its headline makes at least; a shorter one is a section's name."""
LEAST = 200
"""Code points. Less than this is a teaser, not an article."""


def read_html(file: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a saved page, and what the reader should know; None when it has no words."""
    found = _extract(text)
    pieces = list(_pieces(found.body)) if found is not None else []
    if found is not None and sum(len(piece.words) for piece in pieces) >= LEAST:
        said = _particulars(found, _tree(text))
        return assemble_article(file, _with_headline(pieces, said.title), said), ()
    pieces = [Piece(words) for words in _all_words(text)]
    if not pieces:
        return None, (Problem(file, "This page has no words to read; it was left out."),)
    told = "No article could be told from the rest of this page; all of its words are shown."
    said = _particulars(found, _tree(text)) if found is not None else Particulars()
    return assemble_article(file, pieces, said), (Problem(file, told),)


def _extract(text: str) -> Any:  # trafilatura's Document has no types
    """What trafilatura finds in the page; None when nothing."""
    import trafilatura  # takes a quarter of a second: not before a page is met

    try:
        return trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None  # a tree that lxml cannot hold; the page is read as text


def _particulars(found: Any, tree: Element | None) -> Particulars:  # Any: trafilatura's Document
    """What the page says of itself."""
    outlet = found.sitename or None
    title = _line(found.title)
    if title and tree is not None:
        title = _shown_title(tree, title)
    if title and outlet:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}\s*$", "", title) or title
    return Particulars(
        title=title,
        outlet=_line(outlet),
        byline=", ".join(find_authors(tree, outlet)) or None if tree is not None else None,
        published=_day(found.date),
        url=_line(found.url),
    )


def _shown_title(tree: Element, title: str) -> str:
    """The title as the page's headline has it, when that is the title or the heart of it.

    What sites put around a title for search engines, and the apostrophes they flatten, stay out.
    """
    told = _plain(title)
    shown = [words for element in tree.iter("h1") if (words := _words(element))]
    hearts = [words for words in shown if (plain := _plain(words)) and plain in told]
    best = max(hearts, key=len, default="")
    return best if len(best) >= LEAST_TITLE * len(title) else title


def _plain(words: str) -> str:
    """Words by their letters and figures alone."""
    return re.sub(r"\W+", "", fold(words))


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def _pieces(body: Element) -> Iterator[Piece]:
    """The parts of the article's tree, in order."""
    for element in body:
        match element.tag:
            case "head":
                top = element.get("rend") == "h1"
                yield Piece(_words(element), "headline" if top else "heading")
            case "list":
                for item in element.iter("item"):
                    yield Piece(_words(item), "item")
            case "quote":
                yield from (Piece(words, "quote") for words in _lines(element))
            case "table":
                for row in element.iter("row"):
                    yield Piece(" | ".join(filter(None, map(_words, row.iter("cell")))))
            case "graphic":
                yield Piece(element.get("alt") or element.get("title") or "", "caption")
            case _:
                yield from (Piece(words) for words in _lines(element))


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _lines(
    element: Element, breaks: frozenset[str] = _LINE_BREAK, hidden: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The words of an element, cut where elements of these names begin and end."""
    from lxml import etree  # type: ignore[import-untyped]  # has no types; loaded with trafilatura

    words = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        words.append("\n" if node.tag in breaks else "")
        if event == "end":
            words.append((node.tail if node is not element else "") or "")
        elif node.tag in hidden or not isinstance(node.tag, str):
            walk.skip_subtree()
        else:
            words.append(node.text or "")
    yield from (line for line in "".join(words).split("\n") if line.strip())


def _with_headline(pieces: list[Piece], title: str | None) -> Iterator[Piece]:
    """The pieces under the headline: the page's title, which is not said again."""
    heads = [piece for piece in pieces if piece.kind == "headline"]
    headline = title or (heads[0].words if heads else None)
    if headline:
        yield Piece(headline, "headline")
    for piece in pieces:
        if piece.kind not in {"headline", "heading"}:
            yield piece
        elif not (headline and fold(piece.words) == fold(headline)):
            yield Piece(piece.words, "heading")


def _all_words(text: str) -> Iterator[str]:
    """Every line a page shows, without its scripts."""
    if (tree := _tree(text)) is not None:
        yield from _lines(tree, _BREAKS, _HIDDEN)


def _tree(text: str) -> Element | None:
    """The page as a tree; None when it cannot be one."""
    from lxml import html  # loaded with trafilatura

    try:
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (ValueError, html.etree.ParserError):
        return None
