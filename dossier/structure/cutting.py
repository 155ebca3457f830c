"""From the lines of a text to those of a page: cut where breaks were lost, joined where added.

Pages saved as text often glue paragraphs ("lundi.Le chef"), or come as one long line. We cut them
where a paragraph could end, and say that the cut is ours (``Line.cut``). Texts wrapped at a
column, and paragraphs that a link broke in two, are one passage again; the text keeps its breaks.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dossier.language.folding import fold
from dossier.language.words import stop_words, word_list
from dossier.spans import Span, trim
from dossier.structure.gluing import LEAST, LONG, is_glued, unglue, wide_gaps
from dossier.structure.items import is_item
from dossier.structure.page import LISTS, Line, Page, physical_lines

ENOUGH = 600
"""Code points. A piece of a line that was too long ends with the sentence that reaches this."""

_SURE_END = re.compile(
    r"[.!?…](?<=[^\W\d_A-Z]{3}.)[»”\")]?(?=\s+[^\W\d_a-zß-ÿ])|[。！？។।؟][」』]?(?=[^\W_])"
)
"""A stop after a word in lower case and before one that opens: no abbreviation, no initial."""
_STOPS = frozenset(".!?:;…。！？।॥؟")
WIDEST = 120
"""Code points. No column is wider: a longer line of several sentences is a paragraph."""
_CREDIT = re.compile(r"(?:by|par|avec|with|via)\s", re.IGNORECASE)
LINES_READ_TOGETHER = 400


def open_page(text: str) -> Page:
    """The page of a text: its lines, cut where they must be, all open."""
    lines: list[Line] = []
    glued = is_glued(text)
    for span, above in joined(text, physical_lines(text)):
        may_be_cut = len(span) > LONG or (glued and len(span) >= 2 * LEAST)
        for piece in _pieces(text, span, glued=glued) if may_be_cut else (span,):
            cut = piece.start != span.start
            lines.append(Line(len(lines), piece, piece.of(text), 0 if cut else above, cut))
    return Page(text, tuple(lines), tuple(lines))


def paragraphs_in(text: str) -> list[str]:
    """The paragraphs of lines that no blank one parts, each on one line.

    All are one, unless a line is longer than any column and has several sentences: then the breaks
    are the writer's, and neither a column's nor those of one sentence a line.
    """
    lines = list(physical_lines(text))
    if any(
        len(span) > WIDEST and _SURE_END.search(text, span.start, span.end) for span, _ in lines
    ):
        return [" ".join(span.of(text).split("\n")) for span, _ in joined(text, lines)]
    return [" ".join(span.of(text) for span, _ in lines)]


def joined(text: str, lines: Iterable[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """The lines, with those put together that are one paragraph."""
    group: list[tuple[Span, int]] = []
    for span, above in lines:
        if above and group and not _is_drop_cap(text, group[-1][0], span):
            yield from _join_group(text, group)
            group = []
        group.append((span, above))
        if len(group) >= LINES_READ_TOGETHER:
            yield from _join_group(text, group)
            group = []
    yield from _join_group(text, group)


def _join_group(text: str, group: list[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """Lines without a blank one between them, put together where one goes on in the next."""
    wrapped = _is_wrapped(text, [span for span, _ in group])
    current: tuple[Span, int] | None = None
    for span, above in group:
        if current and (_goes_on(text, current[0], span, wrapped=wrapped)):
            current = (Span(current[0].start, span.end), current[1])
        else:
            if current:
                yield current
            current = (span, above)
    if current:
        yield current


def _is_wrapped(text: str, spans: list[Span]) -> bool:
    """Whether lines were broken at a column: nearly all as long as the longest, few at a stop."""
    if len(spans) < 3:
        return False
    widths = [len(span) for span in spans[:-1]]
    widest = max(widths)
    if not 40 <= widest <= 100:
        return False
    if sum(width >= 0.75 * widest for width in widths) < 0.9 * len(widths):
        return False
    open_ended = sum(not _is_stopped(text, span) for span in spans[:-1])
    if open_ended < 0.6 * len(widths):
        return False
    return not any(is_item(text[span.start : span.end]) for span in spans)


def _goes_on(text: str, span: Span, following: Span, *, wrapped: bool) -> bool:
    """Whether the paragraph of a line goes on in the next one."""
    first = text[following.start]
    if _is_drop_cap(text, span, following) or wrapped:
        return True
    if first in ",;)." and not text.startswith("..", following.start):
        return True
    last = text[max(span.start, span.end - 24) : span.end].rpartition(" ")[2]
    if _is_stopped(text, span):
        return False
    if last in _dangling():
        return True
    if not first.islower():
        return False
    if _CREDIT.match(text, following.start, following.end):
        return False
    return len(span) >= 40 or fold(last) in stop_words("fr") | stop_words("en")


@lru_cache(maxsize=1)
def _dangling() -> frozenset[str]:
    """Words after which no line of its own ends."""
    return frozenset(word for line in word_list("dangling", LISTS) for word in line.split())


def _is_stopped(text: str, span: Span) -> bool:
    """Whether a line ends as a sentence does, also inside its last quotation mark."""
    last = text[max(span.start, span.end - 4) : span.end].rstrip('»”" \u00a0\u202f')
    return not last or last[-1] in _STOPS


def _is_drop_cap(text: str, span: Span, following: Span) -> bool:
    """Whether a line is the ornate first letter of the next: "T", "he palace"."""
    return len(span) == 1 and text[span.start].isupper() and text[following.start].islower()


def _pieces(text: str, span: Span, *, glued: bool) -> Iterator[Span]:
    """The paragraphs that a physical line is, in order."""
    for piece in unglue(text, span) if glued or wide_gaps(text, span) else (span,):
        if len(piece) <= LONG:
            yield piece
        else:
            yield from _by_length(text, piece)


def _by_length(text: str, span: Span) -> Iterator[Span]:
    """The line cut at sentence ends into pieces that can be read and cited."""
    start = span.start
    while span.end - start > LONG and (end := _near_end(text, start, span.end)):
        yield Span(start, end)
        start = _skip(text, end, span.end)
    if start < span.end:
        yield trim(text, Span(start, span.end))


def _near_end(text: str, start: int, end: int) -> int | None:
    """Where a piece that opens at ``start`` may end: after a sentence, outside a quotation.

    Only sure ends are taken, so that the sentences of a piece are those of the line. A text in
    which quotations do not close is cut all the same. None where no sentence ends.
    """
    second_best = None
    for match in _SURE_END.finditer(text, start + ENOUGH, end):
        at = match.end()
        if at == end:
            return None
        if _is_balanced(text, start, at):
            return at
        second_best = second_best or at
        if at - start > LONG:
            return second_best
    return second_best


def _is_balanced(text: str, start: int, end: int) -> bool:
    """Whether every quotation that opens in the range closes in it."""
    return text.count('"', start, end) % 2 == 0 and all(
        text.count(opening, start, end) == text.count(closing, start, end)
        for opening, closing in ("«»", "“”", "「」")
    )


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
