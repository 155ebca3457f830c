"""Making topics: from sentences and evidence to the sections of the dossier."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log

from dossier.article import Article
from dossier.entities import Found
from dossier.topics.because import NEITHER
from dossier.topics.choosing import LONG
from dossier.topics.copies import without_copied
from dossier.topics.evidence import Evidence, Keys, gather, hits_of, hits_once
from dossier.topics.extracts import MAIN, REST, Run, belongings, runs_of
from dossier.topics.large import DENSE, TITLED, sampled, sort_large
from dossier.topics.only import only_here
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.settling import settled
from dossier.topics.sorting import Sorted, sort_by_frames, sort_by_groups
from dossier.topics.titles import Heads, titles_of
from dossier.topics.titles.bearing import holders_once
from dossier.topics.titles.kin import strong_in, strong_once
from dossier.topics.titles.marking import phrases_once
from dossier.topics.titles.material import Material
from dossier.topics.titles.naming import named_in
from dossier.topics.titles.runs import runs_once
from dossier.topics.topic import REST_KEY, Extract, Topic
from dossier.topics.why import why
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of, without_common, words_of
from dossier.values import dataclass

_READ = (
    *(terms_of, phrases_once, runs_once, words_of),
    *(hits_once, strong_once, strong_in, holders_once),
)
"""What is kept of sentences while the topics of a dossier are made."""


def make_topics(
    articles: Sequence[Article], found: Found, language: str | None
) -> tuple[Topic, ...]:
    """The topics of the articles, in the order the story unfolds, the rest last."""
    sentences = sentences_of(articles)
    if not sentences:
        return ()
    spoken = [article.language or language for article in articles]
    terms = without_common(
        [terms_of(s.text, spoken[s.article]) for s in sentences],
        [spoken[s.article] for s in sentences],
    )

    def evidence(some: Sequence[Sentence], keys: Keys = None) -> Evidence | None:
        return gather(some, spoken, language, keys) if language in LANGUAGES else None

    if len(sentences) > DENSE:
        done = sort_large(sentences, terms, evidence, _sort)
    else:
        done = without_copied(_sort(sentences, evidence(sentences), terms), sentences)
        done = settled(done, sentences, spoken, language) if language in LANGUAGES else done
    named = named_in(sentences, found)
    names = [article.name for article in articles]
    topics = Desk(sentences, terms, named, done, spoken, found, language, names).topics()
    for read in _READ:
        read.cache_clear()
    return topics


def _sort(
    sentences: Sequence[Sentence], evidence: Evidence | None, terms: Sequence[Sequence[str]]
) -> Sorted:
    """By frames where they are known, by the dossier's own groups where they are not."""
    if evidence is None:
        return sort_by_groups(sentences, terms)
    return sort_by_frames(sentences, evidence, terms)


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is known when the topics are written down."""

    sentences: Sequence[Sentence]
    terms: Sequence[Sequence[str]]
    named: Sequence[tuple[int, ...]]
    """For each sentence the entities it mentions."""
    done: Sorted
    spoken: Sequence[str | None]
    """For each article its language."""
    found: Found
    language: str | None
    names: Sequence[str] = ()
    """For each article its headline, or what stands for it."""

    def topics(self) -> tuple[Topic, ...]:
        """The topics, in the order the story unfolds.

        What a topic's words and headings do not tie to it fits nowhere.
        """
        sides = belongings(self.done)
        main = [own[0].side for own in sides]
        marks = marks_of(self.terms, main)
        heads = titles_of(self.done.sides, self._material(main))
        runs = runs_of(self.sentences, sides)
        alone = only_here(runs, self.sentences, self.named, self.terms)
        held: dict[int, list[tuple[int, Extract]]] = {}
        for run, only in zip(runs, alone, strict=True):
            extract = self._extract(run, marks.get(run.side, {}), heads, only)
            for side, placed in self._placed(run, extract, heads):
                held.setdefault(side, []).append((run.first, placed))
        order = [side for side in unfolding(self.sentences, main) if side != REST]
        return tuple(
            self._topic(side, heads, [extract for _, extract in sorted(held[side], key=_first)])
            for side in (*order, REST)
            if side in held
        )

    def _material(self, main: Sequence[int]) -> Material:
        """What titles are made from; of a large dossier, what stands in a part of it."""
        sentences, named = self.sentences, self.named
        if len(sentences) > TITLED:
            taken = sampled(sentences, TITLED)
            sentences, main = [sentences[i] for i in taken], [main[i] for i in taken]
            named = [named[i] for i in taken]
        return Material(sentences, main, named, self.found, self.language, self.spoken, self.names)

    def _topic(self, side: int, heads: Sequence[Heads], extracts: Sequence[Extract]) -> Topic:
        if side == REST:
            return Topic(wording_of(self.language).rest, tuple(extracts), rest=True, key=REST_KEY)
        frame, own = self.done.sides[side], heads[side]
        key = frame.key if frame else own.title
        rough = not any(self.done.sides)
        return Topic(own.title, tuple(extracts), own.subtitle, key=key, rough=rough)

    def _extract(
        self, run: Run, marks: Mapping[str, float], heads: Sequence[Heads], only: bool
    ) -> Extract:
        return Extract(
            self.sentences[run.first].file,
            run.span(self.sentences),
            run.weight,
            run.confidence,
            self._why(run, marks),
            only,
            heads[run.runner_up].title if run.runner_up != REST else None,
        )

    def _placed(
        self, run: Run, extract: Extract, heads: Sequence[Heads]
    ) -> Iterator[tuple[int, Extract]]:
        """The side an extract stands in: what nothing ties to its own, in the rest.

        Nowhere if it is another side's first. In a short dossier, where few words come twice, it
        stays.
        """
        if run.side == REST or extract.why != NEITHER or len(self.sentences) < LONG:
            yield run.side, extract
        elif run.weight >= MAIN:
            yield REST, replace(extract, runner_up=heads[run.side].title)

    def _why(self, run: Run, marks: Mapping[str, float]) -> str:
        if run.side == REST:
            return NEITHER
        sentences = self.sentences[run.first : run.last + 1]
        frame = self.done.sides[run.side]
        spoken = self.spoken[sentences[0].article]
        key = frame.key if frame else ""
        hits = [hits_of(key, sentence.text, spoken) for sentence in sentences]
        heading = sentences[0].heading
        speaks = bool(heading and hits_of(key, heading, spoken))
        return why(sentences, hits, marks, heading if speaks else None, spoken)


def _first(held: tuple[int, Extract]) -> int:
    """Where in the dossier an extract begins."""
    return held[0]


def unfolding(sentences: Sequence[Sentence], main: Sequence[int]) -> list[int]:
    """The sides in the order the articles come to them, the rest last.

    A side's place is the mean over its articles of half where it first comes up, half where it
    stands on the whole.
    """
    places: dict[int, dict[int, list[float]]] = {}
    for sentence, side in zip(sentences, main, strict=True):
        places.setdefault(side, {}).setdefault(sentence.article, []).append(sentence.place)
    order = {}
    for side, articles in places.items():
        each = [(min(there) + sum(there) / len(there)) / 2 for there in articles.values()]
        order[side] = (side == REST, sum(each) / len(each), side)
    return sorted(order, key=lambda side: order[side])


def marks_of(terms: Sequence[Sequence[str]], main: Sequence[int]) -> dict[int, dict[str, float]]:
    """For each side the terms that mark it off from the rest, and how strongly."""
    total: Counter[str] = Counter()
    held: dict[int, Counter[str]] = {}
    for own, side in zip(terms, main, strict=True):
        total.update(set(own))
        held.setdefault(side, Counter()).update(set(own))
    marks = {}
    for side, counts in held.items():
        share = sum(counts.values()) / max(1, sum(total.values()))
        marks[side] = {
            term: count * log(count / (total[term] * share))
            for term, count in counts.items()
            if count > 1 and count > total[term] * share
        }
    return marks
