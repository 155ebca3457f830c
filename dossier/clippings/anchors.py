"""Where a clipping stands today: in its place, elsewhere, or nowhere that is sure.

A clipping is moved only to the very words it had, typography apart, and only when one place is
clearly theirs. Words that were changed, even by a letter, are not the words that were kept: the
clipping is lost then, and keeps the words it had.

It stays in its article. Agency copy stands in many outlets, word for word; a clipping that went to
another would be cited under the wrong name. When its file is gone from the dossier, the article is
looked for under another name, by its whole text, else by what most resembles it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from dossier.article import Article
from dossier.clippings.clipping import CONTEXT, Clipping, digest_of
from dossier.clippings.sketch import resemblance, sketch_of
from dossier.clippings.wording import find_wording, similarity
from dossier.on_demand import ArticlesOnDemand
from dossier.problems import Problem
from dossier.reading.files import is_file, path_of
from dossier.spans import Span

AnchorState = Literal["held", "moved", "lost"]
"""In its place; found by its words; not found for sure."""

_TELLING = 40
"""Code points from which words tell a place alone, whatever stands around them."""

_CONTEXT_ALIKE = 0.6
"""0..1: how alike what surrounds shorter words must be."""

_CLEAR = 0.15
"""0..1: how much more alike than the next best place the best must be."""

_SAME_ARTICLE = 0.4
"""0..1: how much an article must resemble one that is gone to be taken for it."""

_ANOTHER_ARTICLE = 0.2
"""0..1: from how much on a second article may be the one just as well: a copy, a later version."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where a clipping stands today."""

    clipping: Clipping
    state: AnchorState
    file: str
    span: Span | None
    """None when it is lost."""


def find_again(clipping: Clipping, articles: Sequence[Article]) -> Anchored:
    """Where the clipping stands in the articles of today."""
    return find_all_again((clipping,), articles)[0]


def find_all_again(
    clippings: Sequence[Clipping], articles: Sequence[Article]
) -> tuple[Anchored, ...]:
    """Where each clipping stands in the articles of today, in the clippings' order.

    Give the same tuple of articles again (``Dossier.articles``), and what was found is not looked
    for twice.
    """
    found, today = _found_in(articles)
    for clipping in clippings:
        known = found.get(clipping.id)
        if known is None or known.clipping is not clipping:
            found[clipping.id] = _anchor(clipping, today)
    return tuple(found[clipping.id] for clipping in clippings)


def clippings_of(
    clippings: Sequence[Clipping],
    articles: Sequence[Article],
    folder: Path | None,
    problems: Sequence[Problem] = (),
) -> tuple[Clipping, ...]:
    """The clippings that are these articles' business.

    When only some files of a folder were opened, those of files that were not are left alone:
    they are not lost. One of which the ``problems`` tell was opened, and is no article any more.
    """
    _, today = _found_in(articles)
    opened = {problem.file for problem in problems}
    elsewhere = {
        file
        for file in {clipping.file for clipping in clippings}
        if today.get(file) is None
        and file not in opened
        and folder is not None
        and is_file(path_of(folder, file))
    }
    return tuple(clipping for clipping in clippings if clipping.file not in elsewhere)


class _Today:
    """An article as it is now, with what finding needs, made when first needed."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.file = article.file

    @property
    def text(self) -> str:
        return self._article.text

    @cached_property
    def digest(self) -> str:
        return digest_of(self.text)

    @cached_property
    def sketch(self) -> str:
        return sketch_of(self.text)


class _Articles:
    """The articles of today by their files, each made ready when it is first looked in."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._made: dict[str, _Today] = {}

    def get(self, file: str) -> _Today | None:
        """The article of that file; None when there is none."""
        if not isinstance(self._articles, ArticlesOnDemand):
            return self._all.get(file)
        if file not in self._made:
            try:
                self._made[file] = _Today(self._articles[self._articles.place(file)])
            except KeyError:
                return None
        return self._made[file]

    def values(self) -> Collection[_Today]:
        """All of them, in the dossier's order."""
        return self._all.values()

    @cached_property
    def _all(self) -> dict[str, _Today]:
        return {article.file: _Today(article) for article in self._articles}


_LAST: tuple[Sequence[Article], dict[str, Anchored], _Articles] = ((), {}, _Articles(()))
"""The articles last looked in, what was found there by the clippings' ids, and what that took."""


def _found_in(articles: Sequence[Article]) -> tuple[dict[str, Anchored], _Articles]:
    """What was found in these articles, and what finding more needs, kept between two looks."""
    global _LAST
    known, found, today = _LAST
    if known is not articles:
        found, today = {}, _Articles(articles)
        _LAST = (articles, found, today)
    return found, today


def _anchor(clipping: Clipping, today: _Articles) -> Anchored:
    """Where a clipping stands, by the surest sign first."""
    home = today.get(clipping.file) or _renamed(clipping, today)
    if home and _holds(clipping, home):
        state: AnchorState = "held" if home.file == clipping.file else "moved"
        return Anchored(clipping, state, home.file, clipping.span)
    places = sorted(_places(clipping, home.text) if home else (), reverse=True)
    if home and places and _clearly(clipping, places):
        return Anchored(clipping, "moved", home.file, places[0][1])
    return Anchored(clipping, "lost", clipping.file, None)


def _holds(clipping: Clipping, home: _Today) -> bool:
    """Whether the words stand where they stood, and are not those of another article."""
    if home.text[clipping.span.start : clipping.span.end] != clipping.exact:
        return False
    if not _cut_as_before(clipping, home.text, clipping.span):
        return False
    if len(clipping.exact) >= _TELLING:
        return True
    return _context(clipping, home.text, clipping.span) >= _CONTEXT_ALIKE


def _renamed(clipping: Clipping, today: _Articles) -> _Today | None:
    """The clipping's article under another name; None when no article clearly is it."""
    same = [article for article in today.values() if article.digest == clipping.digest]
    if same:
        return same[0] if len(same) == 1 else None
    alike = sorted(
        (
            (resemblance(clipping.sketch, article.sketch), article.file)
            for article in today.values()
        ),
        reverse=True,
    )
    if not alike or alike[0][0] < _SAME_ARTICLE:
        return None
    if len(alike) > 1 and alike[1][0] >= _ANOTHER_ARTICLE:
        return None
    return today.get(alike[0][1])


def _places(clipping: Clipping, text: str) -> Iterator[tuple[float, Span]]:
    """Every place that has the clipping's words, as they were, else in another writing.

    With how alike, 0..1, what surrounds it is.
    """
    for find in (_as_they_were, find_wording):
        met = False
        for span in find(clipping.exact, text):
            if _cut_as_before(clipping, text, span):
                met = True
                yield _context(clipping, text, span), span
        if met:
            return


def _as_they_were(exact: str, text: str) -> Iterator[Span]:
    """Where the exact words stand."""
    at = text.find(exact)
    while at >= 0:
        yield Span(at, at + len(exact))
        at = text.find(exact, at + 1)


def _cut_as_before(clipping: Clipping, text: str, span: Span) -> bool:
    """Whether the place cuts a word at its ends only where the clipping did: 20 is not in 120."""
    words = span.of(text)
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    cuts_start = (before + words[:1]).isalnum() and bool(before)
    cuts_end = (words[-1:] + after).isalnum() and bool(after)
    cut_start = (clipping.prefix[-1:] + clipping.exact[:1]).isalnum() and bool(clipping.prefix)
    cut_end = (clipping.exact[-1:] + clipping.suffix[:1]).isalnum() and bool(clipping.suffix)
    return (not cuts_start or cut_start) and (not cuts_end or cut_end)


def _clearly(clipping: Clipping, places: Sequence[tuple[float, Span]]) -> bool:
    """Whether the first of the places is the clipping's beyond doubt."""
    best = places[0][0]
    if len(places) == 1:
        return len(clipping.exact) >= _TELLING or best >= _CONTEXT_ALIKE
    return best >= _CONTEXT_ALIKE and best - places[1][0] >= _CLEAR


def _context(clipping: Clipping, text: str, span: Span) -> float:
    """0..1: how alike what stands around a place is to what stood around the words.

    The better of the two sides: a paragraph put in or taken out changes one of them.
    """
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return max(similarity(clipping.prefix, before), similarity(clipping.suffix, after))
