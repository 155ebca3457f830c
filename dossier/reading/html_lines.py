"""A page as a tree, and the lines of words that a tree shows.

What a browser shows as words of a sentence stays in the sentence; what it shows on a line of its
own is a line of its own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Element = Any  # lxml's elements have no types
"""An element of a page, or of the tree that trafilatura gives."""

PAGE_BREAKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
    }
    | {"dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "legend", "li", "main", "menu", "nav", "ol", "p"}
    | {"pre", "section", "summary", "table", "td", "th", "tr", "ul"}
)
"""Elements of a page that stand on lines of their own."""
HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "title", "desc", "metadata", "annotation", "select"}
    | {"datalist", "textarea", "iframe", "canvas", "audio", "video", "rp", "rt"}
)
"""Elements of a page whose words nobody sees, or that say again how a word is pronounced."""
AROUND = frozenset({"nav", "aside", "footer"})
"""Elements that hold what stands around an article."""
_TELLING = AROUND | {"h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "time"}
_CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]))(?:;|(?![\da-f]))",
    re.IGNORECASE,
)
"""A control character by its number: nothing to read, and lxml takes none that is changed."""
DEEP = 200
"""Elements in one another from which a page is read by a parser that goes deeper: the usual one
drops what stands in 256, and all that comes after it."""
_TAG = re.compile(r"<(?P<closes>/?)(?P<name>[a-zA-Z][\w:-]*)")
_MARKUP = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)
"""Elements that nothing closes."""
_OF_THE_HEAD = frozenset({"title", "meta", "link", "base", "script", "style", "noscript"})
_AMID_WORDS = ("time", "button", "label", "output", "math", "legend", "noindex")
"""Elements that trafilatura takes out with their words, wherever they stand."""
_OF_WORDS = frozenset(
    {"p", "li", "dd", "dt", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"a", "b", "strong", "i", "em", "span", "font", "small"}
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that a tree shows."""

    parts: tuple[str, ...]
    """Its words, cut where an element begins or ends."""
    within: str = ""
    """The heading, "figcaption" or "time" all of it stands in; one of AROUND before these."""

    @property
    def words(self) -> str:
        """Its words, one space between them."""
        return " ".join("".join(self.parts).split())


def read_tree(text: str) -> Element | None:
    """The page as a tree; None when it cannot be one."""
    from lxml import etree, html  # type: ignore[import-untyped]  # has no types
    from trafilatura import load_html  # takes a quarter of a second: not before a page is met

    text = _CONTROL.sub("", text)
    try:
        tree = _deep_tree(text) if _depth(text) > DEEP else load_html(text)
        if tree is None:
            tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text))
    except (ValueError, etree.ParserError):
        return None
    page = _whole(tree)
    _join_sentences(page)
    return page


def _depth(text: str) -> int:
    """How deep elements stand in one another at most, those that nobody closed counted as open."""
    depth = deepest = 0
    for tag in _TAG.finditer(text):
        if tag["name"].lower() not in _EMPTY:
            depth = max(0, depth + (-1 if tag["closes"] else 1))
            deepest = max(deepest, depth)
    return deepest


def _deep_tree(text: str) -> Element:
    """The tree of a page that the usual parser reads no further than a depth.

    Where it is deeper than any parser goes, its lines without the elements: their words are all
    that is left of it.
    """
    from lxml import html

    safe = re.sub(r"^\s*<\?xml[^>]*>", "", text)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    tree = html.document_fromstring(safe, parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        lines = _MARKUP.sub("\n", _UNSEEN.sub("\n", safe)).split("\n")
        flat = "".join(f"<p>{line}</p>" for line in lines if line.strip())
        return html.document_fromstring(f"<html><body>{flat}</body></html>")
    return tree


def _whole(tree: Element) -> Element:
    """The tree with a body that holds all it shows: the parser leaves some of it in the head."""
    page = tree if tree.tag == "html" else tree.makeelement("html")
    head, body = page.find("head"), page.find("body")
    if body is None:
        body = page.makeelement("body")
        page.append(body)
    if page is not tree:
        body.append(tree)
    shown = [node for node in head if node.tag not in _OF_THE_HEAD] if head is not None else []
    for at, node in enumerate(shown):
        body.insert(at, node)
    return page


def _join_sentences(tree: Element) -> None:
    """Make mere words of what stands amid the words of a sentence: a date, a label."""
    for node in list(tree.iter(*_AMID_WORDS)):
        outer = node.getparent()
        if outer is not None and outer.tag in _OF_WORDS and _own_words(outer):
            for hidden in list(node.iter("annotation")):
                hidden.drop_tree()
            node.drop_tag()


def _own_words(element: Element) -> bool:
    """Whether an element has words that stand in none of the elements in it."""
    return any((words or "").strip() for words in (element.text, *(node.tail for node in element)))


def find_lines(
    element: Element,
    breaks: frozenset[str] = PAGE_BREAKS,
    gaps: frozenset[str] = frozenset(),
) -> Iterator[Line]:
    """The lines of an element that have words, cut where elements of these names begin and end.

    Where those of ``gaps`` do, words stand apart on one line.
    """
    from lxml import etree

    parts: list[tuple[str, str]] = []
    open_: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if node.tag in breaks:
            yield from _line(parts)
            parts = []
        elif node.tag in gaps:
            parts.append((" ", ""))
        if event == "end":
            if node.tag in _TELLING:
                open_.pop()
            parts.append(((node.tail if node is not element else "") or "", _within(open_)))
        elif node.tag in HIDDEN or not isinstance(node.tag, str):
            walk.skip_subtree()
        else:
            if node.tag in _TELLING:
                open_.append(node.tag)
            parts.append((node.text or "", _within(open_)))
    yield from _line(parts)


def _within(open_: list[str]) -> str:
    """What tells of a word's part in the page, of the elements that it stands in."""
    return next((tag for tag in open_ if tag in AROUND), open_[-1] if open_ else "")


def _line(parts: list[tuple[str, str]]) -> Iterator[Line]:
    """The line that parts are, each with what it stands in; none when it has no words."""
    within = {tag for words, tag in parts if words.strip()}
    if within:
        alone = within.pop() if len(within) == 1 else ""
        yield Line(tuple(words for words, _ in parts), alone)
