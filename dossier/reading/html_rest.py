"""What a page shows beside what trafilatura takes for its article: nothing of it is lost.

What stands between the article's headline and its last words keeps its place there: captions, the
standfirst, the headings of a page of updates; else it is furniture. The rest of the page, its menus
and its foot, stands after the article, each line once.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, pairwise

from dossier.article import Article, Block, BlockKind
from dossier.language.folding import fold
from dossier.reading.html_lines import Line
from dossier.spans import Span
from dossier.structure import Piece

LONG = 20
"""Letters and figures. Where so many are the same, the words are."""
LEAST_STANDFIRST = 40
"""Letters and figures that the standfirst has in common with what the page's metadata say."""
LEAST_HEADINGS = 3
"""Headings that a page of updates has; a lone one may be that of a box."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NEAR = 100_000
"""Letters and figures around a place in the article in which a line is looked for."""


def plain(words: str) -> str:
    """Words by their letters and figures alone."""
    return re.sub(r"[\W_]+", "", fold(words))


@dataclass(frozen=True, slots=True)
class Page:
    """An article, and what the page shows around it."""

    article: tuple[Piece, ...]
    around: tuple[str, ...]
    """Lines, in the page's order, each once."""


def set_beside(
    pieces: Sequence[Piece], lines: Sequence[Line], summaries: Iterable[str] = ()
) -> Page:
    """The article's pieces, the headline first, with what else the page's lines show.

    ``summaries`` are what the page says of its article in its metadata; they may be cut.
    """
    page = _matched(pieces, lines)
    inside: dict[int, dict[str, Piece]] = defaultdict(dict)
    around: dict[str, str] = {}
    kinds = _kinds(page, pieces, list(map(plain, summaries)))
    place = 0
    for at, (line, words) in enumerate(zip(page.lines, page.plains, strict=True)):
        place = page.places.get(at, place)
        if at in kinds:
            inside[place].setdefault(words, Piece(line.words, kinds[at]))
        elif at not in page.said and words:
            around.setdefault(words, line.words)
    whole = [(piece, *inside[number].values()) for number, piece in enumerate(pieces)]
    return Page(tuple(chain.from_iterable(whole)), tuple(around.values()))


def with_furniture(article: Article, lines: Sequence[str]) -> Article:
    """The article with lines under it that stood around it on its page."""
    text, blocks = [article.text], list(article.blocks)
    end = len(article.text)
    for line in lines:
        between = "\n" if text[1:] else "\n\n"
        text += [between, line]
        start, end = end + len(between), end + len(between) + len(line)
        blocks.append(Block("furniture", Span(start, end), "around"))
    return replace(article, text="".join(text), blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Matched:
    """A page's lines beside the article's pieces."""

    lines: Sequence[Line]
    plains: Sequence[str]
    said: frozenset[int]
    """Numbers of the lines whose words the article has."""
    places: Mapping[int, int]
    """For those that follow one another as they do in the article, the number of the piece."""
    first: int
    """The line of the headline; the first of the article where the page does not show it."""
    end: int
    """Just past the article's last line."""


def _matched(pieces: Sequence[Piece], lines: Sequence[Line]) -> _Matched:
    """The page's lines beside the article's pieces."""
    body = _Body(tuple(plain(piece.words) for piece in pieces))
    lines = [part for line in lines for part in _parted(line, body)]
    plains = [plain(line.words) for line in lines]
    found = _found(plains, body)
    run = _rising(found)
    ends = {at: found[at] + len(plains[at]) for at in run}
    if run:
        above, below = range(run[0])[::-1], range(run[-1] + 1, len(plains))
        opening = body.wholes(0, found[run[0]])
        closing = body.wholes(ends[run[-1]], len(body.text))
        ends |= _outer(plains, above, opening) | _outer(plains, below, closing)
    ends |= _short(plains, body, run, ends)
    places = {at: body.piece_at(ends[at] - 1) for at in ends}
    first, last = min(ends, default=0), max(ends, default=-1)
    return _Matched(lines, plains, frozenset((*found, *ends)), places, first, last + 1)


class _Body:
    """The article's letters and figures, its pieces after one another."""

    def __init__(self, plains: tuple[str, ...]) -> None:
        self.plains = plains
        self.text = "".join(plains)
        self._ends = list(accumulate(map(len, plains)))
        self._starts = dict(zip(reversed(plains), reversed([0, *self._ends[:-1]]), strict=True))

    def find(self, words: str, at: int) -> int:
        """Where words stand, a place after ``at`` rather than one before; -1 where they do not."""
        found = self.text.find(words, at, at + _NEAR)
        if found < 0:
            found = self._starts.get(words, -1)
        return found if found >= 0 else self.text.find(words, max(0, at - _NEAR), at)

    def wholes(self, start: int, end: int) -> dict[str, int]:
        """The pieces that lie between two places, and where each ends."""
        ends = zip(self.plains, self._ends, strict=True)
        return {words: at for words, at in ends if words and start + len(words) <= at <= end}

    def piece_at(self, offset: int) -> int:
        """The number of the piece that holds an offset."""
        return bisect_right(self._ends, offset)


def _parted(line: Line, body: _Body) -> list[Line]:
    """The line; its parts, when the article has some of them and not the others."""
    parts = [(part, plain(part)) for part in line.parts]
    long = [words for _, words in parts if len(words) >= LONG]
    if len(parts) == 1 or not long or body.find(plain(line.words), 0) >= 0:
        return [line]
    if all(body.find(words, 0) < 0 for words in long):
        return [line]
    return [Line((part,), line.within) for part, words in parts if words]


def _found(plains: Sequence[str], body: _Body) -> dict[int, int]:
    """Where the long lines stand in the article that stand in it."""
    found: dict[int, int] = {}
    place = 0
    for at, words in enumerate(plains):
        if len(words) >= LONG and (start := body.find(words, place)) >= 0:
            found[at] = start
            place = start + len(words)
    return found


def _rising(found: Mapping[int, int]) -> list[int]:
    """The longest run of lines that stand in the article in the order of the page.

    By patience sorting: C. Schensted, "Longest increasing and decreasing subsequences",
    Canadian Journal of Mathematics 13, 1961.
    """
    tops: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for at, place in found.items():
        pile = bisect_left(tops, place)
        before[at] = last[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
        last[pile : pile + 1] = [at]
    run: list[int] = []
    at_: int | None = last[-1] if last else None
    while at_ is not None:
        run.append(at_)
        at_ = before[at_]
    return run[::-1]


def _outer(plains: Sequence[str], numbers: range, wholes: dict[str, int]) -> dict[int, int]:
    """The lines of these numbers that are the first to be one of the pieces, and where it ends."""
    return {at: wholes.pop(plains[at]) for at in numbers if plains[at] in wholes}


def _short(
    plains: Sequence[str], body: _Body, known: Sequence[int], ends: Mapping[int, int]
) -> dict[int, int]:
    """Where the short lines between the known ones end in the article, of those it has."""
    found: dict[int, int] = {}
    for above, below in pairwise(known):
        place, stop = ends[above], ends[below] - len(plains[below])
        for at in range(above + 1, below):
            if 0 < len(plains[at]) < LONG:
                start = body.text.find(plains[at], place, stop)
                if start >= 0:
                    found[at] = place = start + len(plains[at])
    return found


def _kinds(
    page: _Matched, pieces: Sequence[Piece], summaries: Sequence[str]
) -> dict[int, BlockKind]:
    """What the lines between the article's words are that they do not have."""
    others = [at for at in range(page.first, page.end) if at not in page.said and page.plains[at]]
    kinds = {at: _kind(page, at) for at in others}
    if [*kinds.values()].count("heading") < LEAST_HEADINGS:
        kinds = {at: "furniture" if kind == "heading" else kind for at, kind in kinds.items()}
    texts = (at for at, place in page.places.items() if place and pieces[place].kind is None)
    body = min(texts, default=page.end)
    for at in range(body):
        words = "" if at in page.said else page.plains[at]
        if any(_are_alike(words, summary) for summary in summaries):
            return kinds | {at: "standfirst"}
    return kinds


def _kind(page: _Matched, at: int) -> BlockKind:
    within = page.lines[at].within
    if within == "figcaption":
        return "caption"
    below = at + 1
    while below < page.end and page.lines[below].within == "time":
        below += 1
    if below not in page.said:
        return "furniture"
    if within == "time":
        return "date"
    return "heading" if within in _HEADINGS else "furniture"


def _are_alike(words: str, summary: str) -> bool:
    """Whether one has the opening of the other in it: a summary may be cut, or a part of it."""
    least = LEAST_STANDFIRST
    if min(len(words), len(summary)) < least:
        return False
    return words[:least] in summary or summary[:least] in words
