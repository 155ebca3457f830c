"""The annotation form: W3C Web Annotation Data Model (2017), as JSON-LD.

Each quote is an annotation whose target is found by its words (TextQuoteSelector) and by its place
(TextPositionSelector); a note is its body, and so is who speaks (purpose "describing").
"""

import json
import re
from urllib.parse import quote

from dossier.clippings import clip
from dossier.clippings.clipping import Clipping
from dossier.export.document import Document, Quotation
from dossier.export.fragment import web_address
from dossier.export.wording import Wording, wording_of
from dossier.spans import Span

SPEAKER = "describing"
"""The purpose of the body that tells who speaks: worked out, no note of the reader's."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no file of text holds one, a JSON string may name it."""


def write_annotations(document: Document) -> str:
    """The document's quotes as a page of annotations."""
    wording = wording_of(document.language)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "label": document.title,
        "items": [_annotation(quotation, wording) for quotation in document.quotations],
    }
    written = json.dumps(page, ensure_ascii=False, indent=1) + "\n"
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", written)


def _annotation(quotation: Quotation, wording: Wording) -> dict[str, object]:
    """A quote as an annotation."""
    marks = [_marked(quotation, span) for span in quotation.spans]
    kept = quotation.clipping or marks[0]
    annotation: dict[str, object] = {
        "id": f"urn:dossier:{kept.id}",
        "type": "Annotation",
        "motivation": "commenting" if quotation.note else "highlighting",
    }
    if quotation.created:
        annotation["created"] = quotation.created
    bodies = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in quotation.tags]
    if quotation.note:
        bodies.insert(0, {"type": "TextualBody", "value": quotation.note, "purpose": "commenting"})
    if quotation.speaker:
        who = wording.attributed(quotation.speaker, "", sure=quotation.sure)
        bodies.append({"type": "TextualBody", "value": who, "purpose": SPEAKER})
    if bodies:
        annotation["body"] = bodies
    targets = [_target(quotation, mark) for mark in marks]
    annotation["target"] = targets[0] if len(targets) == 1 else targets
    return annotation


def _marked(quotation: Quotation, span: Span) -> Clipping:
    """A span with what stands around it."""
    return clip(quotation.article, span, created=quotation.created or "")


def _target(quotation: Quotation, mark: Clipping) -> dict[str, object]:
    """Where a span stands: the page it is of, if it is on the web, and the file."""
    file = quote(mark.file, errors="replace")
    return {
        "type": "SpecificResource",
        "source": web_address(quotation.article.url) or file,
        "scope": file,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": mark.exact,
                "prefix": mark.prefix,
                "suffix": mark.suffix,
            },
            {"type": "TextPositionSelector", "start": mark.span.start, "end": mark.span.end},
        ],
    }
