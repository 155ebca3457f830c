"""What is to leave: quotes of articles under titles, whatever form they are then written in."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Literal

from dossier.article import Article
from dossier.clippings import Anchored, Clipping, topic_clipped_in
from dossier.dossier import Dossier
from dossier.entities import Entity
from dossier.quotes.quote import QuoteState
from dossier.search import search
from dossier.spans import Span
from dossier.topics import Topic

Group = Literal["topic", "source", "tag", "time"]
"""``time`` keeps the order clipped; for what was not clipped, the dossier's reading order."""

LeftOut = Literal["speakers", "topics"]
"""What was asked for and is not known of the dossier: it is not worked out for an export."""

GROUPS: tuple[Group, ...] = ("topic", "source", "tag", "time")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of one article; where sentences between them are left out, several spans."""

    article: Article
    spans: tuple[Span, ...]
    """In reading order, apart; never empty."""
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str | None = None
    """When it was clipped, ISO 8601; None for what was not."""
    clipping: Clipping | None = None
    speaker: str | None = None
    """Who says these words, worked out; None when nobody is known to, or they are no speech."""
    attribution: QuoteState = "uncertain"
    """How sure the speaker is."""
    numbers: tuple[int, ...] | None = field(default=None, compare=False)
    """Those of its passages, where they were known; None to find them in the article."""

    @property
    def words(self) -> tuple[str, ...]:
        """The source's own words, span by span."""
        return tuple(span.of(self.article.text) for span in self.spans)

    @property
    def sure(self) -> bool:
        """Whether the speaker is."""
        return self.attribution != "uncertain"

    @property
    def passages(self) -> tuple[int, ...]:
        """The numbers of the passages quoted from."""
        if self.numbers is not None:
            return self.numbers
        return passages_in(self.article, Span(self.spans[0].start, self.spans[-1].end))


@dataclass(frozen=True, slots=True)
class Section:
    """Quotes under one title."""

    title: str | None
    quotations: tuple[Quotation, ...]
    article: Article | None = None
    """The one article they are all of, when the sections are the sources."""


@dataclass(frozen=True, slots=True)
class Document:
    """What leaves, in order."""

    title: str
    language: str | None
    sections: tuple[Section, ...]
    lost: tuple[Clipping, ...] = ()
    """Clippings whose words are not in the articles any more."""
    left_out: tuple[LeftOut, ...] = ()
    """What is missing of what was asked for, and is told in the head."""

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All the quotes, in order."""
        return tuple(q for section in self.sections for q in section.quotations)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The sources, in the order they are first quoted."""
        by_file = {q.article.file: q.article for q in self.quotations}
        return tuple(by_file.values())

    def passages(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the passages quoted from each file, in the order of the quotes."""
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for quotation in self.quotations:
            numbers[quotation.article.file] += quotation.passages
        return numbers


def passages_in(article: Article, span: Span) -> tuple[int, ...]:
    """The numbers of the passages that a span shares characters with."""
    first = bisect_right(article.passages, span.start, key=lambda passage: passage.span.end)
    last = bisect_left(article.passages, span.end, key=lambda passage: passage.span.start)
    return tuple(passage.number for passage in article.passages[first:last])


def of_clippings(dossier: Dossier, anchored: Iterable[Anchored]) -> Iterator[Quotation]:
    """The quotes that clippings are, in their order; those that are lost left out."""
    for found in anchored:
        if found.span is not None:
            kept = found.clipping
            article = dossier.article(found.file)
            yield Quotation(article, (found.span,), kept.note, kept.tags, kept.created, kept)


def of_topic(dossier: Dossier, topic: Topic) -> Iterator[Quotation]:
    """A topic's extracts; those of one passage are one quote."""
    for source in dossier.sources(topic):
        by_passage: defaultdict[int, list[Span]] = defaultdict(list)
        for extract in source.extracts:
            passage = source.article.passage_at(extract.span.start)
            by_passage[passage.number if passage else -extract.span.start].append(extract.span)
        for spans in by_passage.values():
            yield Quotation(source.article, tuple(sorted(spans)))


def of_entity(dossier: Dossier, entity: Entity) -> Iterator[Quotation]:
    """The passages that mention an entity."""
    return of_places(dossier, ((mention.file, mention.span) for mention in entity.mentions))


def of_search(dossier: Dossier, words: str) -> Iterator[Quotation]:
    """The passages where words that are looked for stand, or another spelling of a name."""
    hits = search(dossier.articles, words, entities=dossier.found.entities)
    return of_places(dossier, ((hit.file, hit.span) for hit in hits))


def of_places(dossier: Dossier, places: Iterable[tuple[str, Span]]) -> Iterator[Quotation]:
    """The passages that hold the places, each once, in the dossier's order."""
    held: dict[tuple[int, int], Quotation] = {}
    for file, there in groupby(places, key=itemgetter(0)):
        article, place = dossier.article(file), dossier.place(file)
        for _, span in there:
            if passage := article.passage_at(span.start):
                one = Quotation(article, (passage.span,), numbers=(passage.number,))
                held.setdefault((place, passage.number), one)
    return iter([held[key] for key in sorted(held)])


def topic_document(
    dossier: Dossier,
    topics: Sequence[Topic],
    *,
    group: Group,
    step: Callable[[], object] = bool,
) -> Document:
    """The extracts of topics; ``step`` is called at each and may raise, which gives it up."""

    def quoted(topic: Topic) -> Iterator[Quotation]:
        for quotation in of_topic(dossier, topic):
            step()
            yield quotation

    if group == "topic":
        sections = tuple(Section(topic.title, tuple(quoted(topic))) for topic in topics)
        return Document(dossier.title, dossier.language, sections)
    return arranged(dossier, [q for topic in topics for q in quoted(topic)], group=group)


def arranged(
    dossier: Dossier,
    quotations: Iterable[Quotation],
    *,
    group: Group,
    lost: Iterable[Clipping] = (),
) -> Document:
    """The quotes in sections; the empty ones left out.

    By topics that are not known, they stand in one, and the document says so.
    """
    once = list({(q.article.file, q.spans, q.note, q.tags): q for q in quotations}.values())
    make = {"topic": _by_topic, "source": _by_source, "tag": _by_tag, "time": _as_given}[group]
    sections = tuple(section for section in make(dossier, once) if section.quotations)
    left_out: tuple[LeftOut, ...] = ()
    if group == "topic" and sections and not dossier.analysed and not dossier.topics:
        left_out = ("topics",)
    return Document(dossier.title, dossier.language, sections, tuple(lost), left_out)


def _as_given(dossier: Dossier, quotations: list[Quotation]) -> Iterator[Section]:
    """One section without a title."""
    del dossier
    yield Section(None, tuple(quotations))


def _by_source(dossier: Dossier, quotations: list[Quotation]) -> Iterator[Section]:
    """A section an article, in the dossier's order; its quotes in reading order."""
    ordered = _in_reading_order(dossier, quotations)
    for _, there in groupby(ordered, key=lambda quotation: quotation.article.file):
        quotes = tuple(there)
        yield Section(quotes[0].article.name, quotes, quotes[0].article)


def _by_topic(dossier: Dossier, quotations: list[Quotation]) -> Iterator[Section]:
    """A section a topic, each quote under the one it was clipped in, else its main one."""
    by_topic: defaultdict[str | None, list[Quotation]] = defaultdict(list)
    for quotation in _in_reading_order(dossier, quotations):
        by_topic[_main_topic(dossier, quotation)].append(quotation)
    for topic in dossier.topics:
        yield Section(topic.title, tuple(by_topic.pop(topic.title, ())))
    yield Section(None, tuple(by_topic[None]))


def _main_topic(dossier: Dossier, quotation: Quotation) -> str | None:
    """The title of the topic a quote was clipped in, else of its main one; None for no topic."""
    kept = quotation.clipping
    if kept and (topic := topic_clipped_in(dossier, kept)):
        return topic.title
    topics = dossier.topics_of(quotation.article.file, quotation.spans[0].start)
    return topics[0].title if topics else None


def _by_tag(dossier: Dossier, quotations: list[Quotation]) -> Iterator[Section]:
    """A section a tag, in the alphabet's order; a quote of two tags stands in both."""
    del dossier
    for tag in sorted({tag for q in quotations for tag in q.tags}):
        yield Section(f"#{tag}", tuple(q for q in quotations if tag in q.tags))
    yield Section(None, tuple(q for q in quotations if not q.tags))


def _in_reading_order(dossier: Dossier, quotations: list[Quotation]) -> list[Quotation]:
    """By the dossier's order of articles, then as they stand."""
    return sorted(quotations, key=lambda q: (dossier.place(q.article.file), q.spans))
