"""Comparing: where the articles give different figures for what may be one thing.

"Onze blessés" in one article and "treize blessés" in another: told by what is counted, and by the
words around, the nearer the more. Two figures of one sentence are of two things, and so are those
numbers in other articles. What differs is nobody's error yet: a toll grows, a march is counted by
two sides. Days are not compared.

Of 59 comparisons in 75 dossiers nobody had in view 33 were of one thing, 9 of it at another time or
place, 17 of two things, by one reader (2026-11-23): every figure is shown among its own words.
Since a number that stands beside another in one sentence is not compared with it elsewhere, 12 of
102 are gone, 11 of them of two things.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import combinations
from math import log, sqrt
from typing import NamedTuple

from dossier.article import Article
from dossier.dossier import Dossier
from dossier.entities.counted import tells_what
from dossier.entities.measures import Way, amount, way_of
from dossier.entities.numerals import words as number_words
from dossier.fates import fate_of
from dossier.language import fold
from dossier.spans import Span
from dossier.topics.frames import singular
from dossier.topics.words import terms_of
from dossier.values import dataclass


class _Asked(NamedTuple):
    """What is asked of figures for them to be of one thing."""

    alike: float
    """How alike the words around them are at least, 0..1."""
    times: int
    """How many times the smaller the larger is at most."""


TELLING, OF_ANYTHING = _Asked(0.2, 10), _Asked(0.3, 4)
"""Of what is counted by name; and of persons, years, per cent, of which there are many."""
SAME = 0.5
"""Share of that which is enough for figures of one number."""
FURTHER = 0.1
"""What more is asked for each number beyond two."""
REACH, NEAR = 160, 5
"""Code points on either side, inside the sentence, whose words are looked at; words away at which
one counts half."""
MANY = 60
"""Figures of one unit beyond which a word beside them brings none together."""
ROUNDS = 2
"""Times that groups are joined: what they have in common shows as they grow."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as one article gives it."""

    file: str
    span: Span
    """The figure; the words that bound it stand before."""
    number: str
    """What it amounts to, without the unit: "12", "2–3"."""
    bound: str | None
    """The words that bound it, as written: "au moins"; None without any."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that may be of one thing, and that two articles at least do not have in common."""

    counted: str
    """What is counted, or the unit, as an article writes it: "blessés", "heures"."""
    figures: tuple[Figure, ...]
    """The smaller first, then in the dossier's order; one for each number and bound of an article.
    """

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers that are given, none twice, the smaller first."""
        return tuple(dict.fromkeys(one.number for one in self.figures))

    @property
    def files(self) -> frozenset[str]:
        """The articles that give a figure."""
        return frozenset(one.file for one in self.figures)


def compare(dossier: Dossier, step: Step = bool) -> tuple[Comparison, ...]:
    """Where the articles differ in a number; then where only in its bounds ("plus de").

    Of each, first what most articles have a figure for. ``step`` is called before each article and
    each unit, and may raise to stop.
    """
    by_unit: defaultdict[str, list[_Surrounded]] = defaultdict(list)
    for one in _figures(dossier, step):
        by_unit[" ".join(map(singular, one.unit.split()))].append(one)
    found: list[list[_Surrounded]] = []
    for figures in by_unit.values():
        step()
        if len({one.article for one in figures}) > 1:
            found += (group for group in _of_one_thing(figures) if _differ(group))
    return tuple(_comparison(group) for group in sorted(found, key=_rank))


@dataclass(frozen=True, slots=True)
class _Surrounded:
    """A figure, and what tells what it is of."""

    figure: Figure
    article: int
    sentence: int
    """Where its sentence begins."""
    unit: str
    """The unit, or what is counted, folded; of people who met a fate, that."""
    words: str
    """What is counted as it is written; "" where no word says it: "$2m", "an 18-month term"."""
    near: dict[str, float]
    """The terms around it, the rare and the near ones heavier; of unit length."""

    @property
    def way(self) -> Way:
        """Which way it is bounded."""
        return way_of(self.figure.bound)


def _figures(dossier: Dossier, step: Step) -> Iterator[_Surrounded]:
    """The figures of the passages, in the dossier's order; no rank ("the third day") is one."""
    surroundings = _Surroundings(dossier.articles, step)
    for number, article in enumerate(dossier.articles):
        step()
        for mention, entity in dossier.mentions(article.file):
            if entity.kind != "figure":
                continue
            much, _, unit = (entity.value or "").partition(" ")
            sentence = sentence_of(article, mention.span)
            if sentence is None or not much or much[-1] == ".":
                continue
            fate = fate_of(article.text, sentence, mention.span, unit, article.language)
            if unit or fate:
                yield _Surrounded(
                    Figure(article.file, mention.span, much, mention.bound),
                    number,
                    sentence.start,
                    fate or unit,
                    _counted(mention.span.of(article.text), unit, article.language or ""),
                    surroundings.of(mention.span, sentence, article),
                )


def sentence_of(article: Article, span: Span) -> Span | None:
    """The sentence that a span begins in; None outside the passages."""
    passage = article.passage_at(span.start)
    sentences = passage.sentences if passage else ()
    return next((s for s in sentences if s.start <= span.start < s.end), None)


class _Surroundings:
    """What stands around figures, weighed by how rare it is in the dossier."""

    def __init__(self, articles: Sequence[Article], step: Step) -> None:
        self._held: Counter[str] = Counter()
        self._sentences = 1
        for article in articles:
            step()
            for passage in article.passages:
                for sentence in passage.sentences:
                    self._held.update(set(_terms(sentence.of(article.text), article.language)))
                    self._sentences += 1

    def of(self, span: Span, sentence: Span, article: Article) -> dict[str, float]:
        """The terms around a figure in its sentence, each with its weight; of unit length."""
        first, last = max(sentence.start, span.start - REACH), min(sentence.end, span.end + REACH)
        before = _terms(article.text[first : span.start], article.language)
        after = _terms(article.text[span.end : last], article.language)
        weights: dict[str, float] = {}
        for side in (reversed(before), after):
            for away, term in enumerate(side):
                rarity = log(self._sentences / max(1, self._held[term]))
                weights[term] = max(weights.get(term, 0.0), rarity / (1 + away / NEAR))
        length = _length(weights)
        return {term: weight / length for term, weight in weights.items()}


def _terms(text: str, language: str | None) -> list[str]:
    """What the text is compared by: "duré" and "durée" are one, and numbers tell nothing."""
    terms = map(_stem, terms_of(text, language))
    return [term for term in terms if term not in _numbers(language or "")]


@cache
def _numbers(language: str) -> frozenset[str]:
    """The words of numbers, as terms."""
    return frozenset(_stem(term) for w in number_words(language) for term in terms_of(w, None))


def _stem(term: str) -> str:
    """A term without the endings of a participle and a plural, where enough is left of it."""
    short = _ENDING.sub("", term)
    return short if len(short) > 2 else term


_ENDING = re.compile("e{0,2}s?$")


def _length(weights: dict[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in weights.values())) or 1.0


class _Group:
    """Figures that may be of one thing."""

    def __init__(
        self, figures: Sequence[_Surrounded], near: dict[str, float], told: frozenset[str]
    ) -> None:
        """``told`` are all numbers of the unit that stand in their sentences."""
        self.figures = figures
        self._near, self._told = near, told
        self._length = _length(near)
        numbers = [_amount(one) for one in figures]
        self._least, self._most = min(numbers), max(numbers)
        self._said = {one.figure.number for one in figures}
        self._sentences = {(one.article, one.sentence) for one in figures}

    def may_take(self, other: "_Group", asked: _Asked) -> bool:
        """Whether what stands around both is so much alike, and nothing speaks against it."""
        if max(self._most, other._most) > asked.times * min(self._least, other._least):
            return False
        if not self._sentences.isdisjoint(other._sentences):
            return False
        if self._lists(other) or other._lists(self):
            return False
        few, many = sorted((self._near, other._near), key=len)
        alike = sum(weight * many.get(term, 0.0) for term, weight in few.items())
        enough = asked.alike * (1 if self._said.isdisjoint(other._said) else SAME)
        enough *= 1 + FURTHER * max(0, len(self._said | other._said) - 2)
        return alike >= enough * self._length * other._length

    def _lists(self, other: "_Group") -> bool:
        """Whether a sentence here has a number of the other's for something else."""
        return not self._told.isdisjoint(other._said - self._said)

    def with_(self, other: "_Group") -> "_Group":
        """Both as one."""
        near = dict(self._near)
        for term, weight in other._near.items():
            near[term] = near.get(term, 0.0) + weight
        return _Group((*self.figures, *other.figures), near, self._told | other._told)


def _of_one_thing(figures: Sequence[_Surrounded]) -> Iterator[list[_Surrounded]]:
    """The figures of one unit, parted by what they may be of; the most alike joined first."""
    asked = TELLING if tells_what(figures[0].unit) else OF_ANYTHING
    told: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for each in figures:
        told[each.article, each.sentence].add(each.figure.number)
    groups = [
        _Group((each,), each.near, frozenset(told[each.article, each.sentence])) for each in figures
    ]
    home = list(range(len(figures)))

    def root(at: int) -> int:
        while home[at] != at:
            home[at] = at = home[home[at]]
        return at

    pairs = _pairs(figures, asked.alike * SAME)
    for _ in range(ROUNDS):
        for one, other in pairs:
            a, b = sorted((root(one), root(other)))
            if a != b and groups[a].may_take(groups[b], asked):
                groups[a] = groups[a].with_(groups[b])
                home[b] = a
    for at, group in enumerate(groups):
        if home[at] == at:
            yield sorted(group.figures, key=lambda one: (one.article, one.figure.span))


def _pairs(figures: Sequence[_Surrounded], least: float) -> list[tuple[int, int]]:
    """The figures whose surroundings are alike, two by two, the most alike first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(figures):
        for term in one.near:
            holders[term].append(at)
    alike: defaultdict[tuple[int, int], float] = defaultdict(float)
    for term, held in holders.items():
        for pair in combinations(held, 2) if len(held) <= MANY else ():
            alike[pair] += figures[pair[0]].near[term] * figures[pair[1]].near[term]
    ranked = sorted((-much, pair) for pair, much in alike.items() if much >= least)
    return [pair for _, pair in ranked]


def _differ(group: Sequence[_Surrounded], *, number_alone: bool = False) -> bool:
    """Whether two articles have no figure in common: "5" is both "nearly 5" and "more than 5"."""
    said: defaultdict[int, set[_Said]] = defaultdict(set)
    for one in group:
        said[one.article].add((one.figure.number, "" if number_alone else one.way))
    every = {frozenset(figures) for figures in said.values()}
    return any(
        not any(_agree(one, other) for one in some for other in others)
        for some, others in combinations(every, 2)
    )


_Said = tuple[str, Way]
"""A number, and which way it is bounded."""


def _agree(one: _Said, other: _Said) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def _rank(group: Sequence[_Surrounded]) -> tuple[bool, int, int, Span]:
    """What differs in its number first, then what most articles tell, then what comes first."""
    articles = {one.article for one in group}
    first = group[0]
    return not _differ(group, number_alone=True), -len(articles), first.article, first.figure.span


def _amount(one: _Surrounded) -> float:
    """The number, of a range its first, to put figures in order by."""
    first = re.match(r"[\d.]+", one.figure.number)
    return float(first[0]) if first else 0.0


def _comparison(group: Sequence[_Surrounded]) -> Comparison:
    """What is shown of a group: of what an article repeats, the first."""
    once: dict[tuple[str, str, str], Figure] = {}
    for figure in (one.figure for one in sorted(group, key=_amount)):
        once.setdefault((figure.file, figure.number, fold(figure.bound or "")), figure)
    written = Counter(one.words for one in group if one.words)
    telling = {words: times for words, times in written.items() if tells_what(fold(words))}
    written = Counter(telling) or written
    counted = written.most_common(1)[0][0] if written else group[0].unit
    return Comparison(counted, tuple(once.values()))


def _counted(words: str, unit: str, language: str) -> str:
    """What is counted, of a figure's words: "blessés" of "douze blessés"; "" where none says it."""
    behind = " ".join(words.split()[-len(unit.split()) :])
    is_said = amount(f"2 {behind}", language).value == f"2 {unit}"
    return _OF.sub("", behind) if is_said and not any(map(str.isdigit, behind)) else ""


_OF = re.compile("^d['’]")
