"""The rules in their order, and the article they make of a page.

A rule is a function from a page to the spans of one kind of thing in it. The first to claim a line
names it; what no rule claims is a paragraph, so that every visible character lies in exactly one
block.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dossier.article import PASSAGE_KINDS, Article, Block, BlockKind, Origin, Passage
from dossier.language.recognising import recognise_language
from dossier.language.sentences import find_sentences
from dossier.spans import Span
from dossier.structure.byline import find_bylines, find_credits
from dossier.structure.captions import find_captions, find_repeats
from dossier.structure.dateline import find_datelines
from dossier.structure.dates import find_dates
from dossier.structure.desk import find_desks
from dossier.structure.furniture import (
    find_addresses,
    find_embeds,
    find_furniture,
    find_ornaments,
)
from dossier.structure.heading import find_headings
from dossier.structure.headline import (
    find_breadcrumbs,
    find_headline,
    find_mottos,
    find_repeated_headlines,
    find_standfirsts,
    find_stopped_headlines,
)
from dossier.structure.items import find_items
from dossier.structure.outlet import find_mastheads, find_outlets
from dossier.structure.page import Page
from dossier.structure.particulars import Particulars, join_particulars, read_particulars
from dossier.structure.quotes import find_pull_quotes
from dossier.structure.references import find_references
from dossier.structure.tags import find_tags
from dossier.values import dataclass


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
    Rule("credited picture", "furniture", find_captions),
    Rule("stopped headline", "headline", find_stopped_headlines),
    Rule("list item", "item", find_items),
    Rule("tags", "furniture", find_tags),
    Rule("outlet", "furniture", find_outlets),
    Rule("byline", "byline", find_bylines),
    Rule("date line", "date", find_dates),
    Rule("agency", "furniture", find_credits),
    Rule("desk", "furniture", find_desks),
    Rule("dateline", "dateline", find_datelines),
    Rule("breadcrumb", "furniture", find_breadcrumbs),
    Rule("caption", "furniture", find_repeats),
    Rule("headline", "headline", find_headline),
    Rule("repeated headline", "furniture", find_repeated_headlines),
    Rule("standfirst", "standfirst", find_standfirsts),
    Rule("outlet", "furniture", find_mastheads),
    Rule("motto", "furniture", find_mottos),
    Rule("pull quote", "quote", find_pull_quotes),
    Rule("heading", "heading", find_headings),
)
"""In order: what is surely around the text first, what is told by its place last."""


def build_article(
    file: str,
    text: str,
    blocks: Sequence[Block],
    cuts: frozenset[int],
    said: Particulars | None = None,
) -> Article:
    """The article of a text and its blocks; what metadata say goes before what the text says."""
    read = read_particulars(text, blocks)
    language = recognise_language(text)
    known = join_particulars(said, read) if said else read
    return Article(
        file=file,
        text=text,
        blocks=tuple(blocks),
        passages=tuple(_passages(text, blocks, cuts)),
        title=known.title,
        outlet=known.outlet,
        byline=known.byline,
        published=known.published,
        updated=known.updated,
        url=known.url,
        language=language,
        origins=tuple(_origins(known, said, language)),
    )


def find_blocks(
    page: Page, rules: Sequence[Rule], known: Sequence[Block] = ()
) -> tuple[list[Block], frozenset[int]]:
    """The blocks of a page in order, and where those start that we cut ourselves.

    What is known already is not asked of the rules.
    """
    blocks = list(known)
    page = page.claim(block.span for block in known)
    for rule in rules:
        found = list(rule.find(page))
        if not found:
            continue
        blocks += [Block(rule.kind, span, rule.name) for span in found]
        page = page.claim(found)
        if rule.kind == "headline":
            page = replace(page, headline=next(iter(found), None))
    blocks += [Block("paragraph", line.span) for line in page.open]
    blocks.sort(key=lambda block: block.span.start)
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


def _origins(
    known: Particulars, said: Particulars | None, language: str | None
) -> Iterator[tuple[str, Origin]]:
    for name in ("title", "outlet", "byline", "published", "updated", "url"):
        if getattr(known, name):
            yield name, "metadata" if said and getattr(said, name) else "text"
    if language:
        yield "language", "text"
