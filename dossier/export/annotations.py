"""The annotation form: W3C Web Annotation Data Model (2017), as JSON-LD.

Each quote is an annotation whose target is found by its words (TextQuoteSelector) and by its place
(TextPositionSelector); a note is its body, and so is who speaks (purpose "describing"). A clipping
that is not found again has its words and no place, and is classified "lost".
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

STATE = "classifying"
"""The purpose of the body that tells a clipping was not found: no note of the reader's either."""

_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no file of text holds one, a JSON string may name it."""


def write_annotations(document: Document) -> str:
    """The document's quotes as a page of annotations."""
    wording = wording_of(document.language)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "label": document.title,
        "items": [
            *(_annotation(quotation, wording) for quotation in document.quotations),
            *map(_lost, document.lost),
        ],
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
    bodies = _said(quotation.note, quotation.tags)
    if quotation.speaker:
        who = wording.attributed(quotation.speaker, "", sure=quotation.sure)
        bodies.append(_body(who, SPEAKER))
    if bodies:
        annotation["body"] = bodies
    targets = [_target(quotation, mark) for mark in marks]
    annotation["target"] = targets[0] if len(targets) == 1 else targets
    return annotation


def _lost(kept: Clipping) -> dict[str, object]:
    """A clipping that was not found again, by the words it had."""
    file = quote(kept.file, errors="replace")
    words = {"exact": kept.exact, "prefix": kept.prefix, "suffix": kept.suffix}
    selector = {"type": "TextQuoteSelector", **words}
    return {
        "id": f"urn:dossier:{kept.id}",
        "type": "Annotation",
        "motivation": "commenting" if kept.note else "highlighting",
        "created": kept.created,
        "body": [*_said(kept.note, kept.tags), _body("lost", STATE)],
        "target": {
            "type": "SpecificResource",
            "source": file,
            "scope": file,
            "selector": [selector],
        },
    }


def _said(note: str, tags: tuple[str, ...]) -> list[dict[str, str]]:
    """What the reader said of a quote: the note first, then the tags."""
    noted = [_body(note, "commenting")] if note else []
    return [*noted, *(_body(tag, "tagging") for tag in tags)]


def _body(value: str, purpose: str) -> dict[str, str]:
    """Words about a quote."""
    return {"type": "TextualBody", "value": value, "purpose": purpose}


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
