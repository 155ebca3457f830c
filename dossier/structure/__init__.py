"""What each line of an article is: headline, byline, heading, paragraph, furniture.

``structure_article`` is the one door.
"""

from dossier.article import Article, Block, Passage
from dossier.language.sentences import find_sentences
from dossier.spans import Span, trim


def structure_article(file: str, text: str) -> Article:
    """The article that a plain text is; never fails."""
    spans = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            spans.append(trim(text, Span(start, start + len(line))))
        start += len(line)
    return Article(
        file=file,
        text=text,
        blocks=tuple(Block("paragraph", span) for span in spans),
        passages=tuple(
            Passage(number, "paragraph", span, tuple(find_sentences(text, span)))
            for number, span in enumerate(spans, 1)
        ),
    )
