"""Sentences: what is sorted, each with the place it has in its article."""

from collections.abc import Sequence

from dossier.article import Article
from dossier.spans import Span
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's body, and where in the dossier it stands."""

    article: int
    """Index of its article."""
    file: str
    passage: int
    """Number of its passage, counted through the whole dossier from 0."""
    section: int
    """Number of the run of passages under one heading, counted through the whole dossier."""
    heading: str | None
    """The heading it stands under."""
    place: float
    """0 for the article's first sentence, towards 1 for its last."""
    span: Span
    text: str


def sentences_of(articles: Sequence[Article]) -> list[Sentence]:
    """The body's sentences, article by article, in reading order."""
    found: list[Sentence] = []
    passages = sections = -1
    for number, article in enumerate(articles):
        total = sum(len(passage.sentences) for passage in article.passages) or 1
        done, under = 0, None
        for order, passage in enumerate(article.passages):
            passages += 1
            if order == 0 or passage.heading != under:
                sections, under = sections + 1, passage.heading
            heading = _line(article.text, under)
            for span in passage.sentences:
                text = span.of(article.text)
                place = done / total
                found.append(
                    Sentence(number, article.file, passages, sections, heading, place, span, text)
                )
                done += 1
    return found


def _line(text: str, heading: Span | None) -> str | None:
    return " ".join(heading.of(text).split()) if heading else None
