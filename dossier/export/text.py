"""The plain text form: the words as they stand, and where they come from under them."""

from collections.abc import Iterator

from dossier.export.citation import Particulars, headline, particulars
from dossier.export.document import Document, Quotation, Section
from dossier.export.escaping import writable
from dossier.export.fragment import address_of
from dossier.export.markdown import ELLIPSIS
from dossier.export.wording import Wording, wording_of


def write_text(document: Document) -> str:
    """The document as plain text."""
    return "".join(text_pieces(document))


def text_pieces(document: Document) -> Iterator[str]:
    """The document as plain text, a block at a time."""
    for number, block in enumerate(_blocks(document)):
        yield writable(f"\n\n{block}" if number else block)
    yield "\n"


def _blocks(document: Document) -> Iterator[str]:
    """Its blocks."""
    wording = wording_of(document.language)
    yield from _titled(document.title, "=")
    yield from wording.untold(document.left_out)
    for section in document.sections:
        yield from _section(section, wording, many=len(document.sections) > 1)
    if document.lost:
        yield from _titled(wording.lost, "-")
    for clipping in document.lost:
        yield f"{clipping.exact.strip()}\n\n— {clipping.file}"
        if clipping.note:
            yield f"{wording.note} {clipping.note.strip()}"


def _titled(title: str, mark: str) -> Iterator[str]:
    """A title, underlined."""
    line = " ".join(title.split())
    yield f"{line}\n{mark * len(line)}"


def _section(section: Section, wording: Wording, *, many: bool) -> Iterator[str]:
    """A section's blocks."""
    if section.article:
        yield from _titled(headline(section.article, wording), "-")
    elif section.title or many:
        yield from _titled(section.title or wording.others, "-")
    for quotation in section.quotations:
        yield f" {ELLIPSIS} ".join(quotation.words)
        source = plain_citation(quotation, wording)
        yield f"— {wording.attributed(_line(quotation.speaker), source, sure=quotation.sure)}"
        if replaced := wording.told_of(quotation.words):
            yield f"({replaced})"
        if quotation.note:
            yield f"{wording.note} {quotation.note.strip()}"


def _line(words: str | None) -> str | None:
    """Words on one line."""
    return " ".join(words.split()) if words else None


def plain_citation(quotation: Quotation, wording: Wording) -> str:
    """A quote's citation as plain text."""
    these = particulars(quotation.article, wording, quotation.passages)
    address = address_of(quotation.article.url, quotation.words[0])
    return ", ".join(cited(these)) + "." + (f" {address}" if address else "")


def cited(these: Particulars) -> Iterator[str]:
    """The particulars that are known, but for the url, in a citation's order."""
    for part in (
        these.author,
        these.title,
        these.outlet,
        these.dated,
        these.passages,
        these.file,
    ):
        if part:
            yield part
