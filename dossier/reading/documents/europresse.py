"""Europresse (and Eureka): a page with one ``article`` a document, or before 2014 one table."""

import re
from collections.abc import Sequence

from dossier.reading.documents.document import (
    Document,
    Parted,
    byline_of,
    day_of,
    is_copyright,
    parted,
)
from dossier.reading.documents.shown import Shown, cut_at, shown_lines, words_of

_SIGN = re.compile(r"DocPublicationName", re.IGNORECASE)
_NEW = re.compile(r"<article\b", re.IGNORECASE)
_NEW_END = re.compile(r"</article\s*>", re.IGNORECASE)
_OLD = re.compile(r"<span\b[^<>]*\bDocPublicationName\b", re.IGNORECASE)
_ISSUE = re.compile(r"\s*,\s*(?:no|n[°º]|nr|num)\.?\s*\d.*", re.IGNORECASE)
_NUMBER = re.compile(r"\b[a-z]{3,8}·\d{8}·\S+")
"""The number of a document: "news·20060315·LM·0q1503_1256056"."""
_TEXT = frozenset({"section", "doctext", "dococurrcontainer"})
LONGEST_BYLINE = 120
"""Code points of a line above the text that names who wrote it."""


def part_europresse(text: str) -> Parted | None:
    """The documents of a page that Europresse made; None for any other text."""
    if not _SIGN.search(text):
        return None
    if starts := [match.start() for match in _NEW.finditer(text)]:
        before, pieces = cut_at(text, starts)
        *inner, last = pieces
        end = _NEW_END.search(last)
        after = last[end.end() :] if end else ""
        whole = [*inner, last[: end.end()] if end else last]
        around = [*words_of(shown_lines(before)), *words_of(shown_lines(after))]
        return parted("Europresse", (_new(shown_lines(piece)) for piece in whole), around)
    if not (starts := [match.start() for match in _OLD.finditer(text)]):
        return None
    before, pieces = cut_at(text, starts)
    around = words_of(shown_lines(before))
    return parted("Europresse", (_old(shown_lines(piece)) for piece in pieces), around)


def _new(lines: Sequence[Shown]) -> Document:
    """A document of the layout with ``header``, ``section``, ``aside`` and ``footer``."""
    title = [line for line in lines if _is_title(line)]
    last = max((at for at, line in enumerate(lines) if _is_title(line)), default=-1)
    text = [line for line in lines if line.names & _TEXT]
    under = [
        line
        for line in lines[last + 1 :]
        if last >= 0 and "header" in line.names and "titrearticle" in line.names
    ]
    byline = [
        line
        for line in lines[last + 1 :]
        if last >= 0 and "header" in line.names and "titrearticle" not in line.names
    ]
    return _document(lines, title, [*under, *text], byline)


def _old(lines: Sequence[Shown]) -> Document:
    """A document of the layout that is a table, whose text stands between title and copyright."""
    title = [line for line in lines if _is_title(line)]
    last = max((at for at, line in enumerate(lines) if _is_title(line)), default=-1)
    if last < 0:
        last = max((at for at, line in enumerate(lines) if _is_headed(line)), default=-1)
    end = next((at for at, line in enumerate(lines) if _NUMBER.search(line.words)), len(lines))
    while end > last + 1 and is_copyright(lines[end - 1].words):
        end -= 1
    text = list(lines[last + 1 : end])
    byline = text[:1] if len(text) > 1 and _signs(text[0]) else []
    return _document(lines, title, text[len(byline) :], byline)


def _signs(line: Shown) -> bool:
    """Whether a line is parted from the text as the name of who wrote it is."""
    return line.before == "br" and len(line.words) <= LONGEST_BYLINE and line.words[-1] not in ".?!"


def _is_title(line: Shown) -> bool:
    return bool(line.names & {"titrearticlevisu", "rdp__articletitle"})


def _is_headed(line: Shown) -> bool:
    return bool(line.names & {"docpublicationname", "rdp__docpublicationname", "docheader"})


def _document(
    lines: Sequence[Shown], title: list[Shown], body: list[Shown], byline: list[Shown]
) -> Document:
    """The document of its lines, and of which of them are what."""
    taken = {id(line) for line in (*title, *body)}
    told = [line for line in lines if id(line) not in taken]
    outlet = next((one.words for one in told if "docpublicationname" in one.names), "")
    if not outlet:
        outlet = next((one.words for one in told if "rdp__docpublicationname" in one.names), "")
    header = " ".join(one.words for one in told if "docheader" in one.names)
    return Document(
        title=" ".join(words_of(title)) or None,
        outlet=_ISSUE.sub("", outlet).strip() or None,
        byline=byline_of(words_of(byline)),
        published=day_of(header),
        section=_section(header),
        body=tuple(words_of(body)),
        told=tuple(words_of(told)),
    )


def _section(header: str) -> str | None:
    """The section that opens a line such as "Politique, mardi 14 mars 2006, p. 12"."""
    first, comma, rest = header.partition(",")
    if not comma or any(map(str.isdigit, first)) or not any(map(str.isdigit, rest)):
        return None
    return first.strip() or None
