"""Entitled: why a topic is called as it is, for a screen to say in its own words.

Worked out when it is asked for, from the topic as it stands and its first extracts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dossier.article import Article
from dossier.language import fold
from dossier.topics.evidence import hits_of
from dossier.topics.topic import Extract, Topic
from dossier.topics.words import LANGUAGES, terms_of

LOOKED_AT = 120
"""Extracts of a topic that are looked at."""


@dataclass(frozen=True, slots=True)
class Entitled:
    """Where a title is from, and how many of the extracts bear it out."""

    by_hand: bool = False
    """Whether the reader gave it."""
    headline: str | None = None
    """The headline it is a part of, of an article of the topic."""
    heading: bool = False
    """Whether it is a heading in an article of the topic."""
    kind: bool = False
    """Whether it is what news of its kind is called."""
    having: int = 0
    """Extracts that have a word of the title, or of its kind of news."""
    among: int = 0
    """Extracts that were looked at."""


def entitled(
    topic: Topic, article_of: Callable[[str], Article], language: str | None = None
) -> Entitled:
    """Why the topic has its title; ``article_of`` gives the article of a file.

    ``language`` is that of the dossier.
    """
    if topic.by_hand:
        return Entitled(by_hand=True)
    some = topic.extracts[:LOOKED_AT]
    articles = [article_of(file) for file in dict.fromkeys(extract.file for extract in some)]
    texts = [(e.span.of(article_of(e.file).text), _spoken(e, article_of, language)) for e in some]
    if headline := _headline(topic.title, articles):
        return Entitled(headline=headline, among=len(some))
    if kind := sum(bool(hits_of(topic.key, text, spoken)) for text, spoken in texts):
        return Entitled(kind=True, having=kind, among=len(some))
    words = set(terms_of(topic.title, language))
    having = sum(not words.isdisjoint(terms_of(text, language)) for text, _ in texts)
    return Entitled(
        heading=any(_has_heading(article, topic.title) for article in articles),
        having=having,
        among=len(some),
    )


def _spoken(extract: Extract, article_of: Callable[[str], Article], language: str | None) -> str:
    return article_of(extract.file).language or language or LANGUAGES[0]


def _headline(title: str, articles: Sequence[Article]) -> str | None:
    told = (" ".join(article.title.split()) for article in articles if article.title)
    return next((headline for headline in told if fold(title) in fold(headline)), None)


def _has_heading(article: Article, title: str) -> bool:
    headings = {passage.heading for passage in article.passages if passage.heading}
    return any(
        fold(title) in fold(" ".join(heading.of(article.text).split())) for heading in headings
    )
