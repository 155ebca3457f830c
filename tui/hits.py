"""The hits of what is looked for: shown, walked across articles, let go again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.dossier import extracts_in
from tui.commands import keys_now
from tui.lens import Lens
from tui.places import Place
from tui.telling import hit_said
from tui.wording import say

if TYPE_CHECKING:
    from dossier.search import Hit
    from tui.guide import Guide
    from tui.messages import Found
    from tui.widgets.pane import Pane


class Hits:
    """Narrows what the guide leads through, and leads from hit to hit."""

    def __init__(self, guide: "Guide") -> None:
        self._guide = guide
        self.sought = ""
        """The words or the name that was looked for last."""
        self.by_name = False
        """Whether that is the name of an entity."""
        self._shown = ""
        """The words of which the first hits are shown, and not yet all."""
        self._landed: tuple[str | None, int] | None = None
        """Where one was led with it: a headline is no passage that one reads."""
        self._numbered: tuple[Sequence[Hit], Hit | None, int | None] = ((), None, None)
        """Of these hits, which one that one is: it is asked for at every step in the text."""
        self._home: str | None = None
        """The topic that a hit outside it led away from; None when none did."""
        self._began: tuple[Place, str | None, int, Pane] | None = None
        """Where one was when one began to type, its home, the rows above it, and who had the keys;
        None before."""

    def begin(self) -> None:
        """Remember where one is, for who gives up what is typed."""
        guide, desk = self._guide, self._guide.desk
        self._began = guide.place(), self._home, desk.text.rows_above(), desk.current
        guide.leave()

    def give_up(self) -> None:
        """Open the lens, and go back to where one began to type."""
        guide, text = self._guide, self._guide.desk.text
        if self._began is not None:
            place, home, rows, pane = self._began
            if (guide.place(), text.rows_above()) != (place, rows):
                guide.go(place)
                text.leave_above(rows)
            self._home = home
            guide.desk.enter_pane(pane)
        self.widen()

    def found(self, found: "Found", origin: Place) -> None:
        """Show what was found: everything else greys out, the first hit from ``origin`` stands.

        Where the first hits were shown before, one stays where one is.
        """
        reading = self._guide.reading
        goes_on = self._shown == found.words and found.whole
        self.sought, self._shown = found.words, "" if found.whole else found.words
        self.by_name = found.name
        narrowed, more = bool(found.words.strip()), found.more or not found.whole
        lens = Lens(reading.dossier, found.hits, narrowed=narrowed, tally=found.tally, more=more)
        reading.look(lens)
        hit = reading.lens.hit_after(Place(None, origin.file, origin.offset - 1), 1)
        if hit is not None and not goes_on:
            self._guide.fill_topics()
            self._show(hit)
        else:
            self._guide.refill()

    def widen(self) -> None:
        """Open the lens: everything counts again, and one stays where one is.

        Where a hit led out of the topic one was in, that topic is chosen again if the article one
        reads is a source of it.
        """
        reading, topic = self._guide.reading, self._guide.reading.topic_of(self._home)
        reading.look(Lens(reading.dossier))
        if topic is not None and extracts_in(topic, reading.file):
            reading.choose(topic, reading.file)
        self._home = None
        self._guide.refill()

    def stay(self) -> None:
        """The reader went somewhere of their own will: no topic is to be gone back to."""
        self._home = None

    def go(self, step: int) -> None:
        """Go to the next hit, in whatever article it is."""
        guide = self._guide
        hit = guide.reading.lens.hit_after(self._here(), step)
        if hit is None:
            guide.hints.tell(self.nothing_told())
            return
        guide.leave()
        self._show(hit)
        if not guide.legend.display:  # else it says which of how many
            number = guide.reading.lens.number_of(hit)
            guide.hints.tell(hit_said(guide.reading, number) if number else "")

    def nothing_told(self) -> str:
        """Why there is no hit to go to, and what to do."""
        app = self._guide.desk.app
        if self._guide.reading.lens.narrowed:
            (key,) = keys_now(app, "escape")
            return say("Nothing has “{words}”; {key} shows everything.", words=self.sought, key=key)
        (key,) = keys_now(app, "find")
        return say("Nothing is looked for; {key} finds.", key=key)

    def number(self) -> int | None:
        """Which of the hits one stands on, from 1; None when on none."""
        at, hits = self._stood_on(), self._guide.reading.lens.hits
        if at is None:
            return None
        if self._numbered[0] is not hits or self._numbered[1] is not at:
            self._numbered = hits, at, self._guide.reading.lens.number_of(at)
        return self._numbered[2]

    def _stood_on(self) -> "Hit | None":
        """The hit one was led to, while one reads it still."""
        at, text = self._guide.reading.stood_on, self._guide.desk.text
        if at is None or not (text.reads(at.file, at.span.start) or text.place() == self._landed):
            return None
        return at

    def _here(self) -> Place:
        """Where the next hit is counted from: the hit one stands on, else what one reads."""
        if (at := self._stood_on()) is not None:
            return Place(None, at.file, at.span.start)
        place = self._guide.place()
        return Place(None, place.file or place.within, place.offset)

    def _show(self, hit: "Hit") -> None:
        reading, home = self._guide.reading, self._home
        reading.stand_on(hit)
        topic = here = reading.topic or reading.topic_of(home)
        if topic and not any(e.span.overlaps(hit.span) for e in extracts_in(topic, hit.file)):
            topic = None
        self._guide.go(Place(topic.title if topic else None, hit.file, hit.span.start))
        self._landed = self._guide.desk.text.place()
        self._home = here.title if here and topic is None else None
