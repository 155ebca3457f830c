"""A clipping: a span the reader kept, with the words it had."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from dossier.article import Article
from dossier.clippings.sketch import sketch_of
from dossier.spans import Span, trim
from dossier.topics import Topic

CONTEXT = 32
"""Code points kept of what stood before and after the words."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """A span the reader kept, with an optional note."""

    id: str
    """Made from what was clipped and when; the same on every machine."""
    file: str
    """The article's, when it was clipped."""
    span: Span
    """Where, when it was clipped; never changed by itself."""
    exact: str
    """The words, as evidence."""
    prefix: str
    """What stood before them."""
    suffix: str
    """What stood after them."""
    created: str
    """When, in ISO 8601 with its offset from UTC."""
    digest: str
    """Of the article's whole text, when it was clipped (``digest_of``); "" if not known."""
    note: str = ""
    tags: tuple[str, ...] = ()
    """Without the ``#``."""
    topic: str = ""
    """Title of the topic the reader was in, as it was called then; "" for none."""
    topic_key: str = ""
    """What that topic is known by when it is called otherwise; "" for none."""
    sketch: str = ""
    """Of the article's text, when it was clipped (``sketch_of``): what an article is known by
    once it was renamed and edited."""


def clip(
    article: Article,
    span: Span,
    *,
    created: str,
    note: str = "",
    tags: tuple[str, ...] = (),
    topic: Topic | None = None,
) -> Clipping:
    """The clipping of a span, without the white space at its ends.

    ``created`` is ISO 8601, ``topic`` the one the reader is in. Raises ValueError when the span
    holds nothing visible, IndexError when it does not lie in the article.
    """
    span = trim(article.text, span)
    if not len(span):
        raise ValueError(f"nothing visible at {span.start} of {article.file}")
    exact = span.of(article.text)
    return Clipping(
        id=clipping_id(article.file, span, exact, created),
        file=article.file,
        span=span,
        exact=exact,
        prefix=article.text[max(0, span.start - CONTEXT) : span.start],
        suffix=article.text[span.end : span.end + CONTEXT],
        created=created,
        digest=digest_of(article.text),
        note=note,
        tags=tags,
        topic=topic.title if topic else "",
        topic_key=topic.key if topic else "",
        sketch=sketch_of(article.text),
    )


def clipping_id(file: str, span: Span, exact: str, created: str) -> str:
    """A name for a clipping: the same for the same words of the same place and time."""
    whole = "\0".join((file, str(span.start), str(span.end), exact, created))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=64)
def digest_of(text: str) -> str:
    """What tells one text from any other: its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
