"""Following a topic from one dossier to the next: by its title, its key, or what was decided.

Where two topics that were merged are apart again, one follows the one that came back; where a part
is gone, the one it was parted from. One that nobody renamed is known by its extracts, but in a
large dossier, where looking at them all would keep the reader waiting.
"""

from dossier.dossier import Dossier
from dossier.on_demand import OnDemand
from dossier.spans import Span
from dossier.topics import Topic


def same_topic(topic: Topic | None, before: Dossier, after: Dossier) -> Topic | None:
    """The topic as it is now, whatever the reader called or merged it; None when it is gone."""
    if topic is None:
        return None
    if (parted := _parted(topic.title, before, after)) is not None:
        return parted
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
    return known or _whole_of(topic.title, before, after) or _by_extracts(topic, before, after)


def _by_extracts(topic: Topic, before: Dossier, after: Dossier) -> Topic | None:
    """The topic that was not there and has most of what that one had; None for none."""
    if isinstance(topic.extracts, OnDemand):
        return None
    held, then = _places(topic), {one.title for one in before.topics}
    there = (one for one in after.topics if not isinstance(one.extracts, OnDemand))
    new = [one for one in there if one.title not in then]
    shares = [len(held & _places(one)) for one in new]
    most = max(shares, default=0)
    return new[shares.index(most)] if 2 * most > len(held) else None


def _places(topic: Topic) -> set[tuple[str, Span]]:
    return {(extract.file, extract.span) for extract in topic.extracts}


def _whole_of(title: str, before: Dossier, after: Dossier) -> Topic | None:
    """The topic that one was parted from; None when it was parted from none."""
    name = next((held.split for held in before.decisions.topics if held.title == title), None)
    by_key = next((topic for topic in after.topics if name and topic.key == name), None)
    return titled(name, after, exactly=True) or by_key or titled(name, after)


def _parted(title: str, before: Dossier, after: Dossier) -> Topic | None:
    """The topic that was one with that of the title, and is there again; None for none."""
    names = _held_by(title, before) - _held_by(title, after)
    if not names:
        return None
    then = {topic.title for topic in before.topics}
    back = (topic for topic in after.topics if topic.title not in then)
    return next((t for t in back if names & {t.title, *_held_by(t.title, after)}), None)


def _held_by(title: str, dossier: Dossier) -> set[str]:
    """The titles in the place of which that one was decided."""
    return {name for held in dossier.decisions.topics if held.title == title for name in held.was}


def titled(title: str | None, dossier: Dossier, *, exactly: bool = False) -> Topic | None:
    """The topic of that title, else the one that took its place."""
    topics = {topic.title: topic for topic in dossier.topics}
    if title is None or title in topics or exactly:
        return topics.get(title or "")
    held = (one.title for one in dossier.decisions.topics if title in one.was)
    return next((topics[one] for one in held if one in topics), None)
