"""Under which topic a clipping belongs: the one it was clipped in, as it is called today."""

from itertools import chain

from dossier.clippings.anchors import Anchored
from dossier.clippings.clipping import Clipping
from dossier.dossier import Dossier
from dossier.topics import Topic


def topic_of(dossier: Dossier, one: Anchored) -> Topic | None:
    """The topic the reader was in, whatever it is called now; else the main one of the words."""
    kept = topic_clipped_in(dossier, one.clipping)
    if kept is not None or one.span is None:
        return kept
    return next(iter(dossier.topics_of(one.file, one.span.start)), None)


def topic_clipped_in(dossier: Dossier, clipping: Clipping) -> Topic | None:
    """The topic the reader was in, by its title, its key, or what took its place; else None."""
    names = {clipping.topic, clipping.topic_key} - {""}
    topics = {topic.title: topic for topic in dossier.topics}
    if not names or clipping.topic in topics:
        return topics.get(clipping.topic)
    by_key = (topic for topic in dossier.topics if topic.key in names)
    held = (decided.title for decided in dossier.decisions.topics if names & set(decided.was))
    renamed = (topics[name] for name in held if name in topics)
    return next(chain(by_key, renamed), None)
