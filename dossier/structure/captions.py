"""Captions: what stood under pictures that the text no longer has."""

import re
from collections.abc import Iterator
from itertools import pairwise

from dossier.language.folding import fold
from dossier.language.words import stop_words
from dossier.spans import Span
from dossier.structure.byline import is_credit
from dossier.structure.dates import part_date
from dossier.structure.page import Line, Page

_COUNT = re.compile(
    r"\d{1,3}\s*(?:of|sur|/|de)\s*\d{1,3}|(?:hide|show) caption|(?:photos?|images?)\s*:?"
)
_CREDIT = re.compile(
    r"(?:^|[.)\s])(?:photographs?|photos?|fotos?|cr[ée]dits?(?: photo)?|images?|illustration)"
    r"\s*[:©]\s*[^.:]{2,60}$"
    r"|(?:^|[.)]\s)(?:bild|bilder|grafik|imagen|immagine|imagem|zdj[ęe]cie|foto[ğg]raf)\s?[:©]\s?[^.:]{2,60}$"
    r"|[/(](?:AFP|Getty(?: Images)?|Reuters|REUTERS|EPA|AP(?: Photo)?|Belga|SIPA|Shutterstock)\)?$",
    re.IGNORECASE,
)
LONGEST = 300
"""Code points of a caption."""


def find_captions(page: Page) -> Iterator[Span]:
    """Lines that end with a picture's credit, a gallery's counts, and what stands between them."""
    found = {line.number for line in page.open if _is_credited(line)}
    counts = [n for n, line in enumerate(page.open) if _is_count(line)]
    found |= {page.open[n].number for n in counts}
    if len(counts) >= 4:
        for first, second in pairwise(counts):
            if second - first <= 3:
                found |= {line.number for line in page.open[first:second] if _may_be_caption(line)}
    yield from (line.span for line in page.open if line.number in found)


def find_repeats(page: Page) -> Iterator[Span]:
    """Two short lines in a row that say the same: a picture's title and its caption."""
    found: set[int] = set()
    first = page.first_body
    for line, below in pairwise(page.open):
        if line.number > first and below.number == line.number + 1 and _same(line, below):
            found |= {line.number, below.number}
    yield from (line.span for line in page.open if line.number in found)


def _same(line: Line, other: Line) -> bool:
    """Whether most longer words of the one stand in the other, and are a good part of it."""
    if not (line.short and other.short):
        return False
    if len(other.words) > len(line.words) and line.words.rstrip(" .") in other.words:
        return False  # a phrase of the paragraph below: a pull quote
    words, others = _long_words(line.words), _long_words(other.words)
    shared = len(words & others)
    return shared >= max(3, 0.7 * len(words), 0.3 * len(others))


def _long_words(words: str) -> set[str]:
    common = stop_words("fr") | stop_words("en")
    return {word for word in re.findall(r"\w+", fold(words)) if len(word) > 3} - common


def _is_credited(line: Line) -> bool:
    if len(line.words) > LONGEST:
        return False
    tail = line.words[-90:]
    if not (any(map(tail.__contains__, ":©/(")) and _CREDIT.search(tail)):
        return False
    return not is_credit(part_date(line.words)[0])


def _is_count(line: Line) -> bool:
    return len(line.words) <= 20 and _COUNT.fullmatch(fold(line.words)) is not None


def _may_be_caption(line: Line) -> bool:
    return len(line.words) <= LONGEST
