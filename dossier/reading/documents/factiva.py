"""Factiva: pages and XML, one element a document; pages come with codes or without."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from xml.etree import ElementTree as ET

from dossier.reading.documents.document import (
    Document,
    Parted,
    byline_of,
    day_of,
    is_copyright,
    lines_of,
    one_line,
    parted,
)
from dossier.reading.documents.shown import TAG, Shown, cut_at, shown_lines, words_of

_PAGE = re.compile(r"<div\b[^<>]*\bclass\s*=\s*[\"']?article\s+[a-z]{2,8}Article\b", re.IGNORECASE)
_NUMBER = re.compile(r"\w{5,12} [A-Za-z]{2,10}\d{6,}\w{2,}|\w{2,8} [A-Z]{2,10}\d{10,}\w+")
"""The line that closes a document: "Document GAZETT0020251203elc30001r"."""
_CODE = re.compile(r"[A-Z]{2,3}")
_BODY = frozenset({"LP", "TD"})
_WORDS = re.compile(r"\d[\d., \u00a0]* ?[^\W\d_]{3,12}")
"""How long it is: "664 Wörter"."""
_HOUR = re.compile(r"\d{1,2}[:.h]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?")


def part_factiva_page(text: str) -> Parted | None:
    """The documents of a page that Factiva made; None for any other text."""
    starts = [match.start() for match in _PAGE.finditer(text)]
    if not starts:
        return None
    before, pieces = cut_at(text, starts)
    read = [shown_lines(piece) for piece in pieces]
    last = read[-1]
    end = next((at for at, line in enumerate(last, 1) if _closes(line)), len(last))
    read[-1], after = last[:end], last[end:]
    around = [*words_of(shown_lines(before)), *words_of(after)]
    return parted("Factiva", map(_of_page, read), around)


def _closes(line: Shown) -> bool:
    return _NUMBER.fullmatch(line.words) is not None and "articleparagraph" not in line.names


def _of_page(lines: Sequence[Shown]) -> Document:
    rows = [(number, list(row)) for number, row in groupby(lines, attrgetter("row"))]
    coded = [(row[0].words, row[1:]) for number, row in rows if number and _is_coded(row)]
    if any(code == "HD" for code, _ in coded):
        return _coded(rows)
    return _uncoded(lines)


def _is_coded(row: Sequence[Shown]) -> bool:
    return "index" in row[0].names and _CODE.fullmatch(row[0].words) is not None


def _coded(rows: Iterable[tuple[int, list[Shown]]]) -> Document:
    """A document whose rows open with codes: HD its headline, PD its day."""
    said: dict[str, str] = {}
    body: list[str] = []
    told: list[str] = []
    for _, row in rows:
        code, values = (row[0].words, words_of(row[1:])) if _is_coded(row) else ("", words_of(row))
        said.setdefault(code, " ".join(values))
        if code in _BODY:
            body += values
            told.append(code)
        elif code == "HD":
            told.append(code)
        elif code:
            told += [one_line(f"{code} {value}") for value in values[:1] or [""]]
            told += values[1:]
        else:
            told += values
    return Document(
        title=said.get("HD") or None,
        outlet=said.get("SN") or None,
        byline=byline_of([said.get("BY", "")]),
        published=day_of(said.get("PD", "")),
        section=said.get("SE") or None,
        body=tuple(body),
        told=tuple(told),
    )


def _uncoded(lines: Sequence[Shown]) -> Document:
    """A document whose particulars are told by their order: headline, words, day, outlet."""
    titles = [line for line in lines if any(name.endswith("headline") for name in line.names)]
    body = [line for line in lines if "articleparagraph" in line.names and line not in titles]
    taken = {id(line) for line in (*titles, *body)}
    rest = [line.words for line in lines if id(line) not in taken]
    first = next((at for at, line in enumerate(lines) if id(line) in {id(t) for t in titles}), 0)
    above = words_of(lines[:first]) if titles else []
    head = rest[len(above) :]
    length = next((at for at, words in enumerate(head) if _WORDS.fullmatch(words)), 0)
    dated = next((at for at, words in enumerate(head) if at >= length and _is_dated(words)), -1)
    under = head[dated + 1 :] if dated >= 0 else []
    outlet = next((words for words in under if not _HOUR.fullmatch(words)), "")
    return Document(
        title=" ".join(words_of(titles)) or None,
        outlet=outlet or None,
        byline=byline_of(head[:length]),
        published=day_of(head[dated]) if dated >= 0 else None,
        section=" ".join(above) or None,
        body=tuple(words_of(body)),
        told=tuple(rest),
    )


def _is_dated(words: str) -> bool:
    return day_of(words) is not None and not is_copyright(words)


_XML = re.compile(r"<PPSResponse\b|<ppsarticle\b", re.IGNORECASE)
_OPEN = re.compile(r"<article\b[^<>]*>")
_CLOSE = "</article>"


def part_factiva_xml(text: str) -> Parted | None:
    """The documents of XML that Factiva made; None for any other text.

    Each is read alone: no entity can be declared in it, and what is broken in one stays there.
    """
    if not _XML.search(text[:5000]):
        return None
    starts = [match.start() for match in _OPEN.finditer(text)]
    if not starts:
        return parted("Factiva", ())
    before, pieces = cut_at(text, starts)
    around = lines_of(TAG.sub(" ", before.lstrip("\ufeff")))
    ends = [piece.find(_CLOSE) for piece in pieces]
    for piece, end in zip(pieces, ends, strict=True):
        if end >= 0:
            around += lines_of(TAG.sub(" ", piece[end + len(_CLOSE) :]))
    wholes = (
        piece if end < 0 else piece[: end + len(_CLOSE)]
        for piece, end in zip(pieces, ends, strict=True)
    )
    return parted("Factiva", map(_of_xml, wholes), around)


def _of_xml(piece: str) -> Document:
    """A document of XML; without anything known where it is broken."""
    try:
        article = ET.fromstring(piece)  # noqa: S314 - it holds no declaration
    except (ET.ParseError, ValueError):
        return Document(told=tuple(_stripped(piece)))
    said = {part.tag: _text(part) for part in reversed(article)}
    paragraphs = [
        words
        for part in article
        if part.tag in {"leadParagraph", "tailParagraphs"}
        for words in _paragraphs(part)
    ]
    date = article.find("publicationDate")
    return Document(
        title=said.get("headline") or None,
        outlet=said.get("sourceName") or None,
        byline=byline_of([said.get("byline", "")]),
        published=day_of(_text(date)) if date is not None else None,
        section=said.get("sectionName") or said.get("columnName") or None,
        body=tuple(paragraphs),
        told=tuple(_told(article)),
    )


def _stripped(piece: str) -> Iterator[str]:
    """The words of XML that is broken."""
    from html import unescape

    yield from lines_of(unescape(TAG.sub(" ", piece)))


def _text(part: ET.Element) -> str:
    return one_line("".join(part.itertext()))


_INDENTED = re.compile(r"\n[ \t]{2,}(?=\S)|\n\s*\n")
"""Where a paragraph begins in words that no element parts."""


def _paragraphs(part: ET.Element) -> Iterator[str]:
    """The paragraphs of a part: its elements, or what is indented in its words."""
    for loose in _INDENTED.split(part.text or ""):
        yield from filter(None, (one_line(loose),))
    for inner in part:
        yield from filter(None, (_text(inner), one_line(inner.tail)))


_SHOWN_ELSEWHERE = frozenset({"headline", "leadParagraph", "tailParagraphs"})


def _told(article: ET.Element) -> Iterator[str]:
    """The other parts of a document, a line each, with what they are called."""
    yield from lines_of(article.text or "")
    for part in article:
        if part.tag not in _SHOWN_ELSEWHERE and (words := _text(part)):
            yield f"{part.tag}: {words}"
        yield from lines_of(part.tail or "")
