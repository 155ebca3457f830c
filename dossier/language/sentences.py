"""Where a passage's sentences end."""

import re
from collections.abc import Iterator

from dossier.spans import Span

_END = re.compile(r"[.!?…]+(?:\s*[»”])?(?=\s+[A-ZÀ-ÖØ-Þ«“])")


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of ``text`` inside ``span``, in order, without the white space between."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        yield Span(start, match.end())
        start = match.end()
        while start < span.end and text[start].isspace():
            start += 1
    end = start + len(text[start : span.end].rstrip())
    if start < end:
        yield Span(start, end)
