"""What the clippings screen lists: grouped, narrowed by words, counted. No widget.

A list of 10,000 stands at once: what a letter typed asks for is worked out once a clipping,
ahead of the typing (``learn``, a few at a time) or with the first letter.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from dossier.clippings import Anchored, Clipping, topic_of
from dossier.dossier import Dossier
from dossier.language.folding import fold
from tui.screens.clipping_pane import particulars
from tui.screens.grouped_pane import Heading
from tui.wording import say

Order = Literal["source", "topic", "tag", "time"]
ORDERS: tuple[Order, ...] = ("source", "topic", "tag", "time")
"""How the clippings may be listed, in the order the key goes through them."""

Row = Anchored | Heading


@dataclass(frozen=True, slots=True)
class _Listed:
    """A clipping under a heading."""

    one: Anchored
    heading: Heading | None


class ClippingList:
    """The clippings of a dossier, as they are listed."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._headings = {a.file: Heading(a.name, particulars(a)) for a in dossier.articles}
        self._places = {article.file: at for at, article in enumerate(dossier.articles)}
        self._topics: dict[tuple[str, int], tuple[str, ...]] = {}
        self._said: dict[str, str] = {}
        self._words: dict[str, int] = {}
        self._mains: dict[str, str | None] = {}
        self._learnt = 0
        self._standing: tuple[Anchored, ...] = ()
        self._all: list[_Listed] = []
        self._shown: list[_Listed] = []
        self._typed = ""
        self.order: Order = "source"

    def take(self, standing: Sequence[Anchored]) -> None:
        """List other clippings; what is known of those that stand as they stood is kept."""
        now = {one.clipping.id: one for one in standing}
        for one in self._standing:
            if now.get(one.clipping.id) is not one:
                self._said.pop(one.clipping.id, None)
                self._mains.pop(one.clipping.id, None)
        self._standing = tuple(standing)
        self._learnt = 0
        self._set()

    def learn(self, most: int) -> bool:
        """Work out what so many more clippings may be found by; whether some are left.

        Before anybody types: it takes longer than a key may.
        """
        for one in self._standing[self._learnt : self._learnt + most]:
            self._told(one)
            self._topic_of(one)
        self._learnt += most
        return self._learnt < len(self._standing)

    def weigh(self, standing: Iterable[Anchored]) -> None:
        """Count the words of clippings, in any thread, before they are listed."""
        for one in standing:
            self._count(one.clipping)

    def by(self, order: Order) -> None:
        """List them in another order."""
        self.order = order
        self._set()

    def narrow(self, typed: str) -> None:
        """List those that have every word typed: in words, note, source, topic, tag, day."""
        words = fold(typed).split()
        among = self._shown if typed.startswith(self._typed) else self._all
        self._typed = typed
        self._shown = among
        if words:
            said = self._said
            for listed in among:
                if listed.one.clipping.id not in said:
                    self._told(listed.one)
            self._shown = [
                listed
                for listed in among
                if all(word in said[listed.one.clipping.id] for word in words)
            ]

    @property
    def ids(self) -> tuple[str, ...]:
        """The clippings' ids, in the order clipped, those that are not shown as well."""
        return tuple(one.clipping.id for one in self._standing)

    @property
    def tags(self) -> tuple[str, ...]:
        """Every tag there is, in the alphabet's order."""
        return tuple(sorted({tag for one in self._standing for tag in one.clipping.tags}))

    def shown(self) -> list[Anchored]:
        """The clippings that are listed, each once, in the order clipped."""
        shown = {listed.one.clipping.id for listed in self._shown}
        return [one for one in self._standing if one.clipping.id in shown]

    def count(self) -> tuple[int, int, int]:
        """How many clippings are listed, how many of them are lost, how many words they have."""
        listed = self._shown
        if self.order == "tag":  # one of two tags is listed twice
            listed = list({item.one.clipping.id: item for item in listed}.values())
        lost = sum(item.one.state == "lost" for item in listed)
        return len(listed), lost, sum(self._count(item.one.clipping) for item in listed)

    def rows(self) -> list[Row]:
        """The clippings listed, under their headings."""
        rows: list[Row] = []
        above: Heading | None = None
        for listed in self._shown:
            if listed.heading is not None and listed.heading is not above:
                rows.append(listed.heading)
            above = listed.heading
            rows.append(listed.one)
        return rows

    def heading(self, file: str) -> Heading:
        """What stands above the clippings of a file."""
        if file not in self._headings:
            gone = say("{file} is not in the dossier any more", file=file)
            self._headings[file] = Heading(gone)
        return self._headings[file]

    def _set(self) -> None:
        place: dict[Order, Callable[[], Iterable[tuple[Anchored, Heading | None]]]] = {
            "source": self._by_source,
            "topic": self._by_topic,
            "tag": self._by_tag,
            "time": lambda: ((one, None) for one in self._standing),
        }
        self._all = [_Listed(one, heading) for one, heading in place[self.order]()]
        self._shown, typed = self._all, self._typed
        self._typed = ""
        self.narrow(typed)

    def _count(self, clipping: Clipping) -> int:
        """How many words a clipping has."""
        if clipping.id not in self._words:
            self._words[clipping.id] = len(clipping.exact.split())
        return self._words[clipping.id]

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

    def _reading_order(self) -> list[Anchored]:
        """By the dossier's order of articles, then as they stand; those of no article last."""
        last = len(self._places)

        def key(one: Anchored) -> tuple[int, str, int, int]:
            span = one.span or one.clipping.span
            return self._places.get(one.file, last), one.file, span.start, span.end

        return sorted(self._standing, key=key)

    def _by_source(self) -> Iterable[tuple[Anchored, Heading | None]]:
        return ((one, self.heading(one.file)) for one in self._reading_order())

    def _by_topic(self) -> Iterable[tuple[Anchored, Heading | None]]:
        rest = Heading(say("without a topic"))
        by_title: dict[str, list[Anchored]] = {t.title: [] for t in self._dossier.topics}
        none: list[Anchored] = []
        for one in self._reading_order():
            title = self._topic_of(one)
            (by_title[title] if title is not None else none).append(one)
        for title, inside in by_title.items():
            heading = Heading(title)
            yield from ((one, heading) for one in inside)
        yield from ((one, rest) for one in none)

    def _by_tag(self) -> Iterable[tuple[Anchored, Heading | None]]:
        rest = Heading(say("without a tag"))
        by_tag: dict[str, list[Anchored]] = {tag: [] for tag in self.tags}
        none: list[Anchored] = []
        for one in self._reading_order():
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
            topic = topic_of(self._dossier, one)
            self._mains[name] = topic.title if topic else None
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
