"""The table form: CSV (RFC 4180), a row a span, for a spreadsheet.

A cell that a spreadsheet would take for a formula begins with an apostrophe, which it does not
show; it is the one character here that is not the source's. A clipping that is not found again is
a row too, whose state is "lost" and which has no place.
"""

import csv
import io

from dossier.export.citation import numbered
from dossier.export.document import Document, Quotation, Section
from dossier.export.escaping import writable
from dossier.export.fragment import address_of
from dossier.export.wording import wording_of
from dossier.spans import Span

_COLUMNS = (
    *("section", "words", "passage", "author", "title", "outlet", "published", "url"),
    *("note", "tags", "created", "file", "start", "end", "remark"),
    *("speaker", "attribution", "updated", "state"),
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How what a spreadsheet computes begins."""


def write_table(document: Document) -> str:
    """The document as CSV."""
    written, wording = io.StringIO(), wording_of(document.language)
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    for section in document.sections:
        for quotation in section.quotations:
            for span in quotation.spans:
                told = wording.told_of([span.of(quotation.article.text)])
                said = (quotation.speaker or "", quotation.attribution if quotation.speaker else "")
                updated = quotation.article.updated
                more = (told, *said, updated.isoformat() if updated else "")
                rows.writerow(map(_cell, (*_row(section, quotation, span), *more, "")))
    for clipping in document.lost:
        lost = {
            "section": wording.lost,
            "words": clipping.exact,
            "note": clipping.note,
            "tags": _tagged(clipping.tags),
            "created": clipping.created,
            "file": clipping.file,
            "state": "lost",
        }
        rows.writerow(_cell(lost.get(column, "")) for column in _COLUMNS)
    return written.getvalue()


def _row(section: Section, quotation: Quotation, span: Span) -> tuple[object, ...]:
    """A span as a row."""
    article = quotation.article
    words = span.of(article.text)
    return (
        section.title or "",
        words,
        numbered(quotation.passages) or "",
        article.byline or "",
        article.title or "",
        article.outlet or "",
        article.published.isoformat() if article.published else "",
        address_of(article.url, words) or "",
        quotation.note,
        _tagged(quotation.tags),
        quotation.created or "",
        article.file,
        span.start,
        span.end,
    )


def _tagged(tags: tuple[str, ...]) -> str:
    """Tags in one cell."""
    return " ".join(f"#{tag}" for tag in tags)


def _cell(value: object) -> object:
    """A value as a cell that is not computed."""
    if isinstance(value, str):
        value = writable(value)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
