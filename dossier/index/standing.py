"""What stands while a large dossier is worked out again, because some of its files are others now.

The names and topics of the articles that did not change stay, counted without the others. Those
that were read anew have none until all are worked out together.
"""

from array import array
from dataclasses import replace
from typing import Any

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.index.articles import KeptArticle, KeptArticles
from dossier.index.opening import Opened
from dossier.index.shelf import WRONG
from dossier.index.stock import Stock


def standing(kept: Opened, dossier: Dossier) -> Dossier | None:
    """The dossier as its files are now, with what was worked out of those that are as they were.

    Its articles are as ``kept`` has them, or read anew. None where nothing was worked out of them.
    """
    if not kept.on_demand:
        return None
    articles = _among(kept.stock, dossier)
    added = frozenset(articles.added)
    many: Any = articles  # Any: a tuple to who reads it
    try:
        known = kept.known(replace(dossier, articles=many, unsorted=added), articles)
    except WRONG:
        return None
    return known if known is not None and known.topics else None


def _among(stock: Stock, dossier: Dossier) -> KeptArticles:
    """The dossier's articles: those of the shelf where they stand, and those that were read."""
    decided = {decision.file for decision in dossier.decisions.articles}
    order, told, added = array("L"), dict[int, Article](), dict[str, int]()
    for article in dossier.articles:
        number = article.number_on(stock) if isinstance(article, KeptArticle) else None
        if number is None:
            number = added[article.file] = stock.articles + len(added)
        if number >= stock.articles or article.file in decided:
            told[number] = article
        order.append(number)
    gone = frozenset(range(stock.articles)).difference(order)
    return KeptArticles(stock.without(gone), told, order, added)
