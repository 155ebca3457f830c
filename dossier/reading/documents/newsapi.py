"""NewsAPI: an answer kept as JSON, one object a document, its text cut by the service."""

import json
import re
from collections.abc import Iterator, Mapping

from dossier.reading.documents.document import (
    Document,
    Parted,
    byline_of,
    day_of,
    lines_of,
    one_line,
    parted,
    url_of,
)

_LIST = re.compile(r'"articles"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_CUT = re.compile(r"\s*(\[\+\d+ chars\])\s*\Z")
"""How the service says that it cut a text."""
_PARTICULARS = ("title", "description", "content")


def part_newsapi(text: str) -> Parted | None:
    """The documents of an answer of NewsAPI; None for any other text."""
    opened = _LIST.search(text) if text.lstrip().startswith("{") else None
    if opened is None:
        return None
    found, end = _objects(text, opened.end())
    rest = text[end:]
    documents = [_document(one) for one in found]
    if not rest.lstrip().startswith("]"):
        documents.append(Document(told=tuple(lines_of(rest))))
    return parted("NewsAPI", documents)


def _objects(text: str, at: int) -> tuple[list[object], int]:
    """The values of a list, up to where it ends or breaks; and where that is."""
    decoder = json.JSONDecoder(strict=False)
    found: list[object] = []
    while True:
        at = max(at, between.end()) if (between := _BETWEEN.match(text, at)) else at
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return found, at
        found.append(value)


def _document(said: object) -> Document:
    if not isinstance(said, Mapping):
        return Document(told=tuple(lines_of(str(said))))
    source = said.get("source")
    outlet = source.get("name") if isinstance(source, Mapping) else source
    outlet = one_line(_words(outlet)) or None
    byline = byline_of([_words(said.get("author"))])
    cut = _CUT.search(_words(said.get("content")))
    content = _CUT.sub("", _words(said.get("content")))
    told = [f"content: {cut[1]}"] if cut else []
    told += (line for key, value in said.items() for line in _told(str(key), value))
    return Document(
        title=one_line(_words(said.get("title"))) or None,
        outlet=outlet,
        byline=byline if byline != outlet else None,
        published=day_of(_words(said.get("publishedAt"))),
        url=url_of(_words(said.get("url"))),
        body=(*lines_of(_words(said.get("description"))), *lines_of(content)),
        told=tuple(told),
    )


def _words(value: object) -> str:
    """A text of the answer; "" where there is none."""
    return value if isinstance(value, str) else ""


def _told(key: str, value: object) -> Iterator[str]:
    """What else an object says, a line each."""
    if isinstance(value, Mapping):
        for inner, words in value.items():
            yield from _told(f"{key}.{inner}", words)
    elif value is not None and not (key in _PARTICULARS and isinstance(value, str)):
        yield one_line(f"{key}: {value}")
