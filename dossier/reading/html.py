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
from dossier.structure import Particulars, Piece, assemble_article
from dossier.structure.byline import read_byline

Element = Any  # lxml's elements have no types
"""An element of the tree that trafilatura gives."""

_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "dd"}
)
"""Elements that stand on lines of their own."""
_LINE_BREAK = frozenset({"lb"})
_HIDDEN = frozenset({"script", "style", "noscript", "template", "head"})
"""Elements of a page whose words nobody sees."""
LEAST = 200
"""Code points. Less than this is a teaser, not an article."""


def read_html(file: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a saved page, and what the reader should know; None when it has no words."""
    found = _extract(text)
    pieces = list(_pieces(found.body)) if found is not None else []
    if found is not None and sum(len(piece.words) for piece in pieces) >= LEAST:
        said = _particulars(found)
        return assemble_article(file, _with_headline(pieces, said.title), said), ()
    pieces = [Piece(words) for words in _all_words(text)]
    if not pieces:
        return None, (Problem(file, "This page has no words to read; it was left out."),)
    told = "No article could be told from the rest of this page; all of its words are shown."
    said = _particulars(found) if found is not None else Particulars()
    return assemble_article(file, pieces, said), (Problem(file, told),)


def _extract(text: str) -> Any:  # trafilatura's Document has no types
    """What trafilatura finds in the page; None when nothing."""
    import trafilatura  # takes a quarter of a second: not before a page is met

    try:
        return trafilatura.bare_extraction(text, include_comments=False, with_metadata=True)
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None  # a tree that lxml cannot hold; the page is read as text


def _particulars(found: Any) -> Particulars:  # trafilatura's Document has no types
    """What the page says of itself."""
    outlet = found.sitename or None
    title = _line(found.title)
    if title and outlet:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}\s*$", "", title) or title
    return Particulars(
        title=title,
        outlet=_line(outlet),
        byline=_byline(found.author, outlet),
        published=_day(found.date),
        url=_line(found.url),
    )


def _byline(author: str | None, outlet: str | None) -> str | None:
    """Whom the page names as its authors; the outlet is not one of them."""
    names = [read_byline(name.strip()) for name in (author or "").split(";")]
    return ", ".join(name for name in names if name and name != outlet) or None


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
    from lxml import html  # loaded with trafilatura

    try:
        tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (ValueError, html.etree.ParserError):
        return
    yield from _lines(tree, _BREAKS, _HIDDEN)
