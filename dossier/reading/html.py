"""Saved web pages, through trafilatura: the article is told from what the site put around it.

What the page says of itself (JSON-LD, Open Graph) gives the particulars. A page in which no article
can be told from the rest is read whole, as text, and the reader is told.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape
from typing import Any

from dossier.article import Article
from dossier.language.folding import fold
from dossier.problems import Problem
from dossier.reading.authors import find_authors
from dossier.reading.html_lines import Element, Line, find_lines, read_tree
from dossier.reading.html_rest import plain, set_beside, with_furniture
from dossier.structure import Particulars, Piece, assemble_article
from dossier.structure.particulars import outlet_of

_LISTS = frozenset({"list", "item"})
_LINES = frozenset({"lb", "p", "head", "row", "cell", "div", "table"}) | _LISTS
"""Elements of trafilatura's tree that stand on lines of their own."""
LEAST_TITLE = 0.4
"""Share of a title that its headline makes at least; a shorter one is a section's name."""
LEAST_HEADLINE = 4
"""Words of a headline that takes the place of a title; fewer may name a section or the site."""
LONGEST_OUTLET = 80
"""Code points of a site's name; a longer one tells what the site offers."""
LEAST_NAMED = 4
"""Letters of a word of a site's name that its address has."""
_NO_OUTLET = re.compile(r"https?:|www\.|©|&copy;|copyright\b", re.IGNORECASE)
_DATES = {"extensive_search": False, "original_date": True}
"""Where a page's day is looked for: where pages say it, and not in any words that hold a number. Of
69 pages 59 right, 5 wrong, 5 absent; with the wider search 61, 8, 0: a copyright, a caption."""
LEAST = 200
"""Code points. Less than this is a teaser, not an article."""


def read_html(file: str, text: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article of a saved page, and what the reader should know; None when it has no words."""
    tree = read_tree(text)
    lines = list(find_lines(tree)) if tree is not None else []
    found = _extract(tree) if tree is not None else None
    pieces = list(_pieces(found.body)) if found is not None else []
    said = _particulars(found, tree, lines) if found is not None else Particulars()
    if found is not None and sum(len(piece.words) for piece in pieces) >= LEAST:
        page = set_beside(list(_with_headline(pieces, said.title)), lines, _summaries(tree))
        return with_furniture(assemble_article(file, page.article, said), page.around), ()
    if not lines:
        told = "This page has no words to read; it was left out."
        return None, (Problem(file, told, missed=True),)
    told = "No article could be told from the rest of this page; all of its words are shown."
    return assemble_article(file, (Piece(line.words) for line in lines), said), (
        Problem(file, told),
    )


def _extract(tree: Element) -> Any:  # trafilatura's Document has no types
    """What trafilatura finds in the page; None when nothing."""
    from trafilatura import bare_extraction  # takes a quarter of a second: not before it is needed

    try:
        return bare_extraction(
            tree, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None  # a tree that lxml cannot hold; the page is read as text


def _particulars(found: Any, tree: Element, lines: Sequence[Line]) -> Particulars:
    """What the page says of itself; ``found`` is trafilatura's Document."""
    outlet = found.sitename or None
    title = _line(found.title)
    if title:
        title = _shown_title(lines, title, outlet or "")
    if title and outlet:
        title = re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}\s*$", "", title) or title
    published, updated = _day(found.date), _updated(tree)
    authors, url = find_authors(tree, outlet), _address(_line(found.url), tree)
    return Particulars(
        title=title,
        outlet=_outlet(outlet, title, authors, url),
        byline=", ".join(authors) or None,
        published=published,
        updated=updated if updated and published and updated > published else None,
        url=url,
    )


def _outlet(
    said: str | None, title: str | None, authors: Sequence[str], url: str | None
) -> str | None:
    """The site's name as the page says it; None for what is another thing that it says instead.

    An address, a copyright, the title, a sentence that praises the site, or who wrote the article,
    unless the page's address names them too.
    """
    name = _line(unescape(said or ""))
    if not name or len(name) > LONGEST_OUTLET or _NO_OUTLET.match(name):
        return None
    bare = plain(name)
    if title and plain(title) in bare:
        return None
    site = plain(outlet_of(url) or "")
    named = any(len(word) >= LEAST_NAMED and word in site for word in map(plain, name.split()))
    return name if named or bare not in map(plain, authors) else None


def _address(found: str | None, tree: Element) -> str | None:
    """The page's address as the page writes it.

    What is found has lost what stands behind "?" without an equals sign: "spip.php?article8532".
    """
    said = [link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"]
    said += [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url"]
    bare = (found or "").partition("?")[0]
    whole = (_line(one) for one in said)
    return next((one for one in whole if found and one and one.partition("?")[0] == bare), found)


def _summaries(tree: Element) -> Iterator[str]:
    """What the page's head says the article is about."""
    for meta in tree.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower().endswith("description"):
            yield meta.get("content") or ""


def _updated(tree: Element) -> date | None:
    """The day of the last change, as the page's head gives it."""
    said = {meta.get("property"): meta.get("content") for meta in tree.iter("meta")}
    return _day(said.get("article:modified_time") or said.get("og:updated_time"))


def _shown_title(lines: Sequence[Line], title: str, outlet: str) -> str:
    """The title as the page's headline has it.

    What sites put around a title for search engines, and the apostrophes they flatten, stay out.
    A title that the page does not show gives way to the one headline that it does.
    """
    told = plain(title)
    shown = {plain(line.words): line.words for line in lines if line.within == "h1"}
    hearts = [words for bare, words in shown.items() if bare and bare in told]
    best = max(hearts, key=len, default="")
    if len(best) >= LEAST_TITLE * len(title):
        return best
    if len(shown) != 1 or hearts or any(told in plain(line.words) for line in lines):
        return title
    [(bare, words)] = shown.items()
    return words if len(words.split()) >= LEAST_HEADLINE and bare != plain(outlet) else title


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
                items = find_lines(element, _LISTS, gaps=_LINES)
                yield from (Piece(item.words, "item") for item in items)
            case "quote":
                yield from (Piece(line.words, "quote") for line in find_lines(element, _LINES))
            case "table":
                for row in element.iter("row"):
                    yield Piece(" | ".join(filter(None, map(_words, row.iter("cell")))))
            case _:
                yield from (Piece(words) for words in _lines(element))


def _words(element: Element) -> str:
    """The words of an element of the article's tree, on one line."""
    return " ".join(line.words for line in find_lines(element, _LINES))


def _lines(element: Element) -> Iterator[str]:
    """The lines of such an element; where trafilatura could not keep its parts, it keeps breaks."""
    for line in find_lines(element, _LINES):
        yield from "".join(line.parts).split("\n")


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
