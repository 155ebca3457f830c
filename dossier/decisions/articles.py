"""Particulars that the reader gave, put over those that were read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.article import Article
from dossier.decisions.decided import DECISIONS_FILE, Decisions
from dossier.problems import Problem

if TYPE_CHECKING:
    from dossier.decisions.records import ArticleDecision


def apply_particulars(
    articles: Sequence[Article], decisions: Decisions
) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles with what the reader said of them, and what was said of none of them."""
    if not decisions.articles:
        return tuple(articles), ()
    said: dict[str, ArticleDecision] = {}
    for decision in decisions.articles:
        said.setdefault(decision.file, decision)  # of two, the one that corrections go into
    read = {article.file for article in articles}
    problems = tuple(
        Problem(DECISIONS_FILE, f"It tells of {file}, which is not in the folder.")
        for file in said
        if file not in read
    )
    told = (_told(article, said.get(article.file)) for article in articles)
    return tuple(told), problems


def _told(article: Article, decision: "ArticleDecision | None") -> Article:
    """The article with what the reader said of it."""
    if decision is None:
        return article
    from dossier.decisions.records import PARTICULARS

    by_hand = {name: getattr(decision, name) for name in PARTICULARS if getattr(decision, name)}
    origins = dict(article.origins) | dict.fromkeys(by_hand, "by hand")
    return article.retold({**by_hand, "origins": tuple(origins.items())})
