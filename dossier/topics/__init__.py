"""What each source says about each side of the story.

``sort_topics`` is the one door; ``topic`` has what goes out of it, ``Topic`` and ``Extract``. What
happens behind it, stage by stage, and which file does what:

1. Is it one story? ``stories`` asks. The articles of two or three are sorted apart, clips of
   anything stay whole (``apart``); one article alone has its own headings for topics
   (``sections``). ``making`` does all that follows, for one story.
2. What is sorted: ``sentences``, each with its place, and the ``words`` it is compared by.
3. What frames of news say: ``frames`` reads them from ``frames/`` and finds their terms,
   ``evidence`` scores each sentence for each of them, ``choosing`` keeps the few that the dossier
   bears out.
4. What the dossier says: ``vectors`` weighs its words, ``consensus`` asks many light clusterings
   which sentences go together, ``learning`` reads each again with the words of the topics.
5. Both are married: ``sorting`` has the order of these steps, ``marrying`` lets frames or groups
   lead. ``copies`` and ``settling`` take away what is no topic of its own. Of a large dossier a
   sample is sorted so, and the rest by its sides (``large``).
6. It is written down: ``extracts`` runs sentences together, ``titles`` (a package) calls each
   topic by what a desk editor would, ``why`` and ``because`` say what put an extract there, and
   ``only`` marks what no other source has.

What is asked later, of topics that stand: ``reasons`` why an extract is here, part by part, and
``entitled`` why a topic is called so.

What the reader puts right is played over the result: ``corrections`` does it, ``meant`` finds the
topics spoken of, ``heirs`` finds them again when they have other names, ``given`` looks for the
terms of a topic made by hand, ``places`` tells what lies over what. Of a large dossier that is
kept, extracts are fetched when they are looked at (``on_demand``). ``headings`` and ``wording`` set
the titles of all.

``words/`` has the small words of each language. Nothing of all this is imported before topics are
asked for: a page stands before that.
"""

import os
from collections.abc import Sequence
from dataclasses import replace

from dossier.article import Article, main_language
from dossier.entities import Found
from dossier.spans import Span
from dossier.topics.topic import Extract, Topic

__all__ = ["Extract", "Topic", "in_reading_order", "sort_topics"]


def sort_topics(
    articles: Sequence[Article], found: Found, *, language: str | None = None
) -> tuple[Topic, ...]:
    """The topics of a dossier, as the story unfolds; every body sentence is in one or more.

    ``language`` is that of the titles, ISO 639-1; None takes the one most articles are in. The
    order of the articles is that of the extracts and decides nothing else: topics are made in the
    order of the files' names, so that a date put right leaves them as they are.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads cost twice what they bring here
    from dossier.topics.apart import topics_apart
    from dossier.topics.making import make_topics  # numpy is not loaded before it is needed
    from dossier.topics.sections import topics_of_sections
    from dossier.topics.stories import stories_in

    given, articles = articles, sorted(articles, key=lambda article: article.file)
    if language is None:
        language = main_language(articles)
    read = [article for article in articles if any(p.sentences for p in article.passages)]
    if len(read) == 1 and (topics := topics_of_sections(read[0], language)):
        return topics
    stories = stories_in(read, language)
    if len(stories) > 1:
        topics = topics_apart(stories, read, found, language, make_topics)
    else:
        topics = make_topics(articles, found, language)
    return in_reading_order(topics, given)


def in_reading_order(topics: Sequence[Topic], articles: Sequence[Article]) -> tuple[Topic, ...]:
    """The topics, the extracts of each in the order of the articles."""
    place = {article.file: n for n, article in enumerate(articles)}

    def order(extract: Extract) -> tuple[int, Span]:
        return place[extract.file], extract.span

    return tuple(
        replace(topic, extracts=tuple(sorted(topic.extracts, key=order))) for topic in topics
    )
