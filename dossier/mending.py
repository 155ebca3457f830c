"""Mending: what the reader says of an article by hand, written into ``dossier.toml`` and shown.

The article's text stays as it is; only its particulars change. What is emptied is again as it was
read, for the file is read again. A day by hand gives the article its place in the dossier at once;
in a large one, whose names and topics are made on demand, that takes opening it again.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dossier.article import Article, reading_order
from dossier.decisions import ArticleDecision, apply_particulars, read_decisions
from dossier.decisions.records import PARTICULARS
from dossier.dossier import Derived, Dossier, decide
from dossier.language.folding import fold
from dossier.on_demand import ArticlesOnDemand
from dossier.problems import DossierError
from dossier.reading import read_article
from dossier.structure.dates import find_day
from dossier.topics import in_reading_order

MENDABLE = ("title", "outlet", "byline", "published", "url")
"""The particulars that may be mended, in the order they are shown."""


def mended(dossier: Dossier, file: str, name: str, words: str) -> ArticleDecision:
    """All that is said of an article by hand once it says this; no words leave it as it was read.

    Raises DossierError when the words are no date or no address where one is wanted, and
    ValueError for a name that is not mendable.
    """
    if name not in MENDABLE:
        raise ValueError(f"{name!r} cannot be mended")
    said: dict[str, Any] = {name: _value(name, " ".join(words.split()))}  # Any: words or a day
    decisions = dossier.decisions
    if dossier.folder is not None:
        decisions, _ = read_decisions(dossier.folder)
    held = next((one for one in decisions.articles if one.file == file), ArticleDecision(file))
    return replace(held, **said)


def says_nothing(decision: ArticleDecision) -> bool:
    """Whether nothing is said of the article by hand."""
    return not any(getattr(decision, name) for name in PARTICULARS)


def retell(dossier: Dossier, files: Iterable[str]) -> Dossier:
    """The dossier with particulars as the articles' files and ``dossier.toml`` say them now."""
    if dossier.folder is None:
        return dossier
    decisions, _ = read_decisions(dossier.folder)
    read = [_read_again(dossier, file) for file in files]
    told, _ = apply_particulars(read, decisions)
    return _redated(dossier, with_particulars(replace(dossier, decisions=decisions), told))


def _redated(before: Dossier, dossier: Dossier) -> Dossier:
    """The dossier in the order of the days its articles are of now, those they name beside them.

    A large one as it is.
    """
    if isinstance(dossier.articles, ArticlesOnDemand):
        return dossier
    if all(map(_same_day, before.articles, dossier.articles)):
        return dossier
    from dossier.entities.pages import read_page
    from dossier.entities.resolve import redate

    articles = tuple(sorted(dossier.articles, key=reading_order))
    derived = dossier.derived or Derived(dossier.found, dossier.topics)
    found = derived.found
    if found.entities:
        found = redate(found, map(read_page, articles))
    topics = in_reading_order(derived.topics, articles)
    return decide(replace(dossier, articles=articles, derived=Derived(found, topics)))


def _same_day(one: Article, other: Article) -> bool:
    return (one.published, one.updated) == (other.published, other.updated)


def _read_again(dossier: Dossier, file: str) -> Article:
    """The article as its file says it, without what was said by hand; as it is if that is gone."""
    try:
        read = read_article(file, ((dossier.folder or Path()) / file).read_bytes()).articles
    except OSError:
        read = ()
    return read[0] if read else dossier.article(file)


def with_particulars(dossier: Dossier, told: Iterable[Article]) -> Dossier:
    """The dossier, its articles' particulars those of the articles of the same file."""
    by_file = {article.file: article for article in told}
    if isinstance(dossier.articles, ArticlesOnDemand):
        said = {file: _as_told(dossier.article(file), one) for file, one in by_file.items()}
        kept: Any = dossier.articles.with_those(said)  # Any: a tuple to who reads it
        return replace(dossier, articles=kept)
    articles = tuple(
        _as_told(article, by_file[article.file]) if article.file in by_file else article
        for article in dossier.articles
    )
    return replace(dossier, articles=articles)


def _as_told(article: Article, told: Article) -> Article:
    said = {name: getattr(told, name) for name in PARTICULARS}
    return article.retold({**said, "origins": told.origins})


def _value(name: str, words: str) -> str | date | None:
    """What the words say of a particular; None when there are none."""
    if not words:
        return None
    if name == "published":
        return _day(words)
    if name == "url" and not re.fullmatch(r"https?://[^\s<>\"]+", words):
        raise DossierError(f"“{words}” is no address: write it as in https://example.org/page.")
    return words


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        if day := find_day(fold(words)):
            return day
        raise DossierError(
            f"“{words}” is no date: write it as in 2025-12-03 or 3 December 2025."
        ) from None
