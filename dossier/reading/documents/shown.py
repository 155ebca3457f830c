"""What a piece of a page shows: its lines, each with the elements it stands in.

A page that holds thousands of documents is cut first and read a piece at a time: an element that
is left open in one of them is then no matter for the next.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Any

from dossier.reading.html_lines import HIDDEN, PAGE_BREAKS, Element

TAG = re.compile(r"<[^<>]*>")
_FIELDS = frozenset({"div", "table"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of a page."""

    words: str
    names: frozenset[str]
    """The elements it stands in, and their classes and ids, in lower case."""
    field: int = 0
    """The number of the outermost division or table it stands in; 0 for none."""
    row: int = 0
    """The number of the innermost row of a table; 0 for none."""
    before: str = ""
    """The element at which it ends, as "br" or "p"."""


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open."""

    tag: str
    names: frozenset[str]
    number: int


def shown_lines(page: str) -> list[Shown]:
    """The lines that a page, or a piece of one, shows."""
    from lxml import html  # type: ignore[import-untyped]  # has no types

    if "<" not in page and "&" not in page:
        return _loose(page)
    safe = page.replace("\0", "\N{REPLACEMENT CHARACTER}")
    parser = _parser()
    tree = html.document_fromstring(f"<html><body>{safe}</body></html>", parser=parser)
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return _loose(unescape(TAG.sub("\n", safe)))  # deeper than it reads
    return list(_walked(tree))


def _loose(text: str) -> list[Shown]:
    """The lines of a text that no element holds."""
    return [Shown(words, frozenset()) for line in text.split("\n") if (words := _bare(line))]


@lru_cache(maxsize=1)
def _parser() -> Any:  # lxml's parsers have no types
    from lxml import html

    return html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)


def _walked(tree: Element) -> Iterator[Shown]:
    from lxml import etree

    open_: list[_Open] = []
    parts: list[tuple[str, tuple[_Open, ...]]] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for number, (event, node) in enumerate(walk, 1):
        if node.tag in PAGE_BREAKS:
            yield from _line(parts, node.tag)
            parts = []
        if event == "end":
            open_.pop()
            if node.tail:
                parts.append((node.tail, tuple(open_)))
            continue
        open_.append(_opened(node, number))
        if node.tag in HIDDEN or not isinstance(node.tag, str):
            walk.skip_subtree()
        elif node.text:
            parts.append((node.text, tuple(open_)))
    yield from _line(parts, "")


def _opened(node: Element, number: int) -> _Open:
    """An element as it is remembered while it is open."""
    named = f"{node.tag} {node.get('class') or ''} {node.get('id') or ''}"
    return _Open(str(node.tag), frozenset(named.lower().split()), number)


def _line(parts: Sequence[tuple[str, tuple[_Open, ...]]], before: str) -> Iterator[Shown]:
    """The line that parts make, if they have words."""
    words = _bare("".join(part for part, _ in parts))
    if not words:
        return
    paths = [path for part, path in parts if part.strip()]
    names = frozenset(name for path in paths for one in path for name in one.names)
    field = next((one.number for one in paths[0] if one.tag in _FIELDS), 0)
    row = next((one.number for one in reversed(paths[0]) if one.tag == "tr"), 0)
    yield Shown(words, names, field, row, before)


def _bare(words: str) -> str:
    return " ".join(words.split())


def words_of(lines: Sequence[Shown]) -> list[str]:
    """The words of lines."""
    return [line.words for line in lines]


def cut_at(text: str, starts: Sequence[int]) -> tuple[str, list[str]]:
    """What stands before the first of the places, and the pieces from each of them to the next."""
    ends = [*starts[1:], len(text)]
    return text[: starts[0]], [text[a:b] for a, b in zip(starts, ends, strict=True)]
