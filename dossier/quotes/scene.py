"""An article as the rules for speakers see it: words and names, what is quoted left blank."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.article import Article
from dossier.entities import Entity, Mention
from dossier.language.folding import fold
from dossier.quotes.given import given_gender
from dossier.quotes.words import Words, listed, words_of
from dossier.spans import Span

BEFORE, AFTER = 400, 300
"""Code points of the sentence that are looked at on either side of a quote."""

_TOKEN = re.compile(
    r"(?:MM?|Me|Mgr|Dr|Pr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Sgt|Capt|Lt|Prof)\."
    r"|[^\W\d_]+'?|\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+|[^\w\s]"
)
_TITLE = listed(
    "mm. m. me. mgr. dr. pr. mr. mrs. ms. prof. mme mlle mr mrs ms dr pr me monseñor señor señora"
    " herr herrn frau signor signora monsignor senhor senhora"
)
"""Said before a name; passed over."""

_SIGNATURE = 70
"""Code points of a line that may be a signature."""

_ASIDE = 12
"""Words in parentheses that are passed over."""

_LOOKED_BACK = 300
"""Names before one among which another of its family is looked for."""

_NAME = 3
"""Times that words stand between marks which are a name."""

TIME = "\N{WATCH}"
"""Stands for a date: it names no speaker and stands between a subject and its verb."""
_WHEN = re.compile(
    r"\b(?:c(?:e|et|ette)\s(?:matin|midi|après-midi|soir|nuit|semaine|week-end|mois|année)(?:-(?:là|ci))?"
    r"|(?:ces|les|(?:la|le)(?=\s\w+\s(?:semaine|mois|année)))\s(?:tou(?:te)?s\s)?derni(?:ers?|ères?)"
    r"\s(?:heures|jours|semaines?|mois|années?|temps)"
    r"|une\s(?:nouvelle|première|deuxième|seconde|troisième|énième|dernière)\sfois"
    r"|(?:quelques?|plusieurs|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|\d+)"
    r"\s(?:secondes?|instants?|minutes?|heures?|jours?|semaines?|mois|années?|ans)"
    r"(?:\splus\st(?:ôt|ard)|\sauparavant|(?=\s(?:après|avant)))|peu(?=\s(?:après|avant))"
    r"|(?:earlier\s|later\s)?(?:this|last)\s(?:morning|afternoon|evening|night|week|month|year)"
    r"|(?:a\sfew|several|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
    r"\s(?:seconds?|moments?|minutes?|hours?|days?|weeks?|months?|years?)\s(?:earlier|later|ago))\b",
    re.IGNORECASE,
)
"""Says when, and is no date: "quelques minutes plus tôt", "cette semaine", "two days later"."""
_GLUED = re.compile(r"(?<=[^\W\d_]{3}[.!?])(?=[A-ZÀ-ÖØ-Þ][^\W\d_])")
"""Where a sentence begins that no space parts from the one before: "à l'AFP.Le ministre"."""
_SPEAKERS = frozenset({"person", "organisation", "place"})
_SAME = str.maketrans("’ʼ‘‑", "'''-")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole name."""

    span: Span
    word: str
    """In small letters."""
    entity: Entity | None = None
    """Whom it names; None for a word that is no name."""
    called: bool = False
    """Whether that is by a given name alone, which may be somebody else's."""

    @property
    def person(self) -> bool:
        """Whether it names a person."""
        return self.entity is not None and self.entity.kind == "person"


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote, and the sentence it stands in."""

    whole: Span
    """With its marks."""
    span: Span
    unit: Span
    """From the start of the sentence it opens in to the end of the one it closes in."""
    passage: int
    """Where its passage starts; its block, outside the passages."""
    body: bool
    """Whether it stands in a passage: not in a headline, a heading, a caption."""


class Scene:
    """One article, and what may be asked of it."""

    def __init__(
        self,
        article: Article,
        named: Sequence[tuple[Mention, Entity]],
        marked: Sequence[tuple[Span, Span]],
    ) -> None:
        self.article = article
        self.words: Words = words_of(article.language)
        plain = article.text.translate(_SAME).replace(" - ", " – ")
        self.text = _masked(plain, [whole for whole, _ in marked])
        self.folded = self.text.translate({ord(one): _letter(one) for one in set(self.text)})
        """The text without case and accents, letter for letter."""
        self.units = _units(article)
        self._starts = [unit.start for unit in self.units]
        self._passages = sorted(
            {p.span.start for p in article.passages} | {b.span.start for b in article.blocks}
        )
        bylines = [block.span for block in article.blocks if block.kind == "byline"]
        self.named = tuple(
            (mention.span, entity)
            for mention, entity in named
            if mention.kind in _SPEAKERS | {"date"} and self.text[mention.span.start] != " "
            if not any(line.covers(mention.span) for line in bylines)
        )
        """Whom the article speaks of, and when: not who wrote it."""
        self._named_starts = [span.start for span, _ in self.named]
        self._full = {e.name for span, e in self.named if " " in span.of(self.text)}
        """Those whom the article calls by more than one word."""
        self.marked = tuple(self._placed(whole, span) for whole, span in marked)
        self._times = Counter(span.of(article.text) for _, span in marked)
        self._alike = Counter(_singular(span.of(article.text)) for _, span in marked)

    def repeated(self, words: str) -> bool:
        """Whether the very words stand more than once: a name, as « gilets jaunes »."""
        return self._times[words] > 1 or words in self.text

    def is_name(self, words: str) -> bool:
        """Whether two or three words are a name: they stand so between marks three times."""
        alike = _singular(words)
        return 1 < len(alike.split()) < 4 and self._alike[alike] >= _NAME

    def opened_behind(self, offset: int) -> Marked | None:
        """The quote that opens right behind an offset; None where other words come first."""
        at = bisect_left(self.marked, offset, key=lambda marked: marked.whole.start)
        one = self.marked[at] if at < len(self.marked) else None
        return one if one and not self.text[offset : one.whole.start].strip() else None

    def _placed(self, whole: Span, span: Span) -> Marked:
        first, last = self.unit_at(whole.start), self.unit_at(max(whole.start, whole.end - 1))
        start = self.passage_of(whole.start)
        body = self.article.passage_at(whole.start) is not None
        return Marked(whole, span, Span(first.start, max(last.end, whole.end)), start, body)

    def passage_of(self, offset: int) -> int:
        """Where the passage, or the block, that holds an offset starts."""
        return self._passages[max(0, bisect_right(self._passages, offset) - 1)]

    def unit_at(self, offset: int) -> Span:
        """The sentence that holds an offset, or the last before it."""
        at = bisect_right(self._starts, offset) - 1
        return self.units[at] if at >= 0 else Span(0, len(self.text))

    def units_before(self, offset: int, most: int) -> Sequence[Span]:
        """The sentences before the one that holds the offset, the nearest first."""
        at = bisect_right(self._starts, offset) - 1
        return self.units[max(0, at - most) : max(0, at)][::-1]

    def before(self, quote: Marked) -> tuple[Token, ...]:
        """What the sentence says before a quote."""
        start = max(quote.unit.start, quote.whole.start - BEFORE)
        stops = list(_GLUED.finditer(self.text, start, quote.whole.start))
        start = stops[-1].start() if stops else start
        return self.tokens(Span(start, max(start, quote.whole.start)))

    def after(self, quote: Marked) -> tuple[Token, ...]:
        """What it says after."""
        end = min(quote.unit.end, quote.whole.end + AFTER)
        return self.tokens(Span(quote.whole.end, max(end, quote.whole.end)))

    def signature(self, quote: Marked) -> tuple[Token, ...]:
        """The short line under a quote that is a paragraph of its own; nothing else."""
        at = bisect_right(self._starts, quote.whole.start)
        unit = self.units[at] if at < len(self.units) else None
        if unit is None or len(quote.whole) + 3 < len(quote.unit) or len(unit) > _SIGNATURE:
            return ()
        tokens = self.tokens(unit)
        return tokens if tokens and tokens[-1].word not in ".:!?;" else ()

    def names_in(self, span: Span) -> Sequence[tuple[Span, Entity]]:
        """The names that stand in a range."""
        first = bisect_left(self._named_starts, span.start)
        last = bisect_left(self._named_starts, span.end)
        return [pair for pair in self.named[first:last] if pair[0].end <= span.end]

    def tokens(self, span: Span) -> tuple[Token, ...]:
        """The words and names of a range."""
        made: list[Token] = []
        at = span.start
        for name, entity in self.names_in(span):
            if name.start < at:
                continue
            made += self._plain(at, name.start)
            if entity.kind == "date":
                made.append(Token(name, TIME))
            else:
                made.append(Token(name, name.of(self.text).lower(), entity, self._called(name)))
            at = name.end
        return _without_asides((*made, *self._plain(at, span.end)))

    def is_shared(self, name: Span, bearer: str) -> bool:
        """Whether another of the family was called in full since its bearer was last named."""
        family = name.of(self.text)
        first = bisect_left(self._named_starts, name.start)
        for span, entity in self.named[max(0, first - _LOOKED_BACK) : first][::-1]:
            if entity.name == bearer or " " not in bearer:
                return False
            given, _, last = span.of(self.text).rpartition(" ")
            if entity.kind == "person" and given and last == family:
                return True
        return False

    def _called(self, name: Span) -> bool:
        """Whether a name is a given one, alone: "Michel", where the article has no other of his."""
        entity = self.named[bisect_left(self._named_starts, name.start)][1]
        word = name.of(self.text)
        if entity.kind != "person" or " " not in entity.name or given_gender(word) is None:
            return False
        return word == entity.name.split()[0] or entity.name not in self._full

    def _plain(self, start: int, end: int) -> list[Token]:
        """The words of a range without names."""
        made: list[Token] = []
        for when in _WHEN.finditer(self.text, start, end):
            made += self._words(start, when.start())
            made.append(Token(Span(when.start(), when.end()), TIME))
            start = when.end()
        return [*made, *self._words(start, end)]

    def _words(self, start: int, end: int) -> list[Token]:
        """The words of a range without names, dates and the like."""
        return [
            Token(Span(match.start(), match.end()), match[0].lower())
            for match in _TOKEN.finditer(self.text, start, end)
            if match[0].lower() not in _TITLE
        ]


def _singular(words: str) -> str:
    """Words in small letters, one of many: "gilet jaune" of "Gilets jaunes"."""
    return " ".join(word.removesuffix("s") for word in words.lower().split())


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    """A letter without case and accent; itself where that would be several."""
    folded = fold(letter)
    return folded if len(folded) == 1 else letter


def _without_asides(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without what stands in parentheses, when that is short."""
    kept: list[Token] = []
    opened = -1
    for token in tokens:
        if token.word == ")" and opened >= 0 and len(kept) - opened <= _ASIDE:
            del kept[opened:]
            opened = -1
            continue
        if token.word == "(":
            opened = len(kept)
        kept.append(token)
    return tuple(kept)


def _units(article: Article) -> tuple[Span, ...]:
    """The sentences of the passages, and the other blocks whole, in order."""
    sentences = [s for passage in article.passages for s in passage.sentences]
    held = {passage.span.start for passage in article.passages}
    others = [b.span for b in article.blocks if b.span.start not in held and len(b.span)]
    starts = [sentence.start for sentence in sentences]
    lone = [
        span for span in others if bisect_left(starts, span.start) == bisect_left(starts, span.end)
    ]
    return tuple(sorted([*sentences, *lone]))


def _masked(text: str, quoted: Sequence[Span]) -> str:
    """The text with what is quoted left blank."""
    pieces, at = [], 0
    for span in quoted:
        pieces += [text[at : span.start], " " * len(span)]
        at = span.end
    return "".join([*pieces, text[at:]])
