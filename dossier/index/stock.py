"""Stock: what stands on a shelf, made into the model's values when it is asked for.

A row of a list costs one row of the shelf; words, mentions and extracts are fetched for what is
shown. What is damaged is read again from its file if it is an article's and the file is as it was,
else left out, with dots for words: its shelf is then made anew at the next opening. What was once
found damaged stays left out.
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from dossier.article import Article, Block, Passage
from dossier.entities.entity import Entity, EntityKind, Mention, Suggestion
from dossier.entities.on_demand import Called
from dossier.index.articles import HEAD, KeptArticle
from dossier.index.derived import KeptExtracts, KeptMentions, Shares
from dossier.index.lately import Lately
from dossier.index.records import maker
from dossier.index.shelf import SHARE, WRONG, Shelf
from dossier.index.store import digest
from dossier.spans import Span
from dossier.topics.topic import Extract, Topic

if TYPE_CHECKING:
    from dossier.copies import Copies
    from dossier.language.sieve import Sieved
    from dossier.search.searched import Searched

COPIES, BLOCKS, CALLED, LANGUAGES = 3, 4, 5, 6
"""Rows about the whole: what the articles share; the number of each one's first block; what each
entity is called; how many articles there are in each language."""

Parts = tuple[tuple[Block, ...], tuple[Passage, ...]]
Named = tuple[tuple[Mention, Entity], ...]
ReadAgain = Callable[[str], Article | None]
"""Reads an article's file, for what was kept of it is damaged; None when it is not as it was."""
Names = Callable[[], Sequence[str]]
"""Gives the articles' files, by number, where their rows do not; it raises nothing."""

_FIELDS: Any = fields(Article)  # Any: what a field's type is, only the field knows
_HEAD = {field.name: maker(field.type) for field in _FIELDS if field.name in HEAD}
_PARTS = maker(Parts)
_CALLED, _MENTION, _EXTRACT = maker(tuple[Called, ...]), maker(Mention), maker(Extract)
_ENTITY, _SUGGESTION, _TOPIC = maker(Entity), maker(Suggestion), maker(Topic)


class Stock:
    """What one shelf keeps of a dossier, fetched by number."""

    def __init__(
        self,
        shelf: Shelf,
        articles: int,
        read_again: ReadAgain,
        names: Names = tuple,
        *,
        whole: bool = False,
        gone: frozenset[int] = frozenset(),
    ) -> None:
        """``whole`` says that all of it will be asked for: then no row is fetched twice.

        ``gone`` are the numbers of articles whose files are others now: nothing is told of them.
        """
        self.shelf = shelf
        self.articles = articles
        """How many there are, with those that are gone."""
        self.gone = gone
        self.no_mentions: set[int] = set()
        """Entities whose mentions were found damaged."""
        self.no_extracts: set[int] = set()
        """Articles whose extracts were found damaged."""
        self._read_again, self._names = read_again, names
        self._heads: Lately[Article] = Lately(articles if whole else 512)
        self._numbers: Lately[int | None] = Lately(4096)
        self._texts: Lately[str] = Lately(64)
        self._cut: Lately[Parts] = Lately(64)
        self._entities: Lately[Entity] = Lately(4096)
        self._mentions: Lately[tuple[Mention, ...]] = Lately(8)
        self._named: Lately[Named] = Lately(64)
        self._extracts: Lately[dict[int, tuple[Extract, ...]]] = Lately(articles if whole else 512)

    def without(self, gone: frozenset[int]) -> "Stock":
        """What is kept of the other articles; it is counted anew, and nothing is written."""
        ask = self._read_again, self._names
        return Stock(self.shelf, self.articles, *ask, gone=gone)

    def number(self, file: str) -> int | None:
        """The number of the article of that file; None when there is none, or it is gone."""
        number = self._numbers.get(file, lambda: self._number_of(file))
        return None if number in self.gone else number

    def _number_of(self, file: str) -> int | None:
        numbers: list[int] = []
        with suppress(*WRONG):
            numbers = self.shelf.numbers("article", file)
        for number in numbers:
            if self.article(number).file == file:
                return int(number)
        names = self._names() if self.shelf.is_damaged else ()
        return names.index(file) if file in names[: self.articles] else None

    def is_as_read(self, file: str, raw: bytes) -> bool | None:
        """Whether these are the bytes of the file that was read; None if that is not known."""
        with suppress(*WRONG):
            (number,) = self.shelf.numbers("file", file)
            return bool(self.shelf.value("file", number)[1] == digest(raw))
        return None

    def files(self, numbers: Iterable[int]) -> frozenset[str]:
        """The files of the articles of those numbers; none of them is made."""
        names = self._names()
        return frozenset(names[number] for number in numbers if number < len(names))

    def those_of(self, files: frozenset[str], numbers: frozenset[int]) -> frozenset[str]:
        """Those of the files whose articles have one of the numbers."""
        return frozenset(file for file in files if self._by_name.get(file, -1) in numbers)

    @cached_property
    def _by_name(self) -> Mapping[str, int]:
        return {file: number for number, file in enumerate(self._names())}

    def article(self, number: int) -> Article:
        """An article, its words fetched when they are asked for."""
        return self._heads.get(number, lambda: self._article(number))

    def _article(self, number: int) -> Article:
        try:
            return self.article_of(number, self.shelf.row("article", number))
        except WRONG:
            names = self._names()
            file = names[number] if number < len(names) else ""
            return self._read_again(file) or self._without_head(number, file)

    def _without_head(self, number: int, file: str) -> Article:
        """An article of which no more is known than what its other rows keep."""
        nothing = Article(file, "")
        return KeptArticle.of(self, number, file, {of: getattr(nothing, of) for of in HEAD})

    def article_of(self, number: int, said: bytes) -> Article:
        """An article of what its row keeps; raises what is in ``WRONG``."""
        name, *values = self.shelf.read(said)
        made = {of: _HEAD[of](value) for of, value in zip(HEAD, values, strict=True)}
        return KeptArticle.of(self, number, str(name), made)

    def text(self, number: int) -> str:
        """An article's words."""
        return self._texts.get(number, lambda: self._text(number))

    def _text(self, number: int) -> str:
        try:
            return self.shelf.row("text", number).decode("utf-8", "surrogatepass")
        except WRONG:
            article = self._read_again(self.article(number).file)
            return article.text if article else "…" * self._length(number)

    def _length(self, number: int) -> int:
        """How long an article was, as far as can be told: what stood in it has to stay in it."""
        ends = [block.span.end for block in self.parts(number)[0]]
        ends += [mention.span.end for mention, _ in self.named(number)]
        ends += [one.span.end for some in self.extracts(number).values() for one in some]
        return max(ends, default=0)

    def parts(self, number: int) -> Parts:
        """What an article's words are cut into."""
        return self._cut.get(number, lambda: self._parts(number))

    def _parts(self, number: int) -> Parts:
        try:
            blocks, passages = _PARTS(self.shelf.value("parts", number))
        except WRONG:
            article = self._read_again(self.article(number).file) or self._cut_again(number)
            return (article.blocks, article.passages) if article else ((), ())
        return blocks, passages

    def _cut_again(self, number: int) -> Article | None:
        """An article cut anew from the words that are kept; None when those are damaged, too."""
        from dossier.structure import structure_article  # not for a page

        with suppress(*WRONG):
            text = self.shelf.row("text", number).decode("utf-8", "surrogatepass")
            return structure_article(self.article(number).file, text)
        return None

    def searched(self, number: int) -> "Searched | None":
        """An article as it is searched; None where that is damaged."""
        from dossier.search.searched import Searched  # not for a page

        with suppress(*WRONG):
            return Searched.read(self.shelf.row("searched", number))
        return None

    def having(self, words: "Sequence[Sieved]", start: int, stop: int) -> Iterator[int]:
        """The articles that have all the words in one block, from ``start`` until ``stop``.

        Raises what is in ``WRONG``.
        """
        firsts, number = self._firsts, start - 1
        for share in range(start // SHARE, -(-stop // SHARE)):
            first = firsts[max(start, share * SHARE)]
            last = firsts[min(stop, (share + 1) * SHARE)]
            for block in self.shelf.having(words, share, first, last) if first < last else ():
                if block >= firsts[number + 1]:
                    number = bisect_right(firsts, block) - 1
                    yield number

    @cached_property
    def _firsts(self) -> Sequence[int]:
        """The number of each article's first block, and past the last; raises as above."""
        firsts = array("I", self.shelf.row("about", BLOCKS))
        if len(firsts) != self.articles + 1:
            raise self.shelf.damaged("these are not the blocks of its articles")
        return firsts

    def entity(self, number: int) -> Entity:
        """An entity, its mentions fetched when they are asked for."""
        return self._entities.get(number, lambda: self._entity(number))

    def _entity(self, number: int) -> Entity:
        try:
            mentions, sources, said = self.shelf.value("entity", number)
            made: Entity = _ENTITY(said)
        except WRONG:
            return Entity("…", "other", (), ())
        without = self._no_more.get(number, ())
        many = mentions - sum(without), sources - len(without)
        kept: Any = KeptMentions(self, number, *many)  # Any: a tuple to who reads it
        return Entity(made.name, made.kind, made.aliases, kept, made.value, made.why)

    @cached_property
    def called(self) -> Sequence[Called]:
        """What each entity is called, by its number; empty where that is damaged."""
        with suppress(*WRONG):
            called: Sequence[Called] = _CALLED(self.shelf.value("about", CALLED))
            return called
        return ()

    def named_still(self, entities: int) -> Sequence[int]:
        """Those of so many entities that are not named by articles alone which are gone."""
        out = {entity for entity in self._no_more if not self.entity(entity).mentions}
        return [n for n in range(entities) if n not in out] if out else range(entities)

    @cached_property
    def _no_more(self) -> Mapping[int, Sequence[int]]:
        """By the number of an entity: how often each of the articles that are gone named it."""
        counts: defaultdict[int, list[int]] = defaultdict(list)
        for number in self.gone:
            for entity, times in Counter(entity for entity, _ in self._named_rows(number)).items():
                counts[entity].append(times)
        return counts

    def mentions(self, entity: int) -> tuple[Mention, ...]:
        """The mentions of an entity."""
        if entity in self.no_mentions:
            return ()
        return self._mentions.get(entity, lambda: self._mentions_of(entity))

    def _mentions_of(self, entity: int) -> tuple[Mention, ...]:
        try:
            kept = self.shelf.value("mentions", entity)
            kept = ((number, mentions) for number, mentions in kept if number not in self.gone)
            there = ((self.article(number).file, mentions) for number, mentions in kept)
            return tuple(_MENTION([file, *said]) for file, mentions in there for said in mentions)
        except WRONG:
            self.no_mentions.add(entity)
            return ()

    def named(self, number: int) -> Named:
        """The mentions in an article, each with its entity, in reading order."""
        return self._named.get(number, lambda: tuple(self._named_in(number)))

    def _named_in(self, number: int) -> Iterator[tuple[Mention, Entity]]:
        with suppress(*WRONG):
            file = self.article(number).file
            for entity, said in self._named_rows(number):
                yield _MENTION([file, *said]), self.entity(entity)

    def kinds_named(self, number: int) -> Iterator[tuple[Span, EntityKind]]:
        """Where an article has mentions, and of which kind; no entity is fetched."""
        with suppress(*WRONG):
            for _, ((start, end), kind, *_) in self._named_rows(number):
                yield Span(start, end), kind

    def _named_rows(self, number: int) -> Iterator[tuple[int, list[Any]]]:  # Any: what json gives
        """The mentions in an article as they are kept, each with the number of its entity."""
        with suppress(*WRONG):
            if self.shelf.holds("named", number):  # else nothing is named there
                for entity, said in self.shelf.value("named", number):
                    yield int(entity), said

    def extracts(self, number: int) -> dict[int, tuple[Extract, ...]]:
        """The extracts of an article, by topic."""
        if number in self.no_extracts:
            return {}
        return self._extracts.get(number, lambda: self._extracts_of(number))

    def extracts_in(self, number: int, topics: Sequence[int]) -> Iterator[Extract]:
        """The extracts of an article in some topics, topic after topic; the others not made."""
        if number not in self.no_extracts:
            made = self._extracts_of(number, topics)
            for topic in topics:
                yield from made.get(topic, ())

    def _extracts_of(
        self, number: int, topics: Sequence[int] | None = None
    ) -> dict[int, tuple[Extract, ...]]:
        try:
            file = self.article(number).file
            return {
                topic: tuple(_EXTRACT([file, *said]) for said in extracts)
                for topic, extracts in self.shelf.value("extracts", number)
                if topics is None or topic in topics
            }
        except WRONG:
            self.no_extracts.add(number)
            return {}

    def topic(self, number: int) -> Topic:
        """A topic, its extracts fetched when they are asked for; raises what is in ``WRONG``."""
        kinds, sources, said = self.shelf.value("topic", number)
        made: Topic = _TOPIC(said)
        shares = None
        if self.gone:
            shares, gone = self._shares_left(number)
            sources, kinds = (
                len(shares.numbers),
                Counter(kinds) - Counter(self._kinds_in(number, gone)),
            )
        kept: Any = KeptExtracts(self, number, kinds, sources, shares)  # Any: as above
        return replace(made, extracts=kept)

    def shares(self, topic: int) -> Sequence[int]:
        """What each source of a topic has of it, three numbers each; none where it is damaged."""
        shares = array("I")
        with suppress(*WRONG):
            shares.frombytes(self.shelf.row("shares", topic))
        return shares

    def _shares_left(self, topic: int) -> tuple[Shares, frozenset[int]]:
        """What the sources of a topic have of it that are there, and those that are gone."""
        said = self.shares(topic)
        gone = self.gone.intersection(said[::3])
        left = (said[at : at + 3] for at in range(0, len(said), 3) if said[at] not in gone)
        return Shares(array("I", chain.from_iterable(left))), gone

    def _kinds_in(self, topic: int, numbers: Iterable[int]) -> Iterator[EntityKind]:
        """The kinds of what a topic's extracts from some articles mention."""
        for number in numbers:
            for extract in self.extracts(number).get(topic, ()):
                start, end = extract.span.start, extract.span.end
                for mention, _ in self.named(number):
                    if mention.span.start < end and mention.span.end > start:
                        yield mention.kind

    def copies(self) -> "Copies | None":
        """What the articles share; None when that was not worked out."""
        from dossier.copies import Copies  # not for a page

        try:
            if not self.shelf.holds("about", COPIES):
                return None
            copies: Copies = maker(Copies)(self.shelf.value("about", COPIES))
        except WRONG:
            return None
        return copies.without(self.files(self.gone)) if self.gone else copies

    def languages(self) -> Counter[str | None] | None:
        """How many articles are in each language, with those gone; None where that is damaged."""
        with suppress(*WRONG):
            return Counter(dict(self.shelf.value("about", LANGUAGES)))
        return None

    def suggestion(self, number: int) -> Suggestion:
        """What may be one."""
        try:
            made: Suggestion = _SUGGESTION(self.shelf.value("suggestion", number))
        except WRONG:
            return Suggestion((), "")
        return made
