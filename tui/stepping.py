"""Stepping: to the next source, the next topic, the passage of a number; from what one reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dossier.article import Passage
from tui.places import Place
from tui.telling import what_is_in
from tui.wording import say, say_many

if TYPE_CHECKING:
    from tui.guide import Guide


class Stepping:
    """Takes the guide so many further, or says that there is nothing."""

    def __init__(self, guide: "Guide") -> None:
        self._guide = guide

    def to_source(self, step: int) -> None:
        """Go to the next source on the topic, at its extract."""
        guide, reading = self._guide, self._guide.reading
        file = reading.source_after(self._counted_from(step), step)
        if file is not None:
            guide.leave()
            guide.go(Place(self._title(), file), landing=True)
        elif reading.lens.narrowed:
            last = say("No source after this one has a hit.")
            guide.hints.tell(last if step > 0 else say("No source before it has a hit."))
        else:
            last = say("That was the last source on this topic.")
            guide.hints.tell(last if step > 0 else say("This is the first source."))

    def _counted_from(self, step: int) -> str | None:
        """The source one reads; at the start of an anthology, for who goes on, none yet."""
        guide = self._guide
        if guide.reading.file is None and step > 0 and guide.desk.text.at_start():
            return None
        return guide.file_read()

    def to_topic(self, step: int) -> None:
        """Go to the next topic: to the same article if it is a source there, else to the first."""
        guide, reading = self._guide, self._guide.reading
        topic = reading.topic_after(step)
        if topic == reading.topic:
            if not reading.dossier.analysed:
                guide.hints.tell(what_is_in(reading))
                return
            last, first = say("That was the last topic."), say("This is the first topic.")
            if reading.lens.narrowed:
                last = say("No topic after this one has a hit.")
                first = say("No topic before it has a hit.")
            guide.hints.tell(last if step > 0 else first)
            return
        guide.leave()
        file = reading.file if guide.desk.current is not guide.desk.topics else None
        reading.choose(topic, file)
        if file is not None and not reading.holds(file):
            file = reading.first_file()
        guide.go(Place(self._title(), file), landing=True)

    def passages_here(self) -> int:
        """How many passages the article one reads has; 0 where one reads none."""
        return len(self._passages())

    def to_passage(self, number: str) -> None:
        """Go to the passage of that number, as typed, of the article one reads."""
        guide, passages = self._guide, self._passages()
        for passage in passages:
            if str(passage.number) == number.lstrip("0"):
                file, _ = guide.desk.text.place()
                guide.visit(Place(self._title(), file, passage.span.start))
                return
        many = say_many("{n} passage", "{n} passages", len(passages))
        guide.hints.tell(
            say("No passage {number}: this article has {many}.", number=number, many=many)
        )

    def _passages(self) -> Sequence[Passage]:
        file, _ = self._guide.desk.text.place()
        return self._guide.reading.dossier.article(file).passages if file is not None else ()

    def _title(self) -> str | None:
        """The title of the topic chosen; None for all articles."""
        topic = self._guide.reading.topic
        return topic.title if topic is not None else None
