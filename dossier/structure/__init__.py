"""What each line of an article is: headline, byline, heading, paragraph, furniture.

``structure_article`` is the one door. A rule is a function from a page to the spans of one kind
of thing in it; ``RULES`` is their order, and the first to claim a line names it. What no rule
claims is a paragraph, so that every visible character lies in exactly one block.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.article import PASSAGE_KINDS, Article, Block, BlockKind, Origin, Passage
from dossier.language.recognising import recognise_language
from dossier.language.sentences import find_sentences
from dossier.spans import Span
from dossier.structure.byline import find_bylines, find_credits
from dossier.structure.cutting import open_page
from dossier.structure.dateline import find_datelines
from dossier.structure.dates import find_dates
from dossier.structure.furniture import (
    find_addresses,
    find_embeds,
    find_furniture,
    find_ornaments,
    find_repeats,
)
from dossier.structure.heading import find_headings
from dossier.structure.headline import find_breadcrumbs, find_headline, find_mottos
from dossier.structure.items import find_items
from dossier.structure.page import Page
from dossier.structure.particulars import Particulars, read_particulars
from dossier.structure.references import find_references
from dossier.structure.tags import find_tags

__all__ = ["RULES", "Rule", "structure_article"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of thing, and how it is found."""

    name: str
    """What the reader is told when asking why."""
    kind: BlockKind
    find: Callable[[Page], Iterator[Span]]


RULES = (
    Rule("ornament", "furniture", find_ornaments),
    Rule("list of sources", "furniture", find_references),
    Rule("template", "furniture", find_furniture),
    Rule("address", "furniture", find_addresses),
    Rule("embedded post", "furniture", find_embeds),
    Rule("list item", "item", find_items),
    Rule("tags", "furniture", find_tags),
    Rule("date line", "date", find_dates),
    Rule("byline", "byline", find_bylines),
    Rule("agency", "furniture", find_credits),
    Rule("dateline", "dateline", find_datelines),
    Rule("breadcrumb", "furniture", find_breadcrumbs),
    Rule("caption", "furniture", find_repeats),
    Rule("headline", "headline", find_headline),
    Rule("motto", "furniture", find_mottos),
    Rule("heading", "heading", find_headings),
)
"""In order: what is surely around the text first, what is told by its place last."""


def structure_article(file: str, text: str) -> Article:
    """The article that a plain text is; never fails."""
    blocks, cuts = _find_blocks(text)
    language = recognise_language(text)
    particulars = read_particulars(text, blocks)
    return Article(
        file=file,
        text=text,
        blocks=tuple(blocks),
        passages=tuple(_passages(text, blocks, cuts)),
        title=particulars.title,
        outlet=particulars.outlet,
        byline=particulars.byline,
        published=particulars.published,
        updated=particulars.updated,
        url=particulars.url,
        language=language,
        origins=tuple(_origins(particulars, language)),
    )


def _find_blocks(text: str) -> tuple[list[Block], frozenset[int]]:
    """The blocks of a text in order, and where those start that we cut ourselves."""
    page = open_page(text)
    blocks = []
    for rule in RULES:
        found = list(rule.find(page))
        blocks += [Block(rule.kind, span, rule.name) for span in found]
        page = page.claim(found)
        if rule.kind == "headline":
            page = replace(page, headline=next(iter(found), None))
    blocks += [Block("paragraph", line.span) for line in page.open]
    blocks.sort(key=lambda block: block.span)
    return blocks, frozenset(line.span.start for line in page.lines if line.cut)


def _passages(text: str, blocks: Sequence[Block], cuts: frozenset[int]) -> Iterator[Passage]:
    """The blocks that are read and cited, each under its heading."""
    heading = None
    number = 0
    for block in blocks:
        if block.kind == "heading":
            heading = block.span
        elif block.kind in PASSAGE_KINDS:
            number += 1
            sentences = tuple(find_sentences(text, block.span))
            cut = block.span.start in cuts
            yield Passage(number, block.kind, block.span, sentences, heading, cut)


def _origins(particulars: Particulars, language: str | None) -> Iterator[tuple[str, Origin]]:
    for name in ("title", "outlet", "byline", "published", "updated", "url"):
        if getattr(particulars, name):
            yield name, "text"
    if language:
        yield "language", "text"
