"""Quotes set apart: a phrase of the article in large type, or somebody's words with the name."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.page import Line, Page

_QUOTED = re.compile(r"[«“\"]\s*[^«»“”\"]{40,}[»”\"][\s\u200a.]*")
_SPEAKER = re.compile(r"[—–-]?\s*[A-ZÀ-ÖØ-Þ][^.!?;:]{3,80}")
LEAST_WORDS = 8
MOST = 400
"""Lines of a page that are looked up in its text."""
_READ = 300_000
"""Code points of the text that they are looked up in."""


def find_pull_quotes(page: Page) -> Iterator[Span]:
    """Lines that say a phrase of the article again; quoted lines with their speaker below."""
    told = page.text[:_READ]
    first = page.first_body
    found: set[int] = set()
    again: set[int] = set()
    for line in [line for line in page.open if _may_be_pulled(line)][:MOST]:
        below = page.neighbours(line)[1]
        if _QUOTED.fullmatch(line.words):
            if below and below.short and not below.stopped and _SPEAKER.fullmatch(below.words):
                found |= {line.number, below.number}
        elif line.number > first and told.count(line.words.rstrip(" .")) > 1:
            again.add(line.number)
    if len(again) <= max(4, len(page.open) // 8):  # more: the whole text is there twice
        found |= again
    yield from (line.span for line in page.open if line.number in found)


def _may_be_pulled(line: Line) -> bool:
    return len(line.words) <= 250 and not line.cut and len(line.words.split()) >= LEAST_WORDS
