"""Articles whose format says what their parts are: Markdown, saved pages.

A reader of such a format gives pieces, each with its kind where the format tells it; the text is
the pieces' words, one under the other, as they are read. What the format leaves open (a plain
paragraph) goes through the rules that know words rather than places.
"""

from collections.abc import Iterable

from dossier.article import Article, Block, BlockKind
from dossier.spans import Span
from dossier.structure.cutting import open_page
from dossier.structure.particulars import Particulars
from dossier.structure.table import RULES, Rule, build_article, find_blocks
from dossier.values import dataclass

BY_PLACE = frozenset(
    {"list item", "breadcrumb", "caption", "pull quote", "headline", "repeated headline"}
    | {"standfirst", "motto", "heading"}
)
MARKED_RULES = tuple(rule for rule in RULES if rule.name not in BY_PLACE)
"""The rules for what the format leaves open; headline and headings it tells itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an article as its format gives it."""

    words: str
    """On one line."""
    kind: BlockKind | None = None
    """None where the format does not say: a plain paragraph, until a rule says otherwise."""


def assemble_article(file: str, pieces: Iterable[Piece], said: Particulars) -> Article:
    """The article that the pieces are, with the particulars that the file's metadata say."""
    known: list[Block] = []
    words: list[str] = []
    at = 0
    before: BlockKind | None = None
    for piece in pieces:
        line = " ".join(piece.words.split())
        if not line:
            continue
        between = "" if not words else "\n" if piece.kind == before == "item" else "\n\n"
        at += len(between)
        words += [between, line]
        if piece.kind is not None:
            known.append(Block(piece.kind, Span(at, at + len(line)), "marked"))
        at += len(line)
        before = piece.kind
    text = "".join(words)
    return build_article(file, text, *_cut(text, known, MARKED_RULES), said)


def _cut(
    text: str, known: list[Block], rules: tuple[Rule, ...]
) -> tuple[list[Block], frozenset[int]]:
    """The blocks of the text: those the format tells, and what the rules make of the rest."""
    page = open_page(text)
    told: list[Block] = []
    kinds = iter(known)
    block = next(kinds, None)
    for line in page.lines:
        while block and block.span.end <= line.span.start:
            block = next(kinds, None)
        if block and block.span.covers(line.span):
            told.append(Block(block.kind, line.span, block.why))
    return find_blocks(page, rules, told)
