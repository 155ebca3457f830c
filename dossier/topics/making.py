"""Making topics: from sentences and evidence to the sections of the dossier."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from dossier.article import Article
from dossier.topics.evidence import gather
from dossier.topics.extracts import REST, Run, belongings, runs_of
from dossier.topics.frames import Hit
from dossier.topics.sentences import Sentence, sentences_of
from dossier.topics.sorting import Sorted, sort_by_frames, sort_by_groups
from dossier.topics.titles import Material, titles_of
from dossier.topics.topic import Extract, Topic
from dossier.topics.vectors import weighed_terms
from dossier.topics.why import why
from dossier.topics.wording import wording_of
from dossier.topics.words import LANGUAGES, terms_of


def make_topics(articles: Sequence[Article], language: str | None) -> tuple[Topic, ...]:
    """The topics of the articles, in the order the story unfolds, the rest last."""
    sentences = sentences_of(articles)
    if not sentences:
        return ()
    spoken = [article.language or language for article in articles]
    terms = [terms_of(s.text, spoken[s.article]) for s in sentences]
    rows = weighed_terms(terms)
    alike = rows @ rows.T
    if language in LANGUAGES:
        evidence = gather(sentences, spoken, language)
        done, hits = sort_by_frames(sentences, evidence, alike), evidence.hits
        columns = [evidence.frames.index(frame) for frame in done.sides if frame]
    else:
        done, hits = sort_by_groups(sentences, alike), ((),) * len(sentences)
        columns = []
    desk = Desk(sentences, terms, done, hits, columns, spoken, language)
    return desk.topics()


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is known when the topics are written down."""

    sentences: Sequence[Sentence]
    terms: Sequence[Sequence[str]]
    done: Sorted
    hits: Sequence[Sequence[Hit]]
    columns: Sequence[int]
    """For each side with a frame, the number its hits carry."""
    spoken: Sequence[str | None]
    """For each article its language."""
    language: str | None

    def topics(self) -> tuple[Topic, ...]:
        """The topics, in the order the story unfolds."""
        sides = belongings(self.done)
        main = [own[0].side for own in sides]
        marks = marks_of(self.terms, main)
        material = Material(self.sentences, main, self.spoken, marks)
        titles = titles_of(self.done.sides, material)
        runs: dict[int, list[Run]] = {}
        for run in runs_of(self.sentences, sides):
            runs.setdefault(run.side, []).append(run)
        topics = []
        for side in unfolding(self.sentences, main):
            if side not in runs:
                continue
            extracts = tuple(self._extract(run, marks.get(side, {})) for run in runs[side])
            topics.append(self._topic(side, titles, extracts))
        return tuple(topics)

    def _topic(self, side: int, titles: Sequence[str], extracts: tuple[Extract, ...]) -> Topic:
        if side == REST:
            return Topic(wording_of(self.language).rest, extracts, rest=True, key="rest")
        frame = self.done.sides[side]
        key = frame.key if frame else titles[side]
        return Topic(titles[side], extracts, key=key, rough=frame is None)

    def _extract(self, run: Run, marks: Mapping[str, float]) -> Extract:
        sentences = self.sentences[run.first : run.last + 1]
        column = self.columns[run.side] if run.side != REST and self.columns else None
        hits = [
            [hit for hit in self.hits[i] if hit.frame == column]
            for i in range(run.first, run.last + 1)
        ]
        wording = wording_of(self.language)
        reason = why(sentences, hits, marks, None, wording, self.spoken[sentences[0].article])
        return Extract(
            sentences[0].file, run.span(self.sentences), run.weight, confidence=1.0, why=reason
        )


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
