"""A document of a press archive's export, as a Markdown file that the program reads as an article.

Front matter says the particulars; then the headline and the paragraphs, in the source's own words.
The other lines of the document follow as they stand in it, in a ``footer``: they are read as
furniture.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape as escape_html

from dossier.export.escaping import escape, writable
from dossier.export.frontmatter import yaml_value
from dossier.reading.documents import Document

LEAST_DIGITS = 3
"""Digits of the number that a file's name opens with."""
OUTLET, TITLE = 40, 80
"""Bytes of a file's name that are given to the outlet, and to the headline."""
AROUND = "README.md"
"""Where what belongs to no document stands: no article, by its name."""


def file_name(number: int, of: int, document: Document) -> str:
    """What a document's file is called: its number, its day, its outlet, its headline."""
    digits = max(LEAST_DIGITS, len(str(of)))
    day = document.published.isoformat() if document.published else ""
    title = document.title or next(iter(document.body), "")
    parts = (f"{number:0{digits}}", day, _slug(document.outlet, OUTLET), _slug(title, TITLE))
    return "-".join(filter(None, parts)) + ".md"


def _slug(words: str | None, most: int) -> str:
    """Letters and digits of words, in any script, with hyphens between; cut at a word, in bytes."""
    kept = unicodedata.normalize("NFC", words or "").casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in kept)
    slug = ""
    for word in kept.split():
        longer = f"{slug}-{word}" if slug else word.encode()[:most].decode(errors="ignore")
        if len(longer.encode()) > most:
            break
        slug = longer
    return slug


def document_text(document: Document) -> str:
    """A document as Markdown."""
    said = {
        "title": document.title,
        "outlet": document.outlet,
        "author": document.byline,
        "published": document.published.isoformat() if document.published else None,
        "section": document.section,
        "url": document.url,
    }
    lines = [f"{key}: {yaml_value(writable(value))}\n" for key, value in said.items() if value]
    parts = [f"# {escape(document.title)}"] if document.title else []
    parts += map(escape, document.body)
    parts += _footer(document.told)
    return f"---\n{''.join(lines)}---\n\n" + "\n\n".join(parts) + "\n"


def _footer(told: Sequence[str]) -> Iterator[str]:
    """What a document says besides its text, a line each."""
    if told:
        lines = (escape_html(" ".join(writable(line).split()), quote=False) for line in told)
        yield "\n".join(("<footer>", *lines, "</footer>"))


def paragraphs_text(lines: Sequence[str], title: str = "") -> str:
    """Lines as Markdown, a paragraph each, under a title if one is given."""
    parts = [f"# {escape(title)}"] if title else []
    return "\n\n".join((*parts, *map(escape, lines))) + "\n"
