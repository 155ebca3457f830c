"""Pages: what stands in the text pane, from the articles' spans.

A page is a run of pieces. A piece is either a span of an article's text, or words of the program's
own (a source's name, a folded line) which are told apart from it wherever they are drawn. A page
holds no layout: how wide it is set, and what is painted over it, is the pane's business.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Literal

from dossier.article import PASSAGE_KINDS, Article, Block, BlockKind
from dossier.dossier import Source, TopicSources
from dossier.topics import Extract
from dossier.values import dataclass
from tui.dates import dated
from tui.typesetting import leaves
from tui.wording import say, say_many

PieceKind = BlockKind | Literal["name", "note", "fold", "rest"]
"""A block's kind; or the program's words: an article's name, a note, folded furniture. ``rest`` is
text that no block holds."""

_CLOSE: frozenset[PieceKind] = frozenset(
    {"item", "reference", "date", "byline", "caption", "note", "furniture"}
)
"""Kinds that follow one of their own without a blank line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is set as one."""

    kind: PieceKind
    article: Article | None
    """Whose words they are, or whom the program's words are about; None for neither."""
    start: int
    """In the article's text; where in the article it stands when the words are the program's."""
    end: int
    above: int = 0
    """Blank lines above."""
    words: str | None = None
    """The program's own words; None for the article's."""
    lead: int = 0
    """Code points of a dateline that it opens with."""
    cut: bool = False
    """Whether the extract starts after the passage's start."""

    @property
    def text(self) -> str:
        """The text that ``span`` is of."""
        if self.words is not None or self.article is None:
            return self.words or ""
        return self.article.text

    @property
    def span(self) -> tuple[int, int]:
        """What of ``text`` is set."""
        return (0, len(self.words)) if self.words is not None else (self.start, self.end)

    @property
    def read(self) -> bool:
        """Whether it is part of a passage: read, cited and clipped."""
        return self.words is None and self.kind in PASSAGE_KINDS


@dataclass(frozen=True)
class Page:
    """Pieces in reading order, and where in them an offset stands."""

    pieces: tuple[Piece, ...]
    files: tuple[str, ...] = ()
    """Of the articles on it, in order."""
    anthology: bool = False
    """Whether it is extracts rather than an article."""
    _starts: dict[str, tuple[list[int], list[int]]] = field(default_factory=dict, compare=False)
    _sums: list[int] = field(default_factory=list, compare=False)

    def piece_at(self, file: str, offset: int) -> int | None:
        """The piece that holds the offset, else the last before it; None without the article.

        Of several that stand there (an article's name above its first words) it is the first.
        """
        if file not in self._starts:
            held = [
                (piece.start, index)
                for index, piece in enumerate(self.pieces)
                if piece.article is not None and piece.article.file == file
            ]
            self._starts[file] = ([start for start, _ in held], [index for _, index in held])
        starts, indices = self._starts[file]
        if not starts:
            return None
        at = max(0, bisect_right(starts, offset) - 1)
        return indices[bisect_left(starts, starts[at])]

    def words_at(self, file: str, offset: int) -> int | None:
        """The piece of the article's own words that holds the offset, else one beside it."""
        index = self.piece_at(file, offset)
        while index is not None and self.pieces[index].words is not None:
            index = index + 1 if index + 1 < len(self.pieces) else None
        return index

    def share(self, index: int, offset: int) -> float:
        """0..1: how much of the page's words stand before an offset of a piece."""
        if not self._sums:
            total = 0
            for piece in self.pieces:
                self._sums.append(total)
                total += piece.end - piece.start
            self._sums.append(total)
        if not self._sums[-1]:
            return 1.0
        return min(1.0, (self._sums[index] + offset) / self._sums[-1])

    def number_at(self, index: int) -> int | None:
        """The number of the passage that the piece opens; None where it opens none."""
        piece = self.pieces[index]
        if not piece.read or piece.article is None:
            return None
        passage = piece.article.passage_at(piece.start)
        goes_on = not piece.above and passage and passage.span.start < piece.start
        return None if passage is None or goes_on else passage.number

    @cached_property
    def most_passages(self) -> int:
        """The highest number a passage of the page may have."""
        many = (len(piece.article.passages) for piece in self.pieces if piece.article)
        return max(many, default=0)

    def next_read(self, index: int, step: int) -> int | None:
        """The next piece that is part of a passage, upwards with a ``step`` of -1."""
        index += step
        while 0 <= index < len(self.pieces):
            if self.pieces[index].read:
                return index
            index += step
        return None


def article_page(article: Article, *, folded: bool = True) -> Page:
    """The whole article, its furniture folded to a line with a count or shown."""
    particulars = _particulars(article)
    pieces = [Piece("note", article, 0, 0, words=particulars)] if particulars else []
    pieces += _headline(article)
    pieces += _blocks(article, folded=folded, first=not pieces)
    if len(pieces) <= 1 and not article.text.strip():
        pieces.append(Piece("note", article, 0, 0, above=1, words=say("This file is empty.")))
    return Page(tuple(pieces), (article.file,))


def anthology_page(sources: Sequence[Source]) -> Page:
    """Every source's extracts on a topic, one after the other under the source's name."""
    if isinstance(sources, TopicSources):
        from tui.anthologies import LongAnthology  # not for a page of a small dossier

        return LongAnthology(sources)
    pieces: list[Piece] = []
    for source in sources:
        pieces += name_pieces(source, above=2 if pieces else 0)
        for extract in source.extracts:
            piece = extract_piece(source.article, extract)
            for at, end in leaves(source.article.text, piece.start, piece.end):
                pieces.append(
                    replace(piece, start=at, end=end, cut=piece.cut and at == piece.start)
                )
    return Page(tuple(pieces), tuple(source.article.file for source in sources), anthology=True)


def name_pieces(source: Source, *, above: int) -> list[Piece]:
    """A source's name and what is known of it, as they stand over its extracts."""
    article = source.article
    start = source.extracts[0].span.start if source.extracts else 0
    return [
        Piece("name", article, start, start, above=above, words=_line(article.name)),
        Piece("note", article, start, start, words=_particulars(article)),
    ]


def extract_piece(article: Article, extract: Extract) -> Piece:
    """An extract, as one piece."""
    kind, opening = _kind_at(article, extract.span.start)
    cut = extract.span.start > opening
    return Piece(kind, article, extract.span.start, extract.span.end, 1, cut=cut)


def _line(words: str) -> str:
    return " ".join(words.split())


def _kind_at(article: Article, offset: int) -> tuple[BlockKind, int]:
    """The kind of the passage that holds the offset, and where it starts."""
    passage = article.passage_at(offset)
    return (passage.kind, passage.span.start) if passage else ("paragraph", offset)


def _particulars(article: Article) -> str:
    """Outlet, author and date, as far as they are known; the file where nothing else names it."""
    known = [part for part in (article.outlet, article.byline, dated(article)) if part]
    if not article.title:
        known.append(say("no headline"))
        if not article.outlet and not article.byline:
            known.append(article.file)
    return _line(" · ".join(known or [article.file]))


def _headline(article: Article) -> list[Piece]:
    """The title that the metadata or the reader gave an article whose text has no headline."""
    if not article.title or any(block.kind == "headline" for block in article.blocks[:40]):
        return []
    return [Piece("name", article, 0, 0, words=_line(article.title))]


def _blocks(article: Article, *, folded: bool, first: bool) -> Iterator[Piece]:
    before: PieceKind | None = None if first else "note"
    blocks = article.blocks
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if block.kind == "furniture" and folded:
            stop = index
            while stop < len(blocks) and blocks[stop].kind == "furniture":
                stop += 1
            yield _fold(article, block, blocks[stop - 1], stop - index, above=before is not None)
            before, index = "fold", stop
            continue
        lead = _lead(article, blocks, index)
        start = block.span.start
        if lead:
            index += 1
            block = blocks[index]
        above = _above(before, block.kind)
        for at, end in leaves(article.text, start, block.span.end):
            yield Piece(block.kind, article, at, end, above, lead=lead)
            above = lead = 0
        before = block.kind
        index += 1


def _fold(article: Article, first: Block, last: Block, lines: int, *, above: bool) -> Piece:
    words = say_many("{n} line around the article", "{n} lines around the article", lines)
    return Piece("fold", article, first.span.start, last.span.end, int(above), words=words)


def _lead(article: Article, blocks: Sequence[Block], index: int) -> int:
    """Code points of the dateline that opens the next block's line; 0 for anything else."""
    if blocks[index].kind != "dateline" or index + 1 == len(blocks):
        return 0
    here, after = blocks[index].span, blocks[index + 1]
    if after.kind != "paragraph" or "\n" in article.text[here.end : after.span.start]:
        return 0
    return len(here)


def _above(before: PieceKind | None, kind: PieceKind) -> int:
    """The blank lines between two pieces."""
    if before is None or (before == kind and kind in _CLOSE):
        return 0
    if before == "heading" or (before == "note" and kind == "headline"):
        return 0
    return 1
