"""Sections: the topics of a dossier of one article, which are that article's own."""

from dossier.article import Article, Passage
from dossier.language import fold
from dossier.spans import Span
from dossier.topics.because import HEADING, OPENING, because, listed
from dossier.topics.headings import numbered, shorten, tidy
from dossier.topics.topic import Extract, Topic
from dossier.topics.wording import Wording, wording_of


def topics_of_sections(article: Article, language: str | None) -> tuple[Topic, ...]:
    """A topic for each heading, in reading order; none for an article without headings."""
    wording = wording_of(language)
    sections: list[tuple[str, list[Passage]]] = []
    under: Span | None = None
    for passage in article.passages:
        if not passage.sentences:
            continue
        if not sections or passage.heading != under:
            under = passage.heading
            sections.append((_title(article, under, wording), []))
        sections[-1][1].append(passage)
    if len(sections) < 2:
        return ()
    titles: list[str] = []
    for title, _ in sections:
        titles.append(numbered(title, titles))
    return tuple(
        Topic(title, tuple(_extract(article, p) for p in passages), key=fold(title))
        for title, (_, passages) in zip(titles, sections, strict=True)
    )


def _title(article: Article, heading: Span | None, wording: Wording) -> str:
    line = " ".join(heading.of(article.text).split()) if heading else ""
    return shorten(tidy(line)) if line else wording.opening


def _extract(article: Article, passage: Passage) -> Extract:
    span = Span(passage.sentences[0].start, passage.sentences[-1].end)
    heading = " ".join(passage.heading.of(article.text).split()) if passage.heading else ""
    why = because(HEADING.format(listed([heading])) if heading else OPENING)
    return Extract(article.file, span, 1.0, why=why)
