"""What the text says of the article itself: title, byline, dates, outlet, address."""

import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from dossier.article import Block, BlockKind
from dossier.language.folding import fold
from dossier.structure.byline import is_credit, read_byline
from dossier.structure.dates import find_day, part_date, read_dates
from dossier.structure.outlet import read_outlet
from dossier.values import dataclass

NEAR = 3
"""Blocks. An address so near to an end of the text is the article's own."""

_ADDRESS = re.compile(r"(?:[^\W\d_]+\s?[:：])?\s*(?P<url>https?://[^\s<>\"]+)")
_HOST = re.compile(r"https?://(?:www\.|m\.|amp\.)?(?P<host>[^/:?#\s]+)")
_SUFFIX = re.compile(
    r"(?P<title>.+?)(?:\s\|\s[^|]{2,40})*\s\|\s(?P<outlet>[^|]{2,40})"
    r"|(?P<title2>.+?) [-–—] (?P<outlet2>[A-Z][A-Z0-9 ]{1,12})"
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a text says of itself; None for what it does not say."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: date | None = None
    updated: date | None = None
    url: str | None = None


def read_particulars(text: str, blocks: Sequence[Block]) -> Particulars:
    """The particulars that the blocks of an article give."""
    words = dict.fromkeys(("headline", "byline", "outlet"), "")
    published = updated = dated = url = None
    ends = {block.span for block in (*blocks[:NEAR], *blocks[-NEAR:])}
    for block in blocks:
        said = " ".join(block.span.of(text).split()) if block.kind in _TELLING else ""
        if block.kind == "headline":
            words["headline"] = words["headline"] or said
        elif block.kind in ("byline", "date"):
            named, first, second = _credited(said, block.kind)
            words["byline"] = words["byline"] or named or ""
            published, updated = published or first, updated or second
        elif block.why == "outlet":
            words["outlet"] = words["outlet"] or read_outlet(said)
        elif block.why == "address" and block.span in ends and (match := _ADDRESS.fullmatch(said)):
            url = match["url"]
        elif block.kind == "dateline":
            dated = dated or find_day(fold(said))
    title, outlet = split_title(words["headline"])
    return Particulars(
        title=title or None,
        outlet=outlet or words["outlet"] or outlet_of(url),
        byline=words["byline"] or None,
        published=published or dated,
        updated=updated,
        url=url,
    )


def _credited(said: str, kind: BlockKind) -> tuple[str | None, date | None, date | None]:
    """Who a line says wrote the article, when it was published, and when updated."""
    rest, day = part_date(said)
    first, second = read_dates(said)
    if not (first or second):
        first, second = read_dates(day)
    return read_byline(rest) if kind == "byline" or is_credit(rest) else None, first, second


def join_particulars(first: Particulars, second: Particulars) -> Particulars:
    """What the first says, and where it is silent what the second says."""
    names = (field.name for field in fields(Particulars))
    known = {name: getattr(first, name) or getattr(second, name) for name in names}
    known["outlet"] = first.outlet or outlet_of(first.url) or second.outlet
    return Particulars(**known)


def outlet_of(url: str | None) -> str | None:
    """The site an address leads to, as "example.org"; None without an address."""
    host = _HOST.match(url) if url else None
    return host["host"] if host else None


_TELLING = frozenset({"headline", "byline", "date", "dateline", "furniture"})


def split_title(headline: str) -> tuple[str, str | None]:
    """A page's title without the outlet some sites put behind it, and that outlet."""
    match = _SUFFIX.fullmatch(headline)
    if not match:
        return headline, None
    return match["title"] or match["title2"], match["outlet"] or match["outlet2"]
