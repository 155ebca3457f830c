"""Where a clipping stands today: in its place, elsewhere, or nowhere that is sure.

A clipping is moved only to the very words it had, typography apart, and only when one place is
clearly theirs. Words that were changed, even by a letter, are not the words that were kept: the
clipping is lost then, with the places that resemble it to choose from.

It stays in its file while there is one. Agency copy stands in many outlets, word for word; a
clipping that went to another file would be cited under the wrong name. Only when its file is gone
from the dossier is it looked for elsewhere, and found by the whole text or by what surrounds it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from dossier.article import Article
from dossier.clippings.clipping import CONTEXT, Clipping, digest_of
from dossier.clippings.wording import same_words, similarity
from dossier.search.searchable import Searchable
from dossier.spans import Span, trim

AnchorState = Literal["held", "moved", "lost"]
"""In its place; found by its words; not found for sure."""

_TELLING = 40
"""Code points from which words tell a place alone, whatever stands around them."""

_CONTEXT_ALIKE = 0.6
"""0..1: how alike what surrounds shorter words must be."""

_CLEAR = 0.15
"""0..1: how much more alike than the next best place the best must be."""

_RESEMBLES = 0.6
"""0..1: how alike words must be to be offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be a clipping's."""

    file: str
    span: Span
    likeness: float
    """0..1: how alike the words are, with what surrounds them."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a clipping stands today."""

    clipping: Clipping
    state: AnchorState
    file: str
    span: Span | None
    """None when it is lost."""
    candidates: tuple[Candidate, ...] = ()
    """For a lost one, the places that resemble it, the most alike first; at most three."""


def find_again(clipping: Clipping, articles: Sequence[Article]) -> Anchored:
    """Where the clipping stands in the articles of today."""
    return find_all_again((clipping,), articles)[0]


def find_all_again(
    clippings: Sequence[Clipping], articles: Sequence[Article]
) -> tuple[Anchored, ...]:
    """Where each clipping stands in the articles of today, in the clippings' order."""
    today = {article.file: _Today(article) for article in articles}
    return tuple(_anchor(clipping, today) for clipping in clippings)


class _Today:
    """An article as it is now, with what finding needs, made when first needed."""

    def __init__(self, article: Article) -> None:
        self.file, self.text = article.file, article.text

    @cached_property
    def digest(self) -> str:
        return digest_of(self.text)

    @cached_property
    def searchable(self) -> Searchable:
        return Searchable(self.text)


def _anchor(clipping: Clipping, today: dict[str, _Today]) -> Anchored:
    """Where a clipping stands, by the surest sign first."""
    home = today.get(clipping.file)
    if home and _holds(clipping, home):
        return Anchored(clipping, "held", home.file, clipping.span)
    if renamed := _renamed(clipping, today):
        return Anchored(clipping, "moved", renamed.file, clipping.span)
    where = [home] if home else list(today.values())
    places = sorted(_places(clipping, where), key=lambda place: -place.likeness)
    if places and _clearly(clipping, places):
        return Anchored(clipping, "moved", places[0].file, places[0].span)
    alike = places or sorted(_alike(clipping, where), key=lambda place: -place.likeness)
    return Anchored(clipping, "lost", clipping.file, None, tuple(alike[:3]))


def _holds(clipping: Clipping, home: _Today) -> bool:
    """Whether the words stand where they stood, and are not those of another article."""
    if home.text[clipping.span.start : clipping.span.end] != clipping.exact:
        return False
    if not _cut_as_before(clipping, home.text, clipping.span):
        return False
    if len(clipping.exact) >= _TELLING:
        return True
    return _context(clipping, home.text, clipping.span) >= _CONTEXT_ALIKE


def _renamed(clipping: Clipping, today: dict[str, _Today]) -> _Today | None:
    """The one article that has the very text of the clipping's, under another name."""
    home = today.get(clipping.file)
    if not clipping.digest or (home and home.digest == clipping.digest):
        return None
    same = [
        article
        for article in today.values()
        if article.text[clipping.span.start : clipping.span.end] == clipping.exact
        and article.digest == clipping.digest
    ]
    return same[0] if len(same) == 1 else None


def _places(clipping: Clipping, where: Sequence[_Today]) -> Iterator[Candidate]:
    """Every place that has the clipping's words, as they were, else in other typography."""
    for find in (_as_they_were, _in_other_typography, _with_letters_lost):
        met = False
        for article in where:
            for span in find(clipping.exact, article):
                if _cut_as_before(clipping, article.text, span):
                    met = True
                    likeness = _context(clipping, article.text, span)
                    yield Candidate(article.file, span, likeness)
        if met:
            return


def _as_they_were(exact: str, article: _Today) -> Iterator[Span]:
    """Where the exact words stand."""
    at = article.text.find(exact)
    while at >= 0:
        yield Span(at, at + len(exact))
        at = article.text.find(exact, at + 1)


def _in_other_typography(exact: str, article: _Today) -> Iterator[Span]:
    """Where the same words stand, typography and encoding apart."""
    wanted, text = Searchable(exact).text.strip(), article.searchable.text
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        span = article.searchable.span(at, at + len(wanted))
        span = _with_its_marks(exact, article.text, span)
        if same_words(exact, span.of(article.text)):
            yield span
        at = text.find(wanted, at + 1)


def _with_letters_lost(exact: str, article: _Today) -> Iterator[Span]:
    """Where the same words stand, less the letters an encoding could not write."""
    pattern = "".join(
        r"\s" if c.isspace() else re.escape(c) if c.isascii() else f"[{re.escape(c)}?\ufffd]"
        for c in exact
    )
    for match in re.finditer(pattern, article.text):
        yield Span(*match.span())


def _cut_as_before(clipping: Clipping, text: str, span: Span) -> bool:
    """Whether the place cuts a word at its ends only where the clipping did: 20 is not in 120."""
    words = span.of(text)
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    cuts_start = (before + words[:1]).isalnum() and bool(before)
    cuts_end = (words[-1:] + after).isalnum() and bool(after)
    cut_start = (clipping.prefix[-1:] + clipping.exact[:1]).isalnum() and bool(clipping.prefix)
    cut_end = (clipping.exact[-1:] + clipping.suffix[:1]).isalnum() and bool(clipping.suffix)
    return (not cuts_start or cut_start) and (not cuts_end or cut_end)


def _with_its_marks(exact: str, text: str, span: Span) -> Span:
    """The span, grown by the quotation marks that the words began or ended with.

    Folding leaves them out; the place found by folded words may lack them.
    """
    start, end = span.start, span.end
    missing = len(exact) - len(span)
    for start_grown in range(start, max(-1, start - 1 - max(0, missing) - 2), -1):
        for end_grown in range(end, min(len(text), end + max(0, missing) + 2) + 1):
            grown = trim(text, Span(start_grown, end_grown))
            if same_words(exact, grown.of(text)):
                return grown
    return span


def _clearly(clipping: Clipping, places: Sequence[Candidate]) -> bool:
    """Whether the first of the places is the clipping's beyond doubt."""
    best = places[0].likeness
    if len(places) == 1:
        return len(clipping.exact) >= _TELLING or best >= _CONTEXT_ALIKE
    return best >= _CONTEXT_ALIKE and best - places[1].likeness >= _CLEAR


def _context(clipping: Clipping, text: str, span: Span) -> float:
    """0..1: how alike what stands around a place is to what stood around the words.

    The better of the two sides: a paragraph put in or taken out changes one of them.
    """
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return max(similarity(clipping.prefix, before), similarity(clipping.suffix, after))


def _alike(clipping: Clipping, where: Sequence[_Today]) -> Iterator[Candidate]:
    """The place in each article whose words are most like the clipping's, where they are at all."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    wanted = Searchable(clipping.exact).text.strip()
    for article in where:
        found = partial_ratio_alignment(
            wanted, article.searchable.text, score_cutoff=100 * _RESEMBLES
        )
        if found and found.dest_start < found.dest_end and len(wanted) > 3:
            span = article.searchable.span(found.dest_start, found.dest_end)
            yield Candidate(article.file, trim(article.text, span), found.score / 100)
