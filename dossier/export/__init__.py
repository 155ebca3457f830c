"""The form a dossier leaves in: one target format a file; the table stands here.

``document`` says what leaves, in which order; a form writes it. What is quoted is the source's
own words, character for character.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dossier.export.citation import cite
from dossier.export.document import GROUPS, Document, Group, Quotation, arranged, topic_document
from dossier.export.markdown import write_markdown

__all__ = [
    "FORMS",
    "GROUPS",
    "Document",
    "Form",
    "Group",
    "Quotation",
    "arranged",
    "cite",
    "form_named",
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


FORMS: tuple[Form, ...] = (
    Form("markdown", ".md", "CommonMark, with a footnote a source.", write_markdown),
)
"""The forms, the usual one first."""


def form_named(name: str) -> Form:
    """The form of that name; KeyError when there is none."""
    return {form.name: form for form in FORMS}[name]
