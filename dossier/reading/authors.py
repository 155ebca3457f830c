"""Whom a saved page names as its authors, in the words of the page.

Asked in this order, the first that names somebody: a label the page shows ("Auteur : X"), JSON-LD,
the line a page marks as its byline, the metadata of its head. A site that names itself in its
metadata names nobody; on a byline that one can read it does.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dossier.language.folding import fold
from dossier.structure.byline import read_byline
from dossier.structure.dates import part_date

Element = Any  # lxml's elements have no types
"""An element of a page."""

_METAS = ("parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author")
_LAST_METAS = ("author", "byl")
_MARKED = re.compile(
    r"(?:^|[-_])(?:by-?lines?|authors?|auteurs?|autor(?:e|es|en)?|contributors?|signature)"
    r"(?:[-_]?names?|[-_]?links?)?$",
    re.IGNORECASE,
)
"""The last words of the class of an element that holds a byline."""
_LABEL = re.compile(
    r"(?:auteurs?|authors?|autor(?:e|es|en)?)(?:\(s\))?\s?(?::\s?(?P<name>.*)|)", re.IGNORECASE
)
_LEAD = re.compile(
    r"(?:(?:texte|article|propos recueillis|авторы?|текст)\s*:?\s+)?"
    r"(?:(?:par|by|von|por|de|di|door|авторы?)\b[\s:]+)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[|•·]|, ?(?:le )?\d| [-–—] |\b(?:publié|posté|mis à jour|published|updated|le \d)).*",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"^(?:photos?|foto|фото|crédits?|image)\b|https?:|www\.|@|[<>{}=]|\d{2}"
    r"|\.(?:com|org|net|info|[a-z]{2})\b",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"aside", "footer", "nav", "form", "script", "style", "select", "noscript"})
_OTHERS = re.compile(
    r"related|teaser|snippet|card|comment|sidebar|recommend|popular|most-|footer|menu|bio\b",
    re.IGNORECASE,
)
_LINES = ("p", "div", "br", "li", "dd", "table")
"""Elements that begin a line; a label has none in it."""
_SEVERAL = re.compile(r"\s*(?:;|,|&|\bet\b|\band\b|\bund\b|\by\b)\s+")
_TWICE = re.compile(r"\A(\S+ \S.*) \1\Z")
"""A name that is said again, as beside its own picture."""
LONGEST = 60
"""Code points of a name."""


def find_authors(tree: Element, outlet: str | None) -> tuple[str, ...]:
    """The names of a page's authors, each once; none where it names none."""
    ways: tuple[Iterable[str], ...] = (
        _labelled(tree),
        _not_the_site(_from_json(tree), tree, outlet),
        _shown(tree),
        _not_the_site(_from_metas(tree, _METAS), tree, outlet),
        _not_the_site(_from_metas(tree, _LAST_METAS), tree, outlet),
    )
    for way in ways:
        if names := tuple(dict.fromkeys(filter(None, map(_name, way)))):
            return names
    return ()


def _name(words: str) -> str | None:
    """The name that words are, without "by" and the date after it; None when they are no name."""
    name = _TAIL.sub("", _LEAD.sub("", " ".join(words.split()), count=1))
    name = re.sub(r"(?<=\w{4})\.$", "", (read_byline(name) or "").strip(" ,;:|"))
    if not 2 <= len(name) <= LONGEST or len(name.split()) > 7 or _NO_NAME.search(name):
        return None
    if name.count("(") != name.count(")") or _LABEL.fullmatch(name):
        return None
    name = _TWICE.sub(r"\1", name)
    return name if name[:1].upper() == name[:1] and any(map(str.isalpha, name)) else None


def _not_the_site(names: Iterable[str], tree: Element, outlet: str | None) -> Iterator[str]:
    """The names that are not the outlet's own."""
    own = {_bare(name) for name in (outlet, *_from_metas(tree, ("og:site_name", "publisher")))}
    for publisher in _publishers(tree):
        own.add(_bare(publisher))
    yield from (name for name in names if _bare(name) not in own)


def _bare(name: str | None) -> str:
    """A name by its letters alone."""
    return re.sub(r"\W", "", fold(name or ""))


def _labelled(tree: Element) -> Iterator[str]:
    """What stands beside a label that says "author"."""
    main = _main(tree)
    for element in tree.iter("dt", "th", "div", "span", "strong", "b", "p"):
        label = _LABEL.fullmatch(_short_words(element))
        if label is None or not _ours(element, main):
            continue
        if next(element.iterdescendants(*_LINES), None) is not None:
            continue
        if label["name"]:
            yield from _SEVERAL.split(part_date(label["name"])[0])
            return
        following = element.getnext()
        if following is not None and _short_words(following) and not _is_label(following):
            yield from _names_in(following)
            return


def _is_label(element: Element) -> bool:
    return _LABEL.fullmatch(_short_words(element)) is not None


def _shown(tree: Element) -> Iterator[str]:
    """The names on the first byline that the page marks as one, after its headline if it can be."""
    main = _main(tree)
    marked = [element for element in tree.iter() if _is_marked(element) and _ours(element, main)]
    after = _after_headline(tree, marked)
    for element in (*after, *marked):
        if names := [name for name in _names_in(element) if _name(name)]:
            yield from names
            return


def _after_headline(tree: Element, marked: list[Element]) -> list[Element]:
    """The elements that follow the page's first headline, in its order."""
    wanted, seen, found = set(marked), False, []
    for element in tree.iter():
        seen = seen or element.tag == "h1"
        if seen and element in wanted:
            found.append(element)
    return found


def _is_marked(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in {"body", "html", "meta", "link"}:
        return False
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") == "author":
        return True
    return any(map(_MARKED.search, (element.get("class") or "").split()))


def _main(tree: Element) -> frozenset[Element]:
    """The page's first headline and what it stands in."""
    headline = next(tree.iter("h1"), None)
    return frozenset() if headline is None else frozenset((headline, *headline.iterancestors()))


def _ours(element: Element, main: frozenset[Element]) -> bool:
    """Whether an element is the article's: in no menu, and not of another article's summary."""
    for outer in (element, *element.iterancestors()):
        if outer in main:
            return True
        if outer.tag in _ELSEWHERE or outer.tag in {"li", "ul"}:
            return False
        said = f"{outer.get('class') or ''} {outer.get('id') or ''}"
        if outer.tag not in {"body", "html"} and _OTHERS.search(said):
            return False
    return True


def _names_in(element: Element) -> list[str]:
    """The names in an element: its links', those marked as a name, or its own words."""
    if not _short_words(element):
        return []
    parts = [part for part in element.iter("a") if _short_words(part)]
    parts = parts or [p for p in element.iter() if p.get("itemprop") == "name"]
    named = [words for part in parts if _name(words := _short_words(part))]
    said, _ = part_date(_short_words(element))
    return named or [name for name in _SEVERAL.split(said) if name]


def _short_words(element: Element) -> str:
    """The words of an element; empty when there are too many for names."""
    words: list[str] = []
    for piece in element.itertext(with_tail=False):
        words.append(piece)
        if len(words) > 40:
            return ""
    said = " ".join(" ".join(words).split())
    return said if len(said) <= 3 * LONGEST else ""


def _from_metas(tree: Element, names: tuple[str, ...]) -> Iterator[str]:
    """What the head says under these names, the first that says something."""
    for wanted in names:
        said = [
            content
            for meta in tree.iter("meta")
            if (meta.get("name") or meta.get("property") or "").lower() == wanted
            and (content := (meta.get("content") or "").strip())
        ]
        if said:
            yield from (name for one in said for name in re.split(r"\s*[;,]\s*", one))
            return


def _from_json(tree: Element) -> Iterator[str]:
    """The persons (then bodies) that JSON-LD gives as authors of an article."""
    nodes = list(_nodes(tree))
    by_id = {str(node.get("@id")): node for node in nodes if "name" in node}
    for node in nodes:
        if any("article" in kind or "posting" in kind for kind in _kinds(node)):
            names = list(_persons(node.get("author") or node.get("creator"), by_id))
            if names:
                yield from names
                return


def _persons(said: object, by_id: dict[str, dict[str, object]]) -> Iterator[str]:
    if isinstance(said, list):
        for one in said[:40]:
            if not isinstance(one, list):
                yield from _persons(one, by_id)
    elif isinstance(said, str):
        yield from _SEVERAL.split(said)
    elif isinstance(said, dict):
        name = said.get("name") or by_id.get(str(said.get("@id")), {}).get("name")
        for one in name if isinstance(name, list) else [name]:
            if isinstance(one, str):
                yield from _SEVERAL.split(one)


def _publishers(tree: Element) -> Iterator[str]:
    for node in _nodes(tree):
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            yield str(publisher["name"])


def _nodes(tree: Element) -> Iterator[dict[str, object]]:
    """The things that a page's JSON-LD speaks of, whatever list or graph they stand in."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            open_ = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while open_:
            node = open_.pop(0)
            if isinstance(node, list):
                open_ += node
            elif isinstance(node, dict):
                yield node
                open_ += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _kinds(node: dict[str, object]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
