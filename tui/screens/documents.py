"""Documents: what would be exported by each set of answers, made once for each."""

from collections.abc import Callable, Iterable, Sequence

from dossier.clippings import Clipping, find_all_again
from dossier.dossier import Dossier
from dossier.export import Document, Group, Speakers, arranged, topic_document
from dossier.export.document import of_clippings, of_places
from dossier.spans import Span
from dossier.topics import Topic
from tui.screens.leaving import at_each

Step = Callable[[], object]


class Documents:
    """The documents that clippings, a topic, all topics or the places found would make."""

    def __init__(
        self,
        dossier: Dossier,
        clippings: Sequence[Clipping],
        topic: Topic | None,
        found: Iterable[tuple[str, Span]],
    ) -> None:
        """``topic`` is the one that is read, ``found`` the places of what is looked for."""
        self._dossier = dossier
        self._clippings, self._topic, self._found = clippings, topic, found
        self._speakers = Speakers(dossier)
        self._told: dict[tuple[str, Group], Document] = {}
        self._untold: dict[tuple[str, Group], Document] = {}

    @property
    def offered(self) -> tuple[str, ...]:
        """What may leave, as the program knows it: clippings where there is nothing."""
        there = {
            "clippings": self._clippings,
            "found": self._found,
            "topic": self._topic,
            "topics": self._dossier.topics,
        }
        return tuple(what for what, some in there.items() if some) or ("clippings",)

    def told(self, what: str, group: Group, step: Step = bool) -> Document:
        """What would be written, with who speaks in it."""
        if (what, group) not in self._told:
            untold = self.untold(what, group, step)
            self._told[what, group] = self.with_speakers(untold, step)
        return self._told[what, group]

    def untold(self, what: str, group: Group, step: Step = bool) -> Document:
        """The same, whoever speaks."""
        if (what, group) not in self._untold:
            self._untold[what, group] = self._made(what, group, step)
        return self._untold[what, group]

    def with_speakers(self, document: Document, step: Step = bool) -> Document:
        """A document, or a part of one, with who speaks in it."""
        return self._speakers.told(document, step)

    def _made(self, what: str, group: Group, step: Step) -> Document:
        if what == "topic" and self._topic:
            return topic_document(self._dossier, [self._topic], group=group, step=step)
        if what == "topics":
            return topic_document(self._dossier, self._dossier.topics, group=group, step=step)
        if what == "found":
            quotes = of_places(self._dossier, at_each(self._found, step))
            return arranged(self._dossier, quotes, group=group)
        found = find_all_again(self._clippings, self._dossier.articles)
        lost = [one.clipping for one in found if one.state == "lost"]
        quotations = of_clippings(self._dossier, found)
        return arranged(self._dossier, quotations, group=group, lost=lost)
