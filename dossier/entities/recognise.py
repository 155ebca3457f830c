"""Every mention of a page: names first decided over the dossier, then dates and figures.

Where two claim the same words, a date goes before a name ("May 5th") and a name before a figure
("20 Minutes").
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dossier.entities.dates import find_dates
from dossier.entities.entity import EntityKind, Mention
from dossier.entities.figures import find_figures
from dossier.entities.names import find_names
from dossier.entities.pages import Page
from dossier.entities.words import Word
from dossier.spans import Span


class Reading(NamedTuple):
    """A mention, and its words in plain text."""

    mention: Mention
    words: str


def recognise(pages: Sequence[Page]) -> list[Reading]:
    """The mentions of all pages, in reading order, no overlap."""
    readings = []
    for page, names in zip(pages, find_names(pages), strict=True):
        dates = list(_values(page, "date", find_dates))
        names = _apart(names, dates)
        figures = _apart(list(_values(page, "figure", find_figures)), _ordered(names, dates))
        readings += [
            Reading(mention, mention.span.of(page.text))
            for mention in _ordered(names, dates, figures)
        ]
    return readings


def _ordered(*mentions: Sequence[Mention]) -> list[Mention]:
    """All the mentions of one file in reading order."""
    return sorted((m for some in mentions for m in some), key=lambda m: m.span)


def _values(
    page: Page, kind: EntityKind, rule: Callable[[str, Sequence[Word], str], Iterator[Span]]
) -> Iterator[Mention]:
    for line in page.lines:
        for span in rule(page.text, line.words, page.language):
            yield Mention(
                page.file, span, kind, "written as a date" if kind == "date" else "a number"
            )


def _apart(mentions: Sequence[Mention], taken: Sequence[Mention]) -> list[Mention]:
    """The mentions that overlap none of those taken; both in reading order."""
    kept = []
    at = 0
    for mention in mentions:
        while at < len(taken) and taken[at].span.end <= mention.span.start:
            at += 1
        if at == len(taken) or not taken[at].span.overlaps(mention.span):
            kept.append(mention)
    return kept
