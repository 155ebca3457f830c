"""Heirs: the topics of today that are what a topic was about which the reader named.

A title and a key name a topic for as long as the articles give it that one. Of 564 topics of nine
dossiers one in three had neither any more with one article more in the folder; found again by its
passages, what a topic held is nine tenths of it what it held before (2026-11-22).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

from dossier.article import Article, Passage
from dossier.language import fold
from dossier.topics.on_demand import ExtractsOnDemand
from dossier.topics.topic import Extract, Topic

SHARE, MOSTLY, LEAST = 0.25, 0.5, 2
"""An heir has this share of the passages a topic had, and so many of them; and of those it has in
their articles, this share."""
MOST = 40
"""Passages that are remembered of a topic, about; of a larger one, those of some articles."""
HALF = 0.5
"""Share of a passage's sentences that a topic has to have for the passage to be its."""

Known = Callable[[str], Article | None]
"""Gives the article of a file; None when there is none."""
Numbered = tuple[str, int]
"""A passage: its file, and its number there."""


def passages_had(topic: Topic, known: Known, *, touched: bool = False) -> tuple[Numbered, ...]:
    """The passages that are mostly the topic's, in the dossier's order: what it is about.

    All of those it touches where none is, or where that is asked for. Of a topic with many, those
    of articles at even distance.
    """
    files = _some_files(topic)
    mostly = [] if touched else _mostly(topic, files, known)
    return tuple(mostly or touched_in(topic, files, known))


def touched_in(topic: Topic, files: Sequence[str], known: Known) -> list[Numbered]:
    """The passages of some articles that have a sentence of the topic."""
    return _mostly(topic, files, known, share=0.0)


def heirs_of(
    topics: Sequence[Topic],
    named: Sequence[int],
    about: Collection[Numbered],
    known: Known,
    claimed: frozenset[str],
) -> list[int]:
    """Which topics are what one was about: those of its names, then those mostly made of the rest.

    ``named`` are those that bear its names: of these, one whose title is all its name, and that has
    nothing of what it was about, came by it by chance. ``claimed`` are the folded names of topics
    that are spoken of elsewhere.
    """
    files = list(dict.fromkeys(file for file, _ in about))
    held = {i: set(_mostly(topic, files, known)) for i, topic in enumerate(topics)}
    touched = {i: set(touched_in(topics[i], files, known)) for i in named}
    found = [i for i in named if touched[i] & set(about) or _is_led(topics[i])]
    left = set(about).difference(*(held[i] for i in found))
    both = {i: len(held[i] & left) for i in held}
    heirs = [
        i
        for i, topic in enumerate(topics)
        if i not in found
        and _is_free(topic, claimed)
        and both[i] >= max(min(LEAST, len(about)), SHARE * len(left), MOSTLY * len(held[i]))
    ]
    return [*found, *sorted(heirs, key=lambda i: (-both[i], i))]


def _is_free(topic: Topic, claimed: frozenset[str]) -> bool:
    """Whether the topic is nobody's: spoken of nowhere, so worked out, and not the rest."""
    names = (fold(topic.title), fold(topic.key))
    return not topic.rest and claimed.isdisjoint(names)


def _is_led(topic: Topic) -> bool:
    """Whether a topic has a name beside its title: a frame leads it, whatever it holds."""
    return fold(topic.key) != fold(topic.title)


def nearest(topics: Sequence[Topic], about: Collection[Numbered], known: Known) -> int | None:
    """The topic that has most of those passages; None when none has any."""
    files = list(dict.fromkeys(file for file, _ in about))
    shares = [len(set(_mostly(topic, files, known)) & set(about)) for topic in topics]
    best = max(shares, default=0)
    return shares.index(best) if best else None


def _some_files(topic: Topic) -> list[str]:
    """The files of the topic's sources; of one with many extracts some, at even distance."""
    step = max(1, -(-len(topic.extracts) // MOST))
    if isinstance(topic.extracts, ExtractsOnDemand):
        return [topic.extracts.file(one) for one in range(0, topic.extracts.sources, step)]
    return list(dict.fromkeys(extract.file for extract in topic.extracts))[::step]


def _mostly(
    topic: Topic, files: Sequence[str], known: Known, *, share: float = HALF
) -> list[Numbered]:
    """The passages of some articles of which the topic has that share, at least a sentence."""
    found: list[Numbered] = []
    for file, extracts in _extracts(topic, files).items():
        article = known(file)
        if article is None:
            continue
        held: dict[int, int] = defaultdict(int)
        passages: dict[int, Passage] = {}
        for extract in extracts:
            passage = article.passage_at(extract.span.start)
            if passage is not None:
                passages[passage.number] = passage
                held[passage.number] += sum(map(extract.span.covers, passage.sentences))
        least = {n: max(1, share * len(passages[n].sentences)) for n in sorted(passages)}
        found.extend((file, number) for number in least if held[number] >= least[number])
    return found


def _extracts(topic: Topic, files: Sequence[str]) -> dict[str, list[Extract]]:
    """The topic's extracts in some articles, by file."""
    held: dict[str, list[Extract]] = {file: [] for file in files}
    if isinstance(topic.extracts, ExtractsOnDemand):
        return {file: list(topic.extracts.of(file)) for file in files}
    for extract in topic.extracts:
        if extract.file in held:
            held[extract.file].append(extract)
    return held
