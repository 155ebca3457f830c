"""Headings inside an article that no tag marks: short lines that open a part of the text."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.dates import read_dates
from dossier.structure.items import is_item
from dossier.structure.page import Line, Page

MOST_WORDS = 16

_RUNNING = re.compile(r"(?:\w{3}|[»”)])\s?[.…]+\s|https?://")
"""More than one sentence, or an address: running text that lacks its full stop."""
_SPEAKER = re.compile(r"[\w .’'-]{2,40}\s?:\s")


def find_headings(page: Page) -> Iterator[Span]:
    """Short lines without a full stop, each above a passage."""
    for line in page.open:
        if may_be_heading(page, line):
            yield line.span


def may_be_heading(page: Page, line: Line) -> bool:
    """Whether a line reads as a heading, and has running text or a list below it."""
    words = line.words
    if not line.short or line.cut or len(words.split()) > MOST_WORDS or words[-1] in ".;:,…":
        return False
    if "\n" in words or words[0].islower() or words[0] in "@#," or sum(map(str.isalpha, words)) < 2:
        return False
    if _RUNNING.search(words) or any(read_dates(words)):
        return False
    if words[-1] in "?!" and (len(words.split()) > 8 or _SPEAKER.match(words)):
        return False
    below = page.neighbours(line)[1]
    return below is not None and (below.body or is_item(below.words) or _is_sentence(below))


def _is_sentence(line: Line) -> bool:
    return line.stopped and len(line.words) >= 30 and not line.words[0].islower()
