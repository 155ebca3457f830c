"""Decisions played over what was worked out: entities and topics.

The rules of playing them over stand beside what they correct (``dossier.entities.corrections``,
``dossier.topics.corrections``); they are imported when there is something to correct.
"""

from collections.abc import Sequence

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
    topics: Sequence[Topic], articles: Sequence[Article], decisions: Decisions
) -> tuple[Topic, ...]:
    """The topics as the reader made, renamed, filled and ordered them."""
    if decisions.topics:
        from dossier.topics.corrections import TopicCorrection, apply_topic_decisions

        records = [
            TopicCorrection(
                title=decision.title,
                terms=decision.terms,
                with_=tuple(map(str, decision.added)),
                without=tuple(map(str, decision.removed)),
                was=decision.was,
                split=decision.split,
            )
            for decision in decisions.topics
        ]
        topics = apply_topic_decisions(topics, articles, records)
    return _ordered(topics, decisions.order)


def _ordered(topics: Sequence[Topic], order: Sequence[str]) -> tuple[Topic, ...]:
    """The topics that are named first, in that order; what fits nowhere stays last."""
    wanted = {fold(title): number for number, title in enumerate(order)}
    last = len(wanted)
    return tuple(sorted(topics, key=lambda t: (t.rest, wanted.get(fold(t.title), last))))
