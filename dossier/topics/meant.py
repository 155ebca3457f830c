"""Meant: which topics a correction speaks of, and where they stand.

By their titles, by the keys they were worked out under, by what they were called before, and, where
none of these is there any more, by the passages they had.
"""

from collections.abc import Iterator, Mapping, Sequence

from dossier.article import Article, Passage
from dossier.language import fold
from dossier.spans import Span
from dossier.topics.headings import are_alike
from dossier.topics.heirs import Numbered, heirs_of, nearest
from dossier.topics.places import Place
from dossier.topics.topic import Topic
from dossier.values import dataclass


@dataclass(frozen=True, slots=True)
class TopicCorrection:
    """What is said of one topic, as a ``[[topic]]`` table says it."""

    title: str
    """The topic's title: one that was worked out, or a new one, though it may be another's key."""
    terms: tuple[str, ...] = ()
    """What draws extracts to it; a star stands for any ending."""
    with_: tuple[str, ...] = ()
    """Places put there by hand, as "article.txt#p14"."""
    without: tuple[str, ...] = ()
    """Places taken out by hand."""
    was: tuple[str, ...] = ()
    """Keys or titles of the topics it takes the place of: one when it is retitled, several when
    they are merged; none when it is known by its own title, or new."""
    split: str | None = None
    """Title or key of the topic it is parted from: its terms draw from that one alone, and what
    they draw leaves it. While there is no such topic, for an article more may make others, they
    draw from all, and what they draw leaves none."""
    about: tuple[str, ...] = ()
    """Passages that the topics it takes the place of, or the one it is parted from, had when that
    was said: by these they are found again when they go by other names."""


@dataclass(frozen=True, slots=True)
class Stands:
    """Where the topic stands that a correction speaks of."""

    topics: tuple[Topic, ...]
    """With it: made, beside the one it was or is parted from, where there was none."""
    place: int
    joined: tuple[int, ...] = ()
    """The others that are to be one with it."""
    kept: tuple[str, ...] = ()
    """The passages it had, where none of its names is there any more."""


def in_turn(records: Sequence[TopicCorrection], topics: Sequence[Topic]) -> list[TopicCorrection]:
    """The corrections in their order, but a part after the topic it is of, if that is made by one.

    A topic made by hand that was merged since may stand below what was parted from it before.
    """
    names = {fold(name) for topic in topics for name in (topic.title, topic.key)}

    def turn(at: int) -> tuple[int, bool]:
        split = fold(records[at].split or "")
        if not split or split in names:
            return at, False
        makers = [i for i, one in enumerate(records) if split in map(fold, (one.title, *one.was))]
        last = max((at, *makers))
        return last, last != at

    return [records[at] for at in sorted(range(len(records)), key=turn)]


def placed(
    topics: tuple[Topic, ...],
    known: Mapping[str, Article],
    record: TopicCorrection,
    others: Sequence[TopicCorrection],
) -> Stands:
    """Where the topic stands that a correction speaks of; made, where there was none.

    ``others`` are the other corrections: what they take the place of is not meant.
    """
    named = _named(topics, record, others)
    about = _numbered(record.about, known)
    found, kept = named, record.about if about and not record.split else ()
    if kept:
        claimed = frozenset(name for other in others for name in _names(other))
        found = heirs_of(topics, named, about, known.get, claimed)
        kept = () if set(named) & set(found) else kept
    if found:
        return Stands(topics, found[0], tuple(sorted(set(found) - {found[0]})), kept)
    near = nearest(topics, about, known.get)
    if record.split:
        near = parent_of(topics, known, record, others)
    last = len(topics) - (bool(topics) and topics[-1].rest)
    place = last if near is None else min(last, near + 1)
    made = Topic(record.title, (), key=record.title, by_hand=True)
    return Stands((*topics[:place], made, *topics[place:]), place, kept=kept)


def _named(
    topics: Sequence[Topic], record: TopicCorrection, others: Sequence[TopicCorrection]
) -> list[int]:
    """Where the topics stand that a correction names, those it takes the place of first.

    Its title names none that another takes the place of, where it does so itself: two topics may
    have changed their titles. What it knows by a title alone may be called so but for the article.
    """
    was = [_index(topics, name, spoken_of=False) for name in record.was]
    named = [index for index in was if index is not None]
    gone = {fold(name) for other in others for name in other.was}
    if not (named and fold(record.title) in gone):
        title = fold(record.title)
        named += [i for i, topic in enumerate(topics) if fold(topic.title) == title][:1]
    if not (named or record.was or record.split or record.about):
        claimed = frozenset(name for other in others for name in _names(other))
        alike = [i for i, one in enumerate(topics) if are_alike(one.title, record.title)]
        names = {i: {fold(topics[i].title), fold(topics[i].key)} for i in alike}
        named = [i for i in alike if claimed.isdisjoint(names[i]) and not topics[i].rest][:1]
    return named


def _names(record: TopicCorrection) -> Iterator[str]:
    """The names of topics that a correction speaks of, folded."""
    yield from map(fold, filter(None, (record.title, *record.was, record.split)))


def parent_of(
    topics: Sequence[Topic],
    known: Mapping[str, Article],
    record: TopicCorrection,
    others: Sequence[TopicCorrection],
) -> int | None:
    """Where the topic stands that one is parted from, or what took its place.

    None when it is gone, or when there is none.
    """
    if record.split is None:
        return None
    beside = [None if _is(topic, record.title) else topic for topic in topics]
    after = [one.title for one in others if fold(record.split) in map(fold, one.was)]
    places = (_index(beside, name) for name in (record.split, *after))
    if (named := next((i for i in places if i is not None), None)) is not None:
        return named
    return nearest(topics, _numbered(record.about, known), known.get)


def _is(topic: Topic, title: str) -> bool:
    return topic.by_hand and fold(topic.title) == fold(title)


def _index(topics: Sequence[Topic | None], name: str, *, spoken_of: bool = True) -> int | None:
    """Where the topic stands that a name means: its title as it is written, its key, its title.

    A key is a word that the program writes, and may be a title but for its case. Without
    ``spoken_of`` those that the reader has not put right yet come first, and they alone by key.
    """
    there = [(i, topic) for i, topic in enumerate(topics) if topic is not None]
    there.sort(key=lambda one: not spoken_of and one[1].by_hand)
    exactly = [i for i, topic in there if topic.title == name]
    by_key = [i for i, topic in there if topic.key == name and (spoken_of or not topic.by_hand)]
    alike = [i for i, topic in there if fold(topic.title) == fold(name)]
    return next(iter(exactly + by_key + alike), None)


def _numbered(references: Sequence[str], known: Mapping[str, Article]) -> set[Numbered]:
    """The passages that references name, of those there are."""
    spans = [place for reference in references for place in spans_at(reference, known)]
    at = [(file, known[file].passage_at(span.start)) for file, span in spans]
    return {(file, passage.number) for file, passage in at if passage}


def spans_at(reference: str, known: Mapping[str, Article]) -> list[Place]:
    """The place that "article.txt#p14" names: passage 14; "article.txt" is all of its passages."""
    file, _, number = reference.rpartition("#p")
    article = known.get(file or reference)
    if article is None or (file and not number.isdecimal()):
        return []
    return [
        (article.file, _read(passage))
        for passage in article.passages
        if passage.sentences and (not file or passage.number == int(number))
    ]


def _read(passage: Passage) -> Span:
    return Span(passage.sentences[0].start, passage.sentences[-1].end)
