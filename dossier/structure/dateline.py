"""Datelines: where an agency's words come from, before the first of them."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.byline import is_agency
from dossier.structure.page import Page

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ ,/][ ]?[\w'’.-]+){0,4}"
_AGENCY = r"\((?:[A-Z]{2,6}|Reuters|Belga|Agence [\w-]+)(?:[ /-]\w+)?\)"
_DATELINE = re.compile(
    rf"(?P<dateline>{_PLACE} ?,? {_AGENCY}|{_AGENCY}"
    rf"|[A-ZÀ-ÖØ-Þ'’ .-]{{3,40}}(?:, \d{{1,2}}(?:er)? \w+)?)"
    rf"\s*(?P<dash>--|[—–|-](?=\s)|[—–|])\s*"
)
_NAMED = re.compile(r"\(([^()]{2,30})\)")
STANDFIRST = 2
"""Lines of a standfirst above a dateline, when it reads as running text."""
_DASH = re.compile(r"\s*(?:--|[—–|-])")
_ALONE = re.compile(rf"(?:{_PLACE} )?{_AGENCY}\s*[—–-]?")


_RUBRIC = re.compile(
    r"\b(?:t[ée]moignages?|replay|sondage|reportage|entretien|interview|r[ée]cit|vid[ée]os?|direct|live|exclusif|exclusive|"
    r"analyse|analysis|scan|avis|focus|tweets|contre-?point|revue|dessin|images?|mot|opinion|portrait|enqu[êe]te|infographies?|photos?|tribune|watch|breaking|"
    r"d[ée]cryptage|chronique|[ée]dito|comment|update|alerte|urgent|info|factbox|explainer)\b",
    re.IGNORECASE,
)
"""Capitals before a dash that name a kind of piece, not a place: "SONDAGE EXCLUSIF - "."""


def find_dateline(text: str) -> Iterator[Span]:
    """The dateline, if the text opens with one; the dash is not part of it."""
    match = _DATELINE.match(text)
    if match and not _RUBRIC.search(match["dateline"]):
        start = match.start("dateline")
        yield Span(start, start + len(match["dateline"].rstrip()))


def find_datelines(page: Page) -> Iterator[Span]:
    """The dateline that opens the running text, or stands alone outside it, with its dash."""
    first, last = page.first_body, page.last_body
    for line in page.open:
        below = first < line.number <= first + STANDFIRST and _names_agency(line.words)
        if first < line.number <= last and not below:
            continue
        if line.short and _ALONE.fullmatch(line.words):
            yield line.span
        elif (line.number == first or below) and (found := next(find_dateline(line.words), None)):
            dash = _DASH.match(line.words, found.end)
            yield Span(line.span.start, line.span.start + (dash.end() if dash else found.end))


def _names_agency(words: str) -> bool:
    """Whether a known agency stands in brackets near the opening of a line."""
    named = _NAMED.search(words, 0, 60)
    return named is not None and is_agency(named[1])
