"""The Markdown form: CommonMark, with footnotes as GitHub and Pandoc read them.

A block quote holds the source's words and nothing else; where they come from stands under it, and
in a footnote, one a source.
"""

import re
from collections.abc import Iterator

from dossier.export.citation import escape_title, headline, markdown_citation, numbered, particulars
from dossier.export.document import Document, Quotation, Section
from dossier.export.escaping import block_quote, escape, in_block_quote, paragraphs
from dossier.export.fragment import address_of
from dossier.export.naming import names_of
from dossier.export.wording import Wording, wording_of

ELLIPSIS = "[…]"
"""What stands where sentences of a passage were left out."""


def write_markdown(document: Document) -> str:
    """The document as Markdown."""
    return "".join(markdown_pieces(document))


def markdown_pieces(document: Document) -> Iterator[str]:
    """The document as Markdown, a block at a time."""
    for number, block in enumerate(_blocks(document)):
        yield f"\n\n{block}" if number else block
    yield "\n"


def _blocks(document: Document) -> Iterator[str]:
    """Its blocks."""
    wording = wording_of(document.language)
    articles = document.articles
    labels = {article.file: n for n, article in enumerate(articles, 1)}
    names = names_of(articles, wording)
    yield f"# {escape(document.title)}"
    yield from (f"*{escape(said)}*" for said in wording.untold(document.left_out))
    for section in document.sections:
        yield from _section(section, document, labels, names, wording)
    yield from _lost(document, wording)
    yield from _footnotes(document, labels, wording)


def _section(
    section: Section,
    document: Document,
    labels: dict[str, int],
    names: dict[str, str],
    wording: Wording,
) -> Iterator[str]:
    """A section's blocks."""
    if section.article:
        yield f"## {escape_title(headline(section.article, wording))}"
    elif section.title:
        yield f"## {escape_title(section.title)}"
    elif len(document.sections) > 1:
        yield f"## {escape(wording.others)}"
    for quotation in section.quotations:
        yield quote_block(quotation.words)
        name = "" if section.article else names[quotation.article.file]
        yield _attribution(quotation, name, labels, wording)
        if replaced := wording.told_of(quotation.words):
            yield f"*{escape(replaced)}*"
        yield from _note(quotation.note, wording)


def quote_block(words: tuple[str, ...], *, also: re.Pattern[str] | None = None) -> str:
    """The source's words as a block quote, with brackets where some were left out between."""
    joined: list[str] = []
    for part in words:
        first, *rest = paragraphs(part, also=also)
        if joined:
            joined[-1] += f" {escape(ELLIPSIS)} {first}"
        else:
            joined.append(first)
        joined += rest
    return in_block_quote(tuple(joined))


def _attribution(quotation: Quotation, name: str, labels: dict[str, int], wording: Wording) -> str:
    """Under a quote: who says it, its source in a word, the passage, the footnote."""
    article, source = quotation.article, escape_title(name)
    speaker = escape(quotation.speaker) if quotation.speaker else None
    source = wording.attributed(speaker, source, sure=quotation.sure)
    passage = passage_of(quotation)
    address = address_of(article.url, quotation.words[0])
    if passage and address:
        passage = f"[{passage}](<{address}>)"
    shown = ", ".join(part for part in (source, passage) if part)
    return f"— {shown}[^{labels[article.file]}]"


def passage_of(quotation: Quotation) -> str | None:
    """The passages a quote is of, as a citation gives them."""
    return numbered(quotation.passages)


def lines_of(note: str) -> tuple[str, ...]:
    """The lines of a note, those that say nothing left out."""
    return tuple(" ".join(part.split()) for part in note.split("\n") if part.strip())


def _note(note: str, wording: Wording) -> Iterator[str]:
    """The reader's note, apart from the source's words."""
    if lines := lines_of(note):
        yield f"**{wording.note}** " + "\\\n".join(escape(line) for line in lines)


def _lost(document: Document, wording: Wording) -> Iterator[str]:
    """Clippings that were not found again, with the words they had."""
    if document.lost:
        yield f"## {escape(wording.lost)}"
    for clipping in document.lost:
        yield block_quote(clipping.exact.strip())
        yield f"— {escape(clipping.file)}"
        yield from _note(clipping.note, wording)


def _footnotes(document: Document, labels: dict[str, int], wording: Wording) -> Iterator[str]:
    """A footnote a source, with the passages quoted from it."""
    passages = document.passages()
    first: dict[str, Quotation] = {}
    for quotation in document.quotations:
        first.setdefault(quotation.article.file, quotation)
    notes = []
    for article in document.articles:
        particular = particulars(article, wording, passages[article.file])
        address = address_of(article.url, first[article.file].words[0]) if article.url else None
        notes.append(f"[^{labels[article.file]}]: {markdown_citation(particular, address)}")
    if notes:
        yield "\n".join(notes)
