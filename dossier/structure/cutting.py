"""Cutting where the source has lost its line breaks.

Pages saved as text often glue paragraphs ("lundi.Le chef"), or come as one long line. We cut them
where a paragraph could end, and say that the cut is ours (``Line.cut``).
"""

import re
from collections.abc import Iterator

from dossier.language.sentences import find_sentences
from dossier.spans import Span, trim
from dossier.structure.page import Line, Page, physical_lines

LONG = 2400
"""Code points. The longest paragraph seen in a dossier that kept its breaks had 1,900."""
ENOUGH = 600
"""Code points. A piece of a line that was too long ends with the sentence that reaches this."""
LEAST = 60
"""Code points. Pieces shorter than this are not paragraphs that lost their break."""

_STOP = re.compile(r"[.!?…][.!?…]*[»”\")]*")
_OPENING = re.compile(r"[«“\"]?\s?[A-ZÀ-ÖØ-Þ][a-zà-ÿ'’ ]")
_READ_ALSO = re.compile(
    r"(?:À |A )?(?:[Ll]ire|[Vv]oir) (?:aussi|également)\s?:|Read (?:more|also)\s?:"
)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ»”\"?!])(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ’' ]+)(?<!Mc)(?<!Mac)(?<!De)")


def open_page(text: str) -> Page:
    """The page of a text: its lines, cut where they must be, all open."""
    lines: list[Line] = []
    for span, above in physical_lines(text):
        for piece in _pieces(text, span):
            cut = piece.start != span.start
            lines.append(Line(len(lines), piece, piece.of(text), 0 if cut else above, cut))
    return Page(text, tuple(lines), tuple(lines))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """The paragraphs that a physical line is, in order."""
    if len(span) < 2 * LEAST:
        yield span
        return
    for piece in _unglue(text, span):
        if len(piece) <= LONG:
            yield piece
        else:
            yield from _by_length(text, piece)


def _unglue(text: str, span: Span) -> Iterator[Span]:
    """The line cut where a full stop lost the break after it, and around "Lire aussi : …"."""
    start = span.start
    for match in _STOP.finditer(text, span.start, span.end):
        end = match.end()
        if end == span.end or text[end].isspace() or min(end - start, span.end - end) < LEAST:
            continue
        if not (_OPENING.match(text, end) and _is_glue(text, match)):
            continue
        yield Span(start, end)
        start = end
        if also := _READ_ALSO.match(text, start, span.end):
            camel = _CAMEL.search(text, also.end() + 12, min(span.end, also.end() + 220))
            if camel:
                yield Span(start, camel.start())
                start = camel.start()
    yield trim(text, Span(start, span.end))


def _is_glue(text: str, match: re.Match[str]) -> bool:
    """Whether the words around the mark are prose, not an address or a list of initials."""
    word = text[max(0, match.start() - 24) : match.start()].rpartition(" ")[2]
    if any(mark in word for mark in "/@.#"):
        return False
    return len(word) > 1 and not word[-1].isupper()


def _by_length(text: str, span: Span) -> Iterator[Span]:
    """The line cut at sentence ends into pieces that can be read and cited."""
    start, end = span.start, span.start
    for sentence in find_sentences(text, span):
        if sentence.end - start > 2 * ENOUGH and end > start:
            yield Span(start, end)
            start = sentence.start
        end = sentence.end
        if end - start >= ENOUGH:
            yield Span(start, end)
            start = end = _skip(text, end, span.end)
    if start < span.end:
        yield trim(text, Span(start, span.end))


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
