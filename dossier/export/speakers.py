"""Who says what leaves: the speaker of an extract that is somebody's words.

Worked out by ``dossier.quotes``, and only where the extract is a quotation, or mostly one, and of
one speaker alone. A speaker who is not sure stays marked as such; where nobody is known, nobody is
named.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.export.document import Document, LeftOut, Quotation
from dossier.index.lately import Lately
from dossier.quotes import Quote, find_quotes
from dossier.spans import Span

_MOSTLY = 0.5
"""0..1: the share of an extract that must be somebody's words."""

_HELD = 4096
"""Articles whose quotes are held."""


class Speakers:
    """Who speaks in the articles of a dossier; an article's quotes are looked for once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._quotes: Lately[tuple[Quote, ...]] = Lately(_HELD)

    def told(self, document: Document, step: Callable[[], object] = bool) -> Document:
        """The document with whoever speaks in its quotes; of other articles nothing is asked.

        Where the names of the dossier are not known, nobody is named, and the document says so.
        ``step`` is called at each quote; what it raises ends the telling.
        """
        if not self._dossier.analysed and not self._dossier.found.entities:
            untold: tuple[LeftOut, ...] = ("speakers",) if document.sections else ()
            return replace(document, left_out=(*document.left_out, *untold))
        sections = tuple(
            replace(section, quotations=tuple(self._told(q, step) for q in section.quotations))
            for section in document.sections
        )
        return replace(document, sections=sections)

    def _told(self, quotation: Quotation, step: Callable[[], object]) -> Quotation:
        step()
        quotes = self.quotes_of(quotation.article.file)
        quote = speaker_of(quotation.article, quotation.spans, quotes)
        if quote is None:
            return quotation
        return replace(quotation, speaker=quote.speaker, attribution=quote.state)

    def quotes_of(self, file: str) -> tuple[Quote, ...]:
        """The quotes of an article; any thread may ask."""
        return self._quotes.get(
            file, lambda: find_quotes(self._dossier.article(file), self._dossier.mentions(file))
        )


def speaker_of(article: Article, spans: Sequence[Span], quotes: Sequence[Quote]) -> Quote | None:
    """The quote that tells who says the words of the spans; None when nobody alone does.

    Of several quotes of one speaker, the least sure: what is said of all is no surer than that.
    """
    inside = [q for q in quotes if q.state != "unsaid" and any(q.span.overlaps(s) for s in spans)]
    said = sum(_letters(article, _shared(q.span, s)) for q in inside for s in spans)
    whole = sum(_letters(article, span) for span in spans)
    if not inside or said < _MOSTLY * whole or len({quote.speaker for quote in inside}) > 1:
        return None
    first = min(inside, key=lambda quote: ("uncertain", "role", "named").index(quote.state))
    return first if first.speaker else None


def _shared(one: Span, other: Span) -> Span:
    """What two spans have in common; an empty span when that is nothing."""
    start = max(one.start, other.start)
    return Span(start, max(start, min(one.end, other.end)))


def _letters(article: Article, span: Span) -> int:
    """The letters and figures of a span: what marks and spaces there are counts for nothing."""
    return sum(map(str.isalnum, article.text[span.start : span.end]))
