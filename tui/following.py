"""Following a topic from one dossier to the next: by its title, its key, or what was decided."""

from dossier.dossier import Dossier
from dossier.topics import Topic


def same_topic(topic: Topic | None, before: Dossier, after: Dossier) -> Topic | None:
    """The topic as it is now, whatever the reader called or merged it; None when it is gone."""
    if topic is None:
        return None
    by_key = next((t for t in after.topics if topic.key and t.key == topic.key), None)
    known = titled(topic.title, after, exactly=True) or by_key or titled(topic.title, after)
    old, new = before.decisions.topics, after.decisions.topics
    at = next((i for i, held in enumerate(old) if held.title == topic.title), None)
    if known is None and at is not None:
        names = [new[at].title] if len(old) == len(new) else []
        if names and any(held.title == names[0] for held in old):  # another's that moved up
            names = []
        found = (titled(name, after) for name in (*names, *old[at].was))
        known = next((one for one in found if one is not None), None)
    return known


def titled(title: str | None, dossier: Dossier, *, exactly: bool = False) -> Topic | None:
    """The topic of that title, else the one that took its place."""
    topics = {topic.title: topic for topic in dossier.topics}
    if title is None or title in topics or exactly:
        return topics.get(title or "")
    held = (one.title for one in dossier.decisions.topics if title in one.was)
    return next((topics[one] for one in held if one in topics), None)
