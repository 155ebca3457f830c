"""Tags: the few subjects a site files an article under."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.byline import are_writers, is_credit
from dossier.structure.page import Line, Page

_TAGS = re.compile(
    r"(?:tags?|mots[- ]cl[ée]s?|th[èe]mes?|topics|filed under|keywords)\s*:\s*\S.*"
    r"|(?:سمات|وسوم)\s.*",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"#\w+(?:[\s,]+#\w+)*")
_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: [\w'’.-]+){0,2}"
_LIST = re.compile(rf"{_NAME}(?:\s*[,|·•]\s*{_NAME})+")
_BAR = " | "
_HEADLINE = re.compile(r"\S+ \S+ [^,|·•]*, \S+ \S.*")
"""Two phrases, not two subjects, where the headline is looked for."""


def find_tags(page: Page) -> Iterator[Span]:
    """Lines that list subjects: marked as tags, or names between commas above or below the text."""
    outside = {line.number for line in (*page.before_body(), *page.after_body())}
    for line in page.open:
        if not line.short or line.stopped:
            continue
        if (
            _TAGS.fullmatch(line.words)
            or _HASHTAGS.fullmatch(line.words)
            or (line.number in outside and _is_list(page, line))
        ):
            yield line.span


def _is_list(page: Page, line: Line) -> bool:
    """Whether a line is a list of subjects, and neither a headline, a byline nor a table's row."""
    if len(line.words.split()) > 8 or not _LIST.fullmatch(line.words):
        return False
    if line.number == 0 and _HEADLINE.fullmatch(line.words):
        return False
    written = is_credit(line.words) or are_writers(page, line, line.words)
    return not (written or _is_row(page, line))


def _is_row(page: Page, line: Line) -> bool:
    """Whether a line is a row of a table: another stands right above or below."""
    beside = (other for other in page.neighbours(line) if other)
    return _BAR in line.words and any(_BAR in other.words for other in beside)
