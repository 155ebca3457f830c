"""Entitled: why a topic is called as it is, for a screen to say in its own words.

Worked out when it is asked for, from the topic as it stands and its first extracts.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from dossier.article import Article
from dossier.language import fold
from dossier.topics.evidence import hits_of
from dossier.topics.frames import Frame, frames_of
from dossier.topics.headings import is_heading, unnumbered
from dossier.topics.topic import Extract, Topic
from dossier.topics.words import LANGUAGES, terms_of, whole
from dossier.values import dataclass

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
    title = _own_title(topic)
    if headline := _headline(title, articles):
        return Entitled(headline=headline, among=len(some))
    if any(_has_heading(article, title) for article in articles):
        return Entitled(heading=True, among=len(some))
    kind = sum(bool(hits_of(topic.frame_key, text, spoken)) for text, spoken in texts)
    if kind and _is_of_its_frame(title, topic.frame_key):
        return Entitled(kind=True, having=kind, among=len(some))
    words = set(terms_of(topic.title, language))
    having = sum(not words.isdisjoint(terms_of(text, language)) for text, _ in texts)
    return Entitled(having=having, among=len(some))


def _spoken(extract: Extract, article_of: Callable[[str], Article], language: str | None) -> str:
    return article_of(extract.file).language or language or LANGUAGES[0]


def _own_title(topic: Topic) -> str:
    """The title without the mark of its story, and without a number."""
    mark, _, own = topic.title.partition(":")
    is_marked = own.strip() and topic.key.startswith(f"{fold(mark.strip())}:")
    return unnumbered(own.strip() if is_marked else topic.title)


def _headline(title: str, articles: Sequence[Article]) -> str | None:
    there = whole(fold(title.rstrip("…")))
    told = (" ".join(article.title.split()) for article in articles if article.title)
    return next((headline for headline in told if there.search(fold(headline))), None)


def _has_heading(article: Article, title: str) -> bool:
    headings = {passage.heading for passage in article.passages if passage.heading}
    return any(is_heading(title, heading.of(article.text)) for heading in headings)


def _is_of_its_frame(title: str, key: str) -> bool:
    """Whether the frame of that key may give such a title, in whatever language."""
    frames = (frame for language in LANGUAGES for frame in frames_of(language))
    own = (frame for frame in frames if frame.key == key)
    return any(_gives(frame).fullmatch(fold(title)) for frame in own)


@cache
def _gives(frame: Frame) -> re.Pattern[str]:
    """The titles of a frame, folded: what ``framed`` makes of it."""
    plain = [frame.title, *(title for title, _ in frame.titles)]
    joined = [*frame.heads, *(plain if frame.placed else ())]
    told = [f"{re.escape(fold(title))}(?: .+)?" for title in joined]
    told += [re.escape(fold(title)) for title in plain]
    told += [f"the .+ {re.escape(fold(h[4:]))}" for h in frame.heads if h.startswith("the ")]
    told += [f"{re.escape(fold(named))} ?: .+" for named in (frame.sides, frame.places) if named]
    if frame.named:
        pattern = ".+".join(map(re.escape, fold(frame.named).split("{name}")))
        told.append(pattern.replace(r"de\ .+", "d(?:e |').+"))
    return re.compile("|".join(told))
