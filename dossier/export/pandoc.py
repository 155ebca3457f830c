"""The Pandoc form: Markdown whose citations Pandoc and Zotero resolve, beside ``references.json``.

``pandoc --citeproc export.md -o export.docx`` makes the list of references.
"""

from collections.abc import Iterator

from dossier.export.citation import NBSP, headline
from dossier.export.document import Document, Section
from dossier.export.escaping import SMART, escape
from dossier.export.frontmatter import front_matter
from dossier.export.markdown import quote_block
from dossier.export.references import REFERENCES_FILE, key_of
from dossier.export.wording import Wording, wording_of


def write_pandoc(document: Document) -> str:
    """The document as Pandoc's Markdown."""
    wording = wording_of(document.language)
    blocks = [f"*{escape(said, also=SMART)}*" for said in wording.untold(document.left_out)]
    for section in document.sections:
        blocks += _section(section, wording, many=len(document.sections) > 1)
    if document.lost:
        blocks.append(f"## {escape(wording.lost, also=SMART)}")
    for clipping in document.lost:
        blocks.append(quote_block((clipping.exact.strip(),), also=SMART))
        blocks.append(f"— {escape(clipping.file, also=SMART)}")
        if clipping.note:
            blocks.append(f"**{wording.note}** {escape(clipping.note, also=SMART)}")
    metadata = front_matter(document, bibliography=REFERENCES_FILE)
    return metadata + "\n\n".join(blocks) + "\n"


def _section(section: Section, wording: Wording, *, many: bool) -> Iterator[str]:
    """A section's blocks."""
    if section.article:
        yield f"## {escape(headline(section.article, wording), also=SMART)}"
    elif section.title or many:
        yield f"## {escape(section.title or wording.others, also=SMART)}"
    for quotation in section.quotations:
        yield quote_block(quotation.words, also=SMART)
        passages = ", ".join(map(str, quotation.passages))
        locator = f", §{NBSP}{passages}" if passages else ""
        source = f"[@{key_of(quotation.article)}{locator}]"
        speaker = escape(quotation.speaker, also=SMART) if quotation.speaker else None
        yield wording.attributed(speaker, source, sure=quotation.sure)
        if replaced := wording.told_of(quotation.words):
            yield f"*{escape(replaced, also=SMART)}*"
        if quotation.note:
            yield f"**{wording.note}** {escape(quotation.note, also=SMART)}"
