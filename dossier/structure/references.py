"""The article's own list of sources: "Sources", and the lines under it."""

import re
from collections.abc import Iterator

from dossier.language.folding import fold
from dossier.spans import Span
from dossier.structure.items import is_item
from dossier.structure.page import Page

_TITLE = re.compile(
    r"(?:sources?|references?|bibliographie|bibliography|liens|links|notes|pour aller plus loin|"
    r"further reading)\s*:?"
)

LONGEST_TITLE = 30
"""Code points."""


def find_references(page: Page) -> Iterator[Span]:
    """The list of sources: its title, and the items and addresses right under it."""
    lines = iter(page.open)
    for line in lines:
        if len(line.words) <= LONGEST_TITLE and _TITLE.fullmatch(fold(line.words)):
            listed = []
            for below in lines:
                if not (is_item(below.words) or re.match(r"https?://|\[\d+\]", below.words)):
                    break
                listed.append(below.span)
            if listed:
                yield line.span
                yield from listed
