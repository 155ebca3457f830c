"""What to write down when the reader arranges topics: pure, and one answer a wish.

What was decided of a topic before is carried over; a topic is known by its title and its key, so
that the decision holds when other articles give it another title; by the passages it has, so that
it holds when they give it another key.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.article import Article
from dossier.decisions.decided import Decisions
from dossier.decisions.records import DossierDecision, Place, TopicDecision
from dossier.language.folding import fold
from dossier.topics import Topic

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class TopicWish:
    """What is to be written down, all of it together."""

    decisions: tuple[TopicDecision | DossierDecision, ...] = ()
    replacing: str | None = None
    """The title of the decision that the first takes the place of."""
    forgetting: tuple[TopicDecision, ...] = ()


@dataclass(frozen=True, slots=True)
class Arranger:
    """Says what a wish writes, given what was decided and what was worked out."""

    decisions: Decisions
    derived: tuple[Topic, ...]
    """The topics before anything the reader decided."""
    topics: tuple[Topic, ...]
    """The topics as they stand."""
    known: Callable[[str], Article | None] = lambda _: None
    """Gives the article of a file; None when there is none."""

    def titled(self, title: str) -> Topic | None:
        """The topic of that title, whatever its case; None when there is none."""
        return next((t for t in self.topics if fold(t.title) == fold(title)), None)

    def meant(self, title: str) -> Topic | None:
        """The topic of that title, with or without the article it opens with; None for none."""
        from dossier.topics.headings import are_alike  # as ``dossier.topics.corrections``

        alike = (one for one in self.topics if are_alike(one.title, title))
        return self.titled(title) or next(alike, None)

    def retitle(self, topic: Topic, title: str) -> TopicWish:
        """Give a topic another title; one that another topic has merges the two."""
        other = self.titled(title)
        if other is not None and other != topic:
            return self._merge(topic, other)
        held, origin = self._decision_on(topic), self._origin(topic)
        was = held.was or self._names(origin)
        if origin is None:  # made by hand: what was clipped in it knows it by all it was called
            called = (name for name in (*was, topic.title) if fold(name) != fold(title))
            was = tuple(name for name in _together(tuple(called)) if not self._is_key(name))
        out = self._still_out(held.removed, topic)
        made = replace(held, title=title, was=was, removed=out, about=self._about(topic))
        order = self._order_with(topic.title, title)
        plain = origin and TopicDecision(origin.title, was=self._names(origin), about=made.about)
        if made == plain:
            return TopicWish(order, forgetting=self._known(held))
        stale = (d for d in self.decisions.topics if d != held and fold(d.title) == fold(title))
        return TopicWish((made, *order), held.title, tuple(stale))  # of a topic that is no more

    def _merge(self, topic: Topic, into: Topic) -> TopicWish:
        held, gone = self._carried(into), self._decision_on(topic)
        added = _together(held.added, gone.added)
        taken = _together(held.removed, gone.removed)
        was = held.was or self._names(self._origin(into))
        called = () if self._is_key(topic.title) else (topic.title,)
        terms = _together(held.terms, gone.terms)
        scopes = {one.split for one in (held, gone) if one.terms}
        split = scopes.pop() if len(scopes) == 1 else None  # from all, where one of them did
        if self._is_parted(gone, into):  # whole again
            terms, split = held.terms, held.split
        elif self._is_parted(held, topic):
            terms, split = gone.terms, gone.split
        about = [  # not that of the topic a part is of, when it is no part any more
            self._about(one) if said.split in (None, split) else self._had(one)
            for one, said in ((into, held), (topic, gone))
        ]
        made = replace(
            held,
            terms=terms,
            split=split,
            added=added,
            removed=self._still_out([p for p in taken if p not in added], topic, into),
            was=_together(was, gone.was, self._names(self._origin(topic)) or called),
            about=_together(*about),
        )
        return TopicWish((made, *self._order_with(topic.title)), forgetting=self._known(gone))

    def move(self, places: Sequence[Place], source: Topic | None, title: str) -> TopicWish:
        """Put passages into the topic of that title, a new one if there is none; out of another."""
        into = self.meant(title)
        held = self._carried(into) if into else TopicDecision(title)
        made = replace(
            held,
            added=_together(held.added, places),
            removed=tuple(place for place in held.removed if place not in places),
        )
        if source is None or source == into:
            return TopicWish((made,))
        left = self.take_out(places, source)
        return replace(left, decisions=(made, *left.decisions))

    def take_out(self, places: Sequence[Place], source: Topic) -> TopicWish:
        """Take passages out of a topic; one made by hand goes with its last."""
        held = self._carried(source)
        made = replace(
            held,
            added=tuple(place for place in held.added if place not in places),
            removed=_together(held.removed, places),
        )
        bare = TopicDecision(made.title, removed=made.removed, was=made.was)
        if made == bare and not self._origin(source):
            return TopicWish(forgetting=self._known(held))
        return TopicWish((made,))

    def draw(self, title: str, terms: Sequence[str]) -> TopicWish:
        """Have terms draw sentences to the topic of that title, a new one if there is none."""
        into = self.meant(title)
        held = self._carried(into) if into else TopicDecision(title)
        return TopicWish((replace(held, terms=_together(held.terms, terms)),))

    def split(self, topic: Topic, title: str, terms: Sequence[str]) -> TopicWish | None:
        """Part from a topic what has the terms, as a new one; None where the title is taken."""
        if self.titled(title) is not None:
            return None
        names = self._names(self._origin(topic)) or (topic.title,)
        about = self._about(topic, touched=True)
        made = TopicDecision(title, tuple(terms), split=names[-1], about=about)
        return TopicWish((made,))

    def reorder(self, topic: Topic, step: int) -> TopicWish | None:
        """Have a topic stand so many further down; None where it cannot."""
        titles = [one.title for one in self.topics if not one.rest]
        if topic.title not in titles:
            return None
        at = titles.index(topic.title)
        if not 0 <= at + step < len(titles):
            return None
        titles.insert(at + step, titles.pop(at))
        return TopicWish((self._ordered(titles),))

    def _decision_on(self, topic: Topic) -> TopicDecision:
        """What was decided of a topic; a decision that says nothing when nothing was."""
        for decision in self.decisions.topics:
            if fold(decision.title) == fold(topic.title):
                return decision
        return TopicDecision(topic.title)

    def _carried(self, topic: Topic) -> TopicDecision:
        """What was decided of a topic, with its key, lest its title change."""
        held = self._decision_on(topic)
        names = self._names(self._origin(topic))
        was = held.was or tuple(name for name in names if fold(name) != fold(held.title))
        return replace(held, was=was, about=self._about(topic))

    def _about(self, topic: Topic, *, touched: bool = False) -> tuple[Place, ...]:
        """The passages of the topics that it was before anything was decided of it.

        None for one made by hand, which its terms draw, and for what fits nowhere, which is always
        there; where those topics are no more, the passages they had.
        """
        held = self._decision_on(topic)
        if topic.rest or held.split:
            return held.about
        return self._had(topic, touched=touched) or held.about

    def _had(self, topic: Topic, *, touched: bool = False) -> tuple[Place, ...]:
        """The passages of the topics that were worked out and are this one now."""
        from dossier.topics.heirs import passages_had  # as ``dossier.topics.corrections``

        derived = (origin for origin in self.derived if not origin.rest)
        origins = [origin for origin in derived if self._is_of(origin, topic)]
        had = (passages_had(origin, self.known, touched=touched) for origin in origins)
        return tuple(dict.fromkeys(Place(*one) for some in had for one in some))

    def _still_out(self, places: Sequence[Place], *topics: Topic) -> tuple[Place, ...]:
        """Those of the passages that none of the topics has, though they were taken out of one."""
        from dossier.topics.heirs import touched_in

        files = list(dict.fromkeys(place.file for place in places))
        had = {Place(*one) for topic in topics for one in touched_in(topic, files, self.known)}
        return tuple(place for place in places if place not in had)

    def _is_of(self, origin: Topic, topic: Topic) -> bool:
        """Whether a topic that was worked out is the one, or one of those that are it now."""
        held = self._decision_on(topic)
        if fold(origin.title) in map(fold, held.was) or origin.key in held.was:
            return True
        gone = (name for one in self.decisions.topics for name in one.was)
        title = fold(topic.title)
        named = fold(origin.title) == title and title not in map(fold, gone)
        return named or (not held.was and origin.title in topic.was)

    def _is_parted(self, decision: TopicDecision, topic: Topic) -> bool:
        """Whether that was parted from a topic."""
        names = (topic.title, topic.key, *self._decision_on(topic).was)
        names += self._names(self._origin(topic))
        return decision.split is not None and fold(decision.split) in map(fold, names)

    def _known(self, decision: TopicDecision) -> tuple[TopicDecision, ...]:
        return (decision,) if decision in self.decisions.topics else ()

    def _origin(self, topic: Topic) -> Topic | None:
        """The topic that was worked out, before it was retitled; None for one made by hand."""
        origin = next((one for one in self.derived if self._is_of(one, topic)), None)
        return topic if origin is None and topic.rest else origin

    def _names(self, topic: Topic | None) -> tuple[str, ...]:
        """What a topic that was worked out is known by: its title, and its key where that differs.

        Not its key where that is the title of another.
        """
        if topic is None:
            return ()
        taken = any(one.title == topic.key for one in self.topics)
        if not topic.key or taken or fold(topic.key) == fold(topic.title):
            return (topic.title,)
        return (topic.title, topic.key)

    def _is_key(self, name: str) -> bool:
        """Whether the title of a topic made by hand is the key of one that was worked out."""
        return any(one.key == name for one in self.derived)

    def _order_with(self, title: str, new: str | None = None) -> tuple[DossierDecision, ...]:
        """The order with a title changed or gone; none when it does not name that one."""
        order = self.decisions.order
        if title not in order:
            return ()
        changed = [new if one == title else one for one in order]
        return (self._ordered(one for one in changed if one is not None),)

    def _ordered(self, titles: Iterable[str]) -> DossierDecision:
        return DossierDecision(self.decisions.title, self.decisions.language, tuple(titles))


def _together(*parts: Sequence[Kept]) -> tuple[Kept, ...]:
    """All of them, each once."""
    return tuple(dict.fromkeys(one for part in parts for one in part))
