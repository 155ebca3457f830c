"""What the clippings screen lists: grouped, narrowed by words, counted. No widget.

A list of 10,000 stands at once: what it is sorted by (``weigh``) and what a letter typed asks for
(``learn``) is worked out once a clipping, in a thread, and nothing of it when a key is pressed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from dossier.clippings import Anchored, topic_clipped_in
from dossier.dossier import Dossier
from dossier.language.folding import fold
from tui.screens.clipping_pane import article_of, particulars
from tui.screens.grouped_pane import Heading
from tui.wording import say, say_many

Order = Literal["source", "topic", "tag", "time"]
ORDERS: tuple[Order, ...] = ("source", "topic", "tag", "time")
"""How the clippings may be listed, in the order the key goes through them."""

Row = Anchored | Heading


_Listed = tuple[Anchored, Heading | None]
"""A clipping under a heading."""


class ClippingList:
    """The clippings of a dossier, as they are listed."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._headings: dict[str, Heading] = {}
        self._topics: dict[tuple[str, int], tuple[str, ...]] = {}
        self._said: dict[str, str] = {}
        self._words: dict[str, int] = {}
        self._mains: dict[str, str | None] = {}
        self.standing: Sequence[Anchored] = ()
        """The clippings, in the order clipped."""
        self._weighed: tuple[Sequence[Anchored], list[Anchored]] = ((), [])
        self._all: list[_Listed] = []
        self._shown: list[_Listed] = []
        self._typed = ""
        self.order: Order = "source"

    def take(self, standing: Sequence[Anchored]) -> None:
        """List other clippings; what is known of those that stand as they stood is kept."""
        if self._weighed[0] is not standing:
            self.weigh(standing)
        now = {one.clipping.id: one for one in standing}
        for one in self.standing:
            if now.get(one.clipping.id) is not one:
                self._said.pop(one.clipping.id, None)
                self._mains.pop(one.clipping.id, None)
        self.standing = standing
        self._set()

    def weigh(self, standing: Sequence[Anchored]) -> None:
        """Sort clippings and count their words, in any thread, before they are listed."""
        for one in standing:
            if one.clipping.id not in self._words:
                self._words[one.clipping.id] = len(one.clipping.exact.split())
        self._weighed = standing, self._reading_order(standing)

    def learn(self, standing: Sequence[Anchored]) -> Iterator[None]:
        """Work out what clippings may be found by and their topics, in any thread, one a step.

        Before anybody types: all of it takes longer than a key may.
        """
        for one in standing:
            self._told(one)
            self._topic_of(one)
            yield

    def by(self, order: Order) -> None:
        """List them in another order."""
        self.order = order
        self._set()

    def by_next(self) -> None:
        """List them in the order after this one."""
        self.by(ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)])

    def narrow(self, typed: str) -> None:
        """List those that have every word typed: in words, note, source, topic, tag, day."""
        words, said = fold(typed).split(), self._said
        among = self._shown if typed.startswith(self._typed) else self._all
        for one, _ in among if words else ():
            if one.clipping.id not in said:
                self._told(one)
        for word in words:
            among = [listed for listed in among if word in said[listed[0].clipping.id]]
        self._typed = typed
        self._shown = among

    @property
    def asks(self) -> bool:
        """Whether what is listed rests on what ``learn`` works out."""
        return self.order == "topic" or bool(self._typed)

    @property
    def ids(self) -> tuple[str, ...]:
        """The clippings' ids, in the order clipped, those that are not shown as well."""
        return tuple(one.clipping.id for one in self.standing)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in the alphabet's order."""
        return tuple(sorted({tag for one in self.standing for tag in one.clipping.tags}))

    def shown(self) -> list[Anchored]:
        """The clippings that are listed, each once, in the order clipped."""
        shown = {one.clipping.id for one, _ in self._shown}
        return [one for one in self.standing if one.clipping.id in shown]

    def count(self) -> tuple[int, int, int]:
        """How many clippings are listed, how many of them are lost, how many words they have."""
        listed = [one for one, _ in self._shown]
        if self.order == "tag":  # one of two tags is listed twice
            listed = list({one.clipping.id: one for one in listed}.values())
        lost = sum(one.state == "lost" for one in listed)
        return len(listed), lost, sum(self._words[one.clipping.id] for one in listed)

    def told(self) -> str:
        """How much is listed, and in which order."""
        many, lost, words = self.count()
        parts = [say_many("{n} clipping", "{n} clippings", many)]
        if lost:
            parts.append(say_many("{n} lost", "{n} are lost", lost))
        parts.append(say_many("{n} word", "{n} words", words))
        parts.append(_ordered(self.order))
        return " · ".join(parts)

    def rows(self) -> list[Row]:
        """The clippings listed, under their headings."""
        rows: list[Row] = []
        above: Heading | None = None
        for one, heading in self._shown:
            if heading is not None and heading is not above:
                rows.append(heading)
            above = heading
            rows.append(one)
        return rows

    def heading(self, file: str) -> Heading:
        """What stands above the clippings of a file."""
        if file not in self._headings:
            article = article_of(self._dossier, file)
            if article is not None:
                self._headings[file] = Heading(article.name, particulars(article))
            else:
                gone = say("{file} is not in the dossier any more", file=file)
                self._headings[file] = Heading(gone)
        return self._headings[file]

    def _set(self) -> None:
        place: dict[Order, Callable[[], Iterable[_Listed]]] = {
            "source": self._by_source,
            "topic": self._by_topic,
            "tag": self._by_tag,
            "time": lambda: ((one, None) for one in self.standing),
        }
        self._all = list(place[self.order]())
        self._shown, typed = self._all, self._typed
        self._typed = ""
        self.narrow(typed)

    def _told(self, one: Anchored) -> str:
        """What a clipping may be found by, folded; kept while it stands."""
        clipping = one.clipping
        if clipping.id not in self._said:
            heading = self.heading(one.file)
            tags = (f"#{tag}" for tag in clipping.tags)
            said = (clipping.exact, clipping.note, heading.words, heading.about, *tags)
            whole = "\n".join((*said, *self._topics_of(one), clipping.created[:10]))
            self._said[clipping.id] = fold(whole)
        return self._said[clipping.id]

    def _reading_order(self, standing: Sequence[Anchored]) -> list[Anchored]:
        """By the dossier's order of articles, then as they stand; those of no article last."""
        dossier, last = self._dossier, len(self._dossier.articles)

        def key(one: Anchored) -> tuple[int, str, int, int]:
            span = one.span or one.clipping.span
            place = dossier.place(one.file) if dossier.has(one.file) else last
            return place, one.file, span.start, span.end

        return sorted(standing, key=key)

    def _by_source(self) -> Iterable[_Listed]:
        return ((one, self.heading(one.file)) for one in self._weighed[1])

    def _by_topic(self) -> Iterable[_Listed]:
        rest = Heading(say("without a topic"))
        by_title: dict[str, list[Anchored]] = {t.title: [] for t in self._dossier.topics}
        none: list[Anchored] = []
        for one in self._weighed[1]:
            title = self._topic_of(one)
            (by_title[title] if title is not None else none).append(one)
        for title, inside in by_title.items():
            heading = Heading(title)
            yield from ((one, heading) for one in inside)
        yield from ((one, rest) for one in none)

    def _by_tag(self) -> Iterable[_Listed]:
        rest = Heading(say("without a tag"))
        by_tag: dict[str, list[Anchored]] = {tag: [] for tag in self.tags}
        none: list[Anchored] = []
        for one in self._weighed[1]:
            for tag in one.clipping.tags:
                by_tag[tag].append(one)
            if not one.clipping.tags:
                none.append(one)
        for tag, inside in by_tag.items():
            heading = Heading(f"#{tag}")
            yield from ((one, heading) for one in inside)
        yield from ((one, rest) for one in none)

    def _topic_of(self, one: Anchored) -> str | None:
        """The title of the topic a clipping belongs under; kept while it stands."""
        name = one.clipping.id
        if name not in self._mains:
            kept = topic_clipped_in(self._dossier, one.clipping)
            title = kept.title if kept else next(iter(self._topics_of(one)), None)
            self._mains[name] = title
        return self._mains[name]

    def _topics_of(self, one: Anchored) -> tuple[str, ...]:
        """The titles of the topics a clipping stands in, its main one first."""
        if one.span is None:
            return ()
        key = (one.file, one.span.start)
        if key not in self._topics:
            topics = self._dossier.topics_of(*key)
            self._topics[key] = tuple(topic.title for topic in topics)
        return self._topics[key]


def _ordered(order: Order) -> str:
    """An order as the reader knows it."""
    match order:
        case "source":
            return say("by source")
        case "topic":
            return say("by topic")
        case "tag":
            return say("by tag")
        case _:
            return say("in the order clipped")
