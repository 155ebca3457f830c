"""Front matter: the lines above a Markdown text that Obsidian, Quarto and Pandoc read."""

import json

from dossier.export.document import Document


def front_matter(document: Document, **more: str) -> str:
    """The YAML block of a document, with its blank line; JSON strings and lists are YAML."""
    tags = sorted({tag for quotation in document.quotations for tag in quotation.tags})
    outlets = {q.article.outlet for q in document.quotations if q.article.outlet}
    lines = {
        "title": yaml_value(" ".join(document.title.split())),
        "lang": document.language or "",
        "outlets": yaml_value(sorted(outlets)) if outlets else "",
        "tags": yaml_value(tags) if tags else "",
        **more,
    }
    said = "".join(f"{key}: {value}\n" for key, value in lines.items() if value)
    return f"---\n{said}---\n\n"


def yaml_value(value: object) -> str:
    """A value as YAML, on one line."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f").translate(_CONTROLS)


_CONTROLS = {code: f"\\u{code:04x}" for code in (*range(0x80, 0xA0), 0x2028, 0x2029, 0xFEFF)}
"""What JSON lets stand and YAML does not."""
