"""The form a dossier leaves in: one target format a file; the table stands here.

``document`` says what leaves, in which order; a form writes it. What is quoted is the source's
own words, character for character.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.export.annotations import write_annotations
from dossier.export.citation import cite
from dossier.export.document import GROUPS, Document, Group, Quotation, arranged, topic_document
from dossier.export.html import html_pieces, write_html
from dossier.export.markdown import markdown_pieces, write_markdown
from dossier.export.pandoc import write_pandoc
from dossier.export.references import REFERENCES_FILE, write_bibtex, write_csl
from dossier.export.speakers import Speakers
from dossier.export.table import write_table
from dossier.export.text import text_pieces, write_text

__all__ = [
    "FORMS",
    "GROUPS",
    "Document",
    "Form",
    "Group",
    "Quotation",
    "Speakers",
    "arranged",
    "cite",
    "form_named",
    "own_form",
    "topic_document",
]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to leave in."""

    name: str
    suffix: str
    """Of the file's name, with its dot."""
    sentence: str
    write: Callable[[Document], str]
    beside: str | None = None
    """The name of a second file that the first needs; None for most."""
    write_beside: Callable[[Document], str] | None = None
    pieces: Callable[[Document], Iterator[str]] | None = None
    """What ``write`` gives, piece by piece; None where it is made at once."""

    def written(self, document: Document) -> Iterator[str]:
        """The document in this form, in as small pieces as it can be made in."""
        if self.pieces is not None:
            return self.pieces(document)
        return iter((self.write(document),))


FORMS: tuple[Form, ...] = (
    Form(
        "markdown",
        ".md",
        "CommonMark, with a footnote a source.",
        write_markdown,
        pieces=markdown_pieces,
    ),
    Form(
        "pandoc",
        ".md",
        "Markdown with [@key] citations, and references.json for Pandoc and Zotero.",
        write_pandoc,
        REFERENCES_FILE,
        write_csl,
    ),
    Form("html", ".html", "A page that stands alone.", write_html, pieces=html_pieces),
    Form("text", ".txt", "Plain text.", write_text, pieces=text_pieces),
    Form("bibtex", ".bib", "The sources alone, for LaTeX.", write_bibtex),
    Form("csl", ".json", "The sources alone, as CSL-JSON.", write_csl),
    Form("annotations", ".jsonld", "W3C Web Annotations.", write_annotations),
    Form("csv", ".csv", "A table, a row a passage.", write_table),
)
"""The forms, the usual one first."""


def form_named(name: str) -> Form:
    """The form of that name; KeyError when there is none."""
    return {form.name: form for form in FORMS}[name]


def own_form(file: Path) -> Form:
    """The form of the reader's own template; DossierError when its file cannot be read.

    What it writes ends as its file does, ``.jinja`` apart: "note.html.jinja" writes ".html".
    """
    from dossier.export.template import template_in, write_by

    template, name = template_in(file), file.name
    suffix = Path(name.removesuffix(".jinja").removesuffix(".j2")).suffix or FORMS[0].suffix

    def write(document: Document) -> str:
        return write_by(template, document, name=name)

    return Form("template", suffix, "A template of your own.", write)
