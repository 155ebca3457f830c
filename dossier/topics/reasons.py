"""Reasons: what put an extract in its topic, part by part, for a screen to say in its own words.

Worked out when it is asked for, from the topics as they stand; ``Extract.why`` is the same in one
sentence, for scripts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import log

from dossier.article import Article, Passage
from dossier.language import fold
from dossier.spans import Span
from dossier.topics.because import BY_HAND
from dossier.topics.evidence import hits_of
from dossier.topics.frames import STRONG, Hit, frames_of
from dossier.topics.given import Given
from dossier.topics.headings import is_heading
from dossier.topics.topic import Extract, Topic
from dossier.topics.words import LANGUAGES, terms_in, terms_of
from dossier.values import dataclass

LOOKED_AT = 120
"""Extracts of a topic, and of all others, that shared words are counted in."""
SHOWN = 4
"""Words and terms told at most."""
WEAK = 0.7
"""Confidence below which a tie is called weak."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What speaks for an extract's place."""

    strong: tuple[Span, ...] = ()
    """In the article's text: terms that nearly always mean the topic, or those the reader gave."""
    weak: tuple[Span, ...] = ()
    """Terms that often do."""
    heading: str | None = None
    """The heading it stands under, when that speaks for the topic."""
    beside: int = 0
    """Sentences just before and after it, in its passage, that are in the topic too."""
    shared: tuple[str, ...] = ()
    """Words that mark the topic off from the others."""
    by_hand: bool = False
    tie_is_weak: bool = False
    runner_up: str | None = None
    only_here: bool = False
    """Whether no passage of another article has enough of its names and rarer words: ``only``."""
    kind: str | None = None
    """What news is called that has the weak terms; None where the topic's title says that."""


def reasons_of(
    extract: Extract,
    topic: Topic,
    topics: Sequence[Topic],
    article_of: Callable[[str], Article],
    *,
    language: str | None = None,
    terms: Sequence[str] = (),
) -> Reasons:
    """What put the extract there.

    ``article_of`` gives the article of a file, ``language`` is that of the dossier; ``terms`` are
    those the reader gave the topic.
    """
    article = article_of(extract.file)
    spoken = article.language or language or LANGUAGES[0]
    hits = _hits(extract.span.of(article.text), topic.frame_key, spoken, terms)
    passage = article.passage_at(extract.span.start)
    return Reasons(
        _spans(extract, (hit for hit in hits if hit.count >= STRONG)),
        _spans(extract, (hit for hit in hits if hit.count < STRONG)),
        _heading(article, passage, topic, spoken),
        _beside(extract, topic, passage),
        _shared(extract, topic, topics, article_of, spoken),
        extract.why == BY_HAND,
        extract.confidence < WEAK and not topic.rest,
        _runner_up(extract, topic, topics),
        extract.only_here,
        _kind(topic, language or spoken),
    )


def _kind(topic: Topic, language: str) -> str | None:
    titles = (frame.title for frame in frames_of(language) if frame.key == topic.frame_key)
    return next((title for title in titles if fold(title) not in fold(topic.title)), None)


def _runner_up(extract: Extract, topic: Topic, topics: Sequence[Topic]) -> str | None:
    """The title that the topic it would else stand in has now; None where that is this one."""
    name = extract.runner_up
    put_right = (other for other in topics if name in other.was)
    other = next(put_right, None) or next((one for one in topics if one.title == name), None)
    return other.title if other is not None and other.title != topic.title else None


def _hits(text: str, key: str, spoken: str, terms: Sequence[str]) -> list[Hit]:
    """The terms of the topic's frame in the text, and those the reader gave."""
    own = Given(terms).hits(text)
    return sorted([*hits_of(key, text, spoken), *own], key=lambda hit: hit.start)


def _spans(extract: Extract, hits: Iterator[Hit]) -> tuple[Span, ...]:
    start = extract.span.start
    return tuple(dict.fromkeys(Span(start + hit.start, start + hit.end) for hit in hits))


def _heading(article: Article, passage: Passage | None, topic: Topic, spoken: str) -> str | None:
    if passage is None or passage.heading is None:
        return None
    line = " ".join(passage.heading.of(article.text).split())
    known_by = (topic.key, topic.key.partition(":")[2])  # with its story's mark, and without
    is_it = any(is_heading(key, line) for key in known_by)
    return line if is_it or hits_of(topic.frame_key, line, spoken) else None


def _beside(extract: Extract, topic: Topic, passage: Passage | None) -> int:
    """How many of the two sentences around the extract are in the topic."""
    if passage is None:
        return 0
    before = [s for s in passage.sentences if s.end <= extract.span.start][-1:]
    after = [s for s in passage.sentences if s.start >= extract.span.end][:1]
    held = [other.span for other in topic.extracts if other.file == extract.file]
    return sum(any(span.covers(s) for span in held) for s in (*before, *after))


def _shared(
    extract: Extract,
    topic: Topic,
    topics: Sequence[Topic],
    article_of: Callable[[str], Article],
    spoken: str,
) -> tuple[str, ...]:
    """The words of the extract that mark the topic off, the strongest first."""

    def counted(extracts: Iterable[Extract], most: int) -> Counter[str]:
        texts = (e.span.of(article_of(e.file).text) for e in islice(extracts, most) if e != extract)
        return Counter(term for text in texts for term in set(terms_of(text, spoken)))

    inside, outside = counted(topic.extracts, LOOKED_AT), Counter[str]()
    others = [other for other in topics if other.title != topic.title]
    for other in others:
        outside += counted(other.extracts, LOOKED_AT // len(others))
    part = (inside.total() + 1) / (inside.total() + outside.total() + 1)
    written: dict[str, str] = {}
    for term, word in terms_in(extract.span.of(article_of(extract.file).text), spoken):
        if inside[term] and inside[term] > part * (inside[term] + outside[term]):
            written.setdefault(term, word)

    def tells(term: str) -> float:
        return inside[term] * log(inside[term] / (part * (inside[term] + outside[term])))

    return tuple(written[t] for t in sorted(written, key=lambda t: (-tells(t), t)))[:SHOWN]
