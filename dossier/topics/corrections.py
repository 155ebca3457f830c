"""Corrections: what the reader put right about topics, played over those that were worked out.

Pure: the same topics, articles and corrections give the same topics. A place that is no longer
there is passed over, and counts again when it is back. A topic that the articles do not make any
more is found again by what it was about (``heirs``); where nothing is, it keeps that.

Of a large dossier no more is made than a correction speaks of. All its sentences stand in a topic
when it is worked out, and only what was taken out can stand in none after that.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from dossier.article import Article, main_language
from dossier.language import fold
from dossier.on_demand import ByFile
from dossier.spans import Span
from dossier.topics.because import BY_HAND, KEPT, NEITHER, because, has
from dossier.topics.given import Given
from dossier.topics.headings import numbered
from dossier.topics.meant import Stands, TopicCorrection, in_turn, parent_of, placed, spans_at
from dossier.topics.on_demand import ExtractsOnDemand, HeldExtracts, MendedExtracts
from dossier.topics.places import Places
from dossier.topics.topic import REST_KEY, Extract, Topic
from dossier.topics.wording import Wording, wording_of

DRAWN, PUT = 0.9, 1.0
"""Weight of an extract that a topic's terms drew, and of one put there by hand: both before any
that was worked out, the hand's first."""


def apply_topic_decisions(
    topics: Sequence[Topic],
    articles: Sequence[Article],
    records: Sequence[TopicCorrection],
    language: str | None = None,
    unsorted: Collection[str] = (),
) -> tuple[Topic, ...]:
    """The topics with the corrections made, in their order.

    A topic that is left without extracts goes, unless the reader made it. Every sentence stays in a
    topic: one that is in no other any more is in the rest. Where that is retitled, merged or
    parted, it has what the corrections leave over, but for that of files ``unsorted``. Without a
    ``language`` titles are in that of most articles.
    """
    known = ByFile(articles)
    wording = wording_of(language or main_language(articles))
    is_large = bool(topics) and all(isinstance(t.extracts, ExtractsOnDemand) for t in topics)
    looked_at = _taken_from(records, known) if is_large else articles
    if _speak_of_rest(records, topics, wording):
        sorted_ = [article for article in looked_at if article.file not in unsorted]
        begun = _with_rest(topics, (), known, wording)
        left = _left_over(_played(begun, known, records, wording), sorted_)
        done = _played(_with_rest(topics, left, known, wording), known, records, wording)
    else:
        done = _played(tuple(topics), known, records, wording)
    told = _told_alone(_whole(_distinct(done), looked_at, known, wording), topics)
    return tuple(map(_by_article, told)) if is_large else told


def _by_article(topic: Topic) -> Topic:
    """The topic as those of a large dossier are: its extracts found by their articles."""
    if isinstance(topic.extracts, ExtractsOnDemand):
        return topic
    held: Any = HeldExtracts(topic.extracts)  # Any: a tuple to who reads it
    return replace(topic, extracts=held)


def _played(
    topics: tuple[Topic, ...],
    known: ByFile,
    records: Sequence[TopicCorrection],
    wording: Wording,
) -> tuple[Topic, ...]:
    """The topics with one correction made after the other."""
    for record in in_turn(records, topics):
        others = [other for other in records if other is not record]
        topics = _corrected(topics, known, record, others, wording)
    return topics


def _speak_of_rest(
    records: Sequence[TopicCorrection], topics: Sequence[Topic], wording: Wording
) -> bool:
    """Whether a correction takes the place of what fits nowhere, or parts something from it."""
    names = {fold(wording.rest), REST_KEY, *(fold(topic.title) for topic in topics if topic.rest)}
    return any(fold(name) in names for one in records for name in (*one.was, one.split or ""))


def _distinct(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics, no two titles alike: one that was worked out yields to the reader's."""
    taken = [topic.title for topic in topics if topic.by_hand]
    done = []
    for topic in topics:
        title = topic.title if topic.by_hand else numbered(topic.title, taken)
        taken.append(title)
        same = title == topic.title
        done.append(topic if same else replace(topic, title=title, was=_titles(topic)))
    return tuple(done)


def _told_alone(topics: Sequence[Topic], worked_out: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics; what was put somewhere else stands in one article alone if it did before."""
    alone = Places(
        (extract.file, extract.span)
        for topic in worked_out
        if not isinstance(topic.extracts, ExtractsOnDemand)
        for extract in topic.extracts
        if extract.only_here
    )

    def told(extract: Extract) -> Extract:
        is_alone = not extract.only_here and alone.cover(extract.file, extract.span)
        return replace(extract, only_here=True) if is_alone else extract

    return tuple(
        replace(topic, extracts=tuple(map(told, topic.extracts)))
        if (topic.by_hand or topic.rest) and not isinstance(topic.extracts, ExtractsOnDemand)
        else topic
        for topic in topics
    )


def _corrected(
    topics: tuple[Topic, ...],
    known: ByFile,
    record: TopicCorrection,
    others: Sequence[TopicCorrection],
    wording: Wording,
) -> tuple[Topic, ...]:
    """The topics with one correction made: one put right, and those that it takes something of."""
    stands = placed(topics, known, record, others)
    topics, place, joined = stands.topics, stands.place, stands.joined
    were = [topics[i] for i in (place, *joined)]
    taken = Places(place for ref in record.without for place in spans_at(ref, known))
    drawn = list(_drawn(record.terms, known, taken))
    parted = parent_of(topics, known, record, others)
    if parted is not None and parted != place:
        drawn = _there(drawn, topics[parted], record, known)
        topics = _parted(topics, parted, drawn, known)
    rests = {fold(wording.rest), *(fold(one.title) for one in were[:1] if one.rest)}
    rest = fold(record.title) in rests
    changed = replace(
        were[0],
        title=record.title,
        extracts=_filled(record, stands, taken, drawn, known),
        rest=rest,
        by_hand=not rest,
        was=tuple(name for one in were for name in _titles(one)),
    )
    return tuple(
        changed if i == place else other for i, other in enumerate(topics) if i not in joined
    )


def _filled(
    record: TopicCorrection,
    stands: Stands,
    taken: Places,
    drawn: Sequence[Extract],
    known: ByFile,
) -> tuple[Extract, ...]:
    """What the topic has once it is put right, outside what was taken out.

    As it stands where the correction says nothing of that: a title, say.
    """
    own = stands.topics[stands.place].extracts
    if isinstance(own, ExtractsOnDemand) and not (record.terms or stands.joined or stands.kept):
        return _mended(own, record, taken, known)
    held = _together(own, [stands.topics[i].extracts for i in stands.joined])
    held += _put(stands.kept, known, DRAWN, KEPT)
    left = [part for extract in held for part in _outside(extract, taken, known)]
    return _in_order([*left, *drawn, *_put(record.with_, known, PUT, BY_HAND)], known)


def _mended(
    own: ExtractsOnDemand, record: TopicCorrection, taken: Places, known: ByFile
) -> tuple[Extract, ...]:
    """What a topic of a large dossier has once some passages were put there or taken out."""
    places = (at for ref in (*record.with_, *record.without) for at in spans_at(ref, known))
    held = _left_in(own, [file for file, _ in places], taken, known)
    for extract in _put(record.with_, known, PUT, BY_HAND):
        held[extract.file].append(extract)
    return _with_others(own, held, known)


def _left_in(
    own: ExtractsOnDemand, files: Sequence[str], taken: Places, known: ByFile
) -> dict[str, list[Extract]]:
    """What is left in some articles, by file, outside what was taken out."""
    return {
        file: [part for extract in own.of(file) for part in _outside(extract, taken, known)]
        for file in dict.fromkeys(files)
    }


def _with_others(
    own: ExtractsOnDemand, held: Mapping[str, Sequence[Extract]], known: ByFile
) -> tuple[Extract, ...]:
    """The extracts, in some articles others than they were."""
    others = {file: _in_order(there, known) for file, there in held.items()}
    mended = MendedExtracts(own, others, known.place) if others else own
    return cast("tuple[Extract, ...]", mended)


def _together(own: Sequence[Extract], joined: Sequence[Sequence[Extract]]) -> list[Extract]:
    """The extracts of topics that are one; in a large dossier no article is fetched twice."""
    large = [one for one in joined if isinstance(one, ExtractsOnDemand)]
    if isinstance(own, ExtractsOnDemand) and len(large) == len(joined):
        return list(own.beside(large))
    return [*own, *(extract for extracts in joined for extract in extracts)]


def _there(
    drawn: Sequence[Extract], parent: Topic, record: TopicCorrection, known: ByFile
) -> list[Extract]:
    """Those of the drawn sentences that stand in what a part is of, or did when it was parted."""
    own = [(one.file, one.span) for one in _those_in(parent, dict.fromkeys(e.file for e in drawn))]
    there = Places([*own, *(at for ref in record.about for at in spans_at(ref, known))])
    return [one for one in drawn if there.cover(one.file, one.span)]


def _those_in(topic: Topic, files: Collection[str]) -> Iterator[Extract]:
    """The topic's extracts in some articles; of a large dossier the others are not fetched."""
    if isinstance(topic.extracts, ExtractsOnDemand):
        return (extract for file in files for extract in topic.extracts.of(file))
    return (extract for extract in topic.extracts if extract.file in files)


def _titles(topic: Topic) -> tuple[str, ...]:
    """What it has been called up to now."""
    return (topic.title, *topic.was)


def keeps_what_it_had(topic: Topic) -> bool:
    """Whether a topic is there by the passages it had alone, and by what was put there since."""
    kept = [extract for extract in topic.extracts if extract.weight >= DRAWN]
    return len(kept) == len(topic.extracts) and any(extract.why == KEPT for extract in kept)


def _parted(
    topics: tuple[Topic, ...], index: int, drawn: Sequence[Extract], known: ByFile
) -> tuple[Topic, ...]:
    """The topics, one of them without the sentences that another draws from it."""
    taken, own = Places((extract.file, extract.span) for extract in drawn), topics[index].extracts
    if isinstance(own, ExtractsOnDemand):
        files = [extract.file for extract in drawn]
        left = _with_others(own, _left_in(own, files, taken, known), known)
    else:
        left = tuple(part for extract in own for part in _outside(extract, taken, known))
    changed = replace(topics[index], extracts=left)
    return (*topics[:index], changed, *topics[index + 1 :])


def _outside(extract: Extract, taken: Places, known: ByFile) -> Iterator[Extract]:
    """What is left of an extract: the runs of its sentences that are not taken out."""
    if not taken.overlap(extract.file, extract.span):
        yield extract
    elif not taken.cover(extract.file, extract.span):  # else its passage is fetched for nothing
        for span in _runs_inside(extract, known, taken):
            yield replace(extract, span=span)


def _runs_inside(extract: Extract, known: ByFile, taken: Places) -> Iterator[Span]:
    passage = known[extract.file].passage_at(extract.span.start)
    sentences = [s for s in passage.sentences if extract.span.covers(s)] if passage else []
    run: list[Span] = []
    for sentence in sentences:
        if not taken.overlap(extract.file, sentence):
            run.append(sentence)
        elif run:
            yield Span(run[0].start, run[-1].end)
            run = []
    if run:
        yield Span(run[0].start, run[-1].end)


def _drawn(terms: Sequence[str], known: ByFile, taken: Places) -> Iterator[Extract]:
    """The sentences that the terms draw, one by one, outside what was taken out."""
    if not terms:
        return
    given = Given(terms)
    for article in given.among(known.articles):
        text = article.text
        if not given.may_be_in(text):
            continue
        passages = (one for one in article.passages if given.may_be_in(one.span.of(text)))
        for span in (sentence for passage in passages for sentence in passage.sentences):
            words = _words(span.of(text), given)
            if words and not taken.overlap(article.file, span):
                yield Extract(article.file, span, DRAWN, 1.0, because(has(words)))


def _words(text: str, given: Given) -> tuple[str, ...]:
    """The terms a text has, as it writes them, each once; a few."""
    words = (text[hit.start : hit.end] for hit in given.hits(text))
    return tuple({fold(word): word for word in words}.values())[:3]


def _put(places: Sequence[str], known: ByFile, weight: float, why: str) -> Iterator[Extract]:
    for reference in places:
        for file, span in spans_at(reference, known):
            yield Extract(file, span, weight, 1.0, why)


def _in_order(extracts: Sequence[Extract], known: ByFile) -> tuple[Extract, ...]:
    """The extracts in the dossier's order, none over another: the heavier keeps the sentences."""
    kept: list[Extract] = []
    held = Places()
    for extract in sorted(extracts, key=lambda e: (-e.weight, e.file, e.span)):
        left = list(_outside(extract, held, known))
        kept += left
        for part in left:
            held.add(part.file, part.span)
    order = {file: known.place(file) for file in {extract.file for extract in kept}}
    return tuple(sorted(kept, key=lambda e: (order[e.file], e.span)))


def _taken_from(records: Sequence[TopicCorrection], known: ByFile) -> list[Article]:
    """The articles that something was taken out of, in the dossier's order."""
    places = (place for one in records for ref in one.without for place in spans_at(ref, known))
    return [known[file] for file in sorted({file for file, _ in places}, key=known.place)]


def _whole(
    topics: tuple[Topic, ...], articles: Sequence[Article], known: ByFile, wording: Wording
) -> tuple[Topic, ...]:
    """The topics without empty ones, and with a rest for sentences of articles that are in none."""
    left = _left_over(topics, articles)
    kept = tuple(topic for topic in topics if topic.extracts or topic.by_hand)
    if left or sum(topic.rest for topic in kept) > 1:
        return _with_rest(kept, left, known, wording)
    return kept


def _left_over(topics: Sequence[Topic], articles: Sequence[Article]) -> list[Extract]:
    """The sentences that are in no topic."""
    held = _held(topics, articles)
    return [
        Extract(article.file, sentence, 0.5, 1.0, NEITHER)
        for article in articles
        for passage in article.passages
        for sentence in passage.sentences
        if not held.cover(article.file, sentence)
    ]


def _with_rest(
    topics: Sequence[Topic], left: Sequence[Extract], known: ByFile, wording: Wording
) -> tuple[Topic, ...]:
    """The topics, last one for what fits nowhere, which has the sentences too."""
    rests = [topic for topic in topics if topic.rest]
    own = rests[0] if rests else Topic(wording.rest, (), rest=True, key=REST_KEY)
    if left or rests[1:]:
        held = [extract for rest in rests for extract in rest.extracts]
        own = replace(own, extracts=_in_order([*held, *left], known))
    return (*(topic for topic in topics if not topic.rest), own)


def _held(topics: Sequence[Topic], articles: Sequence[Article]) -> Places:
    """What stands in a topic.

    Of a large dossier article by article: what is fetched of one has all topics.
    """
    held = Places()
    for topic in topics:
        if not isinstance(topic.extracts, ExtractsOnDemand):
            for extract in topic.extracts:
                held.add(extract.file, extract.span)
    large = [one.extracts for one in topics if isinstance(one.extracts, ExtractsOnDemand)]
    for article in articles if large else ():
        for extract in (one for extracts in large for one in extracts.of(article.file)):
            held.add(extract.file, extract.span)
    return held
