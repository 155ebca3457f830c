"""Datelines: where an agency's words come from, before the first of them."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.page import Page

_PLACE = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?:[ ,/][ ]?[\w'’.-]+){0,4}"
_AGENCY = r"\((?:[A-Z]{2,6}|Reuters|Belga|Agence [\w-]+)(?:[ /-]\w+)?\)"
_DATELINE = re.compile(
    rf"(?P<dateline>{_PLACE} ?,? {_AGENCY}|{_AGENCY}"
    rf"|[A-ZÀ-ÖØ-Þ'’ .-]{{3,40}}(?:, \d{{1,2}}(?:er)? \w+)?)"
    rf"\s*(?P<dash>--|[—–|-](?=\s)|[—–|])\s*"
)
_ALONE = re.compile(rf"(?:{_PLACE} )?{_AGENCY}\s*[—–-]?")


def find_datelines(page: Page) -> Iterator[Span]:
    """The dateline that opens the text, or stands alone; the dash is not part of it."""
    first = page.first_body
    for line in page.open:
        if line.number > first and line.number <= page.last_body:
            continue
        if _ALONE.fullmatch(line.words) and line.short:
            yield line.span
        elif line.number == first and (match := _DATELINE.match(line.words)):
            yield Span(line.span.start, line.span.start + match.end("dateline"))
