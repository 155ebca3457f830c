"""What a source is called in a word, under a quote.

Its outlet, else who wrote it; else its headline, cut, between quotation marks. Headlines that are
alike once cut are told apart: by more of their words, else by their dates, else by their files.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dossier.article import Article
from dossier.export.citation import on_one_line, particulars
from dossier.export.wording import Wording

_SIZES = (40, 90)
"""Characters a headline is cut to, and where that leaves several alike."""


def names_of(articles: Iterable[Article], wording: Wording) -> dict[str, str]:
    """What each of the sources is called, by its file."""
    names, unnamed = {}, []
    for article in articles:
        if known := on_one_line(article.outlet) or on_one_line(article.byline):
            names[article.file] = _cut(known, _SIZES[0])
        else:
            unnamed.append(article)
    for tell in _ways(wording):
        told = [tell(article) for article in unnamed]
        names |= {one.file: name for one, name in zip(unnamed, told, strict=True)}
        unnamed = _alike(unnamed, told)
    return names


def _ways(wording: Wording) -> Sequence[Callable[[Article], str]]:
    """How a source without outlet and author is called, in the order tried."""

    def cut(article: Article, size: int) -> str:
        return wording.quoted(_cut(" ".join(article.name.split()), size))

    return (
        lambda one: cut(one, _SIZES[0]),
        lambda one: cut(one, _SIZES[1]),
        lambda one: f"{cut(one, _SIZES[0])}, {particulars(one, wording).dated or one.file}",
        lambda one: f"{cut(one, _SIZES[0])}, {one.file}",
    )


def _alike(articles: Sequence[Article], told: Sequence[str]) -> list[Article]:
    """Those that are called as another is."""
    times = Counter(told)
    return [one for one, name in zip(articles, told, strict=True) if times[name] > 1]


def _cut(words: str, size: int) -> str:
    """Words that hold about as many characters, cut at a space."""
    return words if len(words) <= size else words[:size].rsplit(" ", 1)[0] + "…"
