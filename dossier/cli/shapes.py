"""The JSON the sub-commands print: a contract with scripts.

Keys are only ever added. Offsets are code points of the article's text, half-open; ``file`` is
relative to the folder; what is not known is null.
"""

from collections.abc import Sequence
from datetime import date

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities import Entity, Mention
from dossier.problems import Problem
from dossier.spans import Span
from dossier.topics import Topic

Shape = dict[str, object]
"""A JSON object."""


def show_shape(dossier: Dossier) -> Shape:
    """The articles with their blocks, and the problems."""
    return {
        "title": dossier.title,
        "language": dossier.language,
        "articles": [article_shape(article) for article in dossier.articles],
        "problems": problem_shapes(dossier.problems),
    }


def article_shape(article: Article) -> Shape:
    """One article with its blocks."""
    return {
        "file": article.file,
        "text": article.text,
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": day(article.published),
        "updated": day(article.updated),
        "url": article.url,
        "blocks": [
            {"kind": block.kind, **ends(block.span), "why": block.why} for block in article.blocks
        ],
        "origins": dict(article.origins),
    }


def problem_shapes(problems: Sequence[Problem]) -> list[Shape]:
    """The problems, each with its place."""
    return [
        {
            "file": problem.file,
            "message": problem.message,
            "start": problem.span.start if problem.span else None,
            "end": problem.span.end if problem.span else None,
        }
        for problem in problems
    ]


def topics_shape(topics: Sequence[Topic]) -> Shape:
    """The topics with their extracts."""
    return {
        "topics": [
            {
                "title": topic.title,
                "subtitle": topic.subtitle,
                "rest": topic.rest,
                "rough": topic.rough,
                "extracts": [
                    {
                        "file": extract.file,
                        **ends(extract.span),
                        "weight": round(extract.weight, 4),
                        "confidence": round(extract.confidence, 4),
                        "why": extract.why,
                        "only_here": extract.only_here,
                    }
                    for extract in topic.extracts
                ],
            }
            for topic in topics
        ]
    }


def entities_shape(dossier: Dossier) -> Shape:
    """The entities with their mentions, and what was left for the reader to decide."""
    return {
        "entities": [_entity_shape(entity) for entity in dossier.found.entities],
        "suggestions": [
            {"names": list(suggestion.names), "why": suggestion.why}
            for suggestion in dossier.found.suggestions
        ],
    }


def _entity_shape(entity: Entity) -> Shape:
    """One entity; ``value`` stands there for dates and figures alone."""
    shape: Shape = {
        "name": entity.name,
        "kind": entity.kind,
        "aliases": list(entity.aliases),
        "why": list(entity.why),
        "mentions": [_mention_shape(mention) for mention in entity.mentions],
    }
    if entity.kind in {"date", "figure"}:
        shape["value"] = entity.value
    return shape


def _mention_shape(mention: Mention) -> Shape:
    """One mention; ``bound`` stands there where words bound it."""
    shape: Shape = {"file": mention.file, **ends(mention.span), "why": mention.why}
    return shape | {"bound": mention.bound} if mention.bound else shape


def ends(span: Span) -> Shape:
    """The two ends of a span."""
    return {"start": span.start, "end": span.end}


def day(when: date | None) -> str | None:
    """A date in ISO 8601."""
    return when.isoformat() if when else None
