"""What each source says about each side of the story.

``sort_topics`` is the one door.
"""

from collections.abc import Sequence

from dossier.article import Article
from dossier.entities import Found
from dossier.topics.topic import Extract, Topic

__all__ = ["Extract", "Topic", "sort_topics"]


def sort_topics(
    articles: Sequence[Article], found: Found, *, language: str | None = None
) -> tuple[Topic, ...]:
    """The topics of a dossier, as the story unfolds; every body sentence is in one or more.

    ``language`` is that of the titles, ISO 639-1; None takes the one most articles are in.
    """
    del articles, found, language
    return ()
