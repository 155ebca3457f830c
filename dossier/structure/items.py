"""List items: lines that open with a bullet, whatever it looks like."""

import re
from collections.abc import Iterator

from dossier.spans import Span
from dossier.structure.page import Page

_BULLET = re.compile(r"[•‣◦▪▫●○■□◆◇∙·*–—‒-](?:\s+)(?=\S)|[➢➤✓✔→▶►▼▽]\s*(?=\w)")
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)°]\s+(?=\S)")


def is_item(words: str) -> bool:
    """Whether a line opens as a list item does."""
    return bool(_BULLET.match(words))


def find_items(page: Page) -> Iterator[Span]:
    """Lines with a bullet; lines with a number, when at least two of them follow each other."""
    numbered = {line.number for line in page.open if _NUMBER.match(line.words[:6])}
    for line in page.open:
        if is_item(line.words) or (
            line.number in numbered and numbered & {line.number - 1, line.number + 1}
        ):
            yield line.span
