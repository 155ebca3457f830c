"""Decisions played over what was worked out: entities and topics.

The rules of playing them over stand beside what they correct (``dossier.entities.corrections``,
``dossier.topics.corrections``); they are imported when there is something to correct.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from dossier.article import Article
from dossier.decisions.decided import Decisions
from dossier.entities import Found
from dossier.language.folding import fold
from dossier.topics import Topic


def apply_to_entities(found: Found, articles: Sequence[Article], decisions: Decisions) -> Found:
    """The entities as the reader gathered, told apart, named and hid them."""
    from dossier.entities.corrections import EntityCorrection, apply_entity_decisions

    records = [
        EntityCorrection(
            name=decision.name,
            kind=decision.kind,
            aliases=decision.aliases,
            distinct_from=decision.distinct_from,
            hidden=decision.hidden,
            at=tuple((mark.file, mark.offset) for mark in decision.at),
        )
        for decision in decisions.entities
    ]
    return apply_entity_decisions(found, articles, records)


def apply_to_topics(
    topics: Sequence[Topic],
    articles: Sequence[Article],
    decisions: Decisions,
    unsorted: Collection[str] = (),
    language: str | None = None,
) -> tuple[Topic, ...]:
    """The topics as the reader made, renamed, filled and ordered them.

    ``language`` is that of the topics; ``unsorted`` are the files that nothing was worked out of
    yet: what stands in them is not said to fit nowhere.
    """
    if decisions.topics:
        from dossier.topics.corrections import apply_topic_decisions
        from dossier.topics.meant import TopicCorrection

        records = [
            TopicCorrection(
                title=decision.title,
                terms=decision.terms,
                with_=tuple(map(str, decision.added)),
                without=tuple(map(str, decision.removed)),
                was=decision.was,
                split=decision.split,
                about=tuple(map(str, decision.about)),
            )
            for decision in decisions.topics
        ]
        topics = apply_topic_decisions(topics, articles, records, language, unsorted)
        topics = tuple(_sorted_alone(topics, unsorted))
    parts = frozenset(fold(decision.title) for decision in decisions.topics if decision.split)
    return _ordered(topics, decisions.order, parts)


def _sorted_alone(topics: Sequence[Topic], unsorted: Collection[str]) -> Iterator[Topic]:
    """The topics, the rest without the files that were not sorted, or left out with them."""
    for topic in topics:
        if not topic.rest or not unsorted:
            yield topic
        elif left := tuple(extract for extract in topic.extracts if extract.file not in unsorted):
            yield replace(topic, extracts=left)


def _ordered(
    topics: Sequence[Topic], order: Sequence[str], parts: Collection[str]
) -> tuple[Topic, ...]:
    """The topics that are named first, in that order; what fits nowhere stays last.

    Of the others, ``parts`` of a topic stand after what they stood after, which is that topic.

    Where an order of nearly all names some that are gone, those it does not name bear other titles
    since an article more: each stands after the one it stood after when it was worked out.
    """
    wanted = {fold(title): number for number, title in enumerate(order)}
    places = [wanted.get(fold(topic.title)) for topic in topics]
    others = [at for at, place in enumerate(places) if place is None]
    done = sorted(set(range(len(topics))).difference(others), key=lambda at: places[at] or 0)
    renamed = len(wanted) > len(done) > len(others)
    for at in others:
        stays = renamed or fold(topics[at].title) in parts
        after = (done.index(at - 1) + 1 if at else 0) if stays else len(done)
        done.insert(after, at)
    return tuple(topics[at] for at in sorted(done, key=lambda at: topics[at].rest))
