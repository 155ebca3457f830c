"""What each source says about each side of the story.

``sort_topics`` is the one door. How sentences become topics::

    articles ──sentences──▶ what is sorted, each with its place
    sentences ──evidence──▶ how far the frames of news account for each
    sentences ──vectors, consensus──▶ what the dossier itself puts together
    both ──sorting, learning──▶ sides of the story, and how far each sentence belongs to each
    sides ──extracts, titles, why──▶ Topic, Extract

Before that ``stories`` asks whether the articles tell one story; where they tell several, ``apart``
has each sorted on its own, or leaves clips whole.

The reader's corrections are played over the result by ``corrections``. Nothing of all this is
imported before topics are asked for: a page stands before that.
"""

import os
from collections.abc import Sequence

from dossier.article import Article, main_language
from dossier.entities import Found
from dossier.topics.topic import Extract, Topic

__all__ = ["Extract", "Topic", "sort_topics"]


def sort_topics(
    articles: Sequence[Article], found: Found, *, language: str | None = None
) -> tuple[Topic, ...]:
    """The topics of a dossier, as the story unfolds; every body sentence is in one or more.

    ``language`` is that of the titles, ISO 639-1; None takes the one most articles are in.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads cost twice what they bring here
    from dossier.topics.apart import topics_apart
    from dossier.topics.making import make_topics  # numpy is not loaded before it is needed
    from dossier.topics.sections import topics_of_sections
    from dossier.topics.stories import stories_in

    if language is None:
        language = main_language(articles)
    read = [article for article in articles if any(p.sentences for p in article.passages)]
    if len(read) == 1 and (topics := topics_of_sections(read[0], language)):
        return topics
    stories = stories_in(read, language)
    if len(stories) > 1:
        return topics_apart(stories, read, found, language, make_topics)
    return make_topics(articles, found, language)
